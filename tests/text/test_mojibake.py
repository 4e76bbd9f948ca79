"""Letters read in the wrong encoding, and those that only look like it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.text.mojibake import changed


def misread(text: str, encoding: str) -> str:
    return text.encode().decode(encoding)


@pytest.mark.parametrize("letter", ["é", "ü", "ñ", "ç", "’", "“", "–", "…", "«", "É"])
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_letters_are_restored_with_their_place(letter: str, encoding: str):
    broken = misread(letter, encoding)
    text = f"a caf{broken} b"
    assert changed(text) == (5, 5 + len(broken), letter)


@pytest.mark.parametrize("letter", ["é", "ü", "ñ", "’"])
def test_letters_that_were_misread_twice_are_restored(letter: str):
    found = changed("caf" + misread(misread(letter, "cp1252"), "cp1252"))
    assert found is not None
    assert found[2] == letter


@pytest.mark.parametrize(
    "text",
    [
        "São Paulo, “AMANHÃ”, Âge, CAFÉ—bar, São Tomé",
        "« Où ? » – “naïve”",
        "Ελλάδα, مرحبا, 移民, Ñandú, Öster, Åland, Þór, Łódź, Đà Nẵng",
        "√2 ≈ 1,41",
        "“CAFÉ” – ‚Äpfel‘",
    ],
)
def test_letters_of_many_languages_stay(text: str):
    assert changed(text) is None


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(alphabet="aÃ©Â âð€™“√‚Ä¬Å\x81\x9d\u2028", max_size=20) | st.text(max_size=20))
def test_any_text_is_looked_through(text: str):
    found = changed(text)
    assert found is None or (found[0] < found[1] <= len(text) and found[2] != text[found[0] : found[1]])
