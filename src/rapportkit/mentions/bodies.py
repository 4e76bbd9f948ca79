"""Bodies that are called after a place: “the City of Ejemplo and the Port of Muster”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapportkit.mentions.persons import Span, Word
from rapportkit.mentions.vocabulary import UPPER, vocabulary

_NEAR, _FAR = 40, 80
_BODY = (
    r"(?:City|Cities|Town|Municipality|Province|County|Canton|Region|Port|Prefecture|District|Ville|Commune|Canton|"
    r"Ciudad|Municipio|Ayuntamiento|Alcaldía|Provincia)\s+(?:of|de la|de|du|des|del)\s+(?:the\s+)?"
)
_BODY_OF = re.compile(rf"\b{_BODY}$")
_BODY_AHEAD = re.compile(
    rf"\b{_BODY}{UPPER}[\w'’-]*(?:\s(?:de\s)?{UPPER}[\w'’-]*){{0,3}}"
    r"(?:\s*,\s*(?:and\s+|et\s+|y\s+)?|\s+(?:and|et|y|&)\s+)(?:the\s+|la\s+|le\s+)?$"
)


def with_body(text: str, span: Span) -> Span:
    """Widen a place to the body that is called after it, and to those listed ahead: “City of A and the City of B”."""
    start, end = span
    body = _BODY_OF.search(text, max(0, start - _NEAR), start)
    while body:
        start = body.start()
        body = _BODY_AHEAD.search(text, max(0, start - _FAR), start)
    return start, end


def is_organisation(words: Sequence[Word], *, is_marked: bool) -> bool:
    """Whether capitalised words name an organisation: proper, in capitals, or with a word such as “Alliance”.

    One word that is not `is_marked`, such as the first of a sentence, must be in capitals.
    """
    known = vocabulary()
    plain = [word.plain for word in words]
    if " ".join(plain) in known.bodies:
        return True
    if plain[-1] in known.generic_speakers or set(plain) <= known.no_affiliation:
        return False
    if any(len(word.text) > 1 and word.text.isupper() for word in words):
        return True
    is_proper = any(one not in known.ordinary and not known.is_title(one) for one in plain)
    return is_marked and (is_proper or (len(words) > 1 and not known.organisations.isdisjoint(plain)))
