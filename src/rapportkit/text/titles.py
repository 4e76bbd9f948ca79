"""When two titles of a session are the same title."""

from __future__ import annotations

from rapidfuzz import fuzz

from rapportkit.text.plain import plain

_LIKE = 85.0
"""Percent. A slip of the pen and a word left out are above it, the next session on the same theme below."""

_FEWEST = 2
"""Words. A title of one word is no part of a longer one by more than chance."""


def same_title(one: str, other: str) -> bool:
    """Whether two titles are one: the same words but for a slip, or one of them without its subtitle.

    >>> same_title("Migrants and public services", "Migrants & Public Services")
    True
    >>> same_title("Regional mobility", "Regional mobility and policy coherence: support for development")
    True
    >>> same_title("Regional mobility", "Migrants and public services")
    False
    """
    left, right = plain(one), plain(other)
    short, long = sorted((left, right), key=len)
    if not short:
        return not long
    begins = long.startswith(f"{short} ") and len(short.split()) >= _FEWEST
    return begins or fuzz.ratio(left, right) >= _LIKE or fuzz.token_sort_ratio(left, right) >= _LIKE
