"""The one objective, goal or group under which a point is filed, of all that its tags name."""

from __future__ import annotations

from collections.abc import Sequence

from rapportkit.model.tag import Tag

_CITED = 2.5
"""A number is the author's own word on it; a name of a group is a word like others."""
_OBJECTIVE, _GOAL, _GROUP = 1.0, 0.8, 0.6
_INFERRED_GROUP = 0.3
_PARTNER = 0.25
PARTNERS = frozenset(["academia", "civil-society", "media", "private-sector", "trade-unions"])
"""Who does something is seldom what a point is about."""
_VAGUE = 0.5
_CATCH_ALL = frozenset(["gcm-7", "gcm-15", "gcm-23", "sdg-10", "sdg-16", "sdg-17"])
"""Vulnerability, services, cooperation, inequality, institutions: what nearly every point touches."""
_ALIKE = (
    "diaspora=gcm-19 sdg-8=gcm-6 sdg-8.7=gcm-10 sdg-10.c=gcm-20 sdg-13=gcm-2 sdg-16.2=gcm-10 sdg-16.9=gcm-4 "
    "sdg-17.18=gcm-1 women=sdg-5"
)
_SAME = {name: filed for name, _, filed in (each.partition("=") for each in _ALIKE.split())}
"""Goals, targets and groups that are about the same as an objective of the Compact, or a goal."""


def objective(tags: Sequence[Tag]) -> str:
    """The id that a point is most about, "" where no tag tells.

    What is cited by number goes before what is inferred, what is definite before what nearly every point
    touches, an objective before a goal, a goal before a group; of equals, what is said first.

    >>> objective([Tag("gcm", "gcm-15", "inferred", (40, 48), "services"), Tag("gcm", "gcm-21", "inferred", (0, 9), "returnees")])
    'gcm-21'
    """
    targeted = {tag.id.partition(".")[0] for tag in tags if "." in tag.id}
    best = min(
        (
            (-_weight(tag), tag.span[0], number(filed(tag.id)))
            for tag in tags
            if tag.kind != "country" and tag.id not in targeted
        ),
        default=None,
    )
    return "-".join(map(str, filter(None, best[2]))) if best else ""


def number(name: str) -> tuple[str, int]:
    """Ids as people order them.

    >>> sorted(["gcm-15", "gcm-2", "children"], key=number)
    ['children', 'gcm-2', 'gcm-15']
    """
    kind, _, count = name.rpartition("-")
    return (kind, int(count)) if count.isdigit() else (name, 0)


def filed(tag: str) -> str:
    """The objective, goal or group under which a tag's id is filed.

    >>> filed("sdg-8.7"), filed("diaspora"), filed("sdg-4.3")
    ('gcm-10', 'gcm-19', 'sdg-4')
    """
    return _SAME.get(tag) or _SAME.get(whole := tag.partition(".")[0], whole)


def _weight(tag: Tag) -> float:
    if tag.kind == "group":
        if tag.id in PARTNERS:
            return _PARTNER
        return _GROUP if tag.how == "cited" else _INFERRED_GROUP
    where = filed(tag.id)
    weight = _OBJECTIVE if where.startswith("gcm") else _GOAL
    if where in _CATCH_ALL:
        weight *= _VAGUE
    return weight * (_CITED if tag.how == "cited" else 1.0)
