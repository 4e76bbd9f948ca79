"""Keys, order, and sessions that were reported more than once."""

from __future__ import annotations

from itertools import permutations

import pytest

from merge.made import made, restricted, said, section
from rapportkit.errors import ReadError, UsageError
from rapportkit.merge.consolidate import consolidate


def keys(*reports):
    return [entry.key for entry in restricted(*reports).reports]


def test_reports_stand_in_the_order_of_their_numbers():
    reports = [made({}, number=number) for number in ("10", "2", "1.10", "1.2")]
    assert [entry.number for entry in restricted(*reports).reports] == ["1.2", "1.10", "2", "10"]


def test_a_key_is_short_and_does_not_depend_on_the_order():
    reports = [
        made({}, number="1.2"),
        made({}, "gfmd-csd-2018", number="", title="Actions for the inclusion of all"),
        made({}, "gfmd-csd-2018", number="", title="The fight against racism"),
        made({}, "idm-summary-2017", number="", title="Understanding vulnerabilities"),
    ]
    found = {tuple(keys(*order)) for order in permutations(reports)}
    assert len(found) == 1
    assert len(set(*found)) == 4
    assert max(map(len, *found)) <= 20


def test_reports_that_share_a_key_get_letters():
    one, two = (made({}, number="1.2", title=title) for title in ("Diaspora", "Housing"))
    first, second = keys(one, two)
    assert (first[:-1], first[-1], second[-1]) == (second[:-1], "a", "b")


def test_a_letter_never_makes_the_key_of_another_session():
    one, two = (made({}, number="1", title=title) for title in ("Diaspora", "Housing"))
    other = made({}, number="1a", title="Return")
    assert len(set(keys(one, two, other))) == 3


def test_the_same_file_counts_once_whatever_its_name():
    fields = {"challenges": said("Lack of housing")}
    one, two = (made(fields, content="same", name=name) for name in ("b.txt", "a.txt"))
    summary = restricted(one, two)
    assert [entry.source.name for entry in summary.reports] == ["a.txt"]
    assert summary.conservation.points_in == 1
    assert summary == restricted(two, one)


def test_a_file_that_was_read_in_two_ways_is_kept_twice_and_said():
    one, two = (made({"challenges": said(text)}, content="same") for text in ("One", "Two"))
    summary = restricted(one, two)
    assert summary.conservation.points_in == 2
    assert any("readings of the same file that differ" in notice for notice in summary.notices)


def test_a_session_that_was_reported_twice_counts_once_and_is_said():
    one = made({"challenges": said("Lack of housing")}, name="v1.txt")
    two = made({"challenges": said("Lack of housing", "Lack of time")}, name="v2 final.txt")
    summary = restricted(one, two)
    assert summary.sessions == 1
    assert [point.sessions for point in section(summary, "challenges")] == [1, 1]
    first, second = (entry.key for entry in summary.reports)
    assert summary.notices == (
        f"{first} and {second} report on the same session. All are kept, and the session is counted once.",
    )


@pytest.mark.parametrize(
    ("one", "two", "sessions"),
    [
        ({"title": "Forum 2018"}, {"title": "Forum 2021"}, 2),
        ({"title": "Forum 2018"}, {"title": "forum  2018"}, 1),
        ({"title": "Forum 2018"}, {}, 1),
    ],
)
def test_the_event_tells_sessions_apart(one, two, sessions):
    reports = [made({"event": event, "challenges": said(text)}) for event, text in ((one, "A"), (two, "B"))]
    assert restricted(*reports).sessions == sessions


def test_reports_without_number_and_title_are_sessions_of_their_own():
    reports = [made({"challenges": said(text)}, number="", title="") for text in ("A", "B")]
    summary = restricted(*reports)
    assert summary.sessions == 2
    assert summary.notices == ()


def test_the_summary_is_titled_by_the_one_event():
    reports = [made({"event": {"title": "Forum 2018"}}, number=number) for number in ("1", "2")]
    assert restricted(*reports, made({}, number="3")).title == "Consolidated summary: Forum 2018"
    other = made({"event": {"title": "Forum 2021"}}, number="4")
    assert restricted(*reports, other).title == "Consolidated summary"


def test_no_reports_make_an_empty_summary():
    summary = restricted()
    assert (summary.reports, summary.sections, summary.sessions) == ((), (), 0)


def test_an_unknown_edition_is_refused():
    with pytest.raises(UsageError, match="public or restricted"):
        consolidate([], edition="secret")


def test_a_public_summary_is_not_merged_again():
    public = consolidate([made({"challenges": said("Lack of housing")})])
    with pytest.raises(ReadError, match="--edition restricted"):
        consolidate([], [public])
