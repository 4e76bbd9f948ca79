"""What is mended in a plain text, and what is left alone."""

import codecs
from pathlib import Path

import pytest

from rapportkit.errors import UsageError
from writers.mended.reports import HEAD, fields, mend, text, told

LEFT_ALONE = [
    "- A sentence that is in order: nothing to mend (nothing at all).",
    "- Wait … and see .docx or .NET, at 3 : 1 or :) as you like.",
    '- See [the page](https://example.org/page) or <a href="https://example.org">this one</a>.',
    "- if a < b & c > d then 5 * 3 * 2 and snake_case_name stay",
    "- A path is C:\\_data and not a mark.",
    "- Ten\u00a0per cent of the towns.",
    "Session      Place      Day\nFirst        Hall       Monday\nLast         Room       Friday",
    "• Cities lead:\n– with money\n– with time\n• States follow.",
    "1. First of all\n2) then the second",
    "**A heading of the author's own**",
    "12. December was the day",
    "Date:          Place:          Room:",
    "[ ] yes  [x] no",
    "a <b and c> d",
    "08:30     Registration\n11:00     Coffee break",
    "1.1  The records are\n     kept for a year.",
    "- Write &lt;i&gt;so&lt;/i&gt; and __init__ as they are.",
    "- Dots . . . and more ! ! !",
    "- Logement : il faut des foyers ; vraiment ?\n- La salle a retenu sept idées : des foyers.\n- Oui !",
    "- Guichets uniques : Lyon ; Genève !\n- Les villes et les régions sont au centre.",
]
MENDED = [
    ("- Cities  need more.", "- Cities need more."),
    ("- Cities in the      south need more.", "- Cities in the south need more."),
    ("- Cities need more.  ", "- Cities need more."),
    ("- Cities , towns and villages .", "- Cities, towns and villages."),
    (
        "- The cities of the south and the north said so ; are they right ?",
        "- The cities of the south and the north said so; are they right?",
    ),
    ("- Some ( not all ) agreed.", "- Some (not all) agreed."),
    ("- Partner\u00adships and mi\u200bgrants\ufeff.", "- Partnerships and migrants."),
    ("- Com\u200cmon \u200eground.", "- Common ground."),
    (
        "- Las ciudades y los pueblos de la región , ¿ verdad ?",
        "- Las ciudades y los pueblos de la región, ¿verdad?",
    ),
    (
        "- Les villes  et les régions sont au centre , dit la maire : « oui » !",
        "- Les villes et les régions sont au centre, dit la maire : « oui » !",
    ),
    (
        "- Les villes et les régions sont au centre\u00a0 : voilà .",
        "- Les villes et les régions sont au centre\u00a0: voilà.",
    ),
    ("- <i>Cities</i> need <b>more</b>.", "- Cities need more."),
    ("- Cities need **more** and *soon* and __right now__.", "- Cities need more and soon and right now."),
    ("- A&amp;B pays &lt; 5 and &gt; 3.", "- A&B pays < 5 and > 3."),
    ("- A&amp;B writes &lt;b&gt; for bold.", "- A&B writes &lt;b&gt; for bold."),
    ("- Some ( all of them ) agreed (why ?).", "- Some (all of them) agreed (why?)."),
    ("- Towns &amp; cities &#8211; all.", "- Towns & cities – all."),
    ("- Not\\_this one\\*.", "- Not_this one*."),
    ("<p>A paragraph of its own.</p>", "A paragraph of its own."),
    ("<ul><li>One thing.</li><li>Another thing.</li></ul>", "• One thing.\n• Another thing."),
    ("<ul>\n<li>One thing.</li>\n<li>Another thing.</li>\n</ul>", "• One thing.\n• Another thing."),
    ("• • One thing.\n• Another thing.", "• One thing.\n• Another thing."),
    ("\uf0b7 One thing.\n\uf0b7 Another thing.", "• One thing.\n• Another thing."),
    ("¢ One thing.\n¢ Another thing.\n¢ A third one.", "• One thing.\n• Another thing.\n• A third one."),
    ("- One.\n- Two.\n– Three.\n- Four.", "- One.\n- Two.\n- Three.\n- Four."),
    ("• One.\n• Two.\n- Three.\n• Four.\n• Five.", "• One.\n• Two.\n• Three.\n• Four.\n• Five."),
]


@pytest.mark.parametrize("points", LEFT_ALONE)
def test_what_may_be_meant_is_left_alone(points):
    given = text(points)
    mended = mend(given)
    assert told(mended) == []
    assert mended.data == given.encode()


