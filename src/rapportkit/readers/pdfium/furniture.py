"""Running headers, footers and page numbers: what stands at one height on page after page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapportkit.model.document import Furniture, FurnitureKind
from rapportkit.model.location import Location
from rapportkit.readers.pdfium.layout import Item, Line, Page, Piece, Table, around, spell
from rapportkit.readers.pdfium.lines import line_of

BAND = 0.2  # the part of a page's height, above and below, where furniture stands
DEPTH = 5  # lines looked at from each edge
APART = 2.0  # times the letter size: how far titles stand from the text
SAME = 4.0  # points: furniture stands at one height on every page

_PAGE_WORDS = r"pages?|p|pg|página|pagina|pág|seite|стр|страница|صفحة|of|de|sur|von|из|من|la|le|el|no|nr|n"
_NUMBER_ONLY = re.compile(rf"(?:\W|\b(?:{_PAGE_WORDS})\b|\b[ivxlc]+\b|\d)*", re.IGNORECASE)
_ONE_NUMBER = re.compile(
    rf"\W*(?:(?:{_PAGE_WORDS})\W+)?(?P<page>\d{{1,4}}|[ivxlc]{{1,6}})"
    rf"(?:\W*(?:(?:{_PAGE_WORDS})\W*)?(?P<of>\d{{1,4}}))?(?:\W+(?:{_PAGE_WORDS}))?\W*",
    re.IGNORECASE,
)


Key = tuple[int, int, float]
Kinds = dict[Key, FurnitureKind]
"""Page, line and first piece of a strip to what it is."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Words that stand together near a page's edge, apart from others on their line.

    `edge` is the distance from the edge, `depth` the number of lines nearer to it, `gap` the distance
    to the next line away from it.
    """

    page: int
    line: int
    pieces: tuple[Piece, ...]
    upper: bool
    edge: float
    depth: int
    gap: float

    @property
    def text(self) -> str:
        """Its words."""
        return spell(self.pieces)


def take_furniture(pages: Sequence[Page]) -> tuple[list[Page], list[Furniture]]:
    """Take headers, footers and page numbers off the pages."""
    strips = [strip for page in pages for strip in _strips(page)]
    kinds = _repeated(strips, len(pages))
    for strip in strips:
        if _key(strip) not in kinds and _is_own_number(
            strip, pages[strip.page - pages[0].number], len(pages)
        ):
            kinds[_key(strip)] = FurnitureKind.PAGE_NUMBER
    for strip in (*_in_slots(strips, len(pages)), *_set_aside(strips, pages)):
        kinds.setdefault(_key(strip), FurnitureKind.HEADER if strip.upper else FurnitureKind.FOOTER)
    kinds = _outermost(strips, kinds)
    taken: defaultdict[int, set[int]] = defaultdict(set)
    found: list[Furniture] = []
    told: set[tuple[FurnitureKind, str]] = set()
    for strip in strips:
        kind = kinds.get(_key(strip))
        if kind is None:
            continue
        taken[strip.page] |= {id(piece) for piece in strip.pieces}
        if kind is FurnitureKind.PAGE_NUMBER or (kind, strip.text) not in told:
            told.add((kind, strip.text))
            found.append(furniture_of(kind, strip.page, strip.line, strip.pieces))
    return [_without(page, taken[page.number]) for page in pages], found


def _outermost(strips: Sequence[Strip], kinds: Kinds) -> Kinds:
    """Keep what stands at the very edge: what repeats below a page's own text is text that repeats."""
    found = {_key(strip) for strip in strips if _key(strip) in kinds}
    depths: defaultdict[tuple[int, bool], set[int]] = defaultdict(set)
    for strip in strips:
        if _key(strip) in found:
            depths[strip.page, strip.upper].add(strip.depth)
    kept: Kinds = {}
    for strip in strips:
        if _key(strip) in found and set(range(strip.depth)) <= depths[strip.page, strip.upper]:
            kept[_key(strip)] = kinds[_key(strip)]
    return kept


def furniture_of(kind: FurnitureKind, page: int, line: int | None, pieces: Sequence[Piece]) -> Furniture:
    """Furniture made of some pieces, with its place."""
    box = around(piece.box for piece in pieces)
    return Furniture(kind, spell(pieces).replace("\x02", "-"), Location(page=page, line=line, box=box))


def _key(strip: Strip) -> Key:
    return strip.page, strip.line, strip.pieces[0].order


def _strips(page: Page) -> list[Strip]:
    """The words near a page's upper and lower edge, cut at wide gaps."""
    lines = [item for item in page.items if isinstance(item, Line)]
    ordered = sorted(lines, key=lambda line: line.base)
    found: list[Strip] = []
    for upper, chosen in ((True, ordered), (False, ordered[::-1])):
        for depth, line in enumerate(chosen[:DEPTH]):
            edge = line.base if upper else page.height - line.base
            gap = abs(chosen[depth + 1].base - line.base) if depth + 1 < len(chosen) else page.height
            if edge <= BAND * page.height and (upper or line.base > page.height / 2):
                parts = _cut(line)
                found += [
                    Strip(page.number, page.line_at(line.base), part, upper, edge, depth, gap)
                    for part in parts
                ]
    return found


