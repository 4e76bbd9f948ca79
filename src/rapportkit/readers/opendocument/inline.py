"""Inside a paragraph: spans, breaks, fields, marks and boxes become a line of text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportkit.readers.ooxml.line import Line
from rapportkit.readers.ooxml.symbols import CHECKED, UNCHECKED, plain
from rapportkit.readers.opendocument.names import (
    DC,
    DRAW,
    FORM,
    LOEXT,
    META,
    OFFICE,
    STYLE_NAME,
    SVG,
    TEXT,
    H,
    P,
    whole,
)
from rapportkit.readers.opendocument.setting import Setting
from rapportkit.readers.opendocument.styles import NOTHING, Letters

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SPACES = re.compile(r"[ \t\r\n]+")
_SOFT_HYPHEN = "\u00ad"
_MOST_SPACES = 1000
SILENT = frozenset(
    [
        *(TEXT + name for name in ("number", "tracked-changes", "note-citation", "placeholder", "script")),
        *(TEXT + name for name in ("list-level-style-number", "index-title-template")),
        *(SVG + name for name in ("title", "desc")),
        *(META + name for name in ("date-string", "creator-initials")),
        *(DC + name for name in ("creator", "date")),
        OFFICE + "event-listeners",
        OFFICE + "binary-data",
        LOEXT + "sender-initials",
    ]
)
"""Elements whose letters are no text of the page."""

_PAGE_NUMBERS = frozenset(TEXT + name for name in ("page-number", "page-count", "page-continuation"))


@dataclass(slots=True)
class Paragraph:
    """What was read of one paragraph: its letters, and what hangs on it, in order."""

    line: Line = field(default_factory=Line)
    hidden: list[str] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    comments: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class Inline:
    """Reads the paragraphs of one story. `hiding` is set while everything read is hidden.

    `page_numbers` says whether the numbers of pages are wanted; `on_change` hears of each tracked
    change, and `formula` reads an embedded object.
    """

    def __init__(self, setting: Setting, *, page_numbers: bool) -> None:
        self.hiding = False
        self.on_change: Callable[[], None] = _ignore
        self.formula: Callable[[Element], str] = _no_formula
        self._styles, self._controls, self._page_numbers = setting.styles, setting.controls, page_numbers
        self._removed = setting.removed
        self._inserted: set[str] = set()
        self._letters = NOTHING
        self._in_link = False
        self._readers: dict[str, Callable[[Element, Paragraph], None]] = {
            TEXT + "span": self._span,
            TEXT + "a": self._link,
            TEXT + "s": self._space,
            TEXT + "tab": self._fixed,
            TEXT + "line-break": self._fixed,
            TEXT + "note": self._note,
            TEXT + "hidden-text": self._hidden_text,
            TEXT + "change": self._change,
            TEXT + "change-start": self._change,
            TEXT + "change-end": self._change,
            TEXT + "ruby-text": self._reading,
            OFFICE + "annotation": self._comment,
            LOEXT + "content-control": self._content_control,
            DRAW + "control": self._control,
            DRAW + "object": self._object,
            P: self._stray_paragraph,
            H: self._stray_paragraph,
            **dict.fromkeys((DRAW + name for name in ("text-box", *SHAPES)), self._box),
        }

    def read(self, element: Element, style: str) -> Paragraph:
        """Read a paragraph in a style."""
        paragraph = Paragraph()
        self._letters = self._styles.paragraph(style).letters
        saved = self.hiding
        self.hiding = saved or any(
            mark.get(TEXT + "is-hidden") == "true" for mark in element.iter(TEXT + "hidden-paragraph")
        )
        self._walk(element, paragraph)
        self.hiding = saved
        return paragraph

    def _walk(self, parent: Element, paragraph: Paragraph) -> None:
        self._text(parent.text, paragraph)
        for child in parent:
            reader = self._readers.get(child.tag)
            if reader is not None:
                reader(child, paragraph)
            elif child.tag not in SILENT and (self._page_numbers or child.tag not in _PAGE_NUMBERS):
                self._walk(child, paragraph)
            self._text(child.tail, paragraph)

    def _text(self, text: str | None, paragraph: Paragraph) -> None:
        """White space in the XML is one space, and none where one stands already or a line begins."""
        if not text:
            return
        text = _SPACES.sub(" ", text).replace(_SOFT_HYPHEN, "")
        if text.startswith(" ") and _ends_in_space(paragraph, hidden=self._is_hidden):
            text = text[1:]
        if len(text) == 1 or not text.isascii():
            text = plain(text, self._letters.font)
        self._add(text, paragraph)

    @property
    def _is_hidden(self) -> bool:
        return self.hiding or bool(self._letters.hidden)

    def _add(self, text: str, paragraph: Paragraph) -> None:
        if not text or self._inserted:
            return
        if self._is_hidden:
            paragraph.hidden.append(text)
        else:
            letters = self._letters
            emphasised = bool(letters.bold or (letters.underlined and not self._in_link))
            paragraph.line.pieces.append((text, emphasised))

    def _span(self, element: Element, paragraph: Paragraph) -> None:
        saved = self._letters
        self._letters = self._look(element).over(saved)
        self._walk(element, paragraph)
        self._letters = saved

    def _look(self, element: Element) -> Letters:
        return self._styles.letters(element.get(STYLE_NAME, ""))

    def _link(self, element: Element, paragraph: Paragraph) -> None:
        saved, self._in_link = self._in_link, True
        self._walk(element, paragraph)
        self._in_link = saved

    def _space(self, element: Element, paragraph: Paragraph) -> None:
        self._add(" " * (whole(element.get(TEXT + "c"), _MOST_SPACES) or 1), paragraph)

    def _fixed(self, element: Element, paragraph: Paragraph) -> None:
        self._add("\t" if element.tag == TEXT + "tab" else "\n", paragraph)

    def _note(self, element: Element, paragraph: Paragraph) -> None:
        paragraph.notes.append(element)

    def _comment(self, element: Element, paragraph: Paragraph) -> None:
        paragraph.comments.append(element)

    def _box(self, element: Element, paragraph: Paragraph) -> None:
        paragraph.boxes.append(element)

    def _change(self, element: Element, paragraph: Paragraph) -> None:
        deletion = self.pass_change(element)
        for index, piece in enumerate(() if deletion is None else deletion.iter(P, H)):
            if index:
                self._add("\n", paragraph)
            self._walk(piece, paragraph)

    def pass_change(self, mark: Element) -> Element | None:
        """Pass the mark of a tracked change; what it deleted, where that is wanted.

        What was deleted stands elsewhere in the file, what was inserted between two marks.
        """
        identifier = mark.get(TEXT + "change-id", "")
        if mark.tag == TEXT + "change-end":
            self._inserted.discard(identifier)
            return None
        self.on_change()
        if self._removed is None or identifier not in self._removed:
            return None
        if mark.tag == TEXT + "change-start" and self._removed[identifier] is None:
            self._inserted.add(identifier)
        return self._removed[identifier]

    def _reading(self, element: Element, paragraph: Paragraph) -> None:
        self._add("(", paragraph)
        self._walk(element, paragraph)
        self._add(")", paragraph)

    def _hidden_text(self, element: Element, paragraph: Paragraph) -> None:
        if element.get(TEXT + "is-hidden") == "true":
            paragraph.hidden.append(
                element.get(TEXT + "string-value") or "".join(map(str, element.itertext()))
            )
        else:
            self._walk(element, paragraph)

    def _content_control(self, element: Element, paragraph: Paragraph) -> None:
        """The prompt of an untouched control is no answer."""
        if element.get(LOEXT + "showing-place-holder") != "true":
            self._walk(element, paragraph)

    def _control(self, element: Element, paragraph: Paragraph) -> None:
        control = self._controls.get(element.get(DRAW + "control", ""))
        if control is not None:
            self._add(_entered(control), paragraph)

    def _object(self, element: Element, paragraph: Paragraph) -> None:
        self._add(self.formula(element), paragraph)

    def _stray_paragraph(self, element: Element, paragraph: Paragraph) -> None:
        """A paragraph where only letters may stand is at least a line of its own."""
        self._add("\n", paragraph)
        self._walk(element, paragraph)


SHAPES = (
    *("custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon", "regular-polygon", "path"),
    *("caption", "connector", "measure"),
)
"""Drawings that may carry text."""


def _ends_in_space(paragraph: Paragraph, *, hidden: bool) -> bool:
    if hidden:
        return not paragraph.hidden or paragraph.hidden[-1].endswith(" ")
    pieces = paragraph.line.pieces
    return not pieces or pieces[-1][0][-1] in " \n"


def _entered(control: Element) -> str:
    """What a control of a form shows."""
    if control.tag in {FORM + "checkbox", FORM + "radio"}:
        state = control.get(FORM + "current-state") or control.get(FORM + "state")
        on = state == "checked" or control.get(FORM + "current-selected") == "true"
        return f"{CHECKED if on else UNCHECKED} {control.get(FORM + 'label', '')} "
    if control.tag == FORM + "listbox":
        picked = [
            option
            for option in control.iter(FORM + "option")
            if option.get(FORM + "current-selected") == "true"
        ]
        return " ".join(option.get(FORM + "label", "") for option in picked)
    if control.tag in {FORM + "button", FORM + "fixed-text"}:
        return control.get(FORM + "label", "")
    if control.tag in {FORM + "hidden", FORM + "password", FORM + "file", FORM + "image"}:
        return ""
    paragraphs = (" ".join("".join(map(str, each.itertext())).split()) for each in control.iter(P))
    return control.get(FORM + "current-value") or control.get(FORM + "value") or "\n".join(paragraphs)


def _ignore() -> None:
    """Hear of a change where nobody counts them."""


def _no_formula(element: Element) -> str:
    del element  # only the body has objects
    return ""
