"""Reports of every shape for property tests: any template, few answers, odd texts."""

from __future__ import annotations

from hypothesis import strategies as st

from rapportkit.model.document import FurnitureKind, Note, Remark, Source
from rapportkit.model.location import Location
from rapportkit.model.report import Answer, Passage, Point, Report, Value
from rapportkit.model.template import Field, Kind
from rapportkit.templates.catalog import shipped

SOURCE = Source("any.docx", "0" * 64, "docx", 3, "en")
TEXTS = st.sampled_from(
    [
        "",
        "TBC",
        "see above",
        "A sound point.",
        "cafÃ©",
        "<b>x</b>",
        "{label} {0} %s",
        "\x1b[31m",
        "anonymous",
        "Ana Exemplo",
        "2.",
    ]
) | st.text(max_size=12)
PLACES = st.sampled_from(
    [
        Location(),
        Location("any.docx", line=4),
        Location("any.docx", block=7, paragraph=3),
        Location("any.docx", page=2, line=1),
        *(Location("any.docx", table=1, row=row, cell=2) for row in (1, 2, 4)),
    ]
)
NAMES = {
    Kind.EVENT: ("title", "dates"),
    Kind.SESSION: ("number", "title"),
    Kind.PERSONS: ("0/name", "0/affiliation", "1/name"),
}


@st.composite
def points(draw: st.DrawFn, field: Field | None, depth: int = 2) -> tuple[Point, ...]:
    """Points as a kind of question has them."""
    kind = field.kind if field else None
    quoted = kind is Kind.QUOTES
    return tuple(
        Point(
            text=draw(TEXTS),
            location=draw(PLACES),
            points=draw(points(None, depth - 1)) if depth and draw(st.booleans()) else (),
            parts=tuple((part.name, draw(points(part, 0))) for part in (field.parts[1:] if field else ())),
            speaker=draw(TEXTS) if quoted else "",
            consent=draw(TEXTS) if quoted else "",
            number=3 if kind is Kind.CHAPTERS and draw(st.booleans()) else None,
            notes=(Note(draw(TEXTS), "A note."),) if draw(st.booleans()) else (),
        )
        for _ in range(draw(st.integers(0, 5 if depth == 2 else 2)))
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report on one of the shipped templates; at most two of its questions have answers."""
    template = draw(st.sampled_from(shipped()))
    leaves = template.leaves()
    answered = draw(st.sets(st.integers(0, len(leaves) - 1), max_size=2))
    met = draw(st.booleans())
    values = [f"{field.pointer}/{name}" for field in template.header for name in NAMES[field.kind]]
    passages = st.lists(
        st.builds(Passage, TEXTS, PLACES, st.sampled_from([None, FurnitureKind.FOOTER])), max_size=2
    )
    return Report(
        SOURCE,
        template.id,
        draw(st.sampled_from([0.2, 1.0])),
        tuple(
            (each, Value(draw(TEXTS.filter(bool)), draw(PLACES))) for each in values if draw(st.booleans())
        ),
        tuple(
            Answer(
                leaf.pointer,
                draw(points(leaf)) if index in answered else (),
                label="A label" if met else "",
                heading=draw(PLACES) if met else None,
                label_score=0.5 if met else 0.0,
            )
            for index, leaf in enumerate(leaves)
        ),
        tuple(draw(passages)),
        tuple(draw(passages)),
        tuple(
            Remark(code, draw(TEXTS), Location()) for code in draw(st.sets(st.sampled_from(["D001", "D9"])))
        ),
    )
