"""Every place can be found again by a person, and its span names just the words that it stands for."""

import re

import pytest

from rapportkit import api
from rapportkit.model.location import Location
from rapportkit.templates.catalog import shipped
from rapportkit.wire import report as wire
from readers.docx_build import field, level, lists, num, p, tbl, tc, tr, word


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
    ],
    ids=["bullets", "paragraphs", "beside", "below"],
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
