"""Findings as lines of text."""

from __future__ import annotations

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.location import Location
from rapportkit.writers.findings_text import count, write


def finding(file="rt12.docx", code="L001", severity=Severity.ERROR, **other) -> Finding:
    said = {
        "message": "“Progress” holds 5 points; the form asks for 4 at most",
        "pointer": "/progress/4",
        "location": Location(file, table=2, row=9),
        "help": "Keep the strongest points, or join two that say the same.",
    }
    return Finding(file=file, code=code, name="a-name", severity=severity, **(said | other))


def test_what_where_and_what_to_do():
    assert write([finding()]) == (
        "rt12.docx, table 2, row 9: “Progress” holds 5 points; the form asks for 4 at most [L001]",
        "    Keep the strongest points, or join two that say the same.",
        "",
        "1 error in 1 file.",
    )


def test_files_stand_apart_and_the_count_comes_last():
    found = [
        finding("a.txt", location=None, help=""),
        finding(
            "a.txt",
            "Q002",
            Severity.WARNING,
            message="“Quotes”: “Act.” bears no mark",
            location=None,
            help="Mark it.",
        ),
        finding(
            "b b.txt",
            "T002",
            Severity.INFO,
            message="“Challenges” stands as “Troubles”",
            location=None,
            help="",
        ),
    ]
    assert write(found, reports=7) == (
        "a.txt: “Progress” holds 5 points; the form asks for 4 at most [L001]",
        "a.txt: “Quotes”: “Act.” bears no mark [Q002, warning]",
        "    Mark it.",
        "",
        "b b.txt: “Challenges” stands as “Troubles” [T002, info]",
        "",
        "1 error, 1 warning and 1 for information in 2 of 7 reports.",
    )


def test_nothing_found():
    assert write([]) == ("Nothing to mend.",)
    assert write([], reports=1) == ("Nothing to mend in 1 report.",)


def test_counts_agree_with_their_nouns():
    two = [finding(), finding("c.txt")]
    assert count(two) == "2 errors in 2 files."
    assert count([finding(severity=Severity.WARNING)] * 2, 1) == "2 warnings in 1 of 1 report."


def test_lines_are_wrapped_between_words():
    lines = write([finding()], width=40)
    assert lines == (
        "rt12.docx, table 2, row 9: “Progress”",
        "    holds 5 points; the form asks for 4",
        "    at most [L001]",
        "    Keep the strongest points, or join",
        "    two that say the same.",
        "",
        "1 error in 1 file.",
    )


def test_a_word_longer_than_the_line_stands_alone_and_whole():
    lines = write([finding(message="x" * 50, help="")], width=20)
    assert "    " + "x" * 50 in lines


def test_repeats_are_told_by_their_places():
    found = [finding(location=Location("rt12.docx", line=number), help="") for number in range(1, 10)]
    lines = write(found)
    assert len(lines) == 5 + 1 + 2
    assert lines[5] == "rt12.docx: 4 more of this kind: line 6; line 7; line 8; line 9 [L001]"
    assert lines[-1] == "9 errors in 1 file."


def test_a_few_more_than_the_first_are_told_in_full():
    assert sum("holds 5 points" in line for line in write([finding()] * 7)) == 7


def test_repeats_without_a_place_are_told_by_pointer():
    found = [finding(location=None, pointer=f"/quotes/{number}") for number in range(8)]
    assert "rt12.docx: 3 more of this kind: /quotes/5; /quotes/6; /quotes/7 [L001]" in write(found)


def test_nothing_in_a_report_can_steer_the_screen():
    lines = write(
        [finding("a\x1b[2J.txt", message="“\x1b]0;title\x07” \u202eholds", help="\x9b31m", location=None)]
    )
    assert all(sign.isprintable() for line in lines for sign in line)


def test_a_caller_may_paint_the_parts():
    def paint(text, part, severity):
        return f"<{part} {severity.value if severity else '-'}>{text}</>"

    lines = write(
        [finding(severity=Severity.WARNING, message="Two words", help="Mend it.")], width=29, paint=paint
    )
    assert lines == (
        "<place warning>rt12.docx, table 2, row 9:</>",
        "    <message warning>Two words</> <code warning>[L001, warning]</>",
        "    <help warning>Mend it.</>",
        "",
        "<count warning>1 warning in 1 file.</>",
    )
