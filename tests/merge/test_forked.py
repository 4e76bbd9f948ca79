"""Work that is shared among processes gives what it would give in one."""

from __future__ import annotations

import os

import pytest

from rapportkit.merge import forked
from rapportkit.merge.forked import both, mapped


@pytest.fixture(params=[1, 2, 3])
def processors(request, monkeypatch):
    monkeypatch.setattr(forked, "_processors", lambda: request.param)
    return request.param


def test_the_order_is_kept(processors):
    assert mapped(lambda each: each * each, range(10), 2) == [each * each for each in range(10)]


def test_as_many_processes_work_as_there_are(processors):
    assert len(set(mapped(lambda _each: os.getpid(), range(12), 1))) == processors


def test_small_sets_stay_in_one_process(processors):
    assert set(mapped(lambda _each: os.getpid(), range(9), 10)) == {os.getpid()}


def test_trouble_is_met_as_it_would_be_in_one_process(processors):
    def fails_at_the_end(each):
        if each == 9:
            raise ValueError("nine")
        return each

    with pytest.raises(ValueError, match="nine"):
        mapped(fails_at_the_end, range(10), 2)


def test_what_cannot_be_handed_back_is_made_here(processors):
    made = mapped(lambda each: lambda: each, range(6), 1)
    assert [each() for each in made] == [*range(6)]


def test_two_pieces_of_work_give_both(processors):
    assert both(lambda: "one", lambda: 2, apart=True) == ("one", 2)
    assert both(lambda: "one", lambda: 2, apart=False) == ("one", 2)
