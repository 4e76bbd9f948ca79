"""What a person may decide about a restricted summary: likely pairs, themes, versions and quotations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapportkit.merge.editions import is_approved
from rapportkit.merge.found import live
from rapportkit.merge.sessions import twice
from rapportkit.model.decisions import UNDECIDED, Decisions
from rapportkit.model.proposals import (
    Candidate,
    Named,
    OpenPair,
    OpenQuote,
    OpenTheme,
    OpenVersion,
    Proposals,
)
from rapportkit.model.summary import ReportEntry, Summary, SummaryPoint, Support
from rapportkit.text.likeness import normalise

_ANONYMOUS = ("anon", "anón")


def propose(summary: Summary, decisions: Decisions = UNDECIDED) -> Proposals:
    """Collect what is open in a restricted summary; `decisions` are those that were applied to it, if any."""
    counting = live(summary)
    points = {point.told.reference: point for point in counting.points()}
    return Proposals(
        across=sum(not each.joinable for each in summary.suggestions),
        pairs=(*_pairs(summary, points), *_joined(points.values(), decisions)),
        themes=tuple(_themes(counting, points)),
        versions=tuple(_versions(summary.reports)),
        quotes=tuple(_quotes(points.values())),
    )


def names_speaker(support: Support) -> bool:
    """Whether a report tells who said this, so that a person can be asked."""
    return bool(support.speaker.strip()) and not normalise(support.speaker).startswith(_ANONYMOUS)


def _named(point: SummaryPoint) -> Named:
    ids = dict.fromkeys((point.told.id, *(support.id for support in point.support)))
    return Named(tuple(ids), point.told.text)


def _pairs(summary: Summary, points: dict[str, SummaryPoint]) -> Iterator[OpenPair]:
    """Suggestions that a person may accept, each pair of ids once."""
    met: set[tuple[str, str]] = set()
    for each in summary.suggestions:
        left, right = _named(points[each.left]), _named(points[each.right])
        pair = (min(left.id, right.id), max(left.id, right.id))
        if each.joinable and left.id != right.id and pair not in met:
            met.add(pair)
            yield OpenPair(left, right, each.score, each.shared, each.parted)


def _joined(points: Iterable[SummaryPoint], decisions: Decisions) -> Iterator[OpenPair]:
    """Wordings that likeness joined although they are not the same letter for letter."""
    for point in points:
        ids = {support.id for support in point.support}
        if any(ids.issuperset(pair) for pair in decisions.together):
            continue  # a person joined them
        wordings: dict[str, list[Support]] = defaultdict(list)
        for support in (point.told, *point.support):
            wordings[normalise(support.text)].append(support)
        told, *others = wordings.values()
        for other in others:
            yield OpenPair(_wording(told), _wording(other), joined=True)


def _wording(supports: Iterable[Support]) -> Named:
    first, *others = supports
    return Named(tuple(dict.fromkeys((first.id, *(each.id for each in others)))), first.text)


def _themes(summary: Summary, points: dict[str, SummaryPoint]) -> Iterator[OpenTheme]:
    above = {
        below.told.reference: point.told.reference for point in summary.points() for below in point.points
    }
    for theme in summary.themes:
        if theme.sessions > 1:
            members = set(theme.members)
            tops = [points[each] for each in theme.members if above.get(each) not in members]
            yield OpenTheme(theme.id, theme.name, theme.sessions, tuple(map(_named, tops)))


def _versions(entries: tuple[ReportEntry, ...]) -> Iterator[OpenVersion]:
    """Sessions that have several reports on one form; one file read in two ways is no choice."""
    for several in twice(entries):
        forms: dict[str, dict[str, ReportEntry]] = defaultdict(dict)
        for entry in several:
            forms[entry.template].setdefault(entry.source.sha256, entry)
        for alike in forms.values():
            if len(alike) > 1:
                candidates = tuple(
                    Candidate(entry.source.name, entry.source.sha256, entry.points)
                    for entry in alike.values()
                )
                yield OpenVersion(next(iter(alike.values())).session, candidates)


def _quotes(points: Iterable[SummaryPoint]) -> Iterator[OpenQuote]:
    """Quotations whose speaker is known and has not agreed, as far as anybody says; each once."""
    met: set[str] = set()
    for each in (support for point in points for support in point.support):
        if names_speaker(each) and not (each.approved or is_approved(each.consent) or each.id in met):
            met.add(each.id)
            yield OpenQuote(Named((each.id,), each.text), each.speaker, each.consent)
