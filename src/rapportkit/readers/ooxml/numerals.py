"""Counting as Word does: 1, 01, a, iv, 1st, First, а and so on."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ALPHABETS = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "hebrew2": "אבגדהוזחטיכלמנסעפצקרשת",
}
_DIGITS = {
    "hindiNumbers": "०१२३४५६७८९",
    "thaiNumbers": "๐๑๒๓๔๕๖๗๘๙",
    "decimalFullWidth": "０１２３４５６７８９",
}
_CHINESE = frozenset(
    {"chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting",
     "taiwaneseCountingThousand", "koreanCounting", "japaneseDigitalTenThousand", "taiwaneseDigital"}
)  # fmt: skip
_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def spell(count: int, kind: str) -> str:
    """A number in one of Word's ways to count; kinds that are not known count 1, 2, 3.

    >>> [spell(4, kind) for kind in ("decimal", "decimalZero", "lowerLetter", "upperRoman", "ordinal")]
    ['4', '04', 'd', 'IV', '4th']
    >>> spell(28, "lowerLetter"), spell(21, "ordinalText"), spell(14, "chineseCounting"), spell(7, "001")
    ('bb', 'Twenty-first', '十四', '007')
    """
    if kind == "none":
        return ""
    if count < 1:
        return str(count)
    if kind in {"lowerRoman", "upperRoman"}:
        return _roman(count) if kind == "lowerRoman" else _roman(count).upper()
    if kind in _ALPHABETS:
        return _letter(count, _ALPHABETS[kind])
    if kind in _DIGITS:
        return str(count).translate(str.maketrans("0123456789", _DIGITS[kind]))
    if kind in _CHINESE:
        return _chinese(count)
    if kind.isdecimal() and kind.startswith("0"):
        return str(count).zfill(len(kind))
    return _in_words_or_figures(count, kind)


def _in_words_or_figures(count: int, kind: str) -> str:
    match kind:
        case "decimalZero":
            return f"{count:02}"
        case "ordinal":
            return f"{count}{_suffix(count)}"
        case "cardinalText":
            return _words(count).capitalize()
        case "ordinalText":
            return _ordinal(count).capitalize()
        case "decimalEnclosedParen":
            return f"({count})"
        case "decimalEnclosedFullstop":
            return f"{count}."
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if count <= 20:
            return chr(0x2460 + count - 1)
        case "numberInDash":
            return f"- {count} -"
        case _:
            return str(count)


def _roman(count: int) -> str:
    if count > 20_000:  # a list that long is no list; figures stay short
        return str(count)
    letters = []
    for size, sign in _ROMAN:
        letters.append(sign * (count // size))
        count %= size
    return "".join(letters)


def _letter(count: int, alphabet: str) -> str:
    """Word doubles the letter after the last one: z, aa, bb."""
    times, place = divmod(count - 1, len(alphabet))
    return alphabet[place] * (times + 1) if times < 20 else str(count)


def _suffix(count: int) -> str:
    return "th" if count % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")


def _words(count: int) -> str:
    if count < 20:
        return _ONES[count]
    if count < 100:
        tens, ones = divmod(count, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    return str(count)


def _ordinal(count: int) -> str:
    head, dash, last = _words(count).rpartition("-")
    if last.isdecimal():
        return f"{count}{_suffix(count)}"
    last = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return head + dash + last


def _chinese(count: int) -> str:
    digits = "〇一二三四五六七八九"
    if count >= 100:
        return "".join(digits[int(figure)] for figure in str(count))
    tens, ones = divmod(count, 10)
    return ("" if tens < 2 else digits[tens]) + ("十" if tens else "") + (digits[ones] if ones else "")
