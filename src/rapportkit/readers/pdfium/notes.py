"""Footnotes at the foot of a page, put to the text that cites them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from rapportkit.readers.pdfium.layout import Item, Line, Page, Piece, Row, spell
from rapportkit.readers.pdfium.markers import head_of
from rapportkit.text import hyphens

MAX_LINES = 30
_LABEL = re.compile(r"\(?(?P<label>\d{1,3}|[*†‡§]{1,3})\)?\.?")

Notes = dict[tuple[int, str], str]
"""Page and label to the note's text."""


def take_notes(pages: Sequence[Page], usual: float) -> tuple[list[Page], Notes]:
    """Take footnotes off the pages where a raised number cites them; `usual` is the usual letter size.

    A small paragraph at the foot that nothing cites stays where it is.
    """
    notes: Notes = {}
    found = [_without_notes(page, usual, notes) for page in pages]
    return found, notes


def _without_notes(page: Page, usual: float, notes: Notes) -> Page:
    lines = _foot(page.items)
    for start, line in enumerate(lines):
        found = _LABEL.fullmatch(line.pieces[0].text)
        if found is None or len(line.pieces) == 1:
            continue
        foot = lines[start:]
        groups = _grouped(foot)
        rest = page.items[: len(page.items) - len(foot)]
        cited = groups.keys() & {piece.text for piece in _raised(rest)}
        small = all(line.size < 0.93 * usual for line in foot)
        # Notes set as large as the text must all be cited, and open with a bare label.
        plain = all(group[0].pieces[0].text == label for label, group in groups.items())
        if cited and (small or (plain and len(cited) == len(groups))):
            return _taken(page, foot, {label: groups[label] for label in sorted(cited)}, notes)
    return page


def _foot(items: Sequence[Item]) -> list[Line]:
    """The last lines of a page, those of tables left out."""
    foot = list(takewhile(lambda item: isinstance(item, Line), reversed(items)))
    return [item for item in reversed(foot[:MAX_LINES]) if isinstance(item, Line)]


def _taken(page: Page, foot: Sequence[Line], groups: dict[str, list[Line]], notes: Notes) -> Page:
    """The page without its cited notes, which go to `notes`; the pieces that cite them are marked."""
    for label, lines in groups.items():
        notes[page.number, label] = _wording(lines)
    gone = {id(line) for lines in groups.values() for line in lines}
    labels = set(groups)
    rest = tuple(_marked(item, labels) for item in page.items[: len(page.items) - len(foot)])
    return replace(page, items=rest + tuple(line for line in foot if id(line) not in gone))


def _grouped(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """The lines at the foot by the label that opens them; lines before the first label are left out."""
    groups: dict[str, list[Line]] = {}
    label = ""
    for line in lines:
        found = _LABEL.fullmatch(line.pieces[0].text)
        if found and len(line.pieces) > 1 and found["label"] not in groups:
            label = found["label"]
            groups[label] = []
        if label:
            groups[label].append(line)
    return groups


def _wording(lines: Sequence[Line]) -> str:
    first = lines[0].pieces[1:]
    text = spell((first[0]._replace(glued=False), *first[1:]))
    for line in lines[1:]:
        text = hyphens.join(text, line.text, frozenset(), breaks_words=False)
    return text.replace("\x02", "-").replace("\xad", "")


def _raised(items: Sequence[Item]) -> list[Piece]:
    """The small raised words in some items, those in tables too."""
    found: list[Piece] = []
    for item in items:
        if isinstance(item, Line):
            found += [piece for index, piece in enumerate(item.pieces) if index and _is_raised(piece, item)]
        else:
            found += [piece for row in item.rows for cell in row.cells for piece in _raised(cell.items)]
    return found


def _is_raised(piece: Piece, line: Line) -> bool:
    return piece.size < 0.8 * line.size and line.base - piece.base > 0.15 * line.size


def _marked(item: Item, labels: set[str]) -> Item:
    """The item with the pieces that cite a note marked; each label is cited once, so it is taken off the set."""
    if isinstance(item, Line):
        pieces = []
        for index, piece in enumerate(item.pieces):
            cites = bool(index) and piece.text in labels and _is_raised(piece, item)
            labels -= {piece.text} if cites else set()
            pieces.append(piece._replace(note=piece.text) if cites else piece)
        head = head_of(pieces, item.size, item.x0, mirrored=item.mirrored)
        return item._replace(pieces=tuple(pieces), head=head)
    return replace(item, rows=tuple(_marked_row(row, labels) for row in item.rows))


def _marked_row(row: Row, labels: set[str]) -> Row:
    cells = (replace(cell, items=tuple(_marked(item, labels) for item in cell.items)) for cell in row.cells)
    return replace(row, cells=tuple(cells))
