"""The seeds, and the same reports as Word and PDF, extract to exactly the answers in tests/gold."""

import json
from pathlib import Path

import pytest

from rapportkit import api
from rapportkit.templates.catalog import shipped
from rapportkit.wire import report as wire

ROOT = Path(__file__).parents[2]
GOLD = {path.stem: json.loads(path.read_text("utf-8")) for path in (ROOT / "tests/gold/seeds").glob("*.json")}
FILES = [
    *((ROOT / "seeds" / gold["source"], name) for name, gold in sorted(GOLD.items())),
    *((path, path.stem) for path in sorted((ROOT / "examples/formats").glob("*.*")) if path.stem in GOLD),
]


def test_there_are_five_seeds_and_fifteen_files():
    assert len(GOLD) == 5
    assert len(FILES) == 20


@pytest.mark.parametrize(("path", "name"), FILES, ids=lambda value: getattr(value, "name", value))
def test_fields_are_exactly_the_gold(path, name):
    document = api.read(path.read_bytes(), path.name)
    best = api.identify(document, shipped())[0]
    assert (best.template.id, best.fits) == (GOLD[name]["template"], True)
    report = api.extract(document, best.template, best.confidence)
    assert wire.fields(report, best.template) == GOLD[name]["fields"]
