"""What is wrong with a template file, said in sentences."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path

import pytest

from rapportkit.templates.soundness import problems, stops

ROOT = Path(__file__).parents[2]
KEYWORD = "x-rapportkit"
PAGE = (ROOT / "docs" / "templates.md").read_text("utf-8")
EXAMPLE = json.loads(re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)[1])
SHIPPED = sorted((ROOT / "schemas").glob("*.json"))
CSD_2016 = json.loads((ROOT / "schemas" / "gfmd-csd-2016.json").read_bytes())
CSD_2018 = json.loads((ROOT / "schemas" / "gfmd-csd-2018.json").read_bytes())


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_the_shipped_templates_are_sound(path):
    assert problems(json.loads(path.read_bytes()), path.name) == ()


def test_the_example_in_the_documentation_is_sound():
    assert problems(EXAMPLE, "harbour.json") == ()


def broken(change, schema=EXAMPLE):
    """The problems of a copy of a template after one change, without the file's name in front."""
    changed = copy.deepcopy(schema)
    change(changed)
    found = problems(changed, "form.json")
    assert all(each.startswith("form.json: ") for each in found)
    return [each.removeprefix("form.json: ") for each in found]


def notes(schema, *way):
    for step in way:
        schema = schema["items"] if step == "*" else schema["properties"][step]
    return schema[KEYWORD]


def test_a_schema_that_is_none_is_told_by_the_draft():
    def change(schema):
        schema["properties"]["obstacles"]["type"] = "arry"
        schema["properties"]["proposals"]["maxItems"] = -1

    assert broken(change) == [
        "“obstacles”, type: “arry” is no type of JSON Schema 2020-12. Did you mean “array”?",
        "“proposals”, maxItems: “-1” is too small; it has to be 0 or more.",
    ]


def test_limits_are_told_in_words():
    def change(schema):
        schema["title"] = ""
        schema["required"] = ["session", "session"]
        notes(schema, "quotes")["labels"]["en"] = ""
        schema["properties"]["proposals"]["maxItems"] = 0

    found = broken(change)
    assert "“required”: It names something twice; once is enough." in found
    found = broken(lambda schema: (change(schema), schema.update(required=["session"])))
    assert "“title”: It must not be empty." in found
    assert "“quotes”, labels, en: It must not be empty." in found
    assert "“proposals”, maxItems: “0” is too small; it has to be 1 or more." in found


def test_a_schema_without_annotations_is_no_template():
    assert broken(lambda schema: schema.pop(KEYWORD)) == [
        "This is a JSON Schema but no reporting template: its “x-rapportkit” object is missing.",
    ]


def test_another_draft_is_refused():
    found = broken(lambda schema: schema.update({"$schema": "http://json-schema.org/draft-07/schema#"}))
    assert found[0].startswith("“$schema”: It has to be “https://json-schema.org/draft/2020-12/schema”")


@pytest.mark.parametrize("word", ["id", "edition", "layout", "chathamHouseRule", "titles", "order"])
def test_what_every_form_has_to_say_is_missed(word):
    assert f"“{KEYWORD}” at the top: “{word}” is missing." in broken(lambda schema: schema[KEYWORD].pop(word))


def test_an_unknown_kind_or_role_is_told_the_nearest():
    def change(schema):
        notes(schema, "obstacles")["kind"] = "point"
        notes(schema, "proposals")["role"] = "recommendation"

    found = "\n".join(broken(change))
    assert "“obstacles”, kind: “point” is not one of points, rows, cell" in found
    assert "Did you mean “points”?" in found
    assert "“proposals”, role: “recommendation” is not one of key-messages" in found
    assert "Did you mean “recommendations”?" in found


def test_an_unknown_annotation_is_told_the_nearest():
    found = broken(lambda schema: notes(schema, "quotes").update(lables={"en": "Quotes"}))
    assert found == ["“quotes”: “lables” is no annotation that belongs here. Did you mean “labels”?"]


def test_a_wording_of_the_wrong_shape_is_told_its_place():
    def change(schema):
        notes(schema, "quotes")["labels"]["fr"] = ["Citations"]
        notes(schema, "obstacles")["aliases"]["en"] = "Obstacles"

    assert broken(change) == [
        "“obstacles”, aliases, en: Here belongs a list, not text.",
        "“quotes”, labels, fr: Here belongs text, not a list.",
    ]


