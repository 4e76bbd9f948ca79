"""Points to compare, made from a few words."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from rapportkit.model.grouping import Raised
from rapportkit.model.tag import Tag
from rapportkit.model.template import Role

ABOUT = (
    "Birth certificates open bank accounts and school doors",
    "Without birth certificates no bank account is opened",
    "Recruitment fees must be paid by the employer",
    "The employer must pay recruitment fees, not the worker",
    "Kenya – cash transfers reached 20,000 herders after the drought",
    "Kenya – cash transfers reached 35,000 herders after the drought",
    "Herders lost their cattle in the drought",
    "Interpreters are missing in hospitals and courts",
    "Les interprètes manquent dans les hôpitaux",
    "Alternatives to the detention of families exist",
    "Detention",
    "…",
    "",
)
ELSEWHERE = (
    "Quantum glaciers melt purple violins",
    "Purple violins outlast quantum glaciers",
    "Orchids whistle",
)
"""Nothing in these is like anything in the others."""


def point(
    text: str,
    session: int = 1,
    *,
    order: int = 1,
    language: str = "en",
    role: Role = Role.DISCUSSION,
    label: str = "Discussion",
    heading: bool = False,
    above: str = "",
) -> Raised:
    """A point of one session, called “RT 1/1” after the session and its place."""
    return Raised(
        f"RT {session}/{order}", text, language, (session,), role, label, heading=heading, above=above
    )


def raised_by(*sessions: Sequence[str]) -> list[Raised]:
    """The points of several sessions, numbered from 1."""
    return [
        point(text, number, order=order)
        for number, texts in enumerate(sessions, 1)
        for order, text in enumerate(texts, 1)
    ]


def tag(name: str, how: str = "inferred", start: int = 0) -> Tag:
    """A tag of an objective, a goal or a group."""
    kind = name.partition("-")[0] if name.startswith(("gcm-", "sdg-")) else "group"
    return Tag(kind, name, how, (start, start + 1), "")


SETS = st.lists(st.lists(st.sampled_from(ABOUT), max_size=5), max_size=4).map(lambda made: raised_by(*made))
