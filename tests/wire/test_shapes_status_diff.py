"""The shapes of the board and of a difference: what the commands write of the example event fits them."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from merge.made import made, restricted, said
from rapportkit import api
from rapportkit.cli.outcome import run
from rapportkit.model.coverage import Coverage, CoveredSession, Received
from rapportkit.templates.catalog import shape
from rapportkit.wire import coverage, difference

EVENT = Path(__file__).resolve().parents[2] / "examples" / "event"
STATUS = jsonschema.Draft202012Validator(shape("status"))
DIFF = jsonschema.Draft202012Validator(shape("diff"))
CAME = Received("ports.txt", "some-form", "Some form", "2.1", "Ports", "en", 90, 9, 1, 2, 3)

Change = Callable[[Any], Any]


def written(path: Path, *arguments: object) -> Any:
    """The JSON that a command writes, and nothing of what it says."""
    run([*map(str, arguments), "-f", "json", "-o", str(path), "-q"])
    return json.loads(path.read_text("utf-8"))


def broken(data: Any, change: Change) -> Any:
    other = copy.deepcopy(data)
    change(other)
    return other


@pytest.mark.parametrize("name", ["status", "diff"])
def test_each_shape_is_itself_a_schema(name):
    jsonschema.Draft202012Validator.check_schema(shape(name))
    assert shape(name)["$id"] == f"urn:rapportkit:shape:{name}"


def test_the_board_of_the_example_event_has_the_shape(tmp_path):
    # The scanned report is left out: this test needs no tesseract.
    reports = [each for each in sorted((EVENT / "reports").iterdir()) if not each.name.startswith("scan")]
    (tmp_path / "empty.txt").touch()
    board = written(
        tmp_path / "board.json",
        *("status", *reports, tmp_path / "empty.txt", "--programme", EVENT / "programme.csv"),
    )
    STATUS.validate(board)
    assert {session["state"] for session in board["sessions"]} >= {"received", "several", "missing"}
    assert [each["file"] for each in board["unread"]] == ["empty.txt"]
    alone = written(tmp_path / "alone.json", "status", *reports[:2])
    STATUS.validate(alone)
    assert (alone["planned"], alone["beside"]) == (False, [])


def test_every_board_has_the_shape():
    sessions = (
        CoveredSession("2.1", "Ports", date(2025, 10, 14), ("Ana Exemplo",), (CAME,)),
        CoveredSession("2.2"),
    )
    full = coverage.dump(Coverage("Forum", True, sessions, (CAME,), (("a.pdf", "It is locked."),)))
    assert [*STATUS.iter_errors(full)] == []
    assert [*STATUS.iter_errors(coverage.dump(Coverage()))] == []


@pytest.mark.parametrize(
    "change",
    [
        lambda board: board.pop("missing"),
        lambda board: board["sessions"][0].update(state="late"),
        lambda board: board["sessions"][1]["reports"].append(board["beside"][0]),
        lambda board: board["sessions"][0]["reports"].clear(),
        lambda board: board["sessions"][0].update(date="14 October"),
        lambda board: board["beside"][0].update(errors=-1),
        lambda board: board["beside"][0].pop("file"),
        lambda board: board.update(planned=False),
        lambda board: board.update(more=1),
    ],
)
def test_a_board_of_another_shape_is_told(change):
    sessions = (CoveredSession("2.1", "Ports", reports=(CAME,)), CoveredSession("2.2"))
    board = coverage.dump(Coverage("Forum", True, sessions, (CAME,)))
    STATUS.validate(board)
    assert not STATUS.is_valid(broken(board, change))


def test_two_versions_of_a_report_of_the_example_event_have_the_shape(tmp_path):
    old, new = sorted((EVENT / "reports").glob("WS 2.1*"))
    found = written(tmp_path / "diff.json", "diff", old, new)
    DIFF.validate(found)
    assert sum(len(each["came"]) for each in found["headings"]) > 0
    assert sum(len(each["changed"]) for each in found["headings"]) > 0


def summaries() -> Any:
    """A difference of two summaries in which something came, went, changed and moved."""
    old = restricted(
        made(
            {"challenges": said("Ports are far away from every town.", "Queues.", "Desks help all who ask.")}
        )
    )
    new = restricted(
        made(
            {
                "challenges": said("Ports are far away from most towns.", "Visas."),
                "good_practices": said("Desks help all who ask."),
            }
        )
    )
    return difference.dump(api.differences(api.said(old), api.said(new)))


def test_two_summaries_have_the_shape():
    found = summaries()
    DIFF.validate(found)
    assert {change.get("moved_from") for each in found["headings"] for change in each["changed"]} >= {
        None,
        "Challenges",
    }


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found.pop("rapportkit"),
        lambda found: found["headings"][0].pop("same"),
        lambda found: found["headings"][0].update(more=1),
        lambda found: found["headings"][0].update(same=-1),
        lambda found: found["headings"][0]["changed"][0].pop("before"),
        lambda found: found["headings"][0]["changed"][0]["after"].update(text=None),
        lambda found: found["headings"][0]["came"].append("Words"),
    ],
)
def test_a_difference_of_another_shape_is_told(change):
    found = summaries()
    found["headings"].sort(key=lambda each: -len(each["changed"]))
    DIFF.validate(found)
    assert not DIFF.is_valid(broken(found, change))
