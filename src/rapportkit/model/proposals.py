"""What a person may decide about a summary: the questions that the decisions file asks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A point of the summary by all the ids that it has, that of the words it is told in first, and those words."""

    ids: tuple[str, ...]
    words: str

    @property
    def id(self) -> str:
        """The id of the words that are told."""
        return self.ids[0]


@dataclass(frozen=True, slots=True)
class OpenPair:
    """Two points that may say the same; with `joined`, two wordings that likeness joined by itself."""

    left: Named
    right: Named
    score: float = 1.0
    shared: tuple[str, ...] = ()
    parted: tuple[str, ...] = ()
    joined: bool = False


@dataclass(frozen=True, slots=True)
class OpenTheme:
    """A theme of several sessions, with the points of it that hang below no other of it."""

    id: str
    name: str
    sessions: int
    points: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of several reports on a session: its file, the file's sha256, and how many points it has."""

    file: str
    sha256: str
    points: int


@dataclass(frozen=True, slots=True)
class OpenVersion:
    """A session that was reported more than once on one form."""

    session: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class OpenQuote:
    """A quotation with its speaker, of whom nobody says that he or she agreed to be named."""

    point: Named
    speaker: str
    consent: str = ""


@dataclass(frozen=True, slots=True)
class Proposals:
    """All that may be decided, each list in the order of the summary.

    `across` counts the pairs that say nearly the same and cannot be told as one: they stand in different sections,
    or hang below other points.
    """

    pairs: tuple[OpenPair, ...] = ()
    themes: tuple[OpenTheme, ...] = ()
    versions: tuple[OpenVersion, ...] = ()
    quotes: tuple[OpenQuote, ...] = ()
    across: int = 0
