"""PDF: tables and forms, ruled and not, and files that are locked or hold no text."""

from __future__ import annotations

from itertools import pairwise

from corpus.traits.packing import Lock
from corpus.traits.packing import pdf as raw
from corpus.traits.trait import Expected, Trait, at, item, para, row
from readers.pdf_build import Sheet, pdf

XS = [60.0, 200.0, 540.0]
ROWS = (("Name", "Ana Exemplo"), ("Place", "Puerto Muestra"), ("Date", "May 2020"))
FORM = [block for number, texts in enumerate(ROWS, 1) for block in row(1, number, *texts)]


def _filled(sheet: Sheet) -> Sheet:
    for number, (label, value) in enumerate(ROWS):
        sheet.text(66, 80 + 30 * number, label, font="B").text(206, 80 + 30 * number, value)
    return sheet


def _one_path() -> bytes:
    sheet = Sheet().grid(XS, [60, 90, 120, 150])
    sheet.orders = ["\n".join(order.removesuffix(" f") for order in sheet.orders) + " f"]
    return pdf(_filled(sheet))


def _small_pieces() -> bytes:
    sheet = _filled(Sheet())
    for top, bottom in pairwise([60, 90, 120, 150]):
        for left, right in pairwise(XS):
            sheet.thin(left, top, right, top).thin(left, bottom, right, bottom)
            sheet.thin(left, top, left, bottom).thin(right, top, right, bottom)
            sheet.thin(left, top, left, top)
    return pdf(sheet)


def _over_pages() -> bytes:
    first, second = Sheet(), Sheet()
    ys = [620.0, 650.0, 690.0, 740.0]
    first.grid(XS, ys).text(66, 640, "No.", font="B").text(206, 640, "Recommendation", font="B")
    first.text(66, 670, "1.").text(206, 670, "Open the offices in the evening.")
    first.text(66, 710, "2.").text(206, 710, "Translate the notices into the languages that are")
    first.text(206, 722, "spoken in the town.")
    second.grid(XS, [60, 90, 120]).text(66, 80, "No.", font="B").text(206, 80, "Recommendation", font="B")
    second.text(66, 110, "3.").text(206, 110, "Count who comes.")
    return pdf(first, second)


def _without_rules() -> bytes:
    sheet = Sheet()
    for number, (label, value) in enumerate(ROWS):
        sheet.text(60, 80 + 20 * number, f"{label}:", font="B").text(200, 80 + 20 * number, value)
    return pdf(sheet)


def _many_lines() -> bytes:
    sheet = Sheet().grid(XS, [60, 130, 190])
    sheet.lines(66, 80, "What was said by the", "governments", font="B")
    sheet.lines(
        206, 80, "A long answer that does not fit into one line of its", "cell goes on in the next one."
    )
    sheet.text(206, 116, "A second paragraph.")
    sheet.text(66, 150, "Good practices", font="B")
    for y, text in ((150, "evening hours"), (162, "a library card for everyone")):
        sheet.text(206, y, "•").text(220, y, text)
    return pdf(sheet)


def _merged() -> bytes:
    sheet = (
        Sheet()
        .box(60, 60, 540, 90)
        .grid(XS, [90, 120, 150])
        .text(66, 80, "1. Progress since the last meeting")
    )
    sheet.text(66, 110, "1.").text(206, 110, "Identity cards").text(66, 140, "2.").text(206, 140, "Clinics")
    return pdf(sheet)


def _values() -> bytes:
    sheet = Sheet().text(60, 80, "Name of Rapporteur:").value(180, 68, 400, 84, "Ana Exemplo")
    sheet.text(60, 110, "Session:").value(120, 98, 400, 114, "Round Table 9.9 – Cafés")
    sheet.grid([60, 540], [140, 170, 300]).text(66, 160, "2. Challenges", font="B")
    sheet.value(62, 172, 538, 298, "• Opening hours\r• Rents in the centre", 1 << 12)
    sheet.text(60, 330, "Affiliation:").value(140, 318, 400, 334, "")
    return pdf(sheet)


def _ticks() -> bytes:
    sheet = Sheet().text(60, 80, "May be quoted:")
    sheet.tick(160, 70, 170, 80, on=True).text(176, 80, "yes").tick(220, 70, 230, 80, on=False).text(
        236, 80, "no"
    )
    return pdf(sheet)


