"""Inside a paragraph: runs, breaks, signs, fields, controls and marks become a line of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rapportkit.readers.ooxml import names
from rapportkit.readers.ooxml.changes import View
from rapportkit.readers.ooxml.choice import branch
from rapportkit.readers.ooxml.controls import Prompt, Prompts, check_mark
from rapportkit.readers.ooxml.fields import FIELD_MARK, Fields, is_page_number
from rapportkit.readers.ooxml.line import Box, Citation, Line
from rapportkit.readers.ooxml.names import (
    ALTERNATE,
    ID,
    MATH,
    R_PR,
    RUN,
    SDT,
    SDT_CONTENT,
    T,
    W,
)
from rapportkit.readers.ooxml.shapes import SHAPES, shape_texts
from rapportkit.readers.ooxml.styles import NO_LETTERS, Letters, StyleSheet, read_letters
from rapportkit.readers.ooxml.symbols import glyph, plain

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from rapportkit.readers.ooxml.package import Package

TEXT_BOX = W + "txbxContent"
_FIXED = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-",
}  # fmt: skip
_SILENT = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "tblPr", "tcPr", "trPr",
        "delText", "delInstrText", "softHyphen", "fldData", "ffData", "sectPr", "bookmarkStart",
        "bookmarkEnd", "proofErr", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd",
    )
) | {MATH + "rPr", MATH + "ctrlPr"}  # fmt: skip
_SOFT_HYPHEN = "\u00ad"


class Inline:
    """Reads paragraphs of one story; remembers what reaches from one paragraph into the next.

    `part` names the part that the story stands in, `view` says which tracked changes are read as made;
    `on_change` hears of each of them.
    `hiding` is set while everything read is hidden, `table_bold` while the table's style sets bold.
    """

    def __init__(
        self,
        root: Element,
        package: Package,
        sheet: StyleSheet,
        prompts: Prompts,
        view: View,
        *,
        part: str,
        page_numbers: bool,
    ) -> None:
        self.fields = Fields(root, view.gone, page_numbers=page_numbers)
        self.hiding = False
        self.table_bold = False
        self.on_change: Callable[[str], None] = _ignore
        self._package, self._part, self._page_numbers = package, part, page_numbers
        self._sheet, self._prompts, self._view = sheet, prompts, view
        self._prompt = Prompt.NOTHING
        self._sign = ""
        self._base = self._letters = NO_LETTERS
        self._emphasised = self._hidden = self._in_link = False
        self._citation: Citation | None = None
        self._readers = self._register()

    def read_paragraph(self, paragraph: Element, style: str, line: Line) -> None:
        """Read a paragraph onto the end of a line."""
        self._base = self._sheet.letters_of_paragraph(style)
        self._set_letters(NO_LETTERS)
        self.read(paragraph, line)

    def read_loose(self, letters: Element, line: Line) -> None:
        """Read a run or link that stands outside any paragraph."""
        self._base = self._sheet.letters_of_paragraph("")
        self._readers.get(letters.tag, self.read)(letters, line)

    def read(self, parent: Element, line: Line) -> None:
        """Read what is in an element, wrappers of any kind included."""
        readers = self._readers
        for child in parent:
            reader = readers.get(child.tag)
            if reader is not None:
                reader(child, line)
            elif child.tag not in _SILENT and len(child):
                self.read(child, line)

    @contextmanager
    def inside(self, control: Element | None) -> Iterator[None]:
        """Read what follows as the content of a content control; None changes nothing."""
        saved = self._prompt, self._sign
        if control is not None:
            self._prompt, self._sign = self._prompts.judge(control), check_mark(control)
            if self._view.original and self._prompt is Prompt.NOTHING:
                self._prompt = Prompt.STYLED  # the prompt that was typed over stands there as deleted letters
        yield
        self._prompt, self._sign = saved

    def _register(self) -> dict[str, Callable[[Element, Line], None]]:
        readers: dict[str, Callable[[Element, Line], None]] = {
            RUN: self._run,
            T: self._text,
            MATH + "t": self._text,
            MATH + "den": self._denominator,
            W + "sym": self._symbol,
            FIELD_MARK: self._field_mark,
            W + "instrText": self._field_code,
            W + "fldSimple": self._simple_field,
            W + "hyperlink": self._link,
            W + "footnoteReference": self._cite,
            W + "endnoteReference": self._cite,
            W + "commentReference": self._comment,
            W + "ruby": self._ruby,
            W + "control": self._foreign_control,
            SDT: self._control,
            ALTERNATE: self._alternate,
            names.P: self._stray_paragraph,
            TEXT_BOX: self._box,
        }
        readers |= dict.fromkeys(_FIXED, self._fixed)
        readers |= dict.fromkeys(SHAPES, self._shape)
        readers |= dict.fromkeys(self._view.gone, self._gone)
        readers |= dict.fromkeys(self._view.shown, self._shown)
        if self._view.original:
            readers |= {W + "delText": self._text, W + "delInstrText": self._field_code}
        return readers

    def _run(self, run: Element, line: Line) -> None:
        saved = self._letters, self._emphasised, self._hidden
        own = read_letters(self._view.properties(run, R_PR))
        if own is not NO_LETTERS or self._in_link:
            self._set_letters(own)
        self.read(run, line)
        self._citation = None
        self._letters, self._emphasised, self._hidden = saved

    def _set_letters(self, own: Letters) -> None:
        """Bold and hidden switch each other off when paragraph and character style both set them."""
        style = self._sheet.letters(own.style) if own.style else NO_LETTERS
        base, default = self._base, self._sheet.letters_default
        self._letters = own
        self._hidden = self.hiding or _resolve(own.hidden, style.hidden, base.hidden, default.hidden)
        if own.right_to_left:
            bold = _resolve(own.bold_complex, style.bold_complex, base.bold_complex, default.bold_complex)
        else:
            bold = _resolve(own.bold, style.bold, base.bold, default.bold, table=self.table_bold)
        underlined = own.underlined if own.underlined is not None else bool(base.underlined)
        self._emphasised = bold or (underlined and not self._in_link)

    def _add(self, text: str, line: Line) -> None:
        if not text or self.fields.silent or self._is_prompt():
            return
        if self._citation is not None:
            self._citation.label += text.strip()
        elif self._hidden:
            line.hidden.append(text)
        else:
            self.fields.note_text(text)
            line.pieces.append((text, self._emphasised))

    def _is_prompt(self) -> bool:
        if self._prompt is Prompt.STYLED:
            return self._prompts.is_prompt_style(self._letters.style)
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
            text = plain(text, self._font())
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

    def _font(self) -> str:
        return self._letters.font or self._sheet.letters(self._letters.style).font or self._base.font

    def _fixed(self, element: Element, line: Line) -> None:
        self._add(_FIXED[element.tag], line)

    def _field_mark(self, element: Element, line: Line) -> None:
        self._add(self.fields.pass_mark(element), line)

    def _field_code(self, element: Element, line: Line) -> None:
        del line  # a code shows nothing
        self.fields.note_code(element.text or "")

    def _simple_field(self, element: Element, line: Line) -> None:
        if self._page_numbers or not is_page_number(element.get(W + "instr", "")):
            self.read(element, line)

    def _link(self, element: Element, line: Line) -> None:
        saved, self._in_link = self._in_link, True
        self.read(element, line)
        self._in_link = saved

    def _cite(self, element: Element, line: Line) -> None:
        if self.fields.silent:
            return
        kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        citation = Citation(kind, element.get(ID, ""), self._hidden)
        line.citations.append(citation)
        if element.get(W + "customMarkFollows", "0").lower() in {"1", "true", "on"}:
            self._citation = citation

    def _comment(self, element: Element, line: Line) -> None:
        line.comments.append(element.get(ID, ""))

    def _foreign_control(self, element: Element, line: Line) -> None:
        del element  # its value lies in a binary part
        line.controls += 1

    def _control(self, control: Element, line: Line) -> None:
        content = control.find(SDT_CONTENT)
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
            line.boxes.append(Box(content=element, hidden=self._hidden))

    def _shape(self, element: Element, line: Line) -> None:
        texts = shape_texts(element, self._package, self._part)
        if texts:
            line.boxes.append(Box(texts=texts, hidden=self._hidden))
        self.read(element, line)

    def _gone(self, element: Element, line: Line) -> None:
        del line  # what the change took away is not in this view
        self.on_change(self._view.gone[element.tag])

    def _shown(self, element: Element, line: Line) -> None:
        self.on_change(self._view.shown[element.tag])
        self.read(element, line)


def _resolve(
    own: bool | None, style: bool | None, base: bool | None, default: bool | None, *, table: bool = False
) -> bool:
    if own is not None:
        return own
    if style is None and base is None and not table:
        return bool(default)
    return bool(default) or (bool(style) ^ bool(base) ^ table)


def _ignore(kind: str) -> None:
    """Hear of a change where nobody counts them."""
