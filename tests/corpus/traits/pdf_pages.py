"""PDF: text on pages. Letters are 6 points wide; places are points from the top left corner."""

from __future__ import annotations

from corpus.traits.packing import pdf as raw
from corpus.traits.packing import stream
from corpus.traits.trait import Trait, head, item, para
from readers.pdf_build import Sheet, pdf

PROSE = (
    "Local authorities see problems first and seldom have the means to answer them in good time, and "
    "so they ask for a seat at the table where budgets are made."
)
OTHER = (
    "Employers offered to help where permits last longer than the harvest, and unions warned that short "
    "permits make people depend on one employer alone."
)
THIRD = "A third paragraph is short."
LETTERS = 78


def _running() -> bytes:
    sheets = []
    for number, text in enumerate((PROSE, OTHER, PROSE), 1):
        sheet = Sheet().text(60, 40, "Dialogue on Examples – Session 3")
        sheet.prose(60, 90, f"Page text {'ABC'[number - 1]}. {text}", LETTERS)
        sheet.text(60, 770, "Not for quotation").text(500, 770, f"Page {number} of 3")
        sheets.append(sheet)
    return pdf(*sheets)


def _over_the_page() -> bytes:
    first, second = Sheet(), Sheet()
    for number, sheet in enumerate((first, second), 1):
        sheet.text(290, 770, f"- {number} -")
    y = first.prose(60, 660, OTHER, LETTERS)
    first.lines(60, y + 12, "Local authorities see problems first and seldom have the means to answer them")
    second.lines(60, 80, "in good time, and so they ask for a seat at the table.")
    return pdf(first, second)


def _hyphens() -> bytes:
    sheet = Sheet()
    sheet.lines(
        60,
        80,
        "The discussion on partnerships was about how to protect people in their employ-",
        "ment, and the protection of employment is what all of the participants in this non-",
        "profit sector had asked for: a long-term answer by non-profit groups in the long-",
        "term, as said.",
    )
    return pdf(sheet)


def _soft_hyphens() -> bytes:
    sheet = Sheet()
    sheet.text(60, 80, "The discussion on partnerships was about protecting people in their employ")
    sheet.text(60 + 74 * 6, 80, "\u00ad", font="S")
    sheet.text(60, 92, "ment, as all participants said.")
    return pdf(sheet)


def _ligatures() -> bytes:
    sheet = Sheet().text(60, 80, "The o").text(90, 80, "\ufb03", font="S").text(96, 80, "ce must be ef")
    sheet.text(174, 80, "\ufb01", font="S").text(180, 80, "cient")
    return pdf(sheet)


def _private_bullets() -> bytes:
    sheet = Sheet()
    for y, sign, text in (
        (80, "\uf0b7", "First point"),
        (92, "\uf0b7", "Second point"),
        (104, "\uf0a7", "A square one"),
    ):
        sheet.text(60, y, sign, font="S").text(78, y, text)
    return pdf(sheet)


def _nested_bullets() -> bytes:
    sheet = Sheet()
    entries = (
        (60, "•", "Permits for seasonal work"),
        (84, "o", "how long they last"),
        (84, "o", "who may change employers"),
        (108, "–", "after one season"),
        (60, "•", "Housing"),
    )
    for index, (x, sign, text) in enumerate(entries):
        sheet.text(x, 80 + 12 * index, sign).text(x + 14, 80 + 12 * index, text)
    return pdf(sheet)


def _columns() -> bytes:
    sheet = Sheet().text(60, 60, "A title over both columns of the page", size=14)
    left = "The left column is read first and down to its end, however many lines there are in it."
    right = "The right column comes after it and says what nobody on the left had said before it."
    y = sheet.prose(60, 100, left, 36)
    sheet.prose(60, y + 12, THIRD, 36)
    y = sheet.prose(320, 100, right, 36)
    sheet.prose(320, y + 12, "The end of the page.", 36)
    return pdf(sheet)


