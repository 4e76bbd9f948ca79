"""The board's own words, and what strangers may write into it."""

from __future__ import annotations

import json
import re
from importlib.resources import files

from rapportkit.model.coverage import Coverage, CoveredSession, Received
from rapportkit.writers.board import html, text
from rapportkit.writers.board.phrases import Phrases

NASTY = "<b>\x1b[2J\ud800]]>&amp;\n"
BOARD = Coverage(
    NASTY,
    planned=True,
    sessions=(CoveredSession(NASTY, NASTY, reports=(Received(NASTY, "t", NASTY, NASTY, NASTY, "xx"),)),),
    beside=(Received("x", "t", "f"),),
    unread=((NASTY, NASTY),),
)


def test_every_language_says_all_that_english_says():
    table = json.loads(files("rapportkit.writers.data").joinpath("board_phrases.json").read_text("utf-8"))
    english = table["en"]

    def gaps(said: object) -> object:
        if isinstance(said, dict):
            return {key: gaps(each) for key, each in said.items()}
        return sorted(re.findall(r"\{(\w+)\}", str(said)))

    for tag in ("fr", "es"):
        assert gaps(table[tag]) == gaps(english)


def test_what_strangers_write_breaks_neither_screen_nor_page():
    for written in (text.write(BOARD), html.write(BOARD)):
        assert b"\x1b" not in written
        assert "Every session is reported" in written.decode("utf-8")
    assert b"<b>" not in html.write(BOARD)


def test_the_closing_line_counts_what_is_still_to_be_done():
    assert Phrases().closing(BOARD) == (
        "Every session is reported (1); 1 report on no session of the programme; 1 file could not be read."
    )
