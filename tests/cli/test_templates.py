"""`rapportkit templates` and `rapportkit explain`."""

from __future__ import annotations

import json
from pathlib import Path

from cli.conftest import ROOT
from rapportkit.templates import catalog

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


def test_check_goes_on_after_a_file_that_cannot_be_read(rapportkit, tmp_path):
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe\xfd")
    (tmp_path / "cut.json").write_text('{"title": ')
    (tmp_path / "deep.json").write_text("[" * 100_000)
    sound = ROOT / "schemas" / f"{IDS[0]}.json"
    bad = [tmp_path / name for name in ("binary.json", "cut.json", "deep.json", "missing.json")]
    ended = rapportkit("templates", "check", *bad, tmp_path, sound)
    assert (ended.status, ended.out) == (2, "")
    binary, cut, deep, missing, folder, fine = ended.err.splitlines()
    assert binary == f"{bad[0]} is no text in UTF-8: save it as UTF-8."
    assert cut.startswith(f"{bad[1]} is not sound JSON (line 1, column 11): look for a comma, a bracket or ")
    assert deep == f"{bad[2]} is no template: its brackets are nested too deeply."
    assert missing == f"{bad[3]}: there is no such template file."
    assert folder.startswith(f"{tmp_path}: this is a folder; a template is one .json file.")
    assert fine == f"{sound.name} is a sound template."


def test_the_words_of_a_library_stay_away(rapportkit, tmp_path, monkeypatch):
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe\xfd")
    in_folder = rapportkit("templates", "list", "--template-dir", tmp_path)
    assert (in_folder.status, "codec" in in_folder.err) == (2, False)
    (tmp_path / "binary.json").write_text(
        '{"properties": {"a": {"x-rapportkit": {"kind": "b"}}}, "x-rapportkit": {"id": "a"}}'
    )
    assert rapportkit("templates", "list", "--template-dir", tmp_path).err == (
        "binary.json: an annotation of this template is not as it should be: “rapportkit templates check "
        "FILE” lists what is wrong.\n"
    )

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    named = rapportkit("templates", "show", "ours.json")
    assert (named.status, named.err) == (2, "ours.json: you have no permission to read it.\n")


def test_a_template_without_end_is_refused(rapportkit, tmp_path, monkeypatch):
    monkeypatch.setattr(catalog, "LARGEST", 100)
    (tmp_path / "film.json").write_bytes(b" " * 101)
    ended = rapportkit("templates", "show", tmp_path / "film.json")
    assert (ended.status, "larger than 0 MB: that is no template." in ended.err) == (2, True)


def test_two_files_with_one_id_are_refused(rapportkit, tmp_path):
    schema = (ROOT / "schemas" / f"{IDS[0]}.json").read_text("utf-8")
    for name in ("a.json", "more/b.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(schema.replace(f'"{IDS[0]}"', '"ours-2031"'), "utf-8")
    alone = rapportkit("templates", "list", "--template-dir", tmp_path, "--template-dir", tmp_path)
    assert (alone.status, alone.err, "ours-2031" in alone.out) == (0, "", True)
    ended = rapportkit("templates", "list", "--template-dir", tmp_path, "--template-dir", tmp_path / "more")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(
        f"{tmp_path}/a.json and {tmp_path}/more/b.json both call themselves “ours-2031”: give one of them another id"
    )


def test_a_file_that_takes_the_id_of_a_shipped_template_is_told_once(rapportkit, tmp_path):
    ours = tmp_path / "ours.json"
    schema = json.loads((ROOT / "schemas" / f"{IDS[0]}.json").read_bytes())
    ours.write_text(json.dumps(schema))
    assert rapportkit("templates", "list", "--template-dir", tmp_path).err == ""
    ours.write_text(json.dumps(schema | {"title": "Ours"}))
    ended = rapportkit("templates", "list", "--template-dir", tmp_path)
    assert (ended.status, "Ours" in ended.out, len(ended.err.splitlines())) == (0, True, 1)
    assert ended.err.startswith("Used in place of a template of the same id that comes with rapportkit: “")
    assert rapportkit("templates", "show", ours).err == ended.err
    assert rapportkit("templates", "show", IDS[0], "--template-dir", tmp_path).err == ended.err
    assert rapportkit("templates", "list", "--template-dir", tmp_path, "-q").err == ""


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
    assert "There are F001, F002," in rapportkit("explain", "X999").err
