"""How many findings of which severity, in how many files: the line that comes last."""

from __future__ import annotations

from collections.abc import Sequence

from rapportkit.model.checked import Checked, CheckedFile
from rapportkit.model.finding import Finding, Severity
from rapportkit.writers.findings.phrases import Phrases


def worst(findings: Sequence[Finding]) -> Severity | None:
    """The gravest severity among findings."""
    return min((each.severity for each in findings), key=lambda each: each.rank, default=None)


def number(findings: Sequence[Finding], severity: Severity) -> int:
    """How many findings are of one severity."""
    return sum(each.severity is severity for each in findings)


def counts(findings: Sequence[Finding], phrases: Phrases) -> str:
    """The findings counted by severity, worst first; "" where there are none.

    >>> counts([Finding("a.txt", "L001", "too-many-points", Severity.ERROR, "…")] * 2, Phrases("fr"))
    '2 erreurs'
    """
    told = [
        phrases.count(f"{severity.value}s", count)
        for severity in Severity
        if (count := number(findings, severity))
    ]
    if len(told) < 2:
        return "".join(told)
    return phrases.say("and", first=", ".join(told[:-1]), last=told[-1])


def closing(checked: Checked) -> str:
    """The line that closes a list of findings.

    >>> closing(Checked(files=(CheckedFile("a.txt", "a-form"), CheckedFile("b.txt", "a-form"))))
    'Nothing to mend in 2 reports.'
    """
    phrases = Phrases(checked.language)
    unread = [file for file in checked.files if not was_checked(file)]
    parts = [_told(checked, len(unread), phrases)]
    if unread:
        parts.append(phrases.count("unread", len(unread)))
    if checked.waived:
        parts.append(phrases.count("waived", len(checked.waived)))
    return f"{phrases.row(parts)}."


def was_checked(file: CheckedFile) -> bool:
    """Whether a file could be read and follows a form."""
    return bool(file.template)


def _told(checked: Checked, unread: int, phrases: Phrases) -> str:
    """What was found in which files; "" where no file could be checked and nothing was found."""
    total = len(checked.files)
    if not checked.findings:
        if total and total == unread:
            return ""
        files = phrases.count("reports", total - unread)
        return phrases.say("clean_in", files=files) if total else phrases.say("clean")
    told = counts(checked.findings, phrases)
    found = len({each.file for each in checked.findings})
    if not total:
        return phrases.say("in", told=told, files=phrases.count("files", found))
    # A file that could not be read is hardly a report.
    files = phrases.count("files" if unread else "reports", total)
    if found == total:
        return phrases.say("in", told=told, files=files)
    return phrases.say("in_some", told=told, found=found, files=files)
