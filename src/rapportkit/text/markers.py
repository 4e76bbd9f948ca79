"""Bullets and item numbers at the start of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

# What programs set before list items: bullets, geometric shapes, ticks, arrows, and the private area
# where symbol fonts keep theirs.
_SIGNS = (
    "\u2022\u2023\u2043\u204c\u204d\u2219\u00b7\u2981\u29be\u2190-\u21ff\u25a0-\u27bf\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff"
    "\ue000-\uf8ff\U0001f300-\U0001faff"
)
# Where ">" quotes a mail, the reader has taken it off before.
_DASHES = r"\-\u2010-\u2015\u2212*+~>"
# Inside a line an arrow, a tick or a middle dot may belong to the sentence; these signs never do.
_INLINE_SIGNS = "•●○◦▪■□▫‣⁃➢➤►▶❖◆◇⮚\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06f\uf02d\uf0e0\uf0be"
# A scanned bullet is read as the letter or sign that looks most like it.
_MISREAD = "e¢©=«o§»°"

# "J. Smith" begins with a name: of the capitals only the first few count, and any before a bracket.
_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]|[ivxIVX]{1,5}|[A-Z](?=\)))"
_BULLET = re.compile(
    # "•Text" and "-Text" are typed in haste; "-text" may be half a word, "*Text" a footnote.
    rf"(?P<marker>[{_SIGNS}](?=\s|[^\W_]|[\"“«‘(]|$)|[{_DASHES}](?=\s|$)|-{{2,3}}(?=\s)|[-–—](?=[A-ZÀ-Þ][a-zß-ÿ]))\s*",
)
_ITEM = re.compile(
    rf"(?P<marker>\({_NUMBER}\)|\[\d{{1,2}}\]|#\d{{1,2}}(?=\s)|{_NUMBER}[.)](?=\s|$)|(?:\d{{1,2}}|[a-z])[.)](?=[A-ZÀ-Þ]))(?:\s+|$|(?=[A-ZÀ-Þ]))",
)
# "2 – Challenges", but neither "6 - 8 December" nor "120 - mostly women - came".
_DASHED = re.compile(r"(?P<marker>\d{1,2})\s+[-–—]\s+(?=[^\W\d_])")
# "2018." and "U.S." are no item numbers; "Q2", "Question 3:" and "No. 4" are.
_ASKED = re.compile(
    r"(?P<marker>(?:(?:Q|Question|Pregunta|N[o°º]\.?)\s?\d{1,2}"
    r"|(?:Section|Sección|Part|Partie|Parte|Point|Punto|Item)\s(?:\d{1,2}|[IVX]{1,4})))"
    r"\s*(?:[.:)]|\s[-–—])\s+",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?P<marker>[A-Z]\.)\s+")
_LEVELS = (("▪■*=§➢❖", 1), ("•●e¢©\uf0b7", 2), ("○◦o", 3))


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with its marker taken off."""

    marker: str
    text: str


def split_marker(line: str, letter: str = "D") -> Marked | None:
    """Take the bullet or item number off a line; None if the line is no list item.

    Of the capitals with a full stop those up to `letter` count: where "D." stands above, "E." is an
    item number and no initial.

    >>> split_marker("  - Local partnerships are key.")
    Marked(marker='-', text='Local partnerships are key.')
    >>> split_marker("- 1. What are the priorities?")
    Marked(marker='- 1.', text='What are the priorities?')
    >>> split_marker("2018 was a good year") is None
    True
    """
    stripped = line.strip()
    bullet = _BULLET.match(stripped)
    rest = stripped[bullet.end() :] if bullet else stripped
    numbered = _numbered(rest, letter)
    if not bullet:
        return numbered
    if numbered and numbered.text:
        return Marked(f"{bullet['marker']} {numbered.marker}", numbered.text)
    return Marked(bullet["marker"], rest.strip())


def _numbered(text: str, letter: str) -> Marked | None:
    for form in (_ITEM, _ASKED, _DASHED, _LETTER):
        found = form.match(text)
        if found and (form is not _LETTER or found["marker"][0] <= letter):
            return Marked(found["marker"], text[found.end() :].strip())
    return None


def next_letter(marker: str, letter: str) -> str:
    """The last capital that may count as an item number after this marker.

    >>> next_letter("D.", "D"), next_letter("•", "E")
    ('E', 'E')
    """
    capital = marker[:1] if marker[:1].isupper() and len(marker.rstrip(".)")) == 1 else ""
    return max(letter, chr(ord(capital) + 1)) if capital and capital < "Z" else letter


