"""A summary as Markdown: the same paper in plain text, with references that lead to the annex."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportkit.model.summary import Summary
from rapportkit.writers.summary_nodes import Heading, Item, Node, Paragraph, Row, Run, Table
from rapportkit.writers.summary_paper import paper
from rapportkit.writers.summary_phrases import Phrases

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])|(?<!\w)(&)(?=#?\w+;)")
# At the beginning of a line these would open a list, a heading or a rule.
_OPENERS = re.compile(r"^(\s*)([-+#=]|\d{1,9}(?=[.)](?:\s|$)))", re.MULTILINE)
_NUMERALS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def write(summary: Summary, language: str = "en") -> bytes:
    """The paper as Markdown in UTF-8; `language` is that of its own few words."""
    blocks = _Lines().blocks(paper(summary, Phrases(language)))
    # JSON can carry half a character; UTF-8 cannot.
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


class _Lines:
    """Writes nodes as blocks of lines, counting paragraphs and headings as Word does."""

    def __init__(self) -> None:
        self.headings = 0
        self.items = [0] * 9

    def blocks(self, nodes: Iterator[Node]) -> Iterator[str]:
        """One block for each node; blocks are parted by an empty line."""
        for node in nodes:
            match node:
                case Heading():
                    yield self._heading(node)
                case Paragraph():
                    yield _indented(_inline(node.runs), self._left(node.level))
                case Item():
                    yield self._item(node)
                case Table():
                    yield from _table(node)

    def _heading(self, node: Heading) -> str:
        number = ""
        if node.counted:
            self.headings += 1
            number = f"{_roman(self.headings)}. "
        text = _inline(node.runs).replace("\n", " ")
        return f"{'#' * (node.level + 1)} {number}{text}"

    def _item(self, node: Item) -> str:
        level = min(node.level, len(self.items) - 1)
        self.items[level] += 1
        self.items[level + 1 :] = [0] * (len(self.items) - level - 1)
        text = _inline(node.runs)
        mark = f"- ({_counted(self.items[level], level)}) " if level else f"{self.items[0]}. "
        left = self._left(level)
        return " " * left + mark + _indented(text, self._left(level + 1)).lstrip()

    def _left(self, level: int) -> int:
        """Where the text of what hangs below the current item begins: right behind the item's mark."""
        return len(f"{self.items[0]}. ") + 2 * (level - 1) if level else 0


def _table(node: Table) -> Iterator[str]:
    """A table of short cells as rows of pipes; one that holds whole points as a list of them."""
    if any(row.label for row in node.rows):
        for row in node.rows:
            yield _listed(row)
        return
    rule = ["---:" if column in node.figures else "---" for column in range(len(node.head))]
    rows = [[_inline(cell).replace("\n", " ") for cell in row.cells] for row in node.rows]
    lines = [[_escaped(head) for head in node.head], rule, *rows]
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _listed(row: Row) -> str:
    if row.label:
        return f"**{_inline(row.cells[0])}**"
    reference, text, *place = row.cells
    told = f"{_inline(reference)} {_inline(text)}"
    if place and place[0][0].text != "–":
        told = f"{told} *({_inline(place[0])})*"
    left = 2 * row.level
    return f"{' ' * left}- {_indented(told, left + 2).lstrip()}"


def _inline(runs: Sequence[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _escaped(run.text)
    core = text.strip()
    mark = "**" if run.bold else "*" if run.italic else ""
    if core and mark:
        text = text.replace(core, f"{mark}{core}{mark}")
    if run.link:
        text = f"[{text}](#{run.link})"
    if run.anchor:
        text = f'<a id="{run.anchor}"></a>**{text}**' if not run.bold else f'<a id="{run.anchor}"></a>{text}'
    return text


def _escaped(text: str) -> str:
    r"""Text that Markdown shows as it stands; a line break stays one.

    >>> print(_escaped("1. a*b*\n- [x] <i>"))
    1\. a\*b\*\
    \- \[x\] \<i\>
    """
    special = _SPECIAL.sub(lambda sign: f"\\{sign[0]}", text)
    opened = _OPENERS.sub(
        lambda sign: f"{sign[1]}{sign[2]}\\" if sign[2].isdigit() else f"{sign[1]}\\{sign[2]}",
        special,
    )
    return opened.replace("\n", "\\\n")


def _indented(text: str, left: int) -> str:
    return "\n".join(" " * left + line for line in text.split("\n"))


def _counted(number: int, level: int) -> str:
    """A paragraph's number below its parent: a, then i, then A, then 1."""
    return (_letter, _roman_small, lambda count: _letter(count).upper(), str)[(level - 1) % 4](number)


def _letter(count: int) -> str:
    letters = ""
    while count:
        count, rest = divmod(count - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman_small(count: int) -> str:
    return _roman(count).lower()


def _roman(count: int) -> str:
    """A number in Roman numerals.

    >>> _roman(14)
    'XIV'
    """
    numerals = ""
    for value, sign in _NUMERALS:
        numerals += sign * (count // value)
        count %= value
    return numerals
