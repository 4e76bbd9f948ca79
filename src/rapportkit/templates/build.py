"""From an annotated JSON Schema to a Template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rapportkit.errors import TemplateError
from rapportkit.model.template import Field, Kind, Role, Template, Texts
from rapportkit.templates.rule_changes import changes

KEYWORD = "x-rapportkit"
"""The one annotation keyword; its vocabulary is described by schemas/shapes/template.json."""

HEADER_KINDS = frozenset({Kind.EVENT, Kind.SESSION, Kind.PERSONS})
_READ = frozenset(
    {"kind", "role", "labels", "aliases", "guidance", "opens", "number", "order", "headings", "rules"},
)


def build(schema: Mapping[str, Any], origin: str) -> Template:
    """Build the template that a schema describes; `origin` names it in messages.

    Raises TemplateError when an annotation is missing that nothing can stand in for, and when what the owner
    changes about rules is of a wrong type. Whether the schema is sound as a whole is for `soundness` to say.
    """
    notes = schema.get(KEYWORD)
    if not isinstance(notes, Mapping) or not isinstance(notes.get("id"), str):
        raise TemplateError(
            f"{origin} is a JSON Schema but no reporting template: its “{KEYWORD}” object with an “id” is "
            "missing. See “How to add a template” in the README.",
        )
    try:
        return _build(schema, notes)
    except TemplateError as trouble:
        raise TemplateError(f"{origin}: {trouble}") from None
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as trouble:
        raise TemplateError(
            f"{origin}: an annotation of this template is not as it should be: "
            "“rapportkit templates check FILE” lists what is wrong.",
        ) from trouble


def _build(schema: Mapping[str, Any], notes: Mapping[str, Any]) -> Template:
    required = frozenset(schema.get("required", ()))
    properties = schema["properties"]
    built = {
        name: _field(f"/{name}", properties[name], required=name in required)
        for name in notes.get("order", list(properties))
    }
    header = tuple(entry for entry in built.values() if entry.kind in HEADER_KINDS)
    body = {name: entry for name, entry in built.items() if entry.kind not in HEADER_KINDS}
    return Template(
        id=notes["id"],
        title=schema.get("title", notes["id"]),
        edition=notes.get("edition", ""),
        layout=notes.get("layout", "headings"),
        key=texts(notes.get("key")),
        chatham_house=bool(notes.get("chathamHouseRule", True)),
        titles=texts(notes.get("titles")),
        guidance=texts(notes.get("guidance")),
        signals=texts(notes.get("signals")),
        header=header,
        fields=_under_headings(body, built, notes.get("headings", ())),
        schema=schema,
        headings=tuple(
            _heading(entry, tuple(built[name] for name in entry["fields"]))
            for entry in notes.get("headings", ())
            if any(built[name].kind in HEADER_KINDS for name in entry["fields"])
        ),
        rules=changes(notes.get("rules")),
    )


def texts(annotation: Mapping[str, Any] | None) -> Texts:
    """Read a map from language tag to one wording or a list of wordings."""
    return Texts(
        tuple(
            (tag, (said,) if isinstance(said, str) else tuple(said))
            for tag, said in (annotation or {}).items()
        ),
    )


def _field(pointer: str, schema: Mapping[str, Any], *, required: bool) -> Field:
    notes = schema.get(KEYWORD, {})
    kind = Kind(notes["kind"]) if "kind" in notes else None
    return Field(
        pointer=pointer,
        kind=kind,
        label=schema.get("title", pointer.rpartition("/")[2]),
        role=Role(notes["role"]) if "role" in notes else None,
        labels=texts(notes.get("labels")),
        aliases=texts(notes.get("aliases")),
        guidance=texts(notes.get("guidance")),
        opens=texts(notes.get("opens")),
        number=notes.get("number", ""),
        required=required or bool(schema.get("minItems")),
        at_most=schema.get("maxItems"),
        at_least=schema.get("minItems"),
        fields=_section_fields(pointer, schema, notes) if kind is None else (),
        parts=_parts(pointer, schema["items"]) if kind is Kind.GROUPS else (),
        options={key: value for key, value in notes.items() if key not in _READ},
        rules=changes(notes.get("rules")),
    )


def _section_fields(pointer: str, schema: Mapping[str, Any], notes: Mapping[str, Any]) -> tuple[Field, ...]:
    properties = schema["properties"]
    return tuple(
        _field(f"{pointer}/{name}", properties[name], required=name in schema.get("required", ()))
        for name in notes.get("order", list(properties))
    )


def _parts(pointer: str, items: Mapping[str, Any]) -> tuple[Field, ...]:
    """The group's own text first, under the label of one group, then its named lists."""
    notes = items.get(KEYWORD, {})
    own = Field(
        pointer=f"{pointer}/*",
        kind=Kind.CELL,
        label=notes.get("labels", {}).get("en", pointer.rpartition("/")[2]),
        labels=texts(notes.get("labels")),
        aliases=texts(notes.get("aliases")),
        guidance=texts(notes.get("guidance")),
        options={key: value for key, value in notes.items() if key not in _READ},
    )
    named = tuple(
        _field(f"{pointer}/*/{name}", items["properties"][name], required=name in items.get("required", ()))
        for name in notes.get("order", list(items["properties"]))
        if KEYWORD in items["properties"][name]
    )
    return (own, *named)


def _under_headings(
    body: Mapping[str, Field],
    built: Mapping[str, Field],
    headings: tuple[Mapping[str, Any], ...],
) -> tuple[Field, ...]:
    """Put the fields that stand under a heading of the form below it, where the first of them stands."""
    above: dict[str, Field] = {}
    for entry in headings:
        below = tuple(built[name] for name in entry["fields"])
        if not any(field.kind in HEADER_KINDS for field in below):
            heading = _heading(entry, below)
            above.update(dict.fromkeys(entry["fields"], heading))
    ordered: list[Field] = []
    for name, field in body.items():
        top = above.get(name, field)
        if not any(top is placed for placed in ordered):
            ordered.append(top)
    return tuple(ordered)


def _heading(entry: Mapping[str, Any], below: tuple[Field, ...]) -> Field:
    labels = texts(entry.get("labels"))
    return Field(
        pointer="",
        kind=None,
        label=labels.first(),
        labels=labels,
        aliases=texts(entry.get("aliases")),
        guidance=texts(entry.get("guidance")),
        number=entry.get("number", ""),
        fields=below,
    )
