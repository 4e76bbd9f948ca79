"""A summary as tables: csv and xlsx."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from lxml import etree

from merge.made import Pair, gold, made, public, restricted, said, seeds
from rapportkit.model.grouping import Suggestion, Theme
from rapportkit.model.outline import Chapter, Group, Outline, Paper, Part, Told, Why
from rapportkit.model.summary import Summary, SummaryPoint
from rapportkit.writers import WRITERS
from rapportkit.writers.summary.cross import GOALS, GROUPS, OBJECTIVES, cross, meetings
from rapportkit.writers.summary.inventory import practices, recommendations
from rapportkit.writers.summary.rows import PointRow, walk

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NASTY = '=HYPERLINK("http://example.org") \x1b[2J ]]> <b>\n+1'
TABLE = json.loads(files("rapportkit.writers.data").joinpath("table_phrases.json").read_text("utf-8"))
LANGUAGES = ("en", "fr", "es")


def paper(
    summary: Summary, *chapters: Chapter, unused: dict[str, Why] | None = None, language: str = "en"
) -> Paper:
    return Paper(summary, Outline(chapters, unused or {}), language)


SEEDS = public(*seeds())
PAPER = paper(SEEDS)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheets(data: bytes) -> dict[str, list[dict[str, str]]]:
    """The rows of every sheet of a workbook by its name, each by the letters of its columns."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        shared = ["".join(each.itertext()) for each in etree.fromstring(book.read("xl/sharedStrings.xml"))]
        names = [
            each.get("name") for each in etree.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")
        ]
        return {
            name: [
                {
                    re.sub(r"\d", "", cell.get("r")): shared[int(value)] if cell.get("t") == "s" else value
                    for cell in row
                    if (value := cell.findtext(f"{MAIN}v")) is not None
                }
                for row in etree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{MAIN}row")
            ]
            for number, name in enumerate(names, 1)
        }


def table(data: bytes, sheet: str) -> list[dict[str, str]]:
    """The rows of one sheet by the heads of its columns."""
    head, *found = sheets(data)[sheet]
    return [{head[column]: cell for column, cell in row.items()} for row in found]


def points(summary: Summary) -> list[SummaryPoint]:
    return [point for section in summary.sections for point, _ in walk(section.points)]


def test_the_table_holds_every_point_once_with_its_reference():
    found = rows(WRITERS["csv"](PAPER))
    assert len(found) == SEEDS.conservation.points_in
    assert [row["reference"] for row in found] == [each.reference for each in SEEDS.supports()]
    assert len({row["reference"] for row in found}) == len(found)


def test_a_point_has_its_paragraph_or_the_reason_why_it_has_none_and_its_theme():
    summary = restricted(made({"challenges": said("Ports are far.", "Queues are long.", "Thank you.")}))
    first, second, third = points(summary)
    whole = replace(summary, themes=(Theme("ports", "Ports", ("RT 1.2/1",), 1),))
    laid = paper(
        whole,
        Chapter(Part.CHALLENGES, (Group((Told(first, summary.sections[0].role, 7),)),)),
        unused={"RT 1.2/2": Why.BUDGET, "RT 1.2/3": Why.COURTESY},
        language="fr",
    )
    told = [(row["paragraph"], row["unused"], row["theme"]) for row in rows(WRITERS["csv"](laid))]
    assert told == [("7", "", "Ports"), ("", "budget", ""), ("", "courtesy", "")]
    found = table(WRITERS["xlsx"](laid), "Points")
    assert [row.get("Paragraphe") for row in found] == ["7", None, None]
    assert [row.get("Absent du corps du texte") for row in found] == [
        None,
        "faute de place",
        "formule de politesse ou réponse vide",
    ]
    assert (second.text, third.text) == ("Queues are long.", "Thank you.")


