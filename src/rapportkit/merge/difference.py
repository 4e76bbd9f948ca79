"""Two versions laid beside each other: what is the same is paired first, then what is alike, then what moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from rapportkit.model.difference import Change, Difference, Said
from rapportkit.model.report import Report
from rapportkit.model.summary import Summary, SummaryPoint
from rapportkit.model.template import Template
from rapportkit.text.likeness import normalise

_LIKE = 60.0
"""Percent. Two sentences that share fewer letters are two things said, and not one in other words."""

_MOST = 4_000_000
"""Pairs. Beyond them likeness is not looked for: two papers that have nothing in common differ in everything."""

_LIKELY = 5
"""So many of the most alike are remembered for each thing said."""


def of_report(report: Report, template: Template) -> tuple[Said, ...]:
    """What a report says, by the form's own labels; the head of the form comes first."""
    header = tuple(
        Said(_label(template, pointer), value.text, value.location.place) for pointer, value in report.header
    )
    points = tuple(
        Said(_label(template, pointer), _told(point.text, point.speaker, point.consent), point.location.place)
        for pointer, point in report.points()
    )
    return header + points


def of_summary(summary: Summary) -> tuple[Said, ...]:
    """What a summary says, by its sections, each point with the reports that it comes from."""

    def below(points: Sequence[SummaryPoint], heading: str) -> Iterator[Said]:
        for point in points:
            reports = dict.fromkeys(support.report for support in point.support)
            yield Said(heading, _told(point.text, point.told.speaker, ""), ", ".join(reports))
            yield from below(point.points, heading)

    return tuple(said for section in summary.sections for said in below(section.points, section.title))


def differences(old: Sequence[Said], new: Sequence[Said]) -> tuple[Difference, ...]:
    """What came, went and changed under each heading, headings in the order of the new version.

    The same words under the same heading are the same thing, wherever they stand there; of what is left, the
    most alike are one thing in other words, under the same heading before any other.
    """
    paired: dict[int, int] = {}
    _pair_same(old, new, paired, heading=True)
    same = set(paired)
    _pair_same(old, new, paired, heading=False)
    _pair_alike(old, new, paired)
    return tuple(_by_heading(old, new, paired, same))


def _pair_same(old: Sequence[Said], new: Sequence[Said], paired: dict[int, int], *, heading: bool) -> None:
    """Pair what is said in the same words, with the same heading or with any."""
    taken = set(paired.values())
    left: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, said in enumerate(old):
        if at not in taken:
            left[said.heading if heading else "", normalise(said.text)].append(at)
    for at, said in enumerate(new):
        waiting = left[said.heading if heading else "", normalise(said.text)]
        if at not in paired and waiting:
            paired[at] = waiting.pop(0)


def _pair_alike(old: Sequence[Said], new: Sequence[Said], paired: dict[int, int]) -> None:
    """Pair what is alike, the most alike first; the same heading counts before likeness."""
    taken = set(paired.values())
    before = [at for at in range(len(old)) if at not in taken]
    after = [at for at in range(len(new)) if at not in paired]
    if not before or not after or len(before) * len(after) > _MOST:
        return
    said = {at: normalise(old[at].text) for at in before}
    likely = sorted(
        (new[at].heading != old[other].heading, -score, at, other)
        for at in after
        for _, score, other in process.extract(
            normalise(new[at].text), said, scorer=fuzz.ratio, score_cutoff=_LIKE, limit=_LIKELY
        )
    )
    for _, _, at, other in likely:
        if at not in paired and other not in taken:
            paired[at] = other
            taken.add(other)


def _by_heading(
    old: Sequence[Said], new: Sequence[Said], paired: dict[int, int], same: set[int]
) -> Iterator[Difference]:
    kept = set(paired.values())
    gone = [said for at, said in enumerate(old) if at not in kept]
    for heading in dict.fromkeys(said.heading for said in (*new, *gone)):
        here = [at for at, said in enumerate(new) if said.heading == heading]
        yield Difference(
            heading,
            came=tuple(new[at] for at in here if at not in paired),
            went=tuple(said for said in gone if said.heading == heading),
            changed=tuple(
                _change(old[paired[at]], new[at]) for at in here if at in paired and at not in same
            ),
            same=sum(at in same for at in here),
        )


def _change(before: Said, after: Said) -> Change:
    return Change(before, after, before.heading if before.heading != after.heading else "")


def _told(text: str, speaker: str, consent: str) -> str:
    """A point's words with its speaker and consent, which may change too."""
    return " ".join(
        filter(None, (text, f"— {speaker}" if speaker else "", f"({consent})" if consent else ""))
    )


def _label(template: Template, pointer: str) -> str:
    """The form's label for the question that a pointer belongs to, with its section's where it has one."""
    for field in (*template.header, *template.fields):
        for leaf in field.fields or (field,):
            if pointer == leaf.pointer or pointer.startswith(f"{leaf.pointer}/"):
                above = field.label if leaf is not field and field.label else ""
                return ": ".join(filter(None, (above, leaf.labels.first(fallback=leaf.label))))
    return template.title
