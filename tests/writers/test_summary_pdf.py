"""The paper as PDF: all that its nodes say, in order, with bookmarks and links, the same bytes every time."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from merge.made import made, public, restricted, said, seeds
from rapportkit import api
from rapportkit.errors import OutputError
from rapportkit.model.outline import Outline, Paper
from rapportkit.model.summary import Conservation, Summary
from rapportkit.writers import WRITERS
from rapportkit.writers.summary import pdf
from rapportkit.writers.summary.nodes import Heading, Item, Node, Paragraph, Picture, Row, Run, Table
from rapportkit.writers.summary.paper import lay_out
from rapportkit.writers.summary.phrases import Phrases
from rapportkit.writers.summary.picture import draw

PAPER = api.paper(public(*seeds()))
NODES = list(lay_out(PAPER, Phrases("en")))
WRITTEN = pdf.write(PAPER)
BARE = Paper(Summary("A paper", "public", (), (), Conservation(0, 0, 0)), Outline())
LONG = 1500
MARGIN = 22 / 25.4 * 72


def typeset(*nodes: Node, paper: Paper = BARE) -> pdfium.PdfDocument:
    return pdfium.PdfDocument(pdf.typeset(nodes, paper, Phrases(paper.language)))


def text(document: pdfium.PdfDocument) -> str:
    """All text above the footers."""
    return "\n".join(page.get_textpage().get_text_bounded(bottom=62) for page in document)


def squeezed(told: str) -> str:
    """Letters and signs alone; at the end of a line, PDFium reads a hyphen as another sign."""
    return re.sub(r"[\s\u200b\u00ad\ufffe\x02-]", "", told)


def runs(node: Node) -> list[Run]:
    match node:
        case Table():
            return [run for row in node.rows for cell in row.cells for run in cell]
        case Picture():
            return []
    return list(node.runs)


def links(document: pdfium.PdfDocument) -> list[tuple[int, int]]:
    """The page of each link, and the page that it leads to; -1 for none."""
    found = []
    for number, page in enumerate(document):
        link, at = raw.FPDF_LINK(), ctypes.c_int(0)
        while raw.FPDFLink_Enumerate(page, at, link):
            found.append(
                (number, raw.FPDFDest_GetDestPageIndex(document, raw.FPDFLink_GetDest(document, link)))
            )
    return found


def bookmarks(document: pdfium.PdfDocument) -> list[tuple[int, str]]:
    return [(mark.level, mark.get_title()) for mark in document.get_toc()]


def boxes(page: pdfium.PdfPage) -> list[tuple[str, float, float, float, float]]:
    """Every letter with its left, bottom, right and top."""
    told = page.get_textpage()
    return [(told.get_text_range(at, 1), *told.get_charbox(at)) for at in range(told.count_chars())]


def lefts(page: pdfium.PdfPage, word: str) -> list[float]:
    """Where a word begins on its line, each time."""
    letters = boxes(page)
    line = "".join(each[0] or " " for each in letters)
    return [letters[at.start()][1] for at in re.finditer(re.escape(word), line)]


def test_the_register_writes_it():
    assert WRITERS["pdf"](PAPER) == WRITTEN


def parts(node: Node) -> list[list[Run]]:
    """The runs of each row of a table, else of the whole node."""
    if isinstance(node, Table):
        return [[run for cell in row.cells for run in cell] for row in node.rows]
    return [runs(node)]


@pytest.fixture(scope="module")
def told() -> str:
    """The paper without the heads of its tables, which stand between any two rows."""
    every = squeezed(text(pdfium.PdfDocument(WRITTEN)))
    for head in {squeezed("".join(node.head)) for node in NODES if isinstance(node, Table)}:
        every = every.replace(head, "")
    return every


def test_every_node_is_told_in_order(told):
    at = 0
    for node in NODES:
        if isinstance(node, Picture):
            drawn = squeezed("".join(label.text for label in draw(node).labels))
            at = told.index(squeezed(node.title), at) + len(squeezed(node.title)) + len(drawn)
        for part in parts(node):
            if sum(len(run.text) for run in part) >= LONG:
                # A long row runs over to the next page, behind its other cells.
                end = squeezed(max((run.text for run in part), key=len))[-60:]
                at = told.index(end, at) + len(end)
                continue
            for piece in " ".join(run.text for run in part).split():
                found = told.find(squeezed(piece), at)
                assert 0 <= found - at < 40, (piece, told[at : at + 200])
                at = found + len(squeezed(piece))


def test_every_point_is_there_word_for_word(told):
    missing = [each.text for each in PAPER.summary.supports() if squeezed(each.text) not in told]
    assert all(len(each) >= LONG for each in missing)
    assert len(missing) < PAPER.summary.conservation.points_out / 20


def test_bookmarks_are_the_headings():
    headings = [node for node in NODES if isinstance(node, Heading) and node.level]
    marks = bookmarks(pdfium.PdfDocument(WRITTEN))
    assert [level + 1 for level, _ in marks] == [node.level for node in headings]
    for (_, mark), node in zip(marks, headings, strict=True):
        title = "".join(run.text for run in node.runs)
        assert squeezed(re.sub(r"^[IVX]+\. ", "", mark) if node.counted else mark) == squeezed(title)
    counted = [mark for (_, mark), node in zip(marks, headings, strict=True) if node.counted]
    assert [mark.split(".")[0] for mark in counted[:4]] == ["I", "II", "III", "IV"]


def test_every_link_leads_to_its_anchor():
    document = pdfium.PdfDocument(WRITTEN)
    every = [run for node in NODES for run in runs(node)]
    anchors = {run.anchor: run.text for run in every if run.anchor}
    targets = [run.link for run in every if run.link]
    assert set(targets) <= set(anchors)
    found = links(document)
    # A link over two lines is two.
    assert len(targets) <= len(found) <= 1.05 * len(targets)
    assert -1 not in {page for _, page in found}


def test_a_link_leads_to_the_page_of_its_anchor_and_to_no_other():
    def filled(name: str) -> list[Node]:
        return [Heading(1, (Run(name, anchor=name),), breaks_page=True), Item(0, (Run("to c", link="c"),))]

    document = typeset(*filled("a"), *filled("b"), *filled("c"))
    assert links(document) == [(0, 2), (1, 2), (2, 2)]


def test_a_link_to_nowhere_is_text_and_a_name_given_twice_is_the_first():
    twice = (Run("one", anchor="x"), Run("two", anchor="x"))
    document = typeset(Item(0, (Run("lost", link="nowhere"), Run("found", link="x"), *twice)))
    assert "lostfoundonetwo" in text(document)
    assert links(document) == [(0, 0)]


def test_paragraphs_are_counted_through_the_paper_and_deeper_ones_below_their_parent():
    levels = (0, 1, 1, 2, 3, 4, 0, 1)
    document = typeset(*(Item(level, (Run("said"),)) for level in levels))
    marks = ["1.", "(a)", "(b)", "(i)", "(A)", "(1)", "2.", "(a)"]
    assert text(document).split() == [word for mark in marks for word in (mark, "said")]
    starts = lefts(document[0], "said")
    assert starts[1] - starts[0] == pytest.approx(28.3, abs=0.2)
    assert starts[1] == starts[2] == starts[7] < starts[3] < starts[4] < starts[5]


def test_the_head_of_a_table_is_on_each_of_its_pages():
    rows = tuple(Row(((Run(f"RT 1/{at}"),), (Run("Said. " * 20),))) for at in range(90))
    document = typeset(Table(("Reference", "Text"), rows, (0.2, 0.8)))
    assert len(document) > 2
    assert all(page.get_textpage().get_text_range().startswith("Reference Text") for page in document)


def test_figures_stand_right_and_columns_have_their_widths():
    rows = tuple(Row(((Run(name),), (Run(figure),))) for name, figure in (("Aa", "7"), ("Bb", "11117")))
    letters = boxes(typeset(Table(("Name", "Count"), rows, (0.75, 0.25), frozenset({1})))[0])
    ends = [right for letter, _, _, right, _ in letters if letter == "7"]
    assert ends[0] == pytest.approx(ends[1], abs=0.01)
    assert ends[0] == pytest.approx(595.3 - MARGIN - 4, abs=1)


def test_a_label_reaches_over_the_row_and_stays_with_the_next():
    label = Row(
        ((Run("A label over the whole width of the table, and on and on and on and on"),),), label=True
    )
    rows = [Row(((Run(f"R{at}"),), (Run("said"),))) for at in range(90)]
    document = typeset(
        Table(("Key", "Text"), tuple(each for row in rows for each in (label, row)), (0.2, 0.8))
    )
    pages = [page.get_textpage().get_text_bounded(bottom=62).split("\r\n") for page in document]
    assert len(pages) > 3
    assert all(lines[-1].startswith("R") for lines in pages)
    assert {line for lines in pages for line in lines if "label" in line} == {label.cells[0][0].text}


def test_kept_rows_stay_with_the_next():
    kept = Row(((Run("K"),), (Run("A title"),)), kept=True)
    rows = [Row(((Run("R"),), (Run("said " * (at % 40 + 1)),)), level=1) for at in range(120)]
    document = typeset(
        Table(("Key", "Text"), tuple(each for row in rows for each in (kept, row)), (0.2, 0.8))
    )
    assert len(document) > 5
    for page in document:
        assert "A title" not in page.get_textpage().get_text_bounded(bottom=62).split("\r\n")[-1]


def test_what_is_told_of_a_heading_stays_with_it():
    opening = [Heading(2, (Run("Opening"),)), Paragraph((Run("The form"),), "notice")]
    table = Table(("Key",), (Row(((Run("first row"),),)),), (1.0,))
    for lines in range(29, 33):
        document = typeset(*(Item(0, (Run("x"),)) for _ in range(lines)), *opening, table)
        pages = [page.get_textpage().get_text_range() for page in document]
        assert [("Opening" in page, "The form" in page, "first row" in page) for page in pages].count(
            (True, True, True)
        ) == 1


def test_the_footer_has_the_title_and_counts_the_pages():
    document = pdfium.PdfDocument(WRITTEN)
    for number, page in enumerate(document, 1):
        footer = page.get_textpage().get_text_bounded(top=62)
        assert footer.startswith(PAPER.summary.title)
        assert footer.endswith(f"Page {number} of {len(document)}")


def test_a_restricted_paper_says_so_on_every_page_in_its_language():
    paper = api.paper(restricted(made({"challenges": said("Housing")})), language="fr")
    footer = pdfium.PdfDocument(pdf.write(paper))[0].get_textpage().get_text_bounded(top=62)
    assert f"({Phrases('fr').say('restricted_footer')})" in footer
    assert re.search(Phrases("fr").say("page", page="1", pages=r"\d") + "$", footer)


def test_properties_have_a_title_and_neither_person_nor_date():
    properties = pdfium.PdfDocument(WRITTEN).get_metadata_dict(skip_empty=True)
    assert set(properties) == {"Title", "Creator"}
    assert properties["Title"] == PAPER.summary.title
    assert properties["Creator"].startswith("Typst")
    assert not re.search(rb"CreationDate|ModDate|CreateDate|ModifyDate", WRITTEN)


def test_it_is_tagged_with_its_language_after_the_standard_for_access():
    assert b"<pdfuaid:part>1</pdfuaid:part>" in WRITTEN
    assert re.search(rb"/Lang ?\(en\)", WRITTEN)
    mixed = pdf.typeset([Item(0, (Run("Logement", language="fr-CA"),))], BARE, Phrases("es"))
    assert re.search(rb"/Lang ?\(es\)", mixed)
    assert re.search(rb"/Lang ?\(fr-CA\)", mixed)


def test_latin_greek_and_cyrillic_letters_need_none_of_the_faces_of_the_machine():
    words = "Égalité, Łódź, București; Στέγαση; Жильё → ✓ ≤ ½ €"
    written = pdf.typeset([Item(0, (Run(words),))], BARE, Phrases("en"))
    assert squeezed(words) in squeezed(text(pdfium.PdfDocument(written)))
    for data in (written, WRITTEN):
        faces = set(re.findall(rb"/FontName ?/[A-Z]{6}\+([A-Za-z]+)", data))
        assert faces <= {b"LibertinusSerif", b"DejaVuSansMono"}
        assert faces


_PROGRAM = """
import sys
from rapportkit.model.outline import Outline, Paper
from rapportkit.model.summary import Conservation, Summary
from rapportkit.writers.summary.nodes import Heading, Item, Picture, Run
from rapportkit.writers.summary.pdf import typeset
from rapportkit.writers.summary.phrases import Phrases

