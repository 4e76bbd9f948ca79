"""The lists behind the tags are whole: every objective and goal, in three languages, with its title and terms."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import pytest

from rapportkit.mentions.tags import TONGUES, tags

TARGETS = {"3.8", "5.2", "8.7", "8.8", "10.7", "10.c", "16.1", "16.2", "16.3", "16.9", "17.18"}
GROUPS = {
    *("women", "children", "youth", "diaspora", "local-authorities"),
    *("private-sector", "civil-society", "trade-unions", "academia"),
}
IDS = {
    "tags_gcm": {f"gcm-{number}" for number in range(1, 24)},
    "tags_sdg": {f"sdg-{number}" for number in [*range(1, 18), *TARGETS]},
    "tags_groups": GROUPS,
}
ENTRIES = [(name, each) for name, ids in IDS.items() for each in sorted(ids)]
KIND = {"tags_gcm": "gcm", "tags_sdg": "sdg", "tags_groups": "group"}


def held(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(
        files("rapportkit.mentions.data").joinpath(f"{name}.json").read_text("utf-8")
    )
    return data


@pytest.mark.parametrize("name", IDS)
def test_a_list_holds_every_id_and_names_its_sources(name):
    data = held(name)
    assert set(data["entries"]) == IDS[name]
    assert data["about"]
    assert all(isinstance(line, str) for line in data["about"])
    assert set(data["apart"]) == set(TONGUES)


@pytest.mark.parametrize(("name", "each"), ENTRIES)
def test_an_entry_has_title_and_terms_in_three_languages(name, each):
    entry = held(name)["entries"][each]
    assert set(entry["title"]) == set(entry["terms"]) == set(TONGUES)
    assert all(entry["title"].values())
    for part in ("named", "terms", "alone"):
        for terms in entry.get(part, {}).values():
            assert terms
            assert len(set(terms)) == len(terms)
            assert not [term for term in terms if re.search(r"[,;:()]|\*\w|(?<! )\.\.|\.\.(?! )", term)]


@pytest.mark.parametrize(
    ("name", "each"), [(name, each) for name, each in ENTRIES if name == "tags_gcm" or "." not in each]
)
@pytest.mark.parametrize("tongue", TONGUES)
def test_a_title_gives_its_own_tag(name, each, tongue):
    title = held(name)["entries"][each]["title"][tongue]
    assert each in {tag.id for tag in tags(title, tongue) if tag.kind == KIND[name]}


def plain(term: str) -> str:
    """A term as words: the first of each choice, a whole word for each start."""
    words = (word.split("|")[0].replace("*", "") for word in re.split(r" \.\. | \+ | ", term))
    return " ".join(words)


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("tongue", TONGUES)
def test_every_term_gives_its_tag(name, tongue):
    missed = [
        (each, term)
        for each, entry in held(name)["entries"].items()
        for part in ("named", "terms")
        for term in entry.get(part, {}).get(tongue, ())
        if each not in {tag.id for tag in tags(plain(term), tongue) if tag.kind == KIND[name]}
    ]
    assert missed == []
