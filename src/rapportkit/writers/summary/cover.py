"""The cover: what the paper is, of which event, how many reports it holds and under which rule it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rapportkit.model.outline import Paper
from rapportkit.model.summary import RESTRICTED, WITHHELD, ReportEntry, Summary
from rapportkit.writers.summary.nodes import Heading, Node, Paragraph, Run
from rapportkit.writers.summary.phrases import Phrases

ANONYMOUS = "anonymous"
_EVENTS = 3
"""Forms in several languages, on several days, name one event in many ways: a cover has room for so many."""


def cover(paper: Paper, phrases: Phrases) -> Iterator[Node]:
    """The title, the events, what was received, the rule and the accounting."""
    summary = paper.summary
    yield Heading(0, (Run(summary.title),))
    for event in events(paper):
        yield Paragraph((Run(event),), "subtitle")
    yield Paragraph((Run(received(paper, phrases)),), "subtitle")
    if summary.edition == RESTRICTED:
        yield Paragraph((Run(phrases.say("restricted"), bold=True),), "lead")
    for sentence in preamble(paper, phrases):
        yield Paragraph((Run(sentence),), "lead")


def received(paper: Paper, phrases: Phrases) -> str:
    """How many reports on how many sessions, of how many where the programme is known."""
    summary, coverage = paper.summary, paper.coverage
    if not summary.reports:
        return phrases.say("empty")
    reports = phrases.count("reports", len(summary.reports))
    if coverage is not None and coverage.planned:
        planned = len(coverage.sessions)
        told = phrases.say("on_planned", reports=reports, n=planned - coverage.missing, of=planned)
        beside = phrases.count("beside", len(coverage.beside)) if coverage.beside else ""
        return f"{told}{beside}"
    return phrases.say("on", reports=reports, sessions=phrases.count("sessions", summary.sessions))


def preamble(paper: Paper, phrases: Phrases) -> Iterator[str]:
    """Under which rule the paper stands, what that means for its words, and the accounting."""
    summary = paper.summary
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
        if paper.unlooked:
            languages = ", ".join(phrases.tongue(each) or "?" for each in paper.unlooked)
            yield phrases.say("unlooked", languages=languages)
        if any(under_rule) and any(support.speaker not in {"", ANONYMOUS} for support in summary.supports()):
            yield phrases.say("agreed")
    if summary.reports and not summary.conservation.points_in:
        yield phrases.count("blank", len(summary.reports))
    elif summary.reports:
        yield " ".join(part for part in _accounting(paper, phrases) if part)


def _accounting(paper: Paper, phrases: Phrases) -> Iterator[str]:
    kept = paper.summary.conservation
    yield phrases.say(
        "accounting",
        points=phrases.count("points", kept.points_in),
        joined=phrases.count("joined", kept.merged),
    )
    if blank := sum(not entry.points for entry in paper.summary.reports):
        yield phrases.count("blank", blank)
    if paper.minutes:
        return
    if annexed := len(paper.outline.unused):
        yield phrases.count("annexed", annexed, told=kept.points_out - annexed)
    yield phrases.say("references")


def _has_gaps(summary: Summary) -> bool:
    """Whether […] stands anywhere in the paper for words that were withheld."""
    titles = (
        summary.title,
        *(text for entry in summary.reports for text in (entry.title, *dict(entry.event).values())),
    )
    return any(support.withheld for support in summary.supports()) or any(
        WITHHELD in title for title in titles
    )


def events(paper: Paper) -> tuple[str, ...]:
    """The event as the programme has it; without one, the events that most reports name, with place and dates.

    What the summary's title says already is not said again. The annex has the event of every report.
    """
    if paper.coverage is not None and paper.coverage.event:
        return (paper.coverage.event,) if paper.coverage.event not in paper.summary.title else ()
    told = Counter(event(entry, paper.summary.title) for entry in paper.summary.reports)
    del told[""]
    return tuple(name for name, _ in told.most_common(_EVENTS))


def event(entry: ReportEntry, title: str = "") -> str:
    """A report's event, place and dates as printed; the event not where a `title` says it already."""
    held = dict(entry.event)
    known = [held.get(what, "") for what in ("title", "place", "dates")]
    if known[0] and known[0] in title:
        known[0] = ""
    return ", ".join(part for part in known if part)
