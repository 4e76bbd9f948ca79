"""Word: notes, comments, running headers and hidden text."""

from rapportkit.model.document import FurnitureKind, Note
from rapportkit.readers.docx import read
from readers.docx_build import (
    blocks,
    box,
    document,
    field,
    level,
    lists,
    num,
    p,
    part,
    r,
    style,
    tbl,
    tc,
    tr,
    word,
)


def cite(number, kind="footnote", extra=""):
    return f'<w:r><w:{kind}Reference {extra} w:id="{number}"/></w:r>'


def notes(*texts, kind="footnote"):
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    entries = "".join(
        f'<w:{kind} w:id="{number}">{p(mark, f" {text}")}</w:{kind}>' for number, text in enumerate(texts, 1)
    )
    return f'<w:{kind} w:type="separator" w:id="-1">{p("x")}</w:{kind}>{entries}'


def test_a_footnote_stays_with_the_block_that_cites_it():
    found = blocks(
        p("A claim", cite(1), ".") + p("Another", cite(2)), footnotes=notes("Source one.", "Source two.")
    )
    assert [(block.text, block.notes) for block in found] == [
        ("A claim.", (Note("1", "Source one."),)),
        ("Another", (Note("2", "Source two."),)),
    ]


def test_notes_are_numbered_as_they_are_cited():
    (block,) = blocks(p("a", cite(2), cite(1)), footnotes=notes("first kept", "second kept"))
    assert block.notes == (Note("1", "second kept"), Note("2", "first kept"))


def test_endnotes_have_roman_numbers_and_sections_may_choose():
    (block,) = blocks(p("a", cite(1, "endnote")), endnotes=notes("End.", kind="endnote"))
    assert block.notes == (Note("i", "End."),)
    form = '<w:sectPr><w:footnotePr><w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/></w:footnotePr></w:sectPr>'
    (block,) = blocks(p("a", cite(1)) + form, footnotes=notes("Note."))
    assert block.notes == (Note("C", "Note."),)
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>'
    (block,) = blocks(p("a", cite(1)), footnotes=notes("Note."), settings=settings)
    assert block.notes == (Note("a", "Note."),)


def test_a_mark_of_the_authors_own_is_the_label():
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    (block,) = blocks(p("a", own, " b", cite(2)), footnotes=notes("Star.", "One."))
    assert block.text == "a b"
    assert block.notes == (Note("*", "Star."), Note("1", "One."))


def test_a_note_of_several_paragraphs_and_changes():
    inside = (
        f'<w:footnote w:id="1">{p("One.")}{p("Two ", "<w:del>" + r("x") + "</w:del>", "three.")}</w:footnote>'
    )
    found = document(p("a", cite(1)), footnotes=inside)
    assert found.blocks[0].notes == (Note("1", "One.\nTwo three."),)
    assert [remark.code for remark in found.remarks] == ["D001"]


def test_a_note_cited_by_an_otherwise_empty_paragraph_is_kept():
    (block,) = blocks(p(cite(1)), footnotes=notes("Alone."))
    assert (block.text, block.notes) == ("1", (Note("1", "Alone."),))


def test_a_note_cited_in_deleted_text_or_nowhere_is_out():
    found = blocks(
        p("a", f"<w:del>{cite(1)}</w:del>", cite(2)) + p("b", cite(7)),
        footnotes=notes("Gone.", "Kept.", "Never."),
    )
    assert [block.notes for block in found] == [(Note("1", "Kept."),), ()]


def comment(number, text):
    return f'<w:comment w:id="{number}" w:author="Ana Exemplo">{text}</w:comment>'


def anchor(number):
    return f'<w:commentRangeStart w:id="{number}"/>{r("said")}<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def test_comments_stand_in_the_margin_at_their_place():
    found = document(
        p("x") + tbl(tr("a", tc(p(anchor(5))))),
        comments=comment(5, p("Who?") + p("When?")) + comment(6, p("Loose.")),
    )
    assert [block.text for block in found.blocks] == ["x", "a", "said"]
    assert [(piece.kind, piece.text, str(piece.location)) for piece in found.furniture] == [
        (FurnitureKind.COMMENT, "Who?\nWhen?", "report.docx, table 1, row 1, cell 2"),
        (FurnitureKind.COMMENT, "Loose.", "report.docx, comment 2"),
    ]
    (remark,) = found.remarks
    assert (remark.code, remark.text) == ("D002", "2 comments are still open.")
    assert remark.location.table == 1


