"""JSON that rapportkit wrote, read back."""

from __future__ import annotations

import json

import pytest

from rapportkit.cli.carried import looks_like_json, values
from rapportkit.errors import ReadError

ONE = {"rapportkit": "1", "text": "one\u2028line"}
TWO = {"rapportkit": "1", "text": "two"}


def read(data: bytes) -> list[object]:
    return [str(value) if isinstance(value, ReadError) else value for _, value in values(data, "r.json")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_one_value_a_list_and_lines_are_told_apart(encoding):
    lines = "\n".join(json.dumps(each, ensure_ascii=False) for each in (ONE, TWO)) + "\n\n"
    assert read(json.dumps(ONE, indent=2).encode(encoding)) == [ONE]
    assert read(json.dumps([ONE, TWO]).encode(encoding)) == [ONE, TWO]
    assert read(lines.encode(encoding)) == [ONE, TWO]


def test_a_line_that_was_cut_short_costs_only_itself():
    told = read(json.dumps(ONE).encode() + b'\n{"rapportkit": "1", "te')
    assert told == [ONE, "r.json, line 2 is not sound JSON (line 1, column 21): was it cut short?"]


@pytest.mark.parametrize("data", [b"", b"   ", b"not JSON", b"{", b"[" * 100_000])
def test_what_is_no_json_is_told_in_one_sentence(data):
    (told,) = read(data)
    assert told.startswith("r.json is not sound JSON (")


def test_what_is_no_text_is_told():
    assert read(b"{\xff\xfe\xff}") == ["r.json is not JSON: its bytes are no text."]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"a": 1}', True),
        (b'\n [{"a": 1}]', True),
        (b'{"a": 1}\n{"a": 2}', True),
        (b"[Draft] Report of session 4", False),
        (b"Roundtable 1.2", False),
        (b"", False),
        (b"\xff\xfe\x00", False),
    ],
)
def test_json_is_told_from_a_report_on_paper(data, expected):
    assert looks_like_json(data) is expected
