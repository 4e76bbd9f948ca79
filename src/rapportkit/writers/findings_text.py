"""Findings as lines of plain text: one for what and where, one for what to do, a count at the end.

Nothing here knows of a terminal. A caller that does hands in `paint`, which is given each part and
what it is, and gives back what to write; widths are measured before anything is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from rapportkit.model.finding import Finding, Severity

Part = Literal["place", "message", "code", "help", "count"]
Paint = Callable[[str, Part, Severity | None], str]
Parts = Sequence[tuple[str, Part]]

_INDENT = 4
_SHOWN = 5
"""So many findings of one rule are told in full for one file; of those that follow, the places are."""
_FEWEST_GROUPED = 3
_ONE_AND_MANY = {Severity.ERROR: ("error", "errors"), Severity.WARNING: ("warning", "warnings")}


def plainly(text: str, _part: Part, _severity: Severity | None) -> str:
    """Leave a part as it is."""
    return text


def write(
    findings: Sequence[Finding],
    *,
    width: int = 0,
    reports: int | None = None,
    paint: Paint = plainly,
) -> tuple[str, ...]:
    """Write findings as lines without line ends, in the order given, an empty line after each file.

    `width` wraps lines at that many columns, 0 leaves them whole. `reports` is how many files were
    checked, where the closing count should say so.
    """
    lines: list[str] = []
    for _, found in groupby(findings, key=lambda each: each.file):
        for severity, parts, indent in _of_file(tuple(found)):
            lines.extend(_wrapped(parts, severity, indent, width, paint))
        lines.append("")
    worst = next((each for each in Severity if any(one.severity is each for one in findings)), None)
    return (*lines, paint(count(findings, reports), "count", worst))


def count(findings: Sequence[Finding], reports: int | None = None) -> str:
    """The closing line: how many findings of each severity, in how many files.

    >>> count((), 3)
    'Nothing to mend in 3 reports.'
    """
    checked = "" if reports is None else _counted(reports, "report", "reports")
    if not findings:
        return f"Nothing to mend in {checked}." if checked else "Nothing to mend."
    told = [
        _counted(number, *_ONE_AND_MANY.get(severity, ("for information", "for information")))
        for severity in Severity
        if (number := sum(each.severity is severity for each in findings))
    ]
    files = len({each.file for each in findings})
    where = f"{files} of {checked}" if checked else _counted(files, "file", "files")
    return f"{_listed(told)} in {where}."


def _of_file(findings: Sequence[Finding]) -> Iterator[tuple[Severity, Parts, int]]:
    """The lines of one file: severity, parts and indent. Many of one kind are told in one line."""
    seen: dict[str, int] = {}
    rest = {code: _beyond(findings, code) for code in {each.code for each in findings}}
    for finding in findings:
        number = seen[finding.code] = seen.get(finding.code, 0) + 1
        if number <= _SHOWN or not rest[finding.code]:
            yield finding.severity, _said(finding, finding.message), 0
            yield finding.severity, [(finding.help, "help")], _INDENT
        elif number == _SHOWN + 1:
            yield finding.severity, _more(rest[finding.code]), 0


def _beyond(findings: Sequence[Finding], code: str) -> tuple[Finding, ...]:
    """The findings of a rule after those told in full; none where they are too few to be worth a line."""
    rest = tuple(each for each in findings if each.code == code)[_SHOWN:]
    return rest if len(rest) >= _FEWEST_GROUPED else ()


def _said(finding: Finding, message: str) -> Parts:
    place = finding.location.place if finding.location else ""
    where = ", ".join(part for part in (finding.file, place) if part)
    # What is no error says so in a word, never by colour alone.
    kind = "" if finding.severity is Severity.ERROR else f", {finding.severity.value}"
    return [(f"{where}:", "place"), (message, "message"), (f"[{finding.code}{kind}]", "code")]


def _more(findings: Sequence[Finding]) -> Parts:
    places = [(each.location.place if each.location else "") or each.pointer for each in findings]
    whole_file = Finding(findings[0].file, findings[0].code, findings[0].name, findings[0].severity, "")
    return _said(whole_file, f"{len(findings)} more of this kind: {'; '.join(filter(None, places))}")


def _wrapped(parts: Parts, severity: Severity, indent: int, width: int, paint: Paint) -> Iterator[str]:
    """Break a line between words; what goes on is indented."""
    line: list[tuple[str, Part]] = []
    room = width - indent
    for text, part in parts:
        for word in _printable(text).split():
            if width and line and len(word) > room - 1:
                yield " " * indent + _painted(line, severity, paint)
                line, indent, room = [], _INDENT, width - _INDENT
            room -= len(word) + bool(line)
            line.append((word, part))
    if line:
        yield " " * indent + _painted(line, severity, paint)


def _painted(line: Parts, severity: Severity, paint: Paint) -> str:
    runs = groupby(line, key=lambda each: each[1])
    return " ".join(paint(" ".join(word for word, _ in run), part, severity) for part, run in runs)


def _printable(text: str) -> str:
    """Show signs that cannot be printed as “�”: names and quotations may hold some that steer a screen."""
    return "".join(sign if sign.isprintable() or sign.isspace() else "�" for sign in text)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _listed(told: Sequence[str]) -> str:
    *first, last = told
    return f"{', '.join(first)} and {last}" if first else last
