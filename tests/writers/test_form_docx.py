"""How a form looks inside: parts, tables, lists, styles, and what it gives away."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree

from rapportkit.model.document import Note, Source
from rapportkit.model.report import Answer, Point, Report, Value
from rapportkit.templates.build import build
from rapportkit.templates.catalog import shipped
from rapportkit.writers.form_docx import write

ROOT = Path(__file__).parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEMPLATES = {template.id: template for template in shipped()}
PAGE = (ROOT / "docs" / "templates.md").read_text("utf-8")
SIXTH = build(json.loads(re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)[1]), "harbour.json")
ALL = [*TEMPLATES.values(), SIXTH]
ROUNDTABLE, CSD_2016 = TEMPLATES["gfmd-roundtable-2018"], TEMPLATES["gfmd-csd-2016"]
CSD_2018, IDM = TEMPLATES["gfmd-csd-2018"], TEMPLATES["idm-summary-2017"]
SPEECH = TEMPLATES["gfmd-rapporteur-summary-2021"]


def report(template, header=None, **answers):
    """A report with answers by pointer; “__” stands for the slash of a section's field."""
    return Report(
        Source("made up.docx", "0" * 64, "docx"),
        template.id,
        1.0,
        tuple((pointer, Value(text)) for pointer, text in (header or {}).items()),
        tuple(Answer("/" + name.replace("__", "/"), tuple(points)) for name, points in answers.items()),
    )


