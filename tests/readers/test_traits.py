"""The corpus of traits: one small file each, read as a careful person reads it."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from corpus.traits.every import TRAITS
from corpus.traits.make_traits import FILES
from rapportkit import api
from rapportkit.errors import ReadError
from rapportkit.model.options import ReadOptions, Revisions
from rapportkit.templates.catalog import shipped
from rapportkit.wire.report import fields

ABOUT = ("kind", "text", "level", "marker")
every_trait = pytest.mark.parametrize("trait", TRAITS, ids=lambda trait: trait.name)


def read(trait, **options):
    return api.read((FILES / trait.name).read_bytes(), trait.name, ReadOptions(**options))


def seen(block, expected):
    """What a block says on the things that are expected of it."""
    found = {name: getattr(block, name) for name in expected if name not in {"at", "notes"}}
    found["notes"] = [asdict(note) for note in block.notes]
    place = {name: getattr(block.location, name) for name in expected.get("at", ())}
    return found | {
        "at": {name: list(said) if isinstance(said, tuple) else said for name, said in place.items()}
    }


def wanted(expected):
    return {"notes": [], "at": {}} | expected


def hold(trait, expected, **options):
    """Hold a file against what is expected of it."""
    if "refused" in expected:
        with pytest.raises(ReadError) as caught:
            read(trait, **options)
        code, said = expected["refused"]
        assert (caught.value.code, said in str(caught.value)) == (code, True), str(caught.value)
        return
    document = read(trait, **options)
    if "blocks" in expected:
        blocks = expected["blocks"]
        plain = [[getattr(block, name) for name in ABOUT] for block in document.blocks]
        assert plain == [[block[name] for name in ABOUT] for block in blocks]
        assert [seen(*pair) for pair in zip(document.blocks, blocks, strict=True)] == [*map(wanted, blocks)]
    if "furniture" in expected:
        assert [{"kind": each.kind, "text": each.text} for each in document.furniture] == expected[
            "furniture"
        ]
    if "remarks" in expected:
        assert [remark.code for remark in document.remarks] == expected["remarks"]
    if "fields" in expected:
        (template,) = (each for each in shipped() if each.id == expected["template"])
        best = api.identify(document, shipped())[0]
        assert (best.template.id, best.fits) == (template.id, True)
        assert fields(api.extract(document, template), template) == expected["fields"]


@pytest.fixture(autouse=True)
def _without_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is converted by another program, wherever the tests run."""
    monkeypatch.setenv("PATH", str(tmp_path))


@every_trait
def test_a_trait_is_read_as_a_person_reads_it(trait, request):
    if trait.wrong:
        request.applymarker(pytest.mark.xfail(reason=trait.wrong, strict=True))
    expected = json.loads((FILES / f"{trait.name}.json").read_text(encoding="utf-8"))
    hold(trait, expected)
    if "original" in expected:
        hold(trait, expected["original"], revisions=Revisions.ORIGINAL)
    if "unlocked" in expected:
        hold(trait, expected["unlocked"], passwords=(expected["password"],))


@every_trait
def test_the_script_makes_the_same_files(trait):
    assert trait.make() == (FILES / trait.name).read_bytes()
    assert trait.record == json.loads((FILES / f"{trait.name}.json").read_text(encoding="utf-8"))


def test_every_file_belongs_to_a_trait_and_all_are_small():
    names = [trait.name for trait in TRAITS]
    assert sorted(path.name for path in FILES.iterdir()) == sorted(
        [*names, *(f"{name}.json" for name in names)]
    )
    assert len(names) == len(set(names)) >= 60
    assert sum(path.stat().st_size for path in FILES.iterdir()) < 600_000
