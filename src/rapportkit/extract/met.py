"""What stands under each slot of the form, and where what stands under none is kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapportkit.extract.outline import Segment
from rapportkit.model.document import Block

Place = tuple[str, int | None]
"""A field's pointer, and the number of the group it stands in."""


@dataclass(slots=True)
class Met:
    """The blocks under one slot, with the segment whose label names it (None where nothing does)."""

    blocks: list[Block] = field(default_factory=list)
    segment: Segment | None = None


class Answers:
    """What was met under each place of the form."""

    def __init__(self) -> None:
        self._met: dict[Place, Met] = {}

    def get(self, pointer: str, group: int | None = None) -> Met | None:
        """What was met at a place; None for nothing."""
        return self._met.get((pointer, group))

    def at(self, pointer: str, group: int | None = None, segment: Segment | None = None) -> Met:
        """What was met at a place, made at its first use."""
        return self._met.setdefault((pointer, group), Met(segment=segment))

    def unlabelled(self) -> list[Block]:
        """The blocks of the first place that no label names."""
        return next((met.blocks for met in self._met.values() if met.segment is None), [])

    @property
    def groups(self) -> int:
        """How many numbered groups were met, the empty ones before the last included."""
        return max((group + 1 for (_, group) in self._met if group is not None), default=0)
