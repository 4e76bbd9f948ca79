"""A baseline, out and back."""

from __future__ import annotations

import json

import pytest

from rapportkit.errors import UsageError
from rapportkit.wire.baseline import dump, load

FOUND = [("b.docx", "L001", "/quotes"), ("a.docx", "Q002", "/quotes"), ("b.docx", "L001", "/quotes")]


def test_findings_are_counted_by_file_rule_and_field_in_order():
    assert dump(FOUND) == {
        "rapportkit-baseline": "1",
        "files": {"a.docx": {"Q002": {"/quotes": 1}}, "b.docx": {"L001": {"/quotes": 2}}},
    }
    assert list(dump(FOUND)["files"]) == ["a.docx", "b.docx"]


def test_what_is_written_comes_back():
    assert load(json.dumps(dump(FOUND)).encode(), "b") == {FOUND[0]: 2, FOUND[1]: 1}


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"rapportkit-baseline": "1", "files": {"a": 3}}'])
def test_another_shape_is_refused(data: bytes):
    with pytest.raises(UsageError, match=r"b\.json is no baseline"):
        load(data, "b.json")


def test_another_version_is_refused():
    with pytest.raises(UsageError, match="another version"):
        load(b'{"rapportkit-baseline": "2"}', "b.json")
