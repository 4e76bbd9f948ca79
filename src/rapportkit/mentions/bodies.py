"""Bodies that are called after a place: “the City of Ejemplo and the Port of Muster”."""

from __future__ import annotations

import re

from rapportkit.mentions.persons import Span
from rapportkit.mentions.vocabulary import UPPER

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
