"""The lists' own words: three languages, one as complete as the other."""

from __future__ import annotations

import ast
import json
import re
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest

from rapportkit.writers import findings
from rapportkit.writers.findings.phrases import Phrases

TABLE = json.loads(files("rapportkit.writers.data").joinpath("finding_phrases.json").read_text("utf-8"))
LANGUAGES = ("en", "fr", "es")


def gaps(said) -> set[tuple[str, str]]:
    forms = said if isinstance(said, dict) else {"": said}
    return {
        (form, str(name)) for form, text in forms.items() for _, name, _, _ in Formatter().parse(text) if name
    }


def test_there_are_three_languages():
    assert set(TABLE) == {"about", *LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_phrase_is_there_with_the_same_gaps(language):
    assert list(TABLE[language]) == list(TABLE["en"])
    for key, said in TABLE["en"].items():
        assert gaps(TABLE[language][key]) == gaps(said), key


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_phrases_are_translated(language):
    same = {key for key, said in TABLE[language].items() if said == TABLE["en"][key]}
    # “Error” is one word in English and Spanish; the rest are signs between gaps.
    assert same <= {"error", "then", "place", "errors"}


def test_french_signs_stand_behind_a_no_break_space():
    told = json.dumps(TABLE["fr"], ensure_ascii=False)
    assert re.findall(r"[^\u00a0\"\]}][:;?!]\s", told.replace('":', "")) == []


def test_nothing_in_the_table_is_idle():
    code = "".join(path.read_text("utf-8") for path in Path(findings.__path__[0]).glob("*.py"))
    used = {
        node.value for node in ast.walk(ast.parse("\n".join(_bodies(code)))) if isinstance(node, ast.Constant)
    }
    made = {f"{kind}{end}" for kind in ("error", "warning", "info") for end in ("", "s", "_column")}
    assert set(TABLE["en"]) - used - made == set()


def _bodies(code: str):
    return [line for line in code.splitlines() if not line.startswith("from __future__")]


def test_an_unknown_language_is_told_in_english():
    assert Phrases("pt-BR").say("clean") == "Nothing to mend"
    assert Phrases("FR-ca").say("clean") == "Rien à corriger"
    assert Phrases("").language == "en"
