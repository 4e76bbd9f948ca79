"""The countries of a summary by their names."""

from __future__ import annotations

from rapportkit.mentions.countries import country_name
from rapportkit.model.summary import Summary


def named_countries(summary: Summary, language: str) -> tuple[tuple[str, str], ...]:
    """Code and name of every country that a point names, or tells by a city, in the order of the codes."""
    codes: set[str] = set()
    for point in summary.points():
        codes.update(point.countries, (each.id for each in point.inferred if each.id.isupper()))
    return tuple((code, country_name(code, language)) for code in sorted(codes))
