"""Rules as a configuration and a template change them: which are asked, how grave, in whose words."""

from __future__ import annotations

import pytest

from rapportkit import rules
from rapportkit.errors import TemplateError
from rapportkit.model.finding import Severity
from rapportkit.model.settings import SEVERAL, RuleChange, Settings
from rapportkit.rules.changes import faults, faults_of
from rapportkit.templates.build import build
from rules.pages_of_cases import report

FIVE = ["1", "2", "3", "4", "5"]


def schema(own: dict | None = None, form: dict | None = None) -> dict:
    """A form of two questions that want two points at most, with what its owner changes."""
    question = {"type": "array", "maxItems": 2}
    return {
        "x-rapportkit": {"id": "small", **({"rules": form} if form else {})},
        "properties": {
            "first": {
                "title": "First",
                **question,
                "x-rapportkit": {"kind": "points", **({"rules": own} if own else {})},
            },
            "second": {"title": "Second", **question, "x-rapportkit": {"kind": "points"}},
        },
    }


def found(
    settings: Settings, own: dict | None = None, form: dict | None = None
) -> list[tuple[str, str, str]]:
    """Severity, message and help of what L001 finds in a report with five points under each question."""
    template = build(schema(own, form), "small")
    given = report({"fields": {"first": FIVE, "second": FIVE}}, template)
    return [
        (each.severity.value, each.message, each.help)
        for each in rules.check(given, template, settings)
        if each.code == "L001"
    ]


def severities(*arguments: object) -> list[str]:
    return [severity for severity, _, _ in found(*arguments)]


OFF = {"too-many-points": {"severity": "off"}}
INFO = {"L001": {"severity": "info"}}


@pytest.mark.parametrize(
    ("own", "form", "expected"),
    [
        (None, None, ["error", "error"]),
        (None, INFO, ["info", "info"]),
        (INFO, None, ["info", "error"]),
        ({"L001": {"severity": "warning"}}, INFO, ["warning", "info"]),
        (OFF, None, ["error"]),
        (None, OFF, []),
        (INFO, OFF, ["info"]),
    ],
)
def test_the_form_changes_severity_as_a_whole_and_by_question(own, form, expected):
    assert severities(Settings(), own, form) == expected


def test_the_configuration_outweighs_the_form():
    strict = Settings(changes={"L001": RuleChange(Severity.ERROR)})
    assert severities(strict, OFF, INFO) == ["error", "error"]
    assert severities(Settings(changes={"too-many-points": RuleChange(off=True)}), INFO) == []


@pytest.mark.parametrize(
    ("select", "ignore", "asked"),
    [
        ((), (), True),
        (("L",), (), True),
        (("l001",), (), True),
        (("too-many-points",), (), True),
        (("L002", "A"), (), False),
        ((), ("L0",), False),
        (("L001",), ("too-many-points",), False),
    ],
)
def test_select_and_ignore_take_codes_names_and_beginnings(select, ignore, asked):
    assert bool(found(Settings(select=select, ignore=ignore))) is asked


def test_messages_are_the_form_owner_s_in_the_language_at_hand():
    own = {
        "L001": {
            "messages": {
                "points": {"en": "Only {limit}, please: {label} has {count}", "fr": "Au plus {limit}"}
            },
            "helps": {"points": {"en": "Choose."}},
        }
    }
    english = found(Settings(), own)
    assert english[0][1:] == ("Only 2, please: “First” has 5", "Choose.")
    assert english[1][1].startswith("“Second” holds 5 points")
    assert found(Settings("fr-CH"), own)[0][1] == "Au plus 2"


def test_a_configured_sentence_for_every_language_outweighs_the_form():
    changes = {"L001": RuleChange(messages={("points", SEVERAL): "Too many {unknown}"})}
    form = {"L001": {"messages": {"points": {"en": "Form says"}}}}
    assert {said for _, said, _ in found(Settings(changes=changes), None, form)} == {"Too many {unknown}"}


def test_what_cannot_be_meant_is_told():
    changes = {
        "L0001": RuleChange(),
        "L": RuleChange(),
        "L001": RuleChange(
            messages={("point", "en"): "x", ("points", "en"): "{cuont}"}, options={"words": 3}
        ),
    }
    assert list(faults(changes, rules.RULES)) == [
        "there is no rule “L0001”. Did you mean L001?",
        "name “L” by a whole code or a name, such as L001.",
        "L001: the rule has no threshold “words”. It has none.",
        "L001: messages: the rule has no sentence “point”. It has “points”, “persons”.",
        "L001: messages.points.en: nothing fills {cuont}. There is {count}, {label}, {limit}.",
    ]


@pytest.mark.parametrize(
    ("said", "stray"),
    [
        ("{label.__class__} {count}", "{label.__class__}"),
        ("{count!r:>9999999}", "{count!r:>9999999}"),
        ("{", "{"),
        ("{0} points", "{0}"),
        ("count}", "}"),
    ],
)
def test_braces_that_are_no_name_are_told(said, stray):
    changes = {"L001": RuleChange(messages={("points", "en"): said})}
    (told,) = faults(changes, rules.RULES)
    assert told == (
        f"L001: messages.points.en: “{stray}” is no {{name}}; a reader would see the braces. "
        "There is {count}, {label}, {limit}."
    )


def test_one_rule_under_two_names_is_told():
    changes = {"L001": RuleChange(off=True), "too-many-points": RuleChange(severity=Severity.ERROR)}
    assert list(faults(changes, rules.RULES)) == [
        "too-many-points: that is the rule of “L001” again; say it once."
    ]


def test_the_faults_of_a_template_are_those_of_the_form_and_of_its_questions():
    built = build(schema({"L009": {"severity": "off"}}, {"L003": {"options": {"letters": 3}}}), "small")
    assert [fault.partition(".")[0] for fault in faults_of(built, rules.RULES)] == [
        "L003: the rule has no threshold “letters”",
        "there is no rule “L009”",
    ]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"options": {"words": True}}, "options, words: a threshold is a whole number from 0 to 1000000000."),
        ({"options": {"words": -1}}, "options, words: a threshold is a whole number from 0 to 1000000000."),
        (
            {"options": {"words": 10**30}},
            "options, words: a threshold is a whole number from 0 to 1000000000.",
        ),
        (
            {"options": {"words": "many"}},
            "options, words: a threshold is a whole number from 0 to 1000000000.",
        ),
        ({"options": [3]}, "options: an object in braces is wanted here."),
        ({"severity": "loud"}, "severity: one of error, warning, info, off."),
        ({"severity": ["off"]}, "severity: one of error, warning, info, off."),
        ({"messages": {"long": "Too long"}}, "messages, long: an object in braces is wanted here."),
        ({"helps": {"long": {"en": 3}}}, "helps, long, en: a sentence is wanted."),
        ({"severty": "off"}, "there is no “severty”. There are: severity, messages, helps, options."),
    ],
)
def test_a_template_with_rules_of_a_wrong_type_is_refused(changed, sentence):
    with pytest.raises(TemplateError) as refused:
        build(schema(None, {"L003": changed}), "small")
    assert str(refused.value).startswith("small: rules: L003")
    assert str(refused.value).endswith(sentence)