def test_a_language_or_name_that_is_none_is_told_what_it_should_be():
    def change(schema):
        notes(schema, "quotes")["labels"]["English"] = "Quotes"
        schema["properties"]["Other things"] = schema["properties"]["obstacles"]

    found = "\n".join(broken(change))
    assert "“English” does not fit. A BCP 47 language tag" in found
    assert "“Other things” does not fit. A field's name in the output" in found


def test_the_order_has_to_name_every_property_once():
    def change(schema):
        schema[KEYWORD]["order"] = ["event", "session", "rapporteurs", "obstacles", "obstacles", "quote"]

    assert broken(change) == [
        "At the top: “order” names “quote”, which is no property here. Did you mean “quotes”?",
        "At the top: “order” names “obstacles” 2 times; once is enough.",
        "At the top: “order” leaves out “proposals”; it has to name every property.",
        "At the top: “order” leaves out “quotes”; it has to name every property.",
    ]


def test_the_order_of_a_section_and_of_a_group_counts_too():
    section = broken(lambda schema: notes(schema, "commitments_day")["order"].remove("quotes"), CSD_2018)
    assert section == ["“commitments_day”: “order” leaves out “quotes”; it has to name every property."]
    group = broken(lambda schema: notes(schema, "recommendations", "*")["order"].append("dates"), CSD_2016)
    assert "“recommendations/*”: “order” names “dates”, which is no property here." in group[0]


def test_required_names_properties():
    found = broken(lambda schema: schema["required"].append("obstacle"))
    assert (
        found[0]
        == "At the top: “required” names “obstacle”, which is no property here. Did you mean “obstacles”?"
    )


def test_a_question_needs_labels_a_role_and_a_kind():
    def change(schema):
        del notes(schema, "obstacles")["labels"]
        del notes(schema, "proposals")["role"]
        del notes(schema, "quotes")["kind"]

    found = broken(change)
    assert "“obstacles”: It has no labels, and without them its answer cannot be found." in found
    assert "“proposals”: It has no role, and without one it cannot be merged with other reports." in found
    assert any(
        each.startswith("“quotes”: It has no kind, so nobody knows how it is answered") for each in found
    )


def test_the_label_of_a_group_needs_its_number():
    found = broken(
        lambda schema: notes(schema, "recommendations", "*")["labels"].update(en="Recommendation"), CSD_2016
    )
    assert found == [
        "“recommendations/*”: The label “Recommendation” stands for every group; put {n} where its number stands.",
    ]


def test_limits_are_for_lists_and_have_to_agree():
    def change(schema):
        schema["properties"]["session"]["maxItems"] = 2
        schema["properties"]["proposals"]["minItems"] = 4

    assert broken(change) == [
        "“session”: “maxItems” limits a list, but its type is not “array”.",
        "“proposals”: It asks for at least 4 points and at most 3; no report can do both.",
    ]


def test_two_questions_cannot_share_a_wording():
    found = broken(lambda schema: notes(schema, "proposals").update(aliases={"en": ["OBSTACLES:"]}))
    assert found[0] == (
        "“OBSTACLES:” names both “obstacles” and “proposals”; change one, or nobody can tell whose answer follows."
    )


def test_questions_under_different_sections_may_share_a_wording():
    assert problems(CSD_2018, "form.json") == ()


def test_a_heading_stands_above_fields_that_exist():
    def change(schema):
        schema[KEYWORD]["headings"] = [
            {"labels": {"en": "Who", "fr": "Qui"}, "fields": ["rapporteur"]},
            {"labels": {"en": "What", "fr": "Quoi"}, "fields": ["session", "obstacles"]},
            {"labels": {"en": "More", "fr": "Plus"}, "fields": ["obstacles"]},
        ]

    assert broken(change) == [
        "The heading “Who” names “rapporteur”, which is no property. Did you mean “rapporteurs”?",
        "The heading “What” mixes header fields with questions; use two headings.",
        "“obstacles” stands under two headings, “What” and “More”; leave one.",
    ]


def test_a_reference_stays_in_the_file():
    def change(schema):
        schema["properties"]["obstacles"]["items"] = {"$ref": "https://example.org/point.json"}
        schema["properties"]["quotes"]["items"] = {"$ref": "#/$defs/quotation"}

    assert broken(change) == [
        "“$ref”: “https://example.org/point.json” points outside this file; copy what it names into “$defs”.",
        "“$ref”: “#/$defs/quotation” points to nothing in this file.",
    ]


