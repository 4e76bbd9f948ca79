"""What a reading calls a place, and what a finding says of it."""

from __future__ import annotations

import pytest

from rapportkit.model.document import Source
from rapportkit.model.finding import Severity
from rapportkit.model.location import Location
from rapportkit.model.report import Answer, Point, Report
from rapportkit.model.settings import Settings
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.templates.catalog import find, shipped

SPEECH = find("gfmd-rapporteur-summary-2021", shipped())
SUMMARY = find("idm-summary-2017", shipped())
DAYS_2016 = find("gfmd-csd-2016", shipped())
RULE = Rule(
    "Z001",
    "made-up",
    Severity.INFO,
    None,
    messages={"label": Said("{label} is long", ""), "quote": Said("“{quote}” is long", "")},
)


def reading(template, *answers, language="en"):
    return Reading(
        Report(Source("x.docx", "", "docx"), template.id, 1.0, answers=answers), template, Settings()
    )


@pytest.mark.parametrize(
    ("pointer", "label"),
    [
        ("/sections/0/points/0", "“Regional mobility”"),
        ("/sections/0/points/0/points/2", "“Regional mobility”"),
        ("/sections/1/points/0", f"“{SPEECH.title}”"),
        ("/sections/0", f"“{SPEECH.title}”"),
        ("/sections", "“Sections”"),
    ],
)
def test_what_stands_under_a_heading_of_the_authors_own_is_named_by_that(pointer, label):
    points = (Point("Regional mobility", points=(Point("Trains."),)), Point("", points=(Point("Boats."),)))
    assert reading(SPEECH, Answer("/sections", points)).label(pointer) == label


ROUNDTABLE = find("gfmd-roundtable-2018", shipped())


@pytest.mark.parametrize(
    ("labels", "language", "expected"),
    [
        # French answers on an English form: the labels are the English ones that the file prints.
        ({"/challenges": "2. Challenges"}, "fr", ["“Challenges”", "“Inspiring quotes”"]),
        ({"/challenges": "Défis"}, "en", ["“Difficultés”", "“Citations marquantes”"]),
        ({"/challenges": "Challanges", "/quotes": "Desafíos"}, "fr", ["“Challenges”", "“Inspiring quotes”"]),
        ({"/challenges": "What went wrong"}, "en", ["“Challenges”", "“Inspiring quotes”"]),
        ({}, "fr", ["“Difficultés”", "“Citations marquantes”"]),
    ],
)
def test_a_label_is_told_in_the_language_in_which_the_report_prints_it(labels, language, expected):
    answers = tuple(Answer(pointer, (Point("Oui."),), label=label) for pointer, label in labels.items())
    report = Report(Source("x.docx", "", "docx", None, language), ROUNDTABLE.id, 1.0, answers=answers)
    read = Reading(report, ROUNDTABLE, Settings())
    assert [read.label("/challenges/0"), read.label("/quotes")] == expected


@pytest.mark.parametrize(
    ("pointer", "label"),
    [
        ("/convergences/0/points/0", "“2. The causes are many”"),
        ("/convergences/0", "“Areas of convergence”"),
        ("/convergences", "“Areas of convergence”"),
    ],
)
def test_a_chapter_is_named_with_its_number(pointer, label):
    chapter = Point("The causes are many", points=(Point("Floods."),), number=2)
    assert reading(SUMMARY, Answer("/convergences", (chapter,))).label(pointer) == label


def test_a_part_of_a_group_stands_where_its_label_does():
    label, group = Location("x.docx", table=1, row=3), Location("x.docx", table=1, row=2)
    answer = Answer(
        "/recommendations",
        (Point("Share cups.", group),),
        parts=(("/recommendations/0", group), ("/recommendations/0/actions", label)),
    )
    held = reading(DAYS_2016, answer)
    assert held.location("/recommendations/0/actions") == label
    assert held.location("/recommendations/0") == group
    assert held.location("/recommendations/0/indicators") == group


def test_a_group_without_a_word_stands_where_its_label_does():
    label, action = Location("x.docx", table=1, row=2), Location("x.docx", table=1, row=3)
    group = Point("", action, parts=(("actions", (Point("Buy cups.", action),)),))
    answer = Answer("/recommendations", (group,), parts=(("/recommendations/0", label),))
    assert reading(DAYS_2016, answer).location("/recommendations/0") == label


@pytest.mark.parametrize(
    ("under", "label", "place"),
    [
        ("2. Challenges", "“Challenges”", "third bullet"),
        ("2. Challenges", "“2. Challenges”", "third bullet"),
        (
            "2. Challenges met on the way to a form that is very…",
            "“Challenges met on the way to a form”",
            None,
        ),
        ("2. Challenges met on the way…", "“Challenges met on the way to a form”", "third bullet"),
        ("2. Challenges met on the way", "“Challenges met…”", "third bullet"),
        ("Inspiring quotes", "“Recommendations Day”, “Inspiring quotes”", "third bullet"),
        ("2. Challenges", "“Quotes”", None),
        ("2. Challenges", "Challenges", None),
    ],
)
def test_a_label_that_begins_the_sentence_is_not_told_in_the_place_once_more(under, label, place):
    here = Location("x.docx", paragraph=9, under=under, bullets=(3,))
    finding = RULE.finding(reading(SPEECH), "label", location=here, label=label)
    assert finding.place == (place or f"third bullet, under “{under}”")
    assert finding.location == here


def test_the_label_is_left_out_in_the_words_of_every_language():
    here = Location("x.docx", paragraph=9, under="2. Difficultés")
    held = Reading(Report(Source("x.docx", "", "docx"), SPEECH.id, 1.0), SPEECH, Settings(language="fr"))
    finding = RULE.finding(held, "label", location=here, label=held.quoted("Difficultés"))
    assert finding.place == "paragraphe 9"
