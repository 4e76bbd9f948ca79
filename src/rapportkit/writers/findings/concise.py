"""Findings on one line each, in the shape that compilers made common and editors can jump by.

    notes.txt:12:3: error: “Progress” holds 5 points; the form asks for 4 at most [L001 too-many-points]
    rt12.docx: table 2, row 9: warning: “Quotes”: “Act now.” bears no mark [Q002 unmarked-quotation]

Text files are cited by line and column, all others by their place in words. The severity is a word
for programs and therefore the same in every language. Lines are never wrapped: one finding, one line.
"""

from __future__ import annotations

from rapportkit.model.checked import Checked
from rapportkit.model.finding import Finding
from rapportkit.writers.findings import tally
from rapportkit.writers.findings.lines import Paint, Parts, Told, lay, painted, plainly


def write(checked: Checked) -> bytes:
    """The lines as a file."""
    return tell(checked).page


def tell(checked: Checked, *, width: int = 0, paint: Paint = plainly) -> Told:  # noqa: ARG001 - a line stays one; the three text forms are called alike
    """Tell findings in the order given, one a line."""
    lines = [painted(lay(_said(each))[0], each.severity, paint) for each in checked.findings]
    closing = paint(tally.closing(checked), "count", tally.worst(checked.findings))
    return Told(tuple(lines), closing)


def _said(finding: Finding) -> Parts:
    rule = " ".join(filter(None, (finding.code, finding.name)))
    return [
        (f"{_where(finding)}:", "place"),
        (f"{finding.severity.value}:", "severity"),
        (finding.message, "message"),
        (f"[{rule}]", "code"),
    ]


def _where(finding: Finding) -> str:
    place = finding.location
    if place is not None and place.line is not None and place.page is None:
        return ":".join(str(part) for part in (finding.file, place.line, place.column) if part is not None)
    return ": ".join(filter(None, (finding.file, finding.place)))
