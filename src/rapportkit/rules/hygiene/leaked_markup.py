"""Marks of a word processor, a web page or a converter stand in the text.

Why it matters: most of them are taken off when the report is read, but whoever opens your file sees them,
and what is not recognised as a mark is printed in the middle of somebody's point.

Example: "<b>Firewalls</b> protect", "<ul style="…">", "**Firewalls** protect", "Firewalls &amp; access", or
the field code "HYPERLINK" in front of an address; "Error! Reference source not found.", which Word prints
where a reference leads nowhere any more. Marks that were taken off are told once for each question; Markdown
among them, which some people type on purpose, is for information only.

How to mend: delete the marks; write what a lost reference said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.location import Location
from rapportkit.rules.hygiene.answered import answered, field_of
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.markup import is_markdown, stray_mark
from rapportkit.text.plain import plain

_MARKUP = re.compile(
    r"""
    </?(?:p|ul|ol|li|i|b|u|em|strong|span|div|br|a|table|thead|tbody|tr|td|th|font|sup|sub|h[1-6])(?:\s[^<>]*)?/?>
    | &(?:[a-z]{2,8}|\#\d{1,6}|\#x[0-9a-f]{1,5});
    | \*\*(?=\S)[^*]{1,200}\*\*
    | (?<!\w)__(?=\S)[^_]{1,200}__(?!\w)
    | ^\#{1,6}\ (?=\S)
    | \[[^\[\]]{1,200}\]\(https?://[^()\s]{1,300}\)
    | (?-i:\bHYPERLINK\s+["\\]|\b(?:MERGEFIELD|PAGEREF|INCLUDEPICTURE)\s+["\\\w])
    | \\(?:par|pard|b0|i0)\b
    | \\[a-z]{2,20}\{[^{}]{0,200}\}
    | (?-i:_x00[01][0-9A-F]_|\bx00[01][0-9A-F]\b)
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
# What Word prints in the place of a reference that leads nowhere any more.
_LOST = re.compile(
    r"""
    \bError!\s+(?:Reference\s+source|Bookmark|Hyperlink|Unknown|No\s+(?:text|bookmark|table|sequence)|Not\s+a\s+valid)
    | \bErreur\s?!\s+(?:Source\s+du\s+renvoi|Signet|Référence|Il\s+n|Nom\s+de)
    | ¡Error!\s+(?:No\s+se\s+encuentra|Marcador|Referencia|No\s+hay)
    | \bErro!\s+(?:Fonte\s+de\s+refer|A\s+origem|Indicador)
    | \bFehler!\s+(?:Verweisquelle|Textmarke|Kein)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TEXTS = frozenset({"txt", "md"})
_LONGEST = 40


class _Mark(NamedTuple):
    """A mark that the reading of the report took off, and the answer it stood in."""

    pointer: str
    mark: str
    location: Location


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield one finding for each text with marks left in it, and one for each question they were taken off from."""
    left: set[str] = set()
    for pointer, text in reading.texts:
        if lost := _LOST.search(text):
            quote = shortened(text[lost.start() :].partition(".")[0], _LONGEST * 2)
            yield rule.finding(reading, "reference", pointer, label=reading.label(pointer), quote=quote)
        if mark := _mark(text):
            left.add(field_of(reading, pointer))
            yield rule.finding(reading, "markup", pointer, label=reading.label(pointer), mark=mark)
    by_field: dict[str, list[_Mark]] = {}
    for mark_off in (*_in_lines(reading), *_in_blocks(reading)):
        by_field.setdefault(field_of(reading, mark_off.pointer), []).append(mark_off)
    for field, marks in by_field.items():
        if field not in left:
            yield _cleaned(rule, reading, field, marks)


def _mark(text: str) -> str:
    """The first mark in a text; "" for none. "&X;" is an entity only where it stands for something."""
    found = (mark[0] for mark in _MARKUP.finditer(text))
    mark = next((mark for mark in found if mark[0] != "&" or unescape(mark) != mark), "").strip()[:_LONGEST]
    # A field code is told by its name; what it begins with, a quotation mark or a backslash, would dangle.
    return re.sub(r"(?<=[A-Z])\s+[\"\\\w]$", "", mark)


def _cleaned(rule: Rule, reading: Reading, field: str, marks: list[_Mark]) -> Finding:
    """Tell the first mark that nobody types on purpose, or the first of all, and how many places there are."""
    first = next((each for each in marks if not is_markdown(each.mark)), marks[0])
    return rule.finding(
        reading,
        "cleaned" if len(marks) == 1 else "cleaned-many",
        first.pointer,
        location=first.location,
        severity=Severity.INFO if is_markdown(first.mark) else None,
        label=reading.label(field),
        mark=first.mark,
        count=len(marks),
    )


def _in_lines(reading: Reading) -> Iterator[_Mark]:
    """The marks that the reader of a text file saw, in the lines that hold answers."""
    told = [each for each in reading.report.remarks if each.code == "H001"]
    lines = _lines(reading) if told else {}
    # A label in bold is no answer, even where the answer follows on its line.
    printed = {plain(each.text) for each in reading.report.wording} if told else set()
    for remark in told:
        pointer, mark = lines.get(remark.location.line or 0), str(dict(remark.args).get("mark", ""))
        if pointer and not (is_markdown(mark) and plain(mark) in printed):
            yield _Mark(pointer, mark, remark.location)


def _lines(reading: Reading) -> dict[int, str]:
    """Each line that holds an answer, with the first point in it."""
    found: dict[int, str] = {}
    values = ((pointer, value.location) for pointer, value in reading.report.header)
    for pointer, place in (*values, *((each.pointer, each.point.location) for each in reading.points)):
        if place.line:
            found.setdefault(place.line, pointer)
    for pointer, block in answered(reading):
        for place in (block.location, *(place for _, place in block.breaks)):
            if place.line:
                found.setdefault(place.line, pointer)
    return found


def _in_blocks(reading: Reading) -> Iterator[_Mark]:
    """The marks in the blocks of a Word file, PDF or the like; in a text file its reader saw more."""
    if reading.report.source.format in _TEXTS:
        return
    for pointer, block in answered(reading):
        if mark := stray_mark(block.text):
            yield _Mark(pointer, mark[:_LONGEST], reading.location(pointer) or block.location)


RULE = Rule(
    "H001",
    "leaked-markup",
    Severity.WARNING,
    __doc__,
    check,
    {
        "markup": Said(
            "{label} holds marks of a converter: “{mark}”", "Delete the marks and keep the words."
        ),
        "reference": Said(
            "{label} holds an error in the place of a reference: “{quote}”",
            "Write what stood there, or delete it.",
        ),
        "cleaned": Said(
            "{label} holds marks of a converter in your file: “{mark}”",
            "Delete the marks in your file, though the summary leaves them out.",
        ),
        "cleaned-many": Said(
            "{label} holds marks of a converter in your file, “{mark}” first, {count} places in all",
            "Delete the marks in your file, though the summary leaves them out.",
        ),
    },
)
