"""Findings as JUnit XML, for the pages on which build servers show tests.

A file is a test suite, a finding a test case of its own: the figures on the page are those of the
other formats, and each finding has its line. A file without findings is one test that passed.

An error fails its test. A warning skips it: of all that the viewers tell apart, only this is seen and
does not break a build, just as a warning does not change the exit status. What is for information
passes and says its piece in the output. A file that could not be checked is an error of the test,
not a failure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from rapportkit.model.checked import Checked, CheckedFile
from rapportkit.model.finding import Finding, Severity
from rapportkit.writers.findings import repeats, signs, tally
from rapportkit.writers.findings.phrases import Phrases


def write(checked: Checked) -> bytes:
    """The suites as XML in UTF-8; without times, which nobody measures here."""
    phrases = Phrases(checked.language)
    suites = [_Suite(file, findings, phrases) for file, findings in repeats.by_file(checked)]
    whole = _figures([outcome for suite in suites for outcome in suite.outcomes])
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites{_attributes(name='rapportkit validate', **whole)}>",
        *(line for suite in suites for line in suite.lines(_waived(checked, suite.file))),
        "</testsuites>",
    ]
    return ("\n".join(lines) + "\n").encode()


class _Suite:
    """One file: its findings as test cases, each with what became of it."""

    def __init__(self, file: CheckedFile, findings: Sequence[Finding], phrases: Phrases) -> None:
        self.file, self.findings, self.phrases = file, findings, phrases
        self.outcomes = [self._outcome(each) for each in findings] or ["passed"]

    def lines(self, waived: int) -> Iterator[str]:
        """The suite as XML; how many findings are waived is said at its end."""
        yield f"  <testsuite{_attributes(name=self.file.name, file=self.file.path or self.file.name, **_figures(self.outcomes))}>"
        names = _names(self.findings)
        for name, finding, outcome in zip(names, self.findings, self.outcomes, strict=False):
            yield from self._case(name, finding, outcome)
        if not self.findings:
            yield f"    <testcase{self._called(self.phrases.say('clean'))}/>"
        if waived:
            yield f"    <system-out>{escape(self.phrases.count('waived', waived))}</system-out>"
        yield "  </testsuite>"

    def _outcome(self, finding: Finding) -> str:
        if finding.severity is Severity.ERROR:
            return "failure" if tally.was_checked(self.file) else "error"
        return "skipped" if finding.severity is Severity.WARNING else "passed"

    def _case(self, name: str, finding: Finding, outcome: str) -> Iterator[str]:
        line = {} if finding.location is None or finding.location.page else {"line": finding.location.line}
        yield f"    <testcase{self._called(name, **line)}>"
        said = [signs.one_line(finding.message), signs.one_line(finding.help)]
        if finding.place:
            said[0] = f"{self.phrases.say('place', place=signs.one_line(finding.place))} {said[0]}"
        body = escape("\n".join(filter(None, said)))
        if outcome == "passed":
            yield f"      <system-out>{body}</system-out>"
        elif outcome == "skipped":
            # Most viewers read nothing of a skipped test but this attribute.
            yield f"      <skipped{_attributes(message=' — '.join(filter(None, said)))}/>"
        else:
            rule = f"{finding.code} {finding.name}"
            yield f"      <{outcome}{_attributes(message=said[0], type=rule)}>{body}</{outcome}>"
        yield "    </testcase>"

    def _called(self, name: str, **more: object) -> str:
        return _attributes(classname=self.file.name, name=name, file=self.file.path or self.file.name, **more)


def _names(findings: Sequence[Finding]) -> Iterator[str]:
    """A name for each: viewers follow a test by its name from run to run, so no two may share one."""
    met: Counter[str] = Counter()
    for each in findings:
        rule = f"{each.code} {each.name}"
        met[rule] += 1
        yield rule if met[rule] == 1 else f"{rule} ({met[rule]})"


def _figures(outcomes: Sequence[str]) -> dict[str, int]:
    return {
        "tests": len(outcomes),
        "failures": outcomes.count("failure"),
        "errors": outcomes.count("error"),
        "skipped": outcomes.count("skipped"),
    }


def _waived(checked: Checked, file: CheckedFile) -> int:
    return sum(each.file == file.name for each in checked.waived)


def _attributes(**values: object) -> str:
    return "".join(
        f' {name}="{escape(signs.one_line(str(value)), {chr(34): "&quot;"})}"'
        for name, value in values.items()
        if value is not None
    )
