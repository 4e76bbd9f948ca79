"""What a template's schema wants in the head of a report. Only what a form has can be missing from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rapportkit.model.template import Field, Kind
from rapportkit.rules.reading import Reading


def gaps(reading: Reading, kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield (pointer, name) for each value that header fields of a kind should have and have not.

    The name is "" where the field as a whole is missing and its schema wants no value in particular.
    """
    for field in reading.template.header:
        if field.kind is kind:
            yield from _persons(reading, field) if kind is Kind.PERSONS else _values(reading, field)


def _values(reading: Reading, field: Field) -> Iterator[tuple[str, str]]:
    values = reading.values(field)
    if not values and not field.required:
        return
    wanted = _wanted(reading, field)
    if not values and not wanted:
        yield field.pointer, ""
    yield from _missing(field.pointer, wanted, values)


def _persons(reading: Reading, field: Field) -> Iterator[tuple[str, str]]:
    """A form without any person lacks a name; one with persons may lack a value of some of them."""
    values = reading.values(field)
    wanted = _wanted(reading, field)
    if not values:
        yield from [(field.pointer, "name")] if field.required else []
    for person in reading.persons(field):
        yield from _missing(person, wanted, values)


def _missing(pointer: str, wanted: tuple[str, ...], values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from ((f"{pointer}/{name}", name) for name in wanted if f"{pointer}/{name}" not in values)


def _wanted(reading: Reading, field: Field) -> tuple[str, ...]:
    """The values that the schema of a header field requires; of each item where it is a list."""
    properties: Any = reading.template.schema.get("properties", {})
    schema = properties.get(field.name, {})
    if field.kind is Kind.PERSONS:
        schema = schema.get("items", {})
    return tuple(schema.get("required", ()))
