"""`rapportkit identify`."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from cli.conftest import ROOT
from rapportkit import api

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
AGENDA = ROOT / "tests" / "fixtures" / "not_forms" / "agenda.txt"


def test_each_file_is_told_its_template_and_what_speaks_for_it(rapportkit):
    ended = rapportkit("identify", SEEDS[1])
    assert (ended.status, ended.err) == (0, "")
    verdict, evidence = ended.out.splitlines()
    assert verdict == f"{SEEDS[1]}: gfmd-csd-2016 (1.00)"
    assert evidence.startswith("    met: “Session”, ")


def test_what_fits_none_is_told_so_and_gives_3(rapportkit):
    ended = rapportkit("identify", AGENDA, SEEDS[0])
    assert ended.status == 3
    assert f"{AGENDA}: none fits; the nearest is idm-summary-2017 (0." in ended.out
    assert f"{SEEDS[0]}: gfmd-roundtable-2018" in ended.out


def test_json_says_null_where_none_fits(rapportkit):
    ended = rapportkit("identify", AGENDA, "-f", "json")
    verdict = json.loads(ended.out)
    assert verdict["template"] is None
    assert [each["confidence"] for each in verdict["candidates"]] == sorted(
        (each["confidence"] for each in verdict["candidates"]), reverse=True
    )
    several = json.loads(rapportkit("identify", SEEDS[4], AGENDA, "-f", "json").out)
    assert [each["template"] for each in several] == ["gfmd-rapporteur-summary-2021", None]


def test_only_the_named_template_is_tried(rapportkit):
    ended = rapportkit("identify", SEEDS[0], "-t", "gfmd-csd-2018")
    assert ended.status == 3
    assert "none fits; the nearest is gfmd-csd-2018" in ended.out


def test_extracted_reports_say_their_own(rapportkit, extracted):
    lines = rapportkit("identify", "-", stdin=extracted).out.splitlines()
    assert lines[0].startswith("idm-2017-summary.txt: idm-summary-2017 (0.")
    assert len(lines) == 5


@pytest.fixture
def sure(monkeypatch):
    """Let every document fit with the confidence that is given."""
    best = api.recognise

    def give(confidence):
        monkeypatch.setattr(
            api, "recognise", lambda *asked: replace(best(*asked), confidence=confidence, fits=True)
        )

    return give


@pytest.mark.parametrize("command", ["extract", "merge"])
def test_a_template_that_is_not_sure_is_told_where_it_was_detected(rapportkit, sure, command):
    sure(0.42)
    detected = rapportkit(command, SEEDS[0])
    assert detected.status == 0
    assert detected.err.startswith(
        f"{SEEDS[0]} is taken for gfmd-roundtable-2018, which is not sure (confidence 0.42): look with"
    )
    assert "not sure" not in rapportkit(command, SEEDS[0], "-q").err
    assert "confidence" not in rapportkit(command, SEEDS[0], "-t", "gfmd-roundtable-2018").err
    sure(0.6)
    assert "confidence" not in rapportkit(command, SEEDS[0]).err


def test_a_named_template_is_doubted_where_next_to_nothing_speaks_for_it(rapportkit, sure):
    sure(0.13)
    named = ("extract", SEEDS[0], "-t", "idm-summary-2017")
    ended = rapportkit(*named)
    assert (ended.status, ended.err) == (
        0,
        f"{SEEDS[0]} hardly looks like the form idm-summary-2017 that was named (confidence 0.13).\n",
    )
    assert rapportkit(*named, "-q").err == ""


def test_the_finding_on_an_unsure_template_fits_a_named_one_too(rapportkit, sure):
    sure(0.42)
    for named in ((), ("-t", "gfmd-roundtable-2018")):
        ended = rapportkit("validate", SEEDS[0], "-f", "json", *named)
        (finding,) = (each for each in json.loads(ended.out) if each["code"] == "T001")
        assert finding["help"].startswith("If it follows another form, name that one with --template; if")
        assert "confidence" not in ended.err
