"""A text's bytes taken apart so that they can be put together again in the same encoding."""

from __future__ import annotations

import codecs
from encodings.aliases import aliases

from rapportkit.text.decode import decode

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_USUAL = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "mac_roman")
# Not those that write one text in several ways, or are no writing of a text at all.
_NONE = frozenset(
    {"utf_7", "punycode", "idna", "unicode_escape", "raw_unicode_escape", "utf_8_sig", "utf_16", "utf_32"}
)
_OTHERS = tuple(sorted(set(aliases.values()) - _NONE))


def opened(data: bytes) -> tuple[str, bytes, str] | None:
    r"""A text as its reader decodes it, its byte order mark and its encoding; None where no encoding gives it back.

    >>> opened(b"\xef\xbb\xbfcaf\xc3\xa9"), opened(b"caf\xe9")
    (('café', b'\xef\xbb\xbf', 'utf-8'), ('café', b'', 'cp1252'))
    """
    text = decode(data)
    if text is None:
        return None
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return (text, mark, codec) if _gives(text, codec, data[len(mark) :]) else None
    return next(((text, b"", codec) for codec in (*_USUAL, *_OTHERS) if _gives(text, codec, data)), None)


def fits(text: str, codec: str) -> bool:
    """Whether an encoding has all signs of a text."""
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _gives(text: str, codec: str, data: bytes) -> bool:
    try:
        return text.encode(codec) == data
    except (UnicodeError, LookupError):
        return False
