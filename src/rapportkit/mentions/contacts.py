"""How a person can be reached: e-mail addresses, handles, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportkit.mentions.persons import Span

_CONTACTS = (
    re.compile(r"(?<![\w.+'-])[\w.+'-]++@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?<!\w)@\w{3,}"),
    re.compile(
        r"(?:\b(?:tel|phone|mobile|cell|whatsapp|fax|tél|téléphone|móvil|teléfono)\b\.?\s*:?\s*)"
        r"(\+?\(?\d[\d\s().\-/]{4,}\d)",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\w.,])(?:\+|00)\s?[1-9](?:[\s().\-/]{0,2}\d){7,}(?!\w)"),
    re.compile(r"(?<![\w.,])\(\d{2,5}\)\s?\d{3}[\s.-]?\d{2,4}(?:[\s.-]?\d{2,4})?(?!\w)"),
)


def contacts(text: str) -> Iterator[Span]:
    """Where a text gives an e-mail address, a handle or a telephone number."""
    for pattern in _CONTACTS:
        for match in pattern.finditer(text):
            yield match.span(1 if pattern.groups else 0)
