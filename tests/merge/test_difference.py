"""Two versions laid beside each other."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.merge.difference import differences
from rapportkit.model.difference import Said

OLD = (
    Said("Challenges", "Cities act early.", "line 3"),
    Said("Challenges", "Nobody counts seasonal workers in the harbour towns.", "line 4"),
    Said("Quotes", "“Every child counts.”", "line 9"),
)


def one(old, new, heading="Challenges"):
    return next(each for each in differences(old, new) if each.heading == heading)


def test_the_same_in_another_order_and_typography_is_the_same():
    new = (OLD[2], OLD[1], Said("Challenges", "Cities  act early", "line 7"))
    assert all(each.is_none for each in differences(OLD, new))
    assert sum(each.same for each in differences(OLD, new)) == 3


def test_what_came_and_what_went():
    new = (*OLD[1:], Said("Challenges", "Permits take nine months.", "line 5"))
    found = one(OLD, new)
    assert ([each.text for each in found.came], [each.text for each in found.went], found.changed) == (
        ["Permits take nine months."],
        ["Cities act early."],
        (),
    )


def test_what_is_said_in_other_words_is_changed():
    said = Said("Challenges", "Nobody counts the seasonal workers in harbour towns.", "line 4")
    (change,) = one(OLD, (OLD[0], said, OLD[2])).changed
    assert (change.before, change.after, change.moved_from) == (OLD[1], said, "")


def test_what_stands_under_another_heading_has_moved():
    moved = Said("Good practices", OLD[0].text, "line 8")
    found = differences(OLD, (*OLD[1:], moved))
    (change,) = next(each for each in found if each.heading == "Good practices").changed
    assert (change.before, change.after, change.moved_from) == (OLD[0], moved, "Challenges")


def test_a_heading_that_is_gone_comes_last():
    found = differences(OLD, OLD[:2])
    assert [each.heading for each in found] == ["Challenges", "Quotes"]
    assert [each.text for each in found[1].went] == ["“Every child counts.”"]


def test_twice_the_same_is_counted_twice():
    found = one((OLD[0],), (OLD[0], OLD[0]))
    assert (found.same, len(found.came)) == (1, 1)


things = st.lists(
    st.builds(Said, st.sampled_from(["A", "B"]), st.text(alphabet="abc .", max_size=12)), max_size=8
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(things, things)
def test_everything_old_and_new_is_told_exactly_once(old, new):
    found = differences(old, new)
    changed = [change for each in found for change in each.changed]
    same = sum(each.same for each in found)
    assert same + len(changed) + sum(len(each.came) for each in found) == len(new)
    assert same + len(changed) + sum(len(each.went) for each in found) == len(old)
    gone = Counter(
        said for each in found for said in (*each.went, *(change.before for change in each.changed))
    )
    assert gone <= Counter(old)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(things)
def test_nothing_differs_from_itself(said):
    assert all(each.is_none for each in differences(said, said))
