"""What may be shown of text that strangers wrote, and how wide it stands on a screen."""

from __future__ import annotations

import re
import unicodedata

_BREAKING = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""White space at which a line may break: the no-break spaces hold a quotation mark to its word."""

_JOINERS = "\u200c\u200d"
"""Signs that Persian, Hindi or a family of emoji cannot be written without."""

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))
"""Hints to a typesetter, which nobody misses."""


def words(text: str) -> list[str]:
    r"""The words of a text between which a line may break.

    >>> [len(word) for word in words("«\u00a0Progrès\u00a0»\tet plus\n")]
    [11, 2, 4]
    """
    return [word for word in _BREAKING.split(printable(text)) if word]


def one_line(text: str) -> str:
    r"""A text on one line, without signs that steer a screen, break XML or cannot be encoded.

    >>> one_line("a\x1b[2J\tb\n c")
    'a�[2J b c'
    """
    return " ".join(words(text))


def lines(text: str) -> list[str]:
    """The lines of a text, each of them printable and none of them stripped at its beginning."""
    return [_BREAKING.sub(" ", printable(line)).rstrip() for line in text.splitlines()]


def printable(text: str) -> str:
    """Show signs that cannot be printed as “�”: controls, half characters, changes of direction."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() or sign.isspace() or sign in _JOINERS else "�"
        for sign in text.translate(_UNSEEN)
    )


def columns(text: str) -> int:
    """How many columns a text takes on a screen.

    >>> columns("Défis"), columns("De\u0301fis"), columns("移民")
    (5, 5, 4)
    """
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def cut(text: str, most: int) -> str:
    """A text of at most so many signs; what was longer ends in “…”.

    >>> cut("abcdef", 4), cut("abcd", 4)
    ('abc…', 'abcd')
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
