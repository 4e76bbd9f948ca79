"""Letters were lost or changed on the way.

Why it matters: a name or a figure may be wrong without anyone seeing it, and the text cannot be searched.

Example: "cafÃ©" for "café", "donâ€™t" for "don’t", or the sign "�" where a letter could not be read.

How to mend: type the word again. Where the whole file looks like this, save it anew as UTF-8 or send the
Word file instead of a copy of its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said

_LOST = re.compile(r"[\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\ue000-\uf8ff]")
# UTF-8 that was read as Windows-1252: the bytes of one letter as two to four others. After a capital, Ã
# may be a real letter: the Portuguese word for "tomorrow" in capitals, before a closing quotation mark.
_CHANGED = re.compile(r"(?<![A-Z])[ÂÃ][^\x00-\x7f]|â[^\x00-\x7f]{2}|ð[^\x00-\x7f]{3}")


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield one finding for each text with a broken character, quoting the word around the first."""
    for pointer, text in reading.texts:
        if lost := _LOST.search(text):
            quote = _word(text, lost.start())
            yield rule.finding(reading, "lost", pointer, label=reading.label(pointer), quote=quote)
        elif found := _changed(text):
            quote, meant = found
            label = reading.label(pointer)
            yield rule.finding(reading, "changed", pointer, label=label, quote=quote, meant=meant)


def _changed(text: str) -> tuple[str, str] | None:
    """The word around the first letter that was read in the wrong encoding, as it is and as it was meant."""
    for match in _CHANGED.finditer(text):
        if (meant := _restored(match[0])) is not None:
            quote = _word(text, match.start())
            return quote, quote.replace(match[0], meant)
    return None


def _restored(broken: str) -> str | None:
    """Undo the wrong reading; None where the letters are no such thing.

    >>> _restored("Ã©"), _restored("â€™"), _restored("Ãx")
    ('é', '’', None)
    """
    try:
        return b"".join(_byte(letter) for letter in broken).decode("utf-8")
    except UnicodeError:
        return None


def _byte(letter: str) -> bytes:
    """The byte that Windows-1252 shows as a letter; the five that it leaves open stand for themselves."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def _word(text: str, at: int) -> str:
    """The word around a place in a text."""
    start = max(text.rfind(sign, 0, at) for sign in " \n") + 1
    end = min((place for sign in " \n" if (place := text.find(sign, at)) >= 0), default=len(text))
    return shortened(text[start:end], 40)


RULE = Rule(
    "H002",
    "broken-characters",
    Severity.WARNING,
    __doc__,
    check,
    {
        "lost": Said("{label} has a character that could not be read: “{quote}”", "Type this word again."),
        "changed": Said("{label} has letters that were changed on the way: “{quote}”", "Write “{meant}”."),
    },
)
