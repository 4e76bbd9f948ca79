"""The recipe: candidates are chosen, arranged and numbered, and what is left over is accounted for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapportkit.merge.outline.budget import chosen, words
from rapportkit.merge.outline.candidates import Candidate, gather
from rapportkit.merge.outline.groups import Setting, addressed, arrange, leading
from rapportkit.model.outline import Chapter, Group, Outline, Part, Told, Why
from rapportkit.model.summary import Summary

BUDGET = 3300
"""Words: what a document for a plenary may hold in the practice of the United Nations."""


def outline(summary: Summary, *, language: str = "en", max_words: int = BUDGET) -> Outline:
    """Lay out the body of a paper; `max_words` bounds the words of the points it tells, 0 for no bound.

    `language` orders names of countries. What the body does not tell stands in `Outline.unused` with the reason.
    """
    gathered = gather(summary)
    taken = chosen(gathered.candidates, leading(gathered.candidates), max_words)
    setting = Setting(
        {entry.key: entry.session for entry in summary.reports},
        {entry.key: index for index, entry in enumerate(summary.reports)},
        language,
    )
    chapters = tuple(_numbered(_chapters(taken, gathered.candidates, setting)))
    asked = tuple(addressed(gathered.candidates))
    laid = Outline(_crossed(chapters, summary), gathered.unused, _words(chapters), asked)
    return _accounted(laid, summary)


def _chapters(
    taken: Sequence[Candidate], candidates: Sequence[Candidate], setting: Setting
) -> Iterator[Chapter]:
    """Every part that has anything, even where there was room for none of it."""
    for part in Part:
        several = [each for each in taken if each.part is part]
        left = sum(each.part is part for each in candidates) - len(several)
        if several or left:
            yield Chapter(part, arrange(part, several, setting) if several else (), left)


def _numbered(chapters: Iterator[Chapter]) -> Iterator[Chapter]:
    number = 0
    for chapter in chapters:
        groups = []
        for group in chapter.groups:
            told = tuple(replace(each, number=number + at) for at, each in enumerate(group.told, 1))
            number += len(told)
            groups.append(replace(group, told=told))
        yield replace(chapter, groups=tuple(groups))


def _words(chapters: Sequence[Chapter]) -> int:
    return sum(
        words(told.point) + (len(told.title.text.split()) if told.title else 0)
        for chapter in chapters
        for told in chapter.told()
    )


def _crossed(chapters: Sequence[Chapter], summary: Summary) -> tuple[Chapter, ...]:
    """Tell each theme of the convergences which paragraphs elsewhere are about it, too."""
    members = {theme.id: frozenset(theme.members) for theme in summary.themes}
    elsewhere = [
        told for chapter in chapters if chapter.part is not Part.CONVERGENCE for told in chapter.told()
    ]
    found: dict[str, list[int]] = {}
    themes = {reference: theme for theme, several in members.items() for reference in several}
    for told in elsewhere:
        for theme in sorted({themes[each] for each in _references(told) if each in themes}):
            found.setdefault(theme, []).append(told.number)

    def crossed(group: Group) -> Group:
        return replace(group, also=tuple(found.get(group.id, ())))

    return tuple(
        replace(chapter, groups=tuple(crossed(group) for group in chapter.groups))
        if chapter.part is Part.CONVERGENCE
        else chapter
        for chapter in chapters
    )


def _references(told: Told) -> Iterator[str]:
    for support in told.point.support:
        yield support.reference


def _accounted(laid: Outline, summary: Summary) -> Outline:
    """Every support is told, or it is said why not."""
    for support in summary.supports():
        if support.reference not in laid.numbers:
            laid.unused.setdefault(support.reference, Why.BUDGET)
    return laid