def _xfa() -> bytes:
    sheet = Sheet().text(60, 80, "Please wait... If this message is not eventually replaced,")
    sheet.text(60, 92, "your PDF viewer may not be able to display this type of document.")
    return pdf(sheet, form="/XFA(<xdp:xdp/>)", catalog="/NeedsRendering true")


def _locked(password: str) -> bytes:
    lock = Lock(password)
    content = "BT /R 10 Tf 60 720 Td (Read behind a lock.) Tj ET"
    return raw(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</R 4 0 R>>>>>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
            lock.stream(5, content),
        ],
        lock.entries,
    )


READ: Expected = {"blocks": [para("Read behind a lock.")]}

TRAITS = (
    Trait(
        "borders-one-path.pdf",
        "All borders of a table are one path of thin rectangles, as LibreOffice paints them.",
        _one_path,
        {"blocks": FORM},
    ),
    Trait(
        "borders-in-pieces.pdf",
        "Each border is cut into many small rectangles, as Word paints them.",
        _small_pieces,
        {"blocks": FORM},
    ),
    Trait(
        "table-over-pages.pdf",
        "A ruled table goes on on the next page under its repeated heading row.",
        _over_pages,
        {
            "blocks": [
                *row(1, 1, "No.", "Recommendation"),
                *row(1, 2, "1.", "Open the offices in the evening."),
                *row(1, 3, "2.", "Translate the notices into the languages that are spoken in the town."),
                *row(1, 4, "3.", "Count who comes."),
            ]
        },
    ),
    Trait(
        "labels-without-rules.pdf",
        "Bold labels and values stand side by side, without a border.",
        _without_rules,
        {"blocks": [para(f"{label}: {value}") for label, value in ROWS]},
    ),
    Trait(
        "many-lines-in-cells.pdf",
        "Cells hold wrapped lines, two paragraphs and bullets.",
        _many_lines,
        {
            "blocks": [
                *at(1, 1, 1, para("What was said by the governments")),
                *at(
                    1,
                    1,
                    2,
                    para(
                        "A long answer that does not fit into one line of its cell goes on in the next one."
                    ),
                    para("A second paragraph."),
                ),
                *at(1, 2, 1, para("Good practices")),
                *at(1, 2, 2, item("•", 1, "evening hours"), item("•", 1, "a library card for everyone")),
            ]
        },
    ),
    Trait(
        "merged-cells.pdf",
        "A heading reaches over both columns.",
        _merged,
        {
            "blocks": [
                *row(1, 1, "1. Progress since the last meeting"),
                *row(1, 2, "1.", "Identity cards"),
                *row(1, 3, "2.", "Clinics"),
            ]
        },
    ),
    Trait(
        "form-values.pdf",
        "Values typed into form fields, beside their labels and below one; the last field is empty.",
        _values,
        {
            "blocks": [
                para("Name of Rapporteur: Ana Exemplo"),
                para("Session: Round Table 9.9 – Cafés"),
                *at(1, 1, 1, para("2. Challenges")),
                *at(1, 2, 1, item("•", 1, "Opening hours"), item("•", 1, "Rents in the centre")),
                para("Affiliation:"),
            ]
        },
    ),
    Trait(
        "check-boxes.pdf",
        "Two check boxes, one ticked.",
        _ticks,
        {"blocks": [para("May be quoted: ☒ yes ☐ no")]},
    ),
    Trait(
        "empty-password.pdf",
        "Encrypted, but opens without a password.",
        lambda: _locked(""),
        READ,
    ),
    Trait(
        "password.pdf",
        "Encrypted with a password.",
        lambda: _locked("a secret"),
        {"refused": ["F005", "protected by a password"]},
        password="a secret",
        unlocked=READ,
    ),
    Trait(
        "xfa-only.pdf",
        "A form that one program alone can show: its pages say so.",
        _xfa,
        {"refused": ["F007", "Adobe"]},
    ),
    Trait(
        "scan.pdf",
        "A page that is a picture and holds no letters.",
        lambda: pdf(Sheet().picture()),
        {"refused": ["F008", "is a scan"]},
    ),
    Trait(
        "scan-among-pages.pdf",
        "One of two pages is a picture and holds no letters.",
        lambda: pdf(Sheet().text(60, 80, "The first page has words."), Sheet().picture()),
        {"blocks": [para("The first page has words.", page=1)], "remarks": ["D004"]},
    ),
)