def test_resolved_comments_and_their_answers_are_not_open():
    def with_id(identifier, text):
        return f'<w:p w14:paraId="{identifier}">{r(text)}</w:p>'

    extended = (
        '<w15:commentEx w15:paraId="A1" w15:done="1"/><w15:commentEx w15:paraId="A2" w15:paraIdParent="A1" w15:done="0"/>'
        '<w15:commentEx w15:paraId="A3" w15:done="0"/>'
    )
    comments = (
        comment(1, with_id("A1", "Done."))
        + comment(2, with_id("A2", "Yes."))
        + comment(3, with_id("A3", "Open?"))
    )
    found = document(p("a", anchor(1)) + p("b", anchor(3)), comments=comments, commentsExtended=extended)
    assert [piece.text for piece in found.furniture] == ["Done.", "Yes.", "Open?"]
    (remark,) = found.remarks
    assert (remark.text, remark.location.paragraph) == ("1 comment is still open.", 2)


def running(body, **members):
    more = {
        f"word/{name}.xml": part("hdr" if name.startswith("h") else "ftr", inside)
        for name, inside in members.items()
    }
    targets = {name: f"{'header' if name.startswith('h') else 'footer'} {name}.xml" for name in members}
    references = "".join(
        f'<w:{"header" if name.startswith("h") else "footer"}Reference w:type="default" r:id="{name}"/>'
        for name in members
    )
    return read(word(f"{body}<w:sectPr>{references}</w:sectPr>", more=more, targets=targets), "report.docx")


def test_running_headers_and_footers_come_once_without_page_numbers():
    found = running(
        p("Body"),
        h1=p("Dialogue on Mobility"),
        h2=p("Dialogue on Mobility"),
        f1=p(
            "Page ", field(" PAGE ", "3"), " of ", f'<w:fldSimple w:instr="NUMPAGES">{r("9")}</w:fldSimple>'
        ),
        f2=p(field("PAGE", "4")) + tbl(tr("Left", "Right")),
    )
    assert [block.text for block in found.blocks] == ["Body"]
    assert [(piece.kind.value, piece.text) for piece in found.furniture] == [
        ("header", "Dialogue on Mobility"),
        ("footer", "Page of"),
        ("footer", "Left"),
        ("footer", "Right"),
    ]
    assert found.furniture[0].location.area == "header"


def test_a_page_number_in_the_body_is_text():
    assert [block.text for block in blocks(p("See page ", field("PAGE", "3")))] == ["See page 3"]


def test_a_text_box_in_a_header_is_furniture():
    found = running(p("Body"), h1=p("Title", box(p("Logo words"))))
    assert [piece.text for piece in found.furniture] == ["Title", "Logo words"]


def test_hidden_text_is_furniture_and_told():
    sheet = style("Instruction", "<w:rPr><w:vanish/></w:rPr>") + style(
        "Ghost", "<w:rPr><w:vanish/></w:rPr>", kind="character"
    )
    body = (
        p("Seen ", r("unseen ", "<w:vanish/>"), "end")
        + p("All hidden", properties='<w:pStyle w:val="Instruction"/>')
        + p(r("ghost", '<w:rStyle w:val="Ghost"/>'), r("shown", "<w:vanish w:val='0'/>"))
        + p(r("web only", "<w:webHidden/>"))
    )
    found = document(body, styles=sheet)
    assert [block.text for block in found.blocks] == ["Seen end", "shown", "web only"]
    assert not any(block.blank_before for block in found.blocks)
    assert [(piece.kind, piece.text) for piece in found.furniture] == [
        (FurnitureKind.HIDDEN, "unseen"),
        (FurnitureKind.HIDDEN, "All hidden"),
        (FurnitureKind.HIDDEN, "ghost"),
    ]
    (remark,) = found.remarks
    assert (remark.code, remark.text) == (
        "D003",
        "Hidden text stands in 3 places; it was not read as part of the report.",
    )
    assert remark.location.paragraph == 1


def test_a_hidden_paragraph_mark_leaves_no_blank_and_no_number():
    mark = "<w:rPr><w:vanish/></w:rPr>"
    numbering = lists(level(0, "decimal", "%1."))
    body = (
        p("a", properties=num())
        + p(r("b", "<w:vanish/>"), properties=num() + mark)
        + p(properties=num() + mark)
    )
    found = blocks(body + p("c", properties=num()), numbering=numbering)
    assert [(block.marker, block.text, block.blank_before) for block in found] == [
        ("1.", "a", False),
        ("2.", "c", False),
    ]


def test_hidden_rows_boxes_and_notes_are_hidden():
    hidden_note = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    hidden_box = box(p("boxed")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    body = tbl(tr("row", properties="<w:hidden/>"), tr("seen")) + p("a", hidden_box) + p("b", hidden_note)
    found = document(body, footnotes=notes("noted"))
    assert [block.text for block in found.blocks] == ["seen", "a", "b"]
    assert [piece.text for piece in found.furniture] == ["row", "boxed", "noted"]
