"""A summary as JSON: its shape, and out and back."""

from __future__ import annotations

import copy
import json

import jsonschema
import pytest

from merge.made import dumped, made, public, restricted, said, seeds
from rapportkit.errors import ReadError
from rapportkit.templates.catalog import shape
from rapportkit.wire import summary as wire

SHAPE = jsonschema.Draft202012Validator(shape("summary"))


def whole():
    report = made(
        {
            "event": {"title": "Forum", "place": "Marrakesh"},
            "rapporteurs": [{"name": "Ana Exemplo"}, {"name": "Luis Modelo", "affiliation": "ILO"}],
            "challenges": [
                {
                    "text": "Objective 7 in Spain:",
                    "points": said("housing"),
                    "notes": [{"label": "1", "text": "See there."}, {"text": "And here."}],
                }
            ],
            "quotes": [{"text": "“Now.”", "speaker": "Eva Muster", "consent": "approved"}],
        },
        places={"/challenges/0": {"text": "Objective 7 in Spain:", "table": 2, "row": 4, "cell": 1}},
    )
    chapter = made(
        {"convergences": [{"number": 3, "title": "Children", "points": said("Protect them")}]},
        "idm-summary-2017",
        number="",
    )
    group = made(
        {"recommendations": [{"text": "Build", "actions": said("homes"), "indicators": said("homes built")}]},
        "gfmd-csd-2016",
        number="4.1",
    )
    return restricted(report, chapter, group, *seeds())


def test_the_shape_is_itself_a_schema():
    jsonschema.Draft202012Validator.check_schema(shape("summary"))


@pytest.mark.parametrize(
    "summary", [whole(), public(*seeds()), restricted()], ids=["whole", "public", "empty"]
)
def test_real_output_has_the_shape_and_comes_back(summary):
    data = json.loads(json.dumps(wire.dump(summary)))
    SHAPE.validate(data)
    assert wire.load(data) == summary


def test_a_point_tells_what_the_contract_asks_for():
    data = wire.dump(whole())
    (point,) = (
        point
        for section in data["sections"]
        if section["role"] == "challenges"
        for point in section["points"]
        if point["text"] == "Objective 7 in Spain:"
    )
    assert (point["themes"], point["countries"], point["sessions"]) == (["gcm-7"], ["ESP"], 1)
    (support,) = point["support"]
    assert support["report"] in {entry["key"] for entry in data["reports"]}
    assert support["session"] == "1.2 Public services"
    assert support["pointer"] == "/challenges/0"
    assert support["text"] == "Objective 7 in Spain:"
    assert support["place"] == "table 2, row 4, cell 1"
    assert support["notes"] == [{"label": "1", "text": "See there."}, {"text": "And here."}]
    assert [below["text"] for below in point["points"]] == ["housing"]


def test_a_public_shape_has_no_room_for_rapporteurs_and_files():
    data = json.loads(dumped(whole()))
    SHAPE.validate(data)
    data["edition"] = "public"
    assert not SHAPE.is_valid(data)
    for entry in data["reports"]:
        entry.pop("rapporteurs", None)
    assert not SHAPE.is_valid(data)
    for entry in data["reports"]:
        del entry["source"]["name"]
    assert not SHAPE.is_valid(data)
    without_ids = json.loads(
        dumped(whole()),
        object_hook=lambda held: (
            held if "report" not in held else {key: value for key, value in held.items() if key != "id"}
        ),
    )
    data["sections"] = without_ids["sections"]
    SHAPE.validate(data)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda data: data.pop("reports"), "(“reports” is missing)"),
        (lambda data: data["reports"][0]["source"].pop("sha256"), "(“sha256” is missing)"),
        (lambda data: data["sections"][0].update(role="secrets"), "of another kind"),
        (lambda data: data["sections"][0]["points"][0].update(text=7), "of another kind"),
        (lambda data: data["sections"][0]["points"][0].update(support=None), "of another kind"),
        (lambda data: data.update(conservation=[]), "of another kind"),
        (lambda data: data.update(sessions=float("inf")), "of another kind"),
    ],
)
def test_another_shape_is_refused_in_one_sentence(spoil, told):
    data = copy.deepcopy(wire.dump(whole()))
    spoil(data)
    with pytest.raises(ReadError, match="merge the reports again") as trouble:
        wire.load(data)
    assert trouble.value.code == "F009"
    assert told in str(trouble.value)
    assert "\n" not in str(trouble.value)
    assert "Error" not in str(trouble.value)
