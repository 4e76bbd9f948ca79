"""How a person can be reached: e-mail addresses, handles, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportkit.mentions.persons import Span

# Pages about one person: a profile in a network, a folder of people, a home page.
_PROFILE = (
    r"(?:(?:\w+\.)?(?:linkedin\.com/(?:in|pub)|orcid\.org|researchgate\.net/profile|facebook\.com|instagram\.com|"
    r"twitter\.com|x\.com|t\.me|wa\.me|threads\.net|bsky\.app/profile|youtube\.com/@|tiktok\.com/@)/?"
    r"|[\w.-]+\.[a-z]{2,}(?:/[\w.-]+)*/(?:people|person|staff|team|profiles?|users?|authors?|speakers?|experts?|members?|"
    r"~|equipe|équipe|equipo|personas?|personnes?)/?)[\w%.~@-]{2,}[^\s,;)»”\"\]]*"
)
_CONTACTS = (
    re.compile(rf"(?<![\w@./-])(?:https?://|mailto:)?{_PROFILE}(?<![.:])", re.IGNORECASE),
    re.compile(r"(?<![\w.+'-])[\w.+'-]++@[\w-]+(?:\.[\w-]+)+"),
    re.compile(
        r"(?<![\w.+'-])[\w.+'-]++\s?[\[(](?:at|AT|arobase|arroba)[\])]\s?[\w-]+(?:(?:\.|\s?[\[(]dot[\])]\s?)[\w-]+)+"
    ),
    re.compile(r"(?<!\w)@\w{3,}"),
    re.compile(
        r"(?:\b(?:tel|phone|mobile|cell|whatsapp|fax|tél|téléphone|móvil|teléfono)\b\.?\s*:?\s*)"
        r"(\+?\(?\d[\d\s().\-/]{4,}\d)",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\w.,])(?:\+|00)\s?[1-9](?:[\s().\-/]{0,2}\d){7,}(?!\w)"),
    re.compile(r"(?<![\w.,])\(\d{2,5}\)\s?\d{3}[\s.-]?\d{2,4}(?:[\s.-]?\d{2,4})?(?!\w)"),
)
# Most texts have nothing that any of these begins with or needs.
_TELLING = re.compile(r"[@\d\[(]|\.\w")


def contacts(text: str) -> Iterator[Span]:
    """Where a text gives an e-mail address, a handle, a telephone number or a page about one person."""
    if not _TELLING.search(text):
        return
    for pattern in _CONTACTS:
        for match in pattern.finditer(text):
            yield match.span(1 if pattern.groups else 0)
