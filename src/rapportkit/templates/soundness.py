"""Whether a template file is sound: everything wrong with it, in sentences (`templates check`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from rapportkit.errors import TemplateError
from rapportkit.templates.annotations import written
from rapportkit.templates.build import KEYWORD, build
from rapportkit.templates.catalog import shape
from rapportkit.templates.consistency import inconsistencies
from rapportkit.templates.outline import Question, questions
from rapportkit.templates.schemas import faults
from rapportkit.templates.wording import NOTE, Complaint, complaints, sentence

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

_TOLD_OF_ANSWERS = frozenset(
    {"minItems", "maxItems", "uniqueItems", "enum", "const", "pattern", "minLength", "maxLength"}
)
"""Keywords that ask something of what an author writes: the rules L… and S… tell where an answer differs."""


def problems(schema: Mapping[str, Any], origin: str) -> tuple[str, ...]:
    """Say everything that is wrong with a template; nothing is said of a sound one.

    `origin` names the template in the sentences, which stand in the order of the checks. Those that
    begin with NOTE after the name are worth a look and stop nothing.
    """
    try:
        found = tuple(dict.fromkeys(_problems(schema)))
    except RecursionError:
        found = ("Its objects are nested too deeply to be followed.",)
    if not any(stops(each) for each in found):
        found = (*found, *_unbuildable(schema, origin))
    return tuple(each if each.startswith(f"{origin}: ") else f"{origin}: {each}" for each in found)


def stops(problem: str) -> bool:
    """Whether a template with this problem should not be used."""
    return not problem.startswith(NOTE) and f": {NOTE}" not in problem


def _problems(schema: Mapping[str, Any]) -> Iterator[str]:
    broken = [sentence(each, "JSON Schema 2020-12") for each in _against_draft(schema)]
    if broken:
        yield from broken
        return
    if not isinstance(schema.get(KEYWORD), Mapping):
        yield f"This is a JSON Schema but no reporting template: its “{KEYWORD}” object is missing."
        return
    yield from (sentence(each, "a template") for each in _against_shape(schema))
    broken = list(faults(schema))
    yield from broken
    yield from inconsistencies(schema)
    if not broken:
        yield from _refusals(schema)


def _against_draft(schema: Mapping[str, Any]) -> Iterator[Complaint]:
    yield from complaints(_draft(), schema)


def _against_shape(schema: Mapping[str, Any]) -> Iterator[Complaint]:
    yield from complaints(_shape(), schema)


@cache
def _draft() -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(Draft202012Validator.META_SCHEMA)


@cache
def _shape() -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(shape("template"))


def _refusals(schema: Mapping[str, Any]) -> Iterator[str]:
    """Fields whose schema would refuse what extraction writes for their kind."""
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator({**schema, "required": []})
    for question in questions(schema):
        if question.kind is None or question.is_part:
            continue
        answer: Any = written(question.kind, question.parts)
        for step in reversed(question.way):
            answer = {step: answer}
        for error in validator.iter_errors(answer):
            way = tuple(error.absolute_path)
            inside = way[: len(question.way)] == question.way
            if inside and error.validator not in _TOLD_OF_ANSWERS:
                yield _refusal(question, error)


def _refusal(question: Question, error: Any) -> str:
    where = "/".join(str(step) for step in tuple(error.absolute_path)[len(question.way) :] if step != 0)
    inner = f" (at {where})" if where else ""
    if error.validator == "additionalProperties":
        extra = sorted(set(error.instance) - set(error.schema.get("properties", ())))
        names = ", ".join(f"“{name}”" for name in extra)
        return (
            f"{question.name}: its schema{inner} has no room for {names}, which an answer of the kind "
            f"“{question.kind}” may hold; add it to “properties” there."
        )
    wants = error.schema.get("type") if error.validator == "type" else None
    told = f"asks for the type “{wants}”" if wants else f"breaks at “{error.validator}”"
    return (
        f"{question.name}: its schema{inner} {told} and would refuse an ordinary answer of the kind "
        f"“{question.kind}”."
    )


def _unbuildable(schema: Mapping[str, Any], origin: str) -> Iterator[str]:
    try:
        build(schema, origin)
    except TemplateError as trouble:
        yield str(trouble)
