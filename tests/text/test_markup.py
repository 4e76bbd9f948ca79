"""Marks of a converter: seen by `stray_mark` just where `clean` takes something off."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.text.markup import clean, is_markdown, spaced, stray_mark


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("<ul style='x'> one", "<ul style='x'>"),
        ("a **b** <p>c</p>", "<p>"),
        ("R&amp;D", "&amp;"),
        ("a **b** c", "**b**"),
        ("an _odd_ one", "_odd_"),
        ("[here](https://example.org)", "[here](https://example.org)"),
        ("R&D; 2 * 3 * 4 < 5 > 1, snake_case_name, [1] (2)", ""),
        ("**not closed", ""),
    ],
)
def test_the_first_mark_is_seen(text: str, mark: str):
    assert stray_mark(text) == mark
    assert is_markdown(mark) == (mark[:1] not in {"<", "&"})


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(alphabet="ab <>p/*_&;[](:)", max_size=24))
def test_a_text_with_a_mark_is_changed_by_cleaning(text: str):
    if stray_mark(text):
        assert clean(text) != spaced(text)
