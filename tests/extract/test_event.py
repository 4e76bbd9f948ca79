"""The example event: every file is read as its author meant it, has the findings that its README names, and can be made again."""

from __future__ import annotations

import importlib
import json
import re
import zipfile
from pathlib import Path

import pytest

from rapportkit import api
from rapportkit.cli.outcome import run
from rapportkit.templates.catalog import shipped
from rapportkit.wire import programme
from rapportkit.wire import report as wire

ROOT = Path(__file__).parents[2]
EVENT = ROOT / "examples/event"
GOLD = {path.stem: json.loads(path.read_text("utf-8")) for path in (ROOT / "tests/gold/event").glob("*.json")}
SOURCES = {source: gold for _, gold in sorted(GOLD.items()) for source in gold["sources"]}
MADE_ON_THE_SPOT = {"T002", "T007"}
"""For information: forms of earlier years, with other dates and some other words."""

FALSE_ALARMS = {
    "reports/Report session 3.1.eml": {"U001"},
    "reports/TR1.3 sante et logement.docx": {"U001"},
}
"""Findings that the README does not name: guidance that the secretariat reworded for its own event."""


@pytest.fixture(scope="module")
def make_event():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "examples"))
        yield importlib.import_module("make_event")


def read(name):
    path = EVENT / name
    document = api.read(path.read_bytes(), path.name)
    best = api.identify(document, shipped())[0]
    return best, api.extract(document, best.template, best.confidence)


def every_file():
    for name in sorted(SOURCES):
        yield pytest.param(name, id=name)


def codes_of_the_readme():
    rows = re.findall(
        r"^\| `(.+?)` \|.*\| ([^|]+) \|$", (EVENT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    return {name: set(re.findall(r"[A-Z]\d{3}", codes)) for name, codes in rows}


def test_ten_sessions_in_twelve_files_on_all_five_forms_in_three_languages():
    sessions = {json.dumps(gold["fields"]["session"]) for gold in GOLD.values()}
    assert (len(sessions), len(SOURCES)) == (10, 12)
    assert {gold["template"] for gold in GOLD.values()} == {template.id for template in shipped()}
    assert {gold["language"] for gold in GOLD.values()} == {"en", "fr", "es"}
    assert {Path(name).suffix for name in SOURCES} == {".docx", ".pdf", ".odt", ".txt", ".eml"}


def test_one_session_of_the_programme_has_no_report():
    planned = programme.read((EVENT / "programme.csv").read_bytes(), "programme.csv").sessions
    reported = {gold["fields"]["session"].get("number", "0") for gold in GOLD.values()}
    assert {each.number for each in planned} - reported == {"1.5"}


@pytest.mark.parametrize("name", list(every_file()))
def test_fields_are_exactly_what_the_rapporteur_wrote(name):
    best, report = read(name)
    assert (best.template.id, best.fits) == (SOURCES[name]["template"], True)
    assert wire.fields(report, best.template) == SOURCES[name]["fields"]


def test_validate_finds_what_the_readme_says(tmp_path):
    told = tmp_path / "findings.json"
    arguments = ["validate", EVENT / "reports", EVENT / "late", "--programme", EVENT / "programme.csv"]
    assert run([*map(str, arguments), "-q", "--isolated", "-o", str(told)]) == 1
    found = {name: set() for name in SOURCES}
    by_name = {Path(name).name: name for name in SOURCES}
    for finding in json.loads(told.read_text("utf-8")):
        if finding["severity"] == "info":
            assert finding["code"] in MADE_ON_THE_SPOT, finding
            continue
        found[by_name[finding["file"]]].add(finding["code"])
    expected = codes_of_the_readme()
    assert expected.keys() == SOURCES.keys()
    assert found == {name: codes | FALSE_ALARMS.get(name, set()) for name, codes in expected.items()}


def test_the_same_pages_make_the_same_files_again(make_event):
    made = make_event.make()
    prints = [*make_event.PRINTS, *make_event.COPIES]
    there = {path.relative_to(EVENT).as_posix() for path in EVENT.rglob("*.*")}
    # What is made of the reports is held by tests/test_event_outputs.py.
    there = {name for name in there if not name.startswith("summary/")}
    assert there == {*made, *prints, "README.md", "decisions.toml"}
    assert [name for name, data in sorted(made.items()) if (EVENT / name).read_bytes() != data] == []
    gold = make_event.make_gold()
    there = {path.name: path.read_bytes() for path in (ROOT / "tests/gold/event").iterdir()}
    assert there == gold


def test_the_second_copy_is_the_same_file(make_event):
    for copy, name in make_event.COPIES.items():
        assert (EVENT / copy).read_bytes() == (EVENT / name).read_bytes()


def test_nothing_in_the_files_names_who_made_them():
    for path in [*EVENT.rglob("*.docx"), *EVENT.rglob("*.odt")]:
        with zipfile.ZipFile(path) as package:
            assert "creator>" not in "".join(
                re.sub(r"<dc:creator></dc:creator>|<dc:creator/>", "", package.read(name).decode())
                for name in package.namelist()
                if name.startswith(("docProps", "meta"))
            )