def test_the_workbook_holds_the_same_points_and_seven_sheets_more():
    book = sheets(WRITERS["xlsx"](PAPER))
    assert list(book) == [*TABLE["en"]["sheets"].values()]
    assert [row["A"] for row in book["Points"][1:]] == [each.reference for each in SEEDS.supports()]
    assert [book["Points"][0][column] for column in "ABCF"] == ["Reference", "Session", "Section", "Text"]
    # A head, two rows for each session, two that add them up.
    assert len(book["Global Compact"]) == len(book["SDGs"]) == 1 + 2 * SEEDS.sessions + 2
    assert len(book["Groups"]) == 1 + SEEDS.sessions + 1


def test_counts_of_sessions_tell_what_is_cited_from_what_is_inferred():
    report = made(
        {"agenda_2030": said("This serves SDG 8 and women.", "SDGs 8 and 10.7.", "Decent jobs.", "Nothing.")}
    )
    (row,) = cross(restricted(report), [*GOALS, *GROUPS])
    counts = dict(zip([*GOALS, *GROUPS], row.counts, strict=True))
    assert (row.keys, row.session, row.language) == (("RT 1.2",), "1.2 Public services", "en")
    assert {goal: tuple(count) for goal, count in counts.items() if any(count)} == {
        "sdg-8": (2, 1),
        "sdg-10": (1, 0),
        "women": (0, 1),
    }
    assert not any(map(any, cross(restricted(report), OBJECTIVES)[0].counts))


def test_reports_on_one_session_make_one_row_and_a_point_that_both_tell_counts_once():
    first = made({"challenges": said("We miss SDG 8.")}, content="a")
    second = made({"challenges": said("We miss SDG 8.", "SDG 8 again.")}, content="b")
    other = made({"challenges": said("We miss SDG 8.")}, number="2", title="Ports", language="fr")
    summary = restricted(first, second, other)
    found = {row.keys: (row.language, tuple(row.counts[0])) for row in cross(summary, ["sdg-8"])}
    assert found == {("RT 1.2a", "RT 1.2b"): ("en", (2, 0)), ("RT 2",): ("fr", (1, 0))}


def test_what_hangs_below_a_point_counts_and_a_superseded_report_does_not():
    nested = made({"challenges": [{"text": "We miss:", "points": said("SDG 8", "SDG 10")}]}, content="a")
    old = made({"challenges": said("SDG 8 and SDG 9.")}, content="b")
    summary = restricted(nested, old)
    aside = next(each.report for each in summary.supports() if "SDG 9" in each.text)
    reports = tuple(replace(each, superseded=each.key == aside) for each in summary.reports)
    without = replace(summary, reports=reports)
    (row,) = cross(without, ["sdg-8", "sdg-9", "sdg-10"])
    assert row.keys == tuple(entry.key for entry in reports if not entry.superseded)
    assert len(meetings(without)) == len(meetings(summary)) == 1
    assert [tuple(count) for count in row.counts] == [(1, 0), (0, 0), (1, 0)]


def test_the_counts_of_the_workbook_add_up():
    found = table(WRITERS["xlsx"](PAPER), "SDGs")
    *listed, cited, inferred = found
    for goal in (f"SDG {number}" for number in range(1, 18)):
        for how, total in (("cited", cited), ("inferred", inferred)):
            assert total["How"] == how
            assert int(total[goal]) == sum(int(row.get(goal, 0)) for row in listed if row["How"] == how)
    assert int(cited["SDG 3"]) >= 1


def practised() -> Summary:
    return restricted(
        made(
            {
                "good_practices": said(
                    "Nobody’s idea.", "Morocco – desks for all.", "Kenya and Morocco – hubs."
                )
            }
        )
    )


def test_practices_stand_by_country_and_one_without_comes_last():
    assert [(row.country, row.practice) for row in practices(paper(practised()))] == [
        ("KEN", "Kenya and Morocco – hubs."),
        ("MAR", "Morocco – desks for all."),
        ("MAR", "Kenya and Morocco – hubs."),
        ("", "Nobody’s idea."),
    ]


