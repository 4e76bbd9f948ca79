"""Rules about looks and lists, asked of any document: none fails, and each finding can be found again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit import api
from rapportkit.model.document import Block, BlockKind, Document, Source, numbered
from rapportkit.model.location import Location
from rapportkit.rules import RULES
from rapportkit.rules.hygiene.answered import answered, field_of
from rapportkit.rules.reading import Reading
from rapportkit.templates.catalog import find, shipped

MINE = frozenset(
    {"A005", "A006", "A007", "A008", "A009", "L003", "L004", "H001", "H002", "H003", "H004", "H005", "H006"}
)
LINES = st.sampled_from(
    [
        "2. Challenges",
        "3. Opportunities / good practices / innovations for the way forward",
        "Three recommendations:",
        "HOUSING FOR ALL NEWCOMERS",
        "• – Local partnerships are key to services in cities.",
        "Local partnerships are key to services in cities. 3",
        "Cities , towns.Villages  and **states** &amp; <p>others",
        "cafÃƒÂ© don t",
        "Page 2 of 5",
        "\t\x0c\x00\u200b",
        "word " * 160,
        "",
    ]
) | st.text(max_size=30)
MARKERS = st.sampled_from(["", "•", "e", "¢", "1.", "b)", "\uf0b7", "- 2."])
ROUNDTABLE = find("gfmd-roundtable-2018", shipped())


@st.composite
def documents(draw: st.DrawFn) -> Document:
    kind = draw(st.sampled_from(["docx", "txt", "pdf"]))
    blocks = [
        Block(
            BlockKind.ITEM if marker else BlockKind.PARAGRAPH,
            text,
            Location(line=line),
            1 if marker else 0,
            marker,
        )
        for line, (text, marker) in enumerate(draw(st.lists(st.tuples(LINES, MARKERS), max_size=14)), 1)
    ]
    head = [Block(BlockKind.PARAGRAPH, "1. Summary/Main discussion points", Location(line=1))]
    source = Source("any", "0" * 64, kind, language=draw(st.sampled_from(["en", "fr", ""])))
    return Document(source, numbered([*head, *blocks], "any"), trust=draw(st.sampled_from([1.0, 0.8])))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(documents(), st.sampled_from(["known", "unknown"]))
def test_no_rule_fails_whatever_a_document_says(document: Document, how: str):
    report = api.extract(document, ROUNDTABLE)
    reading = Reading(report, ROUNDTABLE, document=document if how == "known" else None)
    asked = [rule for rule in RULES if rule.code in MINE]
    found = [finding for rule in asked for finding in rule.check(rule, reading)]
    assert len(asked) == len(MINE)
    assert all(each.message and each.help and "{" not in each.help for each in found)
    assert all(each.code in MINE and reading.known(each.pointer) == each.pointer for each in found)


def test_blocks_are_told_with_the_answer_that_holds_them():
    text = (
        "Name of Rapporteur: Ana Exemplo\nRoundtable session: 1.2 Cities\n\n1. Summary/Main discussion points\n\n"
        "- One.\n- Two.\n\n2. Challenges\n\nThree.\n"
    )
    document = api.read(text.encode(), "x.txt")
    reading = Reading(api.extract(document, ROUNDTABLE), ROUNDTABLE, document=document)
    assert [(pointer, block.text) for pointer, block in answered(reading)][-3:] == [
        ("/discussion_points/0", "One."),
        ("/discussion_points/1", "Two."),
        ("/challenges/0", "Three."),
    ]
    assert field_of(reading, "/discussion_points/1") == "/discussion_points"
    assert field_of(reading, "/session/title") == "/session"
    assert list(answered(Reading(reading.report, ROUNDTABLE))) == []
