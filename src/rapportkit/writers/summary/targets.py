"""The names by which places of the paper find each other, for Word and Markdown alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapportkit.writers.summary.nodes import Heading, Item, Node, Paragraph, Run, Table

_LONGEST = 40
_TAKEN_AS_IT_IS = re.compile(rf"[A-Za-z][A-Za-z0-9_]{{0,{_LONGEST - 1}}}", re.ASCII)
_STRANGE = re.compile(r"[^A-Za-z0-9_]+", re.ASCII)


def targets(nodes: Iterable[Node]) -> dict[str, str]:
    """Each anchor that the paper holds to the name of its bookmark, unlike every other even to Word.

    Word takes forty letters, figures and underscores behind a letter, and holds capitals for small letters. An
    anchor that is not among the keys is nowhere in the paper: what leads to it is no link.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for run in _runs(nodes):
        if run.anchor and run.anchor not in names:
            names[run.anchor] = name = _unlike(taken, run.anchor)
            taken.add(name.casefold())
    return names


def _runs(nodes: Iterable[Node]) -> Iterator[Run]:
    for node in nodes:
        match node:
            case Heading() | Paragraph() | Item():
                yield from node.runs
            case Table():
                for row in node.rows:
                    for cell in row.cells:
                        yield from cell
            case _:  # a picture leads nowhere
                pass


def _unlike(taken: set[str], anchor: str) -> str:
    """The anchor as a name that is not taken yet.

    >>> _unlike({"r1_p2"}, "R1/p2")
    'R1_p2_2'
    """
    name = anchor if _TAKEN_AS_IT_IS.fullmatch(anchor) else _made(anchor)
    stem, count = name, 1
    while name.casefold() in taken:
        count += 1
        name = f"{stem[: _LONGEST - len(str(count)) - 1]}_{count}"
    return name


def _made(anchor: str) -> str:
    name = _STRANGE.sub("_", anchor)
    return (name if name[:1].isalpha() else f"to_{name}")[:_LONGEST]
