"""The document's XML looked through once for the paragraphs that comments go to, by byte offsets."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from xml.parsers import expat

from rapportkit.writers.annotated.names import SEPARATOR, STRICT, TRANSITIONAL, Dialect, tag_end
from rapportkit.writers.annotated.paragraph import Change, FieldMarks, Mark, Paragraph, Piece, Unit

_LETTERS = frozenset({"t", "delText"})
_FIXED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OUT, _IN = frozenset({"del", "moveFrom"}), frozenset({"ins", "moveTo"})
_COMMENT_MARKS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})
_BOX, _FALLBACK = "txbxContent", "Fallback"


@dataclass(slots=True)
class Body:
    """What was found: the wanted paragraphs by index, for those in text boxes the one around them.

    `top` is the offset at which the body's content begins, 0 where it has none.
    """

    dialect: Dialect
    top: int
    paragraphs: dict[int, Paragraph]
    fields: list[FieldMarks]
    comment_ids: set[str]


def scan(data: bytes, wanted: Container[int]) -> Body:
    """Look through a main part (UTF-8); raises expat.ExpatError where it is no well-formed XML."""
    return _Scanner(data, wanted).scan()


class _Scanner:
    def __init__(self, data: bytes, wanted: Container[int]) -> None:
        self._data, self._wanted = data, wanted
        self._body = Body(Dialect(), 0, {}, [], set())
        self._parser = expat.ParserCreate("utf-8", SEPARATOR)
        self._parser.namespace_prefixes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._kinds: dict[str, str] = {}
        self._stack: list[str] = []
        self._count = 0
        self._paragraph: Paragraph | None = None
        self._depth = 0  # of the open paragraph
        self._boxes = self._fallbacks = 0  # around this place, inside the paragraph
        self._changes: list[Change] = []
        self._controls: list[bool] = []  # whether each open content control is bound
        self._fields: list[list[list[int]]] = [[]]  # open ones, apart for each text box

    def scan(self) -> Body:
        self._parser.Parse(self._data, True)
        return self._body

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = self._kinds.get(name) or self._learn(name)
        self._stack.append(kind)
        if kind == "p":
            self._open_paragraph(name)
        elif kind == "sdt":
            self._controls.append(False)
        elif kind == "dataBinding" and self._controls:
            self._controls[-1] = True
        elif kind == "body" and not self._body.top:
            self._open_body(name)
        if self._paragraph is not None and kind != "p":
            self._start_inside(self._paragraph, kind, attributes)
        if kind in _COMMENT_MARKS:
            self._body.comment_ids.add(_value(attributes, "id"))

    def _end(self, _name: str) -> None:
        kind = self._stack.pop()
        if kind == "sdt":
            self._controls.pop()
        if self._paragraph is None:
            return
        depth = len(self._stack) - self._depth
        if depth < 0:
            self._close_paragraph(self._paragraph)
            return
        if kind == _BOX:
            self._boxes -= 1
            self._fields.pop()
        elif kind == _FALLBACK:
            self._fallbacks -= 1
        elif kind in _OUT or kind in _IN:
            self._changes.pop()
        elif kind in _LETTERS:
            self._parser.CharacterDataHandler = None
        if depth == 0:
            self._close_unit(self._paragraph, kind)
        elif depth == 1 and self._paragraph.units:
            self._close(self._paragraph.units[-1].children[-1])

    def _learn(self, name: str) -> str:
        """The local name of what is Word's own; something that fits nothing for what is not."""
        uri, local, *_ = (*name.split(SEPARATOR), "") if SEPARATOR in name else ("", name)
        known = uri in {TRANSITIONAL, STRICT} or local in {_FALLBACK, "dataBinding"}
        self._kinds[name] = kind = local if known else f"other {local}"
        return kind

    def _dialect(self, name: str) -> Dialect:
        uri, _, *prefix = name.split(SEPARATOR)
        return Dialect(uri, prefix[0] if prefix else "")

    def _open_body(self, name: str) -> None:
        end = tag_end(self._data, self._parser.CurrentByteIndex)
        self._body.dialect = self._dialect(name)
        self._body.top = 0 if self._data[end - 2 : end] == b"/>" else end

    def _open_paragraph(self, name: str) -> None:
        index, self._count = self._count, self._count + 1
        around, at = self._paragraph, self._parser.CurrentByteIndex
        if around is not None:
            around.inside[index] = len(around.units) - 1
            depth = len(self._stack) - self._depth
            if depth == 1:  # a paragraph as a child of another: no sound file has one
                around.units.append(Unit("p", at, tag_end(self._data, at)))
                around.inside[index] += 1
            elif depth == 2:
                around.units[-1].children.append(Mark("p", at, tag_end(self._data, at)))
            return
        end = tag_end(self._data, at)
        is_closed = any(self._controls) or _BOX in self._stack or self._data[end - 2 : end] == b"/>"
        self._paragraph = Paragraph(index, at, end, self._dialect(name), is_closed)
        self._depth = len(self._stack)

    def _close_paragraph(self, paragraph: Paragraph) -> None:
        self._paragraph = None
        paragraph.closing = self._parser.CurrentByteIndex
        for index in (paragraph.index, *paragraph.inside):
            if index in self._wanted:
                self._body.paragraphs[index] = paragraph

    def _start_inside(self, paragraph: Paragraph, kind: str, attributes: dict[str, str]) -> None:
        at, depth = self._parser.CurrentByteIndex, len(self._stack) - self._depth
        if depth == 1:
            paragraph.units.append(Unit(kind, at, tag_end(self._data, at)))
        elif depth == 2:
            paragraph.units[-1].children.append(Mark(kind, at, tag_end(self._data, at)))
        if kind == _BOX:
            self._boxes += 1
            self._fields.append([])
        elif kind == _FALLBACK:
            self._fallbacks += 1
        elif kind in _OUT or kind in _IN:
            self._changes.append(Change.OUT if kind in _OUT else Change.IN)
        elif kind == "fldChar":
            self._pass_field(_value(attributes, "fldCharType"), at)
        elif not self._boxes and not self._fallbacks:
            if kind in _LETTERS:
                self._parser.CharacterDataHandler = self._letters
            elif kind in _FIXED and self._stack[-2] == "r":
                self._add(_FIXED[kind], -1)

    def _close_unit(self, paragraph: Paragraph, kind: str) -> None:
        unit = paragraph.units[-1]
        self._close(unit)
        if kind == "pPr":
            paragraph.units.pop()
            paragraph.content = unit.end

    def _close(self, mark: Mark) -> None:
        if self._data.startswith(b"/>", mark.opened - 2):
            mark.closing, mark.end = mark.start, mark.opened
        else:
            mark.closing = self._parser.CurrentByteIndex
            mark.end = tag_end(self._data, mark.closing)

    def _letters(self, text: str) -> None:
        self._add(text, self._parser.CurrentByteIndex)

    def _add(self, text: str, at: int) -> None:
        paragraph = self._paragraph
        assert paragraph is not None, "letters are only listened to inside a paragraph"
        direct = len(self._stack) - self._depth == 2
        change = self._changes[-1] if self._changes else Change.NONE
        unit = paragraph.units[-1]
        child = len(unit.children) - 1 if direct else None
        paragraph.pieces.append(Piece(text, len(paragraph.units) - 1, child, at, change))

    def _pass_field(self, kind: str, at: int) -> None:
        """Pair the marks of fields; those without a partner are none."""
        stack = self._fields[-1]
        if kind == "begin":
            stack.append([at, 0])
        elif stack and kind == "separate":
            stack[-1][1] = at
        elif stack and kind == "end":
            begin, separate = stack.pop()
            self._body.fields.append(FieldMarks(begin, separate or at, at))


def _value(attributes: dict[str, str], name: str) -> str:
    """One of Word's own attributes; "" where there is none."""
    for key, value in attributes.items():
        uri, _, local = key.partition(SEPARATOR)
        if local.partition(SEPARATOR)[0] == name and uri in {TRANSITIONAL, STRICT}:
            return value
    return ""
