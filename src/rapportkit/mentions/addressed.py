"""Persons behind an address in scripts whose names no list has: “г-жа Примерова”, “السيدة مثال”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportkit.mentions.persons import Span

_BIG, _NAME = "[А-ЯЁЇІЄҐ]", r"[А-ЯЁЇІЄҐ][а-яёїієґ]+(?:-[А-ЯЁЇІЄҐ][а-яёїієґ]+)?"
_CYRILLIC = re.compile(
    rf"(?<!\w)(?:[Гг]-(?:н[ауе]?|ном|ж[аеу]|жой)|[Гг]оспод(?:ин[ауе]?|ином)|[Гг]оспож(?:[аеу]|ой|и))\.?\s+"
    rf"(?P<name>(?:{_BIG}\.\s?){{0,2}}{_NAME}(?:\s(?:{_BIG}\.|{_NAME})){{0,2}})"
)
# The verb stands ahead, so that the words behind are the name; “السيد الوزير” is an office.
_ARABIC = re.compile(
    r"(?<!\w)[وفبل]?(?:السيدة|السيد|الدكتورة|الدكتور|الأستاذة|الأستاذ)\s*/?\s+"
    r"(?P<name>(?!ال|وزير|رئيس|مدير|سفير|ممثل|أمين|محافظ|عمدة)[\u0621-\u064a]{2,}(?:\s(?!(?:إن|أن|في|من|على|عن|إلى|التي|الذي|هذا|هذه|مع|قال|ذكر|أكد|أشار)\w{0,2}(?!\w))[\u0621-\u064a]{2,})?)"
)
_SCRIPTS = re.compile(r"[\u0400-\u04ff\u0621-\u064a]")


def addressed(text: str) -> Iterator[Span]:
    """Names behind an address in Russian and its neighbours, and in Arabic.

    >>> text = "г-н Иван Образцов возразил"
    >>> [text[slice(*span)] for span in addressed(text)]
    ['Иван Образцов']
    """
    if _SCRIPTS.search(text):
        for pattern in (_CYRILLIC, _ARABIC):
            for match in pattern.finditer(text):
                yield match.span("name")
