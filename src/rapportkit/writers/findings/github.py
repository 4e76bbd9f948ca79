"""Findings as workflow commands, which GitHub turns into annotations beside the files.

    ::warning file=notes.txt,line=12,col=3,title=Q002 unmarked-quotation::“Quotes”: … bears no mark%0AMark it.

The count closes them as a plain line of the log.
"""

from __future__ import annotations

from rapportkit.model.checked import Checked
from rapportkit.model.finding import Finding, Severity
from rapportkit.writers.findings import signs, tally
from rapportkit.writers.findings.phrases import Phrases

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(checked: Checked) -> bytes:
    """One command a line."""
    phrases, paths = Phrases(checked.language), checked.paths()
    lines = [
        *(_command(each, paths.get(each.file, each.file), phrases) for each in checked.findings),
        tally.closing(checked),
    ]
    return ("\n".join(lines) + "\n").encode()


def _command(finding: Finding, path: str, phrases: Phrases) -> str:
    place = finding.location
    lined = place is not None and place.line is not None and place.page is None
    told = {
        "file": path,
        "line": str(place.line) if place is not None and lined else "",
        "col": str(place.column or "") if place is not None and lined else "",
        "title": " ".join(filter(None, (finding.code, finding.name))),
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in told.items() if value)
    where = f"{phrases.say('place', place=finding.place)} " if finding.place and not lined else ""
    said = filter(None, (signs.one_line(f"{where}{finding.message}"), signs.one_line(finding.help)))
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(chr(10).join(said))}"


def _data(text: str) -> str:
    r"""A message as the runner unescapes it: the sign of escaping first.

    >>> _data("100%\nsure")
    '100%25%0Asure'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property's value, which ends at a comma or a colon.

    >>> _property("a, b: 5%")
    'a%2C b%3A 5%25'
    """
    return _data(signs.one_line(text)).replace(":", "%3A").replace(",", "%2C")
