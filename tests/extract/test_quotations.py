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


QUOTED = "“Every child counts.”"


@pytest.mark.parametrize(
    ("text", "speaker", "consent"),
    [
        (f"{QUOTED} – Ana Exemplo (Example Union), quoted with approval", "Ana Exemplo (Example Union)", "quoted with approval"),
        (f"{QUOTED} – Ana Exemplo, with permission", "Ana Exemplo", "with permission"),
        (f"{QUOTED} – Ana Exemplo, approval given", "Ana Exemplo", "approval given"),
        (f"{QUOTED} – Ana Exemplo, quoted with her approval.", "Ana Exemplo", "quoted with her approval"),
        (f"{QUOTED} – Example Union – quoted with approval", "Example Union", "quoted with approval"),
        (f"{QUOTED} – Ana Exemplo, Example Union – quoted with approval", "Ana Exemplo, Example Union", "quoted with approval"),
        (f"{QUOTED} – Ana Exemplo, cité avec son accord", "Ana Exemplo", "cité avec son accord"),
        (f"{QUOTED} – Ana Exemplo, citado con su autorización", "Ana Exemplo", "citado con su autorización"),
        (f"{QUOTED} (Ana Exemplo, approval pending)", "Ana Exemplo", "approval pending"),
        (f"{QUOTED} (Ana Exemplo, quoted with approval)", "Ana Exemplo", "quoted with approval"),
        (f"{QUOTED} – anonymous, no approval", "anonymous", "no approval"),
        (f"{QUOTED} – quoted with approval", "", "quoted with approval"),
        (f"{QUOTED} – Ana Exemplo, Consent Forum", "Ana Exemplo, Consent Forum", ""),
    ],
)  # fmt: skip
def test_a_remark_that_the_speaker_agreed_may_stand_behind_a_comma_or_a_dash(text, speaker, consent):
    assert read(text) == (QUOTED, speaker, consent)


@pytest.mark.parametrize(
    "text",
    ["We met, and with time all States agreed.", "“Status must not matter”, he said, and the accord holds."],
)
def test_a_sentence_about_an_agreement_is_no_remark(text):
    assert read(text) == (text, "", "")
