"""Every input, report or summary, as the same thing: one report with all its points, flat.

A record is what merging is computed from. Those of a summary equal those of the reports that it was
made of, so that merging in steps and merging at once are one computation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rapportkit.model.report import Answer, Report, walk
from rapportkit.model.summary import ReportEntry, Summary, SummaryPoint, Support
from rapportkit.model.template import Field, Kind, Role, Template
from rapportkit.text.language import language

_ANY_FORM = "S"
"""What a report's key begins with where its form has no key of its own."""


@dataclass(frozen=True, slots=True)
class Record:
    """One report: what is known of it, and its points with their roles, parents before children."""

    entry: ReportEntry
    supports: tuple[tuple[Role, Support], ...]


def from_report(report: Report, template: Template, findings: tuple[int, int] = (0, 0)) -> Record:
    """Read a report's points off its answers; `findings` counts the errors and warnings found in it."""
    tongue = _tongue(report)
    found: list[tuple[Role, Support]] = []
    for answer in report.answers:
        field = template.field(answer.pointer)
        role = (field.role if field else None) or Role.OTHER
        for support in _supports(answer, field, template, tongue):
            found.append((role, replace(support, order=len(found) + 1)))
    number, title = report.value("/session/number"), report.value("/session/title")
    entry = ReportEntry(
        key="",
        source=replace(report.source, language=tongue),
        template=report.template,
        event=tuple(
            (pointer.removeprefix("/event/"), value.text)
            for pointer, value in report.header
            if pointer.startswith("/event/")
        ),
        number=number,
        title=title,
        rapporteurs=_rapporteurs(report),
        chatham_house=template.chatham_house,
        points=len(found),
        unplaced=sum(passage.kind is None for passage in report.unplaced),
        stem=_stem(template.key.first(fallback=_ANY_FORM), number, title, report.source.sha256),
        form=template.title,
        words=_words(found),
        errors=findings[0],
        warnings=findings[1],
    )
    return Record(entry, tuple(found))


def from_summary(summary: Summary) -> Iterator[Record]:
    """Take a summary apart into the reports that it was made of, as they were before anybody decided."""
    held: dict[str, list[tuple[Role, Support]]] = defaultdict(list)
    for section in summary.sections:
        for support in _all_supports(section.points):
            held[support.report].append((support.moved_from or section.role, _undecided(support)))
    for entry in summary.reports:
        points = sorted(held[entry.key], key=lambda pair: pair[1].order)
        plain = replace(entry, key="", words=_words(points), superseded=False)
        yield Record(plain, tuple(points))


def distinct(records: Iterable[Record]) -> tuple[Record, ...]:
    """Each report once: the same file with the same answers is one, however often and from where it came."""
    best: dict[Any, Record] = {}
    for record in records:
        said = _said(record)
        if said not in best or _rank(record) < _rank(best[said]):
            best[said] = record
    return tuple(best.values())


def _said(record: Record) -> tuple[Any, ...]:
    """What makes a report this report: the file, and what was read in it."""
    entry = record.entry
    return (
        entry.source.sha256,
        entry.template,
        entry.event,
        entry.number,
        entry.title,
        entry.rapporteurs,
        tuple(
            (role, each.pointer, each.text, each.speaker, each.consent, each.number, each.notes)
            for role, each in record.supports
        ),
    )


def _rank(record: Record) -> tuple[Any, ...]:
    """Of two readings that say the same, the one that knows more goes first; the rest only decides."""
    unknown = sum(not each.place for _, each in record.supports)
    return (unknown, not record.entry.source.language, repr(record))


def _undecided(support: Support) -> Support:
    return replace(support, report="", session="", hidden=False, moved_from=None, approved=False, id="")


def _words(points: Iterable[tuple[Role, Support]]) -> int:
    return sum(len(support.text.split()) for _, support in points)


def _all_supports(points: Sequence[SummaryPoint]) -> Iterator[Support]:
    for point in points:
        yield from point.supports()


def _supports(answer: Answer, field: Field | None, template: Template, tongue: str) -> Iterator[Support]:
    titled = field is not None and field.kind in {Kind.CHAPTERS, Kind.SECTIONS}
    label = _label(field, template) if field else ""
    parts = {part.name: part.label for part in field.parts} if field else {}
    depth = answer.pointer.count("/") + 1
    for pointer, point in walk(answer.points, answer.pointer):
        part = pointer.split("/")[-2]
        is_top = pointer.count("/") == depth
        yield Support(
            report="",
            session="",
            pointer=pointer,
            text=point.text,
            place=point.location.place,
            label=label,
            part="" if is_top or part == "points" else parts.get(part, part),
            language=tongue,
            speaker=point.speaker,
            consent=point.consent,
            heading=titled and is_top,
            number=point.number,
            notes=point.notes,
        )


def _label(field: Field, template: Template) -> str:
    """The question's label, with its section's before it where two questions share one."""
    if sum(leaf.label == field.label for leaf in template.leaves()) < 2:
        return field.label
    section = next((entry for entry in template.fields if field in entry.fields), None)
    return f"{section.label}: {field.label}" if section and section.label else field.label


def _rapporteurs(report: Report) -> tuple[tuple[str, str], ...]:
    """Names with affiliations, in order."""
    people: dict[str, dict[str, str]] = defaultdict(dict)
    for pointer, value in report.header:
        if pointer.startswith("/rapporteurs/"):
            _, _, index, what = pointer.split("/")
            people[index][what] = value.text
    return tuple((each.get("name", ""), each.get("affiliation", "")) for each in people.values())


def _tongue(report: Report) -> str:
    """The base language of a report: as its reader says, else as its points read."""
    if report.source.language:
        return report.source.language.split("-", maxsplit=1)[0].casefold()
    said = (point.text for answer in report.answers for _, point in walk(answer.points, answer.pointer))
    return language("\n".join(said))


def _stem(prefix: str, number: str, title: str, sha256: str) -> str:
    """The part of a report's key that depends on the report alone: "RT 1.2", else a word of its title.

    >>> _stem("RT", "1.2", "", ""), _stem("WS", "", "The social inclusion of migrants", "")
    ('RT 1.2', 'WS social')
    """
    number = " ".join(number.split())
    if 0 < len(number) <= 12:
        return number if number.casefold().startswith(prefix.casefold()) else f"{prefix} {number}"
    words = [word.strip("“”\"'‘’.,:;()?!") for word in title.split()]
    telling = next((word for word in words if len(word) > 3), "") or next(iter(words), "")
    return f"{prefix} {telling[:16] or sha256[:6]}"
