"""Scans: letters recognised in pictures, with a stand-in for tesseract and, where it is installed, with itself."""

import json
import re
import stat
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit import api
from rapportkit.errors import ReadError
from rapportkit.model.document import BlockKind
from rapportkit.model.options import Limits, Ocr, ReadOptions
from rapportkit.readers.ocr import engine, pages
from rapportkit.readers.ocr.engine import Picture
from rapportkit.readers.ocr.raster import Raster
from rapportkit.readers.ocr.words import Word, measured, read_words, slant, straight
from rapportkit.readers.pdf import read
from rapportkit.templates.catalog import catalog
from readers.pdf_build import Sheet, pdf

BAD = Path(__file__).parents[1] / "fixtures" / "bad"
FIND = engine.find
SCALE = 72 / 200
LONG = "Migrants and refugees share the same universal human rights and fundamental freedoms."

# Answers by the width of the picture, so that each page gets its own; notes down how it was called.
STAND_IN = """#!{python}
import json, os, sys, time
from pathlib import Path

here = Path({here!r})
said = json.loads((here / "said.json").read_text("utf-8"))
if "--list-langs" in sys.argv:
    print("List of available languages:", *said["languages"], sep="\\n")
    sys.exit(0)
magic, width, height, *_ = sys.stdin.buffer.read().split(b"\\n")[0].split()
with (here / "calls.txt").open("a") as calls:
    print(*sys.argv[1:], os.environ.get("OMP_THREAD_LIMIT"), width.decode(), height.decode(), file=calls)
mode = sys.argv[sys.argv.index("--psm") + 1]
answer = said["pages"].get(f"{{mode}}:{{int(width)}}", said["pages"].get(mode, ""))
time.sleep(said.get("seconds", 0))
sys.stdout.buffer.write(answer.encode())
sys.exit(said.get("status", 0))
"""


class StandIn:
    """A program called tesseract that says what it is told to say."""

    def __init__(self, here):
        self.here = here
        self.said = {"languages": ["eng", "fra", "osd"], "pages": {}}
        program = here / "tesseract"
        program.write_text(STAND_IN.format(python=sys.executable, here=str(here)), "utf-8")
        program.chmod(program.stat().st_mode | stat.S_IEXEC)

    def says(self, *lines, width=None, mode=3, **more):
        """Answer pictures (of so many dots across) with these lines: (left, base, text) in points."""
        key = f"{mode}:{width}" if width else str(mode)
        self.said["pages"][key] = lines[0] if mode == 0 else tsv(*lines)
        self.said |= more
        (self.here / "said.json").write_text(json.dumps(self.said), "utf-8")
        return self

    @property
    def calls(self):
        """The arguments of every recognition so far."""
        noted = self.here / "calls.txt"
        return noted.read_text("utf-8").splitlines() if noted.exists() else []


def tsv(*lines, sure=95):
    """What tesseract writes about lines of Courier of 10 points, each (left, base, text) in points."""
    rows = ["level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"]
    for number, (left, base, text, *more) in enumerate(lines, 1):
        sure_here = more[0] if more else sure
        rows.append(f"4\t1\t1\t1\t{number}\t0\t0\t0\t9\t9\t-1\t")
        for found in re.finditer(r"\S+", text):
            x, low = left + 6 * found.start(), bool(re.search("[gjpqy,]", found[0]))
            box = (x, base - 7.15, 6 * len(found[0]), 9.25 if low else 7.15)
            place = "\t".join(str(round(edge / SCALE)) for edge in box)
            rows.append(f"5\t1\t1\t1\t{number}\t{found.start() + 1}\t{place}\t{sure_here}\t{found[0]}")
    return "\n".join(rows) + "\n"


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """A stand-in on the path, in place of the program."""
    monkeypatch.setattr(engine, "find", FIND)
    monkeypatch.setenv("PATH", str(tmp_path))
    return StandIn(tmp_path).says()


def scan(count=1):
    return pdf(*[Sheet().picture()] * count)


def document(data, **options):
    return read(data, "scan.pdf", ReadOptions(**options))


