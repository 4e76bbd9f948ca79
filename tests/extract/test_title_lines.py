"""The lines that head a report: events that no template names, and names wrapped at the line's end."""

from __future__ import annotations

import pytest

from rapportkit import api
from rapportkit.extract.header.papers import title_lines
from rapportkit.extract.header.values import Line
from rapportkit.model.document import Block, BlockKind, Document, Source
from rapportkit.model.location import Location
from rapportkit.model.template import Kind
from rapportkit.templates.catalog import shipped

TEMPLATES = {template.id: template for template in shipped()}
PAPER = next(field for field in TEMPLATES["idm-summary-2017"].header if field.kind is Kind.EVENT)


def read(*said: str) -> tuple[dict[str, str], set[int]]:
    lines = [Line(text, Location()) for text in said]
    values, used = title_lines(lines, PAPER, len(lines))
    return {pointer: value.text for pointer, value in values}, used


def test_short_lines_with_a_date_among_them_head_a_paper_of_another_event():
    assert read(
        "Example Forum 2031", "Work that moves: opening", "14 October 2031", "Example Hall, Quito"
    ) == (
        {
            "/event/title": "Example Forum 2031",
            "/session/title": "Work that moves: opening",
            "/event/dates": "14 October 2031",
            "/event/place": "Example Hall, Quito",
        },
        {0, 1, 2, 3},
    )


@pytest.mark.parametrize(
    "said",
    [
        ("Example Forum 2031", "Work that moves: opening", "Example Hall, Quito"),
        ("14 October 2031", "Example Forum"),
        ("Example Forum", "14 October 2031", "The forum was opened by the host and lasted for one day."),
        (),
    ],
)
def test_lines_without_a_date_below_the_first_and_sentences_head_nothing(said):
    assert read(*said) == ({}, set())


def test_the_name_of_an_event_that_goes_on_in_the_next_line_is_one_name():
    place = [Location(block=index) for index in range(4)]
    blocks = [
        Block(BlockKind.HEADING, "Working sessions of the GFMD Civil Society Days of the", place[0]),
        Block(BlockKind.HEADING, "Example Forum, Quito, 15-16 October 2031", place[1]),
        Block(BlockKind.HEADING, "Reporting Template", place[2]),
        Block(BlockKind.PARAGRAPH, "Session theme: 3.2: Skills", place[3]),
    ]
    report = api.extract(Document(Source("x.docx", "", "docx"), tuple(blocks)), TEMPLATES["gfmd-csd-2018"])
    assert [report.value(f"/event/{name}") for name in ("title", "place", "dates")] == [
        "Working sessions of the GFMD Civil Society Days of the Example Forum",
        "Quito",
        "15-16 October 2031",
    ]
