"""Findings as SARIF: its shape, its fingerprints, and what code scanning asks on top."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from jsonschema import Draft202012Validator

from rapportkit.model.checked import Checked, CheckedFile
from rapportkit.model.location import Location
from rapportkit.writers.findings.fingerprints import fingerprint
from rapportkit.writers.findings.sarif import write
from writers.findings.samples import (
    CHECKED,
    CROWDED,
    INFO,
    RULES,
    TEXT,
    UNMARKED,
    WAIVED,
    WORD,
    finding,
    hostile,
    note,
)
from writers.findings.sarif_shape import LOG

Draft202012Validator.check_schema(LOG)
SHAPE = Draft202012Validator(LOG)


def run(checked: Checked) -> dict:
    log = json.loads(write(checked).decode())
    assert [error.message for error in SHAPE.iter_errors(log)] == []
    return log["runs"][0]


def test_a_result_for_a_word_file():
    assert run(CHECKED)["results"][0] == {
        "ruleId": "L001",
        "ruleIndex": 1,
        "level": "error",
        "message": {
            "text": "“Progress” holds 5 points; the form asks for 4 at most (table 2, row 9). "
            "Keep the strongest points, or join two that say the same."
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "rt12%20Mobility.docx", "index": 0},
                    "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2},
                },
                "logicalLocations": [
                    {"fullyQualifiedName": "/progress/4", "kind": "property"},
                    {"name": "table 2, row 9", "kind": "place"},
                ],
            }
        ],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{fingerprint(CROWDED)}:1",
            "rapportkit/v1": f"{fingerprint(CROWDED)}:1",
        },
        "suppressions": [],
        "properties": {"key": "many", "quote": "The fifth point"},
    }


def test_a_text_file_has_a_region_and_a_pdf_a_page():
    paged = finding("a.pdf", location=Location("a.pdf", page=3, line=9), place="page 3, line 9")
    first, second = run(Checked((UNMARKED, paged)))["results"]
    assert first["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 12,
        "startColumn": 3,
        "endLine": 12,
        "endColumn": 4,
    }
    assert "(line 12)" not in first["message"]["text"]
    assert second["locations"][0]["properties"] == {"page": 3}
    assert second["locations"][0]["physicalLocation"]["region"]["startLine"] == 1
    assert "(page 3, line 9)." in second["message"]["text"]


def test_rules_are_described_in_full():
    rules = run(CHECKED)["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["name"]) for rule in rules] == [(rule.code, rule.name) for rule in RULES]
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "error", "warning", "note"]
    assert rules[1] == {
        "id": "L001",
        "name": "too-many-points",
        "shortDescription": {"text": "A question holds more points than its form asks for."},
        "fullDescription": {"text": RULES[1].page.strip()},
        "help": {"text": RULES[1].page.strip()},
        "defaultConfiguration": {"level": "error"},
    }


def test_a_rule_that_only_a_finding_knows_of_is_described_all_the_same():
    found = run(Checked((finding(code="Z001", name="own-rule", severity=INFO),), rules=RULES))
    assert found["tool"]["driver"]["rules"][found["results"][0]["ruleIndex"]]["id"] == "Z001"
    assert found["results"][0]["level"] == "note"


def test_long_pages_are_cut_where_code_scanning_would_refuse_them():
    page = "A long story. " * 200
    rule = run(Checked(rules=(replace(note("L001", "n" * 300, INFO, "s" * 2000), page=page),)))["tool"][
        "driver"
    ]["rules"][0]
    assert (len(rule["name"]), len(rule["shortDescription"]["text"])) == (255, 1024)
    assert rule["fullDescription"]["text"].endswith("…")
    assert rule["help"]["text"] == page.strip()


def test_waived_findings_are_suppressed_with_their_reason():
    results = run(CHECKED)["results"]
    assert [result["suppressions"] for result in results[:-1]] == [[]] * 4
    assert results[-1]["suppressions"] == [{"kind": "external", "justification": "The chair asked for five."}]
    assert run(Checked(waived=(WAIVED,)))["results"][0]["ruleId"] == "L001"


def test_files_are_artifacts_with_relative_names():
    checked = Checked(
        files=(
            CheckedFile("Séance 1/rt 12%#?.docx", "a-form", session="1 Début"),
            CheckedFile("a\nb:c.txt"),
            CheckedFile("/srv/x.txt"),
            CheckedFile("bad\udcff.txt"),
            CheckedFile("\ud800.txt"),
        )
    )
    artifacts = run(checked)["artifacts"]
    assert [artifact["location"]["uri"] for artifact in artifacts] == [
        *("S%C3%A9ance%201/rt%2012%25%23%3F.docx", "a%0Ab%3Ac.txt", "srv/x.txt", "bad%FF.txt", "%3F.txt")
    ]
    assert artifacts[0]["properties"] == {"template": "a-form", "session": "1 Début"}


def test_fingerprints_survive_edits():
    moved = replace(UNMARKED, location=Location(TEXT, line=40), place="line 40", pointer="/quotes/7")
    assert fingerprint(moved) == fingerprint(UNMARKED)
    others = (
        replace(UNMARKED, quote="Other words"),
        replace(UNMARKED, file=WORD),
        replace(UNMARKED, code="Q001"),
        replace(UNMARKED, pointer="/points/0"),
    )
    assert len({fingerprint(each) for each in (UNMARKED, *others)}) == 5


def test_fingerprints_tell_like_findings_apart():
    prints = [
        result["partialFingerprints"]["primaryLocationLineHash"]
        for result in run(Checked((CROWDED, CROWDED, CROWDED)))["results"]
    ]
    assert [mark.partition(":")[2] for mark in prints] == ["1", "2", "3"]
    assert len({mark.partition(":")[0] for mark in prints}) == 1


def test_the_language_is_told_where_sarif_can_write_it():
    assert run(Checked(language="fr-CA"))["language"] == "fr"
    assert "language" not in run(Checked(language="ast"))


def test_sentences_end_once():
    told = run(Checked((finding(message="It says “so.” and ends.", place="", help=""),)))["results"]
    assert told[0]["message"]["text"] == "It says “so.” and ends."


@given(hostile())
@settings(max_examples=80, deadline=None, derandomize=True)
def test_the_shape_holds_whatever_the_words(checked):
    told = run(checked)
    assert len(told["results"]) == len(checked.findings) + len(checked.waived)
    for result in told["results"]:
        assert told["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert told["artifacts"][uri["index"]]["location"]["uri"] == uri["uri"]
