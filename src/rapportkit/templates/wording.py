"""What a JSON Schema validator finds in a template, put into sentences its author can act on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from rapportkit.templates.build import KEYWORD

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

NOTE = "Note: "
"""How a sentence begins that is worth knowing but stops nothing."""

_TYPES = {
    "string": "text",
    "object": "an object",
    "array": "a list",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}
_SCHEMA_TYPES = ("array", "boolean", "integer", "null", "number", "object", "string")


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint of the validator: the steps to the place, the keyword broken, what stands there.

    `asked` is the keyword's value, `schema` what surrounds it.
    """

    steps: tuple[str | int, ...]
    keyword: str
    found: Any
    asked: Any
    schema: Any


def complaints(validator: Draft202012Validator, instance: Any) -> Iterator[Complaint]:
    """Every complaint, in the order of the file."""
    errors = sorted(validator.iter_errors(instance), key=_place)
    for error in errors:
        # A field without a kind is told apart once, by the consistency checks.
        if "else" in error.absolute_schema_path and error.validator in {"const", "required"}:
            continue
        yield Complaint(
            tuple(error.absolute_path),
            str(error.validator),
            error.instance,
            error.validator_value,
            error.schema,
        )


def _place(error: ValidationError) -> tuple[str, str]:
    return "/".join(str(step) for step in error.absolute_path), str(error.validator)


def sentence(complaint: Complaint, what: str) -> str:
    """One sentence on a complaint; `what` names the rules it breaks."""
    return f"{place(complaint.steps)}: {_told(complaint, what)}"


def place(steps: tuple[str | int, ...]) -> str:
    """Name a place as an author would find it: “challenges”, labels, fr."""
    plain = [str(step) for step in steps if step not in {"properties", KEYWORD, "items", "$defs"}]
    if not plain:
        return "At the top" if KEYWORD not in steps else f"“{KEYWORD}” at the top"
    in_field = "properties" in steps
    first = f"“{plain[0]}”" if in_field or len(plain) == 1 else plain[0]
    return ", ".join([first, *plain[1:]])


def nearest(name: object, known: Collection[str]) -> str:
    """A question that names the known word nearest to a wrong one, with a space before; or nothing."""
    near = get_close_matches(str(name), sorted(known), n=1, cutoff=0.5)
    return f" Did you mean “{near[0]}”?" if near else ""


def _told(complaint: Complaint, what: str) -> str:
    found, asked = complaint.found, complaint.asked
    match complaint.keyword:
        case "additionalProperties":
            known = set(complaint.schema.get("properties", ()))
            extra = [name for name in found if name not in known]
            return " ".join(
                f"“{name}” is no annotation that belongs here.{nearest(name, known)}" for name in extra
            )
        case "enum":
            return (
                f"“{found}” is not one of {', '.join(map(str, asked))}.{nearest(found, set(map(str, asked)))}"
            )
        case "const":
            return f"It has to be “{asked}”, not “{found}”."
        case "type":
            wanted = [_TYPES.get(each, each) for each in ([asked] if isinstance(asked, str) else asked)]
            return f"Here belongs {' or '.join(wanted)}, not {_TYPES.get(_type(found), 'nothing')}."
        case "required":
            return " ".join(f"“{name}” is missing." for name in asked if name not in found)
        case "pattern" if "description" in complaint.schema:
            return f"“{shortened(found)}” does not fit. {complaint.schema['description']}"
        case _ if complaint.steps[-1:] == ("type",):
            return f"“{shortened(found)}” is no type of {what}.{nearest(found, _SCHEMA_TYPES)}"
        case keyword:
            return _plain(keyword, found, asked) or f"“{shortened(found)}” is not what {what} allows here."


def _plain(keyword: str, found: Any, asked: Any) -> str:
    """What a limit asks for, in words; "" for what is no limit."""
    match keyword:
        case "minLength" | "minProperties" | "minItems" if asked == 1:
            return "It must not be empty."
        case "minItems" | "minProperties":
            return f"It holds {len(found)} entries; at least {asked} belong here."
        case "maxItems" | "maxProperties":
            return f"It holds {len(found)} entries; at most {asked} belong here."
        case "minimum":
            return f"“{shortened(found)}” is too small; it has to be {asked} or more."
        case "exclusiveMinimum":
            return f"“{shortened(found)}” is too small; it has to be more than {asked}."
        case "maximum":
            return f"“{shortened(found)}” is too large; it has to be {asked} or less."
        case "uniqueItems":
            return "It names something twice; once is enough."
        case _:
            return ""


def _type(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    for kind, name in (
        (str, "string"),
        (dict, "object"),
        (list, "array"),
        (int, "integer"),
        (float, "number"),
    ):
        if isinstance(value, kind):
            return name
    return "null"


def shortened(value: Any) -> str:
    """A value as it can be quoted in a sentence."""
    text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
