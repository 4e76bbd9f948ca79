"""Themes and countries of a summary's points, from the words of their supports as they stand.

Tags are set last: in the public edition they are those of the words that remain, so that no tag tells
what was withheld.
"""

from __future__ import annotations

from dataclasses import replace

from rapportkit.mentions.countries import countries
from rapportkit.mentions.themes import themes
from rapportkit.model.summary import Summary, SummaryPoint


def tag(summary: Summary) -> Summary:
    """Give every point the themes that its supports cite and the countries that they name."""
    return replace(
        summary,
        sections=tuple(
            replace(section, points=tuple(_tagged(point) for point in section.points))
            for section in summary.sections
        ),
    )


def _tagged(point: SummaryPoint) -> SummaryPoint:
    texts = {(each.text, each.language) for each in point.support}
    return replace(
        point,
        points=tuple(_tagged(below) for below in point.points),
        themes=tuple(sorted({theme for text, _ in texts for theme in themes(text)}, key=_in_order)),
        countries=tuple(sorted({code for text, language in texts for code in countries(text, language)})),
    )


def _in_order(theme: str) -> tuple[str, int]:
    name, _, number = theme.partition("-")
    return name, int(number)
