"""Bytes to text, by byte order mark first and by the bytes themselves second."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str | None:
    """The text of the bytes; None where they are no text.

    Tried in turn: a byte order mark, UTF-8, UTF-16 by its zero bytes, then the single-byte
    encodings of old Windows and Mac systems as a detector finds them.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    text = _strictly(data, "utf-8")
    if text is not None and "\0" not in text:
        return text
    if b"\0" in data:
        return _utf16(data)
    return _single_byte(data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16(data: bytes) -> str | None:
    """Text in a Latin script has a zero in every second byte."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if max(even, odd) < len(data) * 0.3 or min(even, odd) > len(data) * 0.05:
        return None
    return _strictly(data, "utf-16-be" if even > odd else "utf-16-le")


def _single_byte(data: bytes) -> str | None:
    if sum(byte < 32 and byte not in b"\t\n\r\f\x0b" for byte in data) > len(data) * 0.01:
        return None
    readings = [
        text for encoding in ("cp1252", "mac_roman") if (text := _strictly(data, encoding)) is not None
    ]
    best = max(readings, key=_likelihood)
    if _likelihood(best) >= 0:
        return best
    from charset_normalizer import from_bytes

    detected = from_bytes(data).best()
    return str(detected) if detected else best


_LETTERS = frozenset("àâäáãçéèêëíîïñóôöõúùûüœæßøåÀÂÄÁÃÇÉÈÊËÍÎÏÑÓÔÖÕÚÙÛÜŒÆØÅ")
_SIGNS = frozenset("“”‘’«»„–—…•€°§©®™·¿¡ºª£\xa0")


def _likelihood(text: str) -> int:
    """How well the signs beyond ASCII sit: accented letters inside words, quotes and dashes outside.

    A detector needs more of them than one short report holds.
    """
    total = 0
    for index, sign in enumerate(text):
        if sign.isascii():
            continue
        beside = text[max(0, index - 1) : index] + text[index + 1 : index + 2]
        inside = any(near.isascii() and near.isalpha() for near in beside)
        total += 1 if sign in _SIGNS or (sign in _LETTERS and inside) else -2
    return total
