"""The vocabulary of the annotations, held against every template and against the code."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from rapportkit.model.template import Kind, Role
from rapportkit.templates.annotations import written
from rapportkit.templates.catalog import shape, shipped

ROOT = Path(__file__).parents[2]
SHAPE = shape("template")
SHIPPED = sorted((ROOT / "schemas").glob("*.json"))
KEYWORD = "x-rapportkit"
LANGUAGES = {"en", "fr", "es"}


def test_the_vocabulary_is_a_sound_schema_in_the_old_draft_and_the_new():
    jsonschema.Draft202012Validator.check_schema(SHAPE)
    jsonschema.Draft7Validator.check_schema(SHAPE)
    assert "$dynamicRef" not in json.dumps(SHAPE)


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
@pytest.mark.parametrize("draft", [jsonschema.Draft202012Validator, jsonschema.Draft7Validator])
def test_every_template_keeps_to_the_vocabulary(path, draft):
    assert [error.message for error in draft(SHAPE).iter_errors(json.loads(path.read_bytes()))] == []


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_every_template_is_an_ordinary_schema_with_no_reference_abroad(path):
    schema = json.loads(path.read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert all(target.startswith("#/$defs/") for target in _references(schema))


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_every_wording_is_given_in_english_french_and_spanish(path):
    maps = list(_wordings(json.loads(path.read_bytes())))
    assert maps
    for place, by_language in maps:
        assert set(by_language) - {"en"} == LANGUAGES - {"en"} or place.endswith("numbers"), place


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_guidance_says_as_much_in_every_language(path):
    for place, by_language in _wordings(json.loads(path.read_bytes())):
        if place.endswith("/guidance"):
            assert len({len(said) for said in by_language.values()}) == 1, place


def test_kinds_and_roles_are_the_same_in_the_vocabulary_and_in_the_code():
    notes = SHAPE["$defs"]["notes"]["properties"]
    assert notes["kind"]["enum"] == [kind.value for kind in Kind]
    assert notes["role"]["enum"] == [role.value for role in Role]


def test_every_kind_has_an_answer_to_try_a_schema_with():
    assert all(written(kind) for kind in Kind)
    assert written(Kind.GROUPS, ("actions",))[0]["actions"][0]["text"]


def test_every_word_of_the_vocabulary_is_told_in_the_documentation():
    page = (ROOT / "docs" / "templates.md").read_text("utf-8")
    words = (
        {word for part in ("form", "heading", "notes", "part") for word in SHAPE["$defs"][part]["properties"]}
        | {kind.value for kind in Kind}
        | {role.value for role in Role}
    )
    assert sorted(word for word in words if f"`{word}`" not in page) == []


def test_the_templates_are_told_apart_by_their_ids():
    assert [template.id for template in shipped()] == [path.stem for path in SHIPPED]


def _references(value):
    if isinstance(value, dict):
        for key, below in value.items():
            if key == "$ref":
                yield below
            else:
                yield from _references(below)
    elif isinstance(value, list):
        for below in value:
            yield from _references(below)


def _wordings(value, place=""):
    """Every map from language to wording, with its place."""
    if isinstance(value, dict):
        if value and set(value) <= LANGUAGES:
            yield place, value
            return
        for key, below in value.items():
            yield from _wordings(below, f"{place}/{key}")
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _wordings(below, f"{place}/{index}")
