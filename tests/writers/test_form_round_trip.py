"""What is written into a form is read out of it again, word for word."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit import api
from rapportkit.model.document import Note, Source
from rapportkit.model.report import Answer, Point, Report, Value
from rapportkit.model.template import Field, Kind, Template
from rapportkit.templates.build import build
from rapportkit.templates.catalog import shipped
from rapportkit.wire import report as wire
from rapportkit.writers.form_docx import write

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "seeds"
TEMPLATES = {template.id: template for template in shipped()}
LANGUAGES = ("en", "fr", "es")

# Words that no form prints, so that a failure is a fault of the form and no accident of wording.
WORDS = (
    *(
        "harbour",
        "nurses",
        "ferry",
        "teachers",
        "orchard",
        "markets",
        "clinics",
        "bridges",
        "bakers",
        "rivers",
    ),
    *("façade", "“lamps”", "mid-season", "A&B", "<draft>", "half,", "quarter’s", "2031", "Ñandú", "œuvre"),
)
PEOPLE = ("Ana Exemplo", "Bo Muster", "Chidi Örnek-Diaz", "Dr Esi Example")
OFFICES = ("Ministry of Orchards", "Ferry Workers Union", "City of Port Example")

words = st.sampled_from(WORDS)
phrases = st.lists(words, min_size=3, max_size=9).map(lambda chosen: " ".join(chosen).capitalize())
sentences = st.lists(phrases, min_size=1, max_size=2).map(lambda said: ". ".join(said) + ".")


@st.composite
def points(draw: st.DrawFn, depth: int = 2) -> Point:
    under = draw(st.lists(points(depth - 1), max_size=2)) if depth and draw(st.integers(0, 3)) == 0 else []
    text = draw(sentences)
    return Point(text[:-1] + ":" if under and draw(st.booleans()) else text, points=tuple(under))


rows = st.lists(sentences, min_size=1, max_size=3).map(lambda lines: Point("\n".join(lines)))
quotations = st.one_of(
    st.builds(Point, sentences),
    st.builds(
        lambda text: Point(f"“{text}”".replace("““", "“").replace("””", "”"), speaker="anonymous"), sentences
    ),
    st.builds(
        lambda text, who, how: Point(f"“{text.replace('“', '').replace('”', '')}”", speaker=who, consent=how),
        sentences,
        st.sampled_from(PEOPLE),
        st.sampled_from(("", "quoted with approval")),
    ),
)


def listed(one: st.SearchStrategy[Point], most: int = 3) -> st.SearchStrategy[tuple[Point, ...]]:
    return st.lists(one, max_size=most).map(tuple)


@st.composite
def answers(draw: st.DrawFn, field: Field) -> tuple[Point, ...]:
    match field.kind:
        case Kind.QUOTES:
            return draw(listed(quotations))
        case Kind.ROWS:
            return draw(listed(st.one_of(rows, points(1))))
        case Kind.CELL:
            return draw(st.one_of(listed(rows, 1), listed(points())))
        case Kind.GROUPS:
            return tuple(
                Point(
                    draw(rows).text,
                    parts=tuple((part.name, draw(listed(points(1), 2))) for part in field.parts[1:]),
                )
                for _ in range(draw(st.integers(0, 3)))
            )
        case Kind.CHAPTERS:
            return tuple(
                Point(
                    draw(phrases),
                    number=index + 1,
                    points=tuple(draw(st.lists(st.builds(Point, sentences), min_size=1, max_size=2))),
                )
                for index in range(draw(st.sampled_from((0, 2, 3))))
            )
        case Kind.SECTIONS:
            return tuple(
                Point(draw(phrases), points=tuple(draw(st.lists(points(1), min_size=1, max_size=2))))
                for _ in range(draw(st.integers(0, 2)))
            )
        case _:
            return draw(listed(points()))


@st.composite
def reports(draw: st.DrawFn, template: Template) -> Report:
    header: list[tuple[str, str]] = []
    for field in template.header:
        if field.kind is Kind.EVENT and field.options.get("names"):
            name = field.options["names"]["en"][0]
            header.append((f"{field.pointer}/title", f"{name} 2031"))
            if draw(st.booleans()):
                header += [
                    (f"{field.pointer}/place", "Port Example"),
                    (f"{field.pointer}/dates", "3-4 March 2031"),
                ]
        elif field.kind is Kind.SESSION:
            if "number" in template.schema["properties"][field.name]["required"]:
                header.append((f"{field.pointer}/number", draw(st.sampled_from(("1", "3.2", "12")))))
            header.append((f"{field.pointer}/title", draw(phrases)))
        elif field.kind is Kind.PERSONS:
            for index, name in enumerate(draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True))):
                header.append((f"{field.pointer}/{index}/name", name))
                if draw(st.booleans()):
                    header.append((f"{field.pointer}/{index}/affiliation", draw(st.sampled_from(OFFICES))))
    return Report(
        Source("made up", "0" * 64, "docx"),
        template.id,
        1.0,
        tuple((pointer, Value(text)) for pointer, text in header),
        tuple(Answer(field.pointer, draw(answers(field))) for field in template.leaves()),
    )


def gold(template: Template) -> Report:
    for path in sorted(GOLD.glob("*.json")):
        said = json.loads(path.read_text("utf-8"))
        if said["template"] == template.id:
            source = {"name": said["source"], "sha256": "0" * 64, "format": "txt"}
            return wire.load({**said, "source": source, "confidence": 1}, template)
    raise AssertionError(template.id)


def read_back(form: bytes, template: Template) -> Report:
    return api.extract(api.read(form, "form.docx"), template)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES.keys())
def test_a_form_filled_with_a_real_report_gives_the_report_back(template, language):
    report = gold(template)
    found = read_back(write(template, report, language), template)
    assert wire.fields(found, template) == wire.fields(report, template)
    assert [passage.text for passage in found.unplaced if passage.kind is None] == []


@pytest.mark.parametrize("layout", ["table", "headings", "prose"])
@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES.keys())
def test_every_template_could_have_any_layout(template, layout):
    report = gold(template)
    found = read_back(write(replace(template, layout=layout), report), template)
    assert wire.fields(found, template) == wire.fields(report, template)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("layout", ["table", "headings", "prose"])
def test_a_template_that_no_code_knows_fares_as_well(layout, language):
    page = (ROOT / "docs" / "templates.md").read_text("utf-8")
    schema = json.loads(re.search(r"```json\n(.*?)```", page, re.DOTALL)[1])
    template = replace(build(schema, "harbour.json"), layout=layout)
    fields = {
        "event": {"title": "Harbour Talks 2031", "place": "Port Example", "dates": "3-4 March 2031"},
        "session": {"number": "2.1", "title": "Ferries for all"},
        "rapporteurs": [
            {"name": "Ana Exemplo", "affiliation": "City of Port Example"},
            {"name": "Bo Muster"},
        ],
        "obstacles": [
            {"text": "Nurses wait."},
            {"text": "Ferries are full.", "points": [{"text": "In May."}]},
        ],
        "proposals": [
            {"text": "Ask the city for boats.\nOn Mondays."},
            {"text": "Ask the bakers for bread."},
        ],
        "quotes": [{"text": "“We want to work.”", "speaker": "anonymous"}],
    }
    source = {"name": "made up", "sha256": "0" * 64, "format": "txt"}
    report = wire.load(
        {"template": template.id, "confidence": 1, "source": source, "fields": fields}, template
    )
    found = read_back(write(template, report, language), template)
    assert wire.fields(found, template) == fields


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES.keys())
def test_a_filled_form_is_known_for_what_it_is(template, language):
    document = api.read(write(template, gold(template), language), "form.docx")
    best = api.identify(document, shipped())[0]
    assert (best.template.id, best.fits) == (template.id, True)


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES.keys())
def test_any_report_comes_back_out_of_its_form(template):
    @settings(max_examples=8, deadline=None, derandomize=True)
    @given(reports(template))
    def comes_back(report: Report) -> None:
        found = read_back(write(template, report), template)
        assert wire.fields(found, template) == wire.fields(report, template)

    comes_back()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES.keys())
def test_a_blank_form_holds_no_answer(template, language):
    found = read_back(write(template, language=language), template)
    assert [answer for answer in found.answers if answer.points] == []
    # The event's name is printed on the form; nobody has written anything else.
    assert {pointer for pointer, _ in found.header} <= {"/event/title"}
    assert [passage.text for passage in found.unplaced if passage.kind is None] == []


def test_footnotes_stay_with_the_point_that_cites_them():
    template = TEMPLATES["gfmd-roundtable-2018"]
    said = (
        Point("Nurses wait for licences.", notes=(Note("1", "Two years on average."),)),
        Point(
            "Ferries are full.",
            points=(Point("Above all in May.", notes=(Note("*", "By the harbour’s count."),)),),
        ),
    )
    field = next(field for field in template.leaves() if field.kind is Kind.POINTS)
    report = Report(Source("x", "0" * 64, "docx"), template.id, 1.0, answers=(Answer(field.pointer, said),))
    found = read_back(write(template, report), template)
    assert wire.fields(found, template) == wire.fields(report, template) | {
        entry.pointer[1:]: [] for entry in template.leaves() if entry.pointer != field.pointer
    }
