"""Word: automatic bullets and numbers."""

import pytest

from rapportkit.model.document import BlockKind
from readers.docx_build import blocks, level, lists, num, p, style

DECIMAL = level(0, "decimal", "%1.")
BULLETS = "".join(level(depth, "bullet", sign) for depth, sign in enumerate("\uf0b7o\uf0a7–"))


def marks(body, **parts):
    return [(block.marker, block.text) for block in blocks(body, **parts)]


def items(*depths, list_id=1):
    return "".join(p(f"{list_id}-{depth}", properties=num(list_id, depth)) for depth in depths)


def labels(body, **parts):
    return [block.marker for block in blocks(body, **parts)]


def test_bullets_of_any_font_are_dots_and_stay_out_of_the_text():
    found = blocks(items(0, 1, 2, 3), numbering=lists(BULLETS))
    assert [(block.kind, block.marker, block.level) for block in found] == [
        (BlockKind.ITEM, "•", depth) for depth in (1, 2, 3, 4)
    ]
    assert [block.text for block in found] == ["1-0", "1-1", "1-2", "1-3"]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("decimal", "%1.", ["3.", "4."]),
        ("lowerLetter", "%1)", ["c)", "d)"]),
        ("upperLetter", "(%1)", ["(C)", "(D)"]),
        ("lowerRoman", "%1.", ["iii.", "iv."]),
        ("upperRoman", "%1.", ["III.", "IV."]),
        ("decimalZero", "%1", ["03", "04"]),
        ("ordinal", "%1", ["3rd", "4th"]),
        ("cardinalText", "Recommendation %1:", ["Recommendation Three:", "Recommendation Four:"]),
        ("russianLower", "%1)", ["в)", "г)"]),
        ("arabicAbjad", "%1", ["ج", "د"]),
        ("chineseCounting", "%1、", ["三、", "四、"]),
        ("somethingNew", "%1.", ["3.", "4."]),
    ],
)
def test_numbers_as_word_shows_them(form, text, expected):
    assert labels(items(0, 0), numbering=lists(level(0, form, text, start=3))) == expected


def test_a_custom_count_with_zeros():
    mark = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    entry = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{mark}<w:lvlText w:val="%1."/></w:lvl>'
    assert labels(items(0, 0), numbering=lists(entry)) == ["001.", "002."]


LEVELS = (DECIMAL, level(1, "decimal", "%1.%2."), level(2, "lowerLetter", "%3)"))


def test_lower_levels_start_anew_under_each_higher_one():
    found = labels(items(0, 1, 1, 2, 0, 1, 2, 2), numbering=lists(*LEVELS))
    assert found == ["1.", "1.1.", "1.2.", "a)", "2.", "2.1.", "a)", "b)"]


def test_a_level_may_never_start_anew():
    never = level(1, "decimal", "%2.", extra='<w:lvlRestart w:val="0"/>')
    assert labels(items(0, 1, 0, 1), numbering=lists(DECIMAL, never)) == ["1.", "1.", "2.", "2."]


def test_a_level_may_start_anew_only_after_a_named_one():
    third = level(2, "decimal", "%3.", extra='<w:lvlRestart w:val="1"/>')
    found = labels(items(0, 1, 2, 1, 2, 0, 2), numbering=lists(DECIMAL, LEVELS[1], third))
    assert found == ["1.", "1.1.", "1.", "1.2.", "2.", "2.", "1."]


@pytest.mark.parametrize(
    ("depths", "expected"),
    [
        ((1, 0, 1), ["1.1.", "2.", "2.1."]),
        ((0, 2, 1, 2), ["1.", "1.1.1.", "1.2.", "1.2.1."]),
        ((2, 1, 0), ["1.1.1.", "1.2.", "2."]),
    ],
)
def test_a_skipped_level_counts_as_used(depths, expected):
    levels = (*LEVELS[:2], level(2, "decimal", "%1.%2.%3."))
    assert labels(items(*depths), numbering=lists(*levels)) == expected


def test_legal_numbering_writes_figures():
    roman = level(0, "upperRoman", "%1.")
    legal = level(1, "decimal", "%1.%2", extra="<w:isLgl/>")
    assert labels(items(0, 1), numbering=lists(roman, legal)) == ["I.", "1.1"]
    zero = level(1, "decimalZero", "%1.%2", extra="<w:isLgl/>")
    assert labels(items(0, 1), numbering=lists(roman, zero)) == ["I.", "1.01"]


def test_lists_of_one_kind_count_on_and_an_override_starts_anew():
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = items(0, 0) + items(0, list_id=2) + items(0, 0, list_id=3) + items(0, list_id=1)
    assert labels(body, numbering=lists(DECIMAL, more=more)) == ["1.", "2.", "3.", "1.", "2.", "3."]


def test_an_override_may_replace_a_level():
    overrides = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    assert labels(items(0, 0), numbering=lists(DECIMAL, overrides=overrides)) == ["A)", "B)"]


