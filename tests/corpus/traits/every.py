"""All traits, in the order of the formats."""

from __future__ import annotations

from corpus.traits import pdf_pages, pdf_tables, texts, webs, word_changes, word_controls, word_shape

TRAITS = (
    *word_controls.TRAITS,
    *word_changes.TRAITS,
    *word_shape.TRAITS,
    *pdf_pages.TRAITS,
    *pdf_tables.TRAITS,
    *texts.TRAITS,
    *webs.TRAITS,
)
