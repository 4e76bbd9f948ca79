"""The questions of an annotated schema as they stand in the file, sound or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapportkit.model.template import Kind
from rapportkit.templates.build import KEYWORD


@dataclass(frozen=True, slots=True)
class Question:
    """One annotated property, or the own text of one group (`is_own`).

    `way` are the property names from the top, with "*" for the index of a group. `parts` are the
    named lists of a group. `kind` is None for a section, and where the file names no known kind.
    """

    way: tuple[str, ...]
    schema: Mapping[str, Any]
    notes: Mapping[str, Any]
    parts: tuple[str, ...] = ()
    is_own: bool = False

    @property
    def kind(self) -> Kind | None:
        """The kind named in the file, None where it is none that exists."""
        named = self.notes.get("kind")
        return Kind(named) if isinstance(named, str) and named in set(Kind) else None

    @property
    def is_part(self) -> bool:
        """Whether it stands inside a group."""
        return "*" in self.way

    @property
    def is_section(self) -> bool:
        """Whether it holds questions instead of an answer."""
        return not self.is_own and "kind" not in self.notes and "properties" in self.schema

    @property
    def name(self) -> str:
        """Where it stands, for a message: “commitments_day/quotes”."""
        return f"“{'/'.join(self.way)}”"


def questions(schema: Mapping[str, Any]) -> Iterator[Question]:
    """Every annotated property, sections before what they hold, groups before their parts."""
    yield from _below(schema, ())


def notes_of(schema: Any) -> Mapping[str, Any]:
    """The annotation object of a (sub)schema, empty where there is none."""
    return as_map(as_map(schema).get(KEYWORD))


def as_map(value: Any) -> Mapping[str, Any]:
    """The value where it is an object, else an empty one: an unsound file is walked all the same."""
    return value if isinstance(value, Mapping) else {}


def as_names(value: Any) -> tuple[str, ...]:
    """The texts in a list, or one text alone."""
    if isinstance(value, str):
        return (value,)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, Sequence) else ()


def _below(schema: Mapping[str, Any], way: tuple[str, ...]) -> Iterator[Question]:
    for name, below in as_map(schema.get("properties")).items():
        if KEYWORD not in as_map(below):
            continue
        here = (*way, name)
        notes = notes_of(below)
        if notes.get("kind") == Kind.GROUPS:
            yield from _group(below, notes, here)
            continue
        yield Question(here, below, notes)
        if "kind" not in notes:
            yield from _below(below, here)


def _group(schema: Mapping[str, Any], notes: Mapping[str, Any], way: tuple[str, ...]) -> Iterator[Question]:
    items = as_map(schema.get("items"))
    own = (*way, "*")
    parts = tuple(_below(items, own))
    yield Question(way, schema, notes, tuple(part.way[-1] for part in parts))
    yield Question(own, items, notes_of(items), is_own=True)
    yield from parts
