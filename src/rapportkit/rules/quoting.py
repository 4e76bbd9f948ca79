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


def around(text: str, span: tuple[int, int], limit: int = _LIMIT) -> str:
    """The words about a place in a text, so that it can be found again.

    >>> around("Access to services relates to SDG 18 and to others that were named in the session", (34, 36), 20)
    '…to SDG 18 and to…'
    """
    if len(text) <= limit:
        return shortened(text, limit)
    room = max(0, limit - (span[1] - span[0])) // 2
    start, end = max(0, span[0] - room), min(len(text), span[1] + room)
    start = text.find(" ", start, span[0]) + 1 if start and " " in text[start : span[0]] else start
    end = text.rfind(" ", span[1], end) if end < len(text) and " " in text[span[1] : end] else end
    said = shortened(text[start:end], limit * 2)
    return f"{'…' if start else ''}{said}{'…' if end < len(text) and not said.endswith('…') else ''}"


def has_letters(text: str) -> bool:
    """Whether a text holds at least one letter of any script."""
    return any(sign.isalpha() for sign in text)
