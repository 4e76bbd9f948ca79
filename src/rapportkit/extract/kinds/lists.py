"""Bullets, numbered items and free paragraphs: each is a point, nested as the source nests them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rapportkit.model.document import Block, BlockKind, Note
from rapportkit.model.location import Location
from rapportkit.model.report import Point
from rapportkit.text.markers import is_bullet

# "Firstly, …", "The second observation …": an announced list whose items have no marker.
_ORDINAL = re.compile(
    r"(?:the\s+)?(?:first|second|third|fourth|fifth|sixth)(?:ly)?\b|finally\b|lastly\b|(?:one|another)\s+is\b"
    r"|premi[eè]rement|deuxi[eè]mement|troisi[eè]mement|quatri[eè]mement|(?:la|le)\s+(?:premi[eè]re?|deuxi[eè]me|seconde?|troisi[eè]me)\b"
    r"|en\s+(?:premier|deuxi[eè]me|troisi[eè]me|dernier)\s+lieu|enfin\b|tout d[’']abord\b"
    r"|en\s+(?:primer|segundo|tercer|cuarto|[uú]ltimo)\s+lugar|primero\b|segundo\b|tercero\b"
    r"|(?:el|la)\s+(?:primer[oa]?|segund[oa]|tercer[oa]?)\b|por\s+[uú]ltimo\b|finalmente\b",
    re.IGNORECASE,
)


SET_IN = 8.0
"""Points by which an item must be set in further to stand below another of the same level."""


@dataclass(slots=True)
class Node:
    """A point in the making."""

    text: str
    location: Location
    depth: int = 0
    marker: str = ""
    indent: float = 0.0
    points: list[Node] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def point(self) -> Point:
        """The finished point."""
        return Point(
            self.text,
            self.location,
            points=tuple(node.point() for node in self.points),
            notes=tuple(self.notes),
        )


def node(block: Block, depth: int = 0) -> Node:
    """A point's beginning, from one block."""
    return Node(block.text, block.location, depth, block.marker, block.indent, notes=list(block.notes))


def points(blocks: Sequence[Block]) -> tuple[Point, ...]:
    """Read a list answer: what stands under an item by level, or after a colon, is nested."""
    return tuple(each.point() for each in tree(blocks))


def tree(blocks: Sequence[Block]) -> list[Node]:
    """Nest blocks: items by their level, and any list under the paragraph that announces it."""
    top: list[Node] = []
    owner: Node | None = None
    stack: list[Node] = []
    for block in rejoined(blocks):
        if not block.text:
            continue
        if block.kind is BlockKind.ITEM:
            fresh = node(block, max(1, block.level))
            while stack and not _above(stack[-1], fresh):
                stack.pop()
            below = stack[-1].points if stack else owner.points if owner else top
            below.append(fresh)
            stack.append(fresh)
            continue
        fresh = node(block)
        if owner is not None and _ORDINAL.match(block.text) and (not owner.points or _counted(owner)):
            # A marked "Finally, …" after such paragraphs is a sibling, not a list below the last one.
            owner.points.append(fresh)
            stack = []
            continue
        top.append(fresh)
        owner = fresh if block.text.endswith(":") else None
        stack = []
    return top


def _above(upper: Node, lower: Node) -> bool:
    """Whether an item stands deeper: by its level, set in further, or a bullet below a number."""
    if upper.depth != lower.depth:
        return upper.depth < lower.depth
    if is_bullet(lower.marker) and upper.marker and not is_bullet(upper.marker):
        return lower.indent >= upper.indent
    return lower.indent >= upper.indent + SET_IN


def _counted(owner: Node) -> bool:
    return _ORDINAL.match(owner.points[0].text) is not None


def rejoined(blocks: Sequence[Block]) -> list[Block]:
    """Join what only a soft line break parted: pieces of one block, the second without a marker."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.location.block == block.location.block
            and last.location.source == block.location.source
            and block.kind is not BlockKind.ITEM
            and last.text
            and not block.marker
        ):
            joined[-1] = replace(
                last,
                text=f"{last.text} {block.text}",
                notes=last.notes + block.notes,
                breaks=(
                    *last.breaks,
                    (len(last.text) + 1, block.location),
                    *((offset + len(last.text) + 1, place) for offset, place in block.breaks),
                ),
            )
        else:
            joined.append(block)
    return joined