def refusal(data, **options):
    with pytest.raises(ReadError) as caught:
        document(data, **options)
    return caught.value.code, str(caught.value)


def test_a_scan_is_read_with_places_and_a_warning(stand_in):
    stand_in.says(
        (60, 80, "Session report 4"),
        (60, 110, "Migrants and refugees share the same universal human rights and"),
        (60, 122, "fundamental freedoms, which must be respected."),
        (60, 150, "- Local partnerships", 85),
        (60, 162, "- Cities", 85),
    )
    found = document(scan())
    assert [(block.kind, block.marker, block.text) for block in found.blocks] == [
        (BlockKind.PARAGRAPH, "", "Session report 4"),
        (
            BlockKind.PARAGRAPH,
            "",
            LONG.replace(".", ", which must be respected."),
        ),
        (BlockKind.ITEM, "-", "Local partnerships"),
        (BlockKind.ITEM, "-", "Cities"),
    ]
    place = found.blocks[1].location
    assert (place.source, place.page, place.line) == ("scan.pdf", 1, 2)
    assert place.box == pytest.approx((60, 102, 438, 124.2), abs=1.0)
    (remark,) = found.remarks
    assert (remark.code, remark.location.page) == ("D006", 1)
    assert remark.text == "Page 1 is a picture; its text was recognised by a program, which makes errors."
    letters = len("".join(block.marker + block.text for block in found.blocks).replace(" ", ""))
    doubtful = len("-Localpartnerships-Cities")
    assert found.trust == pytest.approx(
        0.9 * (0.95 * (letters - doubtful) + 0.85 * doubtful) / letters, abs=0.001
    )


def test_the_engine_is_asked_for_what_is_installed_and_on_one_thread(stand_in):
    stand_in.says((60, 80, LONG))
    document(scan())
    assert stand_in.calls == ["stdin stdout -l eng+fra --psm 3 --dpi 200 tsv 1 1667 2223"]
    stand_in.says((60, 80, LONG), languages=["por", "osd", "deu"])
    document(scan())
    assert " -l deu+por " in stand_in.calls[-1]


def test_the_confidence_of_a_report_is_lowered_by_what_was_recognised(stand_in):
    stand_in.says((60, 80, LONG))
    found = document(scan())
    assert found.trust == pytest.approx(0.855)
    templates = catalog(()).templates
    assert api.extract(found, templates[0], 0.8).confidence == pytest.approx(0.8 * 0.855)


def test_text_of_the_file_itself_is_not_recognised(stand_in):
    found = document(pdf(Sheet().text(60, 80, LONG).picture()))
    assert (found.trust, found.remarks, stand_in.calls) == (1.0, (), [])


def test_only_the_pages_without_text_are_looked_at(stand_in):
    stand_in.says((60, 80, "Seen on the page with the picture."))
    first, last = Sheet().text(60, 80, LONG), Sheet().text(60, 200, "The last page.")
    found = document(pdf(first, Sheet().picture(), last))
    assert [block.text for block in found.blocks] == [
        LONG,
        "Seen on the page with the picture.",
        "The last page.",
    ]
    assert [block.location.page for block in found.blocks] == [1, 2, 3]
    assert len(stand_in.calls) == 1
    assert found.remarks[0].text.startswith("Page 2 is a picture; its text was recognised")
    assert 0.9 < found.trust < 1


def test_a_scan_with_a_stamp_is_a_scan(stand_in):
    stand_in.says((60, 80, LONG), (60, 700, "Scanned 4/5"))
    sheet = Sheet().text(60, 700, "Scanned 4/5")
    sheet.orders.insert(0, "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q")
    assert document(pdf(sheet)).blocks[0].text == LONG
    (remark,) = document(pdf(sheet), ocr=Ocr.OFF).remarks
    assert remark.text == (
        "Page 1 holds pictures and hardly any text; what is written in them was not read: with --ocr off, letters "
        "in pictures are not recognised."
    )
    stand_in.says((60, 80, "x"))
    assert [block.text for block in document(pdf(sheet)).blocks] == ["Scanned 4/5"]


