"""Fields that no label announces: they begin where the text above all labels, or the answer before, ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from rapportkit.extract.kinds.chapters import before, starts
from rapportkit.extract.kinds.sections import first_heading
from rapportkit.extract.met import Answers
from rapportkit.extract.prepare import cut
from rapportkit.model.document import Block, BlockKind
from rapportkit.model.template import Kind, Template

_SENTENCE = 50
_PARAGRAPH = 90


def begin_first(
    template: Template, answers: Answers, head: list[Block], is_title: Callable[[str], bool]
) -> list[Block]:
    """Give the form's first answer what stands above all labels, where the template says so.

    It begins at the first prose below the form's title. Gives back what stands above it.
    """
    first = next((field for field in template.fields if field.options.get("first")), None)
    if first is None:
        return head
    titled = max(
        (index + 1 for index, block in enumerate(head) if not _is_prose(block) and is_title(block.text)),
        default=0,
    )
    body = next((index for index in range(titled, len(head)) if _is_prose(head[index])), len(head))
    own = answers.at(first.pointer)
    own.blocks = head[body:] + own.blocks
    return head[:body]


def _is_prose(block: Block) -> bool:
    """Whether a block reads as running text and not as a line of the title."""
    if block.kind is BlockKind.HEADING:
        return False
    sentence = len(block.text) > _SENTENCE and block.text.endswith((".", ":", "!", "?"))
    return len(block.text) > _PARAGRAPH or sentence


def begin_chapters(template: Template, answers: Answers) -> None:
    """Where chapters have no label of their own, they begin inside the answer before them."""
    fields = template.leaves()
    for above, field in pairwise(fields):
        if field.kind is not Kind.CHAPTERS:
            continue
        own, upper = answers.get(field.pointer), answers.get(above.pointer)
        if upper is None or (own is not None and starts(own.blocks)):
            continue
        begun = starts(upper.blocks)
        if len(begun) >= 2:
            first = begun[0]
            moved = _after(upper.blocks, first.block, first.offset)
            upper.blocks = before(upper.blocks, first)
            met = answers.at(field.pointer)
            met.blocks = moved + met.blocks


def _after(blocks: Sequence[Block], index: int, offset: int) -> list[Block]:
    first, rest = blocks[index], list(blocks[index + 1 :])
    return [cut(first, offset, len(first.text)) if offset else first, *rest]


def begin_sections(template: Template, answers: Answers) -> None:
    """Sections begin at the first heading inside the answer before them."""
    fields = template.leaves()
    for above, field in pairwise(fields):
        upper = answers.get(above.pointer)
        if field.kind is Kind.SECTIONS and upper is not None:
            head = first_heading(upper.blocks)
            answers.at(field.pointer).blocks = upper.blocks[head:]
            upper.blocks = upper.blocks[:head]