def _rotated() -> bytes:
    """A page that is stored lying on its side and shown upright."""
    sheet = Sheet(width=800, height=600, rotate=90)
    y = 60.0
    for line in (
        "Local authorities see problems first and seldom have the means to answer them",
        "in good time, and so they ask for a seat.",
        "",
        THIRD,
    ):
        sheet.text(y, 540, line, turn=90)
        y += 12
    return pdf(sheet)


def _footnote() -> bytes:
    sheet = (
        Sheet()
        .text(60, 80, "Cities pay for most of it")
        .text(210, 76, "1", size=6)
        .text(214, 80, ", it was said.")
    )
    sheet.prose(60, 110, OTHER, LETTERS)
    sheet.stroke(60, 730, 200, 730)
    sheet.text(60, 741, "1", size=5).text(66, 744, "Figures of 2017, not yet audited.", size=8)
    return pdf(sheet)


def _spacing() -> bytes:
    """Word stretches lines: each word is placed by itself."""
    sheet = Sheet()
    for y, line in ((80, "Words that are placed one by one"), (92, "make a paragraph all the same.")):
        x = 60.0
        for word in line.split():
            sheet.text(x, y, word)
            x += 6 * len(word) + 14.4
    return pdf(sheet)


def _headings() -> bytes:
    sheet = Sheet().text(200, 60, "Summary of the session", size=16, font="B")
    sheet.text(60, 100, "2. Challenges", font="B")
    y = sheet.prose(60, 124, PROSE, LETTERS)
    sheet.text(60, y + 12, "3. Good practices", font="B")
    sheet.prose(60, y + 36, OTHER, LETTERS)
    return pdf(sheet)


def _tagged() -> bytes:
    """Tagged as Word tags: the first paragraph is written in two pieces, the page number is an artifact."""
    content = (
        "/P <</MCID 0>> BDC BT /R 10 Tf 60 720 Td (A tagged paragraph that is) Tj ET EMC\n"
        "/P <</MCID 1>> BDC BT /R 10 Tf 60 708 Td (short and goes on.) Tj ET EMC\n"
        "/LBody <</MCID 2>> BDC BT /R 10 Tf 78 684 Td (An item of a list) Tj ET EMC\n"
        "/Lbl <</MCID 3>> BDC BT /R 10 Tf 60 684 Td (•) Tj ET EMC\n"
        "/Artifact <</Type/Pagination>> BDC BT /R 10 Tf 300 30 Td (1) Tj ET EMC\n"
    )
    tree = [
        "<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[8 0 R 8 0 R 10 0 R 11 0 R]]>>>>",
        "<</Type/StructElem/S/Document/P 6 0 R/K[8 0 R 9 0 R]>>",
        "<</Type/StructElem/S/P/P 7 0 R/Pg 3 0 R/K[0 1]>>",
        "<</Type/StructElem/S/L/P 7 0 R/K[<</Type/StructElem/S/LI/P 9 0 R/K[11 0 R 10 0 R]>>]>>",
        "<</Type/StructElem/S/LBody/P 9 0 R/Pg 3 0 R/K 2>>",
        "<</Type/StructElem/S/Lbl/P 9 0 R/Pg 3 0 R/K 3>>",
    ]
    return raw(
        [
            "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R/Lang(en)>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/StructParents 0/Contents 5 0 R/Resources<</Font<</R 4 0 R>>>>>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
            stream(content),
            *tree,
        ]
    )


