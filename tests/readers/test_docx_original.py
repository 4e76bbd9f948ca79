"""Word: with --revisions original, tracked changes are read as rejected."""

from rapportkit.model.options import ReadOptions, Revisions
from rapportkit.readers.docx import read
from readers.docx_build import box, field, level, lists, num, p, r, sdt, t, tbl, tc, tr, word

BY = 'w:id="1" w:author="Ana Exemplo"'
MARK_ADDED = f"<w:rPr><w:ins {BY}/></w:rPr>"
MARK_GONE = f"<w:rPr><w:del {BY}/></w:rPr>"
ORIGINAL = ReadOptions(revisions=Revisions.ORIGINAL)


def ins(*content):
    return f"<w:ins {BY}>{''.join(content)}</w:ins>"


def deleted(text, properties=""):
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:del {BY}><w:r>{look}<w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def document(body, **parts):
    return read(word(body, parts=parts), "report.docx", ORIGINAL)


def blocks(body, **parts):
    return document(body, **parts).blocks


def texts(body, **parts):
    return [block.text for block in blocks(body, **parts)]


def both(body):
    final = [block.text for block in read(word(body), "report.docx").blocks]
    return final, texts(body)


def test_deletions_are_in_and_insertions_out():
    body = p("We ", deleted("shall "), ins(r("must ")), "act.")
    assert both(body) == (["We must act."], ["We shall act."])


def test_what_was_put_in_and_taken_out_again_is_in_neither():
    assert both(p("a", ins(deleted("b")), "c")) == (["ac"], ["ac"])


def test_moved_text_stands_where_it_came_from():
    body = p("One", f"<w:moveFrom {BY}>{r(' moved')}</w:moveFrom>") + p(
        f"<w:moveTo {BY}>{r('moved')}</w:moveTo>"
    )
    assert both(body) == (["One", "moved"], ["One moved"])


def test_a_paragraph_that_was_split_is_whole_again():
    body = p("Two halves ", properties=MARK_ADDED) + p("of one.") + p("Next.")
    assert both(body) == (["Two halves", "of one.", "Next."], ["Two halves of one.", "Next."])


def test_paragraphs_that_were_joined_are_apart_again():
    body = p("One.", properties=MARK_GONE) + p("Two.")
    assert both(body) == (["One.Two."], ["One.", "Two."])


def test_a_paragraph_put_in_whole_leaves_no_number():
    numbering = lists(level(0, "decimal", "%1."))
    body = (
        p("a", properties=num()) + p(ins(r("new")), properties=num() + MARK_ADDED) + p("c", properties=num())
    )
    assert [(each.text, each.marker) for each in blocks(body, numbering=numbering)] == [
        ("a", "1."),
        ("c", "2."),
    ]


def test_rows_and_cells_are_those_of_before():
    body = tbl(
        tr("a", "b"),
        tr("gone", "gone", properties=f"<w:del {BY}/>"),
        tr("new", "new", properties=f"<w:ins {BY}/>"),
        tr("c", tc("old", properties=f"<w:cellDel {BY}/>"), tc("new", properties=f"<w:cellIns {BY}/>")),
    )
    assert both(body) == (["a", "b", "new", "new", "c", "new"], ["a", "b", "gone", "gone", "c", "old"])
    assert [(each.location.row, each.columns) for each in blocks(body)][-2:] == [(3, 2), (3, 2)]


def test_a_table_put_in_whole_is_out():
    body = p("a") + tbl(tr("new", properties=f"<w:ins {BY}/>")) + p("b") + tbl(tr("c"))
    assert [(each.text, each.location.table) for each in blocks(body)] == [("a", None), ("b", None), ("c", 1)]


def test_rows_around_which_a_change_stands():
    body = tbl(tr("a"), f"<w:moveTo {BY}>{tr('moved')}</w:moveTo>")
    assert both(body) == (["a", "moved"], ["a"])


def test_forms_are_those_of_before():
    numbering = lists(level(0, "decimal", "%1."))
    was_plain = f"<w:pPrChange {BY}><w:pPr/></w:pPrChange>"
    was_listed = f"<w:pPrChange {BY}><w:pPr>{num()}</w:pPr></w:pPrChange>"
    added = num().replace("</w:numPr>", f"<w:ins {BY}/></w:numPr>")
    body = (
        p("a", properties=num() + was_plain)
        + p("b", properties=was_listed)
        + p("c", properties=added)
        + p(r("d", f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>"))
    )
    final = read(word(body, parts={"numbering": numbering}), "report.docx").blocks
    assert [(each.marker, each.is_bold) for each in final] == [
        ("1.", False),
        ("", False),
        ("2.", False),
        ("", True),
    ]
    assert [(each.marker, each.is_bold) for each in blocks(body, numbering=numbering)] == [
        ("", False),
        ("1.", False),
        ("", False),
        ("", False),
    ]


def test_fields_that_were_taken_out_show_their_result():
    gone = field("REF x", "see 4").replace("<w:instrText>", "<w:delInstrText>")
    gone = gone.replace("</w:instrText>", "</w:delInstrText>").replace(
        t("see 4"), "<w:delText>see 4</w:delText>"
    )
    assert both(p("a ", f"<w:del {BY}>{gone}</w:del>")) == (["a"], ["a see 4"])
    assert both(p("a ", ins(field("REF x", "see 5")))) == (["a see 5"], ["a"])


def test_notes_and_text_boxes_have_the_same_view():
    notes = f'<w:footnote w:id="2">{p(deleted("old"), ins(r("new")))}</w:footnote>'
    body = p("a", '<w:r><w:footnoteReference w:id="2"/></w:r>', box(p(deleted("was"), ins(r("is")))))
    found = blocks(body, footnotes=notes)
    assert [(each.text, [note.text for note in each.notes]) for each in found] == [
        ("a", ["old"]),
        ("was", []),
    ]


def test_a_prompt_that_was_typed_over_is_no_answer():
    prompt = deleted("Click here to type.", '<w:rStyle w:val="PlaceholderText"/>')
    body = p("Title: ", sdt(prompt + ins(r("Our answer"))))
    assert both(body) == (["Title: Our answer"], ["Title:"])


def test_the_remark_tells_which_view_was_read():
    (remark,) = document(p("a", deleted("b"), ins(r("c")), f"<w:moveTo {BY}>{r('d')}</w:moveTo>")).remarks
    assert remark.code == "D001"
    assert remark.text == (
        "Tracked changes are still open (1 insertion and 1 deletion); the text was read as if all were rejected."
    )


def test_a_changed_row_is_told_with_its_place():
    body = p("x") + tbl(tr("a"), tr("b", properties=f"<w:ins {BY}/>"))
    for options in ({}, {"options": ORIGINAL}):
        (remark,) = read(word(body), "report.docx", **options).remarks
        assert str(remark.location) == "report.docx, table 1, row 2"
    (remark,) = read(word(tbl(tr("a", tc("b", properties=f"<w:cellIns {BY}/>")))), "report.docx").remarks
    assert "(1 insertion)" in remark.text
