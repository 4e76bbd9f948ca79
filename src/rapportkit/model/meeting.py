"""What a report stands beside: the programme of its event, and the other reports of the same run."""

from __future__ import annotations

from dataclasses import dataclass

from rapportkit.model.programme import Programme


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another report of the run, as far as reports are compared: `file` is the name its findings bear."""

    file: str
    template: str = ""
    number: str = ""
    title: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The programme, where one was given, and every report of the run in its order."""

    programme: Programme | None = None
    reports: tuple[Sibling, ...] = ()


ALONE = Meeting()
