"""Word: tables cell by cell."""

from readers.docx_build import blocks, p, r, sdt, style, tbl, tc, texts, tr


def places(body, **parts):
    return [
        (block.text, block.location.table, block.location.row, block.location.cell, block.columns)
        for block in blocks(body, **parts)
    ]


def test_each_paragraph_of_a_cell_is_a_block():
    body = p("Above") + tbl(tr(tc("Label"), tc("One.", "Two.")), tr("Next", "Three."))
    assert places(body) == [
        ("Above", None, None, None, 0),
        ("Label", 1, 1, 1, 2),
        ("One.", 1, 1, 2, 2),
        ("Two.", 1, 1, 2, 2),
        ("Next", 1, 2, 1, 2),
        ("Three.", 1, 2, 2, 2),
    ]


def test_a_cell_over_several_columns_is_one():
    body = tbl(tr(tc("Wide", properties='<w:gridSpan w:val="2"/>')), tr("a", "b"))
    assert places(body) == [("Wide", 1, 1, 1, 1), ("a", 1, 2, 1, 2), ("b", 1, 2, 2, 2)]


def test_a_cell_over_several_rows_comes_once():
    start, rest = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = tbl(tr(tc("Tall", properties=start), "one"), tr(tc(properties=rest), "two"))
    assert places(body) == [("Tall", 1, 1, 1, 2), ("one", 1, 1, 2, 2), ("two", 1, 2, 2, 2)]


def test_the_rest_of_an_old_style_merge_is_no_cell():
    start, rest = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    body = tbl(tr(tc("Wide", properties=start), tc(properties=rest), "b"))
    assert places(body) == [("Wide", 1, 1, 1, 2), ("b", 1, 1, 2, 2)]


def test_a_nested_table_is_a_table_of_its_own_in_place():
    inner = tbl(tr("in", "ner"))
    body = tbl(tr(tc("before", inner, "after"), "right")) + tbl(tr("second"))
    assert places(body) == [
        ("before", 1, 1, 1, 2),
        ("in", 2, 1, 1, 2),
        ("ner", 2, 1, 2, 2),
        ("after", 1, 1, 1, 2),
        ("right", 1, 1, 2, 2),
        ("second", 3, 1, 1, 1),
    ]


def test_empty_cells_give_no_block_but_count():
    assert places(tbl(tr("a", tc(), "c"), tr(tc(), tc(), tc()), tr("d"))) == [
        ("a", 1, 1, 1, 3),
        ("c", 1, 1, 3, 3),
        ("d", 1, 3, 1, 1),
    ]


def test_rows_and_cells_inside_content_controls():
    body = sdt(tbl(sdt(tr("a", sdt(tc("b")))), f"<w:customXml>{tr('c')}</w:customXml>"))
    assert places(body) == [("a", 1, 1, 1, 2), ("b", 1, 1, 2, 2), ("c", 1, 2, 1, 1)]


def test_blanks_do_not_reach_from_cell_to_cell():
    body = p() + tbl(tr(tc("a", p()), tc("b", p(), "c"))) + p("d")
    assert [(block.text, block.blank_before) for block in blocks(body)] == [
        ("a", True),
        ("b", False),
        ("c", True),
        ("d", False),
    ]


def test_a_table_that_is_all_deleted_does_not_count():
    gone = "<w:del w:id='1' w:author='a'/>"
    body = tbl(tr("x", properties=gone)) + tbl(tr("y"))
    assert places(body) == [("y", 1, 1, 1, 1)]


def test_the_style_of_a_table_sets_its_first_row_and_column_bold():
    bold = "<w:rPr><w:b/></w:rPr>"
    sheet = style(
        "Grid",
        f'<w:tblStylePr w:type="firstRow">{bold}</w:tblStylePr><w:tblStylePr w:type="firstCol">{bold}</w:tblStylePr>',
        kind="table",
    ) + style("Child", '<w:basedOn w:val="Grid"/>', kind="table")
    look = '<w:tblStyle w:val="Child"/><w:tblLook w:firstRow="1" w:firstColumn="0" w:val="00A0"/>'
    found = blocks(tbl(tr("a", "b"), tr("c", "d"), properties=look), styles=sheet)
    assert [block.is_bold for block in found] == [True, True, False, False]
    look = '<w:tblStyle w:val="Child"/><w:tblLook w:val="0080"/>'
    found = blocks(tbl(tr("a", "b"), tr("c", r_plain()), properties=look), styles=sheet)
    assert [block.is_bold for block in found] == [True, False, True, False]


def r_plain():
    return tc(p(r("d", "<w:b w:val='0'/>")))


def test_a_long_table_is_read_whole():
    body = tbl(*(tr(f"Label {number}", f"Answer {number}") for number in range(1, 2001)))
    found = texts(body)
    assert len(found) == 4000
    assert found[-1] == "Answer 2000"


def test_deep_nesting_is_read():
    body = "core"
    for _ in range(40):
        body = tbl(tr(tc(body) if body.startswith("<") else body))
    assert texts(body) == ["core"]