def test_letters_without_meaning_are_looked_at(stand_in):
    data = pdf(Sheet().text(60, 80, "\uf0b7\uf0a7\uf0b7\uf0a7", font="S"))
    data = re.sub(rb"<f0(b7|a7)>", b"<e000>", data)
    assert refusal(data, ocr=Ocr.OFF)[0] == "F008"
    stand_in.says((60, 80, LONG))
    assert [block.text for block in document(data).blocks] == [LONG]


def test_all_pages_where_it_is_forced(stand_in):
    stand_in.says((60, 80, "As it is seen."))
    found = document(pdf(Sheet().text(60, 80, LONG)), ocr=Ocr.FORCE)
    assert [block.text for block in found.blocks] == ["As it is seen."]
    assert found.remarks[0].code == "D006"


def test_what_people_filled_in_stays_as_the_file_has_it(stand_in):
    stand_in.says((60, 80, "Name:"))
    found = document(pdf(Sheet().picture().value(100, 70, 300, 84, "Ana Exemplo")))
    assert [block.text for block in found.blocks] == ["Name: Ana Exemplo"]


def test_pages_come_in_their_order(stand_in):
    widths = [500, 300, 400, 200, 600]
    for width in widths:
        stand_in.says((10, 80, f"Page of {width} points"), width=round(width / SCALE + 0.49))
    found = document(pdf(*(Sheet(width=width).picture() for width in widths)))
    assert [block.text for block in found.blocks] == [f"Page of {width} points" for width in widths]


def test_a_page_on_its_side_is_turned(stand_in):
    stand_in.says((60, 80, "~ |", 20))
    stand_in.says("Page number: 0\nOrientation in degrees: 270\nRotate: 90\nScript: Latin\n", mode=0)
    stand_in.says((60, 80, LONG), width=2223)
    (block,) = document(scan()).blocks
    assert block.text == LONG
    assert block.location.box[2] > 500
    assert [call.split(" --psm ")[1][0] for call in stand_in.calls] == ["3", "0", "3"]
    stand_in.says("Rotate: 0\n", mode=0)
    assert refusal(scan())[0] == "F008"


def test_a_page_that_was_read_from_the_side_is_turned(stand_in):
    rows = tsv((60, 80, LONG)).splitlines()
    lying = [row.split("\t") for row in rows]
    lying = ["\t".join([*row[:6], row[7], row[6], row[9], row[8], *row[10:]]) for row in lying]
    stand_in.said["pages"]["3:1667"] = "\n".join(lying)
    stand_in.says("Rotate: 270\n", mode=0)
    stand_in.says((60, 80, LONG), width=2223)
    assert [block.text for block in document(scan()).blocks] == [LONG]
    assert len(stand_in.calls) == 3


def test_without_the_engine_a_scan_is_refused_with_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "find", FIND)
    monkeypatch.setenv("PATH", str(tmp_path))
    code, message = refusal(scan())
    assert code == "F008"
    assert "tesseract, which recognises letters in pictures, is not installed" in message
    assert "tesseract-ocr tesseract-ocr-fra tesseract-ocr-spa" in message
    code, message = refusal(pdf(Sheet().text(60, 80, LONG)), ocr=Ocr.FORCE)
    assert code == "F008"
    assert message.endswith("; install it, or leave --ocr force out.")


def test_without_any_language_the_engine_is_no_use(stand_in):
    stand_in.says((60, 80, LONG), languages=["osd"])
    assert "is not installed" in refusal(scan())[1]
    assert stand_in.calls == []


def test_off_means_off(stand_in):
    stand_in.says((60, 80, LONG))
    code, message = refusal(scan(), ocr=Ocr.OFF)
    assert code == "F008"
    assert message == (
        "scan.pdf is a scan: its page holds pictures and no text, and with --ocr off, letters in pictures are not "
        "recognised; send the Word file or a PDF with text."
    )
    assert stand_in.calls == []


def test_a_picture_without_letters(stand_in):
    assert "and no letters could be recognised in them; send" in refusal(scan())[1]
    (remark,) = document(pdf(Sheet().text(60, 80, LONG), Sheet().picture())).remarks
    assert remark.code == "D004"
    assert remark.text.endswith("was not read: no letters could be recognised in them.")