def _cut(line: Line) -> list[tuple[Piece, ...]]:
    parts: list[list[Piece]] = []
    for piece in line.pieces:
        if parts and abs(piece.x0 - parts[-1][-1].x1) <= 2 * line.size:
            parts[-1].append(piece)
        else:
            parts.append([piece])
    return [tuple(part) for part in parts]


def _repeated(strips: Sequence[Strip], pages: int) -> Kinds:
    """Which strips stand on most pages at one height with one wording, but for the page's number."""
    groups: defaultdict[tuple[bool, str, int], list[Strip]] = defaultdict(list)
    for strip in strips:
        for wording, offset in _wordings(strip):
            groups[strip.upper, wording, offset].append(strip)
    kinds: Kinds = {}
    for (upper, wording, _), members in sorted(groups.items(), key=lambda entry: -len(entry[1])):
        level = _same_height(members)
        count = len({strip.page for strip in level})
        if count < 2 or count < _needed(pages, wording):
            continue
        kind = FurnitureKind.HEADER if upper else FurnitureKind.FOOTER
        if "#" in wording and _NUMBER_ONLY.fullmatch(wording.replace("#", "")):
            kind = FurnitureKind.PAGE_NUMBER
        for strip in level:
            kinds.setdefault(_key(strip), kind)
    return kinds


def _needed(pages: int, wording: str) -> float:
    """On how many pages furniture stands at least: left and right pages may differ, so may the first."""
    if "#" in wording:
        return 0.3 * pages
    return 0.6 * (pages - 1) if pages < 6 else 0.4 * pages


def _in_slots(strips: Sequence[Strip], pages: int) -> list[Strip]:
    """Titles that change from chapter to chapter: at one height most pages have one that comes again."""
    outer = [strip for strip in strips if strip.depth == 0 and strip.gap >= APART * strip.pieces[0].size]
    times = Counter((strip.upper, " ".join(strip.text.split())) for strip in outer)
    again = [strip for strip in outer if times[strip.upper, " ".join(strip.text.split())] > 1]
    found: list[Strip] = []
    for upper in (True, False):
        here = [strip for strip in again if strip.upper is upper]
        level = _same_height(here) if here else []
        if pages > 3 and len({strip.page for strip in level}) >= 0.6 * pages:
            found += level
    return found


def _set_aside(strips: Sequence[Strip], pages: Sequence[Page]) -> list[Strip]:
    """The strips that the file itself sets apart from its text, where it does not do so with all of it."""
    found = [strip for strip in strips if all(piece.aside for piece in strip.pieces)]
    if not found:
        return []
    told = {
        item.page
        for page in pages
        for item in page.items
        if isinstance(item, Table) or not all(piece.aside for piece in item.pieces)
    }
    return [strip for strip in found if strip.page in told]


def _wordings(strip: Strip) -> list[tuple[str, int]]:
    """The strip's wording as it is, and with each number left out that may count pages."""
    text = " ".join(strip.text.split())
    found = [
        (f"{text[: match.start()]}#{text[match.end() :]}", int(match.group()) - strip.page)
        for match in re.finditer(r"\d{1,4}", text)
    ]
    found.append((text, 0))
    roman = _roman(text.strip("-–—. ()[]|"))
    if roman:
        found.append(("#", roman - strip.page))
    return found


def _same_height(strips: list[Strip]) -> list[Strip]:
    """The largest set of strips that stand at one height."""
    return max(
        ([other for other in strips if abs(other.edge - strip.edge) <= SAME] for strip in strips),
        key=len,
    )


def _is_own_number(strip: Strip, page: Page, pages: int) -> bool:
    """Whether a strip is the page's number though no other page shows one."""
    match = _ONE_NUMBER.fullmatch(strip.text.strip())
    if match is None or strip.depth > 0 or strip.edge > 0.12 * page.height:
        return False
    number = int(match["page"]) if match["page"].isdigit() else _roman(match["page"])
    if match["of"]:
        return number == strip.page and int(match["of"]) == pages
    return number == strip.page and not strip.upper and match["page"].isdigit()


def _roman(text: str) -> int:
    """The value of a small Roman numeral; 0 where the text is none.

    >>> _roman("xiv"), _roman("mix")
    (14, 0)
    """
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    if not text or not set(text) <= set(values):
        return 0
    amounts = [values[letter] for letter in text]
    return sum(
        -amount if following > amount else amount
        for amount, following in zip(amounts, [*amounts[1:], 0], strict=True)
    )


def _without(page: Page, taken: set[int]) -> Page:
    """The page without some pieces."""
    if not taken:
        return page
    items: list[Item] = []
    for item in page.items:
        if isinstance(item, Line) and any(id(piece) in taken for piece in item.pieces):
            kept = [piece for piece in item.pieces if id(piece) not in taken]
            if kept:
                line = line_of(kept, item.page, item.left, item.right)
                items.append(line._replace(left=item.left, right=item.right))
            continue
        items.append(item)
    return replace(page, items=tuple(items))
