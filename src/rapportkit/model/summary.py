"""Several reports become one summary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapportkit.model.document import Note, Source
from rapportkit.model.grouping import Suggestion, Theme
from rapportkit.model.programme import bare_number
from rapportkit.model.template import Role

WITHHELD = "[…]"
"""What stands in the public edition where words were taken out."""

PUBLIC = "public"
RESTRICTED = "restricted"


@dataclass(frozen=True, slots=True)
class Support:
    """One report's point, word for word: the evidence under a point of the summary.

    `report` is the key of its report in `Summary.reports`; `session` the session as printed;
    `pointer` the JSON Pointer of the point in the report's fields; `order` its place among all points
    of its report, from 1; `place` where a person finds it in the source. `label` is the question that
    it answers and `part` the list it stands in below another point ("Actions"), both in the form's
    words. `heading` says that the text is the title of a stretch, `number` its printed number.
    `withheld` says that words were replaced by […] for the public edition.

    What an editor decided: `hidden`, the paper tells the point in its annex alone; `moved_from`, the role that
    the report gave it; `approved`, its speaker agreed to be named. A merge of summaries decides anew. `id` is what
    decisions call the point by; it is made of its words, and so in the restricted edition only.
    """

    report: str
    session: str
    pointer: str
    text: str
    order: int = 0
    place: str = ""
    label: str = ""
    part: str = ""
    language: str = ""
    speaker: str = ""
    consent: str = ""
    heading: bool = False
    number: int | None = None
    notes: tuple[Note, ...] = ()
    withheld: bool = False
    hidden: bool = False
    moved_from: Role | None = None
    approved: bool = False
    id: str = ""

    @property
    def reference(self) -> str:
        """The code under which the annex lists this point, unique in the summary: "RT 1.2/14"."""
        return f"{self.report}/{self.order}"


@dataclass(frozen=True, slots=True)
class Inferred:
    """What a point is about without saying so: an id ("gcm-15", "sdg-10.7", "women") and the words that tell it."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class SummaryPoint:
    """Like points of several reports, told in the words of one of them.

    `points` are what hung below any of them; `sessions` counts the distinct sessions in `support`. `themes` and
    `countries` are those that the supports cite by number or name, `inferred` what their words tell beside.
    """

    text: str
    support: tuple[Support, ...]
    points: tuple[SummaryPoint, ...] = ()
    themes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sessions: int = 1
    inferred: tuple[Inferred, ...] = ()

    @property
    def told(self) -> Support:
        """The support whose words the summary tells."""
        return next((each for each in self.support if each.text == self.text), self.support[0])

    def supports(self) -> Iterator[Support]:
        """Every support of this point and of all below it."""
        yield from self.support
        for each in self.points:
            yield from each.supports()


@dataclass(frozen=True, slots=True)
class SummarySection:
    """All points of one role."""

    role: Role
    title: str
    points: tuple[SummaryPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One report that went into a summary, without its points.

    `key` is a short, stable reference ("RT 1.2"), unique in the summary; `stem` is the key before
    reports that share it were told apart. `form` is the template's title. `words` counts those of its points,
    `errors` and `warnings` what `validate` says of its answers. A `superseded` report is one that an editor put
    behind another version: its points stand in the annex alone. The public edition has neither rapporteurs nor
    the source's name.
    """

    key: str
    source: Source
    template: str
    event: tuple[tuple[str, str], ...] = ()
    number: str = ""
    title: str = ""
    rapporteurs: tuple[tuple[str, str], ...] = ()
    chatham_house: bool = True
    points: int = 0
    unplaced: int = 0
    stem: str = ""
    form: str = ""
    words: int = 0
    errors: int = 0
    warnings: int = 0
    superseded: bool = False

    @property
    def head(self) -> tuple[str, str, str]:
        """By what its session is known: its bare number, its title, and that of the event."""
        return bare_number(self.number), self.title, dict(self.event).get("title", "")

    @property
    def session(self) -> str:
        """Number and title of the session as printed, the key where the report carries neither."""
        return " ".join(part for part in (self.number, self.title) if part) or self.key


@dataclass(frozen=True, slots=True)
class Conservation:
    """The accounting: points read, points found again in the summary, and how many were joined."""

    points_in: int
    points_out: int
    merged: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The consolidated summary.

    `sessions` counts the distinct sessions reported on. `themes` are those that points of any section share;
    `suggestions` are pairs that may say the same, for an editor to judge. Both are computed from the words as
    this edition has them. `unmet` says what was decided and has no effect, a sentence each; no output carries it.
    """

    title: str
    edition: str
    reports: tuple[ReportEntry, ...]
    sections: tuple[SummarySection, ...]
    conservation: Conservation
    notices: tuple[str, ...] = ()
    sessions: int = 0
    themes: tuple[Theme, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    unmet: tuple[str, ...] = ()

    def points(self) -> Iterator[SummaryPoint]:
        """Every point at every depth, in the order of the summary."""
        waiting = [point for section in reversed(self.sections) for point in reversed(section.points)]
        while waiting:
            point = waiting.pop()
            waiting += reversed(point.points)
            yield point

    def supports(self) -> Iterator[Support]:
        """Every support of every point, in the order of the summary."""
        for section in self.sections:
            for point in section.points:
                yield from point.supports()
