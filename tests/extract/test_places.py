"""Every place can be found again by a person, and its span names just the words that it stands for."""

import re
from pathlib import Path

import pytest

from rapportkit import api
from rapportkit.model.location import ENGLISH, Location
from rapportkit.templates.catalog import shipped
from rapportkit.wire import report as wire
from readers.docx_build import field, level, lists, num, p, r, tbl, tc, tr, word

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


def report_on(data, name):
    document = api.read(data, name)
    match = api.identify(document, shipped())[0]
    return document, api.extract(document, match.template, match.confidence, match.outline)


FORM = """Roundtable Sessions, Quito, 3 May 2031\r
\r
\tName of Rapporteur:\tAna Exemplo
Roundtable session: 2.3 – Skills “für alle”
1. Summary/Main discussion points
- Naïve café debates in Quito were
  long, and 😀 useful.
- One. • Two.
2. Challenges
   * **Costs** stay high.
3. Opportunities / good practices / innovations for the way forward
Все согласны.
"""


def test_a_column_is_where_the_words_begin_in_their_line():
    document, report = report_on(FORM.encode(), "x.txt")
    raw = re.split("\r?\n", FORM)
    for text, place in [
        *((value.text, value.location) for _, value in report.header),
        *((point.text, point.location) for _, point in report.points()),
    ]:
        if place.span is not None:
            assert document.blocks[place.block].text[slice(*place.span)] == text
        if place.column is not None:
            line = raw[place.line - 1][place.column - 1 :]
            assert line.startswith(text) or text.startswith(line.rstrip())
    columns = {point.text: (point.location.line, point.location.column) for _, point in report.points()}
    assert columns == {
        "Naïve café debates in Quito were long, and 😀 useful.": (6, 3),
        "One.": (8, 3),
        "Two.": (8, 10),
        "Costs stay high.": (10, None),
        "Все согласны.": (12, 1),
    }
    assert [(value.location.line, value.location.column) for _, value in report.header[:3]] == [
        (1, 1),
        (1, 22),
        (1, 29),
    ]


LIST = lists(level(0, "bullet", "•"), level(1, "bullet", "o"))


def bullet(text, depth=0):
    return p(text, properties=num(1, depth))


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (
            p("1. Summary/Main discussion points") + bullet("One.") + bullet("Two.") + bullet("Inner.", 1),
            {
                "One.": "first bullet, under “1. Summary/Main discussion points”",
                "Two.": "second bullet, under “1. Summary/Main discussion points”",
                "Inner.": "first bullet of the second, under “1. Summary/Main discussion points”",
            },
        ),
        (
            p("1. Summary/Main discussion points") + p("We met.") + p("We talked."),
            {
                "We met.": "paragraph 4, under “1. Summary/Main discussion points”",
                "We talked.": "paragraph 5, under “1. Summary/Main discussion points”",
            },
        ),
        (
            tbl(tr("1. Summary/Main discussion points", tc(bullet("One."), bullet("Two.")))),
            {
                "One.": "table 1, row 1, right cell, first bullet",
                "Two.": "table 1, row 1, right cell, second bullet",
            },
        ),
        (
            tbl(tr("1. Summary/Main discussion points"), tr("One.")),
            {"One.": "table 1, row 2"},
        ),
        (
            tbl(
                tr("1. Summary/Main discussion points"), tr(tc(bullet("One."), p("We met."), p("We talked.")))
            ),
            {
                "One.": "table 1, row 2, first bullet",
                "We met.": "table 1, row 2, paragraph 1",
                "We talked.": "table 1, row 2, paragraph 2",
            },
        ),
    ],
    ids=["bullets", "paragraphs", "beside", "below", "several"],
)
def test_a_place_in_word_is_told_as_a_person_would(form, said):
    head = p("Roundtable Sessions, Quito, 3 May 2031") + p("Name of Rapporteur: Ana Exemplo")
    rest = (
        p("2. Challenges")
        + p("Costs.")
        + p("3. Opportunities / good practices / innovations for the way forward")
    )
    _, report = report_on(word(head + form + rest, parts={"numbering": LIST}), "x.docx")
    told = {point.text: point.location.place for _, point in report.points() if point.text in said}
    assert told == said


