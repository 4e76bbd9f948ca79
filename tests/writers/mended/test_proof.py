"""Which edits are kept where not all of them can be."""

import pytest

from rapportkit.writers.mended.edits import Edit, Swap
from rapportkit.writers.mended.proof import Sieve, canonical


def edit(kind: str, row: int) -> Edit:
    return Edit(kind, row, (Swap(0, 1, ""),))


EDITS = [edit("spacing", 0), edit("markup", 0), edit("spacing", 1), edit("spacing", 2), edit("label", 3)]


def kept(bad: set[Edit], *, tries: int = 100, finely: bool = True) -> set[Edit]:
    return set(Sieve(lambda tried: not bad & set(tried), tries, finely=finely).kept(EDITS))


@pytest.mark.parametrize("bad", [set(), {EDITS[2]}, {EDITS[0], EDITS[4]}, {EDITS[1]}, set(EDITS)])
def test_all_but_those_that_change_an_answer(bad):
    assert kept(bad) == set(EDITS) - bad


def test_a_large_file_keeps_kinds_or_drops_them():
    assert kept({EDITS[2]}, finely=False) == {EDITS[1], EDITS[4]}


def test_what_was_not_proven_is_not_made():
    assert kept({EDITS[2]}, tries=0) == set()
    assert kept({EDITS[2]}, tries=2) == {EDITS[1]}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("• Cities , towns", "Cities, towns", True),
        ("Ci\u00adties  need", "Cities need", True),
        ("Cities need", "Citiesneed", False),
        ("Cities need.", "Cities need", False),
        ("1. Cities", "Cities", False),
    ],
)
def test_what_counts_as_the_same_answer(one, other, same):
    assert (canonical(one) == canonical(other)) is same
