"""Page numbers that were glued to a line when pages were joined."""

from __future__ import annotations

import re

_OF = r"(?:of|de|sur|von|/)"
_PAGE = r"(?:page|p[áa]gina|p[áa]g\.|seite)"
# "see page 2 of 5" means what it says.
_NUMBERED = re.compile(
    rf"(?<![\w(])(?:[|–—-]\s*)?{_PAGE}\s+\d{{1,3}}\s*{_OF}\s*\d{{1,3}}(?:\s*[|–—-])?(?![\w)])", re.IGNORECASE
)
_SEEN = re.compile(
    r"\b(?:see|on|from|at|in|to|voir|à|sur|la|cf|ver|v[ée]ase|en|the|and|or|et|ou|y|o)\W*$", re.IGNORECASE
)
_PAGE_AT_EDGE = re.compile(
    rf"^{_PAGE}\s+\d{{1,3}}(?=\s+[A-ZÀ-Þ])|(?<=[.!?”»])\s+[|–—-]?\s*{_PAGE}\s+\d{{1,3}}$", re.IGNORECASE
)
# "… of services. 3": a sentence that has ended, and a number. "para. 3" and "No. 3" have not ended.
_AT_END = re.compile(r"(?<=[a-zß-ÿ)”»’\"][.!?])[”»\"’)]?\s+(?P<number>[-–—]\s?\d{1,3}\s?[-–—]|\d{1,3})$")
_SHORT = re.compile(
    r"\b(?:paras?|approx|chap|items?|arts?|nos?|pp?|obj|vol|sec|fig|ca|nr|n[úu]ms?|p[áa]gs?|cap|ej|cf|goal|target|sdgs?|ods|odd|circa|v|vs|ed|eds"
    r"|ref|res|add|rev|annex|tab|st|op|cit|ibid|al|[a-z])\.$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"[|–—-]?\s*(?:{_PAGE}\s+\d{{1,3}}(?:\s*{_OF}\s*\d{{1,3}})?|\d{{1,3}}\s*/\s*\d{{1,3}})\s*[|–—-]?|[–—-]\s?\d{{1,3}}\s?[–—-]",
    re.IGNORECASE,
)
_TAIL = 60


def glued(text: str) -> tuple[int, int] | None:
    """Where a page number stands in a text that is none of its words: (start, end); None where there is none.

    >>> text = "Cities provide access to services. 3"
    >>> text[slice(*glued(text))], glued("States agreed on para. 3"), glued("See page 2 of 5.")
    ('3', None, None)
    """
    for numbered in _NUMBERED.finditer(text):
        if not _SEEN.search(text[max(0, numbered.start() - 12) : numbered.start()]):
            return numbered.span()
    if page := _PAGE_AT_EDGE.search(text):
        return page.span()
    ahead = max(0, len(text) - _TAIL)
    last = _AT_END.search(text[ahead:])
    if last and not _SHORT.search(text[ahead : ahead + last.start()]):
        return ahead + last.start("number"), ahead + last.end("number")
    feed = text.find("\f")
    return (feed, feed + 1) if feed >= 0 else None


def is_page_number(text: str) -> bool:
    """Whether a text is nothing but a printed page number, with words or dashes that say so.

    >>> [is_page_number(text) for text in ("Page 1 of 1", "- 3 -", "3", "Page 4 lists three cities.")]
    [True, True, False, False]
    """
    return len(text) < _TAIL and _ALONE.fullmatch(text.strip()) is not None
