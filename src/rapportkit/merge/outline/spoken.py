"""What may be said of a paper in so many minutes: from each part in turn its first points, a sentence of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from rapportkit.model.outline import PACE, Chapter, Outline, Part, Told
from rapportkit.text.excerpts import first_sentence

_SPOKEN = (
    *(Part.KEY_MESSAGES, Part.CONVERGENCE, Part.DIFFERENCE),
    *(Part.RECOMMENDATIONS, Part.CHALLENGES, Part.PRACTICES),
)
_FEWEST = 5
"""A sentence of fewer words says nothing without the next."""
_LONGEST = 45
"""No sentence of more words is spoken well."""
_RAISED = 7
"""Words of “raised in 3 of 6 sessions”, in the language that needs most."""


def spoken(whole: Outline, minutes: int) -> Outline:
    """Reduce an outline to what fits so many minutes, the parts and their order kept.

    Of convergences, the sentence that stands for each theme; of other parts, every paragraph in turn.
    """
    left = minutes * PACE
    taken: set[int] = set()
    chapters = [each for each in whole.chapters if each.part in _SPOKEN]
    for told, title in _in_turn([[*_offered(chapter)] for chapter in chapters]):
        sentence = first_sentence(told.point.text)
        length = len(sentence.split())
        needed = length + (len(title.split()) + _RAISED if title else 0)
        needed += _RAISED if told.point.sessions > 1 else 0
        if length <= _LONGEST and needed <= left and _stands_alone(told, sentence, chapters):
            left -= needed
            taken.add(told.number)
    kept = [_reduced(chapter, taken) for chapter in chapters]
    return Outline(tuple(each for each in kept if each.groups), {}, minutes * PACE - left)


def _stands_alone(told: Told, sentence: str, chapters: Sequence[Chapter]) -> bool:
    """Whether a sentence may be said without what follows it: never a question, and never one side of two."""
    if sentence == told.point.text.strip():
        return True
    differs = any(
        each is told for chapter in chapters if chapter.part is Part.DIFFERENCE for each in chapter.told()
    )
    return not differs and len(sentence.split()) >= _FEWEST and not sentence.endswith("?")


def _offered(chapter: Chapter) -> Iterator[tuple[Told, str]]:
    """What may be said, each with the name of its theme where that is said, too."""
    for group in chapter.groups:
        title = group.title if chapter.part is Part.CONVERGENCE else ""
        for told in group.told[:1] if chapter.part is Part.CONVERGENCE else group.told:
            yield told, title


def _in_turn(lists: Sequence[Sequence[tuple[Told, str]]]) -> Iterator[tuple[Told, str]]:
    for several in zip_longest(*lists):
        yield from (each for each in several if each is not None)


def _reduced(chapter: Chapter, taken: set[int]) -> Chapter:
    groups = (
        replace(group, told=tuple(each for each in group.told if each.number in taken))
        for group in chapter.groups
    )
    return Chapter(chapter.part, tuple(group for group in groups if group.told))
