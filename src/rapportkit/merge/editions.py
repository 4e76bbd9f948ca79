"""The public edition: the whole summary without what tells a person, or who spoke under the Rule.

Nothing is dropped: where words go, […] stands, and the support says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rapportkit.errors import RapportkitError
from rapportkit.merge.withhold import Known, Seen, known_people, look, people, withhold
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
    """What is known of people, over all reports and report by report, and which run under the Rule.

    `seen` holds what was recognised in each text of each language; `sessions` the sessions' titles as
    they may be told.
    """

    everyone: tuple[Known, ...]
    mentioned: dict[str, Known]
    rule: dict[str, bool]
    seen: dict[tuple[str, str], Seen]
    sessions: dict[str, str]

    @classmethod
    def of(cls, summary: Summary) -> _Gate:
        seen: dict[tuple[str, str], Seen] = {}
        named: dict[str, set[str]] = {entry.key: set() for entry in summary.reports}
        speakers: set[str] = set()
        for support in summary.supports():
            key = support.text, support.language
            seen[key] = seen.get(key) or look(*key)
            named[support.report].update(people(support.text, seen[key]))
            speakers.add(support.speaker)
        everyone = (
            known_people(name for entry in summary.reports for name, _ in entry.rapporteurs),
            known_people(speakers, sure=False),
        )
        return cls(
            everyone,
            {report: known_people(found, forenames=False) for report, found in named.items()},
            {entry.key: entry.chatham_house for entry in summary.reports},
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
        return replace(section, points=tuple(self.point(point) for point in section.points))

    def point(self, point: SummaryPoint) -> SummaryPoint:
        """A point told under the Rule by one report is under the Rule for all that are joined with it."""
        rule = any(self.rule[support.report] for support in point.support)
        supports = tuple(self.support(support, rule=rule) for support in point.support)
        told = point.support.index(point.told)
        return replace(
            point,
            text=supports[told].text,
            support=supports,
            points=tuple(self.point(below) for below in point.points),
        )

    def support(self, support: Support, *, rule: bool) -> Support:
        known = [*self.everyone, self.mentioned[support.report]]

        def clean(text: str) -> str:
            return withhold(text, known, rule=rule, seen=self.seen.get((text, support.language)))

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
