"""Findings as text: full, concise, grouped; wrapped and painted or plain."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from rapportkit.model.checked import Checked, CheckedFile
from rapportkit.model.location import Location
from rapportkit.writers import FINDING_TEXTS, FINDING_WRITERS
from rapportkit.writers.findings import concise, full, grouped, tally
from writers.findings.samples import (
    CHECKED,
    CROWDED,
    FILES,
    REPEATED,
    REWORDED,
    RULES,
    TEXT,
    UNMARKED,
    WARNING,
    WORD,
    finding,
    hostile,
)

ONE = Checked((CROWDED,), FILES[:1])


def test_full_says_where_and_what_and_below_it_what_to_do():
    assert full.tell(CHECKED).lines == (
        (
            "rt12 Mobility.docx, table 2, row 9: “Progress” holds 5 points; the form asks for 4 at most "
            "[L001 too-many-points]"
        ),
        "    Keep the strongest points, or join two that say the same.",
        "",
        (
            "notes.txt, line 12: “Quotes”: “100% of <us> & you, now: *act*” bears no mark "
            "[Q002 quotation-unmarked, warning]"
        ),
        "    Put “anonymous” behind it.",
        "notes.txt: “Challenges” stands as “Troubles” [T002 label-reworded, for information]",
        "",
        "scan.pdf: holds pictures of pages only [F008 pdf-without-text]",
        "    Ask for the Word file.",
        "",
    )


def test_the_count_is_no_part_of_the_lines():
    told = full.tell(CHECKED)
    assert told.closing == (
        "2 errors, 1 warning and 1 for information in 3 of 4 files; 1 file could not be checked; 1 waived."
    )
    assert told.closing.encode() not in told.page


def test_a_page_ends_with_one_line_end_and_may_be_empty():
    assert full.write(ONE).endswith(b"say the same.\n")
    assert full.write(Checked(files=FILES[:1])) == b""


def test_full_in_french_and_spanish():
    french = full.tell(Checked((UNMARKED,), FILES, language="fr"))
    assert french.lines[0].startswith("notes.txt, line 12\u00a0: “Quotes”")
    assert french.lines[0].endswith("[Q002 quotation-unmarked, avertissement]")
    assert french.closing == (
        "1 avertissement dans 1 des 4 fichiers\u00a0; 1 fichier n’a pas pu être vérifié."
    )
    spanish = full.tell(Checked((UNMARKED, REWORDED), FILES[:2], language="es-MX"))
    assert spanish.closing == "1 advertencia y 1 a título informativo en 1 de 2 informes."


def test_lines_are_wrapped_between_words_and_a_narrow_screen_gets_the_code_alone():
    assert full.tell(ONE, width=40).lines == (
        "rt12 Mobility.docx, table 2, row 9:",
        "    “Progress” holds 5 points; the form",
        "    asks for 4 at most [L001]",
        "    Keep the strongest points, or join",
        "    two that say the same.",
        "",
    )


def test_code_and_name_stand_on_one_line():
    assert full.tell(ONE, width=74).lines[1] == "    asks for 4 at most [L001 too-many-points]"
    assert full.tell(ONE, width=97).lines[1] == "    [L001 too-many-points]"


def test_a_word_longer_than_the_line_stands_alone_and_whole():
    assert "    " + "x" * 50 in full.tell(Checked((finding(message="x" * 50),)), width=20).lines


def test_a_no_break_space_holds_and_wide_letters_count_twice():
    quoted = finding(message="«\u00a0Progrès\u00a0» 移民移民 fin", place="")
    assert full.tell(Checked((quoted,)), width=34).lines[:2] == (
        "rt12 Mobility.docx: «\u00a0Progrès\u00a0»",
        "    移民移民 fin [L001]",
    )


def test_repeats_are_told_by_their_places():
    lines = full.tell(REPEATED).lines
    assert len([line for line in lines if "holds 5 points" in line]) == 5
    assert lines[10] == (
        "notes.txt: 4 more of this kind: line 6; line 7; line 8; line 9 [L001 too-many-points]"
    )
    few = Checked(REPEATED.findings[:7])
    assert sum("holds 5 points" in line for line in full.tell(few).lines) == 7


def test_repeats_without_a_place_are_told_by_pointer_or_by_number():
    found = tuple(finding(place="", pointer=f"/quotes/{number}") for number in range(8))
    assert "rt12 Mobility.docx: 3 more of this kind: /quotes/5; /quotes/6; /quotes/7" in "".join(
        full.tell(Checked(found)).lines
    )
    assert "3 more of this kind [L001" in "".join(
        full.tell(Checked((finding(place="", pointer=""),) * 8)).lines
    )


def test_concise_is_one_line_a_finding_that_editors_can_jump_by():
    assert concise.tell(CHECKED).lines == (
        (
            "rt12 Mobility.docx: table 2, row 9: error: “Progress” holds 5 points; the form asks for 4 at most "
            "[L001 too-many-points]"
        ),
        (
            "notes.txt:12:3: warning: “Quotes”: “100% of <us> & you, now: *act*” bears no mark "
            "[Q002 quotation-unmarked]"
        ),
        "notes.txt: info: “Challenges” stands as “Troubles” [T002 label-reworded]",
        "scan.pdf: error: holds pictures of pages only [F008 pdf-without-text]",
    )


def test_concise_neither_wraps_nor_translates_its_severities():
    assert concise.tell(CHECKED, width=20).lines == concise.tell(CHECKED).lines
    assert ": warning: " in concise.tell(Checked((UNMARKED,), language="fr")).lines[0]


def test_concise_cites_a_line_without_a_column_and_no_line_of_a_page():
    lined = finding("a.txt", location=Location("a.txt", line=4), place="line 4")
    paged = finding("a.pdf", location=Location("a.pdf", page=2, line=4), place="page 2, line 4")
    first, second = concise.tell(Checked((lined, paged))).lines
    assert first.startswith("a.txt:4: error: ")
    assert second.startswith("a.pdf: page 2, line 4: error: ")


def test_grouped_has_places_beside_sentences():
    assert grouped.tell(CHECKED, width=80).lines == (
        "rt12 Mobility.docx — 1.2 Regional mobility",
        "1 error · A form of 2018",
        "  table 2, row 9  error: “Progress” holds 5 points; the form asks for 4 at most",
        "                  [L001 too-many-points]",
        "                    Keep the strongest points, or join two that say the same.",
        "",
        "notes.txt — 2.1 Cities & migrants",
        "1 warning and 1 for information · A form of 2018",
        "  line 12     warning: “Quotes”: “100% of <us> & you, now: *act*” bears no mark",
        "              [Q002 quotation-unmarked]",
        "                Put “anonymous” behind it.",
        "  whole file  for information: “Challenges” stands as “Troubles”",
        "              [T002 label-reworded]",
        "",
        "scan.pdf",
        "Could not be checked · 1 error",
        "  whole file  error: holds pictures of pages only [F008 pdf-without-text]",
        "                Ask for the Word file.",
        "",
        "quiet.docx — 3 Returns",
        "Nothing to mend · A form of 2018",
        "",
    )


def test_grouped_breaks_a_long_place_within_its_column():
    long = finding(place="first bullet of the third, under “Good practices”", help="")
    assert grouped.tell(Checked((long,), FILES[:1]), width=60).lines[2:6] == (
        "  first bullet of     error: “Progress” holds 5 points; the",
        "  the third, under    form asks for 4 at most [L001]",
        "  “Good practices”",
        "",
    )


def test_grouped_marks_what_has_no_place_of_its_own():
    missing = finding(place="", location=None, help="")
    assert grouped.tell(Checked((missing,), FILES[:1])).lines[2].startswith("  –  error: “Progress”")
    more = grouped.tell(REPEATED).lines[-2]
    assert more.startswith("  …       error: 4 more of this kind: line 6; line 7")


@pytest.mark.parametrize("width", [40, 60, 80, 160])
@pytest.mark.parametrize("form", ["full", "grouped"])
def test_no_line_is_wider_than_asked(form, width):
    told = FINDING_TEXTS[form](CHECKED, width=width)
    assert max(map(len, told.lines)) <= width


def test_a_caller_may_paint_the_parts():
    def paint(text, part, severity):
        return f"<{part} {severity.value if severity else '-'}>{text}</>"

    warned = Checked((finding(severity=WARNING, message="Two words", help="Mend it."),), FILES[:1])
    assert FINDING_TEXTS["full"](warned, width=36, paint=paint).lines == (
        "<place warning>rt12 Mobility.docx, table 2, row 9:</>",
        "    <message warning>Two words</> <code warning>[L001, warning]</>",
        "    <help warning>Mend it.</>",
        "",
    )
    assert FINDING_TEXTS["grouped"](warned, paint=paint).lines[2] == (
        "  <place warning>table 2, row 9</>  <severity warning>warning:</> <message warning>Two words</> "
        "<code warning>[L001 too-many-points]</>"
    )
    assert FINDING_TEXTS["concise"](warned, paint=paint).closing == "<count warning>1 warning in 1 report.</>"


def test_paint_changes_no_width():
    def paint(text, _part, _severity):
        return f"\x1b[31m{text}\x1b[0m"

    for form, write in FINDING_TEXTS.items():
        painted = write(CHECKED, width=60, paint=paint).lines
        bare = tuple(line.replace("\x1b[31m", "").replace("\x1b[0m", "") for line in painted)
        assert bare == write(CHECKED, width=60).lines, form


@pytest.mark.parametrize(
    ("checked", "said"),
    [
        (Checked(), "Nothing to mend."),
        (Checked(files=FILES[:1]), "Nothing to mend in 1 report."),
        (Checked(files=FILES[2:3]), "1 file could not be checked."),
        (Checked(files=FILES[1:3]), "Nothing to mend in 1 report; 1 file could not be checked."),
        (Checked((CROWDED,)), "1 error in 1 file."),
        (Checked((CROWDED, CROWDED), FILES[:2]), "2 errors in 1 of 2 reports."),
        (
            Checked((CROWDED, UNMARKED), FILES[:2], (CROWDED,) * 2),
            "1 error and 1 warning in 2 reports; 2 waived.",
        ),
        (Checked(files=FILES[:1], language="fr"), "Rien à corriger dans 1 rapport."),
        (Checked(files=FILES[:2], language="es"), "Nada que corregir en 2 informes."),
    ],
)
def test_the_count_that_closes(checked, said):
    assert tally.closing(checked) == said


@given(hostile())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_nothing_in_a_report_can_steer_the_screen(checked):
    for form, write in FINDING_TEXTS.items():
        for width in (0, 24):
            told = write(checked, width=width)
            for line in (*told.lines, told.closing):
                assert all(sign.isprintable() or sign in "\u00a0\u2007\u202f\u200c\u200d" for sign in line), (
                    form
                )
            assert told.page.decode().splitlines() == [*"\n".join(told.lines).strip("\n").splitlines()]
        assert FINDING_WRITERS[form](checked) == write(checked).page


@given(hostile())
@settings(max_examples=40, deadline=None, derandomize=True)
def test_concise_has_as_many_lines_as_there_are_findings(checked):
    assert len(concise.write(checked).decode().splitlines()) == len(checked.findings)


def test_files_that_nobody_listed_are_told_all_the_same():
    assert "a.txt, table 2, row 9: " in full.tell(Checked((finding("a.txt"),), FILES)).lines[0]


def test_the_same_bytes_for_the_same_value():
    again = Checked(CHECKED.findings, FILES, CHECKED.waived, RULES)
    assert {form: write(CHECKED) for form, write in FINDING_WRITERS.items()} == {
        form: write(again) for form, write in FINDING_WRITERS.items()
    }


def test_the_register_names_every_format():
    assert list(FINDING_WRITERS) == [
        *("text", "full", "concise", "grouped"),
        *("sarif", "junit", "github", "markdown", "html", "csv"),
    ]
    assert FINDING_WRITERS["text"](CHECKED) == full.write(CHECKED)
    assert WORD in FINDING_WRITERS["grouped"](CHECKED).decode()


@pytest.mark.parametrize("form", [form for form in FINDING_WRITERS if form != "sarif"])
def test_findings_come_in_the_order_given(form):
    page = FINDING_WRITERS[form](CHECKED).decode()
    at = [
        page.index(words)
        for words in ("holds 5 points", "bears no mark", "stands as", "pictures of pages only")
    ]
    assert at == sorted(at)


def test_a_file_of_which_only_the_name_is_known():
    told = grouped.tell(Checked(files=(CheckedFile(TEXT, "a-form"),)))
    assert told.lines == ("notes.txt", "Nothing to mend · a-form", "")
