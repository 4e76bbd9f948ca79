"""Word: tracked changes are read as accepted, and said to be open."""

from readers.docx_build import blocks, document, level, lists, num, p, r, tbl, tc, texts, tr

BY = 'w:id="1" w:author="Ana Exemplo"'
MARK_GONE = f"<w:rPr><w:del {BY}/></w:rPr>"


def ins(content):
    return f"<w:ins {BY}>{content}</w:ins>"


def deleted(text):
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def test_insertions_are_in_and_deletions_out():
    assert texts(p("We ", deleted("shall "), ins(r("must ")), "act.")) == ["We must act."]


def test_deleted_text_is_out_however_it_is_written():
    assert texts(p("a", f"<w:del {BY}>{r('b')}</w:del>", ins(deleted("c")))) == ["a"]


def test_moved_text_stands_where_it_was_moved_to():
    body = p("One", f"<w:moveFrom {BY}>{r(' moved')}</w:moveFrom>") + p(
        f"<w:moveTo {BY}>{r('moved')}</w:moveTo>"
    )
    assert texts(body) == ["One", "moved"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    body = p("Two halves ", properties=MARK_GONE) + p("of one.") + p("Next.")
    found = blocks(body)
    assert [(block.text, block.location.paragraph) for block in found] == [
        ("Two halves of one.", 1),
        ("Next.", 2),
    ]


def test_joined_paragraphs_take_the_form_of_the_one_that_goes_on():
    numbering = lists(level(0, "decimal", "%1."))
    gone = f"{num()}{MARK_GONE}"
    found = blocks(p("a ", properties=gone) + p("b") + p("c", properties=num()), numbering=numbering)
    assert [(block.text, block.marker) for block in found] == [("a b", ""), ("c", "1.")]
    found = blocks(p("a", properties=gone) + p() + p("c", properties=num()), numbering=numbering)
    assert [(block.text, block.marker) for block in found] == [("a", "1."), ("c", "2.")]


def test_a_paragraph_deleted_whole_leaves_no_blank_and_no_number():
    numbering = lists(level(0, "decimal", "%1."))
    body = (
        p("a", properties=num()) + p(deleted("gone"), properties=num() + MARK_GONE) + p("c", properties=num())
    )
    found = blocks(body, numbering=numbering)
    assert [(block.text, block.marker, block.blank_before) for block in found] == [
        ("a", "1.", False),
        ("c", "2.", False),
    ]


def test_a_deleted_mark_at_the_end_of_a_cell_or_file_loses_nothing():
    body = (
        p("a", properties=MARK_GONE)
        + tbl(tr(tc(p("b", properties=MARK_GONE)), "c"))
        + p("d", properties=MARK_GONE)
    )
    assert texts(body) == ["a", "b", "c", "d"]


def test_deleted_rows_and_cells_are_out():
    body = tbl(
        tr("a", "b"),
        tr("gone", "gone", properties=f"<w:del {BY}/>"),
        tr("c", tc("gone", properties=f"<w:cellDel {BY}/>"), properties=f"<w:ins {BY}/>"),
    )
    found = blocks(body)
    assert [(block.text, block.location.row, block.columns) for block in found] == [
        ("a", 1, 2),
        ("b", 1, 2),
        ("c", 2, 1),
    ]


def test_open_changes_are_told_with_the_first_place():
    body = p("x") + p("a", deleted("b"), ins(r("c")), ins(r("d")))
    (remark,) = document(body).remarks
    assert remark.code == "D001"
    assert remark.text == (
        "Tracked changes are still open (2 insertions and 1 deletion); the text was read as if all were accepted."
    )
    assert str(remark.location) == "report.docx, paragraph 2"


def test_one_kind_of_change_is_told_plainly():
    (remark,) = document(p("a", deleted("b"))).remarks
    assert "(1 deletion)" in remark.text
    (remark,) = document(tbl(tr("a", properties=f"<w:ins {BY}/>"))).remarks
    assert "(1 insertion)" in remark.text


def test_an_inserted_paragraph_counts_once():
    marked = f"<w:rPr><w:ins {BY}/></w:rPr>"
    (remark,) = document(p("a") + p(ins(r("b")), properties=marked) + p(properties=marked)).remarks
    assert "(2 insertions)" in remark.text


def test_a_file_without_changes_has_no_remarks():
    changed_form = f"<w:pPrChange {BY}><w:pPr>{num()}</w:pPr></w:pPrChange>"
    assert document(p("a", properties=changed_form)).remarks == ()
