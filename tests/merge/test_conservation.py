"""The books are closed on every run: a point lost, doubled or changed stops the merge."""

from __future__ import annotations

from dataclasses import replace

import pytest

from merge.made import made, public, restricted, said
from rapportkit.errors import RapportkitError
from rapportkit.merge import consolidate, editions
from rapportkit.merge.records import from_summary
from rapportkit.merge.sessions import named

WHOLE = restricted(
    made({"challenges": said("Housing", "Papers"), "good_practices": said("A desk in city hall")})
)


def with_points(summary, change):
    section, *others = summary.sections
    return replace(summary, sections=(replace(section, points=change(section.points)), *others))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda points: points[:-1], "lost 1 points and added 0"),
        (lambda points: (*points, points[0]), "lost 0 points and added 1"),
        (
            lambda points: (
                replace(points[0], support=(replace(points[0].support[0], text="House"),)),
                *points[1:],
            ),
            "lost 1 points and added 1",
        ),
    ],
    ids=["lost", "doubled", "changed"],
)
def test_a_whole_summary_that_does_not_balance_is_refused(change, told):
    records = named(tuple(from_summary(WHOLE)))
    consolidate._check(records, WHOLE)
    with pytest.raises(RapportkitError, match=told) as trouble:
        consolidate._check(records, with_points(WHOLE, change))
    assert "/challenges/" in str(trouble.value)


def test_a_point_in_another_section_does_not_balance():
    first, second = WHOLE.sections
    swapped = replace(
        WHOLE, sections=(replace(first, points=second.points), replace(second, points=first.points))
    )
    with pytest.raises(RapportkitError):
        consolidate._check(named(tuple(from_summary(WHOLE))), swapped)


@pytest.mark.parametrize(
    ("told", "given", "fits"),
    [
        ("[…] said so", "Spain said so", True),
        ("so said […]", "so said Spain", True),
        ("a […] b […] c", "a 1 b 2 c", True),
        ("a […] b […] c", "a 1 c 2 b", False),
        ("Spain says so", "Spain said so", False),
        ("[…]so", "said no", False),
        ("a[…]a", "a", False),
        ("as it is", "as it is", True),
    ],
)
def test_public_words_are_the_given_ones_but_for_gaps(told, given, fits):
    assert editions._is_part_of(told, given) is fits


def test_a_public_edition_that_changes_words_is_refused():
    told = with_points(
        public(
            made({"challenges": said("Housing", "Papers"), "good_practices": said("A desk in city hall")})
        ),
        lambda points: (
            replace(points[0], support=(replace(points[0].support[0], text="Home"),)),
            *points[1:],
        ),
    )
    with pytest.raises(RapportkitError, match="changes the words"):
        editions._check(WHOLE, told)
