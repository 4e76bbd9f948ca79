"""Stretches of prose under the author's own headings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rapportkit.extract.kinds.lists import points
from rapportkit.model.document import Block, BlockKind
from rapportkit.model.report import Point

_MOST_WORDS = 14
_MOST_PLAIN_WORDS = 15


def is_headed(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is a heading of the author's: set as one, bold, or in capitals, and short."""
    block = blocks[index]
    text = block.text
    if block.kind is BlockKind.HEADING:
        return bool(text)
    if block.kind is BlockKind.ITEM and not (block.is_bold or _is_capital(text)):
        return False
    if (
        not text
        or len(text.split()) > _MOST_WORDS
        or text.endswith((".", ",", ";", "!"))
        or block.columns > 1
    ):
        return False
    if index + 1 >= len(blocks):
        return False
    return block.is_bold or _is_capital(text)


def _is_capital(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 2 and all(sign.isupper() for sign in letters)


def headings(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The indices of the headings: those that are set apart, or else short lines above a paragraph."""
    strong = tuple(index for index in range(len(blocks)) if is_headed(blocks, index))
    return strong or tuple(index for index in range(len(blocks) - 1) if _is_short_line(blocks, index))


def _is_short_line(blocks: Sequence[Block], index: int) -> bool:
    """Plain text sets a heading apart by nothing but an empty line; on a page it has a line of its own."""
    block, after = blocks[index], blocks[index + 1]
    before = blocks[index - 1] if index else None
    return (
        block.kind is BlockKind.PARAGRAPH
        and (block.blank_before or block.location.line is None or block.location.page is not None)
        and not block.columns
        and 0 < len(block.text.split()) <= _MOST_PLAIN_WORDS
        and block.text[:1].isupper()
        and block.text[-1:].isalnum()
        and len(after.text) > 2 * len(block.text)
        and (before is None or before.kind is BlockKind.ITEM or before.text[-1:] in '.!?”"»:;’')
    )


def first_heading(blocks: Sequence[Block]) -> int:
    """The index of the first heading; the number of blocks where there is none."""
    return next(iter(headings(blocks)), len(blocks))


def _ends_with_heading(blocks: Sequence[Block], heads: Sequence[int]) -> bool:
    """Whether the last block is a heading with nothing below it: short, and set just like the one before it."""
    last = len(blocks) - 1
    if not heads or heads[-1] == last:
        return False
    block, head = blocks[last], blocks[heads[-1]]
    alike = _looks(block) == _looks(head) and (block.blank_before or not head.blank_before)
    # A heading is known by what it stands above, too; here that is the form's next label.
    return alike and is_headed((*blocks, block), last)


def _looks(block: Block) -> tuple[BlockKind, bool, bool, bool]:
    return block.kind, block.is_bold, _is_capital(block.text), bool(block.marker)


def sections(blocks: Sequence[Block], *, closed: bool = False) -> tuple[Point, ...]:
    """Cut at the headings; each section is a point titled by its heading.

    Where they are `closed` by a label of the form, the last block may be a heading that was left empty.
    """
    heads = headings(blocks)
    if closed and _ends_with_heading(blocks, heads):
        heads = (*heads, len(blocks) - 1)
    return tuple(
        Point(
            blocks[head].text.rstrip(":"),
            blocks[head].location,
            points=points(blocks[head + 1 : after]),
            notes=blocks[head].notes,
        )
        for head, after in pairwise([*heads, len(blocks)])
    )
