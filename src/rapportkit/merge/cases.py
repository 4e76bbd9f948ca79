"""What the public edition leaves out, case by case: each […] once, and whatever goes without leaving a mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum, auto

from rapportkit.merge.withhold import Cut
from rapportkit.model.summary import WITHHELD, ReportEntry, Summary, SummaryPoint, SummarySection, Support
from rapportkit.model.template import Role
from rapportkit.model.withheld import IN_WORDS, Case, Where, Withheld
from rapportkit.text.plain import sentences

_FAR = 400
"""How many letters of a sentence are shown on either side of what was taken out of it."""
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mme|Mlle|Dr|Dra|Prof|St|Sr|Sra|Hon|H\. ?E|S\. ?E|No|M|[A-Z])\.\s*$"
)


# The name ends with its type, ahead of a comma or at the end; commas and full stops may stand within it.
_ATTACHED = re.compile(r"^(attachment) [^“]*\.[A-Za-z][A-Za-z0-9]{1,4}(?=,\s|$)")


class Reading(StrEnum):
    """How a text is read for what may tell a person."""

    SAID = auto()
    """A point."""
    PRACTICE = auto()
    """A point whose owner may be told."""
    REMARK = auto()
    """A few words about a quotation."""
    ABOUT = auto()
    """A title, or what else is said of a report: never under the Rule."""


Clean = Callable[[str], str]
CutsOf = Callable[[str, str, Reading], tuple[Cut, ...]]


def reading_of(support: Support, section: SummarySection) -> Reading:
    """How a point is read: by the role that its report gave it, wherever an editor tells it."""
    role = support.moved_from or section.role
    return Reading.PRACTICE if role is Role.GOOD_PRACTICES else Reading.SAID


def place_of(support: Support) -> str:
    """Where a point stands, without the name of a file that came by mail: it goes with the name of the report's file.

    >>> place_of(Support("RT 1", "1", "/0", "Costs.", place="attachment session 3.1, v2.docx, table 2, row 1"))
    'attachment, table 2, row 1'
    """
    return _ATTACHED.sub(r"\1", support.place)


def public_keys(entries: Sequence[ReportEntry], clean: Clean) -> dict[str, str]:
    """The keys of reports as they may be told, each unique."""
    taken = {entry.key for entry in entries}
    keys: dict[str, str] = {}
    for entry in entries:
        key = public_key(entry.key, entry, clean)
        while key != entry.key and key in taken:
            key += entry.source.sha256[len(key) % len(entry.source.sha256)]
        taken.add(key)
        keys[entry.key] = key
    return keys


def public_key(key: str, entry: ReportEntry, clean: Clean) -> str:
    """A report's key or stem; one that was made of a person's name is made of its file's bytes instead."""
    said = (entry.number, entry.title)
    lost = {word for text in said for word in {*_words(text)} - {*_words(clean(text))}}
    if lost.isdisjoint(_words(key)):
        return key
    return f"{key.partition(' ')[0]} {entry.source.sha256[:6]}"


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{3,}", text.casefold())


def cases(whole: Summary, public: Summary, cuts_of: CutsOf) -> Iterator[Case]:
    """Every case, report by report: what is said of it first, then its points in their order."""
    told = dict(zip((entry.key for entry in whole.reports), public.reports, strict=True))
    points: dict[str, list[tuple[Support, Support, Reading]]] = {key: [] for key in told}
    for given, shown, reading in _pairs(whole, public):
        points[given.report].append((given, shown, reading))
    yield from _in(
        Case("", Withheld.PERSON, Where.SUMMARY, ""), whole.title, cuts_of(whole.title, "", Reading.ABOUT)
    )
    for entry in whole.reports:
        yield from _of_report(entry, told[entry.key], cuts_of)
        for given, shown, reading in sorted(points[entry.key], key=lambda each: each[0].order):
            yield from _of_point(given, shown, reading, entry, cuts_of)


def kept(whole: Summary, public: Summary) -> Iterator[Case]:
    """Where a name stays on purpose: quotations whose speakers agreed, report by report."""
    files = {entry.key: entry.source.name for entry in whole.reports}
    order = {key: index for index, key in enumerate(files)}
    named = [
        (given, shown)
        for given, shown, _ in _pairs(whole, public)
        if given.speaker and given.speaker == shown.speaker and not _is_unnamed(given.speaker)
    ]
    for given, shown in sorted(named, key=lambda each: (order[each[0].report], each[0].order)):
        yield replace(_speaker_case(given, shown, files[given.report]), kept=True)


