"""What a JSON Schema points to: references that lead out, nowhere or in circles, and broken patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from rapportkit.templates.wording import place, shortened

_ONE = (
    "additionalProperties",
    "contains",
    "items",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
)
_LISTED = ("prefixItems",)
_NAMED = ("$defs", "definitions", "patternProperties", "properties")
_ONE_HERE = ("else", "if", "not", "then")
_LISTED_HERE = ("allOf", "anyOf", "oneOf")
_NAMED_HERE = ("dependentSchemas",)
"""Where schemas stand inside a schema. Those “here” speak of the same value as what holds them."""

_REFERENCES = ("$ref", "$dynamicRef")

Steps = tuple[str | int, ...]


def faults(schema: Mapping[str, Any]) -> Iterator[str]:
    """Everything that a validator would stumble over, in sentences; `schema` satisfies its draft."""
    subschemas = list(_subschemas(schema, ()))
    for target in dict.fromkeys(target for _, each in subschemas for target in _targets(each)):
        if not target.startswith("#"):
            yield f"“$ref”: “{target}” points outside this file; copy what it names into “$defs”."
        elif _resolved(schema, target) is None:
            yield f"“$ref”: “{target}” points to nothing in this file."
        elif _leads_back(schema, target):
            yield f"“$ref”: “{target}” leads in a circle to itself and never says what stands there."
    for steps, each in subschemas:
        yield from _patterns(steps, each)


def _subschemas(schema: Any, steps: Steps) -> Iterator[tuple[Steps, Mapping[str, Any]]]:
    """A schema and all inside it, each with the way to it."""
    if not isinstance(schema, Mapping):
        return
    yield steps, schema
    ways = (_ONE + _ONE_HERE, _LISTED + _LISTED_HERE, _NAMED + _NAMED_HERE)
    for way, below in _below(schema, *ways):
        yield from _subschemas(below, (*steps, *way))


def _below(
    schema: Mapping[str, Any], one: tuple[str, ...], listed: tuple[str, ...], named: tuple[str, ...]
) -> Iterator[tuple[Steps, Any]]:
    for word in one:
        if word in schema:
            yield (word,), schema[word]
    for word in listed:
        if isinstance(schema.get(word), list):
            yield from (((word, index), each) for index, each in enumerate(schema[word]))
    for word in named:
        if isinstance(schema.get(word), Mapping):
            yield from (((word, name), each) for name, each in schema[word].items())


def _targets(schema: Mapping[str, Any]) -> Iterator[str]:
    return (schema[word] for word in _REFERENCES if isinstance(schema.get(word), str))


def _resolved(schema: Mapping[str, Any], target: str) -> Any:
    """What a reference into this file names; None for nothing."""
    here: Any = schema
    for step in unquote(target[1:]).strip("/").split("/") if target != "#" else ():
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(here, list) and name.isdecimal() and int(name) < len(here):
            here = here[int(name)]
        elif isinstance(here, Mapping) and name in here:
            here = here[name]
        else:
            return None
    return here


def _leads_back(schema: Mapping[str, Any], target: str) -> bool:
    """Whether following a reference comes back to it before any step into the value is taken."""
    ahead, seen = [target], set[str]()
    while ahead:
        here = ahead.pop()
        for met in _here(_resolved(schema, here)):
            if met == target:
                return True
            if met not in seen:
                seen.add(met)
                ahead.append(met)
    return False


def _here(schema: Any) -> Iterator[str]:
    """The references that speak of the same value as the schema itself."""
    if not isinstance(schema, Mapping):
        return
    yield from (target for target in _targets(schema) if target.startswith("#"))
    for _, below in _below(schema, _ONE_HERE, _LISTED_HERE, _NAMED_HERE):
        yield from _here(below)


def _patterns(steps: Steps, schema: Mapping[str, Any]) -> Iterator[str]:
    patterns = schema.get("patternProperties")
    named = [("patternProperties", each) for each in patterns] if isinstance(patterns, Mapping) else []
    for word, pattern in [("pattern", schema.get("pattern")), *named]:
        if isinstance(pattern, str) and not _is_sound(pattern):
            yield f"{place((*steps, word))}: “{shortened(pattern)}” is no sound regular expression."


def _is_sound(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return True
