"""Word: tracked changes, comments, hidden text, notes, and what runs along the margins."""

from __future__ import annotations

from corpus.traits.packing import restored
from corpus.traits.trait import Trait, item, para, row
from readers.docx_build import cell_of, field, level, lists, num, p, part, r, tbl, tr, word

BY = 'w:id="1" w:author="Ana Exemplo" w:date="2020-01-01T00:00:00Z"'


def _ins(inside: str) -> str:
    return f"<w:ins {BY}>{inside}</w:ins>"


def _del(text: str) -> str:
    return f'<w:del {BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def _word(body: str, **parts: str) -> bytes:
    return restored(word(body + "<w:sectPr/>", parts=dict(parts)))


def _insertion() -> bytes:
    whole = p(_ins(r("A paragraph of its own.")), properties=f"<w:rPr><w:ins {BY}/></w:rPr>")
    return _word(p("Cities ", _ins(r("and regions ")), "asked for a seat.") + whole + p("The end."))


def _deletion() -> bytes:
    gone = p(_del("A paragraph that went."), properties=f"<w:rPr><w:del {BY}/></w:rPr>")
    return _word(p("Cities ", _del("never "), "asked for a seat.") + gone + p("The end."))


def _move() -> bytes:
    start = '<w:moveFromRangeStart w:id="2" w:name="move1"/>'
    away = (
        f'{start}<w:moveFrom {BY}>{r("The sentence that moved.")}</w:moveFrom><w:moveFromRangeEnd w:id="2"/>'
    )
    here = f"<w:moveTo {BY}>{r('The sentence that moved.')}</w:moveTo>"
    return _word(p("First. ", away) + p("Second. ", here))


def _rows() -> bytes:
    return _word(
        tbl(
            tr("1", "Kept row"),
            tr("2", "Row that went", properties=f"<w:del {BY}/>"),
            tr("3", "New row", properties=f"<w:ins {BY}/>"),
        )
    )


def _comments() -> bytes:
    said = f'<w:commentRangeStart w:id="0"/>{r("half of them")}<w:commentRangeEnd w:id="0"/>'
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    comment = f'<w:comment w:id="0" w:author="Ján Príklad" w:initials="JP">{p("Which half?")}</w:comment>'
    return _word(p("It was ", said, mark, ", roughly."), comments=comment)


def _hidden() -> bytes:
    return _word(
        p("Seen ", r("not seen ", "<w:vanish/>"), "and seen.")
        + p(r("A whole hidden note.", "<w:vanish/>"), properties="<w:rPr><w:vanish/></w:rPr>")
        + p("Last.")
    )


def _notes(kind: str) -> str:
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    rest = f'<w:{kind} w:type="separator" w:id="-1">{p("<w:r><w:separator/></w:r>")}</w:{kind}>'
    return rest + "".join(
        f'<w:{kind} w:id="{number}">{p(mark, f" Note {number} says more.")}</w:{kind}>' for number in (1, 2)
    )


def _cite(kind: str, number: int) -> str:
    properties = f'<w:rPr><w:rStyle w:val="{kind.title()}Reference"/></w:rPr>'
    return f'<w:r>{properties}<w:{kind}Reference w:id="{number}"/></w:r>'


def _footnotes() -> bytes:
    numbering = lists(level(0, "bullet", "\uf0b7"))
    return _word(
        p("The first point", _cite("footnote", 1), " goes on.", properties=num())
        + tbl(tr("Cell", cell_of("with a note", _cite("footnote", 2)))),
        footnotes=_notes("footnote"),
        numbering=numbering,
    )


def _endnotes() -> bytes:
    return _word(
        p("One claim.", _cite("endnote", 2)) + p("Another.", _cite("endnote", 1)), endnotes=_notes("endnote")
    )


