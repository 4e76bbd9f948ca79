"""Days read from what forms say about dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.text.days import days


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("8-9 December 2016", (2016, 12, 8), (2016, 12, 9)),
        ("December 8-9, 2016", (2016, 12, 8), (2016, 12, 9)),
        ("du 30 novembre au 2 décembre 2018", (2018, 11, 30), (2018, 12, 2)),
        ("8, 9 and 10 December 2016", (2016, 12, 8), (2016, 12, 10)),
        ("del 5 al 7 de diciembre de 2018", (2018, 12, 5), (2018, 12, 7)),
        ("Monday 3 to Friday 7 May 2021", (2021, 5, 3), (2021, 5, 7)),
        ("6.12.2018", (2018, 12, 6), (2018, 12, 6)),
        ("2018-12-06", (2018, 12, 6), (2018, 12, 6)),
        ("1er août", (2000, 8, 1), (2000, 8, 1)),
        ("30 December 2016 – 2 January 2017", (2016, 12, 30), (2017, 1, 2)),
    ],
)
def test_days_are_read(said: str, first: tuple[int, int, int], last: tuple[int, int, int]):
    assert days(said, 2000) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "said", ["", "June 2017", "31 February 2018", "the marketing of 8 or 9 things", "tba", "99 May 2018"]
)
def test_what_names_no_day_gives_none(said: str):
    assert days(said, 2000) is None


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(alphabet="0123456789 -./maydecjanéè,²", max_size=30))
def test_nothing_stops_it(text: str):
    found = days(text, 2018)
    assert found is None or found.first <= found.last
