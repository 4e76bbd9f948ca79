"""A mail that brings several reports: each is read, and named so that it can be found."""

from __future__ import annotations

import json
from email.message import EmailMessage

import pytest

from cli.conftest import ROOT

REPORTS = [ROOT / "examples" / "formats" / name for name in ("000.docx", "001.pdf")]


@pytest.fixture
def mail(tmp_path):
    """A short letter with two reports, a locked file and a picture."""
    message = EmailMessage()
    message["From"], message["Subject"] = "Ana Exemplo <ana@example.org>", "Reports"
    message.set_content("Dear all,\n\nhere are the reports of this morning.\n")
    for path in [*REPORTS, ROOT / "tests/fixtures/bad/encrypted.pdf"]:
        message.add_attachment(
            path.read_bytes(), maintype="application", subtype="octet-stream", filename=path.name
        )
    path = tmp_path / "night.eml"
    path.write_bytes(message.as_bytes())
    return path


def test_each_report_of_a_mail_is_extracted(rapportkit, mail):
    ended = rapportkit("extract", mail, REPORTS[0], "-f", "jsonl")
    reports = [json.loads(line) for line in ended.out.splitlines()]
    assert [report["source"]["name"] for report in reports] == [
        "night.eml, attachment 000.docx",
        "night.eml, attachment 001.pdf",
        "000.docx",
    ]
    assert reports[0]["fields"] == reports[2]["fields"]
    assert reports[0]["source"]["sha256"] == reports[2]["source"]["sha256"]
    assert ended.status == 3
    assert f"The text of {mail} follows no template: it is a letter. It is left aside.\n" in ended.err
    assert f"{mail}, attachment encrypted.pdf is protected by a password" in ended.err


def test_a_report_sent_twice_counts_once(rapportkit, mail):
    ended = rapportkit("merge", mail, REPORTS[0], "-f", "json")
    alone = rapportkit("merge", *REPORTS, "-f", "json")
    assert json.loads(ended.out)["conservation"] == json.loads(alone.out)["conservation"]


def test_the_letter_is_no_unknown_form(rapportkit, mail):
    ended = rapportkit("identify", mail)
    assert f"{mail}, attachment 000.docx: gfmd-roundtable-2018" in ended.out
    assert "follows none" not in ended.out + ended.err
