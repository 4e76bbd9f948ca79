"""A baseline as JSON: how many findings of which rule are known of which field of which file.

Counts, and no line numbers or sentences: whoever mends one point and moves ten others has nothing to redo.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from rapportkit.errors import UsageError

_VERSION = "1"
Known = tuple[str, str, str]
"""File, code and field."""


def dump(found: Iterable[Known]) -> dict[str, Any]:
    """Count what was found, sorted by file, rule and field."""
    files: dict[str, dict[str, dict[str, int]]] = {}
    for (file, code, field), count in sorted(Counter(found).items()):
        files.setdefault(file, {}).setdefault(code, {})[field] = count
    return {"rapportkit-baseline": _VERSION, "files": files}


def load(data: bytes, name: str) -> Mapping[Known, int]:
    """Read a baseline back; UsageError where it is none."""
    try:
        written = json.loads(data)
        if written["rapportkit-baseline"] != _VERSION:
            raise UsageError(f"{name}: a baseline of another version; write it anew with --write-baseline.")
        return {
            (file, code, field): int(count)
            for file, codes in written["files"].items()
            for code, fields in codes.items()
            for field, count in fields.items()
        }
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise UsageError(
            f"{name} is no baseline: write one with “rapportkit validate … --write-baseline {name}”."
        ) from None
