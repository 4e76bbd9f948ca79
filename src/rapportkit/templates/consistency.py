"""What must agree across a template and no JSON Schema can say: order, labels, roles, languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from rapportkit.model.template import Kind
from rapportkit.templates.annotations import LABELLED
from rapportkit.templates.build import HEADER_KINDS
from rapportkit.templates.outline import Question, as_map, as_names, notes_of, questions
from rapportkit.templates.wording import NOTE, nearest


def inconsistencies(schema: Mapping[str, Any]) -> Iterator[str]:
    """Every place where a template contradicts itself or leaves something needed unsaid."""
    asked = tuple(questions(schema))
    yield from _orders(schema, asked)
    yield from _required(schema, asked)
    yield from _headings(schema)
    for question in asked:
        yield from _kind(question)
        yield from _labels(question)
        yield from _role(question)
        yield from _limits(question)
    yield from _firsts(asked)
    yield from _twins(schema, asked)
    yield from _languages(schema, asked)


def _orders(schema: Mapping[str, Any], asked: tuple[Question, ...]) -> Iterator[str]:
    places = [("At the top", schema, notes_of(schema))]
    places += [(each.name, each.schema, each.notes) for each in asked if each.is_section or each.is_own]
    for name, here, notes in places:
        if "order" not in notes:
            continue
        order, known = as_names(notes["order"]), as_map(here.get("properties"))
        for step in order:
            if step not in known:
                yield f"{name}: “order” names “{step}”, which is no property here.{nearest(step, known)}"
        for step, times in Counter(order).items():
            if times > 1:
                yield f"{name}: “order” names “{step}” {times} times; once is enough."
        for step in known:
            if step not in order:
                yield f"{name}: “order” leaves out “{step}”; it has to name every property."


def _required(schema: Mapping[str, Any], asked: tuple[Question, ...]) -> Iterator[str]:
    places = [("At the top", schema)]
    places += [(each.name, each.schema) for each in asked if each.is_section or each.is_own]
    for name, here in places:
        known = as_map(here.get("properties"))
        for step in as_names(here.get("required")):
            if step not in known:
                yield f"{name}: “required” names “{step}”, which is no property here.{nearest(step, known)}"


def _headings(schema: Mapping[str, Any]) -> Iterator[str]:
    known = as_map(schema.get("properties"))
    above: dict[str, str] = {}
    listed = notes_of(schema).get("headings")
    for heading in listed if isinstance(listed, list) else ():
        title = next(iter(_wordings(as_map(heading).get("labels"))), "?")
        names = as_names(as_map(heading).get("fields"))
        if not names:
            yield f"The heading “{title}” stands above no field; name them under “fields”."
        kinds = set()
        for name in names:
            if name not in known:
                yield f"The heading “{title}” names “{name}”, which is no property.{nearest(name, known)}"
                continue
            if name in above:
                yield f"“{name}” stands under two headings, “{above[name]}” and “{title}”; leave one."
            above[name] = title
            kinds.add(notes_of(known[name]).get("kind") in {kind.value for kind in HEADER_KINDS})
        if len(kinds) > 1:
            yield f"The heading “{title}” mixes header fields with questions; use two headings."


def _kind(question: Question) -> Iterator[str]:
    if question.is_own or question.is_section or "kind" in question.notes:
        return
    known = ", ".join(kind.value for kind in Kind)
    yield (
        f"{question.name}: It has no kind, so nobody knows how it is answered; name one ({known}), or give it "
        "properties of its own if it is a section."
    )


def _labels(question: Question) -> Iterator[str]:
    labels = [text for text in _wordings(question.notes.get("labels")) if text.strip()]
    if question.is_own:
        for text in labels:
            if "{n}" not in text:
                yield f"{question.name}: The label “{text}” stands for every group; put {{n}} where its number stands."
    elif not labels and _needs_label(question):
        yield f"{question.name}: It has no labels, and without them its answer cannot be found."


def _needs_label(question: Question) -> bool:
    if question.kind in {Kind.EVENT, Kind.SESSION}:
        return question.notes.get("found") == "label"
    return question.is_section or question.kind in LABELLED


def _role(question: Question) -> Iterator[str]:
    if question.kind is None or question.is_part:
        return
    if question.kind in HEADER_KINDS and "role" in question.notes:
        yield f"{question.name}: A header field has no role; leave it out."
    if question.kind not in HEADER_KINDS and "role" not in question.notes:
        yield f"{question.name}: It has no role, and without one it cannot be merged with other reports."


def _limits(question: Question) -> Iterator[str]:
    limits = {key: question.schema[key] for key in ("minItems", "maxItems") if key in question.schema}
    if limits and question.schema.get("type") != "array":
        names = " and ".join(f"“{key}”" for key in limits)
        yield f"{question.name}: {names} limits a list, but its type is not “array”."
    least, most = limits.get("minItems"), limits.get("maxItems")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        yield f"{question.name}: It asks for at least {least} points and at most {most}; no report can do both."


def _firsts(asked: tuple[Question, ...]) -> Iterator[str]:
    first = [each.name for each in asked if each.notes.get("first") is True]
    if len(first) > 1:
        yield f"Only one field can own the text before any label (“first”), not {', '.join(first)}."


def _twins(schema: Mapping[str, Any], asked: tuple[Question, ...]) -> Iterator[str]:
    """One wording for two fields under one parent: nobody could tell whose answer follows."""
    owners: dict[tuple[str, str], str] = {}
    for parent, name, text in _scoped(schema, asked):
        alike = re.sub(r"[\W_]+", " ", text.casefold()).strip()
        owner = owners.setdefault((parent, alike), name)
        if owner != name:
            yield f"“{text}” names both {owner} and {name}; change one, or nobody can tell whose answer follows."


def _scoped(schema: Mapping[str, Any], asked: tuple[Question, ...]) -> Iterator[tuple[str, str, str]]:
    """Every label and alias with its parent and its owner."""
    listed = notes_of(schema).get("headings")
    above: dict[str, str] = {}
    for index, heading in enumerate(listed if isinstance(listed, list) else ()):
        for text in _names(as_map(heading)):
            yield "", f"the heading no. {index + 1}", text
        above.update(dict.fromkeys(as_names(as_map(heading).get("fields")), f"heading {index}"))
    for question in asked:
        *parent, name = question.way
        scope = "/".join(parent) or above.get(name, "")
        for text in _names(question.notes):
            yield scope, question.name, text


def _names(notes: Mapping[str, Any]) -> Iterator[str]:
    yield from _wordings(notes.get("labels"))
    yield from _wordings(notes.get("aliases"))


def _wordings(by_language: Any) -> Iterator[str]:
    for said in as_map(by_language).values():
        yield from as_names(said)


def _languages(schema: Mapping[str, Any], asked: tuple[Question, ...]) -> Iterator[str]:
    """Languages in which some wording is missing that the form has in others."""
    placed: list[tuple[str, Mapping[str, Any]]] = [("the form", notes_of(schema))]
    listed = notes_of(schema).get("headings")
    for heading in listed if isinstance(listed, list) else ():
        title = next(iter(_wordings(as_map(heading).get("labels"))), "?")
        placed.append((f"the heading “{title}”", as_map(heading)))
    placed += [(question.name, question.notes) for question in asked]
    for key in ("titles", "labels", "guidance"):
        spoken = {tag for _, notes in placed for tag in as_map(notes.get(key))}
        for tag in sorted(spoken):
            silent = [
                name
                for name, notes in placed
                if any(_wordings(notes.get(key))) and tag not in as_map(notes.get(key))
            ]
            if silent:
                yield (
                    f"{NOTE}{', '.join(silent)}: “{key}” has no “{tag}”, though the template speaks it elsewhere; "
                    "a form in that language would fall back to another."
                )
