"""Numbered, titled stretches of prose: "1. Migrants are not inherently vulnerable. There was …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapportkit.extract.kinds.lists import points
from rapportkit.extract.kinds.sections import headings
from rapportkit.extract.prepare import cut
from rapportkit.extract.styles import is_capital
from rapportkit.model.document import Block, BlockKind
from rapportkit.model.report import Point
from rapportkit.text.markers import is_bullet, marker_class, number_of

_LONG = 300
_INLINE = re.compile(r"(?:^|(?<=[.!?:;)”\"»]\s))(\d{1,2})\.\s+(?=[A-ZÀ-Þ“\"«¿¡])")
# "Looking ahead: follow-up. There …" has a colon inside its title, "Data: There …" one behind it.
_TITLE_END = re.compile(r"[.?!:](?=\s+[A-ZÀ-Þ“\"«(¿¡])|[.?!:]$")
_TAIL = re.compile(r"\s*[.:?!–—-]?\s*")
_INLINE_MARK = "1."
_MOST_WORDS = 30
# Lists begin at 1 as well; a paper with more of them than this is no summary of conclusions.
_MOST_TRIES = 60


@dataclass(frozen=True, slots=True)
class Start:
    """Where a chapter begins: its block and offset, its number, the offset of its text, and its marker's kind."""

    block: int
    offset: int
    number: int | None
    text: int
    mark: str = ""


def starts(blocks: Sequence[Block]) -> tuple[Start, ...]:
    """Find the chapters: the longest run of lead-ins numbered 1, 2, 3 …, or else the author's headings."""
    listed = _listed(blocks)
    runs = [
        _run(found, listed)
        for found in (_marked(blocks, strong=True), _marked(blocks, strong=False), _inline(blocks))
    ]
    best = max(runs, key=len)
    headed = _headed(blocks)
    return headed if len(best) < 2 <= len(headed) or _is_inside(best, headed) else best


def _is_inside(run: Sequence[Start], headed: Sequence[Start]) -> bool:
    """Whether a run of numbers is a list under one of several headings."""
    if not run:
        return False
    first, last = run[0].block, run[-1].block
    heads = [head.block for head in headed]
    return (
        bool(heads) and heads[0] < first and last < heads[-1] and not any(first <= at <= last for at in heads)
    )


def _headed(blocks: Sequence[Block]) -> tuple[Start, ...]:
    """Chapters without numbers: headings and bold lead-ins, or else short lines above paragraphs."""
    found = [
        index
        for index, block in enumerate(blocks)
        if block.kind is BlockKind.HEADING or (block.lead >= 8 and not is_bullet(block.marker))
    ]
    heads = found if len(found) >= 2 else headings(blocks)
    return tuple(Start(index, 0, None, 0) for index in heads) if len(heads) >= 2 else ()


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
            found.append(Start(index, 0, number, 0, marker_class(block.marker)))
    return found


def _inline(blocks: Sequence[Block]) -> list[Start]:
    """Numbers inside a line whose line breaks were lost, beside those in front."""
    found = _marked(blocks, strong=False)
    for index, block in enumerate(blocks):
        if len(block.text) > _LONG:
            found += [
                Start(index, match.start(), int(match[1]), match.end(), _INLINE_MARK)
                for match in _INLINE.finditer(block.text)
            ]
    return sorted(found, key=lambda start: (start.block, start.offset))


def _listed(blocks: Sequence[Block]) -> frozenset[int]:
    """The indices of the items of numbered lists that a chapter announces with a colon."""
    inside: set[int] = set()
    begun = False
    for index, block in enumerate(blocks):
        number = number_of(block.marker) if block.marker and not is_bullet(block.marker) else None
        announced = index > 0 and blocks[index - 1].text.endswith(":") and number == 1 and begun
        if number is not None and (announced or index - 1 in inside):
            inside.add(index)
        begun = begun or number is not None
    return frozenset(inside)


def _run(found: Sequence[Start], listed: frozenset[int]) -> tuple[Start, ...]:
    """The longest run that counts up from 1, the last such where several are as long.

    `listed` are the blocks that belong to lists.
    """
    best: list[Start] = []
    found = [start for start in found if start.block not in listed or start.offset]
    ones = [first for first, start in enumerate(found) if start.number == 1]
    for first in ones[-_MOST_TRIES:]:
        run = [found[first]]
        for each in found[first + 1 :]:
            if each.number == len(run) + 1 and each.mark == run[0].mark:
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
    """Where the title ends: with the bold words, with the block, or with its first sentence or colon."""
    text = block.text
    if block.kind is BlockKind.HEADING or block.is_bold or is_capital(text):
        return len(text)
    if block.lead > 3:
        tail = _TAIL.match(text, block.lead)
        return tail.end() if tail else block.lead
    found = _TITLE_END.search(text)
    if found and len(text[: found.end()].split()) <= _MOST_WORDS:
        return found.end()
    return len(text) if len(text.split()) <= _MOST_WORDS else 0
