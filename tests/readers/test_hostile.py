"""Files made to exhaust or confuse: each is read, or refused with a sentence, and nothing else happens."""

import builtins
import io
import os
import re
import socket

import pytest

from rapportkit import api
from rapportkit.errors import ReadError
from rapportkit.templates.catalog import shipped
from readers.hostile import KINDS

FILES = [(suffix, name, data) for suffix, make in KINDS.items() for name, data in make().items()]
TEMPLATES = shipped()
REFUSED = {
    (".docx", "controls in controls"): "F006",
    (".docx", "tables in tables"): "F006",
    (".docx", "entities"): "F003",
    (".docx", "an entity from outside"): "F003",
    (".docx", "a document type from outside"): "F003",
    (".docx", "a bomb"): "F006",
    (".docx", "a bomb of members"): "F006",
    (".docx", "a zip in a zip"): "F003",
    (".pdf", "the same page again and again"): "F006",
    (".pdf", "just a head"): "F003",
    (".html", "boxes in boxes"): "F006",
    (".html", "tables in tables"): "F006",
    (".eml", "parts in parts"): "F006",
    (".eml", "many parameters"): "F006",
    (".odt", "lists far too deep"): "F006",
    (".odt", "entities"): "F006",
    (".txt", "zeros inside"): "F003",
}
"""What must not be read, and the code that says why."""


@pytest.fixture(autouse=True)
def _closed(monkeypatch, tmp_path):
    """No connection is opened, no file is written, and no other program is there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    opened = builtins.open

    def refuse(*_, **__):
        raise AssertionError("a reader tried to reach outside")

    def only_reading(file, mode="r", *rest, **more):
        assert not set(mode) & set("wxa+"), f"a reader tried to write {file}"
        return opened(file, mode, *rest, **more)

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(os, "system", refuse)
    monkeypatch.setattr(builtins, "open", only_reading)
    monkeypatch.setattr(io, "open", only_reading)


@pytest.mark.parametrize(
    ("suffix", "name", "data"), FILES, ids=[f"{name}{suffix}" for suffix, name, _ in FILES]
)
def test_a_hostile_file_is_read_or_refused(suffix, name, data):
    document, refusal = _read(data, f"x{suffix}")
    assert ((suffix, name) in REFUSED) <= (document is None)
    if document is None:
        message = str(refusal)
        assert message.startswith("x."), message
        assert message.endswith((".", "?")), message
        assert message.isprintable(), message
        assert re.fullmatch(r"F\d{3}", refusal.code)
        assert REFUSED.get((suffix, name), refusal.code) == refusal.code, message
        return
    template = max(TEMPLATES, key=lambda each: each.id == "gfmd-roundtable-2018")
    api.identify(document, TEMPLATES)
    report = api.extract(document, template)
    for finding in api.validate(report, template):
        assert finding.message


def test_nothing_outside_is_read():
    said = [
        block.text
        for suffix, name, data in FILES
        if "outside" in name or "leave" in name
        for block in getattr(_read(data, f"x{suffix}")[0], "blocks", ())
    ]
    assert said
    assert not any("root:" in text for text in said)


def _read(data, name):
    """The document, or what was said instead of one."""
    try:
        return api.read(data, name), None
    except ReadError as refusal:
        return None, refusal
