"""Fields: what they show is text, the codes that made it are not."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportkit.readers.ooxml import names
from rapportkit.readers.ooxml.names import VAL, W, is_on
from rapportkit.readers.ooxml.symbols import CHECKED, UNCHECKED

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FIELD_MARK = W + "fldChar"
_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))', re.IGNORECASE)
_PAGE_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})


@dataclass(slots=True)
class _Open:
    """A field whose end has not come yet.

    `silent` while its code is read or its result is not wanted; `shown` once its result brought text.
    """

    fallback: str
    code: str = ""
    silent: bool = True
    shown: bool = False


class Fields:
    """The fields that are open at one place of a story; they may begin and end in different paragraphs.

    `open` says whether there is one: if not, nothing else needs to be asked or heard. `address` is
    where the link leads whose result came last.
    """

    def __init__(self, root: Element, gone: Container[str], *, page_numbers: bool) -> None:
        """Find the fields of a story that are whole: a begin without an end would swallow all after it.

        `gone` are the marks of changes around what is not read.
        """
        self._page_numbers = page_numbers
        self._stack: list[_Open] = []
        self._silent = 0
        self.open = False
        self.address = ""
        self._marks = [mark for mark in root.iter(FIELD_MARK) if not _is_gone(mark, gone)]
        self._whole = _pair(self._marks)

    @property
    def silent(self) -> bool:
        """Whether text at this place is a code, or a page number that is not wanted."""
        return self._silent > 0

    def note_code(self, text: str) -> None:
        """Hear a piece of the innermost field's code."""
        if self._stack and self._stack[-1].silent:
            self._stack[-1].code += text

    def note_text(self, text: str) -> None:
        """Hear that text was shown inside the open fields."""
        if self._stack and text.strip():
            self._stack[-1].shown = True

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Read a text box: the fields around its anchor do not reach into it."""
        saved = self._stack, self._silent, self.open
        self._stack, self._silent, self.open = [], 0, False
        yield
        self._stack, self._silent, self.open = saved

    def pass_mark(self, mark: Element) -> str:
        """Go past a begin, separate or end; the text to show for it (form fields keep theirs apart)."""
        if mark not in self._whole:
            return ""
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self._stack.append(_Open(form_value(mark.find(W + "ffData"))))
            self._silent += 1
            self.open = True
        elif self._stack and kind == "separate":
            self._show_result(self._stack[-1])
        elif self._stack and kind == "end":
            return self._close(self._stack.pop())
        return ""

    def _show_result(self, entry: _Open) -> None:
        self.address = link_address(entry.code) or self.address
        muted = not self._page_numbers and is_page_number(entry.code)
        if entry.silent and not muted:
            self._silent -= 1
        entry.silent = muted

    def _close(self, entry: _Open) -> str:
        self.open = bool(self._stack)
        if entry.silent:
            self._silent -= 1
        if self._stack and entry.shown:
            self._stack[-1].shown = True
        return "" if entry.shown or self.silent else entry.fallback


def is_page_number(code: str) -> bool:
    r"""Whether a field's code asks for a page number or a number of pages.

    >>> is_page_number(" PAGE \\* MERGEFORMAT "), is_page_number("PAGEREF _Toc1"), is_page_number("")
    (True, False, False)
    """
    return code.split(maxsplit=1)[0].upper() in _PAGE_NUMBERS if code.strip() else False


def link_address(code: str) -> str:
    r"""Where a field's code leads, "" for a field that is no link or leads to a place in its own file.

    >>> link_address(' HYPERLINK "https://example.org/a" \\o "tip" '), link_address('HYPERLINK \\l "here"')
    ('https://example.org/a', '')
    """
    found = _LINK.match(code)
    return found[1] or found[2] if found else ""


def form_value(data: Element | None) -> str:
    """What an old form field shows that keeps its value in its data: a check box or a drop-down."""
    if data is None:
        return ""
    box, choice = data.find(W + "checkBox"), data.find(W + "ddList")
    if box is not None:
        checked = box.find(W + "checked")
        return CHECKED if is_on(box.find(W + "default") if checked is None else checked) else UNCHECKED
    if choice is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choice.iterfind(W + "listEntry")]
    picked = names.number(choice, W + "result")
    picked = names.number(choice, W + "default") or 0 if picked is None else picked
    return entries[picked] if 0 <= picked < len(entries) else ""


def _pair(marks: list[Element]) -> frozenset[Element]:
    """The marks that belong to fields with both a begin and an end."""
    open_fields: list[list[Element]] = []
    whole: list[Element] = []
    for mark in marks:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            open_fields.append([mark])
        elif open_fields and kind == "separate":
            open_fields[-1].append(mark)
        elif open_fields and kind == "end":
            whole += [*open_fields.pop(), mark]
    return frozenset(whole)


def _is_gone(mark: Element, gone: Container[str]) -> bool:
    return any(parent.tag in gone for parent in mark.iterancestors())