def parts(form):
    with zipfile.ZipFile(io.BytesIO(form)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def opened(form):
    return docx.Document(io.BytesIO(form))


def rows(form):
    """Every table row as the texts of its cells."""
    return [
        [cell.text for cell in dict.fromkeys(row.cells)]
        for table in opened(form).tables
        for row in table.rows
    ]


@pytest.mark.parametrize("template", ALL, ids=lambda template: template.id)
@pytest.mark.parametrize("language", ["en", "fr", "es", "de"])
def test_every_form_is_a_whole_word_file(template, language):
    files = parts(write(template, language=language))
    types = etree.fromstring(files["[Content_Types].xml"].encode())
    named = {entry.get("PartName") for entry in types if entry.get("PartName")}
    assert named == {
        f"/{name}" for name in files if not name.endswith(".rels") and name != "[Content_Types].xml"
    }
    for name, text in files.items():
        root = etree.fromstring(text.encode())
        if name.endswith(".rels"):
            folder = "word/" if name.startswith("word/") else ""
            assert {folder + link.get("Target") for link in root} <= set(files)
    assert opened(write(template, language=language)).paragraphs


@pytest.mark.parametrize("template", ALL, ids=lambda template: template.id)
def test_the_same_form_is_the_same_bytes(template):
    assert write(template) == write(template)
    with zipfile.ZipFile(io.BytesIO(write(template))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {0}


def test_the_properties_name_the_program_and_no_person():
    said = report(ROUNDTABLE, {"/rapporteurs/0/name": "Ana Exemplo", "/session/title": "Ferries"})
    form = write(ROUNDTABLE, said)
    properties = opened(form).core_properties
    assert (properties.author, properties.last_modified_by) == ("rapportkit", "rapportkit")
    assert properties.created == properties.modified
    assert properties.title == ROUNDTABLE.title
    assert [name for name, text in parts(form).items() if "Exemplo" in text] == ["word/document.xml"]
    assert not any("made up" in text for text in parts(form).values())


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES.keys())
def test_a_form_says_all_that_its_template_says_in_that_language(template, language):
    body = etree.fromstring(parts(write(template, language=language))["word/document.xml"].encode())
    text = " ".join("".join(paragraph.itertext()) for paragraph in body.iter(f"{W}p"))
    for field in (*template.headings, *template.fields, *template.leaves()):
        if field.labels.all():
            assert field.labels.first(language) in text
        for part in field.parts:
            assert part.labels.first(language).replace("{n}", "1") in text
        for said in dict(field.guidance.by_language).get(language, ()):
            assert said in text
    assert (
        parts(write(template, language=language))["word/styles.xml"].count(f'w:lang w:val="{language}-') == 1
    )


def test_a_language_the_template_does_not_speak_falls_back_to_its_first():
    assert rows(write(ROUNDTABLE, language="de")) == rows(write(ROUNDTABLE))
    assert rows(write(ROUNDTABLE, language="fr-CA")) == rows(write(ROUNDTABLE, language="fr"))


def test_a_table_form_has_a_shaded_row_for_each_question():
    form = write(ROUNDTABLE)
    shaded = [
        cell.text
        for table in opened(form).tables
        for row in table.rows
        for cell in dict.fromkeys(row.cells)
        if cell._tc.find(f"{W}tcPr/{W}shd") is not None
    ]
    assert shaded == [
        "Roundtable session",
        "Name of Rapporteur",
        "1. Summary/Main discussion points",
        "2. Challenges",
        "3. Opportunities / good practices / innovations for the way forward",
        "4. Relevance to the Global Compact for Migration and its follow-up, implementation and review",
        "5. Contributions to the achievement of the Agenda 2030",
        "6. Inspiring quotes",
    ]


def test_numbered_rows_and_groups_go_up_to_the_limit():
    found = rows(write(CSD_2016))
    begin = found.index(["1. Progress: inspiring practices, partnerships and tools"])
    assert found[begin + 2 : begin + 6] == [["1.", ""], ["2.", ""], ["3.", ""], ["4.", ""]]
    own = [row for row in found if row[0].startswith("Recommendation ") and len(row) == 2]
    assert [row[0] for row in own] == [f"Recommendation {n} and who targeted to" for n in (1, 2, 3, 4)]
    assert sum(row[0].startswith("Action(s)") for row in found) == 4


def test_nothing_beyond_the_limit_is_left_out():
    many = [Point(f"Point {n}") for n in range(1, 7)]
    group = Point("Build a bridge", parts=(("actions", tuple(many)), ("indicators", ())))
    found = rows(write(CSD_2016, report(CSD_2016, progress=many, recommendations=[group] * 5)))
    assert ["6.", "Point 6"] in found
    assert ["Recommendation 5 and who targeted to", "Build a bridge"] in found
    assert found[-1] == [""]


def test_the_questions_of_a_form_with_headings_are_counted_by_word():
    document = opened(write(CSD_2018))
    asked = [each for each in document.paragraphs if each.style.name == "Heading 2"]
    assert asked[0].text == "What are civil society's key priorities and concerns related to this theme?"
    assert len(asked) == 10
    lists = [each._p.find(f".//{W}numId") for each in asked]
    ids = [found.get(f"{W}val") if found is not None else None for found in lists]
    first, second = ids[0], ids[5]
    assert ids == [first] * 4 + [None] + [second] * 4 + [None]
    assert first != second
    assert [each.text for each in document.paragraphs if each.style.name == "Heading 1"] == [
        "SECTION A: 4 December – Recommendations Day",
        "SECTION B: 6 December – Commitments Day",
    ]


def test_a_question_that_asks_for_an_exact_number_gets_a_numbered_list():
    body = etree.fromstring(parts(write(CSD_2018))["word/document.xml"].encode())
    paragraphs = list(body.iter(f"{W}p"))
    asked = next(
        index for index, each in enumerate(paragraphs) if "three questions" in "".join(each.itertext())
    )
    lists = {each.find(f".//{W}numId").get(f"{W}val") for each in paragraphs[asked + 1 : asked + 4]}
    assert len(lists) == 1
    assert lists != {"1"}


def test_bullets_are_word_lists_with_levels():
    said = [Point("Above", points=(Point("Below", points=(Point("Deeper"),)),))]
    body = etree.fromstring(
        parts(write(ROUNDTABLE, report(ROUNDTABLE, challenges=said)))["word/document.xml"].encode()
    )
    levels = {
        "".join(each.itertext()): each.find(f".//{W}ilvl").get(f"{W}val")
        for each in body.iter(f"{W}p")
        if each.find(f".//{W}ilvl") is not None
    }
    assert (levels["Above"], levels["Below"], levels["Deeper"]) == ("0", "1", "2")


def test_an_empty_answer_leaves_one_empty_item_and_no_words():
    found = rows(write(ROUNDTABLE, report(ROUNDTABLE, {"/session/title": "Ferries"})))
    assert found[found.index(["2. Challenges"]) + 1] == [""]
    blank = etree.fromstring(parts(write(ROUNDTABLE))["word/document.xml"].encode())
    assert len(list(blank.iter(f"{W}showingPlcHdr"))) == 3  # event, session, rapporteur
    filled = parts(write(ROUNDTABLE, report(ROUNDTABLE, {"/session/title": "Ferries"})))["word/document.xml"]
    assert "<w:sdt>" not in filled


def test_quotations_carry_speaker_and_consent():
    said = [
        Point("“We want to work.”", speaker="Ana Exemplo", consent="quoted with approval"),
        Point("“Ask us.”", speaker="anonymous"),
        Point("Nobody asked."),
    ]
    found = rows(write(ROUNDTABLE, report(ROUNDTABLE, quotes=said)))
    assert found[-1] == [
        "“We want to work.” – Ana Exemplo (quoted with approval)\n“Ask us.” – anonymous\nNobody asked.",
    ]


def test_prose_runs_under_bold_numbered_lead_ins():
    chapters = [
        Point("Ferries are full", number=1, points=(Point("Above all in May."), Point("And in June."))),
        Point("Why do nurses wait?", number=2, points=(Point("Nobody knows."),)),
        Point("Left open", number=5, points=(Point("Boats."),)),
    ]
    document = opened(write(IDM, report(IDM, {"/event/title": "Dialogue 2031"}, convergences=chapters)))
    leads = [each for each in document.paragraphs if each.runs and each.runs[0].bold]
    assert [each.text for each in leads] == [
        "Ferries are full. Above all in May.",
        "Why do nurses wait? Nobody knows.",
        "Left open. Boats.",
    ]
    ids = [each._p.find(f".//{W}numId").get(f"{W}val") for each in leads]
    assert ids[0] == ids[1] != ids[2]
    assert document.paragraphs[0].text == "Dialogue 2031"


def test_a_speech_has_its_session_in_its_title():
    told = report(SPEECH, {"/session/number": "3", "/session/title": "Ferries for all"})
    assert (
        opened(write(SPEECH, told)).paragraphs[0].text == "Roundtable 3 rapporteur summary: Ferries for all"
    )
    french = opened(write(SPEECH, told, "fr")).paragraphs[0].text
    assert french == "Résumé du rapporteur de la table ronde 3\N{NO-BREAK SPACE}: Ferries for all"


def test_signs_that_xml_cannot_hold_do_no_harm():
    said = [Point("A & B < C > D \x0b\x00 “E” 😀")]
    form = write(ROUNDTABLE, report(ROUNDTABLE, challenges=said))
    assert ["A & B < C > D  “E” 😀"] in rows(form)


def test_footnotes_are_numbered_by_word_unless_the_author_chose_a_mark():
    said = [
        Point("One", notes=(Note("1", "First"),)),
        Point("Two", notes=(Note("*", "Starred"), Note("2", "Second"))),
    ]
    files = parts(write(ROUNDTABLE, report(ROUNDTABLE, challenges=said)))
    notes = etree.fromstring(files["word/footnotes.xml"].encode())
    assert ["".join(note.itertext()).strip() for note in notes[2:]] == ["First", "Starred", "Second"]
    body = etree.fromstring(files["word/document.xml"].encode())
    marks = [each.get(f"{W}customMarkFollows") for each in body.iter(f"{W}footnoteReference")]
    assert marks == [None, "1", None]


@pytest.mark.parametrize("layout", ["table", "headings", "prose"])
def test_a_sixth_template_needs_no_code(layout):
    form = opened(write(replace(SIXTH, layout=layout)))
    text = "\n".join(each.text for each in form.element.body.iter(f"{W}p"))
    for label in (
        "Session report",
        "Rapporteur",
        "What stands in the way?",
        "Proposals",
        "A sentence to remember",
    ):
        assert label in text
