"""Letters were lost or changed on the way.

Why it matters: a name or a figure may be wrong without anyone seeing it, and the text cannot be searched.

Example: "cafÃ©" for "café", "donâ€™t" for "don’t", the sign "�" where a letter could not be read, "caf?s",
or "don t" where an apostrophe is gone.

How to mend: type the word again. Where the whole file looks like this, save it anew as UTF-8 or send the
Word file instead of a copy of its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.hygiene.answered import field_of
from rapportkit.rules.quoting import around, shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.apostrophes import lost_apostrophe
from rapportkit.text.mojibake import changed

# A question mark between two letters stands for one that could not be written; in an address it means something.
_LOST = re.compile(r"[\ufffd\x00-\x08\x0b\x0e-\x1f\ue000-\uf8ff]|(?<=[a-zß-ÿ])\?(?=[a-zß-ÿ])")
_ADDRESS = re.compile(r"[/@=\\]|www\.")
_QUOTED = 40


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each text with a broken character, quoting the word around the first.

    Apostrophes are lost all over a text or not at all: one finding for each question says so.
    """
    language = reading.report.source.language
    told: set[str] = set()
    for pointer, text in reading.texts:
        if (at := _lost(text)) is not None:
            quote = _word(text, at)
            yield rule.finding(reading, "lost", pointer, label=reading.label(pointer), quote=quote)
        elif broken := changed(text):
            start, end, meant = broken
            quote = _word(text, start)
            label = reading.label(pointer)
            whole = quote.replace(text[start:end], meant)
            yield rule.finding(reading, "changed", pointer, label=label, quote=quote, meant=whole)
        elif (field := field_of(reading, pointer)) not in told and (gone := lost_apostrophe(text, language)):
            told.add(field)
            quote = around(text, gone, _QUOTED)
            yield rule.finding(reading, "apostrophe", pointer, label=reading.label(pointer), quote=quote)


def _lost(text: str) -> int | None:
    """Where a letter could not be read."""
    found = (
        each.start()
        for each in _LOST.finditer(text)
        if each[0] != "?" or not _ADDRESS.search(_word(text, each.start()))
    )
    return next(found, None)


def _word(text: str, at: int) -> str:
    """The word around a place in a text."""
    start = max(text.rfind(sign, 0, at) for sign in " \n") + 1
    end = min((place for sign in " \n" if (place := text.find(sign, at)) >= 0), default=len(text))
    return shortened(text[start:end], _QUOTED)


RULE = Rule(
    "H002",
    "broken-characters",
    Severity.WARNING,
    __doc__,
    check,
    {
        "lost": Said("{label} has a character that could not be read: “{quote}”", "Type this word again."),
        "changed": Said("{label} has letters that were changed on the way: “{quote}”", "Write “{meant}”."),
        "apostrophe": Said("{label} has lost an apostrophe: “{quote}”", "Put the apostrophes back."),
    },
)
