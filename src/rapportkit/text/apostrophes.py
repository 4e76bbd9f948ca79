"""Apostrophes that were lost on the way, where nothing else can be meant: "don t", "qu il"."""

from __future__ import annotations

import re

_ENGLISH = re.compile(
    r"(?<![\w’'-])(?:"
    r"(?:don|doesn|didn|isn|aren|wasn|weren|hasn|haven|hadn|won|wouldn|shouldn|couldn|mustn|ain|can)[ ]t"
    r"|(?:it|that|what|there|let|who|here|he|she)[ ]s|(?:we|they|you)[ ](?:re|ve|ll)|I[ ](?:m|ve|ll)"
    r"|[^\W\d_]{3,}[ ]s(?=[ ][^\W\d_])"
    r")(?![\w’'.-])",
)
_FRENCH = re.compile(
    r"(?<![\w’'-])(?:aujourd[ ]hui|(?:qu|lorsqu|puisqu|jusqu)[ ](?:il|elle|on|une?|ils|elles|en|[àa]u?)"
    r"|[cCnNsS][ ](?:est|était|ont|agit|y)|[dD][ ](?:une?|autres?|accord|être|ici)"
    r"|[lL][ ](?:on|un|une|[aeiouyàâéèêëîïôœh][^\W\d_]{4,}))(?![\w’'-])"
)


def lost_apostrophe(text: str, language: str) -> tuple[int, int] | None:
    """Where an apostrophe was lost: (start, end); None where none is missed, or the language has no rule here.

    >>> lost_apostrophe("We don t know", "en"), lost_apostrophe("Il faut qu il vienne", "fr-CH")
    ((3, 8), (8, 13))
    >>> lost_apostrophe("Group s and t", "es") is None
    True
    """
    form = {"en": _ENGLISH, "fr": _FRENCH}.get(language.partition("-")[0].casefold())
    found = form.search(text) if form and " " in text else None
    return found.span() if found else None