@pytest.mark.parametrize(("points", "mended"), MENDED)
def test_what_nobody_meant_is_mended(points, mended):
    assert mend(text(points)).data.decode() == text(mended)


def test_changes_tell_kind_place_and_the_words_around():
    mended = mend(text("- Cities  need <i>more</i> , they said.", challenges="2. Chalenges"))
    assert [
        (change.kind, change.location.place, change.before, change.after) for change in mended.changes
    ] == [
        ("spacing", "line 6", "- Cities··need <i>more</i>", "- Cities need <i>more</i>"),
        ("markup", "line 6", "- Cities  need <i>more</i> , they said.", "- Cities  need more , they said."),
        ("spacing", "line 6", "- Cities need more·, they said.", "- Cities need more, they said."),
        ("label", "line 8", "2. Chalenges", "2. Challenges"),
    ]


@pytest.mark.parametrize(
    ("met", "form"),
    [
        ("2. Chalenges", "2. Challenges"),
        ("2. CHALENGES:", "2. CHALLENGES:"),
        ("chalenges", "challenges"),
        ("2. Défis", "2. Défis"),
        ("2. Defis", "2. Défis"),
        ("2. DEFIS", "2. DEFIS"),
        ("2. Desafios", "2. Desafíos"),
        ("2. Challenge", "2. Challenge"),
        ("2. Main challenges met", "2. Main challenges met"),
    ],
)
def test_a_slip_in_a_label_is_mended_and_a_reworded_label_stays(met, form):
    assert mend(text("- Cities need more.", challenges=met)).data.decode() == text(
        "- Cities need more.", challenges=form
    )


def test_an_ending_that_a_long_label_has_lost_is_mended():
    given = text("- Cities need more.").replace("Main discussion points", "Main discussion point")
    assert mend(given).data.decode() == text("- Cities need more.")


def test_labels_of_the_head_are_mended_too():
    given = text("- Cities need more.").replace("Name of Rapporteur", "Name of Raporteur")
    assert mend(given).data.decode() == text("- Cities need more.")


def test_cells_of_a_table_keep_their_tabs():
    given = "\n".join(
        [
            *HEAD[:2],
            "1. Summary/Main discussion points\t<p>One  thing.</p> <p>Another thing .</p>",
            "2. Challenges\tNothing new.",
        ]
    )
    mended = mend(given)
    assert mended.data.decode().splitlines()[2:4] == [
        "1. Summary/Main discussion points\tOne thing.",
        "\tAnother thing.",
    ]
    assert fields(mended.data)["discussion_points"] == [{"text": "One thing."}, {"text": "Another thing."}]


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "cp1252"),
        (b"", "mac_roman"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(mark, codec, end):
    points = ("- Les villes  décidées à été « là » – voilà.", "<ul><li>Un été.</li><li>Une forêt.</li></ul>")
    tidy = ("- Les villes décidées à été « là » – voilà.", "• Un été.", "• Une forêt.")
    given = mark + text(*points, end=end).encode(codec)
    assert mend(given).data == mark + text(*tidy, end=end).encode(codec)


def test_a_sign_that_the_encoding_lacks_is_not_put_in():
    given = text("- Déjà été à la fête  là.", "¢ One thing.", "¢ Another.").encode("cp1252")
    assert "• One thing.".encode("cp1252") in mend(given).data
    russian = text("- Это первый вопрос на встрече и ответ  города.", "- Два &harr; три.").encode("cp1251")
    assert b"&harr;" in mend(russian).data
    assert "ответ города".encode("cp1251") in mend(russian).data


def test_what_would_change_an_answer_is_not_made():
    # Taken off, the mark would leave a number that begins an item.
    given = text("- First of all.", "<b>2.</b> is the number of votes.", "- Cities  need more.")
    mended = mend(given)
    assert fields(mended.data) == fields(given.encode())
    assert "- Cities need more." in mended.data.decode()


def test_a_pdf_is_refused_in_a_sentence():
    path = Path(__file__).parents[3] / "examples/reports/roundtable-4-summary.pdf"
    with pytest.raises(UsageError, match=r"^roundtable-4-summary.pdf is a PDF, .*: ask for the Word file"):
        mend(path.read_bytes(), path.name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("report.md", "Markdown"),
        ("report.html", "web page"),
    ],
)
def test_other_files_are_refused_in_a_sentence(name, said):
    given = text("- Cities  need more.")
    with pytest.raises(UsageError, match=rf"^{name} is .*{said}.*\.$"):
        mend(given if name.endswith("md") else f"<html><body><p>{given}</p></body></html>", name)
