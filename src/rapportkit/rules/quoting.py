"""An author's words as a message quotes them: short, in one line, and harmless to a screen."""

from __future__ import annotations

_LIMIT = 64


def shortened(text: str, limit: int = _LIMIT) -> str:
    """A text in one line, cut at a word where it is longer than `limit` characters.

    Signs that cannot be printed show as “�”: some of them steer a terminal.

    >>> shortened("What are the three questions?", 16)
    'What are the…'
    """
    line = " ".join("".join(sign if sign.isprintable() else "�" for sign in word) for word in text.split())
    if len(line) <= limit:
        return line
    kept = line[:limit].rpartition(" ")[0] or line[:limit]
    return f"{kept.rstrip(',;:–—- ')}…"


def has_letters(text: str) -> bool:
    """Whether a text holds at least one letter of any script."""
    return any(sign.isalpha() for sign in text)
