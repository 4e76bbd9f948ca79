"""How well fields are found in forms that other people filled in, held against gold answers.

    python benchmarks/extraction.py [dev|heldout|seeds] [--show NAME]

F1 over points, by format: a point of the gold is found when extract has one in the same field, under
the same parent, whose text is at least 95 % alike (quotation marks, dashes and white space unified).
Header values, speakers and the template are counted apart. `dev` was looked at while building,
`heldout` was not; `seeds` are the five real reports in three formats.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from rapportkit import api
from rapportkit.model.fields import fields
from rapportkit.templates.catalog import shipped

ROOT = Path(__file__).resolve().parents[1]
ALIKE = 95
HEADER = ("event", "session", "rapporteurs")
OWN_WORDS = ("text", "title", "heading")


@dataclass
class Score:
    """Points found, missed and made up; header values and speakers right and in all."""

    found: int = 0
    missed: int = 0
    extra: int = 0
    header: list[int] = field(default_factory=lambda: [0, 0])
    speakers: list[int] = field(default_factory=lambda: [0, 0])
    templates: list[int] = field(default_factory=lambda: [0, 0])
    faults: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.found / max(1, 2 * self.found + self.missed + self.extra)


def cases(which: str) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Each document with its gold answer."""
    if which == "seeds":
        for path in sorted((ROOT / "examples" / "formats").glob("*.*")):
            yield path, json.loads((ROOT / "tests/gold/seeds" / f"{path.stem}.json").read_text("utf-8"))
        return
    folder = ROOT / "tests" / "corpus" / which
    for gold in sorted((folder / "gold").glob("*.json")):
        answer = json.loads(gold.read_text("utf-8"))
        yield folder / "files" / answer["source"], answer


def measure(which: str) -> dict[str, Score]:
    """The score of each format."""
    scores: dict[str, Score] = {}
    for path, gold in cases(which):
        score = scores.setdefault(path.suffix.lstrip("."), Score())
        document = api.read(path.read_bytes(), path.name)
        best = api.identify(document, shipped())[0]
        score.templates[1] += 1
        score.templates[0] += best.fits and best.template.id == gold["template"]
        said = fields(api.extract(document, best.template), best.template)
        _points(_leaves(gold["fields"]), _leaves(said), score, path.name, gold.get("neutral", ()))
        _header(gold["fields"], said, score, path.name)
    return scores


def _leaves(value: Mapping[str, Any], way: str = "") -> dict[str, list[dict[str, Any]]]:
    leaves: dict[str, list[dict[str, Any]]] = {}
    for key, below in value.items():
        if isinstance(below, list) and (way or key not in HEADER):
            leaves[f"{way}/{key}"] = below
        elif isinstance(below, dict) and (way or key not in HEADER):
            leaves |= _leaves(below, f"{way}/{key}")
    return leaves


def _points(
    gold: Mapping[str, Sequence[Mapping[str, Any]]],
    said: Mapping[str, Sequence[Mapping[str, Any]]],
    score: Score,
    name: str,
    neutral: Sequence[str],
) -> None:
    for way in {**gold, **said}:
        wanted = list(gold.get(way, ()))
        given = [each for each in said.get(way, ()) if not any(_alike(_own(each), text) for text in neutral)]
        for point in wanted:
            match = max(given, key=lambda each: fuzz.ratio(_own(point), _own(each)), default=None)
            if match is None or not _alike(_own(point), _own(match)):
                score.missed += 1 + _size(point)
                score.faults.append(f"{name} {way}: missed {_own(point)[:80]!r}")
                continue
            given.remove(match)
            score.found += 1
            if point.get("speaker"):
                score.speakers[1] += 1
                score.speakers[0] += _alike(point["speaker"], match.get("speaker", ""))
            _points(_below(point), _below(match), score, name, neutral)
        for point in given:
            score.extra += 1 + _size(point)
            score.faults.append(f"{name} {way}: extra {_own(point)[:80]!r}")


def _below(point: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return {key: below for key, below in point.items() if isinstance(below, list) and key != "notes"}


def _size(point: Mapping[str, Any]) -> int:
    return sum(1 + _size(each) for below in _below(point).values() for each in below)


def _own(point: Mapping[str, Any]) -> str:
    return _plain(next(str(point[key]) for key in OWN_WORDS if key in point))


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(_plain(one), _plain(other)) >= ALIKE


def _plain(text: str) -> str:
    text = re.sub("[‘’´`]", "'", re.sub("[“”„«»]", '"', re.sub("[‐‑‒–—−]", "-", text)))
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _header(gold: Mapping[str, Any], said: Mapping[str, Any], score: Score, name: str) -> None:
    wanted, given = ({key: _plain(text) for key, text in _values(each)} for each in (gold, said))
    for key in {**wanted, **given}:
        right = wanted.get(key) == given.get(key)
        score.header[1] += 1
        score.header[0] += right
        if not right:
            score.faults.append(f"{name} {key}: {wanted.get(key)!r} / {given.get(key)!r}")


def _values(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in HEADER:
        below = found.get(name, {})
        listed = enumerate(below) if isinstance(below, list) else [("", below)]
        for index, values in listed:
            yield from ((f"{name}/{index}/{key}", value) for key, value in values.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("which", nargs="?", default="dev", choices=["dev", "heldout", "seeds"])
    parser.add_argument("--show", metavar="NAME", help="print the faults of documents whose name holds NAME")
    wanted = parser.parse_args()
    print("| format | points | F1 | header | speakers | template |\n|---|--:|--:|--:|--:|--:|")
    for suffix, score in measure(wanted.which).items():
        shares = [f"{right} of {count}" for right, count in (score.header, score.speakers, score.templates)]
        print(f"| {suffix} | {score.found + score.missed} | {score.f1:.3f} | {' | '.join(shares)} |")
        for fault in score.faults if wanted.show is not None else ():
            if wanted.show in fault:
                print(fault, file=sys.stderr)


if __name__ == "__main__":
    main()
