"""Quotations: what is said, who said it, and whether he agreed, in the ways in which authors write it."""

from __future__ import annotations

import pytest

from rapportkit.extract.kinds.quotations import quotations
from rapportkit.model.document import Block, BlockKind
from rapportkit.model.location import Location


def read(text: str) -> tuple[str, str, str]:
    (said,) = quotations([Block(BlockKind.PARAGRAPH, text, Location())])
    return said.text, said.speaker, said.consent


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("“Every child counts.” (anonymous)", "“Every child counts.”", "anonymous"),
        ("“Every child counts.” – Anonymous", "“Every child counts.”", "Anonymous"),
        ("“Every child counts.” anonymous", "“Every child counts.”", "anonymous"),
        ("“Every child counts” anonymous.", "“Every child counts”", "anonymous"),
        ("« Chaque enfant compte. » anonyme", "« Chaque enfant compte. »", "anonyme"),
        ("«Cada niño cuenta.» anónimo", "«Cada niño cuenta.»", "anónimo"),
        ("Every child counts. Anonymous", "Every child counts.", "Anonymous"),
        ("Some prefer to stay anonymous", "Some prefer to stay anonymous", ""),
        ("“Some prefer to stay anonymous.”", "“Some prefer to stay anonymous.”", ""),
    ],
)
def test_the_word_anonymous_is_a_mark_behind_the_quotation_and_a_word_inside_it(text, said, speaker):
    assert read(text) == (said, speaker, "")


def test_consent_stands_beside_the_speaker():
    assert read("“Every child counts.” – Ana Exemplo (quoted with approval)") == (
        "“Every child counts.”",
        "Ana Exemplo",
        "quoted with approval",
    )
