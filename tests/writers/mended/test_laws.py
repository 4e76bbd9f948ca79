"""What must hold for every file: no answer changes, nothing is left to mend, nothing crashes."""

import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rapportkit import api
from rapportkit.errors import ReadError, UsageError
from rapportkit.model.report import Report
from rapportkit.templates.catalog import shipped
from readers.docx_build import field, level, lists, num, p, r
from writers.mended.reports import CHALLENGES, FORM, HEAD, docx, mend, read, text

ROOT = Path(__file__).parents[3]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
FILES = [
    *SEEDS,
    *sorted((ROOT / "examples/reports").glob("*.docx")),
    *(
        ROOT / "tests/corpus/dev/files" / name
        for name in ("rt-03.docx", "rt-05.txt", "rt-06.txt", "c16-04.txt")
    ),
]
PIECES = st.sampled_from(
    [
        *(
            "Cities",
            " need",
            "more",
            "- ",
            "• ",
            "* ",
            "1. ",
            "a) ",
            "e ",
            "\uf0b7 ",
            "– ",
            "o ",
            "> ",
            "## ",
        ),
        *(
            " ",
            "  ",
            "\t",
            "\u00a0",
            "\u00ad",
            "\u200b",
            "\u200d",
            "\u200e",
            "\ufeff",
            "\n",
            "\n\n",
            "\r\n",
            "\f",
        ),
        *(",", " .", " ;", " :", " !", "( ", " )", " …", "|", "---", "«", " »", "?", "5", " 12"),
        *(
            "<i>",
            "</i>",
            "<b>",
            "</b>",
            "<p>",
            "</p>",
            "<ul>",
            "</ul>",
            "<li>",
            "</li>",
            "<br/>",
            '<a href="x">',
        ),
        *(
            "&amp;",
            "&lt;",
            "&nbsp;",
            "&#8226;",
            "&#10;",
            "**",
            "__",
            "*",
            "_",
            "\\*",
            "\\",
            "[a](https://x.org)",
        ),
        *(
            "Chalenges",
            "2. Chalenges\n",
            "Inspring quotes\n",
            "Roundtable",
            "\nNone\n",
            "villes et les",
            "مرحبا",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def answers(report: Report) -> list[tuple[str, str]]:
    """Every answer with its place in the report, by its letters, digits and signs."""
    values = [(pointer, value.text) for pointer, value in report.header]
    said = [(pointer, point.text) for pointer, point in report.points()]
    speakers = [(pointer, point.speaker) for pointer, point in report.points()]
    rest = [("", passage.text) for passage in report.unplaced]
    return [(pointer, _bare(given)) for pointer, given in (*values, *said, *speakers, *rest)]


def _bare(given: str) -> str:
    """A text without white space, invisible signs and the bullets at the starts of its lines."""
    lines = (re.sub(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+", "", line) for line in given.split("\n"))
    return "".join(re.sub(r"^[-–•*·>\uf0b7◦▪e]+", "", line) for line in lines)


def holds(data: bytes, name: str) -> bool:
    """Mend a file, and see that the laws hold; False for one that cannot be read or is refused."""
    try:
        before = answers(read(data, name))
    except ReadError:
        return False
    try:
        mended = mend(data, name)
    except UsageError:  # bytes that are an old Word file, or in an encoding that cannot be written again
        return False
    assert answers(read(mended.data, name)) == before
    assert bool(mended.changes) == (mended.data != data)
    again = mend(mended.data, name)
    assert again.data == mended.data
    assert again.changes == ()
    return True


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_texts(one, other):
    assert holds(text(one, f"- {other}").encode(), "report.txt")


@given(TEXTS)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_texts_that_are_no_form(given):
    assume(holds(given.encode(), "report.txt"))


@given(st.binary(max_size=300))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_bytes(data):
    assume(holds(data, "report.txt"))


RUNS = st.one_of(
    TEXTS.map(lambda said: r(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", said))),
    st.just(field("DATE", "two  days")),
    st.just("<w:r><w:tab/></w:r>"),
    st.just("<w:r><w:drawing/></w:r>"),
)
PARAGRAPHS = st.builds(
    lambda runs, listed: p(*runs, properties=num() if listed else ""),
    st.lists(RUNS, max_size=4),
    st.booleans(),
)


@given(st.lists(PARAGRAPHS, max_size=4))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_word_files(paragraphs):
    assume(holds(docx(*paragraphs, numbering=lists(level(0, "bullet", "•"))), "report.docx"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_reports(path):
    data = path.read_bytes()
    document = api.read(data, path.name)
    template = api.recognise(document, shipped()).template
    report = api.extract(document, template)
    mended = api.mend(data, document, report, template)
    reread = api.read(mended.data, path.name)
    assert answers(api.extract(reread, template)) == answers(report)
    assert api.mend(mended.data, reread, api.extract(reread, template), template).changes == ()


def test_the_made_up_reports_are_reports():
    assert [said for said in (*HEAD, CHALLENGES) if said not in text()] == []
    assert api.recognise(api.read(text().encode(), "report.txt"), shipped()).template.id == FORM.id