def _margins() -> bytes:
    more = {
        "word/h1.xml": part("hdr", p("Dialogue on Examples, 2018")),
        "word/f1.xml": part("ftr", p("Page ", field(" PAGE ", "1"), " of ", field(" NUMPAGES ", "3"))),
        "word/f2.xml": part("ftr", p("Not for quotation")),
    }
    targets = {"h": "header h1.xml", "f": "footer f1.xml", "g": "footer f2.xml"}
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="default" r:id="f"/>'
        '<w:footerReference w:type="first" r:id="g"/><w:titlePg/></w:sectPr>'
    )
    return restored(word(p("The report itself.") + section, more=more, targets=targets))


OPEN = {"remarks": ["D001"]}

TRAITS = (
    Trait(
        "tracked-insertion.docx",
        "Words and a whole paragraph were inserted with changes tracked.",
        _insertion,
        {
            "blocks": [
                para("Cities and regions asked for a seat."),
                para("A paragraph of its own."),
                para("The end."),
            ]
        }
        | OPEN,
        original={"blocks": [para("Cities asked for a seat."), para("The end.")]} | OPEN,
    ),
    Trait(
        "tracked-deletion.docx",
        "A word and a whole paragraph were deleted with changes tracked.",
        _deletion,
        {"blocks": [para("Cities asked for a seat."), para("The end.")]} | OPEN,
        original={
            "blocks": [
                para("Cities never asked for a seat."),
                para("A paragraph that went."),
                para("The end."),
            ]
        }
        | OPEN,
    ),
    Trait(
        "tracked-move.docx",
        "A sentence was moved to another paragraph with changes tracked.",
        _move,
        {"blocks": [para("First."), para("Second. The sentence that moved.")]} | OPEN,
        original={"blocks": [para("First. The sentence that moved."), para("Second.")]} | OPEN,
    ),
    Trait(
        "tracked-rows.docx",
        "One row of a table was deleted and another inserted with changes tracked.",
        _rows,
        {"blocks": [*row(1, 1, "1", "Kept row"), *row(1, 2, "3", "New row")]} | OPEN,
        original={"blocks": [*row(1, 1, "1", "Kept row"), *row(1, 2, "2", "Row that went")]} | OPEN,
    ),
    Trait(
        "comments.docx",
        "A comment hangs on three words.",
        _comments,
        {
            "blocks": [para("It was half of them, roughly.")],
            "furniture": [{"kind": "comment", "text": "Which half?"}],
            "remarks": ["D002"],
        },
    ),
    Trait(
        "hidden-text.docx",
        "Two words and a paragraph are set as hidden text.",
        _hidden,
        {
            "blocks": [para("Seen and seen."), para("Last.")],
            "furniture": [
                {"kind": "hidden", "text": "not seen"},
                {"kind": "hidden", "text": "A whole hidden note."},
            ],
            "remarks": ["D003"],
        },
    ),
    Trait(
        "footnotes.docx",
        "A bullet and a table cell cite a footnote each.",
        _footnotes,
        {
            "blocks": [
                item("•", 1, "The first point goes on.", notes=[("1", "Note 1 says more.")]),
                para("Cell", table=1, row=1, cell=1),
                para("with a note", table=1, row=1, cell=2, notes=[("2", "Note 2 says more.")]),
            ]
        },
    ),
    Trait(
        "endnotes.docx",
        "Two endnotes; they are numbered in the order in which they are cited.",
        _endnotes,
        {
            "blocks": [
                para("One claim.", notes=[("i", "Note 2 says more.")]),
                para("Another.", notes=[("ii", "Note 1 says more.")]),
            ]
        },
    ),
    Trait(
        "running-header.docx",
        "A header, a footer with a page number, and another footer on the first page.",
        _margins,
        {
            "blocks": [para("The report itself.")],
            "furniture": [
                {"kind": "header", "text": "Dialogue on Examples, 2018"},
                {"kind": "footer", "text": "Page of"},
                {"kind": "footer", "text": "Not for quotation"},
            ],
        },
    ),
)
