"""A point is only a heading: nothing is said in it, and nothing stands below it.

Why it matters: it is counted and printed as if somebody had made it; what it was to announce was lost, or
stands in points of their own that no longer say what they are about.

Example: "Access to services:" as the last point of a list; "Challenges" as the only answer; a line in
capitals. A heading with points after it, at the same depth, is told for information: it may be your own.

How to mend: write below it what was said, or put both into one point: "Access to services: …".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.report import Point
from rapportkit.model.template import Field, Kind
from rapportkit.rules.limits.concise import PROSE
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.plain import plain

# Headings that name a part of a report, and nothing that could be said in it.
_PARTS = frozenset(
    """
    introduction|background|context|summary|overview|discussion|main discussion|discussion points|main points
    |key points|challenges|opportunities|good practices|best practices|recommendations|actions|indicators|conclusion
    |conclusions|outcomes|next steps|way forward|the way forward|key messages|lessons learned|quotes|other
    |contexte|resume|apercu|debat|debats|points cles|defis|enjeux|opportunites|bonnes pratiques
    |recommandations|indicateurs|resultats|prochaines etapes|messages cles|lecons apprises|citations|autres
    |introduccion|contexto|resumen|debate|puntos clave|desafios|retos|oportunidades|buenas practicas|recomendaciones
    |acciones|indicadores|conclusiones|resultados|proximos pasos|mensajes clave|lecciones aprendidas|citas|otros
    """.replace("\n", "")
    .replace("    ", "")
    .split("|"),
)
_TITLED = frozenset({Kind.CHAPTERS, Kind.SECTIONS})
_MOST_WORDS = 10
_MOST_TITLE_WORDS = 5
_FEWEST_CAPITALS = 10
"""Letters: shorter lines in capitals may be the short name of something."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each heading that was taken for a point."""
    for pointer, field, points in reading.asked:
        if field.kind is Kind.QUOTES:
            continue
        for key, here, point in _bare(pointer, points, titled=field.kind in _TITLED):
            if reading.template.layout == PROSE and _leads_on(point, field):
                continue
            yield rule.finding(
                reading,
                key,
                here,
                severity=Severity.INFO if key == "above" else None,
                label=reading.label(here),
                quote=shortened(point.text),
            )


def _leads_on(point: Point, field: Field) -> bool:
    """Whether a paragraph of prose announces the chapter after it: "… areas of convergence emerged:"."""
    return field.kind not in _TITLED and point.text.rstrip().endswith(":")


def _bare(pointer: str, points: Sequence[Point], *, titled: bool) -> Iterator[tuple[str, str, Point]]:
    """The headings of a list, with the key of what to say of each, and of the lists below it."""
    shouted = sum(_is_shouted(point.text) for point in points) * 2 > len(points) > 1
    for index, point in enumerate(points):
        here = f"{pointer}/{index}"
        if point.points:
            yield from _bare(f"{here}/points", point.points, titled=False)
        elif point.text and not any(listed for _, listed in point.parts):
            following = points[index + 1] if index + 1 < len(points) else None
            if key := ("alone" if titled else _key(point, following, len(points), shouted=shouted)):
                yield key, here, point


def _key(point: Point, following: Point | None, among: int, *, shouted: bool) -> str:
    """What to say of a point with nothing below it; "" where it is no heading."""
    text = point.text.strip()
    if len(text.split()) > _MOST_WORDS:
        return "open" if text.endswith(":") and following is None else ""
    if text.endswith(":"):
        # What follows in the same list may be what it announces, unless that is a heading, too.
        ends = following is None or (following.text.strip().endswith(":") and not following.points)
        title = len(text.split()) <= _MOST_TITLE_WORDS and text[:1].isupper()
        return "alone" if ends else "above" if title else ""
    if _is_shouted(text) and not shouted:
        return "alone" if following is None else "above"
    return "alone" if plain(text) in _PARTS and (among == 1 or following is None) else ""


def _is_shouted(text: str) -> bool:
    """Whether a text is a line in capitals and no sentence; many scripts have none."""
    capitals = sum(map(str.isupper, text))
    return (
        capitals >= _FEWEST_CAPITALS
        and capitals == sum(map(str.isalpha, text))
        and text.rstrip()[-1] not in ".!?"
    )


RULE = Rule(
    "A006",
    "bare-heading",
    Severity.WARNING,
    __doc__,
    check,
    {
        "alone": Said(
            "{label} has a heading with nothing under it: “{quote}”",
            "Write below it what was said, or delete it.",
        ),
        "open": Said(
            "{label} ends in the middle, with a colon: “{quote}”",
            "Write what was to follow, or end the sentence.",
        ),
        "above": Said(
            "{label} counts a heading as a point: “{quote}”",
            "Put the heading and what it says into one point.",
        ),
    },
)
