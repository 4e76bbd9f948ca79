"""The public edition: the whole summary without what tells a person, or who spoke under the Rule.

Nothing is dropped: where words go, […] stands, and the support says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rapportkit.errors import RapportkitError
from rapportkit.mentions.known import Known, known_people
from rapportkit.mentions.seen import Seen, look, people
from rapportkit.merge.cases import (
    Reading,
    cases,
    is_complete,
    kept,
    place_of,
    public_key,
    public_keys,
    reading_of,
)
from rapportkit.merge.forked import mapped
from rapportkit.merge.withhold import Cut, addresses, cuts, without
from rapportkit.model.coverage import Coverage
from rapportkit.model.document import Note, Source
from rapportkit.model.summary import (
    PUBLIC,
    WITHHELD,
    ReportEntry,
    Summary,
    SummaryPoint,
    SummarySection,
    Support,
)
from rapportkit.model.withheld import Case, Published

ANONYMOUS = "anonymous"
_LOOKED_FOR = frozenset(["en", "fr", "es"])
"""Languages of whose names, offices and verbs of saying there are lists."""
_SHOWS = 400
_MANY = 1000
"""Texts: as many are worth a process of their own."""
_APPROVED = re.compile(
    r"\b(?:approv\w*|consent\w*|agree[ds]?|authori[sz]ed|permission|approuv\w*|accord\w*|autoris\w*|"
    r"aprob\w*|autoriz\w*|consentimiento|acuerdo|permiso|yes|oui|sí)\b",
    re.IGNORECASE,
)
_DOUBTED = re.compile(
    r"\b(?:not?|non|un\w+ed|without|pending|await\w*|ask\w*|requested|seek\w*|to be|tbc|unknown|sans|pas|attente|"
    r"sin|pendiente|falta|refus\w*|withdr\w*|anonym\w*|anónim\w*|unapproved)\b|\?",
    re.IGNORECASE,
)

_NOBODY = re.compile(r"\W*(?:anon(?:ymous(?:ly)?)?|anonyme|an[oó]nim[oa])\W*", re.IGNORECASE)


def is_approved(consent: str) -> bool:
    """Whether a remark on a quotation says that its speaker agreed to be named; in doubt, no.

    >>> is_approved("quoted with approval"), is_approved("approval pending"), is_approved("")
    (True, False, False)
    """
    return bool(_APPROVED.search(consent)) and not _DOUBTED.search(consent)


def publish(summary: Summary) -> Summary:
    """Make the public edition of a restricted summary."""
    return gate(summary).summary


def withheld(summary: Summary) -> tuple[Case, ...]:
    """What the public edition of a restricted summary leaves out, report by report, and then what it keeps on purpose."""
    found = gate(summary)
    return found.withheld + found.kept


def gate(summary: Summary) -> Published:
    """Make the public edition of a restricted summary, with the list of what it leaves out and keeps on purpose.

    Tags, themes and suggestions are left out: they are computed anew from the words that remain.
    """
    guard = _Gate.of(summary)
    public = replace(
        summary,
        title=guard.clean(summary.title),
        edition=PUBLIC,
        reports=tuple(guard.entries.values()),
        sections=tuple(guard.section(section) for section in summary.sections),
        notices=tuple(guard.notice(notice) for notice in summary.notices),
        themes=(),
        suggestions=(),
    )
    _check(summary, public)
    found = Published(public, tuple(cases(summary, public, guard.cuts)), tuple(kept(summary, public)))
    if not is_complete(summary, public, found.withheld):
        raise RapportkitError(
            "An error of rapportkit: the list of what the public edition leaves out does not match it; nothing was "
            "written. Please report it with the files, if you may.",
        )
    return found


def unlooked(summary: Summary) -> tuple[str, ...]:
    """The languages of reports under the Rule in which names are not looked for, as base tags in order.

    There the public edition withholds contacts, known people and who is addressed by a title alone. "" stands for
    a language that nobody knows, where the words are not in Latin letters.
    """
    if not any(entry.chatham_house for entry in summary.reports):
        return ()
    told = {entry.source.language for entry in summary.reports if entry.source.language}
    for support in summary.supports():
        if support.language or not _is_latin(support.text):
            told.add(support.language)
    return tuple(sorted({tag.partition("-")[0].casefold() for tag in told} - _LOOKED_FOR))


def _is_latin(text: str) -> bool:
    """Whether most letters of a text are Latin; a text without letters is."""
    letters = [letter for letter in text[:_SHOWS] if letter.isalpha()]
    return 2 * sum(letter < "\u0250" for letter in letters) >= len(letters)


def conceal(coverage: Coverage) -> Coverage:
    """Coverage as the public edition may tell it: without rapporteurs, and without the names of people in titles.

    The programme is read by itself: its titles may name people whom no report names.
    """
    sessions = coverage.sessions
    known = (known_people(name for each in sessions for name in each.rapporteurs),)
    heard = tuple({*people(each.title, look(each.title))} for each in sessions)
    everyone = (*known, known_people(sorted(set().union(*heard)), read=True))

    def clean(title: str) -> str:
        return without(title, cuts(title, everyone, rule=True, about=True))

    return replace(
        coverage,
        event=clean(coverage.event),
        sessions=tuple(replace(each, title=clean(each.title), rapporteurs=()) for each in sessions),
    )


@dataclass(frozen=True, slots=True)
class _Gate:
    """Who is known by name, in any report; and whether the summary is under the Rule.

    The strictest input wins: where one report is under the Rule, all are; where none is, names stand. `seen` holds what was recognised in
    each text of each language, `taken` what was found to withhold; `entries` are the reports as they may be
    told, by the keys that they had.
    """

    everyone: tuple[Known, ...]
    rule: bool
    seen: dict[tuple[str, str], Seen]
    entries: dict[str, ReportEntry] = field(default_factory=dict)
    taken: dict[tuple[str, str, Reading], tuple[Cut, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, summary: Summary) -> _Gate:
        texts = sorted({*_said(summary), *_about(summary)})
        seen = dict(zip(texts, mapped(lambda each: look(*each), texts, _MANY), strict=True))
        everyone = (
            known_people(name for entry in summary.reports for name, _ in entry.rapporteurs),
            known_people((support.speaker for support in summary.supports()), sure=False),
            known_people(
                sorted({name for (text, _), found in seen.items() for name in people(text, found)}),
                read=True,
            ),
        )
        guard = cls(everyone, any(entry.chatham_house for entry in summary.reports), seen)
        keys = public_keys(summary.reports, guard.clean)
        for entry in summary.reports:
            guard.entries[entry.key] = guard.entry(entry, keys[entry.key])
        return guard

    def cuts(self, text: str, language: str = "", reading: Reading = Reading.ABOUT) -> tuple[Cut, ...]:
        """What is withheld from a text, worked out once."""
        known = (text, language, reading)
        if not self.rule:
            return addresses(text)
        if known not in self.taken:
            self.taken[known] = cuts(
                text,
                self.everyone,
                rule=self.rule,
                practice=reading is Reading.PRACTICE,
                remark=reading is Reading.REMARK,
                about=reading is Reading.ABOUT,
                seen=self.seen.get((text, language)),
            )
        return self.taken[known]

    def clean(self, text: str, language: str = "", reading: Reading = Reading.ABOUT) -> str:
        """A text as it may be told."""
        return without(text, self.cuts(text, language, reading)) if text else ""

    def notice(self, notice: str) -> str:
        """A notice with the keys that the reports have now."""
        for key, entry in self.entries.items():
            if entry.key != key:
                notice = notice.replace(key, entry.key)
        return notice

    def entry(self, entry: ReportEntry, key: str) -> ReportEntry:
        """A report without its rapporteurs and its file's name, which may be a person's too."""
        source = entry.source
        language = source.language
        return replace(
            entry,
            key=key,
            stem=public_key(entry.stem, entry, self.clean),
            source=Source("", source.sha256, source.format, source.pages, language),
            event=tuple((what, self.clean(said, language)) for what, said in entry.event),
            number=self.clean(entry.number, language),
            title=self.clean(entry.title, language),
            rapporteurs=(),
        )

    def section(self, section: SummarySection) -> SummarySection:
        return replace(section, points=tuple(self.point(point, section) for point in section.points))

    def point(self, point: SummaryPoint, section: SummarySection) -> SummaryPoint:
        supports = tuple(self.support(support, reading_of(support, section)) for support in point.support)
        told = point.support.index(point.told)
        return replace(
            point,
            text=supports[told].text,
            support=supports,
            points=tuple(self.point(below, section) for below in point.points),
            themes=(),
            countries=(),
            inferred=(),
        )

    def support(self, support: Support, reading: Reading) -> Support:
        language = support.language
        entry = self.entries[support.report]
        text = self.clean(support.text, language, reading)
        may_stay = not self.rule or _is_nobody(support.speaker)
        speaker = support.speaker if may_stay else _speaker(support)
        consent = self.clean(support.consent, language, Reading.REMARK)
        notes = tuple(Note(note.label, self.clean(note.text, language, reading)) for note in support.notes)
        given = (support.text, support.speaker, support.consent, support.notes)
        return replace(
            support,
            report=entry.key,
            session=entry.session,
            text=text,
            place=self.clean(place_of(support), language),
            speaker=speaker,
            consent=consent,
            notes=notes,
            withheld=(text, speaker, consent, notes) != given,
        )


def _said(summary: Summary) -> Iterator[tuple[str, str]]:
    """What the reports say, each text with its language."""
    for support in summary.supports():
        yield support.text, support.language
        for note in support.notes:
            yield note.text, support.language
        yield support.consent, support.language


def _about(summary: Summary) -> Iterator[tuple[str, str]]:
    """What is said of the reports: their sessions and events."""
    for entry in summary.reports:
        for text in (entry.number, entry.title, *(said for _, said in entry.event)):
            yield text, entry.source.language


def _is_nobody(speaker: str) -> bool:
    """Whether a quotation is anonymous in the report's own words already: “anonyme”, “(anónima)”."""
    return bool(_NOBODY.fullmatch(speaker))


def _speaker(support: Support) -> str:
    """A quotation's speaker who agreed to be named, as the report or an editor says; any other is anonymous."""
    named = not support.speaker or support.approved or is_approved(support.consent)
    return support.speaker if named else ANONYMOUS


def _check(whole: Summary, public: Summary) -> None:
    """Every support is there, and its words are those of the original but for what was withheld."""
    keys = {given.key: told.key for given, told in zip(whole.reports, public.reports, strict=True)}
    for given, told in zip(whole.supports(), public.supports(), strict=True):
        is_same = (keys.get(given.report), given.pointer) == (told.report, told.pointer)
        if not (is_same and _is_part_of(told.text, given.text)):
            raise RapportkitError(
                f"An error of rapportkit: the public edition changes the words of {given.reference}; nothing was "
                "written. Please report it with the files, if you may.",
            )


def _is_part_of(public: str, whole: str) -> bool:
    """Whether a text is another but for stretches that were withheld."""
    first, *others = public.split(WITHHELD)
    if not others:
        return public == whole
    at = len(first)
    for part in others[:-1]:
        at = whole.find(part, at) + len(part)
        if at < len(part):
            return False
    return whole.startswith(first) and whole.endswith(others[-1]) and at + len(others[-1]) <= len(whole)
