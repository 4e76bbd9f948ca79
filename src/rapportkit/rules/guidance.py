"""The form's guidance, and how like it a text is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportkit.model.template import Field, Template, Texts
from rapportkit.text.plain import plain, words

_SENTENCE_END = re.compile(r"(?<=[.?!:;])\s+")
_FEWEST = 5
"""Word triples (so seven words): a shorter text may be like a piece of guidance by chance."""
_LIKE = 0.75
"""The share of triples two texts have in common: one changed word in twelve breaks three of ten."""

Triples = frozenset[tuple[str, ...]]


class Guidance:
    """What a form says to its authors, in all languages of the template."""

    def __init__(self, template: Template) -> None:
        said = [
            part for texts in _texts(template) for text in texts.all() for part in _SENTENCE_END.split(text)
        ]
        self._whole = frozenset(plain(part) for part in said if len(words(part)) > 3)
        self._sentences = tuple(triples for part in said if len(triples := _triples(part)) >= _FEWEST)
        self._all: Triples = frozenset().union(*self._sentences)

    def share(self, text: str) -> str:
        """How much of a text is guidance: "all" of it, "some" of it, or "" for none."""
        own = _triples(text)
        if plain(text) in self._whole:
            return "all"
        if len(own & self._all) < _FEWEST:
            return ""
        if len(own & self._all) >= _LIKE * len(own):
            return "all"
        return "some" if any(len(own & said) >= _LIKE * len(said) for said in self._sentences) else ""


def _texts(template: Template) -> Iterator[Texts]:
    yield template.guidance
    for field in (*template.header, *template.headings, *template.fields):
        yield from _below(field)


def _below(field: Field) -> Iterator[Texts]:
    yield field.guidance
    for inner in (*field.fields, *field.parts):
        yield from _below(inner)


def _triples(text: str) -> Triples:
    said = words(text)
    return frozenset(tuple(said[at : at + 3]) for at in range(len(said) - 2))