def test_a_reference_that_leads_to_itself_is_told():
    def itself(schema):
        schema["$defs"]["point"] = {"$ref": "#/$defs/point"}

    def in_turn(schema):
        schema["$defs"]["point"] = {"allOf": [{"$ref": "#/$defs/quote"}]}
        schema["$defs"]["quote"] = {"$ref": "#/$defs/point"}

    told = "“$ref”: “#/$defs/{}” leads in a circle to itself and never says what stands there."
    assert broken(itself) == [told.format("point")]
    assert sorted(broken(in_turn)) == [told.format("point"), told.format("quote")]


def test_a_pattern_that_is_none_is_told_its_place():
    def change(schema):
        schema["$defs"]["point"]["properties"]["text"]["pattern"] = "((("
        schema["$defs"]["quote"]["patternProperties"] = {"*": True}

    assert broken(change) == [
        "“point”, text, pattern: “(((” is no sound regular expression.",
        "quote, patternProperties: “*” is no sound regular expression.",
    ]


def test_a_property_may_be_called_like_a_word_of_the_schema():
    def change(schema):
        for name in ("pattern", "items", "not"):
            schema["$defs"]["point"]["properties"][name] = {"type": "string"}

    assert broken(change) == []


def test_a_file_that_is_nested_without_end_is_told():
    def change(schema):
        deep = {}
        for _ in range(700):
            deep = {"not": deep}
        schema["$defs"]["deep"] = deep

    assert broken(change) == ["Its objects are nested too deeply to be followed."]


def test_a_schema_that_would_refuse_an_ordinary_answer_is_told():
    def change(schema):
        schema["properties"]["quotes"]["items"] = {"$ref": "#/$defs/point"}
        schema["properties"]["obstacles"]["items"] = {"type": "string"}

    string, room = broken(change)
    assert string == (
        "“obstacles”: its schema asks for the type “string” and would refuse an ordinary answer of the kind “points”."
    )
    assert room == (
        "“quotes”: its schema has no room for “consent”, “speaker”, which an answer of the kind “quotes” may hold; "
        "add it to “properties” there."
    )


def test_a_missing_translation_is_only_a_note():
    changed = copy.deepcopy(EXAMPLE)
    del notes(changed, "quotes")["labels"]["fr"]
    [found] = problems(changed, "form.json")
    assert found == (
        "form.json: Note: “quotes”: “labels” has no “fr”, though the template speaks it elsewhere; "
        "a form in that language would fall back to another."
    )
    assert not stops(found)


def test_whatever_stands_in_the_file_there_is_an_answer_and_no_crash():
    for wrong in (None, "text", [1], {"en": 1}):
        for key in EXAMPLE[KEYWORD]:
            changed = copy.deepcopy(EXAMPLE)
            changed[KEYWORD][key] = wrong
            problems(changed, "form.json")
        for key in ("kind", "role", "labels", "aliases", "guidance", "number"):
            changed = copy.deepcopy(EXAMPLE)
            notes(changed, "proposals")[key] = wrong
            assert problems(changed, "form.json") or key in {"labels", "aliases", "guidance", "number"}
        changed = copy.deepcopy(EXAMPLE)
        changed["properties"] = wrong
        assert problems(changed, "form.json")
        changed = copy.deepcopy(EXAMPLE)
        changed[KEYWORD] = wrong
        assert problems(changed, "form.json")


@pytest.mark.parametrize(
    "asked",
    [{"enum": ["yes", "no"]}, {"const": "yes"}, {"pattern": "^A "}, {"minLength": 20}, {"maxLength": 3}],
    ids=lambda asked: next(iter(asked)),
)
def test_what_a_form_may_ask_of_a_points_words_is_sound(asked):
    def change(schema):
        schema["properties"]["obstacles"]["items"] = {
            "type": "object",
            "required": ["text"],
            "properties": {"text": {"type": "string", **asked}, "points": {"type": "array"}},
        }

    assert [each for each in broken(change) if "ordinary answer" in each] == []


def test_a_type_that_no_answer_has_is_still_told_beside_a_pattern():
    def change(schema):
        schema["properties"]["obstacles"]["items"] = {"type": "string", "pattern": "^A "}

    assert any("asks for the type “string”" in each for each in broken(change))


def test_thresholds_of_rules_are_whole_numbers_that_somebody_may_mean():
    def change(schema):
        schema[KEYWORD]["rules"] = {
            "L003": {"options": {"words": 10**12}},
            "L004": {"options": {"words": True}},
        }

    assert broken(change) == [
        "rules, L003, options, words: “1000000000000” is too large; it has to be 1000000000 or less.",
        "rules, L004, options, words: Here belongs a whole number, not true or false.",
    ]
