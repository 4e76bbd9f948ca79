"""Numbered, titled stretches of prose: "1. Migrants are not inherently vulnerable. There was …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapportkit.extract.kinds.lists import points
from rapportkit.extract.prepare import cut
from rapportkit.model.document import Block, BlockKind
from rapportkit.model.report import Point
from rapportkit.text.markers import is_bullet, number_of

_LONG = 300
_INLINE = re.compile(r"(?:^|(?<=[.!?:;)”\"»]\s))(\d{1,2})\.\s+(?=[A-ZÀ-Þ“\"«¿¡])")
_TITLE_END = re.compile(r"[.?!](?=\s+[A-ZÀ-Þ“\"«(¿¡])|:(?=\s+\S)|[.?!:]$")
_MOST_WORDS = 30
# Lists begin at 1 as well; a paper with more of them than this is no summary of conclusions.
_MOST_TRIES = 60


@dataclass(frozen=True, slots=True)
class Start:
    """Where a chapter begins: its block, the offset of its first word, and its number."""

    block: int
    offset: int
    number: int | None
    text: int


def starts(blocks: Sequence[Block]) -> tuple[Start, ...]:
    """Find the chapters: the longest run of lead-ins numbered 1, 2, 3 …, or else bold headings."""
    runs = [
        _run(found)
        for found in (_marked(blocks, strong=True), _marked(blocks, strong=False), _inline(blocks))
    ]
    best = max(runs, key=len)
    if len(best) >= 2 or (best and runs[0] == best):
        return best
    headed = tuple(
        Start(index, 0, None, 0)
        for index, block in enumerate(blocks)
        if block.kind is BlockKind.HEADING or (block.lead >= 8 and not is_bullet(block.marker))
    )
    return headed if len(headed) >= 2 else best


def _marked(blocks: Sequence[Block], *, strong: bool) -> list[Start]:
    """Blocks numbered in front; the strong ones are bold or headings as well."""
    found: list[Start] = []
    for index, block in enumerate(blocks):
        number = number_of(block.marker) if block.marker and not is_bullet(block.marker) else None
        if (
            number is None
            or not re.fullmatch(r"\D{0,2}\d{1,2}\D?", block.marker)
            or (block.level > 1 and block.kind is BlockKind.ITEM)
        ):
            continue
        if not strong or block.lead or block.kind is BlockKind.HEADING:
            found.append(Start(index, 0, number, 0))
    return found


def _inline(blocks: Sequence[Block]) -> list[Start]:
    """Numbers inside a line whose line breaks were lost, beside those in front."""
    found = _marked(blocks, strong=False)
    for index, block in enumerate(blocks):
        if len(block.text) > _LONG:
            found += [
                Start(index, match.start(), int(match[1]), match.end())
                for match in _INLINE.finditer(block.text)
            ]
    return sorted(found, key=lambda start: (start.block, start.offset))


def _run(found: Sequence[Start]) -> tuple[Start, ...]:
    """The longest run that counts up from 1, the last such where several are as long."""
    best: list[Start] = []
    ones = [first for first, start in enumerate(found) if start.number == 1]
    for first in ones[-_MOST_TRIES:]:
        run = [found[first]]
        for each in found[first + 1 :]:
            if each.number == len(run) + 1:
                run.append(each)
        if len(run) >= len(best):
            best = run
    return tuple(best)


def chapters(blocks: Sequence[Block], begun: Sequence[Start]) -> tuple[Point, ...]:
    """Cut the blocks at the starts and take each chapter's title off its text."""
    made: list[Point] = []
    for start, after in zip(begun, (*begun[1:], None), strict=True):
        body = _between(blocks, start, after)
        if body:
            made.append(_chapter(body, start))
    return tuple(made)


def before(blocks: Sequence[Block], start: Start) -> list[Block]:
    """What stands before the first chapter."""
    head = list(blocks[: start.block])
    if start.offset:
        head.append(cut(blocks[start.block], 0, start.offset))
    return head


def _between(blocks: Sequence[Block], start: Start, after: Start | None) -> list[Block]:
    last = after.block if after else len(blocks) - 1
    body: list[Block] = []
    for index in range(start.block, last + 1):
        block = blocks[index]
        left = start.text if index == start.block else 0
        right = after.offset if after and index == after.block else len(block.text)
        if right > left:
            body.append(cut(block, left, right))
    return body


def _chapter(body: list[Block], start: Start) -> Point:
    first = body[0]
    end = _title_end(first)
    title = first.text[:end].strip()
    title = title if title.endswith(("?", "!")) else title.rstrip(" .:;–—-")
    rest = cut(first, end, len(first.text)) if end < len(first.text) else None
    following = ([rest] if rest and rest.text else []) + body[1:]
    return Point(
        title,
        first.location,
        points=points(following),
        number=start.number,
        notes=() if rest else first.notes,
    )


def _title_end(block: Block) -> int:
    """Where the title ends: with the bold words, with the block, or with its first sentence."""
    if block.kind is BlockKind.HEADING or block.is_bold:
        return len(block.text)
    if block.lead > 3:
        tail = re.compile(r"\s*[.:?!–—-]?\s*").match(block.text, block.lead)
        return tail.end() if tail else block.lead
    found = _TITLE_END.search(block.text)
    if not found or len(block.text[: found.end()].split()) > _MOST_WORDS:
        return len(block.text) if len(block.text.split()) <= _MOST_WORDS else 0
    return found.end()
