"""What the properties of a paragraph come to, worked out once for all paragraphs that say the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapportkit.readers.ooxml.changes import View
from rapportkit.readers.ooxml.names import P_PR, R_PR, RUN, W, child, is_on, properties
from rapportkit.readers.ooxml.numbering import Lists, in_list
from rapportkit.readers.ooxml.styles import NO_PARAGRAPH, Paragraph, StyleSheet, read_paragraph

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LISTED = f"{W}numPr/{W}ins"  # the change that made a paragraph part of a list


@dataclass(frozen=True, slots=True)
class Form:
    """A paragraph's form: `plain` with its style, `listed` also with its list's level and indent.

    `style` is the id of its style; `changes` are the marks of tracked changes to its end, which is
    hidden where `end_hidden` says so.
    """

    style: str
    plain: Paragraph
    listed: Paragraph
    changes: tuple[str, ...] = ()
    end_hidden: bool = False


class Forms:
    """The forms of a file's paragraphs. A report has hundreds of paragraphs in a dozen forms."""

    def __init__(self, sheet: StyleSheet, lists: Lists, view: View) -> None:
        self._sheet, self._lists, self._view = sheet, lists, view
        self._known: dict[object, Form] = {}
        self.unsaid = self._read(None)

    def of(self, paragraph: Element) -> Form:
        """The form of a paragraph."""
        own = properties(paragraph, P_PR, RUN)
        if own is None:
            return self.unsaid
        said = tuple([(mark.tag, *mark.items()) for mark in own.iter()])
        form = self._known.get(said)
        if form is None:
            form = self._known[said] = self._read(own)
        return form

    def _read(self, said: Element | None) -> Form:
        if said is None:
            return self._formed(NO_PARAGRAPH, (), end_hidden=False)
        own = read_paragraph(self._view.shown_properties(said))
        if self._view.original and said.find(_LISTED) is not None:
            own = replace(own, list=None, depth=None)
        end = child(said, R_PR)
        changes = () if end is None else tuple(mark.tag for mark in end if self._view.is_change(mark.tag))
        return self._formed(own, changes, end_hidden=end is not None and is_on(child(end, W + "vanish")))

    def _formed(self, own: Paragraph, changes: tuple[str, ...], *, end_hidden: bool) -> Form:
        plain = own.over(self._sheet.paragraph(own.style))
        return Form(own.style, plain, in_list(plain, own, self._lists, self._sheet), changes, end_hidden)
