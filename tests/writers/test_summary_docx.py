"""The Word paper: sound, styled, traceable, the same bytes every time, and no person in its properties."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from merge.made import made, public, restricted, said, seeds
from rapportkit import api
from rapportkit.model.document import FurnitureKind
from rapportkit.model.location import Location
from rapportkit.model.report import Passage
from rapportkit.model.summary import Summary
from rapportkit.writers import WRITERS
from rapportkit.writers.summary.docx import write as written
from rapportkit.writers.summary.nodes import Picture
from rapportkit.writers.summary.ooxml import Body
from rapportkit.writers.summary.phrases import Phrases

SEEDS = public(*seeds())
PAPER = api.paper(SEEDS)
PHRASES = Phrases("en")
NO_BREAK = "\N{NO-BREAK SPACE}"


def write(summary: Summary, language: str = "en", max_words: int = 3300) -> bytes:
    return written(api.paper(summary, language=language, max_words=max_words))


WRITTEN = write(SEEDS)


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def styled(document, name: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == name]


def everything(data: bytes) -> str:
    """All text of the body, tables too, paragraph by paragraph."""
    return "\n".join(
        "".join(each.text or "\n" for each in paragraph.iter(qn("w:t"), qn("w:br")))
        for paragraph in opened(data).element.body.iter(qn("w:p"))
    )


def words(text: str) -> list[str]:
    return text.split()


def test_the_register_writes_it():
    assert WRITERS["docx"](api.paper(SEEDS)) == WRITTEN


def test_every_part_is_sound_xml():
    with zipfile.ZipFile(io.BytesIO(WRITTEN)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if not name.endswith(".png"):
                etree.fromstring(archive.read(name))


def test_the_same_summary_is_the_same_bytes_without_a_clock():
    assert write(public(*reversed(seeds()))) == WRITTEN
    with zipfile.ZipFile(io.BytesIO(WRITTEN)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_name_no_person():
    properties = opened(WRITTEN).core_properties
    assert (properties.author, properties.last_modified_by, properties.title) == ("", "", SEEDS.title)
    assert (properties.comments, properties.keywords, properties.subject) == ("", "", "")
    assert properties.created is properties.modified is None


def test_headings_are_headings():
    document = opened(WRITTEN)
    parts = [PHRASES.part(chapter.part) for chapter in PAPER.outline.chapters]
    first = styled(document, "Heading 1")
    assert styled(document, "Title") == ["Consolidated summary"]
    assert first[0] == "Reports received"
    assert [title for title in first if title in parts] == parts
    assert first[-1] in {"Annex: all points with their sources", "Merge log"}
    themes = [group.title for chapter in PAPER.outline.chapters for group in chapter.groups if group.title]
    assert len(themes) > 5
    second = [" ".join(text.split()).casefold() for text in styled(document, "Heading 2")]
    assert all(any(text.startswith(theme.casefold()) for text in second) for theme in themes)


def test_chapters_are_counted_and_what_follows_them_is_not():
    chapters = [each for each in opened(WRITTEN).paragraphs if each.style.name == "Heading 1"]
    plain = {each.text for each in chapters if each._p.pPr.numPr is not None}
    assert plain == {each.text for each in chapters if each.text.startswith(("Annex", "Merge log"))}
    assert opened(WRITTEN).styles["Heading 1"].element.pPr.numPr.numId.val == 2


def test_paragraphs_are_numbered_by_word_through_the_whole_paper():
    document = opened(write(SEEDS, max_words=0))
    items = [each for each in document.paragraphs if each.style.name.startswith("List Number")]
    numbers = {(each.style.name, each._p.pPr.numPr.numId.val, each._p.pPr.numPr.ilvl.val) for each in items}
    assert numbers == {
        ("List Number", 1, 0),
        *((f"List Number {level + 1}", 1, level) for level in range(1, max(n[2] for n in numbers) + 1)),
    }
    assert not any(re.match(r"\d+\.", each.text) for each in items)
    told = max(told.number for chapter in PAPER.outline.chapters for told in chapter.told())
    assert len(styled(opened(WRITTEN), "List Number")) == told


def test_what_has_something_below_it_stays_on_its_page():
    fields = {"recommendations": [{"text": "Build", "actions": said("homes")}]}
    document = opened(write(public(made(fields, "gfmd-csd-2016"))))
    kept = {
        each.text.partition(NO_BREAK)[0]: each.paragraph_format.keep_with_next for each in document.paragraphs
    }
    assert (kept["Build"], kept["homes"]) == (True, None)


def test_every_reference_leads_to_its_point_in_the_annex_and_back_to_its_paragraph():
    body = opened(WRITTEN).element.body
    anchors = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    links = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]
    points = [each for each in anchors if re.fullmatch(r"r\d+p\d+", each)]
    paragraphs = [each for each in anchors if re.fullmatch(r"p\d+", each)]
    assert len(anchors) == len(set(anchors))
    assert len(points) == SEEDS.conservation.points_out
    assert len(anchors) == len(points) + len(paragraphs) + len(SEEDS.reports)
    assert paragraphs == [f"p{number}" for number in range(1, len(paragraphs) + 1)]
    assert set(links) <= set(anchors)
    assert set(paragraphs) <= set(links)


def test_the_annex_lists_every_point_word_for_word():
    text = words(everything(WRITTEN))
    joined = f" {' '.join(text)} "
    for support in SEEDS.supports():
        assert f" {' '.join(words(support.text))} " in joined
        assert support.reference in joined


def test_the_head_of_every_table_repeats_and_no_table_is_wider_than_the_page():
    section = opened(WRITTEN).sections[0]
    assert (section.page_width.mm, section.page_height.mm) == (
        pytest.approx(210, abs=0.5),
        pytest.approx(297, abs=0.5),
    )
    room = section.page_width - section.left_margin - section.right_margin
    for table in opened(WRITTEN).tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert sum(column.width for column in table.columns) <= room + 635 * len(table.columns)


def test_the_coverage_table_tells_each_report():
    table = opened(WRITTEN).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [name for name in rows[0] if name in {"Session", "Title", "Form", "Language", "Points"}] == [
        *("Session", "Title", "Form", "Language", "Points"),
    ]
    keys = {entry.key for entry in SEEDS.reports}
    assert [sum(cell.replace(NO_BREAK, " ") in keys for cell in row) for row in rows[1:-1]] == [1] * len(keys)
    assert rows[-1][0] == "Total"
    assert rows[-1][rows[0].index("Points")] == "173"


def test_the_footer_counts_the_pages():
    footer = opened(WRITTEN).sections[0].footer._element
    fields = [each.get(qn("w:instr")).strip() for each in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def leads(*reports) -> str:
    return " ".join(styled(opened(write(public(*reports))), "Paper lead"))


def test_the_preamble_is_true_of_the_paper():
    under_rule = made({"challenges": said("Housing")})
    on_record = made({"introduction": said("Welcome")}, "idm-summary-2017")
    strict, mixed, free = leads(under_rule), leads(under_rule, on_record), leads(on_record)
    assert "sessions held under the Chatham House Rule" in strict
    assert "applied to all sessions alike" not in strict
    assert "some were held under the Chatham House Rule" in mixed
    assert "applied to all sessions alike, to those on the record too" in mixed
    assert "Chatham House" not in free
    assert "held on the record" in free
    assert not any(
        "stands in their place" in each or "agreed to it" in each for each in (strict, mixed, free)
    )
    assert "stands in their place" in leads(made({"challenges": said("Spain said so")}))
    assert "stands in their place" in leads(made({}, title="A talk by Professor Ana Exemplo"))
    quote = {"text": "We build.", "speaker": "Ana Exemplo", "consent": "quoted with approval"}
    assert "named where the report says that they agreed to it" in leads(made({"quotes": [quote]}))


def test_blank_forms_are_told_in_one_sentence():
    told = leads(made({}, number="1"), made({}, number="2"))
    assert told.endswith("2 reports hold no answers.")
    assert "0 points" not in told
    one = leads(made({}, number="1"), made({"challenges": said("Housing")}, number="2"))
    assert "The reports hold 1 point," in one
    assert "1 report holds no answers." in one


def test_passages_left_out_are_told_at_the_end_of_the_annex():
    report, form = made({"challenges": said("Housing")})
    loose = Passage("A remark in the margin", Location())
    page = Passage("page 1 of 3", Location(), FurnitureKind.PAGE_NUMBER)
    document = opened(write(public((replace(report, unplaced=(loose, page)), form))))
    texts = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    (told,) = [text for text in texts if "no question of the form" in text]
    assert told == "In RT 1.2, 1 passage stands under no question of the form and is not in this paper."
    assert texts[-2:] == ["Passages not in this paper", told]


def test_support_is_counted_and_never_upgraded():
    summary = public(
        made({"challenges": said("Many argued for housing")}, number="1"),
        made({"challenges": said("Many argued for housing.")}, number="2"),
        made({}, number="3"),
    )
    (item,) = styled(opened(write(summary)), "List Number")
    first, second, _ = (entry.key for entry in summary.reports)
    assert (
        item.replace(NO_BREAK, " ")
        == f"Many argued for housing (raised in 2 of 3 sessions) [{first}; {second}]"
    )


def test_long_prose_is_opened_in_the_body_and_whole_in_the_annex():
    text = " ".join(
        f"Sentence number {number} tells of one thing, e.g. of No. {number}." for number in range(60)
    )
    (item,) = styled(opened(write(public(made({"challenges": said(text)})))), "List Number")
    opening, _, _ = item.partition(" … ")
    assert 400 <= len(opening) <= 900
    assert opening.endswith(".")
    assert text.startswith(opening)
    assert "in full in the annex" in item
    assert " ".join(words(text)) in " ".join(
        words(everything(write(public(made({"challenges": said(text)})))))
    )


def test_a_quotation_names_its_speaker_only_with_consent():
    def quoted(summary):
        return next(text for text in styled(opened(write(summary)), "List Number") if "bridges" in text)

    quote = {"text": "We build bridges.", "speaker": "Ana Exemplo, ILO"}
    assert "We build bridges. — anonymous" in quoted(public(made({"quotes": [quote]})))
    assert "We build bridges. — Ana Exemplo, ILO" in quoted(restricted(made({"quotes": [quote]})))
    assert "anonymous" not in quoted(public(made({"quotes": said("We build bridges.")})))
    assert "— anonymous" in quoted(public(made({"quotes": [quote | {"speaker": "anonymous"}]})))
    approved = quote | {"consent": "quoted with approval"}
    assert "We build bridges. — Ana Exemplo, ILO" in quoted(public(made({"quotes": [approved]})))


def test_actions_stand_below_their_recommendation():
    fields = {
        "recommendations": [{"text": "Build", "actions": said("homes"), "indicators": said("homes built")}]
    }
    document = opened(write(public(made(fields, "gfmd-csd-2016"))))
    told = [paragraph.text.partition("\N{NO-BREAK SPACE}")[0] for paragraph in document.paragraphs]
    at = told.index("Build")
    assert told[at : at + 5] == ["Build", "Actions", "homes", "Indicators", "homes built"]


def test_only_the_restricted_edition_names_files_and_rapporteurs():
    report = made(
        {"rapporteurs": [{"name": "Ana Exemplo"}], "challenges": said("Housing")}, name="exemplo.docx"
    )
    told = everything(write(restricted(report)))
    assert "exemplo.docx" in told
    assert "Ana Exemplo" in told
    assert "Restricted edition" in told
    assert "exemplo" not in everything(write(public(report))).casefold()


def test_letters_that_xml_cannot_hold_do_not_break_the_file():
    report = made({"challenges": said("Housing\x0b & <time>\x00 \ud83d is short")}, title='Say "so" & <more>')
    assert "Housing & <time> " in everything(write(public(report)))


def test_other_languages_are_marked_and_arabic_runs_from_right_to_left():
    french = made({"challenges": said("Le logement manque")}, language="fr", number="1")
    arabic = made({"challenges": said("السكن غير متوفر")}, language="ar", number="2")
    body = opened(write(public(french, arabic))).element.body
    marked = {value for each in body.iter(qn("w:lang")) for value in each.attrib.items()}
    assert marked == {(qn("w:val"), "fr-FR"), (qn("w:bidi"), "ar-SA")}
    assert any(
        "السكن" in "".join(each.itertext())
        for each in body.iter(qn("w:p"))
        if each.find(f".//{qn('w:bidi')}") is not None
    )


def test_the_papers_own_words_come_in_three_languages():
    assert styled(opened(write(SEEDS, "fr")), "Heading 1")[0] == "Rapports reçus"
    assert styled(opened(write(SEEDS, "es")), "Heading 1")[0] == "Informes recibidos"
    assert styled(opened(write(SEEDS, "tlh")), "Heading 1")[0] == "Reports received"


def test_an_empty_summary_is_a_paper_too():
    assert "No report was given." in everything(write(restricted()))


def test_names_that_the_picture_cannot_draw_are_told_below_it():
    node = Picture("Темы", ("жилье", "work"), ("RT 1", "RT 2"), ((1, 2), (3, 0)))
    told = Body("en").written([node])
    assert "1: жилье" in told
    assert ": work" not in told
