"""Word: whatever the tree, every word of the final view is in the blocks exactly once."""

from collections import Counter
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.errors import ReadError
from rapportkit.readers.docx import read
from readers.docx_build import box, p, r, sdt, t, tbl, tc, tr, word
from readers.docx_build import field as word_field


@dataclass
class Words:
    """Hands out words that are all different, and remembers which of them must be read."""

    shown: list[str] = field(default_factory=list)
    count: int = 0

    def word(self, *, shown: bool = True) -> str:
        self.count += 1
        new = f"w{self.count}x"
        if shown:
            self.shown.append(new)
        return new


INLINE = (
    "plain",
    "plain",
    "bold",
    "inserted",
    "deleted",
    "moved away",
    "link",
    "control",
    "prompt",
    "field",
    "simple",
    "box",
    "tag",
)
BLOCK = (
    "paragraph",
    "paragraph",
    "paragraph",
    "empty",
    "joined",
    "table",
    "control",
    "choice",
    "deleted row",
)


@st.composite
def inline(draw, words, *, shown, depth):
    kind = draw(st.sampled_from(INLINE))
    if kind == "deleted":
        return f"<w:del><w:r><w:delText> {words.word(shown=False)} </w:delText></w:r></w:del>"
    if kind == "moved away":
        return f"<w:moveFrom>{r(f' {words.word(shown=False)} ')}</w:moveFrom>"
    if kind == "prompt":
        return sdt(r(f" {words.word(shown=False)} "), "<w:showingPlcHdr/>")
    if kind == "field":
        return word_field(words.word(shown=False), f" {words.word(shown=shown)} ")
    if kind == "box" and depth:
        return box("".join(draw(paragraphs(words, shown=shown, depth=0))))
    if depth and kind in {"inserted", "link", "control", "simple", "tag"}:
        inside = draw(inline(words, shown=shown, depth=depth - 1))
        return {
            "inserted": f"<w:ins>{inside}</w:ins>",
            "link": f"<w:hyperlink>{inside}</w:hyperlink>",
            "control": sdt(inside),
            "simple": f'<w:fldSimple w:instr="REF x">{inside}</w:fldSimple>',
            "tag": f"<w:smartTag>{inside}</w:smartTag>",
        }[kind]
    return r(
        f" {words.word(shown=shown)} ",
        "<w:b/>" if kind == "bold" else "",
        draw(st.sampled_from(["", "<w:br/>", "<w:tab/>"])),
    )


@st.composite
def paragraphs(draw, words, *, shown, depth):
    size = draw(st.integers(1, 3))
    return [
        p(*(draw(inline(words, shown=shown, depth=depth)) for _ in range(draw(st.integers(0, 3)))))
        for _ in range(size)
    ]


@st.composite
def block(draw, words, *, shown, depth):
    kind = draw(st.sampled_from(BLOCK))
    if kind == "empty":
        return p()
    if kind == "joined":
        return p(*(draw(inline(words, shown=shown, depth=1)),), properties="<w:rPr><w:del/></w:rPr>")
    if depth and kind in {"table", "deleted row"}:
        return draw(table(words, shown=shown, depth=depth - 1, with_deleted=kind == "deleted row"))
    if depth and kind == "control":
        return sdt("".join(draw(body(words, shown=shown, depth=depth - 1))))
    if depth and kind == "choice":
        first = "".join(draw(body(words, shown=shown, depth=depth - 1)))
        second = "" if "<w:t" not in first else p(words.word(shown=False))
        return f"<mc:AlternateContent><mc:Choice>{first}</mc:Choice><mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>"
    return "".join(draw(paragraphs(words, shown=shown, depth=2)))


@st.composite
def table(draw, words, *, shown, depth, with_deleted):
    def row(*, seen):
        cells = [tc(*draw(body(words, shown=seen, depth=depth)), p()) for _ in range(draw(st.integers(1, 3)))]
        return tr(
            *(sdt(cell) if draw(st.booleans()) else cell for cell in cells),
            properties="" if seen or not shown else "<w:del/>",
        )

    rows = [row(seen=shown) for _ in range(draw(st.integers(1, 3)))]
    if with_deleted and shown:
        rows.insert(draw(st.integers(0, len(rows))), row(seen=False))
    return tbl(*rows)


@st.composite
def body(draw, words, *, shown, depth):
    return [draw(block(words, shown=shown, depth=depth)) for _ in range(draw(st.integers(1, 3)))]


@st.composite
def files(draw):
    words = Words()
    return "".join(draw(body(words, shown=True, depth=2))), words.shown


@settings(max_examples=60, deadline=None, derandomize=True)
@given(files())
def test_every_word_of_the_final_view_is_read_once(drawn):
    inside, shown = drawn
    found = read(word(inside), "x.docx")
    read_words = [piece for block in found.blocks for piece in block.text.split()]
    assert Counter(read_words) == Counter(shown)
    assert found.furniture == ()
    assert all(block.text == block.text.strip() != "" for block in found.blocks)
    assert all(0 <= block.lead <= len(block.text) for block in found.blocks)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.binary(max_size=400), st.integers(0, 5000), st.integers(1, 40))
def test_bytes_of_any_kind_give_a_document_or_a_sentence(noise, at, length):
    whole = word(p("One", t("two")) + tbl(tr("three")))
    for data in (noise, b"PK\x03\x04" + noise, whole[:at] + noise + whole[at + length :]):
        refusal = refused(data)
        assert refusal is None or str(refusal).startswith("x.docx ")
        assert refusal is None or refusal.code in {"F002", "F003", "F004", "F005", "F006"}


def refused(data):
    try:
        read(data, "x.docx")
    except ReadError as error:
        return error
    return None
