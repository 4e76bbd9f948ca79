"""Content that a file carries in several forms: one of them is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapportkit.readers.ooxml.names import CHOICE, DRAWING, FALLBACK, MATH, T

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WRITTEN = (T, MATH + "t", DRAWING + "t")


def branch(alternate: Element) -> Element | None:
    """One branch of a choice, the preferred one; a later one where only that carries text."""
    options = [child for child in alternate if child.tag in {CHOICE, FALLBACK}]
    return next((option for option in options if _has_text(option)), options[0] if options else None)


def _has_text(element: Element) -> bool:
    return any(text.text for text in element.iter(*_WRITTEN))
