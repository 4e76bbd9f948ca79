"""Nodes that every format tells alike (headings, notices, tables, the picture of themes) as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapportkit.writers.summary.html_text import line, lines, spoken
from rapportkit.writers.summary.nodes import Heading, Item, Node, Paragraph, Picture, Row, Run, Table

_MOST_COLUMNS = 30
"""A picture of more sessions than this cannot be taken in; it tells in how many a theme was raised."""
_SIZES = (1, 2, 4, 7)
"""So many points make a dot of the next size."""


def blocks(nodes: Iterable[Node], name: str, page: str, style: str = "") -> Iterator[str]:
    """Nodes as elements; headings are known as `name` and a number, tables are named by the heading before them.

    `page` is the language of the page. A table of `style` "stack" is a list of cards on a narrow screen, one that
    is "wide" scrolls by itself.
    """
    heading = f"{name}-h"
    for number, node in enumerate(nodes, 1):
        match node:
            case Heading():
                heading = f"{name}-{number}"
                yield f'<h{node.level + 1} id="{heading}">{inline(node.runs, page)}</h{node.level + 1}>'
            case Table():
                yield from _table(node, heading, page, style)
            case Picture():
                yield from picture(node, f"{name}-{number}", "")
            case Paragraph() | Item():
                yield f'<p class="notice">{inline(node.runs, page)}</p>'


def inline(runs: Sequence[Run], page: str) -> str:
    """Stretches of text as one piece of HTML."""
    return "".join(_run(run, page) for run in runs)


def _run(run: Run, page: str) -> str:
    text = lines(run.text)
    attributes = spoken(run.text, run.language, page) if text else ""
    if attributes:
        text = f"<span{attributes}>{text}</span>"
    for wanted, element in ((run.bold, "b"), (run.italic, "i"), (run.small, "small")):
        if wanted and text:
            text = f"<{element}>{text}</{element}>"
    return f'<a href="#{run.link}">{text}</a>' if run.link else text


def _table(table: Table, heading: str, page: str, style: str) -> Iterator[str]:
    wide = style == "wide"
    if wide:
        yield f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{heading}">'
    yield f'<table role="table" class="{style}" aria-labelledby="{heading}">'
    heads = "".join(
        f'<th scope="col" role="columnheader"{_figure(at, table)}>{line(head)}</th>'
        for at, head in enumerate(table.head)
    )
    yield f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n<tbody role="rowgroup">'
    for row in table.rows:
        yield _row(row, table, page)
    yield "</tbody></table>"
    if wide:
        yield "</div>"


def _row(row: Row, table: Table, page: str) -> str:
    """A row whose first cell names it; empty cells are not told on narrow screens."""
    first, *rest = (inline(cell, page) for cell in row.cells)
    cells = "".join(
        f'<td role="cell"{_figure(at, table)} data-label="{line(table.head[at])}">{cell}</td>'
        for at, cell in enumerate(rest, 1)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{first}</th>{cells}</tr>'


def _figure(at: int, table: Table) -> str:
    return ' class="f"' if at in table.figures else ""


def picture(node: Picture, name: str, sessions: str) -> Iterator[str]:
    """A picture as a table of dots, each with its count; of very many columns, how many have a dot."""
    yield f'<figure class="dots"><figcaption id="{name}">{line(node.title)}</figcaption>'
    yield f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{name}"><table aria-labelledby="{name}">'
    few = len(node.columns) <= _MOST_COLUMNS
    columns = node.columns if few else (sessions,)
    heads = "".join(f'<th scope="col"><span>{line(column)}</span></th>' for column in columns)
    yield f"<thead><tr><td></td>{heads}</tr></thead>\n<tbody>"
    for title, counts in zip(node.rows, node.counts, strict=True):
        told = counts if few else (sum(bool(count) for count in counts),)
        cells = "".join(f"<td>{_dot(count)}</td>" if count else "<td></td>" for count in told)
        yield f'<tr><th scope="row">{line(title)}</th>{cells}</tr>'
    yield "</tbody></table></div></figure>"


def _dot(count: int) -> str:
    return f'<span class="d{sum(count >= size for size in _SIZES)}">{count}</span>'
