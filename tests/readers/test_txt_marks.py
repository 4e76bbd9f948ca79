"""Marks that the reader of text files takes off are told, line by line, and only where they are strangers."""

from __future__ import annotations

from rapportkit.readers import html, txt
from rapportkit.readers.plain.marks import marks

TEXT = b"Cities <b>act</b>.\r\n\r\nStates **act**.\fRents &amp; fares.\nNothing here: 2 * 3 < 7."


def told(name: str) -> list[tuple[str, int | None, str, object]]:
    return [
        (each.code, each.location.line, each.key, dict(each.args)["mark"])
        for each in txt.read(TEXT, name).remarks
    ]


def test_each_line_with_marks_is_told_with_the_first():
    assert told("notes.txt") == [
        ("H001", 1, "cleaned", "<b>"),
        ("H001", 3, "cleaned", "**act**"),
        ("H001", 4, "cleaned", "&amp;"),
    ]
    assert [block.text for block in txt.read(TEXT, "notes.txt").blocks][:2] == ["Cities act.", "States act."]


def test_in_markdown_and_in_a_web_page_they_are_no_strangers():
    assert told("notes.md") == []
    assert (
        html.read(b"<html><body><pre>Cities **act**.\n\nStates act.</pre></body></html>", "x.html").remarks
        == ()
    )


def test_a_long_mark_is_cut_and_a_file_full_of_them_told_in_part():
    (remark,) = marks([f"<p style='{'x' * 90}'>"], "x.txt")
    assert dict(remark.args)["mark"] == f"<p style='{'x' * 30}…"
    assert remark.text == f"Line 1 holds marks of a converter: “<p style='{'x' * 30}…”."
    assert len(list(marks(["<p>"] * 2500, "x.txt"))) == 2000
