"""XML in whatever encoding, worked on as UTF-8: offsets into it are then the same for the parser and for us."""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(rb"""\A<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_STARTS = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


def opened(data: bytes) -> tuple[bytes, str]:
    """A part's XML as UTF-8, and the encoding to write it back in.

    Raises ValueError or LookupError where the bytes are not what they say.
    """
    codec = _codec(data)
    if codec == "utf-8":
        return data, codec
    text = data.decode(codec)
    if text.encode(codec) != data:
        raise ValueError(codec)
    return text.encode(), codec


def closed(utf8: bytes, codec: str) -> bytes:
    """UTF-8 written back; signs that the encoding does not have become references to characters."""
    return utf8 if codec == "utf-8" else utf8.decode().encode(codec, "xmlcharrefreplace")


def _codec(data: bytes) -> str:
    for start, codec in _STARTS:
        if data.startswith(start):
            return codec
    declared = _DECLARED.match(data)
    codec = codecs.lookup(declared[1].decode()).name if declared else "utf-8"
    return "utf-8" if codec in {"ascii", "utf-16"} else codec
