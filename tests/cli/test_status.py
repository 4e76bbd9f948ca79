"""`rapportkit status`: the board of who has sent what."""

from __future__ import annotations

import json
import shutil

import pytest

from cli.conftest import REPORTS, ROOT

PLAN = """number,title,date,chair,rapporteur
1.2,Migrants' engagement with public services: from basic access to co-production,2018-12-06,Someone,Ana Exemplo
4.1,Multilateral cooperation and governance of migration and development,,,
5.2,Data for development,2018-12-07,Someone,Chi Muster
"""


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "programme.csv"
    path.write_text(PLAN, "utf-8")
    return path


def test_the_board_tells_what_came_and_what_is_missing(rapportkit, plan):
    ended = rapportkit("status", REPORTS, "--programme", plan)
    assert ended.status == 0
    lines = ended.out.splitlines()
    assert lines[0].startswith("1.2 Migrants' engagement")
    assert lines[0].endswith(": received")
    assert lines[1].startswith(
        "    roundtable-1.2.docx: GFMD roundtable reporting template, Marrakesh 2018, English, "
    )
    assert any(line.startswith("4.1 Multilateral") and line.endswith(": to mend") for line in lines)
    assert "5.2 Data for development: missing (on 2018-12-07, asked of Chi Muster)" in lines
    assert "On no session of the programme:" in lines
    assert ended.err == (
        "2 of 3 sessions reported; 1 missing; 1 to mend; 3 reports on no session of the programme.\n"
    )


def test_a_session_reported_twice_and_a_file_that_cannot_be_read(rapportkit, plan, tmp_path):
    shutil.copy(min((ROOT / "seeds").glob("000*")), tmp_path / "again.txt")
    (tmp_path / "empty.docx").touch()
    ended = rapportkit(
        "status", REPORTS, tmp_path / "again.txt", tmp_path / "empty.docx", "--programme", plan
    )
    assert ended.status == 3
    assert "co-production: several reports\n" in ended.out
    assert "Could not be read:\n    empty.docx: The file is empty" in ended.out
    assert ended.err.endswith("1 file could not be read.\n")


def test_json_and_html_say_the_same(rapportkit, plan, tmp_path):
    board = json.loads(rapportkit("status", REPORTS, "--programme", plan, "-f", "json").out)
    assert [(each["number"], each["state"]) for each in board["sessions"]] == [
        ("1.2", "received"),
        ("4.1", "to-mend"),
        ("5.2", "missing"),
    ]
    assert board["sessions"][2]["rapporteurs"] == ["Chi Muster"]
    assert board["sessions"][0]["reports"][0]["points"] == 38
    assert (board["missing"], len(board["beside"]), board["unread"]) == (1, 3, [])
    out = tmp_path / "board.html"
    assert rapportkit("status", REPORTS, "--programme", plan, "-o", out, "--lang", "fr").status == 0
    page = out.read_text("utf-8")
    assert '<html lang="fr">' in page
    assert all(word in page for word in ("manquant", "à corriger", "reçu", "Data for development"))
    assert "<script" not in page


def test_without_a_programme_the_reports_tell_the_sessions(rapportkit, tmp_path):
    ended = rapportkit("status", REPORTS, "-o", tmp_path / "board.txt")
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    told = (tmp_path / "board.txt").read_text("utf-8")
    assert told.endswith("Every session is reported (5); 1 to mend.\n")
