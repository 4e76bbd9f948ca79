"""Reports laid beside the programme."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapportkit.merge.coverage import cover
from rapportkit.model.coverage import Received, State
from rapportkit.model.programme import PlannedSession, Programme

PLAN = Programme(
    (
        PlannedSession("1.1", "Regional mobility", rapporteurs=("Ana Exemplo",)),
        PlannedSession("1.2", "Migrants and public services"),
        PlannedSession("1.10", "Data"),
    ),
    "Example Forum",
)
REPORT = Received("a.docx", "rt", "Roundtable form", "RT 1.2", "Migrants & public services", points=3)


def states(*reports: Received) -> list[str]:
    return [each.state.value for each in cover(reports, PLAN).sessions]


def test_a_session_without_a_report_is_missing():
    board = cover([REPORT], PLAN)
    assert [each.state for each in board.sessions] == [State.MISSING, State.RECEIVED, State.MISSING]
    assert (board.missing, board.planned, board.event, board.beside) == (2, True, "Example Forum", ())


def test_errors_are_to_mend_and_two_reports_on_one_form_are_for_a_person_to_choose_from():
    assert states(replace(REPORT, errors=1))[1] == "to-mend"
    assert states(REPORT, replace(REPORT, file="b.docx", errors=1))[1] == "several"
    assert states(REPORT, replace(REPORT, file="speech.txt", template="speech"))[1] == "received"


@pytest.mark.parametrize(
    ("number", "title", "session"),
    [
        ("1.2", "", "1.2"),
        ("", "Migrants and public services", "1.2"),
        ("1.2", "Regional mobility", "1.1"),
        ("1.2", "Something else altogether", "1.2"),
        ("7", "Regional mobility", "1.1"),
        ("7", "Something else altogether", None),
        ("", "", None),
    ],
)
def test_number_and_title_tell_the_session(number: str, title: str, session: str | None):
    board = cover([replace(REPORT, number=number, title=title)], PLAN)
    found = next((each.number for each in board.sessions if each.reports), None)
    assert (found, len(board.beside)) == (session, 0 if session else 1)


def test_without_a_programme_the_sessions_are_those_that_the_reports_name_in_order():
    reports = [
        replace(REPORT, file=f"{at}.docx", number=number, title=title)
        for at, (number, title) in enumerate(
            [("1.10", ""), ("RT 1.2", "Cities"), ("", "Cities and towns"), ("1.2", "cities"), ("", "")]
        )
    ]
    board = cover(reports)
    assert [(each.number, len(each.reports)) for each in board.sessions] == [
        ("RT 1.2", 2),
        ("1.10", 1),
        ("", 1),
        ("", 1),
    ]
    assert not board.planned
