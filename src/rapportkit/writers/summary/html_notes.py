"""Speaking notes as a page: what to say, paragraph by paragraph, and nothing to click."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.outline import Paper
from rapportkit.writers.summary.html_head import head
from rapportkit.writers.summary.html_nodes import inline
from rapportkit.writers.summary.nodes import Heading, Item, Node, Paragraph
from rapportkit.writers.summary.notes import notes
from rapportkit.writers.summary.phrases import Phrases


def page(paper: Paper, phrases: Phrases) -> Iterator[str]:
    """The page, top to bottom."""
    yield from head(paper.summary.title, phrases.language)
    yield '<main class="spoken">'
    yield from _told(notes(paper, phrases), phrases.language)
    yield "</main>\n</body>\n</html>"


def _told(nodes: Iterator[Node], page: str) -> Iterator[str]:
    """Headings and paragraphs; items count through the whole page."""
    number = 0
    for node in nodes:
        match node:
            case Heading():
                yield f"<h{node.level + 1}>{inline(node.runs, page)}</h{node.level + 1}>"
            case Item():
                number += 1
                yield f'<p class="item"><span class="n">{number}.</span> {inline(node.runs, page)}</p>'
            case Paragraph():
                yield f'<p class="{node.style or "lead"}">{inline(node.runs, page)}</p>'
            case _:  # notes have neither tables nor pictures
                pass
