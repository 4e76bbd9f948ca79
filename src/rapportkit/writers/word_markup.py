"""Text as WordprocessingML can hold it."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

# What XML 1.0 cannot hold; a stray one would make the whole file unreadable.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Escape a text, without the signs that XML forbids."""
    return escape(_FORBIDDEN.sub("", text))
