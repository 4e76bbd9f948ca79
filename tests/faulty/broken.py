"""Files that are broken, locked or no report: what no form with answers can bring about."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from corpus.traits.packing import Lock, stored
from corpus.traits.packing import pdf as raw
from faulty import page, to_text, to_word
from readers.pdf_build import Sheet, pdf

_AGENDA = """Example Forum
Agenda of the second day

09.00  Doors open
09.30  Welcome by the hosts
10.00  Three talks on harbours
12.30  Lunch on the terrace
14.00  Walk to the lighthouse
17.00  Doors close
"""
_MAIL = """From: Ana Exemplo <ana@example.org>
To: Secretariat <secretariat@example.org>
Subject: Report of session 1.4
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="edge"

--edge
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

{text}
--edge
Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
Content-Disposition: attachment; filename="hours.xlsx"
Content-Transfer-Encoding: 8bit

PK
--edge--
"""


def _sound(name: str) -> tuple[page.Block, ...]:
    return page.blocks(*page.form(name))


def _half() -> bytes:
    whole = to_word.write(_sound("roundtable-en"))
    return whole[: len(whole) // 2]


def _locked() -> bytes:
    lock = Lock("a word that nobody knows")
    return raw(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</R 4 0 R>>>>>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
            lock.stream(5, "BT /R 10 Tf 60 720 Td (2. Challenges) Tj ET"),
        ],
        lock.entries,
    )


def _dynamic() -> bytes:
    return pdf(Sheet().text(60, 80, "Please wait..."), form="/XFA(<xdp/>)", catalog="/NeedsRendering true")


def _mail() -> bytes:
    text = to_text.write(_sound("roundtable-es")).decode()
    return _MAIL.replace("{text}", text).replace("\n", "\r\n").encode()


BROKEN: Mapping[str, Callable[[], bytes]] = {
    "empty.docx": lambda: b"",
    "half.docx": _half,
    "pictures.docx": lambda: stored({"pictures/harbour.png": b"\x89PNG\r\n\x1a\n"}),
    "locked.pdf": _locked,
    "dynamic.pdf": _dynamic,
    "scanned.pdf": lambda: pdf(Sheet().picture()),
    "points.json": lambda: b'["Fees keep poor families away."]\n',
    "table.xlsx": lambda: stored({"xl/workbook.xml": "<workbook/>"}),
    "harbour.png": lambda: b"\x89PNG\r\n\x1a\n" + bytes(16),
    "agenda.txt": _AGENDA.encode,
    "old.rtf": lambda: b"{\\rtf1\\ansi 2. Challenges\\par Fees keep poor families away.\\par}\n",
    "mail.eml": _mail,
}
"""The bytes of each by its name."""
