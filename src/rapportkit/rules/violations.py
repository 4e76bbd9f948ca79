"""What a template's JSON Schema says against a report: the one place that knows jsonschema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from rapportkit.model.template import Template

if TYPE_CHECKING:
    from jsonschema import ValidationError


class Violation(NamedTuple):
    """A JSON Schema keyword that a value does not meet.

    `asked` is what the keyword asks for and `schema` the (sub)schema it stands in; `name` is the
    property that is missing or too much, for the keywords that are about one.
    """

    keyword: str
    pointer: str
    value: Any
    asked: Any
    schema: Mapping[str, Any]
    name: str = ""


def violations(fields: Mapping[str, Any], template: Template) -> tuple[Violation, ...]:
    """Hold bare fields against the template's schema, in the order of the fields."""
    from jsonschema import Draft202012Validator

    errors = Draft202012Validator(dict(template.schema)).iter_errors(fields)
    told = {
        (each.pointer, each.keyword, each.name): each for error in errors for each in _told(_likeliest(error))
    }
    return tuple(told.values())


def _likeliest(error: ValidationError) -> ValidationError:
    """Of the ways in which alternatives (`anyOf` and the like) fail, that with the fewest faults.

    Each alternative is a branch of the schema; among equals, the template's order decides.
    """
    while error.context:
        branches: dict[object, list[ValidationError]] = {}
        for fault in error.context:
            branches.setdefault(fault.relative_schema_path[0], []).append(fault)
        error = min(branches.values(), key=len)[0]
    return error


def _told(error: ValidationError) -> Iterator[Violation]:
    pointer = "".join(f"/{_escaped(str(step))}" for step in error.absolute_path)
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    told = Violation(str(error.validator), pointer, error.instance, error.validator_value, schema)
    yield from (told._replace(name=name) for name in _names(told)) if _names(told) else (told,)


def _names(told: Violation) -> list[str]:
    """The properties that `required` misses or `additionalProperties` does not allow."""
    if not isinstance(told.value, Mapping):
        return []
    if told.keyword == "required":
        return [name for name in told.asked if name not in told.value]
    if told.keyword == "additionalProperties":
        return [name for name in told.value if name not in told.schema.get("properties", {})]
    return []


def _escaped(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")
