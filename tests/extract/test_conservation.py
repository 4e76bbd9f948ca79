"""Every word of a document is in a field, in `unplaced`, or in the form's own wording."""

import re
from pathlib import Path

import pytest
from accounting import lost
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportkit import api
from rapportkit.errors import ReadError
from rapportkit.model.template import Template
from rapportkit.templates.catalog import shipped

ROOT = Path(__file__).parents[2]
TEMPLATES = {template.id: template for template in shipped()}
FILES = sorted([*ROOT.glob("seeds/*.txt"), *ROOT.glob("examples/formats/*.*")])


def labels(template: Template) -> list[str]:
    fields = [*template.header, *template.headings, *template.fields, *template.leaves()]
    fields += [part for field in template.fields for part in field.parts]
    said = [
        text
        for field in fields
        for text in (*field.labels.all(), *field.aliases.all(), *field.guidance.all())
    ]
    return [text.replace("{n}", "2") for text in (*said, *template.titles.all(), *template.guidance.all())]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.id)
def test_no_word_of_a_real_report_is_lost_whatever_the_template(path, template):
    document = api.read(path.read_bytes(), path.name)
    assert not lost(document, api.extract(document, template))


WORDS = st.lists(
    st.sampled_from(
        [
            "migrants",
            "cities",
            "Kenya",
            "–",
            "work;",
            "rights",
            "(2018)",
            "said:",
            "“we”",
            "N/A",
            "None",
            "Women:",
            "1.",
            "a)",
            "•",
            "-",
            "Conclusion:",
            "Firstly,",
            "3",
            "IOM",
            "wishes",
            "to",
            "thank.",
            "Recommendation",
            "2",
            "anonymous",
            "[approved]",
            "<b>bold</b>",
            "**strong**",
            "Session",
            "4.1",
            "–",
            "and",
        ]
    ),
    min_size=1,
    max_size=14,
).map(" ".join)


def lines(template: Template) -> st.SearchStrategy[str]:
    label = st.sampled_from(labels(template))
    shapes = [
        label,
        label.map("{}:".format),
        st.tuples(st.integers(1, 9), label).map(lambda pair: f"{pair[0]}. {pair[1]}"),
        st.tuples(label, WORDS).map(lambda pair: f"{pair[0]}: {pair[1]}"),
        st.tuples(label, WORDS).map(lambda pair: f"{pair[0]}\t{pair[1]}"),
        WORDS,
        WORDS.map("- {}".format),
        WORDS.map("  • {}".format),
        st.tuples(st.integers(1, 12), WORDS).map(lambda pair: f"{pair[0]}.\t{pair[1]}"),
        st.just(""),
        st.integers(1, 30).map(str),
    ]
    return st.one_of(shapes)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.id)
@given(data=st.data())
def test_no_word_of_any_text_is_lost(template, data):
    text = "\n".join(data.draw(st.lists(lines(template), min_size=1, max_size=30)))
    try:
        document = api.read(text.encode(), "x.txt")
    except ReadError:
        assert not re.search(r"[^\W\d_]{2}", text)
        return
    missing = lost(document, api.extract(document, template))
    assert not missing, text
