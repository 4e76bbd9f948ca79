"""Findings as GitHub's workflow commands, read back as its runner does."""

from __future__ import annotations

import re

from hypothesis import given, settings

from rapportkit.model.checked import Checked
from rapportkit.model.location import Location
from rapportkit.writers.findings.github import write
from writers.findings.samples import CHECKED, finding, hostile

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A command, its properties and its message, unescaped."""
    found = COMMAND.fullmatch(line)
    assert found, line
    properties = dict(each.split("=", 1) for each in found[2].split(","))
    return found[1], {name: unescaped(value) for name, value in properties.items()}, unescaped(found[3])


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_the_whole_log():
    assert write(CHECKED).decode().splitlines() == [
        (
            "::error file=rt12 Mobility.docx,title=L001 too-many-points::table 2, row 9: “Progress” holds 5 points; "
            "the form asks for 4 at most%0AKeep the strongest points, or join two that say the same."
        ),
        (
            "::warning file=notes.txt,line=12,col=3,title=Q002 quotation-unmarked::“Quotes”: "
            "“100%25 of <us> & you, now: *act*” bears no mark%0APut “anonymous” behind it."
        ),
        "::notice file=notes.txt,title=T002 label-reworded::“Challenges” stands as “Troubles”",
        "::error file=scan.pdf,title=F008 pdf-without-text::holds pictures of pages only%0AAsk for the Word file.",
        "2 errors, 1 warning and 1 for information in 3 of 4 files; 1 file could not be checked; 1 waived.",
    ]


def test_a_file_name_cannot_end_its_property():
    line = write(Checked((finding("a,line=9:b%2C\n::x.docx"),))).decode().splitlines()[0]
    assert line.startswith("::error file=a%2Cline=9%3Ab%252C %3A%3Ax.docx,title=")
    assert read(line)[1]["file"] == "a,line=9:b%2C ::x.docx"


def test_a_line_on_a_page_is_no_line_of_the_file():
    line = write(Checked((finding(location=Location(page=2, line=3), place="page 2, line 3"),))).decode()
    assert ",line=" not in line
    assert "::page 2, line 3: “Progress”" in line


@given(hostile())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_every_finding_is_one_command(checked):
    *lines, closing = write(checked).decode().split("\n")[:-1]
    assert len(lines) == len(checked.findings)
    assert not closing.startswith("::")
    for line, each in zip(lines, checked.findings, strict=True):
        command, properties, _ = read(line)
        assert command == {"error": "error", "warning": "warning", "info": "notice"}[each.severity]
        assert set(properties) <= {"file", "line", "col", "title"}
        assert properties["title"].startswith(each.code)
