"""Names of the XML that OpenDocument files are made of, and the small values those names carry."""

from __future__ import annotations

import re

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, STYLE, DRAW, FORM = (
    f"{_OASIS}{name}:1.0}}" for name in ("office", "text", "table", "style", "drawing", "form")
)
FO, SVG = f"{_OASIS}xsl-fo-compatible:1.0}}", f"{_OASIS}svg-compatible:1.0}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XLINK, DC = "{http://www.w3.org/1999/xlink}", "{http://purl.org/dc/elements/1.1/}"
META = f"{_OASIS}meta:1.0}}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

P, H, LIST, NAME = TEXT + "p", TEXT + "h", TEXT + "list", STYLE + "name"
STYLE_NAME = TEXT + "style-name"

_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(in|cm|mm|pt|pc|px)")
_POINTS = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0, "pc": 12.0, "px": 0.75}


def whole(text: str | None, most: int = 1000) -> int | None:
    """A whole number from 0 to `most` as XML writes it, None for anything else.

    >>> whole("12"), whole("12345678"), whole("one"), whole(None)
    (12, 1000, None, None)
    """
    return min(int(text), most) if text and re.fullmatch(r"\d{1,9}", text, re.ASCII) else None


def points(text: str | None) -> float | None:
    """A length in points; None where there is none.

    >>> points("0.5in"), points("1.27cm"), points("12%")
    (36.0, 36.0, None)
    """
    measure = _LENGTH.fullmatch(text or "")
    return None if measure is None else round(float(measure[1]) * _POINTS[measure[2]], 2)
