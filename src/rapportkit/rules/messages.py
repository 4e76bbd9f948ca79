"""The sentences of the rules in other languages than English, which stands beside each rule.

A catalogue maps "L001.many" to (message, help), with the same {names} as the English sentence.
A sentence that a catalogue lacks is said in English.
"""

from __future__ import annotations

from collections.abc import Mapping

Catalogue = Mapping[str, tuple[str, str]]

CATALOGUES: Mapping[str, Catalogue] = {}
"""Base language tag to catalogue."""


def worded(code: str, key: str, language: str) -> tuple[str, str] | None:
    """The message and help of a rule's sentence in a language; None where English must do."""
    base = language.partition("-")[0].casefold()
    return CATALOGUES.get(base, {}).get(f"{code}.{key}")