def test_a_page_that_takes_too_long_is_given_up(stand_in):
    stand_in.says((60, 80, LONG), seconds=20)
    start = time.monotonic()
    code, message = refusal(scan(3), limits=Limits(ocr_seconds=1))
    assert (code, time.monotonic() - start < 10) == ("F008", True)
    assert (
        "recognising the letters failed, or took more than 1 seconds a page (--limit ocr-seconds=…" in message
    )


def test_an_engine_that_fails_costs_its_pages_only(stand_in):
    stand_in.says(status=1)
    found = document(pdf(Sheet().text(60, 80, LONG), Sheet().picture()))
    assert [block.text for block in found.blocks] == [LONG]
    assert [(remark.code, remark.location.page) for remark in found.remarks] == [("D004", 2)]
    assert "recognising the letters failed" in found.remarks[0].text


def test_too_many_pictures_are_refused(stand_in):
    stand_in.says((60, 80, LONG))
    code, message = refusal(scan(4), limits=Limits(ocr_pages=3))
    assert (code, "more than 3 of its pages are pictures. " in message) == ("F006", True)
    assert message.endswith("--limit ocr-pages=… allows more.")
    assert document(scan(3), limits=Limits(ocr_pages=3)).source.pages == 3


def test_a_page_larger_than_any_paper_is_painted_small():
    import pypdfium2

    opened = pypdfium2.PdfDocument(pdf(Sheet(width=14400, height=14400).picture()))
    try:
        picture = pages._paint(opened, 0)
    finally:
        opened.close()
    assert picture.width * picture.height <= 1.01 * pages._MOST_DOTS
    assert len(picture.dots) == picture.width * picture.height
    assert picture.density == pytest.approx(72 * picture.width / 14400, rel=0.01)


class Drawing:
    """A picture drawn by hand, in dots."""

    def __init__(self, width=800, height=400):
        self.rows = [bytearray([255]) * width for _ in range(height)]

    def ink(self, left, top, right, bottom):
        for y in range(top, bottom):
            self.rows[y][left:right] = bytes(right - left)
        return self

    def disc(self, left, top, wide):
        middle = (wide - 1) / 2
        for y in range(wide):
            for x in range(wide):
                if (x - middle) ** 2 + (y - middle) ** 2 <= (wide / 2) ** 2:
                    self.rows[top + y][left + x] = 0
        return self

    def picture(self):
        return Picture(len(self.rows[0]), len(self.rows), b"".join(self.rows))


def test_ruled_lines_are_seen_and_pictures_are_none():
    drawing = Drawing().ink(50, 100, 650, 103).ink(50, 100, 53, 300).ink(300, 150, 500, 290)
    strokes = Raster(drawing.picture()).strokes(0.0)
    (across,), (down,) = strokes.across, strokes.down
    assert across == pytest.approx((101 * SCALE, 50 * SCALE, 650 * SCALE), abs=0.6)
    assert down == pytest.approx((51 * SCALE, 100 * SCALE, 300 * SCALE), abs=0.6)


def test_dashes_and_strokes_of_letters_are_no_lines():
    drawing = Drawing().ink(100, 100, 160, 104).ink(300, 100, 304, 128)
    strokes = Raster(drawing.picture()).strokes(0.0)
    assert (strokes.across, strokes.down) == ((), ())


