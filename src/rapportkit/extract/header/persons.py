"""Names with affiliations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportkit.extract.header.values import Values
from rapportkit.extract.kinds.lists import rejoined
from rapportkit.model.document import Block
from rapportkit.model.location import Location
from rapportkit.model.report import Value

_AND = r"(?:\s*,)?\s+(?:and|et|e|y|&)\s+"
_TITLE = r"(?:Mr|Ms|Mrs|Dr|Prof|Amb|H\.E|M\.|Mme|Sr|Sra|Ambassador)\b"
_HONORIFIC = re.compile(rf"{_AND}(?={_TITLE})")
# "A (Body), B (Body)" and "A – Body, B – Body": behind a bracket or before a dash a name begins.
_AFTER_BRACKET = re.compile(rf"(?<=\))(?:{_AND}(?=[^\W\d_])|\s*,\s*(?=[A-ZÀ-Þ][^(),;]{{2,60}}\())")
_BEFORE_DASH = re.compile(rf"(?:{_AND}|,\s+)(?=[A-ZÀ-Þ][^,–—()]{{2,50}}\s[–—-]\s)")
_DIVIDER = re.compile(r",\s*|\s[–—-]\s")
_MOST_NAMES = 5


def persons(blocks: Sequence[Block]) -> Values:
    """Read names with affiliations: "Name, affiliation", "Name (affiliation)", several of them."""
    values: Values = []
    for index, (said, location) in enumerate(_people(blocks)):
        name, affiliation = _person(said)
        values.append((f"/rapporteurs/{index}/name", Value(name, location)))
        if affiliation:
            values.append((f"/rapporteurs/{index}/affiliation", Value(affiliation, location)))
    return values


def _people(blocks: Sequence[Block]) -> Iterator[tuple[str, Location]]:
    for block in rejoined(blocks):
        for part in re.split(r"\s*;\s*|\s+/\s+|\s*\|\s*", block.text):
            for said in _apart(part.strip(" ,;")):
                if said.strip():
                    yield said.strip(), block.location


def _apart(text: str) -> list[str]:
    for between in (_HONORIFIC, _AFTER_BRACKET, _BEFORE_DASH):
        parts = [part.strip(" ,") for part in between.split(text) if part.strip(" ,")]
        if len(parts) > 1:
            return parts
    return _two_names(text)


def _two_names(text: str) -> list[str]:
    """Cut "A and B" where both sides are names; "Institute for Peace and Security" stays whole."""
    outside = re.sub(r"\([^()]*\)", lambda found: " " * len(found[0]), text)
    found = re.search(_AND, outside)
    if not found:
        return [text]
    left, right = text[: found.start()], text[found.end() :]
    bare = left.split("(")[0]
    first, second = bare.split(",")[0].split(), right.split("(")[0].split(",")[0].split()
    named = 1 < len(second) < _MOST_NAMES + 1 and second[0][:1].isupper()
    both = 1 < len(first) <= _MOST_NAMES and named and "," not in bare
    return [left, right] if both or (named and "," in bare and "," in right) else [text]


def _person(said: str) -> tuple[str, str]:
    bracketed = re.fullmatch(r"([^()]+?)\s*\(([^()]+)\)\.?", said)
    if bracketed and not _DIVIDER.search(bracketed[1]):
        return bracketed[1].strip(), bracketed[2].strip()
    found = _DIVIDER.search(said)
    if found:
        return said[: found.start()].strip(), said[found.end() :].strip()
    return said, ""
