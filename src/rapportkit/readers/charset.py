"""Bytes to text where the file itself names an encoding, as web pages and mails do."""

from __future__ import annotations

import re

from rapportkit.text.decode import decode

# What browsers read under these names; the first two are what people have called Windows-1252.
_MEANT = {"iso-8859-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "latin1": "cp1252"} | {
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "macintosh": "mac_roman",
    "x-mac-roman": "mac_roman",
}
# A file may name any codec of Python's, some of which are no encodings of text or take ages.
_KNOWN = re.compile(
    r"utf-?(?:8|16|32)(?:[-_]?[bl]e)?(?:-sig)?|iso-?8859-\d{1,2}(?:-[ei])?|windows-\d{3,4}|cp\d{3,4}|koi8-[ru]"
    r"|gb18030|big5(?:-?hkscs)?|euc-(?:jp|kr)|iso-2022-(?:jp|kr)|mac_\w{4,10}|tis-620|viscii",
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def decoded(data: bytes, declared: str = "") -> str | None:
    r"""The text of some bytes; None where they are no text.

    Bytes tell more than names do: a byte order mark and sound UTF-8 come before what is declared,
    since a file saved anew often keeps the old name of its encoding.

    >>> decoded(b"caf\xe9", "iso-8859-1"), decoded("café".encode(), "iso-8859-1")
    ('café', 'café')
    """
    name = declared.strip("\"' \t").casefold()
    name = _MEANT.get(name, name)
    if not data.startswith(_MARKS) and _KNOWN.fullmatch(name) and not name.startswith("utf"):
        text = _strictly(data, name)
        if text is not None and (data.isascii() or _strictly(data, "utf-8") is None):
            return text
    return decode(data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