def test_a_country_has_its_name_and_a_practice_its_owner_where_the_body_has_them():
    summary = practised()
    desks = next(each for each in points(summary) if "desks" in each.text)
    told = Told(desks, summary.sections[0].role, 3, owner="Rabat")
    laid = paper(summary, Chapter(Part.PRACTICES, (Group((told,), "country", "MAR", "Maroc"),)))
    assert [(row.country, row.owner, row.paragraph, row.references) for row in practices(laid)] == [
        ("KEN", "", None, "[RT 1.2/3]"),
        ("Maroc", "Rabat", 3, "[RT 1.2/2]"),
        ("Maroc", "", None, "[RT 1.2/3]"),
        ("", "", None, "[RT 1.2/1]"),
    ]


@pytest.mark.parametrize("why", [Why.HIDDEN, Why.SUPERSEDED, Why.COURTESY])
def test_what_an_editor_left_out_is_in_no_inventory(why):
    unused = {"RT 1.2/1": why, "RT 1.2/2": Why.BUDGET}
    assert {row.practice for row in practices(paper(practised(), unused=unused))} == {
        "Morocco – desks for all.",
        "Kenya and Morocco – hubs.",
    }


def recommended(text: str, actions: list[Any], **more: Any) -> Pair:
    return made(
        {"recommendations": [{"text": text, "actions": actions, "indicators": said(f"{text}: done")}]},
        "gfmd-csd-2016",
        **more,
    )


def test_recommendations_have_their_actions_and_indicators_in_columns_named_as_the_form_does():
    summary = restricted(recommended("Build", [{"text": "homes", "points": said("of wood")}], number="4.1"))
    (point,) = (each for each in points(summary) if each.text == "Build")
    told = Told(point, summary.sections[0].role, 5, addressee="Cities")
    laid = paper(summary, Chapter(Part.RECOMMENDATIONS, (Group((told,)),)))
    heads, (row,) = recommendations(laid)
    assert heads == tuple(dict.fromkeys(each.support[0].part for each in point.points))
    assert (row.addressee, row.parts, row.below, row.paragraph, row.sessions) == (
        "Cities",
        ("– homes\n– – of wood", "– Build: done"),
        "",
        5,
        1,
    )
    (found,) = table(WRITERS["xlsx"](laid), "Recommendations")
    assert found[heads[0]] == "– homes\n– – of wood"
    assert found["Addressee"] == "Cities"


def test_forms_in_two_languages_share_the_columns_of_their_lists():
    heads, found = recommendations(
        paper(
            restricted(
                recommended("Build", said("homes"), number="4.1"),
                recommended("Construire", said("maisons"), number="4.2", language="fr"),
            )
        )
    )
    assert len(heads) == len(found[0].parts) == len(found[1].parts) == 2
    assert {row.parts[0] for row in found} == {"– homes", "– maisons"}


def test_the_log_tells_what_was_joined_what_may_be_and_what_was_put_aside():
    summary = restricted(
        made({"challenges": said("Ports are far away from towns.")}, content="a"),
        made({"challenges": said("Ports are far away from towns.")}, number="2", title="Ports"),
    )
    whole = replace(
        summary,
        suggestions=(
            Suggestion("RT 1.2/1", "RT 2/1", 0.73, ("ports", "towns"), ("figures",), joinable=False),
        ),
        reports=(replace(summary.reports[0], superseded=True), replace(summary.reports[1], unplaced=4)),
    )
    found = table(WRITERS["xlsx"](paper(whole)), "Log")
    assert [(row["Entry"], row.get("First"), row.get("Second"), row.get("Figure")) for row in found] == [
        ("points", None, None, "2"),
        ("superseded", "RT 1.2", None, "1"),
        ("unplaced passages", "RT 2", None, "4"),
        ("joined", "RT 1.2/1", "RT 2/1", None),
        ("likely pair", "RT 1.2/1", "RT 2/1", "0.73"),
    ]
    assert found[0]["Remark"] == "2 in, 2 out, 1 joined"
    assert found[-1]["Remark"] == "figures differ; told in different places; shared words: ports, towns"


