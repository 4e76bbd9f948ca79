"""`rapportkit new`."""

from __future__ import annotations

import json

import pytest

from cli.conftest import ROOT

ID = "gfmd-roundtable-2018"
SEED = min((ROOT / "seeds").glob("000*"))


def test_a_blank_form_follows_its_template_and_says_nothing_yet(rapportkit, tmp_path):
    form = tmp_path / "form.docx"
    assert rapportkit("new", ID, "-o", form) == (0, "", "", b"")
    report = json.loads(rapportkit("extract", form).out)
    assert report["template"] == ID
    assert report["unplaced"] == []
    assert not any(value for key, value in report["fields"].items() if isinstance(value, list) and value)


@pytest.mark.parametrize("lang", ["fr", "es"])
def test_a_form_in_another_language_is_known_again(rapportkit, tmp_path, lang):
    rapportkit("new", ID, "--lang", lang, "-o", tmp_path / "form.docx")
    assert json.loads(rapportkit("identify", tmp_path / "form.docx", "-f", "json").out)["template"] == ID


@pytest.mark.parametrize("lang", ["fr-FR", "FR", "fr_CA"])
def test_a_language_is_known_by_its_tag_in_any_case_and_region(rapportkit, lang):
    assert rapportkit("new", ID, "--lang", lang).data == rapportkit("new", ID, "--lang", "fr").data


def test_a_language_that_the_form_does_not_speak_is_refused(rapportkit, tmp_path):
    ended = rapportkit("new", ID, "--lang", "de", "-o", tmp_path / "form.docx")
    assert (ended.status, ended.out, list(tmp_path.iterdir())) == (2, "", [])
    assert ended.err == f"{ID} has no wording in “de”. Its languages are: en, fr, es.\n"


def test_a_template_of_ones_own_has_its_own_languages(rapportkit, tmp_path):
    schema = (ROOT / "schemas" / f"{ID}.json").read_text("utf-8").replace(f'"{ID}"', '"ours"')
    (tmp_path / "ours.json").write_text(
        schema.replace('"es":', '"pt-BR":').replace('"en":', '"de":'), "utf-8"
    )
    assert rapportkit("new", tmp_path / "ours.json", "--lang", "pt").status == 0
    assert rapportkit("new", tmp_path / "ours.json").status == 0
    assert (
        "Its languages are: de, fr, pt-BR." in rapportkit("new", tmp_path / "ours.json", "--lang", "es").err
    )


def test_data_comes_out_of_the_form_as_it_went_in(rapportkit, tmp_path):
    data = rapportkit("extract", SEED).data
    (tmp_path / "r.json").write_bytes(data)
    rapportkit("new", ID, "--data", tmp_path / "r.json", "-o", tmp_path / "a.docx")
    rapportkit("new", ID, "--data", "-", "-o", tmp_path / "b.docx")
    assert json.loads(rapportkit("extract", tmp_path / "a.docx").out)["fields"] == json.loads(data)["fields"]


def test_data_may_come_through_a_pipe_and_the_form_leave_by_one(rapportkit):
    data = rapportkit("extract", SEED).data
    form = rapportkit("new", ID, "--data", "-", stdin=data)
    assert form.status == 0
    assert json.loads(rapportkit("extract", "-", stdin=form.data).out)["fields"] == json.loads(data)["fields"]


def test_fields_typed_by_hand_will_do(rapportkit, tmp_path):
    fields = {"session": {"number": "9.9", "title": "Anything"}, "challenges": [{"text": "One."}]}
    for content in (fields, {"fields": fields}, {"template": ID, "fields": fields}):
        (tmp_path / "hand.json").write_text(json.dumps(content))
        assert (
            rapportkit("new", ID, "--data", tmp_path / "hand.json", "-o", tmp_path / "form.docx").status == 0
        )
        read = json.loads(rapportkit("extract", tmp_path / "form.docx").out)["fields"]
        assert (read["session"], read["challenges"]) == (fields["session"], fields["challenges"])


@pytest.mark.parametrize(
    ("content", "status", "told"),
    [
        (
            '{"template": "idm-summary-2017", "fields": {}}',
            2,
            "it does not fit the form gfmd-roundtable-2018",
        ),
        ('{"challenges": "not a list of points"}', 3, "not the output of “rapportkit extract”"),
        ("[]", 2, "holds 0 reports; a form is filled in with one"),
        ("[1, 2]", 2, "holds 2 reports; a form is filled in with one"),
        ("7", 3, "is no JSON object with the fields of a report"),
        (
            '{"rapportkit": "1", "sections": [], "conservation": {}, "reports": []}',
            3,
            "is a summary of several reports; a form is filled in with one",
        ),
        ('{"rapportkit": "7", "fields": {}}', 3, "has the shape number 7"),
        ('{"something": "else"}', 3, "holds none of the fields of the form gfmd-roundtable-2018"),
        ("{", 3, "is not sound JSON"),
    ],
)
def test_data_that_does_not_fit_is_told(rapportkit, tmp_path, content, status, told):
    (tmp_path / "r.json").write_text(content)
    ended = rapportkit("new", ID, "--data", tmp_path / "r.json", "-o", tmp_path / "form.docx")
    assert ended.status == status
    assert told in ended.err
    assert "Traceback" not in ended.err
    assert not (tmp_path / "form.docx").exists()


def test_a_form_is_written_as_word_only(rapportkit, tmp_path):
    ended = rapportkit("new", ID, "-o", tmp_path / "form.pdf")
    assert ended.status == 2
    assert "Known are: .docx." in ended.err
