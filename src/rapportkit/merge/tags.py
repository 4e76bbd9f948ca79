"""Themes and countries of a summary's points, from the words of their supports as they stand.

Tags are set last: in the public edition they are those of the words that remain, so that no tag tells
what was withheld.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rapportkit.mentions.tags import tags
from rapportkit.merge.forked import mapped
from rapportkit.model.summary import Inferred, Summary, SummaryPoint
from rapportkit.model.tag import Tag

_MANY = 1000
"""Texts: as many are worth a process of their own."""

Tags = Mapping[tuple[str, str], tuple[Tag, ...]]
"""The tags of each text in its language."""


def tags_of(summary: Summary) -> Tags:
    """The tags of all that the supports of a summary say, worked out once for everybody who asks."""
    said = list(dict.fromkeys((each.text, each.language) for each in summary.supports()))
    return dict(zip(said, mapped(lambda each: tags(*each), said, _MANY), strict=True))


def tag(summary: Summary, known: Tags) -> Summary:
    """Give every point the themes that its supports cite, the countries that they name, and what they tell beside."""
    return replace(
        summary,
        sections=tuple(
            replace(section, points=tuple(_tagged(point, known) for point in section.points))
            for section in summary.sections
        ),
    )


def _tagged(point: SummaryPoint, known: Tags) -> SummaryPoint:
    texts = sorted({(each.text, each.language) for each in point.support})
    found = [each for text in texts for each in known[text]]
    cited = [each for each in found if each.how == "cited"]
    return replace(
        point,
        points=tuple(_tagged(below, known) for below in point.points),
        themes=tuple(sorted({each.id for each in cited if _is_theme(each)}, key=_in_order)),
        countries=tuple(sorted({each.id for each in cited if each.kind == "country"})),
        inferred=_inferred(found, {each.id for each in cited}),
    )


def _is_theme(tag: Tag) -> bool:
    """Whether a tag is an objective or a goal; a target is told by its goal."""
    return tag.kind in {"gcm", "sdg"} and "." not in tag.id


def _inferred(found: Iterable[Tag], cited: set[str]) -> tuple[Inferred, ...]:
    """What is not cited, each once, with the first words that tell it; targets and groups are told here alone."""
    words: dict[str, str] = {}
    for each in found:
        if each.id not in cited or each.kind == "group" or "." in each.id:
            words.setdefault(each.id, each.words)
    return tuple(Inferred(tag, words[tag]) for tag in sorted(words))


def _in_order(theme: str) -> tuple[str, int]:
    name, _, number = theme.partition("-")
    return name, int(number)
