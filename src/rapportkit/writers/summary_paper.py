"""The paper made of a summary, before it is Word or Markdown: headings, numbered paragraphs and tables.

Both writers tell these nodes and nothing else, so that every format says the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportkit.model.summary import (
    RESTRICTED,
    WITHHELD,
    ReportEntry,
    Summary,
    SummaryPoint,
    SummarySection,
    Support,
)
from rapportkit.model.template import Role
from rapportkit.writers.summary_annex import annex
from rapportkit.writers.summary_excerpts import opening
from rapportkit.writers.summary_nodes import Heading, Item, Node, Paragraph, Row, Run, Table
from rapportkit.writers.summary_phrases import Phrases

ANONYMOUS = "anonymous"
_NO_BREAK = "\N{NO-BREAK SPACE}"


def paper(summary: Summary, phrases: Phrases) -> Iterator[Node]:
    """Lay out the whole paper."""
    yield from _cover(summary, phrases)
    yield from _coverage(summary, phrases)
    anchors = _anchors(summary)
    for section in summary.sections:
        yield from _section(section, summary, phrases, anchors)
    yield from annex(summary, phrases, anchors)


def _cover(summary: Summary, phrases: Phrases) -> Iterator[Node]:
    yield Heading(0, (Run(summary.title),))
    for event in _events(summary):
        yield Paragraph((Run(event),), "subtitle")
    counted = phrases.say(
        "on",
        reports=phrases.count("reports", len(summary.reports)),
        sessions=phrases.count("sessions", summary.sessions),
    )
    yield Paragraph((Run(counted if summary.reports else phrases.say("empty")),), "subtitle")
    if summary.edition == RESTRICTED:
        yield Paragraph((Run(phrases.say("restricted"), bold=True),), "lead")
    for sentence in _preamble(summary, phrases):
        yield Paragraph((Run(sentence),), "lead")


def _preamble(summary: Summary, phrases: Phrases) -> Iterator[str]:
    """Under which rule the paper stands, what that means for its words, and the accounting."""
    under_rule = [entry.chatham_house for entry in summary.reports]
    if any(under_rule):
        yield phrases.say("rule" if all(under_rule) else "rule_some")
    if summary.edition != RESTRICTED and summary.reports:
        if any(under_rule) and not all(under_rule):
            yield phrases.say("strictest")
        elif not any(under_rule):
            yield phrases.say("on_record")
        if _has_gaps(summary):
            yield phrases.say("withheld" if any(under_rule) else "withheld_names")
        if any(support.speaker not in {"", ANONYMOUS} for support in summary.supports()):
            yield phrases.say("agreed")
    if summary.reports and not summary.conservation.points_in:
        yield phrases.count("blank", len(summary.reports))
        return
    blank = sum(not entry.points for entry in summary.reports)
    accounting = phrases.say(
        "accounting",
        points=phrases.count("points", summary.conservation.points_in),
        joined=phrases.count("joined", summary.conservation.merged),
    )
    told = [accounting, phrases.count("blank", blank) if blank else "", phrases.say("references")]
    if summary.reports:
        yield " ".join(part for part in told if part)


def _has_gaps(summary: Summary) -> bool:
    """Whether […] stands anywhere in the paper for words that were withheld."""
    titles = (
        summary.title,
        *(text for entry in summary.reports for text in (entry.title, *dict(entry.event).values())),
    )
    return any(support.withheld for support in summary.supports()) or any(
        WITHHELD in title for title in titles
    )


def _events(summary: Summary) -> tuple[str, ...]:
    """Each event once: its title, place and dates as printed; not what the title says already."""
    told = []
    for entry in summary.reports:
        event = dict(entry.event)
        known = [event.get(what, "") for what in ("title", "place", "dates")]
        if known[0] and known[0] in summary.title:
            known[0] = ""
        told.append(", ".join(part for part in known if part))
    return tuple(dict.fromkeys(event for event in told if event))


def _coverage(summary: Summary, phrases: Phrases) -> Iterator[Node]:
    if not summary.reports:
        return
    yield Heading(1, (Run(phrases.say("coverage")),), counted=True)
    rows = [_covered(entry, index, phrases) for index, entry in enumerate(summary.reports, 1)]
    total = (
        (Run(phrases.say("total"), bold=True),),
        (),
        (),
        (),
        (),
        (Run(str(sum(entry.points for entry in summary.reports)), bold=True),),
    )
    head = ("key", "session", "title", "form", "language", "points_column")
    yield Table(
        tuple(phrases.say(what) for what in head),
        (*rows, Row(total)),
        (0.14, 0.09, 0.35, 0.22, 0.11, 0.09),
        frozenset({5}),
    )
    for notice in summary.notices:
        yield Paragraph((Run(notice),), "notice")


def _covered(entry: ReportEntry, index: int, phrases: Phrases) -> Row:
    return Row(
        (
            (Run(entry.key, link=f"r{index}"),),
            (Run(entry.number or "–"),),
            (Run(entry.title or "–", language=entry.source.language),),
            (Run(entry.form),),
            (Run(phrases.tongue(entry.source.language) or "–"),),
            (Run(str(entry.points)),),
        ),
    )


def _anchors(summary: Summary) -> dict[str, str]:
    """The key of each report to the beginning of its anchors' names: "r2" in "r2p14"."""
    return {entry.key: f"r{index}" for index, entry in enumerate(summary.reports, 1)}


