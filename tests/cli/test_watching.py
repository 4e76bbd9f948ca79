"""`validate --watch`: whatever is saved is checked again."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportkit.cli import watching
from rapportkit.errors import OutputError, UsageError


class Scene:
    """A run that is counted, and what happens in the folder at each look."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *steps) -> None:
        self.runs = 0
        self._steps = iter(steps)
        monkeypatch.setattr(watching.time, "sleep", lambda _: next(self._steps, lambda: None)())

    def run(self, _paths: list[str]) -> int:
        self.runs += 1
        return self.runs


def nothing() -> None:
    pass


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("one")
    return path


def watch(scene: Scene, *paths: Path, rounds: int) -> int:
    return watching.watch([str(path) for path in paths], scene.run, rounds=rounds)


def test_nothing_saved_is_not_checked_again(report, monkeypatch):
    scene = Scene(monkeypatch)
    assert watch(scene, report, rounds=3) == 1
    assert scene.runs == 1


def test_a_save_is_checked_once_it_holds_still(report, monkeypatch):
    seen = []
    scene = Scene(
        monkeypatch,
        lambda: report.write_text("two, half writ"),
        lambda: report.write_text("two, half written and whole"),
        nothing,
        nothing,
    )
    monkeypatch.setattr(watching, "tell", seen.append)
    assert watch(scene, report, rounds=4) == 2
    assert scene.runs == 2
    assert seen == ["Waiting for 1 file to be saved; Ctrl+C ends it."] * 2


def test_a_file_put_in_the_place_of_the_old_one_counts_as_saved(report, monkeypatch):
    def save_as_word_does() -> None:
        (report.parent / "~$report.txt").write_text("lock")
        other = report.parent / "~WRD0001.tmp"
        other.write_text("two")
        other.replace(report)

    scene = Scene(monkeypatch, report.unlink, save_as_word_does, nothing)
    watch(scene, report.parent, rounds=3)
    assert scene.runs == 2


def test_a_lock_file_is_no_save_and_a_new_report_is(report, monkeypatch):
    scene = Scene(
        monkeypatch,
        lambda: (report.parent / "~$report.txt").write_text("lock"),
        nothing,
        lambda: (report.parent / "second.txt").write_text("new"),
        nothing,
    )
    watch(scene, report.parent, rounds=2)
    assert scene.runs == 1
    watch(scene, report.parent, rounds=2)
    assert scene.runs == 3


def test_what_ends_a_run_does_not_end_the_watch(report, monkeypatch):
    scene = Scene(monkeypatch, lambda: report.write_text("two"), nothing)

    def fail(_paths: list[str]) -> int:
        scene.runs += 1
        if scene.runs == 1:
            raise OutputError("The disk is full.")
        return 0

    assert watching.watch([str(report)], fail, rounds=2) == 0
    assert scene.runs == 2


def test_standard_input_cannot_be_watched():
    with pytest.raises(UsageError, match="--watch wants files"):
        watching.watch(["-"], lambda _: 0, rounds=0)
