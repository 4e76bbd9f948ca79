"""The ways in which a text can tell who took part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How something is told."""

    SPEAKER = "speaker"
    PREFIX = "prefix"
    AFFILIATION = "affiliation"
    CONTACT = "contact"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Told:
    """Words that tell who took part, from `start` to `end`, and in which way they do."""

    way: Way
    start: int
    end: int
