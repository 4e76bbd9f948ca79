"""How pages saved from Word, and mails from Outlook, write lists: labels typed into spans."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapportkit.readers.web.css import Declarations
from rapportkit.readers.web.frames import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVEL = re.compile(r"level(\d)")
_SPACER = re.compile(r"7\.0pt[ \"']+times new roman")


def level(said: Declarations) -> int:
    """The depth of the list item that a paragraph is, from 1.

    >>> level({"mso-list": "l0 level2 lfo1"}), level({})
    (2, 1)
    """
    found = _LEVEL.search(said.get("mso-list", ""))
    return int(found[1]) if found else 1


def is_label(said: Declarations) -> bool:
    """Whether an element holds a list label."""
    return "ignore" in said.get("mso-list", "")


def is_spacer(element: Element, said: Declarations) -> bool:
    """Whether an element is the gap that Word puts behind a list label: spaces in a tiny type."""
    return _SPACER.match(said.get("font", "")) is not None and not text_of(element).strip()


def is_mark(text: str) -> bool:
    """Whether a text is short enough to be a list label."""
    return 0 < len(text) <= 8 and " " not in text


def is_prompt(control: Element) -> bool:
    """Whether a content control still shows the prompt that asks to fill it in."""
    return control.get("showingplchdr", "").lower() in {"t", "true", "1"}


def is_comment_mark(link: Element) -> bool:
    """Whether a link is the mark of a comment."""
    return "msocomanchor" in link.get("class", "")
