"""The programme of an event, from JSON and from CSV."""

from __future__ import annotations

import json
from datetime import date

import pytest

from rapportkit.errors import UsageError
from rapportkit.model.programme import PlannedSession, Programme
from rapportkit.wire.programme import read

JSON = {
    "title": "Forum",
    "place": "Quito",
    "first": "2031-05-02",
    "last": "2031-05-04",
    "sessions": [
        {
            "number": 1.1,
            "title": "Regional  mobility",
            "date": "2031-05-02T09:00",
            "persons": ["Ana Exemplo"],
        },
        {"number": "1.2", "persons": "Bo Beispiel; Chi Muster"},
    ],
}
SESSIONS = (
    PlannedSession("1.1", "Regional mobility", date(2031, 5, 2), ("Ana Exemplo",)),
    PlannedSession("1.2", persons=("Bo Beispiel", "Chi Muster")),
)


def test_json_is_read_whole():
    plan = read(json.dumps(JSON).encode("utf-8-sig"), "p.json")
    assert plan == Programme(SESSIONS, "Forum", "Quito", date(2031, 5, 2), date(2031, 5, 4))


def test_a_bare_list_of_sessions_will_do():
    assert read(json.dumps(JSON["sessions"]).encode(), "p.json").sessions == SESSIONS


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_is_read_whatever_parts_its_cells(mark: str):
    rows = [
        ["Session", "Titre", "Date", "Chair", "Rapporteur", "Room"],
        ["1.1", "Regional mobility", "2.5.2031", "Ana Exemplo", "Bo Beispiel", "A"],
        ["", "", "", "", "", ""],
        ["2", "Data", "", "", "", "B"],
    ]
    text = "\r\n".join(mark.join(row) for row in rows)
    plan = read(text.encode(), "p.csv")
    assert plan.sessions == (
        PlannedSession(
            "1.1", "Regional mobility", date(2031, 5, 2), ("Ana Exemplo", "Bo Beispiel"), ("Bo Beispiel",)
        ),
        PlannedSession("2", "Data"),
    )
    assert (plan.first, plan.last) == (date(2031, 5, 2), date(2031, 5, 2))


def test_a_session_is_known_by_its_bare_number():
    plan = read(b"number,title\nRT 1.2,One\nRT 1.3,Two", "p.csv")
    assert plan.session("1.2.").title == "One"
    assert plan.session("Roundtable 1.3").title == "Two"
    assert plan.session("9") is None
    assert plan.session("") is None


def test_a_plenary_may_have_a_word_for_a_number():
    plan = read(b"number,title\nPlenary,Opening\n1,One", "p.csv")
    assert plan.session("plenary").title == "Opening"
    assert plan.session("Roundtable 1").title == "One"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe", "p: the programme is no text in UTF-8; save it as CSV (UTF-8) or JSON."),
        (b"{", "p: the programme is no sound JSON"),
        (b'{"sessions": 3}', "p: a programme in JSON has a list “sessions”"),
        (b"[3]", "p: a programme in JSON has a list “sessions”"),
        (b'[{"number": "1", "persons": 3}]', "p, session 1: “persons” is a list of names."),
        (
            b'[{"number": "1", "date": "soon"}]',
            "p, session 1, “date”: “soon” is no date; write it as 2018-12-06.",
        ),
        (b'[{"number": "1", "date": "2031-13-01"}]', "“2031-13-01” is no date"),
        (b'[{"title": "Data"}]', "p: the session “Data” has no number to be known by."),
        (b"number\n1.2\nRT 1.2", "p: the session number RT 1.2 is given twice."),
        (b"number\n", "p: there is no session in the programme."),
        (b"room,hour\nA,9", "one of them “number”; it says “room”, “hour”."),
        (b"", "one of them “number”; it says nothing."),
        (b"number,date\n1,\n2,1.1.31", "p, line 3, “date”: “1.1.31” is no date"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(data: bytes, said: str):
    with pytest.raises(UsageError) as caught:
        read(data, "p")
    assert said in str(caught.value)