def split_misread(line: str) -> Marked | None:
    """Take off a bullet that a scanner misread: one odd sign before a capital letter.

    Word's hollow bullet is pasted as "o", whatever follows it; in a wrapped line it may be a word.

    >>> split_misread("¢ In the Philippines, cooperation")
    Marked(marker='¢', text='In the Philippines, cooperation')
    >>> split_misread("« Nous sommes ici. »") is None
    True
    """
    stripped = line.strip()
    quoted = stripped[:1] == "«" and "»" in stripped
    if len(stripped) > 3 and stripped[0] in _MISREAD and stripped[1] in " \t" and not quoted:
        rest = stripped[1:].strip()
        if stripped[0] == "o" or rest[:1].isupper() or rest[:1] in "‘“\"'(":
            return Marked(stripped[0], rest)
    return None


def is_bullet(marker: str) -> bool:
    """Whether a marker is a bullet or dash (and no number or letter)."""
    return bool(marker) and not any(sign.isalnum() for sign in marker)


def number_of(marker: str) -> int | None:
    """The number that a marker prints, letters and small Roman numerals included; None for bullets.

    >>> [number_of(marker) for marker in ("2.", "- 3)", "(b)", "iv.", "•", "Q2", "4.1.", "Part II")]
    [2, 3, 2, 4, None, 2, 1, 2]
    """
    found = _numbers(marker)
    return found[0] if found else None


def counts_as(marker: str, number: int) -> bool:
    """Whether a marker may print a number: "I." is the ninth letter and the first Roman numeral.

    >>> counts_as("I.", 1), counts_as("i)", 9), counts_as("2.", 3)
    (True, True, False)
    """
    return number in _numbers(marker)


def _numbers(marker: str) -> tuple[int, ...]:
    """The numbers that a marker may mean, the likeliest first."""
    digits = re.findall(r"\d+", marker)
    if digits:
        return (int(digits[-1]),)
    letters = (re.findall(r"[a-zA-Z]+", marker) or [""])[-1].casefold()
    if not letters or marker.strip() in {"e", "o"}:
        return ()
    roman = _roman(letters)
    numeral = () if roman is None else (roman,)
    return (ord(letters) - ord("a") + 1, *numeral) if len(letters) == 1 else numeral


def _roman(letters: str) -> int | None:
    values = {"i": 1, "v": 5, "x": 10}
    if not set(letters) <= set(values):
        return None
    total = 0
    for letter, following in zip(letters, [*letters[1:], ""], strict=True):
        value = values[letter]
        total += -value if values.get(following, 0) > value else value
    return total


def marker_class(marker: str) -> str:
    """What kind of marker this is; items of one list share it.

    >>> [marker_class(marker) for marker in ("•", "¢", "o", "-", "=", "2.", "b.", "(iii)", "10)")]
    ['round', 'round', 'hollow', 'dash', 'square', '1.', 'a.', '(i)', '1)']
    """
    last = marker.rsplit(" ", 1)[-1]
    for signs, level in _LEVELS:
        if last in tuple(signs):
            return ("", "square", "round", "hollow")[level]
    if is_bullet(last):
        return "dash" if set(last) <= set("-–—−") else last
    return re.sub(r"\d+(?:\.\d+)*|[A-Za-z]+", _form, last)


def _form(found: re.Match[str]) -> str:
    run = found[0]
    if run[0].isdigit():
        return "1"
    roman = "i" if _roman(run.casefold()) is not None else "a"
    return roman.upper() if run[0].isupper() else roman


_INLINE = re.compile(rf"(?:(?<=\s)|^)[{_INLINE_SIGNS}](?=\s|$)")


def split_inline(text: str) -> tuple[str, ...]:
    """Cut a line at the bullets inside it; what stands before the first comes first.

    >>> split_inline("• One. • Two. •")
    ('', 'One.', 'Two.', '')
    """
    return tuple(part.strip() for part in _INLINE.split(text))


def split_lettered(text: str) -> tuple[str, ...]:
    """Cut a run-on list "a. … b. … c. …" at its letters or numbers; one piece where there is no such run.

    >>> split_lettered("These include: a. Work b. School c. Health d.")
    ('These include:', 'Work', 'School', 'Health', '')
    """
    for first, form in (("a", "."), ("a", ")"), ("1", "."), ("1", ")")):
        cuts = _chain(text, first, form)
        if len(cuts) > 1:
            edges = [(0, cuts[0][0]), *((end, nxt[0]) for (_, end), nxt in pairwise(cuts))]
            edges.append((cuts[-1][1], len(text)))
            return tuple(text[start:stop].strip() for start, stop in edges)
    return (text.strip(),)


def _chain(text: str, first: str, form: str) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    at, label = 0, first
    while found := re.compile(rf"(?:(?<=\s)|^){re.escape(label + form)}(?=\s|$)").search(text, at):
        cuts.append(found.span())
        at = found.end()
        label = str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)
    return cuts
