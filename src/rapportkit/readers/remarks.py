"""What several readers remark on: comments, hidden text, tracked changes, a name that says something else."""

from __future__ import annotations

from collections.abc import Mapping

from rapportkit.model.document import Remark
from rapportkit.model.location import Location


def open_changes(counted: Mapping[str, int], first: Location, *, original: bool) -> Remark:
    """Tracked changes by kind ("insertion": 2), without any where only the looks of words changed."""
    done = "rejected" if original else "accepted"
    *head, last = (
        (_counted(count, kind) for kind, count in counted.items()) if counted else ("changes of format",)
    )
    listed = f"{', '.join(head)} and {last}" if head else last
    return Remark(
        "D001",
        f"Tracked changes are still open ({listed}); the text was read as if all were {done}.",
        first,
        done if counted else f"{done}_format",
        tuple(counted.items()),
    )


def open_comments(count: int, first: Location) -> Remark:
    """Comments that nobody has settled."""
    said = "1 comment is" if count == 1 else f"{count} comments are"
    return Remark("D002", f"{said} still open.", first, *_one_or_many(count))


def hidden_text(count: int, first: Location) -> Remark:
    """Text that does not show, in so many places."""
    return Remark(
        "D003",
        f"Hidden text stands in {_counted(count, 'place')}; it was not read as part of the report.",
        first,
        *_one_or_many(count),
    )


def misnamed(name: str, suffix: str, kind: str) -> Remark:
    """A file that is of another kind than its name says; `kind` names the reader that read it as what it is."""
    return Remark(
        "D007",
        f"{name} is read as {kind}, though its name ends in {suffix}.",
        Location(),
        kind,
        (("suffix", suffix),),
    )


def _one_or_many(count: int) -> tuple[str, tuple[tuple[str, str | int], ...]]:
    return "one" if count == 1 else "many", (("count", count),)


def _counted(count: int, word: str) -> str:
    return f"{count} {word if count == 1 else word + 's'}"
