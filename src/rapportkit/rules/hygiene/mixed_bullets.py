"""The items of one list begin with different bullets or numbers.

Why it matters: different signs look like different levels, and whoever types the list again has to guess
whether you meant it.

Example: "• Cities", "– Regions" and "3. States" one below the other, at the same depth.

How to mend: mark the list and set it with one kind of bullet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapportkit.model.document import Block, BlockKind
from rapportkit.model.finding import Finding, Severity
from rapportkit.model.report import Point
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.markers import marker_class, split_marker

_FEWEST = 3
_STEP = 6.0
"""Points: left edges that differ by less are one edge."""

Item = tuple[str, Point, Block]


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield one finding for each question with a mixed list, at the first item that is set otherwise."""
    if reading.document is None:
        return
    blocks = reading.document.blocks
    for pointer, _, points in reading.asked:
        for items in _lists(pointer, points, blocks):
            if odd := _odd(items):
                (here, point, block), usual = odd
                yield rule.finding(
                    reading,
                    "mixed",
                    here,
                    location=point.location if point.location.place else None,
                    label=reading.label(pointer),
                    usual=_shown(usual),
                    odd=_shown(block),
                )
                break


def _lists(pointer: str, points: Sequence[Point], blocks: Sequence[Block]) -> Iterator[list[Item]]:
    """The items of a list that have a bullet or number, and those of each list below it."""
    items: list[Item] = []
    seen: set[int] = set()
    for index, point in enumerate(points):
        at = point.location.block
        item = _item(blocks[at], point) if at < len(blocks) and at not in seen else None
        # What was parted from the line above it bears the sign of the reader, not of the author.
        if item and not (at and _is_one_line(blocks[at - 1], item)):
            seen.add(at)
            items.append((f"{pointer}/{index}", point, item))
    yield items
    for index, point in enumerate(points):
        yield from _lists(f"{pointer}/{index}/points", point.points, blocks)


def _item(block: Block, point: Point) -> Block | None:
    """The list item that a point begins, with its marker; None where it begins none.

    In Word, a marker may have been typed by hand: then it stands in the text of a plain paragraph.
    """
    begin = point.text[:12].strip()
    if block.kind is BlockKind.ITEM:
        return block if block.marker and begin in block.text[:60] else None
    typed = split_marker(block.text)
    return replace(block, marker=typed.marker) if typed and begin and typed.text.startswith(begin) else None


def _is_one_line(above: Block, block: Block) -> bool:
    """Whether two blocks stand in one line of a text file."""
    here = block.location
    return here.line is not None and here.page is None and above.location.line == here.line


def _odd(items: Sequence[Item]) -> tuple[Item, Block] | None:
    """The first item set otherwise than the first one that stands as deep, and that one; None in an even list."""
    first: dict[tuple[int, int], Block] = {}
    for item in items if len(items) >= _FEWEST else ():
        block = item[2]
        usual = first.setdefault(_depth(block), block)
        if _class(usual) != _class(block):
            return item, usual
    return None


def _depth(block: Block) -> tuple[int, int]:
    """How deep an item stands: by its level, and by its left edge where that differs all the same."""
    return block.level, round(block.indent / _STEP)


def _class(block: Block) -> str:
    """What kind of marker it is; a single letter may be a Roman numeral, too."""
    return marker_class(block.marker).replace("i", "a").replace("I", "A")


def _shown(block: Block) -> str:
    """The marker as the page shows it; signs of symbol fonts cannot be shown elsewhere."""
    return "".join("•" if "\ue000" <= sign <= "\uf8ff" else sign for sign in block.marker)


RULE = Rule(
    "H005",
    "mixed-bullets",
    Severity.INFO,
    __doc__,
    check,
    {
        "mixed": Said(
            "{label} mixes “{usual}” and “{odd}” in one list", "Set the whole list with one kind of bullet."
        )
    },
)
