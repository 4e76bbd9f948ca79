"""What the public edition leaves out, case by case, for a person who goes through the list before circulation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapportkit.model.summary import Summary


class Withheld(StrEnum):
    """What was taken out."""

    PERSON = "person"
    """A person's name; under the Rule with the office and affiliation around it."""
    OFFICE = "office"
    """Who is told by an office: “the Minister of Labour said”."""
    AFFILIATION = "affiliation"
    """The country or organisation that somebody spoke for."""
    CONTACT = "contact"
    """An address, number, account or page by which a person is reached or told."""
    SPEAKER = "speaker"
    """The speaker of a quotation without approval."""
    RAPPORTEUR = "rapporteur"
    FILE = "file"
    """The name of the report's file."""


class Where(StrEnum):
    """Where in the summary it stood."""

    TEXT = "text"
    NOTE = "note"
    CONSENT = "consent"
    SPEAKER = "speaker"
    SESSION = "session"
    """The number or title of a session."""
    EVENT = "event"
    SUMMARY = "summary"
    """The summary's own title."""
    KEY = "key"
    """The short reference of a report, made from a word of its title."""
    PLACE = "place"
    """The heading by which a point is found in its source."""
    REPORT = "report"
    """What a report says of itself: its rapporteurs, its file."""


IN_WORDS = frozenset(
    [Where.TEXT, Where.NOTE, Where.CONSENT, Where.SESSION, Where.EVENT, Where.SUMMARY, Where.PLACE]
)
"""Where […] stands for what was taken out; elsewhere nothing does, or another word."""


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that was withheld, or kept on purpose.

    `reference` is the code of its point ("RT 1.2/14") or report ("RT 1.2") in the public edition, "" for the
    summary's title. `words` were taken out of `text`, the sentence that they stood in, where they begin at `at`
    (-1 where they stand beside it). `file` and `place` say where a person finds it; `consent` is the remark on a
    quotation. A case that is `kept` stays in the public edition: its speaker agreed to be named. All of it is
    restricted.
    """

    reference: str
    kind: Withheld
    where: Where
    words: str
    text: str = ""
    at: int = -1
    session: str = ""
    file: str = ""
    place: str = ""
    consent: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """The public edition, with every case of what it leaves out and of what it keeps on purpose."""

    summary: Summary
    withheld: tuple[Case, ...] = ()
    kept: tuple[Case, ...] = ()
