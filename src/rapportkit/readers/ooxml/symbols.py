"""Letters of the picture fonts (Symbol, Wingdings, Webdings) as the signs that they show."""

from __future__ import annotations

import re

CHECKED, UNCHECKED = "☒", "☐"
PICTURE_FONTS = frozenset({"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"})


def _lay_out(*stretches: tuple[int, str]) -> dict[int, str]:
    """A font's table from stretches of signs, each with the code of its first sign."""
    return {code: sign for start, signs in stretches for code, sign in enumerate(signs, start)}


_SYMBOL = _lay_out(
    (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    (0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
    (0xE0, "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"),
    (0xF1, "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
)
# The two empty boxes that forms use (6F and A8) are both shown as the ballot box.
_WINGDINGS = _lay_out(
    (0x20, " ✏✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭"),
    (0x45, "☜☞☝☟🖐☺😐☹"),
    (0x6C, "●❍■☐❐❑❒⬧⧫◆❖⬥⌧⮹"),
    (0x7D, "“”"),
    (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0x9E, "·•▪○⭕◯◉◎🔿▪☐🟂✦★"),
    (0xD5, "⌫⌦⮘➢⮙⮛⮈➲⮉⮋←→↑↓↖↗↙↘←➔"),
    (0xEF, "⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂"),
    (0xFB, "✗✓☒☑"),
)
_WINGDINGS_2 = _lay_out((0x2A, "☐"), (0x4F, "✗✓☒☑☒☒☒✗"), (0x95, "·•●●"), (0x9F, "·▪▪■☐"), (0xAA, "✦"))
_WINGDINGS_3 = _lay_out((0x21, "→→↑↓↖↗↙↘"), (0x66, "←→↑↓"), (0x70, "▲▼△▽◀▶◁▷"), (0x7C, "◀▶"), (0x84, "◀▶"))
_WEBDINGS = _lay_out(
    (0x33, "◀▶▲▼⏪⏩"), (0x3C, "■●"), (0x61, "✓"), (0x63, "☐"), (0x67, "■"), (0x6E, "●"), (0x72, "✗")
)
_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}
# Without a font the private codes are read as Word's own bullets are: Symbol's dot, then Wingdings.
_UNNAMED = _SYMBOL | _WINGDINGS | {0xB7: "•"}
_PRIVATE = range(0xF020, 0xF100)
_ANY_PRIVATE = re.compile("[\uf020-\uf0ff]")


def glyph(font: str, code: int) -> str:
    """The sign that a font shows for a code; the character itself where that is not known.

    >>> glyph("Symbol", 0xF0B7), glyph("Wingdings", 0xF0FE), glyph("", 0xF0A7), glyph("Arial", 0x41)
    ('•', '☑', '▪', 'A')
    """
    table = _FONTS.get(font.lower())
    if table is None:
        table = _UNNAMED if code in _PRIVATE else {}
    known = table.get(code & 0xFF if code in _PRIVATE else code)
    return known or (chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd")


def plain(text: str, font: str = "") -> str:
    r"""Text with the private codes of picture fonts read; a lone letter set in such a font is a sign too.

    >>> plain("\uf0b7 One"), plain("ü", "Wingdings"), plain("word", "Wingdings")
    ('• One', '✓', 'word')
    """
    if len(text) == 1 and font.lower() in PICTURE_FONTS:
        return glyph(font, ord(text))
    if not _ANY_PRIVATE.search(text):
        return text
    return "".join(glyph(font, ord(letter)) if ord(letter) in _PRIVATE else letter for letter in text)
