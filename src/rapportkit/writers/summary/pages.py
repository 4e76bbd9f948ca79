"""The pages of the paper's Word file: A4 upright, and lying for chapters of tables that need the room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapportkit.writers.summary.nodes import Heading, Item, Node, Table

_SHORT_EDGE, _LONG_EDGE = 11906, 16838
_SIDE, _TOP = 1247, 1304
WIDTH, LENGTH = _SHORT_EDGE - 2 * _SIDE, _LONG_EDGE - 2 * _SIDE
"""How wide the text is on a page that stands and on one that lies, in twentieths of a point."""
HEIGHT = _LONG_EDGE - 2 * _TOP
"""How high the text is on a page that stands."""
FOOTERS = ("footer", "footer2")
"""The parts with the footer of a page that stands and of one that lies."""
FOOTER_LINKS = ("rId4", "rId5")

_MANY = 18
# Two figures and the margins of their cell in the smallest type.
_NARROWEST = 290


def chapters(nodes: Iterable[Node]) -> Iterator[tuple[bool, list[Node]]]:
    """The nodes in stretches, each with whether its pages lie.

    A chapter lies as a whole, so that its tables follow each other without a page between them; one that tells
    points stands, whatever tables it holds.
    """
    lying, stretch = False, list[Node]()
    for chapter in _headed(nodes):
        if stretch and _lies(chapter) != lying:
            yield lying, stretch
            stretch = []
        lying = _lies(chapter)
        stretch += chapter
    yield lying, stretch


def _headed(nodes: Iterable[Node]) -> Iterator[list[Node]]:
    """From one heading of the first level to the next."""
    chapter = list[Node]()
    for node in nodes:
        if isinstance(node, Heading) and node.level <= 1 and chapter:
            yield chapter
            chapter = []
        chapter.append(node)
    yield chapter


def _lies(chapter: list[Node]) -> bool:
    return any(_is_wide(node) for node in chapter) and not any(isinstance(node, Item) for node in chapter)


def _is_wide(node: Node) -> bool:
    """Whether the columns of a table would be too narrow on a page that stands."""
    return isinstance(node, Table) and len(node.head) >= _MANY and min(node.widths) * WIDTH < _NARROWEST


def section(*, lying: bool) -> str:
    """The properties of a stretch of pages."""
    edges = f'w:w="{_LONG_EDGE}" w:h="{_SHORT_EDGE}" w:orient="landscape"'
    if not lying:
        edges = f'w:w="{_SHORT_EDGE}" w:h="{_LONG_EDGE}"'
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{FOOTER_LINKS[lying]}"/><w:pgSz {edges}/>'
        f'<w:pgMar w:top="{_TOP}" w:right="{_SIDE}" w:bottom="{_TOP}" w:left="{_SIDE}" w:header="624" '
        'w:footer="624" w:gutter="0"/></w:sectPr>'
    )
