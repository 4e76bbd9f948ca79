"""Numbered groups: a point of its own, with named lists below it."""

from __future__ import annotations

from dataclasses import replace

from rapportkit.model.report import Point

Lists = tuple[tuple[str, tuple[Point, ...]], ...]


def group(said: tuple[Point, ...], lists: Lists) -> Point | None:
    """One group: its own paragraphs make one point, its lists are the parts; None for an empty group."""
    if not said:
        place = next((points[0].location for _, points in lists if points), None)
        return Point("", place, parts=lists) if place else None
    first, *more = said
    if any(point.points for point in more):
        return replace(first, points=(*first.points, *more), parts=lists)
    text = "\n".join(point.text for point in said)
    notes = tuple(note for point in said for note in point.notes)
    return replace(first, text=text, parts=lists, notes=notes)