paper = Paper(Summary("A paper", "public", (), (), Conservation(0, 0, 0)), Outline())
picture = Picture("Themes", ("Housing",), ("RT 1", "RT 2"), ((1, 2),))
nodes = [Heading(1, (Run("Said"),), counted=True), Item(0, (Run("Égalité, Жильё", anchor="a"),)), picture]
sys.stdout.buffer.write(typeset(nodes, paper, Phrases("en")))
"""


def test_the_same_bytes_in_another_place_at_another_time(tmp_path):
    written = set()
    for zone, home in (("UTC", tmp_path / "a"), ("Asia/Tokyo", tmp_path / "b")):
        home.mkdir()
        surroundings = os.environ | {"TZ": zone, "HOME": str(home), "XDG_CACHE_HOME": str(home), "LANG": "C"}
        run = subprocess.run(
            [sys.executable, "-c", _PROGRAM], cwd=home, env=surroundings, check=True, capture_output=True
        )
        written.add(run.stdout)
        assert list(home.rglob("*")) == []
    assert len(written) == 1
    assert written.pop().startswith(b"%PDF")


HOSTILE = (
    '#import "@preview/evil:1.0.0": *',
    '#read("/etc/hostname") #panic("x") #sys.inputs',
    "= no heading\n- no list\n+ none\n/ term: none",
    r"$x^2$ `raw` <label> @ref // c /* c */ \ \u{41} *b* _i_ ~ --- ...",
    "\"q\" 'q' [x] {y} #[z] #{w}",
    "]#set page(fill: red)[",
    '{"kind": "heading"} \\" \\n',
    "{page} {pages}",
    "{0} %s {title}",
)


def test_what_strangers_wrote_is_text():
    nodes: list[Node] = [Heading(1, (Run(each),)) for each in HOSTILE]
    nodes += [Item(0, (Run(each, bold=True, link="a", anchor="a"),)) for each in HOSTILE]
    nodes.append(Table(HOSTILE[:2], (Row(((Run(HOSTILE[4]),), (Run(HOSTILE[5]),))),), (0.5, 0.5)))
    nodes.append(Picture(HOSTILE[0], HOSTILE, HOSTILE[:1], ((1,),) * len(HOSTILE)))
    document = typeset(
        *nodes, paper=Paper(Summary(HOSTILE[1], "public", (), (), BARE.summary.conservation), Outline())
    )
    told = squeezed(text(document))
    for each in HOSTILE:
        assert told.count(squeezed(each)) >= 2
    assert [squeezed(mark) for _, mark in bookmarks(document)] == [squeezed(each) for each in HOSTILE]
    assert document.get_metadata_value("Title") == HOSTILE[1]


def test_control_characters_and_half_letters_are_left_out():
    document = typeset(Item(0, (Run("a\x00b\x07c\x1b[31md\ud800e\udffff\x7fg"),)))
    assert squeezed(text(document)).startswith("1.abc[31mdef")


@pytest.mark.parametrize("word", ["w" * 50_000, "W" * 5_000, "https://example.org/" + "a-path/" * 400])
def test_a_word_that_is_longer_than_a_line_is_broken_and_none_of_it_is_lost(word):
    table = Table(("Reference", "Text"), (Row(((Run(word[:300]),), (Run(word),))),), (0.15, 0.85))
    document = typeset(Item(0, (Run(word),)), Heading(1, (Run(word[:200]),)), table)
    told = squeezed(text(document)).replace("ReferenceText", "")
    assert told.count(word[0]) >= 2 * word.count(word[0])
    for page in (document[0], document[len(document) - 1]):
        assert max(box[3] for box in boxes(page)) < 595.3 - MARGIN + 1


LONG_TEXT = "word " * 3000


@pytest.mark.parametrize(
    "nodes",
    [
        (Item(0, (Run(LONG_TEXT),), kept=True), Item(1, (Run("after"),))),
        (Paragraph((Run(LONG_TEXT),), "subtitle"), Item(0, (Run("after"),))),
        (Heading(1, (Run(LONG_TEXT),)), Item(0, (Run("after"),))),
        (Table(("a", "b"), (Row(((Run(LONG_TEXT),),), label=True), Row(((), (Run("after"),)))), (0.2, 0.8)),),
        (
            Table(
                ("a", "b"), (Row(((), (Run(LONG_TEXT),)), kept=True), Row(((), (Run("after"),)))), (0.2, 0.8)
            ),
        ),
        (Table((LONG_TEXT, "b"), (Row(((), (Run("after"),))),), (0.2, 0.8)),),
        (
            Table(
                ("a", "b"),
                (
                    *(Row(((), (Run("word " * 125),)), kept=True) for _ in range(24)),
                    Row(((), (Run("after"),))),
                ),
                (0.2, 0.8),
            ),
        ),
        (
            Table(
                ("a", "b"),
                (*(Row(((Run("word " * 250),), ())) for _ in range(12)), Row(((), (Run("after"),)))),
                (0.07, 0.93),
            ),
        ),
    ],
    ids=["item", "subtitle", "heading", "label", "kept row", "head", "many kept rows", "narrow column"],
)
def test_nothing_is_lost_where_a_page_ends(nodes):
    document = typeset(*nodes)
    told = text(document)
    assert len(document) > 1
    assert told.count("word") == 3000
    assert "after" in told


def test_a_head_is_not_broken_while_another_column_can_give_way():
    rows = (Row(((Run("1"),), (Run("Said. " * 40),))),)
    document = typeset(Table(("Open findings", "Text"), rows, (0.06, 0.94)))
    assert "findings" in text(document).replace("\u200b", "|")


def test_a_picture_of_a_great_many_rows_is_on_one_page():
    many = Picture("Themes", tuple(f"Theme {row}" for row in range(150)), ("RT 1",), ((1,),) * 150)
    document = typeset(many)
    assert len(document) == 1
    assert "Theme149" in squeezed(text(document))


def test_what_fits_is_not_broken():
    rows = (Row(((Run("recommendations"),), (Run("internationalisation"),))),)
    document = typeset(Table(("Reference", "Text"), rows, (0.2, 0.8)))
    assert "recommendations" in text(document)
    assert "internationalisation" in text(document)


def test_empty_nodes_are_no_trouble():
    nodes = (
        *(Heading(0, ()), Heading(1, ()), Heading(2, (Run(""),)), Item(0, ()), Paragraph((), "lead")),
        *(Table(("a", "b"), (), (0.5, 0.5)), Table(("a", "b"), (Row(((), ())),), (0.5, 0.5))),
        Picture("none", (), (), ()),
    )
    document = typeset(*nodes)
    assert [title for _, title in bookmarks(document)] == ["–", "–"]


def test_a_picture_is_drawn_with_its_text_and_told_to_those_who_cannot_see_it():
    picture = Picture("Themes by session", ("Housing", "Santé"), ("RT 1.1", "RT 1.2"), ((1, 12), (0, 3)))
    written = pdf.typeset([picture], BARE, Phrases("en"))
    told = squeezed(text(pdfium.PdfDocument(written)))
    assert told.startswith("Themesbysession")
    assert all(word in told for word in ("Housing", "Santé", "RT1.1", "12"))
    assert b"/Alt" in written


def test_arabic_runs_from_right_to_left():
    words = "دعا المشاركون إلى تعزيز الشراكات"
    page = typeset(Item(0, (Run(words, language="ar"), Run(" [RT 7]", small=True))))[0]
    number = lefts(page, "1")[0]
    assert number > 500
    assert max(left for letter, left, *_ in boxes(page) if letter in words and letter.strip()) > 500


def test_a_sign_that_no_face_draws_stops_nothing():
    document = typeset(Item(0, (Run("before \N{LAST QUARTER MOON WITH FACE}\U0001fae8 after"),)))
    assert "before" in text(document)
    assert "after" in text(document)


def test_a_script_without_a_face_is_told(monkeypatch):
    compiled, stopped = pdf._typst()

    def without(page: bytes, told: str, settings: dict[str, object]) -> bytes:
        if page == pdf._SPECIMEN and told > "\u2e80":
            raise stopped("no face")
        return compiled(page, told, settings)

    monkeypatch.setattr(pdf, "_typst", lambda: (without, stopped))
    with pytest.raises(OutputError, match=r"no font on this machine draws letters like “与”.*docx or html"):
        typeset(Item(0, (Run("参与者", language="zh"),)))


def test_without_typst_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(OutputError, match=re.escape("pip install 'rapportkit[pdf]'")):
        pdf.write(PAPER)


def test_when_typst_stops_its_words_are_told(monkeypatch):
    _, stopped = pdf._typst()

    def broken(page: bytes, told: str, settings: dict[str, object]) -> bytes:
        raise stopped("something odd\nand more")

    monkeypatch.setattr(pdf, "_typst", lambda: (broken, stopped))
    with pytest.raises(OutputError, match=r"^the PDF cannot be set: something odd; write docx"):
        typeset(Item(0, (Run("said"),)))


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_paper_of_nothing_and_one_to_be_spoken_are_papers(language):
    nothing = pdfium.PdfDocument(pdf.write(api.paper(public(), language=language)))
    spoken = pdfium.PdfDocument(pdf.write(api.paper(public(*seeds()[:1]), language=language, minutes=3)))
    for document, many in ((nothing, 1), (spoken, 3)):
        assert 1 <= len(document) <= many
        assert text(document).strip()


def test_a_fault_of_typst_is_told(monkeypatch):
    class PanicException(BaseException):
        pass

    def panicking(*_: object, **__: object) -> bytes:
        raise PanicException("index out of range")

    monkeypatch.setattr("typst.compile", panicking)
    with pytest.raises(
        OutputError, match=r"^typst stumbled over this paper \(index out of range\); write docx"
    ):
        typeset(Item(0, (Run("said"),)))


def test_an_interruption_is_none_of_them(monkeypatch):
    def interrupted(*_: object, **__: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("typst.compile", interrupted)
    with pytest.raises(KeyboardInterrupt):
        typeset(Item(0, (Run("said"),)))