TRAITS = (
    Trait(
        "running-header.pdf",
        "Three pages with one header, one footer and a page number each.",
        _running,
        {
            "blocks": [
                para(f"Page text {letter}. {text}", page=page)
                for page, (letter, text) in enumerate((("A", PROSE), ("B", OTHER), ("C", PROSE)), 1)
            ],
            "furniture": [
                {"kind": "header", "text": "Dialogue on Examples – Session 3"},
                {"kind": "footer", "text": "Not for quotation"},
                *({"kind": "page-number", "text": f"Page {number} of 3"} for number in (1, 2, 3)),
            ],
        },
    ),
    Trait(
        "paragraph-over-pages.pdf",
        "A sentence goes on behind a page number on the next page.",
        _over_the_page,
        {
            "blocks": [
                para(OTHER, page=1),
                para(
                    "Local authorities see problems first and seldom have the means to answer them in good time, "
                    "and so they ask for a seat at the table.",
                    page=1,
                ),
            ],
            "furniture": [{"kind": "page-number", "text": "- 1 -"}, {"kind": "page-number", "text": "- 2 -"}],
        },
    ),
    Trait(
        "hyphens.pdf",
        "Lines end in hyphens that the program set (employment) and in hyphens of the words (non-profit, long-term).",
        _hyphens,
        {
            "blocks": [
                para(
                    "The discussion on partnerships was about how to protect people in their employment, and the "
                    "protection of employment is what all of the participants in this non-profit sector had asked for: "
                    "a long-term answer by non-profit groups in the long-term, as said."
                )
            ]
        },
    ),
    Trait(
        "soft-hyphen.pdf",
        "A line ends in a soft hyphen.",
        _soft_hyphens,
        {
            "blocks": [
                para(
                    "The discussion on partnerships was about protecting people in their employment, as all "
                    "participants said."
                )
            ]
        },
    ),
    Trait(
        "ligatures.pdf",
        "“ffi” and “fi” are painted as one letter each.",
        _ligatures,
        {"blocks": [para("The office must be efficient")]},
    ),
    Trait(
        "private-bullets.pdf",
        "Bullets come as letters of the private area, as Word prints Symbol and Wingdings.",
        _private_bullets,
        {"blocks": [item("•", 1, "First point"), item("•", 1, "Second point"), item("▪", 1, "A square one")]},
    ),
    Trait(
        "nested-bullets.pdf",
        "Bullets on three levels, told apart by how far they are set in.",
        _nested_bullets,
        {
            "blocks": [
                item("•", 1, "Permits for seasonal work"),
                item("o", 2, "how long they last"),
                item("o", 2, "who may change employers"),
                item("–", 3, "after one season"),
                item("•", 1, "Housing"),
            ]
        },
    ),
    Trait(
        "two-columns.pdf",
        "Two columns below one title.",
        _columns,
        {
            "blocks": [
                head(1, "A title over both columns of the page"),
                para(
                    "The left column is read first and down to its end, however many lines there are in it."
                ),
                para(THIRD),
                para("The right column comes after it and says what nobody on the left had said before it."),
                para("The end of the page."),
            ]
        },
    ),
    Trait(
        "rotated-page.pdf",
        "A page that is stored on its side and shown upright.",
        _rotated,
        {
            "blocks": [
                para(
                    "Local authorities see problems first and seldom have the means to answer them in good time, "
                    "and so they ask for a seat."
                ),
                para(THIRD),
            ]
        },
    ),
    Trait(
        "footnote.pdf",
        "A raised figure cites the note below the line at the foot of the page.",
        _footnote,
        {
            "blocks": [
                para(
                    "Cities pay for most of it, it was said.",
                    notes=[("1", "Figures of 2017, not yet audited.")],
                ),
                para(OTHER),
            ]
        },
    ),
    Trait(
        "stretched-lines.pdf",
        "Each word is placed by itself, with wide gaps.",
        _spacing,
        {"blocks": [para("Words that are placed one by one make a paragraph all the same.")]},
    ),
    Trait(
        "bold-headings.pdf",
        "Bold lines with numbers head the paragraphs below them.",
        _headings,
        {
            "blocks": [
                head(1, "Summary of the session"),
                head(2, "2. Challenges"),
                para(PROSE, lead=0),
                head(2, "3. Good practices"),
                para(OTHER, lead=0),
            ]
        },
    ),
    Trait(
        "tagged.pdf",
        "Tagged as Word tags it: two pieces of one paragraph, a list, and a page number as an artifact.",
        _tagged,
        {
            "blocks": [
                para("A tagged paragraph that is short and goes on."),
                item("•", 1, "An item of a list"),
            ],
            "furniture": [{"kind": "page-number", "text": "1"}],
        },
    ),
)
