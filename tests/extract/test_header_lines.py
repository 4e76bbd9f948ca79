"""Session lines as people write them, and what is typed into Word's own bullets."""

import pytest

from rapportkit import api
from rapportkit.extract.prepare import prepare
from rapportkit.model.document import Block, BlockKind, Document, Source
from rapportkit.model.location import Location
from rapportkit.templates.catalog import shipped

FORM = """Roundtable Sessions, Quito, 3 May 2031

Name of Rapporteur: Ana Exemplo
Roundtable session: {line}

1. Summary/Main discussion points
- One.
2. Challenges
- Two.
3. Opportunities / good practices / innovations for the way forward
- Three.
"""


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("1.2 A new deal for migrant workers", "1.2", "A new deal for migrant workers"),
        ("3 I am a migrant", "3", "I am a migrant"),
        ("1.2A Skills", "1.2A", "Skills"),
        ("1.2 B: Skills", "1.2 B", "Skills"),
        ("4 December, morning: Skills", "", "4 December, morning: Skills"),
        ("II.3 Skills", "II.3", "Skills"),
        ("Session B2 – Skills", "B2", "Skills"),
        ("RT 2.3: Skills", "2.3", "Skills"),
        ("2.3 – Skills", "2.3", "Skills"),
    ],
)
def test_a_session_line_is_number_and_title(line, number, title):
    document = api.read(FORM.format(line=line).encode(), "x.txt")
    best = api.identify(document, shipped())[0]
    report = api.extract(document, best.template)
    assert (report.value("/session/number"), report.value("/session/title")) == (number, title)


@pytest.mark.parametrize(
    ("title", "line", "number", "session"),
    [
        ("2.3: Skills", "[insert title]", "2.3", "[insert title]"),
        ("2.3: Skills", "4: [insert title]", "4", "[insert title]"),
        ("[number and title]", "4: Skills", "4", "Skills"),
    ],
)
def test_a_title_of_the_form_with_the_session_is_the_forms_own_where_either_is_left_open(
    title, line, number, session
):
    text = f"""Civil Society Days 2016
Reporting Template for working session {title}
Session # and theme: {line}
Progress: inspiring practices, partnerships and tools
1. Cups are shared.
Priority messages to convey to governments by the CSD Chair on 10 December
1. Share cups.
Inspiring quotes
- “Drink.” (anonymous)
"""
    document = api.read(text.encode(), "x.txt")
    report = api.extract(document, api.identify(document, shipped())[0].template)
    assert (report.value("/session/number"), report.value("/session/title")) == (number, session)
    assert not report.unplaced


def test_lines_typed_into_one_bullet_are_siblings_without_their_marks():
    block = Block(BlockKind.ITEM, "- One\n- Two\n3) Three", Location(), level=1, marker="•")
    pieces = prepare(Document(Source("x.docx", "", "docx"), (block,)))
    assert [(piece.text, piece.level) for piece in pieces] == [("One", 1), ("Two", 1), ("Three", 1)]


def test_a_timetable_is_no_form():
    agenda = "\n".join(
        f"1{hour}:00 {label}" for hour, label in enumerate(["Challenges", "Good practices", "Quotes"])
    )
    text = f"Roundtable Sessions, Quito, 3 May 2031\nRoundtable session 1.1\n{agenda}\n"
    assert not api.identify(api.read(text.encode(), "x.txt"), shipped())[0].fits


def test_an_event_named_twice_is_taken_from_the_line_with_its_dates():
    form = "Roundtable Sessions\n" + FORM.format(line="2.3 – Skills")
    document = api.read(form.encode(), "x.txt")
    match = api.identify(document, shipped())[0]
    report = api.extract(document, match.template)
    assert [report.value(f"/event/{name}") for name in ("title", "place", "dates")] == [
        "Roundtable Sessions",
        "Quito",
        "3 May 2031",
    ]
    assert report.unplaced == ()
