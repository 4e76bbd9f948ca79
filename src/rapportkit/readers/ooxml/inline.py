"""Inside a paragraph: runs, breaks, signs, fields, controls and marks become a line of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

from rapportkit.readers.ooxml import names
from rapportkit.readers.ooxml.changes import VIEWS, View
from rapportkit.readers.ooxml.choice import branch
from rapportkit.readers.ooxml.controls import Prompt, check_mark
from rapportkit.readers.ooxml.fields import FIELD_MARK, Fields, is_page_number, link_address
from rapportkit.readers.ooxml.line import Box, Citation, Line
from rapportkit.readers.ooxml.looks import Around
from rapportkit.readers.ooxml.names import (
    ALTERNATE,
    ID,
    MATH,
    OFFICE,
    R_PR,
    RUN,
    SDT,
    SDT_CONTENT,
    R,
    T,
    W,
)
from rapportkit.readers.ooxml.setting import Setting
from rapportkit.readers.ooxml.shapes import SHAPES, shape_texts
from rapportkit.readers.ooxml.symbols import glyph, plain

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TEXT_BOX = W + "txbxContent"
_FIXED = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-",
}  # fmt: skip
_SILENT = frozenset(
    W + name
    for name in (
        "pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "tblPr", "tcPr", "trPr",
        "delText", "delInstrText", "softHyphen", "fldData", "ffData", "sectPr", "bookmarkStart",
        "bookmarkEnd", "proofErr", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd",
    )
) | {MATH + "rPr", MATH + "ctrlPr"}  # fmt: skip
_SOFT_HYPHEN = "\u00ad"
_AS_BEFORE = nullcontext()


class Inline:
    """Reads paragraphs of one story; remembers what reaches from one paragraph into the next.

    `part` names the part that the story stands in; `on_change` hears of each tracked change.
    `hiding` is set while everything read is hidden, `table_bold` while the table's style sets bold.
    """

    def __init__(self, root: Element, setting: Setting, *, part: str, page_numbers: bool) -> None:
        self.fields = Fields(root, setting.view.gone, page_numbers=page_numbers)
        self.hiding = False
        self.table_bold = False
        self.on_change: Callable[[str], None] = _ignore
        self._package, self._part, self._page_numbers = setting.package, part, page_numbers
        self._looks, self._prompts, self._view = setting.looks, setting.prompts, setting.view
        self._prompt = Prompt.NOTHING
        self._sign = ""
        self._around = Around()
        self._look = self._plain = self._looks.of(self._around)
        self._citation: Citation | None = None
        self._readers = _READERS[setting.view.original]

    def read_paragraph(self, paragraph: Element, style: str, line: Line) -> None:
        """Read a paragraph onto the end of a line."""
        self._stand(style)
        self.read(paragraph, line)

    def read_loose(self, letters: Element, line: Line) -> None:
        """Read a run or link that stands outside any paragraph."""
        self._stand("")
        self._readers.get(letters.tag, Inline.read)(self, letters, line)

    def _stand(self, style: str) -> None:
        around = Around(style, self.hiding, self.table_bold)
        if around != self._around:  # most paragraphs stand as the one above
            self._around, self._plain = around, self._looks.of(around)
        self._look = self._plain

    def read(self, parent: Element, line: Line) -> None:
        """Read what is in an element, wrappers of any kind included."""
        readers = self._readers
        for child in parent:
            readers.get(child.tag, Inline.read)(self, child, line)

    def inside(self, control: Element | None) -> AbstractContextManager[None]:
        """Read what follows as the content of a content control; None changes nothing."""
        return _AS_BEFORE if control is None else self._inside(control)

    @contextmanager
    def _inside(self, control: Element) -> Iterator[None]:
        saved = self._prompt, self._sign
        self._prompt, self._sign = self._prompts.judge(control), check_mark(control)
        if self._view.original and self._prompt is Prompt.NOTHING:
            self._prompt = Prompt.STYLED  # the prompt that was typed over stands there as deleted letters
        yield
        self._prompt, self._sign = saved

    @classmethod
    def register(cls, view: View) -> dict[str, Callable[[Inline, Element, Line], None]]:
        """What reads each mark in a view; what is not named is a wrapper, and what it wraps is read."""
        readers: dict[str, Callable[[Inline, Element, Line], None]] = {
            RUN: cls._run,
            MATH + "r": cls._run,
            R_PR: cls._properties,
            T: cls._text,
            MATH + "t": cls._text,
            MATH + "den": cls._denominator,
            W + "sym": cls._symbol,
            FIELD_MARK: cls._field_mark,
            W + "instrText": cls._field_code,
            W + "fldSimple": cls._simple_field,
            W + "hyperlink": cls._link,
            W + "footnoteReference": cls._cite,
            W + "endnoteReference": cls._cite,
            W + "commentReference": cls._comment,
            W + "ruby": cls._ruby,
            W + "control": cls._foreign_control,
            OFFICE + "OLEObject": cls._object,
            SDT: cls._control,
            ALTERNATE: cls._alternate,
            names.P: cls._stray_paragraph,
            TEXT_BOX: cls._box,
        }
        readers |= dict.fromkeys(_SILENT, _skip)
        readers |= dict.fromkeys(_FIXED, cls._fixed)
        readers |= dict.fromkeys(SHAPES, cls._shape)
        readers |= dict.fromkeys(view.gone, cls._gone)
        readers |= dict.fromkeys(view.shown, cls._shown)
        if view.original:
            readers |= {W + "delText": cls._text, W + "delInstrText": cls._field_code}
        return readers

    def _run(self, run: Element, line: Line) -> None:
        saved, readers = self._look, self._readers
        for child in run:
            readers.get(child.tag, Inline.read)(self, child, line)
        self._citation = None
        self._look = saved

    def _properties(self, properties: Element, line: Line) -> None:
        del line  # they say what the letters after them look like
        if len(properties):
            self._look = self._looks.of(self._around, properties)

    def _add(self, text: str, line: Line) -> None:
        if not text or (self._prompt is not Prompt.NOTHING and self._is_prompt()):
            return
        if self.fields.open:
            if self.fields.silent:
                return
            if self._citation is None and not self._look.hidden:
                self.fields.note_text(text)
        if self._citation is not None:
            self._citation.label += text.strip()
        elif self._look.hidden:
            line.hidden.append(text)
        else:
            line.pieces.append((text, self._look.set_off))

    def _is_prompt(self) -> bool:
        if self._prompt is Prompt.STYLED:
            return self._prompts.is_prompt_style(self._look.style)
        return self._prompt is Prompt.ALL

    def _text(self, element: Element, line: Line) -> None:
        text = element.text or ""
        if self._sign:
            self._show_sign(line)
            return
        if _SOFT_HYPHEN in text or "\n" in text or "\r" in text:
            # A line break in the XML is white space to Word.
            text = text.replace(_SOFT_HYPHEN, "").replace("\r", "\n").replace("\n", " ")
        if len(text) == 1 or not text.isascii():
            text = plain(text, self._look.font)
        self._add(text, line)

    def _symbol(self, element: Element, line: Line) -> None:
        if self._sign:
            self._show_sign(line)
            return
        code = element.get(W + "char", "")
        try:
            self._add(glyph(element.get(W + "font", ""), int(code, 16)), line)
        except ValueError:
            self._add("\ufffd", line)

    def _show_sign(self, line: Line) -> None:
        sign, self._sign = self._sign, ""
        self._add(sign, line)

    def _fixed(self, element: Element, line: Line) -> None:
        self._add(_FIXED[element.tag], line)

    def _field_mark(self, element: Element, line: Line) -> None:
        self._add(self.fields.pass_mark(element), line)
        if self.fields.address:
            line.links.append(self.fields.address)
            self.fields.address = ""

    def _field_code(self, element: Element, line: Line) -> None:
        del line  # a code shows nothing
        self.fields.note_code(element.text or "")

    def _simple_field(self, element: Element, line: Line) -> None:
        code = element.get(W + "instr", "")
        if self._page_numbers or not is_page_number(code):
            line.links.extend(filter(None, [link_address(code)]))
            self.read(element, line)

    def _link(self, element: Element, line: Line) -> None:
        address = self._package.address(element.get(R + "id", ""), self._part)
        if address and not self.fields.silent:
            line.links.append(address)
        saved = self._around, self._look
        self._around = self._around._replace(in_link=True)
        self._look = self._looks.of(self._around)
        self.read(element, line)
        self._around, self._look = saved

    def _cite(self, element: Element, line: Line) -> None:
        if self.fields.silent:
            return
        kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        citation = Citation(kind, element.get(ID, ""), self._look.hidden)
        line.citations.append(citation)
        if element.get(W + "customMarkFollows", "0").lower() in {"1", "true", "on"}:
            self._citation = citation

    def _comment(self, element: Element, line: Line) -> None:
        line.comments.append(element.get(ID, ""))

    def _foreign_control(self, element: Element, line: Line) -> None:
        del element  # its value lies in a binary part
        line.unread.append("control")

    def _object(self, element: Element, line: Line) -> None:
        """A file of some program, shown as a picture of its content or as an icon."""
        program = element.get("ProgID", "")
        if self.fields.silent or element.get("Type") != "Embed" or program.startswith("Equation"):
            return
        if element.get("DrawAspect") == "Icon":
            line.unread.append("attached")
        elif program.startswith("Word."):
            line.boxes.append(Box(file=element.get(R + "id", ""), hidden=self._look.hidden))
        else:
            line.unread.append("embedded")

    def _control(self, control: Element, line: Line) -> None:
        content = names.child(control, SDT_CONTENT)
        with self.inside(control):
            if content is not None:
                self.read(content, line)
            if self._sign:
                self._show_sign(line)

    def _alternate(self, element: Element, line: Line) -> None:
        option = branch(element)
        if option is not None:
            self.read(option, line)

    def _denominator(self, element: Element, line: Line) -> None:
        self._add("/", line)
        self.read(element, line)

    def _ruby(self, element: Element, line: Line) -> None:
        base, reading = element.find(W + "rubyBase"), element.find(W + "rt")
        for part, before, after in ((base, "", ""), (reading, "(", ")")):
            if part is not None:
                self._add(before, line)
                self.read(part, line)
                self._add(after, line)

    def _stray_paragraph(self, element: Element, line: Line) -> None:
        """A paragraph where only letters may stand is at least a line of its own."""
        self._add("\n", line)
        self.read(element, line)

    def _box(self, element: Element, line: Line) -> None:
        if not self.fields.silent:
            line.boxes.append(Box(content=element, hidden=self._look.hidden))

    def _shape(self, element: Element, line: Line) -> None:
        texts = shape_texts(element, self._package, self._part)
        if texts:
            line.boxes.append(Box(texts=texts, hidden=self._look.hidden))
        self.read(element, line)

    def _gone(self, element: Element, line: Line) -> None:
        del line  # what the change took away is not in this view
        self.on_change(self._view.gone[element.tag])

    def _shown(self, element: Element, line: Line) -> None:
        self.on_change(self._view.shown[element.tag])
        self.read(element, line)


def _skip(inline: Inline, element: Element, line: Line) -> None:
    """Pass over what shows nothing."""


_READERS = {view.original: Inline.register(view) for view in VIEWS.values()}


def _ignore(kind: str) -> None:
    """Hear of a change where nobody counts them."""
