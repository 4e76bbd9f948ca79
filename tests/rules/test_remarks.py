"""What readers remark on, and the rules that say it: every remark has words, in which no reader's English is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportkit import api, rules
from rapportkit.errors import ReadError
from rapportkit.model.document import Remark
from rapportkit.model.location import Location
from rapportkit.model.report import Report
from rapportkit.templates.catalog import shipped

TESTS = Path(__file__).parents[1]
FILES = sorted(
    path
    for folder in ("corpus/traits/files", "fixtures/bad")
    for path in (TESTS / folder).iterdir()
    if path.suffix in {".docx", ".odt", ".fodt", ".html", ".eml", ".pdf"}
)
SENTENCES = {rule.code: rule.messages for rule in rules.RULES}


def remarks(path: Path) -> tuple[Remark, ...]:
    try:
        return api.read(path.read_bytes(), path.name).remarks
    except ReadError:
        return ()


@pytest.fixture(scope="module")
def remarked() -> tuple[Remark, ...]:
    return tuple(remark for path in FILES for remark in remarks(path))


def test_there_are_remarks_of_most_kinds(remarked):
    assert {each.code for each in remarked} >= {"D001", "D002", "D003", "D007"}


def test_every_remark_has_a_sentence_and_every_name_in_it_is_filled(remarked):
    template = shipped()[0]
    for remark in remarked:
        assert remark.key in SENTENCES[remark.code], remark
        report = Report(api.read(b"Cups.", "x.txt").source, template.id, 1.0, remarks=(remark,))
        (found,) = [each for each in api.validate(report, template) if each.code == remark.code]
        assert "{" not in found.message + found.help
        assert (found.key, dict(found.args).items() >= dict(remark.args).items()) == (remark.key, True)


def test_what_is_counted_in_words_has_words_for_one_and_for_many(remarked):
    for remark in remarked:
        if remark.key in {"objects", "accepted", "rejected"}:
            kinds = [kind for kind, _ in remark.args]
            assert all({kind, f"{kind}_many"} <= SENTENCES[remark.code].keys() for kind in kinds)


def test_a_remark_that_no_rule_has_words_for_is_still_told():
    template = shipped()[0]
    remark = Remark("D002", "Something new.", Location())
    report = Report(api.read(b"Cups.", "x.txt").source, template.id, 1.0, remarks=(remark,))
    told = [each for each in api.validate(report, template) if each.code == "D000"]
    assert [each.message for each in told] == ["Something new"]
