"""Bullets and item numbers at the start of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

BULLETS = "•●○◦▪■□▫‣⁃∙·➢➤►▶✓✔❖◆◇⮚\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06f\uf02d\uf0e0\uf0be"
_DASHES = "-–—−*"
# A scanned bullet is read as the letter or sign that looks most like it.
_MISREAD = "e¢©=«o§»°"

# "J. Smith" begins with a name: of the capitals only the first few count, and any before a bracket.
_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]|[A-D]|[ivxIVX]{1,5}|[A-Z](?=\)))"
_ITEM = re.compile(
    rf"(?P<marker>[{re.escape(BULLETS)}]|[{re.escape(_DASHES)}](?=\s)|\({_NUMBER}\)|{_NUMBER}[.)])(?:\s+|$)",
)
# "2018." and "U.S." are no item numbers; "Q2", "Question 3:" and "No. 4" are.
_ASKED = re.compile(r"(?P<marker>(?:Q|Question|Pregunta|N[o°º]\.?)\s?\d{1,2})\s*[.:)–-]\s+", re.IGNORECASE)
_LEVELS = (("▪■*=§➢❖", 1), ("•●e¢©\uf0b7", 2), ("○◦o", 3))


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with its marker taken off."""

    marker: str
    text: str


def split_marker(line: str) -> Marked | None:
    """Take the bullet or item number off a line; None if the line is no list item.

    >>> split_marker("  - Local partnerships are key.")
    Marked(marker='-', text='Local partnerships are key.')
    >>> split_marker("- 1. What are the priorities?")
    Marked(marker='- 1.', text='What are the priorities?')
    >>> split_marker("2018 was a good year") is None
    True
    """
    stripped = line.strip()
    found = _ITEM.match(stripped) or _ASKED.match(stripped)
    if not found:
        return None
    marker, rest = found["marker"], stripped[found.end() :]
    if is_bullet(marker):
        inner = _ITEM.match(rest)
        if inner and number_of(inner["marker"]) is not None and inner.end() < len(rest):
            return Marked(f"{marker} {inner['marker']}", rest[inner.end() :].strip())
    return Marked(marker, rest.strip())


def split_misread(line: str) -> Marked | None:
    """Take off a bullet that a scanner misread: one odd sign before a capital letter.

    >>> split_misread("¢ In the Philippines, cooperation")
    Marked(marker='¢', text='In the Philippines, cooperation')
    >>> split_misread("« Nous sommes ici. »") is None
    True
    """
    stripped = line.strip()
    quoted = stripped[:1] == "«" and "»" in stripped
    if len(stripped) > 3 and stripped[0] in _MISREAD and stripped[1] in " \t" and not quoted:
        rest = stripped[1:].strip()
        if rest[:1].isupper() or rest[:1] in "‘“\"'(":
            return Marked(stripped[0], rest)
    return None


def is_bullet(marker: str) -> bool:
    """Whether a marker is a bullet or dash (and no number or letter)."""
    return len(marker) == 1 and not marker.isalnum()


def number_of(marker: str) -> int | None:
    """The number that a marker prints, letters and small Roman numerals included; None for bullets.

    >>> [number_of(marker) for marker in ("2.", "- 3)", "(b)", "iv.", "•", "Q2", "4.1.")]
    [2, 3, 2, 4, None, 2, 1]
    """
    digits = re.findall(r"\d+", marker)
    if digits:
        return int(digits[-1])
    letters = re.sub(r"[^a-zA-Z]", "", marker).casefold()
    if not letters or marker.strip() in {"e", "o"}:
        return None
    if len(letters) == 1:
        return ord(letters) - ord("a") + 1
    return _roman(letters)


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
    if len(last) == 1 and not last.isalnum():
        return "dash" if last in "-–—−" else last
    return re.sub(r"\d+(?:\.\d+)*|[A-Za-z]+", _form, last)


def _form(found: re.Match[str]) -> str:
    run = found[0]
    if run[0].isdigit():
        return "1"
    roman = "i" if _roman(run.casefold()) is not None else "a"
    return roman.upper() if run[0].isupper() else roman


_INLINE = re.compile(rf"(?:(?<=\s)|^)[{re.escape(BULLETS)}](?=\s|$)")


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
