"""How well the recognisers that lay out the paper do: courtesies, places held, views that differ or meet, addressees.

    python benchmarks/outline.py [--half a|b|c|d] [--show]

The gold (tests/gold/outline/*.json) was labelled by reading before it was asked: texts of the seeds, of the
example event and of the made-up corpus, and sentences written for it in three languages, look-alikes among them.
A courtesy, a difference or an agreement counts as found when it is told at all, an addressee in the same words.

Part a was looked at while building. Parts b, c and d were each asked once, and only then looked at and mended; c
and d are sentences written after the misses of the part before were known, and harder. What each said at first,
as precision / recall and the number of texts that have the label:

                    b                    c                    d
    courtesy   1.000 / 0.957 (23)   1.000 / 0.562 (16)   1.000 / 0.727 (11)
    unwritten  1.000 / 1.000 (9)    1.000 / 0.571 (7)    1.000 / 0.800 (5)
    differs    0.952 / 0.870 (23)   1.000 / 0.235 (17)   0.917 / 0.579 (19)
    agrees     0.889 / 1.000 (8)    1.000 / 0.545 (11)   0.750 / 0.333 (9)
    addressee  0.946 / 0.897 (39)   0.815 / 0.786 (28)   1.000 / 0.920 (25)

In b, the texts of the seeds, the event and the corpus had been seen before in lists of what was found in them;
the sentences written for it had not. What the script prints today is therefore an upper bound.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapportkit.mentions.addressees import addressee
from rapportkit.mentions.courtesy import is_courtesy, is_unwritten
from rapportkit.mentions.differing import agrees, differs

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold" / "outline"
ASKED: tuple[tuple[str, str, Callable[[str, str], str | bool]], ...] = (
    ("courtesy", "courtesy", is_courtesy),
    ("courtesy", "unwritten", is_unwritten),
    ("differing", "differs", differs),
    ("differing", "agrees", agrees),
    ("addressees", "addressee", addressee),
)
"""The file of the gold, the label in it, and what is asked."""


@dataclass
class Score:
    """Texts, those with the label, and what was found of it.

    An addressee in other words than the gold's counts as false and as missed.
    """

    texts: int = 0
    labelled: int = 0
    found: int = 0
    missed: int = 0
    false: int = 0

    def count(self, expected: str | bool, told: str | bool) -> bool:
        """Count one text; whether it was told rightly."""
        if not isinstance(expected, str):
            told = bool(told)
        self.texts += 1
        self.labelled += bool(expected)
        self.found += bool(expected) and told == expected
        self.missed += bool(expected) and told != expected
        self.false += bool(told) and told != expected
        return told == expected

    def row(self) -> str:
        precision = f"{self.found / (self.found + self.false):.3f}" if self.found + self.false else "–"
        recall = f"{self.found / self.labelled:.3f}" if self.labelled else "–"
        return f"{self.texts:5} {self.labelled:8} {self.found:6} {self.missed:7} {self.false:6} {precision:>10} {recall:>7}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=("a", "b", "c", "d"), help="only one part of the gold")
    parser.add_argument("--show", action="store_true", help="name every miss and every false alarm")
    args = parser.parse_args()
    for half in (args.half,) if args.half else ("a", "b", "c", "d"):
        print(f"part {half}    texts labelled  found  missed  false  precision  recall")
        for file, label, ask in ASKED:
            score = Score()
            for each in gold(file, half):
                told = ask(each["text"], each["language"])
                if not score.count(each[label], told) and args.show:
                    print(f"  {label}: {told!r}, not {each[label]!r}: {each['text']}")
            if score.texts:
                print(f"{label:10} {score.row()}")


def gold(file: str, half: str) -> Iterator[dict[str, Any]]:
    """The texts of one part with their labels."""
    for each in json.loads((GOLD / f"{file}.json").read_text("utf-8")):
        if each["half"] == half:
            yield each


if __name__ == "__main__":
    main()
