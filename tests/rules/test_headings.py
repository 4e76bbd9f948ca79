"""Headings and titles of whole reports, from their text to the findings: what only reading can see."""

from __future__ import annotations

import pytest

from rapportkit import api
from rapportkit.model.finding import Finding
from rapportkit.templates.catalog import find, shipped

HEAD = """Roundtable Sessions, Marrakesh, 6 December 2018
{title}
Roundtable session number and title: 2.1 Cafés for all
Name of Rapporteur: Ana Exemplo
"""
QUESTIONS = {
    "discussion": "1. Summary/Main discussion points\n- Cups are shared.\n- Tables are long.\n",
    "challenges": "2. Challenges\n- Coffee is cold.\n- Nobody pays.\n",
    "practices": "3. Opportunities / good practices / innovations for the way forward\n- Warm cups.\n",
    "relevance": "4. Relevance to the Global Compact for Migration and its follow-up, implementation and review\n"
    "- Cafés are named there.\n",
    "agenda": "5. Contributions to the achievement of the Agenda 2030\n- Tables for all.\n",
    "quotes": '6. Inspiring quotes\n- "Drink." (anonymous)\n',
    "again": "2. Challenges\n- The trains are late.\n",
    "capitals": "2. CHALLENGES\n- The trains are late.\n",
    "own": "7. Personal remarks of the rapporteur\n- I liked it.\n- Thanks to all.\n",
    "bare": "\nPersonal remarks of the rapporteur\n\nThe room was too small for so many people.\n\n",
    "inner": "\nPersonal remarks\n\n- The room was too small for so many people.\n\n",
    "renamed": "2. What went badly\n- Coffee is cold.\n- Nobody pays.\n",
    "near": "3. Obstacles met and challenges ahead\n- The trains are late.\n",
}
ALL = ("discussion", "challenges", "practices", "relevance", "agenda", "quotes")
LOOKED_AT = ("T", "U001", "X")


def found(*questions: str, title: str = "Reporting Template") -> list[Finding]:
    text = "\n".join((HEAD.format(title=title), *map(QUESTIONS.__getitem__, questions)))
    document = api.read(text.encode(), "cafes.txt")
    best = api.recognise(document, shipped())
    report = api.extract(document, best.template, best.confidence, best.outline)
    return [
        each
        for each in api.validate(report, best.template, document=document)
        if each.code.startswith(LOOKED_AT)
    ]


def told(*questions: str, title: str = "Reporting Template") -> list[tuple[str, str, int | None]]:
    return [
        (each.code, each.key, each.location.line if each.location else None)
        for each in found(*questions, title=title)
    ]


def test_a_sound_report_has_none_of_these_findings():
    assert told(*ALL) == []


def test_a_heading_of_the_author_s_own_is_told_once_with_all_that_stands_below_it():
    assert told(*ALL, "own") == [("T004", "unknown", 26)]


def test_a_heading_without_a_number_is_told_where_it_stands_alone_below_a_list():
    assert told(*ALL[:-1], "bare", ALL[-1]) == [("T004", "unknown", 24)]


def test_a_line_above_bullets_belongs_to_the_answer():
    assert told(*ALL[:-1], "inner", ALL[-1]) == []


def test_a_heading_in_the_place_of_a_missing_question_names_it_by_its_number():
    (heading,) = [each for each in found("discussion", "renamed", *ALL[2:]) if each.code == "T004"]
    assert (heading.key, dict(heading.args)["label"]) == ("near", "“Challenges”")


def test_a_heading_that_reads_like_a_question_names_it():
    (finding,) = found("discussion", "challenges", "near", *ALL[2:])
    assert (finding.code, finding.key) == ("T004", "near")
    assert finding.message.endswith("The nearest is “Challenges”")


@pytest.mark.parametrize(
    ("questions", "key"),
    [
        ((*ALL, "again"), "elsewhere"),
        ((*ALL, "capitals"), "elsewhere"),
        (("discussion", "challenges", "again", *ALL[2:]), "joined"),
    ],
)
def test_a_label_that_stands_twice_says_where_its_second_answer_went(questions: tuple[str, ...], key: str):
    assert [(code, said) for code, said, _ in told(*questions)] == [("T005", key)]


def test_a_moved_question_is_told_once():
    assert told("quotes", *ALL[:-1]) == [("T006", "above", 6)]


@pytest.mark.parametrize("title", ["Reporting Template 2020", "Reporting Template – Quito 2020"])
def test_another_year_in_the_title_is_another_edition(title: str):
    assert told(*ALL, title=title) == [("T007", "year", 2)]


@pytest.mark.parametrize("title", ["Reporting Template 2018", "Reporting Template – Marrakesh 2018"])
def test_the_form_s_own_year_is_none(title: str):
    assert told(*ALL, title=title) == []


def test_a_report_on_two_forms_names_the_rival():
    both = [find(form, shipped()) for form in ("gfmd-csd-2016", "gfmd-csd-2018")]
    labels = [field.label for template in both for field in template.leaves()[:6]]
    text = "Reporting Template\n\n" + "\n\n".join(f"{label}\n- Cups are shared." for label in labels)
    document = api.read(text.encode(), "both.txt")
    first, *others = api.identify(document, shipped())
    assert {first.template.id, *(rival for rival, _ in first.rivals)} == {each.id for each in both}
    assert all(each.rivals == () for each in others)
    assert api.recognise(document, shipped()).rivals == first.rivals


def test_a_plain_report_has_no_rivals():
    text = "\n".join((HEAD.format(title="Reporting Template"), *map(QUESTIONS.__getitem__, ALL)))
    document = api.read(text.encode(), "cafes.txt")
    assert api.identify(document, shipped())[0].rivals == ()
    assert api.identify(document, ()) == ()


def test_what_a_form_lacks_is_known_of_the_nearest():
    document = api.read(b"Agenda\n\nChallenges\n- Cold.\n\nInspiring quotes\n- None.\n", "agenda.txt")
    nearest = api.recognise(document, shipped())
    assert not nearest.fits
    assert "Summary/Main discussion points" in nearest.lacking
    assert "Challenges" not in nearest.lacking


def test_a_label_that_stands_again_inside_a_group_is_told_with_that_group():
    text = """Civil Society Days 2016
Reporting Template for working session
Session # and theme: 4.1 Cafés
Progress: inspiring practices, partnerships and tools
1. Cups are shared.
Four recommendations, with related actions and indicators for change in policies and practices
Recommendation 1 and who targeted to
Share more cups. Cafés.
Action(s) for this recommendation (up to two maximum)
- Buy cups.
Inspiring quotes
- Nobody said much.
Indicator(s) of change for this recommendation
- Cups per head.
Children
Cups are small.
Priority messages to convey to governments by the CSD Chair on 10 December
1. Share cups.
Inspiring quotes
- “Drink.” (anonymous)
"""
    document = api.read(text.encode(), "groups.txt")
    template = find("gfmd-csd-2016", shipped())
    report = api.extract(document, template)
    findings = api.validate(report, template, document=document)
    told = [each for each in findings if each.code in {"T005", "X001"}]
    assert [(each.code, each.key) for each in told] == [("T005", "elsewhere")]
    assert "“Recommendation 1" in told[0].message