def _section(
    section: SummarySection,
    summary: Summary,
    phrases: Phrases,
    anchors: dict[str, str],
) -> Iterator[Node]:
    yield Heading(1, (Run(section.title),), counted=True)
    for point in section.points:
        if point.support[0].heading and point.points:
            yield Heading(2, (Run(point.text, language=point.told.language), *_references(point, anchors)))
            yield from _items(point.points, 0, section, summary, phrases, anchors)
        else:
            yield from _items((point,), 0, section, summary, phrases, anchors)


def _items(
    points: Sequence[SummaryPoint],
    level: int,
    section: SummarySection,
    summary: Summary,
    phrases: Phrases,
    anchors: dict[str, str],
) -> Iterator[Node]:
    part = ""
    for point in points:
        if point.support[0].part != part:
            part = point.support[0].part
            yield Paragraph((Run(part, italic=True),), "list", level)
        runs = tuple(_told(point, section.role, summary, phrases, anchors))
        yield Item(level, runs, kept=bool(point.points))
        yield from _items(point.points, level + 1, section, summary, phrases, anchors)


def _told(
    point: SummaryPoint,
    role: Role,
    summary: Summary,
    phrases: Phrases,
    anchors: dict[str, str],
) -> Iterator[Run]:
    """The words, who said them if it is a quotation, how many sessions raised the point, and its sources."""
    text = opening(point.text)
    yield Run(text, italic=role is Role.QUOTES, language=point.told.language)
    if text != point.text:
        yield Run(f" ({phrases.say('in_full')})", italic=True, small=True)
    speakers = _speakers(point, summary, phrases) if role is Role.QUOTES else ""
    if speakers:
        yield Run(f" — {speakers}")
    if point.sessions > 1:
        yield Run(f" ({phrases.say('support', n=point.sessions, of=summary.sessions)})", italic=True)
    yield from _references(point, anchors)


def _speakers(point: SummaryPoint, summary: Summary, phrases: Phrases) -> str:
    """Who is quoted; nobody where the report names none."""
    unknown = ANONYMOUS if summary.edition == RESTRICTED else phrases.say("anonymous")
    named = (unknown if each.speaker == ANONYMOUS else each.speaker for each in point.support)
    return "; ".join(dict.fromkeys(name for name in named if name))


def _references(point: SummaryPoint, anchors: dict[str, str]) -> Iterator[Run]:
    """The reports behind a point, each leading to its first support in the annex: [RT 1.2; WS 4.1]."""
    first: dict[str, Support] = {}
    for support in point.support:
        first.setdefault(support.report, support)
    for index, support in enumerate(first.values()):
        yield Run("; " if index else f"{_NO_BREAK}[", small=True)
        yield Run(support.report, small=True, link=f"{anchors[support.report]}p{support.order}")
    yield Run("]", small=True)
