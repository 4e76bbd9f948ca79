"""Letters of UTF-8 that were read in another encoding, once or several times, and what they were."""

from __future__ import annotations

import re

# The first byte of a letter of two to four, as Windows-1252 and MacRoman show it, and signs that may follow.
# After a capital, Ã may be a real letter: the Portuguese word for "tomorrow" in capitals, before a quotation mark.
_SUSPECT = re.compile(
    r"(?<![A-Z])[ÂÃ][^\x00-\x7f]{1,3}"
    r"|(?<![A-Z])[ÄÅÎÐÑ][\x80-\xbf\u0152-\u02dc\u2020-\u2022\u2026-\u203a\u20ac\u2122]|Å“(?=[a-z])"
    r"|[âð][^\x00-\x7f]{2,3}|√[^\x00-\x7f]|‚(?:Ä[^\x00-\x7f]|àö[^\x00-\x7f]{2})|¬[´ª†∞]|≈[ìí]"
)
_DEEPEST = 3
_ENCODINGS = ("cp1252", "mac_roman")
_RUN = re.compile(r"[^\x00-\x7f]{2,40}")


def changed(text: str) -> tuple[int, int, str] | None:
    """Where the first changed letters stand, and what was meant: (start, end, meant); None where all is well.

    >>> changed("The cafÃ© was full"), changed("Donâ€™t wait"), changed("caf√©")
    ((7, 9, 'é'), (3, 6, '’'), (3, 5, 'é'))
    >>> changed("cafÃƒÂ©"), changed("São Tomé, AMANHÃ”")
    ((3, 7, 'é'), None)
    """
    for found in _SUSPECT.finditer(text):
        run = _RUN.match(text, found.start())
        if run is None:
            continue
        for broken in dict.fromkeys((run[0], found[0])):
            meant = restored(broken)
            if meant is not None:
                return found.start(), found.start() + len(broken), meant
    return None


def restored(broken: str) -> str | None:
    """Undo the wrong reading, as often as it was made; None where the letters are no such thing.

    >>> restored("Ã©"), restored("â€™"), restored("Ãx"), restored("ÃƒÂ©")
    ('é', '’', None, 'é')
    """
    said: str | None = None
    for _ in range(_DEEPEST):
        once = next(filter(None, (_undone(broken, each) for each in _ENCODINGS)), None)
        if once is None:
            break
        said = broken = once
    return said


def _undone(broken: str, encoding: str) -> str | None:
    try:
        meant = b"".join(_byte(letter, encoding) for letter in broken).decode("utf-8")
    except UnicodeError:
        return None
    # Signs that steer a terminal are no letters that anybody meant.
    seen = meant.replace("\xa0", " ").replace("\xad", "")
    return meant if meant != broken and seen.isprintable() else None


def _byte(letter: str, encoding: str) -> bytes:
    """The byte that an encoding shows as a letter; the five that Windows-1252 leaves open stand for themselves."""
    try:
        return letter.encode(encoding)
    except UnicodeEncodeError:
        return letter.encode("latin-1")
