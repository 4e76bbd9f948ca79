"""What is mended in a Word file: letters alone, every other byte stays."""

import io
import re
import zipfile

import pytest

from rapportkit.errors import UsageError
from readers.docx_build import box, field, level, lists, num, p, r, t, tbl, tr
from writers.mended.reports import docx, fields, mend, told

BULLETS = lists(level(0, "bullet", "•"), level(1, "bullet", "o"))
NAME = "report.docx"


def main(data: bytes) -> str:
    """The document's XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def mended(*points: str, **parts: str) -> str:
    """The XML of the mended copy."""
    return main(mend(docx(*points, **parts), NAME).data)


@pytest.mark.parametrize(
    ("point", "tidy"),
    [
        ("Cities  need more , they said .", "Cities need more, they said."),
        ("<i>Cities</i> need **more**.", "Cities need more."),
        ("Cities &amp; towns.", "Cities & towns."),
        ("Partner\u00adships\u200b work.", "Partnerships work."),
        ("<p>Cities need more.</p>", "Cities need more."),
    ],
)
def test_letters_are_mended(point, tidy):
    assert main(mend(docx(p(r(point)), p("Towns too.")), NAME).data) == main(
        docx(p(r(tidy)), p("Towns too."))
    )


def test_only_letters_change_and_other_members_stay_to_the_byte():
    given = docx(p("Cities  need more."), styles="<w:docDefaults/>")
    copy = mend(given, NAME).data
    with zipfile.ZipFile(io.BytesIO(given)) as before, zipfile.ZipFile(io.BytesIO(copy)) as after:
        assert before.namelist() == after.namelist()
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert changed == ["word/document.xml"]
    assert main(copy) == main(given).replace("Cities  need", "Cities need")


def test_letters_of_several_runs_are_mended_in_each():
    point = p(r("Cities ", "<w:b/>"), r(" need more"), r(" , they said."))
    tidy = p(r("Cities ", "<w:b/>"), r("need more"), r(", they said."))
    assert mended(point) == main(docx(tidy))


def test_a_blank_that_comes_to_an_edge_is_preserved():
    run = "<w:r><w:t>all&lt;i&gt;</w:t></w:r>".replace("all", "all ")
    point = f"<w:p>{run}{r('cities&lt;/i&gt; agree.'.replace('&lt;', '<').replace('&gt;', '>'))}</w:p>"
    assert '<w:r><w:t xml:space="preserve">all </w:t></w:r>' in mended(point)


def test_a_bullet_typed_into_one_of_words_goes():
    point = p("• Cities need more.", properties=num())
    assert mended(point, numbering=BULLETS) == main(
        docx(p("Cities need more.", properties=num()), numbering=BULLETS)
    )


def test_a_number_stays():
    point = p("1. Cities need more.", properties=num())
    assert "1. Cities" in mended(point, numbering=BULLETS)


def test_different_bullets_become_one():
    given = ("• One.", "• Two.", "· Three.", "• Four.")
    assert "• Three." in mended(*given)


def test_slips_in_labels_go_letter_by_letter():
    given = docx("Cities need more.", challenges="2. Chalenges:")
    copy = mend(given, NAME)
    assert told(copy) == [("label", "2. Chalenges:", "2. Challenges:")]
    assert main(copy.data) == main(given).replace("Chalenges", "Challenges")


@pytest.mark.parametrize(
    "point",
    [
        p(r("Cities"), f'<w:ins w:id="1" w:author="A">{r("  need")}</w:ins>', r("  more.")),
        p(
            r("Cities "),
            '<w:del w:id="1" w:author="A"><w:r><w:delText>all</w:delText></w:r></w:del>',
            r(" need."),
        ),
        p(r("See "), field("DATE", "two  days"), r(".")),
        p(r("See "), f'<w:hyperlink r:id="rId9">{r("two  days")}</w:hyperlink>', r(".")),
        p(r("A picture "), "<w:r><w:drawing/></w:r>", r(" stands here.")),
        p(r("Columns", inside="<w:tab/><w:tab/>" + t("apart"))),
    ],
    ids=["put in", "taken out", "field", "link", "picture", "tabs"],
)
def test_what_is_more_than_letters_is_left_alone(point):
    given = docx(point, "Towns too.", numbering=BULLETS)
    copy = mend(given, NAME)
    assert copy.data == given
    assert copy.changes == ()


def test_text_boxes_are_left_alone():
    given = docx(p(r("Cities need more."), box(p("Two  blanks"))))
    assert mend(given, NAME).data == given


def test_cells_tell_their_place():
    given = docx(tbl(tr("Cities  need more.", "Towns too.")))
    (change,) = mend(given, NAME).changes
    assert change.location.place == "table 1, row 1, left cell"
    assert (change.before, change.after) == ("Cities··need more.", "Cities need more.")


def test_utf_16_stays():
    source = docx(p("Cities  need more."))
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    xml = re.sub(r'encoding="UTF-8"', 'encoding="UTF-16"', members["word/document.xml"].decode())
    members["word/document.xml"] = b"\xff\xfe" + xml.encode("utf-16-le")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    with zipfile.ZipFile(io.BytesIO(mend(buffer.getvalue(), NAME).data)) as archive:
        assert archive.read("word/document.xml") == b"\xff\xfe" + xml.replace("  need", " need").encode(
            "utf-16-le"
        )


def test_a_signed_file_is_refused():
    buffer = io.BytesIO(docx(p("Cities  need more.")))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    with pytest.raises(UsageError, match=r"^report.docx is signed"):
        mend(buffer.getvalue(), NAME)


def test_answers_stay_and_mending_again_changes_nothing():
    given = docx("• Cities  need <b>more</b> , they said .", "- Towns  too.", challenges="2. Chalenges")
    copy = mend(given, NAME)
    assert fields(copy.data, NAME)["discussion_points"] == [
        {"text": "Cities need more, they said."},
        {"text": "Towns too."},
    ]
    assert mend(copy.data, NAME).changes == ()