def is_complete(whole: Summary, public: Summary, found: Iterable[Case]) -> bool:
    """Whether each […] that the public edition has of its own is one of the cases, and each case one of them."""
    listed = [case.words for case in found if case.where in IN_WORDS]
    own = sum(text.count(WITHHELD) for text in _texts(whole)) - sum(words.count(WITHHELD) for words in listed)
    return sum(text.count(WITHHELD) for text in _texts(public)) - own == len(listed)


def _texts(summary: Summary) -> Iterator[str]:
    """Every text in which […] may stand; a session's title once, with its report."""
    yield summary.title
    for entry in summary.reports:
        yield from (entry.number, entry.title, *(said for _, said in entry.event))
    for support in summary.supports():
        yield from (support.text, support.consent, place_of(support), *(note.text for note in support.notes))


def _pairs(whole: Summary, public: Summary) -> Iterator[tuple[Support, Support, Reading]]:
    """Every support in both editions, and how its text is read."""
    for section, shown in zip(whole.sections, public.sections, strict=True):
        for given, told in zip(_supports(section.points), _supports(shown.points), strict=True):
            yield given, told, reading_of(given, section)


def _supports(points: Iterable[SummaryPoint]) -> Iterator[Support]:
    for point in points:
        yield from point.supports()


def _of_report(entry: ReportEntry, shown: ReportEntry, cuts_of: CutsOf) -> Iterator[Case]:
    base = Case(
        shown.key,
        Withheld.FILE,
        Where.REPORT,
        entry.source.name,
        session=entry.session,
        file=entry.source.name,
    )
    if entry.source.name:
        yield base
    for name, affiliation in entry.rapporteurs:
        words = ", ".join(part for part in (name, affiliation) if part)
        yield replace(base, kind=Withheld.RAPPORTEUR, words=words)
    if shown.key != entry.key:
        yield replace(base, kind=Withheld.PERSON, where=Where.KEY, words=entry.key)
    for text in (entry.number, entry.title):
        yield from _in(
            replace(base, where=Where.SESSION), text, cuts_of(text, entry.source.language, Reading.ABOUT)
        )
    for _, text in entry.event:
        yield from _in(
            replace(base, where=Where.EVENT), text, cuts_of(text, entry.source.language, Reading.ABOUT)
        )


def _of_point(
    given: Support, shown: Support, reading: Reading, entry: ReportEntry, cuts_of: CutsOf
) -> Iterator[Case]:
    base = Case(
        reference=shown.reference,
        kind=Withheld.PERSON,
        where=Where.TEXT,
        words="",
        session=entry.session,
        file=entry.source.name,
        place=place_of(given),
    )
    language = given.language
    yield from _in(base, given.text, cuts_of(given.text, language, reading))
    if given.speaker != shown.speaker:
        yield _speaker_case(given, shown, entry.source.name)
    remark = replace(base, where=Where.CONSENT, consent=given.consent)
    yield from _in(remark, given.consent, cuts_of(given.consent, language, Reading.REMARK))
    for note in given.notes:
        yield from _in(replace(base, where=Where.NOTE), note.text, cuts_of(note.text, language, reading))
    place = place_of(given)
    yield from _in(replace(base, where=Where.PLACE), place, cuts_of(place, language, Reading.ABOUT))


def _speaker_case(given: Support, shown: Support, file: str) -> Case:
    return Case(
        reference=shown.reference,
        kind=Withheld.SPEAKER,
        where=Where.SPEAKER,
        words=given.speaker,
        text=given.text,
        session=given.session,
        file=file,
        place=given.place,
        consent=given.consent,
    )


def _in(base: Case, text: str, taken: Sequence[Cut]) -> Iterator[Case]:
    """A case for each stretch that was taken out of a text, with the sentence around it."""
    if not taken:
        return
    edges = _edges(text)
    for cut in taken:
        start = max(edge for edge in edges if edge <= cut.start)
        end = min(edge for edge in edges if edge >= cut.end)
        start, end = max(start, cut.start - _FAR), min(end, cut.end + _FAR)
        while text[start].isspace():
            start += 1
        yield replace(
            base,
            kind=cut.kind,
            words=text[cut.start : cut.end].removesuffix(","),
            text=text[start:end].rstrip(),
            at=cut.start - start,
        )


def _edges(text: str) -> list[int]:
    """Where sentences begin and end; “Mr.” ends none."""
    return [
        0,
        *(end for _, end in sentences(text) if not _ABBREVIATION.search(text, max(0, end - 12), end)),
        len(text),
    ]


def _is_unnamed(speaker: str) -> bool:
    """Whether a speaker is told as nobody: no letter in capitals stands there."""
    return speaker == speaker.casefold()