def test_what_stands_under_a_heading_of_the_authors_own_is_under_that():
    form = p("Roundtable 3 rapporteur summary") + p("I am pleased to present a summary of our discussion.")
    form += p("HOUSING") + p("Rents rise faster than wages do.") + bullet("A key is not a wage.")
    form += p("WORK") + p("Employers build houses, and houses build trust.")
    form += p("CONCLUSION") + p("This conversation should go on.")
    _, report = report_on(word(form, parts={"numbering": LIST}), "x.docx")
    told = {pointer: point.location.place for pointer, point in report.points()}
    assert told == {
        "/opening/0": "paragraph 2",
        "/sections/0": "paragraph 3",
        "/sections/0/points/0": "paragraph 4, under “HOUSING”",
        "/sections/0/points/1": "first bullet, under “HOUSING”",
        "/sections/1": "paragraph 6",
        "/sections/1/points/0": "paragraph 7, under “WORK”",
        "/conclusion/0": "paragraph 9, under “CONCLUSION”",
    }


def test_the_labels_of_a_numbered_group_have_places():
    path = EXAMPLES / "working-session-4.1.pdf"
    _, report = report_on(path.read_bytes(), path.name)
    (answer,) = (each for each in report.answers if each.parts)
    second = {
        pointer.removeprefix(answer.pointer): place.place
        for pointer, place in answer.parts
        if pointer.startswith(f"{answer.pointer}/1")
    }
    assert second == {
        "/1": "page 2, table 3, row 5, left cell",
        "/1/actions": "page 2, table 3, row 6, left cell",
        "/1/indicators": "page 2, table 3, row 7, left cell",
    }


def test_a_remark_of_the_reader_stands_where_points_stand():
    change = '<w:ins w:id="1" w:author="A"><w:r><w:t>more</w:t></w:r></w:ins>'
    hidden = p(r("An older version.", "<w:vanish/>"))
    form = p("Roundtable Sessions, Quito, 3 May 2031") + p("Name of Rapporteur: Ana Exemplo")
    form += p("1. Summary/Main discussion points") + bullet("One.") + p("Two ", change, properties=num(1, 0))
    form += hidden + p("2. Challenges") + p("Costs.")
    form += p("3. Opportunities / good practices / innovations for the way forward")
    _, report = report_on(word(form, parts={"numbering": LIST}), "x.docx")
    assert {each.code: each.location.place for each in report.remarks} == {
        "D001": "second bullet, under “1. Summary/Main discussion points”",
        "D003": "paragraph 6, under “1. Summary/Main discussion points”",
    }


def test_where_a_point_leads_is_told_with_its_place():
    link = field('HYPERLINK "https://example.org/kit"', "the toolkit")
    form = p("Roundtable Sessions, Quito, 3 May 2031") + p("Name of Rapporteur: Ana Exemplo")
    form += p("1. Summary/Main discussion points") + p("See ", link) + p("2. Challenges") + p("Costs.")
    form += p("3. Opportunities / good practices / innovations for the way forward")
    _, report = report_on(word(form), "x.docx")
    data = wire.dump(report, next(each for each in shipped() if each.id == report.template))
    places = data["provenance"]
    assert places["/discussion_points/0"] == {
        "text": "See the toolkit",
        "paragraph": 4,
        "under": "1. Summary/Main discussion points",
        "links": ["https://example.org/kit"],
    }
    assert "links" not in places["/challenges/0"]


@pytest.mark.parametrize(
    ("location", "place"),
    [
        (Location(table=1, row=2, cell=2, columns=3), "table 1, row 2, middle cell"),
        (Location(table=1, row=2, cell=4, columns=5), "table 1, row 2, cell 4"),
        (Location(page=2, line=4, under="Challenges", bullets=(1,)), "page 2, line 4"),
        (Location(paragraph=9, under="Challenges", bullets=(12,)), "12th bullet, under “Challenges”"),
        (Location(area="footnote 2", paragraph=1), "footnote 2, paragraph 1"),
    ],
)
def test_a_place_is_told_as_its_format_allows(location, place):
    assert location.place == place


@pytest.mark.parametrize(
    ("location", "place"),
    [
        (Location(paragraph=9, under="Challenges", bullets=(3, 1)), "first bullet of the third"),
        (Location(paragraph=9, under="Challenges"), "paragraph 9"),
        (Location(line=9, under="Challenges"), "line 9"),
    ],
)
def test_a_place_is_told_without_the_label_that_is_told_beside_it(location, place):
    assert location.said(ENGLISH, under=False) == place