def test_themes_are_listed_with_the_paragraphs_that_tell_of_them():
    summary = restricted(made({"challenges": said("Ports are far.", "Docks are full.")}))
    first, _ = points(summary)
    whole = replace(summary, themes=(Theme("gcm-5", "Pathways", ("RT 1.2/1", "RT 1.2/2"), 1, "gcm-5"),))
    laid = paper(whole, Chapter(Part.CHALLENGES, (Group((Told(first, summary.sections[0].role, 2),)),)))
    (row,) = table(WRITERS["xlsx"](laid), "Themes")
    assert row == {
        "Theme": "Pathways",
        "Theme id": "gcm-5",
        "Objective": "GCM 5",
        "Sessions": "1",
        "Points": "2",
        "Reports": "RT 1.2",
        "Paragraph": "2",
    }


def test_no_spreadsheet_takes_a_point_for_a_formula():
    summary = restricted(
        made({"challenges": said(NASTY), "good_practices": said(NASTY)}, title="=1+1"),
        recommended(NASTY, said(NASTY), number="=2", title="@sum"),
    )
    assert all(
        not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        for row in rows(WRITERS["csv"](paper(summary)))
        for cell in row.values()
    )
    with zipfile.ZipFile(io.BytesIO(WRITERS["xlsx"](paper(summary)))) as book:
        for name in book.namelist():
            if name.startswith("xl/worksheets/"):
                page = book.read(name)
                assert b"<f>" not in page
                assert b"hyperlink" not in page
        assert b"\x1b" not in book.read("xl/sharedStrings.xml")


def test_every_sheet_is_printed_on_broad_pages_with_its_head_on_each():
    with zipfile.ZipFile(io.BytesIO(WRITERS["xlsx"](PAPER))) as book:
        names = re.findall(r'_xlnm.Print_Titles" localSheetId="(\d)"', book.read("xl/workbook.xml").decode())
        assert sorted(names) == [str(number) for number in range(8)]
        for number in range(1, 9):
            page = etree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            setup = page.find(f"{MAIN}pageSetup")
            assert (setup.get("orientation"), setup.get("paperSize"), setup.get("fitToHeight")) == (
                "landscape",
                "9",
                "0",
            )
            assert page.find(f".//{MAIN}pane").get("ySplit") == "1"
            assert page.find(f"{MAIN}autoFilter") is not None


def test_the_same_summary_gives_the_same_bytes_and_nobody_s_name():
    book = WRITERS["xlsx"](PAPER)
    assert book == WRITERS["xlsx"](PAPER)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "2000-01-01" in core
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_summary_of_nothing_is_a_head_alone_in_every_language(language):
    empty = paper(public(), language=language)
    assert rows(WRITERS["csv"](empty)) == []
    book = sheets(WRITERS["xlsx"](empty))
    assert list(book) == [*TABLE[language]["sheets"].values()]
    assert [len(page) for page in book.values()] == [1, 1, 1, 1, 1, 1, 1, 2]
    assert book[TABLE[language]["sheets"]["points"]][0]["F"] == TABLE[language]["columns"]["text"]


def test_the_phrases_say_the_same_in_every_language():
    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shape(below) for key, below in value.items()}
        return sorted(re.findall(r"\{\w+\}", value))

    assert shape(TABLE["en"]) == shape(TABLE["fr"]) == shape(TABLE["es"])
    for language in LANGUAGES:
        said_here = TABLE[language]
        assert set(PointRow._fields) <= set(said_here["columns"])
        assert set(said_here["why"]) == {why.value for why in Why}
        # Excel takes sheet names of 31 signs at most, without these.
        assert all(
            len(name) < 32 and not set(name) & set("[]:*?/\\") for name in said_here["sheets"].values()
        )


def test_one_gold_report_gives_one_row_of_each_kind():
    found = table(WRITERS["xlsx"](paper(restricted(gold("003")))), "Global Compact")
    assert [row["How"] for row in found] == ["cited", "inferred"] * 2
