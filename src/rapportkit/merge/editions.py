"""The public edition: the whole summary without what tells a person, or who spoke under the Rule.

Nothing is dropped: where words go, […] stands, and the support says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapportkit.errors import RapportkitError
from rapportkit.mentions.known import Known, known_people
from rapportkit.mentions.seen import Seen, look, people
from rapportkit.merge.withhold import withhold
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
from rapportkit.model.template import Role

ANONYMOUS = "anonymous"
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


def is_approved(consent: str) -> bool:
    """Whether a remark on a quotation says that its speaker agreed to be named; in doubt, no.

    >>> is_approved("quoted with approval"), is_approved("approval pending"), is_approved("")
    (True, False, False)
    """
    return bool(_APPROVED.search(consent)) and not _DOUBTED.search(consent)


def publish(summary: Summary) -> Summary:
    """Make the public edition of a restricted summary."""
    gate = _Gate.of(summary)
    public = replace(
        summary,
        title=gate.clean(summary.title),
        edition=PUBLIC,
        reports=tuple(gate.entry(entry) for entry in summary.reports),
        sections=tuple(gate.section(section) for section in summary.sections),
    )
    _check(summary, public)
    return public


@dataclass(frozen=True, slots=True)
class _Gate:
    """Who is known by name, in any report; and whether the summary is under the Rule.

    The strictest input wins: where one report is under the Rule, all are. `seen` holds what was
    recognised in each text of each language; `sessions` the sessions' titles as they may be told.
    """

    everyone: tuple[Known, ...]
    rule: bool
    seen: dict[tuple[str, str], Seen]
    sessions: dict[str, str]

    @classmethod
    def of(cls, summary: Summary) -> _Gate:
        seen = {
            (text, language): look(text, language)
            for text, language in sorted({*_said(summary), *_about(summary)})
        }
        everyone = (
            known_people(name for entry in summary.reports for name, _ in entry.rapporteurs),
            known_people((support.speaker for support in summary.supports()), sure=False),
            known_people(
                sorted({name for (text, _), found in seen.items() for name in people(text, found)}),
                read=True,
            ),
        )
        return cls(
            everyone,
            any(entry.chatham_house for entry in summary.reports),
            seen,
            {entry.key: withhold(entry.session, everyone, rule=False) for entry in summary.reports},
        )

    def clean(self, text: str) -> str:
        """A text about the reports without the names of people."""
        return withhold(text, self.everyone, rule=False)

    def entry(self, entry: ReportEntry) -> ReportEntry:
        """A report without its rapporteurs and its file's name, which may be a person's too."""
        source = entry.source
        return replace(
            entry,
            source=Source("", source.sha256, source.format, source.pages, source.language),
            event=tuple((what, self.clean(said)) for what, said in entry.event),
            title=self.clean(entry.title),
            rapporteurs=(),
        )

    def section(self, section: SummarySection) -> SummarySection:
        practice = section.role is Role.GOOD_PRACTICES
        return replace(
            section,
            points=tuple(self.point(point, practice=practice) for point in section.points),
        )

    def point(self, point: SummaryPoint, *, practice: bool) -> SummaryPoint:
        supports = tuple(self.support(support, practice=practice) for support in point.support)
        told = point.support.index(point.told)
        return replace(
            point,
            text=supports[told].text,
            support=supports,
            points=tuple(self.point(below, practice=practice) for below in point.points),
        )

    def support(self, support: Support, *, practice: bool) -> Support:
        def clean(text: str) -> str:
            seen = self.seen.get((text, support.language))
            return withhold(text, self.everyone, rule=self.rule, practice=practice, seen=seen)

        public = replace(
            support,
            text=clean(support.text),
            session=self.sessions[support.report],
            speaker=_speaker(support),
            consent=clean(support.consent),
            notes=tuple(Note(note.label, clean(note.text)) for note in support.notes),
        )
        told = (public.text, public.speaker, public.consent, public.notes)
        return replace(
            public,
            withheld=told != (support.text, support.speaker, support.consent, support.notes),
        )


def _said(summary: Summary) -> Iterator[tuple[str, str]]:
    """What the reports say, each text with its language."""
    for support in summary.supports():
        yield support.text, support.language
        for note in support.notes:
            yield note.text, support.language


def _about(summary: Summary) -> Iterator[tuple[str, str]]:
    """What is said of the reports: their sessions and events."""
    for entry in summary.reports:
        for text in (entry.title, *(said for _, said in entry.event)):
            yield text, entry.source.language


def _speaker(support: Support) -> str:
    """A quotation's speaker who agreed to be named; any other is anonymous."""
    return support.speaker if not support.speaker or is_approved(support.consent) else ANONYMOUS


def _check(whole: Summary, public: Summary) -> None:
    """Every support is there, and its words are those of the original but for what was withheld."""
    for given, told in zip(whole.supports(), public.supports(), strict=True):
        is_same = (given.report, given.pointer) == (told.report, told.pointer)
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
