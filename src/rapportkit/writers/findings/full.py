"""Findings one by one in full: where, what, and below it what to do; an empty line after each file."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.checked import Checked
from rapportkit.model.finding import Finding, Severity
from rapportkit.writers.findings import repeats, tally
from rapportkit.writers.findings.lines import (
    HANGING,
    ROOM_FOR_NAMES,
    Paint,
    Parts,
    Told,
    plainly,
    set_in,
)
from rapportkit.writers.findings.phrases import Phrases


def write(checked: Checked) -> bytes:
    """The lines as a file."""
    return tell(checked).page


def tell(checked: Checked, *, width: int = 0, paint: Paint = plainly) -> Told:
    """Tell findings in the order given; `width` wraps at that many columns, 0 leaves lines whole."""
    phrases = Phrases(checked.language)
    lines: list[str] = []
    for _, findings in repeats.by_file(checked):
        named = not 0 < width < ROOM_FOR_NAMES
        for each in repeats.told(findings):
            for parts, indent in _said(each, phrases, named=named):
                lines.extend(set_in(parts, _severity(each), paint, width=width, indent=indent))
        if findings:
            lines.append("")
    closing = paint(tally.closing(checked), "count", tally.worst(checked.findings))
    return Told(tuple(lines), closing)


def _said(each: Finding | repeats.Repeats, phrases: Phrases, *, named: bool) -> Iterator[tuple[Parts, int]]:
    if isinstance(each, repeats.Repeats):
        first = each.findings[0]
        yield _line(first, first.file, each.say(phrases), phrases, named=named), 0
        return
    where = ", ".join(filter(None, (each.file, each.place)))
    yield _line(each, where, each.message, phrases, named=named), 0
    yield [(each.help, "help")], HANGING


def _line(finding: Finding, where: str, message: str, phrases: Phrases, *, named: bool) -> Parts:
    place = phrases.say("place", place=where)
    return [(place, "place"), (message, "message"), (label(finding, phrases, named=named), "code")]


def label(finding: Finding, phrases: Phrases, *, named: bool) -> str:
    """Code, name and severity in brackets; what is no error says so in a word, never by colour alone."""
    rule = f"{finding.code} {finding.name}" if named and finding.name else finding.code
    if finding.severity is Severity.ERROR:
        return f"[{rule}]"
    return f"[{rule}, {phrases.say(finding.severity.value)}]"


def _severity(each: Finding | repeats.Repeats) -> Severity:
    return each.findings[0].severity if isinstance(each, repeats.Repeats) else each.severity
