"""A summary as tables: csv and xlsx."""

from __future__ import annotations

import csv
import io
import zipfile

from lxml import etree

from merge.made import made, public, restricted, said, seeds
from rapportkit.writers import WRITERS
from rapportkit.writers.summary_rows import GOALS, OBJECTIVES, matrix, practices

SEEDS = public(*seeds())
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NASTY = '=HYPERLINK("http://example.org") \x1b[2J ]]> <b>\n+1'


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheets(data: bytes) -> dict[str, list[list[str]]]:
    """The cells of every sheet of a workbook, by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        shared = ["".join(each.itertext()) for each in etree.fromstring(book.read("xl/sharedStrings.xml"))]
        names = [
            each.get("name") for each in etree.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")
        ]
        return {
            name: [
                [
                    shared[int(value)] if cell.get("t") == "s" else value
                    for cell in row
                    if (value := cell.findtext(f"{MAIN}v")) is not None
                ]
                for row in etree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{MAIN}row")
            ]
            for number, name in enumerate(names, 1)
        }


def test_the_table_holds_every_point_once_with_its_reference():
    found = rows(WRITERS["csv"](SEEDS))
    assert len(found) == SEEDS.conservation.points_in
    assert [row["reference"] for row in found] == [each.reference for each in SEEDS.supports()]
    assert len({row["reference"] for row in found}) == len(found)


def test_the_workbook_holds_the_same_points_and_three_tables_more():
    book = sheets(WRITERS["xlsx"](SEEDS))
    assert list(book) == ["Points", "Global Compact", "SDGs", "Good practices"]
    assert [row[0] for row in book["Points"][1:]] == [each.reference for each in SEEDS.supports()]
    assert book["Points"][0][:4] == ["reference", "report", "session", "section"]
    assert len(book["Global Compact"]) == len(book["SDGs"]) == len(SEEDS.reports) + 1


def test_sessions_by_goals_count_the_points_that_cite_them():
    report = made({"agenda_2030": said("This serves SDG 8.", "SDGs 8 and 10.", "Nothing else.")})
    summary = restricted(report)
    ((key, session, counts),) = matrix(summary, GOALS)
    assert (key, session) == ("RT 1.2", "1.2 Public services")
    assert {goal: count for goal, count in zip(GOALS, counts, strict=True) if count} == {
        "sdg-8": 2,
        "sdg-10": 1,
    }
    assert not any(next(matrix(summary, OBJECTIVES))[2])


def test_practices_stand_by_country_and_one_without_comes_last():
    report = made(
        {"good_practices": said("Nobody’s idea.", "Morocco – desks for all.", "Kenya and Morocco – hubs.")}
    )
    assert [(country, text) for country, text, _, _ in practices(restricted(report))] == [
        ("KEN", "Kenya and Morocco – hubs."),
        ("MAR", "Morocco – desks for all."),
        ("MAR", "Kenya and Morocco – hubs."),
        ("", "Nobody’s idea."),
    ]


def test_no_spreadsheet_takes_a_point_for_a_formula():
    summary = restricted(made({"challenges": said(NASTY)}))
    (row,) = rows(WRITERS["csv"](summary))
    assert row["text"].startswith("'=HYPERLINK")
    with zipfile.ZipFile(io.BytesIO(WRITERS["xlsx"](summary))) as book:
        page = book.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in page
        assert b"hyperlink" not in page
        assert b"\x1b" not in book.read("xl/sharedStrings.xml")


def test_the_same_summary_gives_the_same_bytes_and_nobody_s_name():
    book = WRITERS["xlsx"](SEEDS)
    assert book == WRITERS["xlsx"](SEEDS)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "2000-01-01" in core
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core


def test_a_summary_of_nothing_is_a_head_alone():
    empty = public()
    assert rows(WRITERS["csv"](empty)) == []
    assert len(sheets(WRITERS["xlsx"](empty))["Points"]) == 1
