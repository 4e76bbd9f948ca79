"""Work shared among processes: the same as without."""

from __future__ import annotations

import os
import threading

import pytest

from rapportkit.merge import forked
from rapportkit.merge.forked import mapped

# pytest may run in threads of its own; nothing that is copied here waits for them.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
HERE = os.getpid()


@pytest.fixture
def several(monkeypatch):
    """A machine with three processors, and no other thread in the way."""
    monkeypatch.setattr(forked, "_processors", lambda: 3)


def where(_number: int) -> int:
    return os.getpid()


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("many", [0, 1, 2, 7, 100])
def test_the_order_is_kept_whatever_the_number(many):
    assert mapped(lambda each: (each, str(each)), range(many), 2) == [
        (each, str(each)) for each in range(many)
    ]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here")
@pytest.mark.usefixtures("several")
def test_large_sets_are_shared_and_small_ones_are_not():
    assert len(set(mapped(where, range(30), 10))) == 3
    assert len(set(mapped(where, range(29), 10))) == 2
    assert set(mapped(where, range(19), 10)) == {HERE}


@pytest.mark.usefixtures("several")
def test_what_fails_elsewhere_is_done_again_here_and_its_trouble_met():
    def only_here(number: int) -> int:
        if os.getpid() != HERE:
            raise MemoryError
        return number * 2

    assert mapped(only_here, range(10), 1) == [each * 2 for each in range(10)]

    def never(number: int) -> int:
        if number > 7:
            raise ValueError(f"no {number}")
        return number

    with pytest.raises(ValueError, match="no 8"):
        mapped(never, range(10), 1)


@pytest.mark.usefixtures("several")
def test_trouble_here_stops_those_at_work_elsewhere(monkeypatch):
    made = []
    fork = os.fork

    def noted() -> int:
        made.append(fork())
        return made[-1]

    monkeypatch.setattr(os, "fork", noted)

    def fails(number: int) -> int:
        if os.getpid() == HERE:
            raise KeyError(number)
        return number

    with pytest.raises(KeyError):
        mapped(fails, range(10), 1)
    assert len(made) == 2
    for process in made:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


@pytest.mark.usefixtures("several")
def test_what_comes_back_may_be_larger_than_a_pipe_holds():
    assert mapped(lambda each: "x" * 100_000 + str(each), range(6), 2)[-1].endswith("x5")


def test_a_process_with_several_threads_is_not_copied():
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    try:
        assert set(mapped(where, range(100), 1)) == {HERE}
    finally:
        waiting.set()
        thread.join()
