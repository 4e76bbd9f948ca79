"""What people filled into the controls of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapportkit.readers.ooxml.symbols import CHECKED, UNCHECKED
from rapportkit.readers.web.frames import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BUTTONS = frozenset({"submit", "button", "reset", "image"})
_UNSEEN = frozenset({"hidden", "password", "file", "image"})


def kind_of(control: Element) -> str:
    """The type of an input, "text" where it names none."""
    return (control.get("type") or "text").strip().lower()


def entered(control: Element) -> str:
    """What an input shows: its value, or ☒ or ☐ for a box; a prompt in an empty one is no value."""
    kind = kind_of(control)
    if kind in {"checkbox", "radio"}:
        return UNCHECKED if control.get("checked") is None else CHECKED
    return "" if kind in _UNSEEN else control.get("value") or ""


def chosen(control: Element) -> str:
    """What a drop-down list shows: the options chosen, else its first one unless that is a mere prompt."""
    options = list(control.iter("option"))
    picked = [option for option in options if option.get("selected") is not None]
    if not picked and control.get("multiple") is None and control.get("size") in {None, "", "1"}:
        picked = options[:1]
    texts = (_text(option) for option in picked if option.get("value") != "")
    return ", ".join(text for text in texts if text)


def _text(option: Element) -> str:
    return " ".join((option.get("label") or text_of(option)).split())
