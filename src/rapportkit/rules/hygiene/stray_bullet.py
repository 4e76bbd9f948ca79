"""A bullet stands where it is no bullet: in the middle of a line, after another one, or misread by a scanner.

Why it matters: what looks like two points to you is one to everybody who counts, and a sign that was
misread may be taken for a letter.

Example: "Cities • Regions" in one bullet, "• – Local partnerships", or a scan in which bullets became
"e", "¢" and "«". Several of one kind under a question are told once.

How to mend: start a new line for each point, and let the word processor set the bullets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapportkit.model.document import Block, BlockKind
from rapportkit.model.finding import Finding, Severity
from rapportkit.model.location import Location
from rapportkit.rules.hygiene.answered import answered, field_of
from rapportkit.rules.quoting import around, shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said

_SIGNS = "•●○◦▪■□▫‣⁃➢➤►▶❖◆◇⮚\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d\uf0e0"
_AT_START = re.compile(rf"[{_SIGNS}]\s*|[·*–—]\s+(?=[^\W\d_])")
_INSIDE = re.compile(rf"(?<=\S)\s+[{_SIGNS}](?=\s|$)")
_AFTER = re.compile(rf"(?:[{_SIGNS}]|[·*–—-](?=\s))\s*(?=\S)")
_SURE = frozenset("¢©«°e")
"""What scanners make of a bullet, and nobody types as one."""
_MISREAD = _SURE | frozenset("o=§»")
_TEXTS = frozenset({"txt", "eml"})
_FEWEST_MISREAD = 2


class _Stray(NamedTuple):
    """A bullet that is none: the key of the sentence, the point, words around it, its place."""

    key: str
    pointer: str
    quote: str
    location: Location | None


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield one finding for each kind of stray bullet under a question, at the first."""
    found: dict[tuple[str, str], list[_Stray]] = {}
    for stray in (*_in_points(reading), *_in_blocks(reading)):
        found.setdefault((field_of(reading, stray.pointer), stray.key), []).append(stray)
    for (field, key), strays in found.items():
        first = strays[0]
        yield rule.finding(
            reading,
            key,
            first.pointer,
            location=first.location,
            label=reading.label(field),
            quote=first.quote,
            count=len(strays),
        )


def _in_points(reading: Reading) -> Iterator[_Stray]:
    for pointer, point, _ in reading.points:
        if begin := _AT_START.match(point.text):
            yield _Stray("doubled", pointer, around(point.text, begin.span()), None)
        elif inside := _INSIDE.search(point.text):
            yield _Stray("inside", pointer, around(point.text, inside.span()), None)


def _in_blocks(reading: Reading) -> Iterator[_Stray]:
    """What the reading of the report took off: bullets typed into paragraphs and items, bullets misread."""
    told = {pointer for _, pointer, *_ in _in_points(reading)}
    misread: dict[str, list[_Stray]] = {}
    sure: set[str] = set()
    tagged = {each.location.line for each in reading.report.remarks if each.code == "H001"}
    above: Block | None = None
    for pointer, block in answered(reading):
        place = reading.location(pointer) if block.location.line is None else block.location
        if _is_misread(block, reading):
            field = field_of(reading, pointer)
            quote = around(f"{block.marker} {block.text}", (0, 1))
            misread.setdefault(field, []).append(_Stray("misread", pointer, quote, place))
            sure |= {field} if block.marker in _SURE else set()
        elif pointer not in told and (stray := _typed(block)):
            key, span = stray
            yield _Stray(key, pointer, around(block.text, span), place)
        elif above and _is_parted(above, block) and place and place.line not in tagged:
            yield _Stray("inside", pointer, shortened(f"… {block.text}"), place)
        above = block
    for field, strays in misread.items():
        if field in sure and len(strays) >= _FEWEST_MISREAD:
            yield from strays


def _typed(block: Block) -> tuple[str, tuple[int, int]] | None:
    """A bullet typed behind the bullet of a list, or inside a line; None where there is none."""
    if block.kind is BlockKind.ITEM and block.marker and (begin := _AFTER.match(block.text)):
        return "doubled", begin.span()
    inside = _INSIDE.search(block.text)
    return ("inside", inside.span()) if inside else None


def _is_parted(above: Block, block: Block) -> bool:
    """Whether a block of a text file was the end of the line that the one above it begins."""
    one, other = above.location, block.location
    same = (one.line, one.table, one.row, one.cell) == (other.line, other.table, other.row, other.cell)
    return block.kind is BlockKind.ITEM and same and other.line is not None and other.page is None


def _is_misread(block: Block, reading: Reading) -> bool:
    """Whether the marker of a block is a letter or sign in which a bullet was seen.

    Word and PDF files may have a hollow bullet that is the letter "o".
    """
    typed = reading.report.source.format in _TEXTS or (
        reading.document is not None and reading.document.trust < 1
    )
    return typed and block.marker in _MISREAD


RULE = Rule(
    "H003",
    "stray-bullet",
    Severity.WARNING,
    __doc__,
    check,
    {
        "inside": Said("{label} has a bullet inside a line: “{quote}”", "Start a new line for each point."),
        "doubled": Said("{label} has a bullet too many: “{quote}”", "Delete the sign that was typed."),
        "misread": Said(
            "{label} has bullets that were misread as letters or signs: “{quote}”, {count} of them",
            "Set these bullets again.",
        ),
    },
)
