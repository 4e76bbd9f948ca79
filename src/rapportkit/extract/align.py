"""The best whole assignment of labels to places, so that one odd line cannot steal a section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapportkit.extract.match import Candidate
from rapportkit.extract.slots import Slot

_BEAM = 40
_SKIP = 0.02
_BACK = 0.22
_ELSEWHERE = 0.4
_UNANNOUNCED = 0.1
_HEADLESS = 0.4


@dataclass(frozen=True, slots=True)
class _State:
    """A way to have read the document so far."""

    score: float = 0.0
    last: int = -1
    end: tuple[int, int] = (-1, 0)
    used: int = 0
    chosen: tuple[Candidate, ...] = field(default=())


def align(found: Sequence[Candidate], slots: Sequence[Slot]) -> tuple[Candidate, ...]:
    """Choose candidates, each slot once and without overlap, so that likeness and order agree best."""
    states = [_State()]
    for candidate in found:
        grown = [taken for state in states if (taken := _take(state, candidate, slots)) is not None]
        states = _best(states + grown)
    return states[0].chosen


def _take(state: _State, candidate: Candidate, slots: Sequence[Slot]) -> _State | None:
    bit = 1 << candidate.slot
    if state.used & bit or (candidate.block, candidate.start) < state.end:
        return None
    gain = candidate.gain - _cost(state, slots[candidate.slot], slots)
    if gain <= 0:
        return None
    return _State(
        state.score + gain,
        candidate.slot,
        (candidate.last, max(1, candidate.stop)),
        state.used | bit,
        (*state.chosen, candidate),
    )


def _cost(state: _State, slot: Slot, slots: Sequence[Slot]) -> float:
    """What it costs to go from the last label to this one: forms are filled in from top to bottom."""
    if slot.is_header:
        return 0.0 if state.last < 0 or slots[state.last].is_header else _BACK
    last = slots[state.last] if state.last >= 0 else None
    order = last.order if last else 0
    cost = 0.0
    if slot.order > order:
        cost += _SKIP * min(_between(order, slot.order, slots), 8)
    else:
        cost += _BACK
    if slot.parent is not None:
        cost += _apart(last, slot, slots)
    if slot.group is not None and not _is_begun(state, slot, slots):
        cost += _HEADLESS
    return cost


def _is_begun(state: _State, slot: Slot, slots: Sequence[Slot]) -> bool:
    """Whether the label of the group that a slot belongs to was met, or is this very one."""
    head = next((index for index, each in enumerate(slots) if each.order == slot.parent), None)
    own = head is None or slots[head].group is None
    return own or bool(state.used & (1 << (head or 0)))


def _between(order: int, target: int, slots: Sequence[Slot]) -> int:
    """How many labels are skipped; groups left empty count little, as most forms have spare ones."""
    return sum(order < slot.order < target and not slot.group for slot in slots)


def _apart(last: Slot | None, slot: Slot, slots: Sequence[Slot]) -> float:
    """What it costs to enter a question under another heading or group than the last one's."""
    above = slot.parent
    if last is None or last.is_header or last.parent is None:
        return 0.0 if last is not None and last.order == above else _UNANNOUNCED
    if above in {last.order, last.parent}:
        return 0.0
    # Parts of the group before stand one level deeper than the next group's own label.
    grandparent = next((each.parent for each in slots if each.order == last.parent), None)
    return 0.0 if grandparent == above else _ELSEWHERE


def _best(states: list[_State]) -> list[_State]:
    """Keep the most promising ways; of ways that end alike only the better one."""
    states.sort(key=lambda state: (-state.score, len(state.chosen)))
    kept: dict[tuple[int, tuple[int, int], int], _State] = {}
    for state in states:
        kept.setdefault((state.last, state.end, state.used), state)
        if len(kept) == _BEAM:
            break
    return list(kept.values())
