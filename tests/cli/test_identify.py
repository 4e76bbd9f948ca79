"""`rapportkit identify`."""

from __future__ import annotations

import json

from cli.conftest import ROOT

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
