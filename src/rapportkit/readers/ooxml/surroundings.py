"""What stands around the text: running headers and footers, and comments in the margin."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportkit.model.document import Block, Furniture, FurnitureKind
from rapportkit.model.location import Location
from rapportkit.readers.ooxml.line import one_line
from rapportkit.readers.ooxml.names import ID, W14, W15, P, R, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from rapportkit.readers.ooxml.package import Package

Blocks = Callable[["Element", str, str], list[Block]]
"""Reads the blocks of an element, given the part it stands in and a name for its place."""

OWN_AUTHOR = "rapportkit"

_RUNNING = {
    W + "headerReference": (FurnitureKind.HEADER, "header"),
    W + "footerReference": (FurnitureKind.FOOTER, "footer"),
}


def running(package: Package, read: Blocks) -> Iterator[Furniture]:
    """Headers and footers in the order of the sections, each distinct text once."""
    seen: set[tuple[str, str]] = set()
    parts: set[str] = set()
    for reference in package.root.iter(*_RUNNING):
        kind, area = _RUNNING[reference.tag]
        part = package.target(reference.get(R + "id", ""))
        if part is None or part in parts:
            continue
        parts.add(part)
        root = package.parse(part)
        for block in () if root is None else read(root, part, area):
            text = one_line(block.text)
            if text and (kind, text) not in seen:
                seen.add((kind, text))
                yield Furniture(kind, text, block.location)


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of a file; `unresolved` are the places of those that nobody marked as done."""

    furniture: tuple[Furniture, ...] = ()
    unresolved: tuple[Location, ...] = ()


def comments(package: Package, anchors: Mapping[str, Location], read: Blocks) -> Comments:
    """All comments in the file's order, each at the place it points to."""
    part = package.linked("comments")
    root = package.parse(part) if part else None
    if root is None:
        return Comments()
    done = _read_done(package)
    found: list[Furniture] = []
    unresolved: list[Location] = []
    for entry in root.iterfind(W + "comment"):
        area = f"comment {len(found) + 1}"
        text = "\n".join(block.text for block in read(entry, part or "", area))
        if text:
            place = anchors.get(entry.get(ID, ""), Location(package.name, area=area))
            found.append(Furniture(FurnitureKind.COMMENT, text, place))
            if entry.get(W + "author") == OWN_AUTHOR:
                continue  # what `validate --annotate` wrote into a copy
            if not any(paragraph.get(W14 + "paraId") in done for paragraph in entry.iter(P)):
                unresolved.append(place)
    return Comments(tuple(found), tuple(unresolved))


def _read_done(package: Package) -> set[str]:
    """The ids of the paragraphs that close a resolved comment, or an answer to one."""
    part = package.linked("commentsExtended")
    root = package.parse(part) if part else None
    if root is None:
        return set()
    entries = list(root)
    done = {entry.get(W15 + "paraId", "") for entry in entries if entry.get(W15 + "done") in {"1", "true"}}
    answers = {entry.get(W15 + "paraId", "") for entry in entries if entry.get(W15 + "paraIdParent") in done}
    return done | answers
