"""`rapportkit templates` and `rapportkit explain`."""

from __future__ import annotations

import json

from cli.conftest import ROOT

IDS = sorted(path.stem for path in (ROOT / "schemas").glob("*.json"))


def test_list_shows_every_template(rapportkit):
    ended = rapportkit("templates", "list")
    assert (ended.status, ended.err) == (0, "")
    assert [line.split()[0] for line in ended.out.splitlines()] == ["id", *IDS]
    assert [each["id"] for each in json.loads(rapportkit("templates", "list", "-f", "json").out)] == IDS


def test_show_gives_every_question_with_its_pointer_role_and_limits(rapportkit):
    told = rapportkit("templates", "show", "gfmd-csd-2016").out
    assert told.startswith("gfmd-csd-2016 (Dhaka 2016)\n")
    assert "    /progress  (rows, good-practices, required, at least 1, at most 4)\n" in told
    assert "      /recommendations/*/actions  (points, required, at most 2)\n" in told


def test_show_gives_the_schema_itself_as_json(rapportkit):
    shown = json.loads(rapportkit("templates", "show", IDS[0], "-f", "json").out)
    assert shown == json.loads((ROOT / "schemas" / f"{IDS[0]}.json").read_bytes())


def test_check_finds_every_shipped_template_sound(rapportkit):
    ended = rapportkit("templates", "check", *(ROOT / "schemas").glob("*.json"))
    assert (ended.status, ended.out) == (0, "")
    assert len(ended.err.splitlines()) == len(IDS)


def test_check_says_what_is_wrong_and_gives_2(rapportkit, tmp_path):
    schema = json.loads((ROOT / "schemas" / f"{IDS[0]}.json").read_bytes())
    schema["x-rapportkit"]["order"].append("nowhere")
    (tmp_path / "broken.json").write_text(json.dumps(schema))
    ended = rapportkit("templates", "check", tmp_path / "broken.json")
    assert ended.status == 2
    assert "nowhere" in ended.out


def test_check_refuses_what_is_no_template(rapportkit, tmp_path):
    for name, content in {"list.json": "[]", "text.json": "no JSON", "other.json": "{}"}.items():
        (tmp_path / name).write_text(content)
        ended = rapportkit("templates", "check", tmp_path / name)
        assert (ended.status, "Traceback" in ended.err) == (2, False)
        assert name in ended.out + ended.err


def test_an_unsound_template_in_a_folder_ends_the_run(rapportkit, tmp_path):
    (tmp_path / "ours.json").write_text('{"x-rapportkit": {"id": "ours"}}')
    ended = rapportkit("validate", ROOT / "seeds", "--template-dir", tmp_path)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("ours.json")


def test_explain_prints_the_page_of_a_rule(rapportkit):
    ended = rapportkit("explain", "l001")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("L001 too-many-points (error)\n\n")
    assert ended.out.endswith(".\n")


def test_explain_names_the_nearest_rule(rapportkit):
    ended = rapportkit("explain", "L0001")
    assert (ended.status, ended.out) == (2, "")
    assert "There is no rule “L0001”. Did you mean L001" in ended.err
