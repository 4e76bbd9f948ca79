"""Settings from rapportkit.toml and pyproject.toml, and `rapportkit config show`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import ROOT
from rapportkit.cli.config import NONE, find
from rapportkit.errors import UsageError
from rapportkit.model.finding import Severity
from rapportkit.model.settings import RuleChange, Waiver

CROWDED = sorted((ROOT / "seeds").glob("*.txt"))[1]
WHOLE = """
lang = "fr"
format = "grouped"
fail-on = "warning"
programme = "programme.csv"
select = ["L", "Q"]
ignore = "Q002"
template-dir = ["forms"]

[rules.too-many-points]
severity = "warning"
messages.points.fr = "Trop : {count}"
helps = { points = "Cut." }

[rules.L003]
words = 80

[[waivers]]
files = "rt*.docx"
rule = "L001"
field = "/quotes"
reason = "agreed with the chair"
"""


def write(folder: Path, text: str, name: str = "rapportkit.toml") -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_everything_that_can_be_settled_is_read(tmp_path):
    found = find(None, start=write(tmp_path, WHOLE).parent)
    assert (found.lang, found.format, found.fail_on) == ("fr", "grouped", "warning")
    assert (found.select, found.ignore) == (("L", "Q"), ("Q002",))
    assert found.programme == Path("programme.csv")
    assert found.template_dir == (Path("forms"),)
    assert found.rules["too-many-points"] == RuleChange(
        Severity.WARNING,
        messages={("points", "fr"): "Trop : {count}"},
        helps={("points", "*"): "Cut."},
    )
    assert found.rules["L003"].options == {"words": 80}
    assert found.waivers == (Waiver("rt*.docx", "L001", "agreed with the chair", "/quotes"),)


def test_the_nearest_file_counts_and_paths_are_meant_from_its_folder(tmp_path):
    write(tmp_path, 'lang = "es"\nbaseline = "known.json"')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    found = find(None, start=inner)
    assert (found.lang, found.origin, found.baseline) == (
        "es",
        "../../rapportkit.toml",
        Path("../../known.json"),
    )
    write(inner.parent, "[project]", "pyproject.toml")
    assert find(None, start=inner).lang == "es"
    write(inner.parent, '[tool.rapportkit]\nlang = "fr"', "pyproject.toml")
    assert find(None, start=inner).origin == "../pyproject.toml, [tool.rapportkit]"
    write(inner, 'lang = "en"')
    assert find(None, start=inner).lang == "en"


def test_a_named_file_counts_before_the_nearest_and_none_where_nothing_is_wanted(tmp_path):
    write(tmp_path, 'lang = "fr"')
    other = write(tmp_path, 'lang = "es"', "other.toml")
    assert find(other, start=tmp_path).lang == "es"
    assert find(None, isolated=True, start=tmp_path) == NONE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lang = ", "is no sound TOML"),
        ("lang = 3", "rapportkit.toml, lang is a text in quotation marks."),
        ("langue = 'fr'", "there is no setting “langue”. Did you mean “lang”?"),
        ("select = [3]", "rapportkit.toml, select is a list of texts."),
        ("select = ['L9']", "there is no rule “L9”."),
        ("fail-on = 'all'", "there is no “all” here. Known are: error, warning, info, never."),
        ("rules = 3", "rapportkit.toml, rules is a table"),
        ("[rules.L0001]", "there is no rule “L0001”. Did you mean L001?"),
        (
            "[rules.L001]\nseverity = 'grave'",
            "there is no “grave” here. Known are: error, warning, info, off.",
        ),
        ("[rules.L001]\nwords = 3", "L001: the rule has no threshold “words”."),
        ("[rules.L003]\nwords = 'many'", "rules.L003, words: a threshold is a whole number."),
        ("[rules.L001.messages]\npoints = 3", "is a sentence, or a table from language to sentence"),
        ("[rules.L001.messages]\npoints = '{nobody}'", "nothing fills {nobody}"),
        ("waivers = 3", "rapportkit.toml, waivers is a list of tables"),
        ("[[waivers]]\nfiles = '*'", "entry 1 lacks “rule”"),
        ("[[waivers]]\nfiles = '*'\nrule = 'L001'\nreason = ' '", "entry 1 lacks “reason”: say why"),
        ("[[waivers]]\nfiles = '*'\nrule = 'Z9'\nreason = 'x'", "there is no rule “Z9”"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path, text: str, said: str):
    with pytest.raises(UsageError) as caught:
        find(None, start=write(tmp_path, text).parent)
    assert said in str(caught.value)


def test_a_file_that_is_not_there_or_says_nothing_is_refused(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        find(tmp_path / "none.toml")
    with pytest.raises(UsageError, match="holds no section"):
        find(write(tmp_path, "[project]", "pyproject.toml"))
    (tmp_path / "rapportkit.toml").write_bytes(b"\xff")
    with pytest.raises(UsageError, match="no text in UTF-8"):
        find(None, start=tmp_path)


def test_show_tells_every_value_and_where_it_comes_from(rapportkit, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, WHOLE)
    shown = {each["name"]: each for each in json.loads(rapportkit("config", "show", "-f", "json").out)}
    assert shown["lang"] == {"name": "lang", "value": "fr", "origin": "rapportkit.toml"}
    assert shown["baseline"] == {"name": "baseline", "value": None, "origin": "default"}
    assert shown["rules.too-many-points.severity"]["value"] == "warning"
    assert shown["rules.too-many-points.messages.points.fr"]["value"] == "Trop : {count}"
    assert shown["rules.L003.words"]["value"] == 80
    assert shown["waivers.1"]["value"]["reason"] == "agreed with the chair"
    text = rapportkit("config", "show").out.splitlines()
    assert [line.split() for line in text[:2]] == [
        ["setting", "value", "from"],
        ["lang", "fr", "rapportkit.toml"],
    ]
    isolated = rapportkit("config", "show", "--isolated").out
    assert "rapportkit.toml" not in isolated


def test_validate_keeps_to_the_configuration_and_the_command_line_outweighs_it(
    rapportkit, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, '[rules.L001]\nseverity = "info"\n[[waivers]]\nfiles = "*"\nrule = "Q"\nreason = "asked"')
    ended = rapportkit("validate", CROWDED, "--select", "L001,Q002")
    assert (ended.status, "[L001 too-many-points, for information]" in ended.out, "Q002" in ended.out) == (
        0,
        True,
        False,
    )
    assert "waived" in ended.err
    assert rapportkit("validate", CROWDED, "--fail-on", "info").status == 1
    assert rapportkit("validate", CROWDED, "--isolated").status == 1
    write(tmp_path, 'format = "json"\nselect = ["L001"]\nfail-on = "never"')
    ended = rapportkit("validate", CROWDED)
    assert ([each["code"] for each in json.loads(ended.out)], ended.status) == (["L001"], 0)
    assert rapportkit("validate", CROWDED, "-f", "concise", "--fail-on", "error").status == 1


def test_a_waiver_that_meets_nothing_is_told(rapportkit, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, '[[waivers]]\nfiles = "001*"\nrule = "L002"\nreason = "old"')
    assert "A waiver meets no finding any more: L002 in 001* (old)." in rapportkit("validate", CROWDED).err
