"""A tag: what a point is about, or whom it names, with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TagKind = Literal["gcm", "sdg", "country", "group"]
"""An objective of the Global Compact, a Sustainable Development Goal or target, a country, a group."""

How = Literal["cited", "inferred"]
"""Said in so many words (by number, by name), or concluded from the words."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of a text.

    `id` is "gcm-15", "sdg-8", "sdg-10.7", an ISO 3166 alpha-3 code or the name of a group; `words` are the
    words that gave it, and `span` is where they stand: text[start:stop] == words.
    """

    kind: TagKind
    id: str
    how: How
    span: tuple[int, int]
    words: str
