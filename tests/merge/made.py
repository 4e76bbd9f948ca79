"""Reports made for tests: from gold answers, from a few words, and drawn at random."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from rapportkit.merge.consolidate import consolidate
from rapportkit.model.report import Report
from rapportkit.model.summary import Summary, SummaryPoint
from rapportkit.model.template import Template
from rapportkit.templates.catalog import find, shipped
from rapportkit.wire import report as wire
from rapportkit.wire import summary as summary_wire

GOLD = Path(__file__).parents[1] / "gold" / "seeds"
Pair = tuple[Report, Template]


def made(
    fields: dict[str, Any],
    template: str = "gfmd-roundtable-2018",
    *,
    name: str = "report.txt",
    content: str = "",
    number: str = "1.2",
    title: str = "Public services",
    language: str = "en",
    places: dict[str, Any] | None = None,
) -> Pair:
    """A report with these fields; its file's bytes are known by `content`, else by all that is said here."""
    form = find(template, shipped())
    header = {"session": {"number": number, "title": title}}
    known = content or json.dumps([fields, template, number, title], sort_keys=True)
    data = {
        "rapportkit": "1",
        "template": template,
        "confidence": 1.0,
        "source": {
            "name": name,
            "sha256": hashlib.sha256(known.encode()).hexdigest(),
            "format": "txt",
            "language": language,
        },
        "fields": header | fields,
        "provenance": places or {},
        "unplaced": [],
    }
    return wire.load(data, form), form


def said(*texts: str) -> list[dict[str, Any]]:
    """Points that say these texts."""
    return [{"text": text} for text in texts]


def gold(seed: str) -> Pair:
    """One of the five seeds as its gold answer has it."""
    data = json.loads((GOLD / f"{seed}.json").read_text("utf-8"))
    session = data["fields"].get("session", {})
    return made(
        data["fields"],
        data["template"],
        name=data["source"],
        content=data["source"],
        number=session.get("number", ""),
        title=session.get("title", ""),
    )


def seeds() -> list[Pair]:
    """All five."""
    return [gold(f"00{number}") for number in range(5)]


def dumped(summary: Summary) -> str:
    """The bytes that a summary is compared by."""
    return json.dumps(summary_wire.dump(summary), ensure_ascii=False)


def again(summary: Summary) -> Summary:
    """A summary that was written and read back."""
    return summary_wire.load(json.loads(dumped(summary)))


def texts(points: Sequence[SummaryPoint]) -> list[str]:
    """What points say, without what hangs below them."""
    return [point.text for point in points]


def section(summary: Summary, role: str) -> tuple[SummaryPoint, ...]:
    """The points of one role."""
    return next((each.points for each in summary.sections if each.role == role), ())


def restricted(*reports: Pair) -> Summary:
    """The whole summary of some reports."""
    return consolidate(reports, edition="restricted")


def public(*reports: Pair) -> Summary:
    """The public summary of some reports."""
    return consolidate(reports)


_WORDINGS = (
    "Local partnerships are key.",
    "local partnerships are key",
    "Local partnership is key",
    "Migrants should be consulted on services through policies and planning processes.",
    "Migrants should be consulted on services, through policies and planning process",
    "Migrants should be consulted on servicess through policies and planning processes.",
    "Migrants should not be consulted on services through policies and planning processes.",
    "Spain noted that Objective 15 needs 20 cities.",
    "Ana Exemplo said that SDG 8 matters.",
    "We heard of:",
    "…",
    "[…]",
    "Las alianzas locales son clave.",
    "Line one\nline two",
)
_text = st.sampled_from(_WORDINGS)
_point = st.recursive(
    st.fixed_dictionaries({"text": _text}),
    lambda below: st.fixed_dictionaries({"text": _text, "points": st.lists(below, max_size=2)}),
    max_leaves=4,
)
_points = st.lists(_point, max_size=3)
_group = st.fixed_dictionaries({"text": _text, "actions": _points, "indicators": _points})
_quote = st.fixed_dictionaries(
    {"text": _text},
    optional={
        "speaker": st.sampled_from(["Ana Exemplo, ILO", "anonymous", "a youth delegate"]),
        "consent": st.sampled_from(["quoted with approval", "approval pending"]),
        "notes": st.just([{"label": "1", "text": "Said in the corridor by Ana Exemplo."}]),
    },
)
_chapter = st.fixed_dictionaries({"title": _text, "points": _points}, optional={"number": st.integers(1, 3)})
_session = {
    "number": st.sampled_from(["", "1.2", "10", "2"]),
    "title": st.sampled_from(["", "Public services", "Diaspora"]),
    "language": st.sampled_from(["en", "fr", ""]),
    "name": st.sampled_from(["one.txt", "two.docx", "garcia_final.docx"]),
}
_events = st.fixed_dictionaries(
    {},
    optional={"event": st.fixed_dictionaries({"title": st.sampled_from(["Forum 2018", "Forum 2021"])})},
)


def _form(template: str, fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Pair]:
    return st.builds(
        lambda event, body, content, **session: made(event | body, template, content=content, **session),
        _events,
        st.fixed_dictionaries({}, optional=fields),
        # Few files, so that the same bytes come twice, read in the same way or in another.
        content=st.sampled_from(["", "a", "b"]),
        **_session,
    )


REPORTS = st.one_of(
    _form(
        "gfmd-roundtable-2018",
        {
            "discussion_points": _points,
            "challenges": _points,
            "quotes": st.lists(_quote, max_size=2),
            "rapporteurs": st.just(
                [{"name": "Ambassador Luis Modelo", "affiliation": "Ministry of Examples"}]
            ),
        },
    ),
    _form(
        "gfmd-csd-2016",
        {"recommendations": st.lists(_group, max_size=2), "women": _points, "children": _points},
    ),
    _form("idm-summary-2017", {"convergences": st.lists(_chapter, max_size=2), "introduction": _points}),
)