def test_lines_of_a_slanted_page_are_put_straight():
    drawing = Drawing()
    for x in range(50, 750):
        drawing.ink(x, 100 + x // 50, x + 1, 103 + x // 50)
    (across,) = Raster(drawing.picture()).strokes(0.02).across
    assert across.end - across.start == pytest.approx(700 * SCALE, abs=2)
    assert Raster(drawing.picture()).strokes(0.0).across[0].end < 700 * SCALE


def word(text, left, top, right, bottom, line=1):
    return Word(text, left, top, right, bottom, 0.9, (1, 1, 1, line))


def test_bullets_that_were_read_as_letters_or_passed_over():
    drawing = Drawing().disc(60, 109, 10).disc(60, 209, 10)
    words = measured(
        [word("e", 60, 109, 70, 119), word("Halb", 100, 100, 170, 124), word("Kohl", 100, 200, 170, 224, 2)]
    )
    raster = Raster(drawing.picture())
    marked, _ = raster.marked(words, words)
    assert [each.text for each in marked] == ["•", "Halb", "Kohl"]
    assert [(each.text, each.left, each.base, behind) for each, behind in raster.bullets(marked, words)] == [
        ("•", 60, 224, 2)
    ]


def test_letters_and_full_stops_are_no_bullets():
    drawing = Drawing().disc(60, 114, 10).ink(60, 209, 63, 219).ink(67, 209, 70, 219)
    words = measured([word("Halb", 100, 100, 170, 124), word("Kohl", 100, 200, 170, 224, 2)])
    assert list(Raster(drawing.picture()).bullets(words, words)) == []


def test_bold_words_have_wider_strokes():
    drawing = Drawing()
    words = []
    for number in range(12):
        left, top, wide = 20 + 60 * number, 100, 5 if number < 3 else 3
        for x in range(left, left + 48, 12):
            drawing.ink(x, top, x + wide, top + 20)
        words.append(word("Halb", left, top, left + 48, top + 20))
    words = measured(words)
    _, bold = Raster(drawing.picture()).marked(words, words)
    assert bold == {0, 1, 2}


def test_specks_and_broken_lines_of_the_answer_are_left_out():
    told = tsv((10, 20, "Word ~~", 20)) + "5\t1\tno number\n5\t1\t1\t1\t1\t1\tx\t2\t3\t4\t95\tWord\n\n"
    assert [each.text for each in read_words(told)] == ["Word"]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_whatever_the_engine_says_is_taken(told):
    assert isinstance(read_words(told), list)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.floats(-0.05, 0.05))
def test_a_slant_is_measured_and_taken_out(fall):
    words = [
        word("Halb", x, 100 * line + fall * x, x + 60, 100 * line + fall * x + 20, line)
        for line in (1, 2, 3)
        for x in range(100, 1500, 100)
    ]
    found = slant(words)
    assert found == pytest.approx(fall if abs(fall) > 0.002 else 0.0, abs=0.002)
    bases = {
        line: [w.base for w in measured(straight(words, found)) if w.line[-1] == line] for line in (1, 2, 3)
    }
    assert all(max(each) - min(each) < 1 for each in bases.values())


def recall(found, wanted):
    got, asked = (Counter(re.findall(r"\w+", text)) for text in (found, wanted))
    return sum((got & asked).values()) / sum(asked.values())


def told(document):
    return " ".join(f"{block.marker} {block.text}" for block in document.blocks)


def test_a_real_scan_is_read(tesseract):
    sound = read((BAD / "sound.pdf").read_bytes(), "sound.pdf")
    found = read((BAD / "scan.pdf").read_bytes(), "scan.pdf")
    assert recall(told(found), told(sound)) > 0.95
    assert [block.marker for block in found.blocks].count("•") == 6
    assert 0.7 < found.trust < 0.9


def test_a_real_form_with_tables_is_read(tesseract):
    sheet = Sheet().grid([60, 220, 520], [100, 160, 300], draw="stroke")
    sheet.text(66, 120, "Name of the rapporteur", font="B").text(226, 120, "Ana Exemplo, Exemplo University")
    sheet.text(66, 180, "Challenges", font="B")
    sheet.prose(226, 180, LONG, 48)
    sheet.text(60, 340, "After the table, the report goes on with a paragraph of its own.")
    data = pdf(sheet)
    want, seen = read(data, "a.pdf"), read(data, "a.pdf", ReadOptions(ocr=Ocr.FORCE))
    places = [
        [(block.text, block.location.table, block.location.row, block.location.cell) for block in each.blocks]
        for each in (want, seen)
    ]
    assert places[0] == places[1]
    assert [block.is_bold for block in seen.blocks] == [block.is_bold for block in want.blocks]
