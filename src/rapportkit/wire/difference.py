"""What differs between two versions, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rapportkit.model.difference import Difference, Said


def dump(found: Sequence[Difference]) -> dict[str, Any]:
    """Every heading under which something is said, with what came, went and changed there."""
    return {"rapportkit": "1", "headings": [_heading(each) for each in found]}


def _heading(each: Difference) -> dict[str, Any]:
    return {
        "heading": each.heading,
        "came": [_said(said) for said in each.came],
        "went": [_said(said) for said in each.went],
        "changed": [
            {"before": _said(change.before), "after": _said(change.after)}
            | ({"moved_from": change.moved_from} if change.moved_from else {})
            for change in each.changed
        ],
        "same": each.same,
    }


def _said(said: Said) -> dict[str, str]:
    return {"text": said.text, "where": said.where}
