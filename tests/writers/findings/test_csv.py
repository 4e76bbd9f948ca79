"""Findings as CSV: read back by the csv module, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from hypothesis import given, settings

from rapportkit.model.checked import Checked
from rapportkit.model.location import Location
from rapportkit.writers.findings.csv import COLUMNS, write
from writers.findings.samples import CHECKED, CROWDED, finding, hostile


def rows(page: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(page.decode("utf-8-sig"), newline="")))


def test_the_whole_file():
    assert write(Checked((CROWDED,))).decode() == (
        "\ufefffile,severity,code,name,place,page,line,message,help,pointer,quote\r\n"
        'rt12 Mobility.docx,error,L001,too-many-points,"table 2, row 9",,,'
        "“Progress” holds 5 points; the form asks for 4 at most,"
        '"Keep the strongest points, or join two that say the same.",/progress/4,The fifth point\r\n'
    )


def test_page_and_line_have_columns():
    paged = finding(location=Location(page=2, line=14), place="page 2, line 14")
    assert [(row["page"], row["line"]) for row in rows(write(Checked((paged, CROWDED))))] == [
        ("2", "14"),
        ("", ""),
    ]


def test_no_findings_leave_the_head():
    assert write(Checked()).decode("utf-8-sig") == ",".join(COLUMNS) + "\r\n"


def test_severities_are_words_for_programs_in_every_language():
    told = rows(write(Checked(CHECKED.findings, language="fr")))
    assert [row["severity"] for row in told] == ["error", "warning", "info", "error"]


def test_no_cell_is_a_formula():
    cells = ['=cmd|"/c x"!A1', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1"]
    told = rows(write(Checked(tuple(finding(quote=cell) for cell in cells))))
    assert [row["quote"] for row in told] == [
        *('\'=cmd|"/c x"!A1', "'+1", "'-1", "'@SUM(A1)", "'=1", "'=1", "'＝1", "'=1")
    ]


@given(hostile())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_every_finding_is_one_row_and_one_line(checked):
    page = write(checked)
    told = rows(page)
    assert page.count(b"\n") == page.count(b"\r\n") == len(checked.findings) + 1
    assert [row["code"] for row in told] == [each.code for each in checked.findings]
    assert all(len(row) == len(COLUMNS) and None not in row for row in told)
    assert not any(
        cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in told for cell in row.values()
    )