def test_separate_lists_count_for_themselves():
    more = (
        f'<w:abstractNum w:abstractNumId="7">{DECIMAL}</w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    body = items(0) + items(0, list_id=2) + items(0)
    assert labels(body, numbering=lists(DECIMAL, more=more)) == ["1.", "1.", "2."]


def test_a_style_may_bring_the_list():
    sheet = (
        style("Points", f"<w:pPr>{num(1, None)}</w:pPr>")
        + style("Points2", '<w:basedOn w:val="Points"/>')
        + style("Tied", f"<w:pPr>{num(1, None)}</w:pPr>")
    )
    tied = level(1, "lowerLetter", "%2)", extra='<w:pStyle w:val="Tied"/>')
    body = "".join(
        p(name, properties=f'<w:pStyle w:val="{name}"/>') for name in ("Points", "Points2", "Tied")
    )
    found = blocks(body, styles=sheet, numbering=lists(DECIMAL, tied))
    assert [(block.marker, block.level) for block in found] == [("1.", 1), ("2.", 1), ("a)", 2)]


def test_a_paragraph_may_leave_the_list_of_its_style():
    sheet = style("Points", f"<w:pPr>{num(1)}</w:pPr>")
    body = p("a", properties='<w:pStyle w:val="Points"/>') + p(
        "b", properties=f'<w:pStyle w:val="Points"/>{num(0)}'
    )
    found = blocks(body, styles=sheet, numbering=lists(DECIMAL))
    assert [(block.kind, block.marker, block.level) for block in found] == [
        (BlockKind.ITEM, "1.", 1),
        (BlockKind.PARAGRAPH, "", 0),
    ]


def test_a_list_style_leads_to_the_list_it_names():
    sheet = style("Outline", f"<w:pPr>{num(2, None)}</w:pPr>", kind="numbering")
    more = (
        f'<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="Outline"/>{level(0, "upperRoman", "%1)")}</w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'
    )
    numbering = lists('<w:numStyleLink w:val="Outline"/>', more=more)
    assert labels(items(0, 0), styles=sheet, numbering=numbering) == ["I)", "II)"]


def test_an_empty_item_counts_and_gives_no_block():
    body = items(0) + p(properties=num()) + items(0)
    assert marks(body, numbering=lists(DECIMAL)) == [("1.", "1-0"), ("3.", "1-0")]


def test_a_list_without_a_visible_label_is_plain_text():
    none = level(0, "none", "")
    found = blocks(items(0) + p("x", properties=num(9)), numbering=lists(none))
    assert [(block.kind, block.marker, block.level) for block in found] == [(BlockKind.PARAGRAPH, "", 0)] * 2
    hidden = level(0, "decimal", "%1.", extra="<w:rPr><w:vanish/></w:rPr>")
    assert labels(items(0), numbering=lists(hidden)) == [""]


def test_a_picture_bullet_is_a_bullet():
    picture = level(0, "bullet", "", extra='<w:lvlPicBulletId w:val="0"/>')
    assert labels(items(0), numbering=lists(picture)) == ["•"]


def test_odd_levels_cost_nothing():
    far = level(999_999_999, "decimal", "%1")
    assert labels(items(999_999_999, 7, -3), numbering=lists(DECIMAL, far)) == ["1", "", ""]


def test_a_numbered_heading_keeps_its_number_as_marker():
    sheet = style("H", f'<w:pPr>{num(1)}<w:outlineLvl w:val="1"/></w:pPr>', name="heading 2")
    found = blocks(
        p("Challenges", properties='<w:pStyle w:val="H"/>'), styles=sheet, numbering=lists(DECIMAL)
    )
    assert [(block.kind, block.level, block.marker) for block in found] == [(BlockKind.HEADING, 2, "1.")]


def test_numbering_runs_on_through_tables():
    from readers.docx_build import tbl, tc, tr

    cell = tc(items(0))
    assert labels(items(0) + tbl(tr(cell, cell)) + items(0), numbering=lists(DECIMAL)) == [
        "1.",
        "2.",
        "3.",
        "4.",
    ]


def test_indent_comes_from_paragraph_list_or_style():
    numbering = lists(
        level(0, "decimal", "%1.", extra='<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')
    )
    sheet = (
        style("In", '<w:pPr><w:ind w:left="200"/></w:pPr>')
        + style("InList", f'<w:pPr>{num(1)}<w:ind w:start="400"/></w:pPr>')
        + style("Plain", f"<w:pPr>{num(1)}</w:pPr>")
    )
    found = blocks(
        p("a")
        + p("b", properties='<w:ind w:left="1440"/>')
        + p("c", properties=num())
        + p("d", properties=num() + '<w:ind w:left="100"/>')
        + p("e", properties='<w:pStyle w:val="In"/>')
        + p("f", properties=f'<w:pStyle w:val="In"/>{num()}')
        + p("g", properties='<w:pStyle w:val="InList"/>')
        + p("h", properties='<w:pStyle w:val="Plain"/>')
        + p("\ti")
        + p("  j"),
        numbering=numbering,
        styles=sheet,
    )
    assert [block.indent for block in found] == [0.0, 72.0, 36.0, 5.0, 10.0, 36.0, 20.0, 36.0, 36.0, 6.0]
