"""Letters as PDF fonts name them: private codes of symbol fonts, ligatures, invisible signs."""

from __future__ import annotations

import re

# Codes of the Symbol and Wingdings fonts, which the private use area repeats at U+F000.
_SYMBOLS = {
    0x2D: "–", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x72: "❑", 0x73: "◆", 0x74: "◆", 0x75: "◆",
    0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA3: "☐", 0xA4: "◉",
    0xA7: "▪", 0xA8: "☐", 0xB7: "•", 0xBE: "–", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip

_PRIVATE = {0xF000 + code: sign for code, sign in _SYMBOLS.items()}
_CLEANED = {
    **_PRIVATE,
    0x00AD: None, 0x200B: None, 0x2060: None, 0xFEFF: None,
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip
_UNPRINTED = {code: None for code in (*range(32), 127, *range(0x80, 0xA0)) if code != 2}

BULLET = "•"
HYPHEN = "\x02"
"""What a hyphen at a line end is written as until two lines are joined (see text/hyphens.py)."""

SOFT = "\xad"
"""A hyphen that is there for the line's end alone; kept where it ends a word."""

STRANGE = re.compile(r"[^\s!-~À-ɏ\u2013-\u201e]")
"""Any letter that may have to be cleaned."""

_MEANINGLESS = re.compile("[\ufffd\ue000-\uf8ff]")
_PLAIN = re.compile(r"[!-~À-ɏ\u2013-\u201e]*")


def clean(text: str, *, symbolic: bool = False) -> str:
    r"""Write a run of letters as people would type it.

    `symbolic` says that its font is Symbol, Wingdings or the like, where letters stand for signs.

    >>> clean("e\ufb03cient"), clean("\uf0b7"), clean("\xa7", symbolic=True)
    ('efficient', '•', '▪')
    """
    if symbolic and len(text) == 1 and text < "\u0100":
        return _SYMBOLS.get(ord(text), BULLET if text.isalnum() else text)
    if (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text):
        return text
    soft = text.endswith(SOFT)
    text = text.replace("\ufffe", HYPHEN).translate(_CLEANED).translate(_UNPRINTED) + SOFT * soft
    if len(text) == 1 and "\uf020" <= text <= "\uf0ff":
        return BULLET
    return text


def is_symbolic(font: str) -> bool:
    """Whether a font's name says that its letters are signs."""
    return any(word in font.casefold() for word in ("wingdings", "webdings", "dingbats"))


def is_bold(font: str) -> bool | None:
    """Whether a font's name says that it is bold; None where the name says nothing.

    >>> is_bold("BCDEEE+Calibri-Bold"), is_bold("ArialMT"), is_bold("CIDFont+F1")
    (True, False, None)
    """
    name = font.rpartition("+")[2]
    if not name or re.fullmatch(r"(?:CIDFont.*|F\d+|Font\d*|T3.*|[A-Z]\d*)", name):
        return None
    return re.search(r"bold|black|heavy|demi|cmbx|-medi$|-bd", name, re.IGNORECASE) is not None


def is_unreadable(text: str) -> bool:
    """Whether most letters of a text have no meaning: fonts without Unicode, or with a false one."""
    if text.isascii():
        return False
    odd = len(_MEANINGLESS.findall(text))
    return odd > 0 and odd > 0.5 * sum(map(len, text.split()))
