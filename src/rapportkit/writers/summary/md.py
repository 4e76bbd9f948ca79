"""A paper as Markdown: the same in plain text, with references that lead to the annex and back."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rapportkit.model.outline import Paper
from rapportkit.writers.summary.nodes import Heading, Item, Node, Paragraph, Picture, Row, Run, Table
from rapportkit.writers.summary.paper import lay_out
from rapportkit.writers.summary.phrases import Phrases
from rapportkit.writers.summary.targets import targets

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])|(?<!\w)(&)(?=#?\w+;)")
# At the beginning of a line these would open a list, a heading or a rule.
_OPENERS = re.compile(r"^(\s*)([-+#=]|\d{1,9}(?=[.)](?:\s|$)))", re.MULTILINE)
_OPENED = re.compile(r"(\\\\)|\\([-+#=])")
# A line break as this writer puts it, or any other.
_BREAK = re.compile(r"\\?\n")
# What a cell says that has nothing to say.
_NOTHING = frozenset({"", "–"})
_NUMERALS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def write(paper: Paper) -> bytes:
    """The paper as Markdown in UTF-8."""
    return told(lay_out(paper, Phrases(paper.language)))


def told(nodes: Iterable[Node]) -> bytes:
    """Nodes as Markdown in UTF-8."""
    known = tuple(nodes)
    blocks = _Lines(targets(known)).blocks(known)
    # JSON can carry half a character; UTF-8 cannot.
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


class _Lines:
    """Writes nodes as blocks of lines, counting paragraphs and headings as Word does.

    `names` are those of the places that links may lead to.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self.placed: set[str] = set()
        self.headings = 0
        self.items = [0] * 9

    def blocks(self, nodes: Iterable[Node]) -> Iterator[str]:
        """One block for each node; blocks are parted by an empty line."""
        for node in nodes:
            match node:
                case Heading():
                    yield self._heading(node)
                case Paragraph():
                    yield _indented(self._inline(node.runs), self._left(node.level))
                case Item():
                    yield self._item(node)
                case Table():
                    yield from self._table(node)
                case Picture():
                    yield f"**{_escaped(node.title)}**"
                    yield _counts(node)

    def _heading(self, node: Heading) -> str:
        number = ""
        if node.counted:
            self.headings += 1
            number = f"{_roman(self.headings)}. "
        text = _BREAK.sub(" ", self._inline(node.runs))
        return f"{'#' * (node.level + 1)} {number}{text}"

    def _item(self, node: Item) -> str:
        level = min(node.level, len(self.items) - 1)
        self.items[level] += 1
        self.items[level + 1 :] = [0] * (len(self.items) - level - 1)
        text = self._inline(node.runs)
        mark = f"- ({_counted(self.items[level], level)}) " if level else f"{self.items[0]}. "
        left = self._left(level)
        return " " * left + mark + _indented(text, self._left(level + 1)).lstrip()

    def _left(self, level: int) -> int:
        """Where the text of what hangs below the current item begins: right behind the item's mark."""
        return len(f"{self.items[0]}. ") + 2 * (level - 1) if level else 0

    def _table(self, node: Table) -> Iterator[str]:
        """A table of short cells as rows of pipes; one that holds whole points as a list of them."""
        if any(row.label for row in node.rows):
            for row in node.rows:
                yield self._listed(row, node.head)
            return
        rows = [[self._inline(cell) for cell in row.cells] for row in node.rows]
        yield _piped([_escaped(head) for head in node.head], rows, node.figures)

    def _listed(self, row: Row, head: Sequence[str]) -> str:
        """A row as an item of a list: its key, its text, and in brackets what else it tells."""
        if row.label:
            return f"**{self._inline(row.cells[0])}**"
        key = self._inline([replace(run, bold=True) for run in row.cells[0]])
        text = self._inline(row.cells[1]) if len(row.cells) > 1 else ""
        notes = (self._noted(name, cell) for name, cell in zip(head[2:], row.cells[2:], strict=True))
        shown = f"{key} {text}".strip()
        if told := "; ".join(note for note in notes if note):
            shown = f"{shown} *({told})*"
        left = 2 * row.level
        return f"{' ' * left}- {_indented(shown, left + 2).lstrip()}"

    def _noted(self, name: str, cell: Sequence[Run]) -> str:
        """What a cell tells, a bare number behind the name of its column; "" for nothing."""
        text = "".join(run.text for run in cell)
        if text in _NOTHING:
            return ""
        told = self._inline([replace(run, italic=False) for run in cell])
        return told if any(sign.isalpha() for sign in text) else f"{_escaped(name)} {told}"

    def _inline(self, runs: Sequence[Run]) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        text = _escaped(run.text)
        core = text.strip()
        mark = "**" if run.bold else "*" if run.italic else ""
        if core and mark:
            before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            text = f"{before}{mark}{core}{mark}{after}"
        if run.link in self.names:
            text = f"[{text}](#{self.names[run.link]})"
        if run.anchor and run.anchor not in self.placed:
            self.placed.add(run.anchor)
            text = f'<a id="{self.names[run.anchor]}"></a>{text}'
        return text


def _piped(head: Sequence[str], rows: Iterable[Sequence[str]], figures: Container[int]) -> str:
    rule = ["---:" if column in figures else "---" for column in range(len(head))]
    lines = [head, rule, *rows]
    return "\n".join(f"| {' | '.join(_one_line(cell) for cell in cells)} |" for cells in lines)


def _one_line(cell: str) -> str:
    r"""A cell of a row of pipes, where nothing opens a list.

    >>> _one_line(r"\+2"), _one_line(r"C:\\+")
    ('+2', 'C:\\\\+')
    """
    return _BREAK.sub("<br>", _OPENED.sub(lambda sign: sign[1] or sign[2], cell))


def _counts(picture: Picture) -> str:
    """What the picture shows by dots, in figures; none for none."""
    rows = (
        [_escaped(name), *(str(count) if count else "" for count in counts)]
        for name, counts in zip(picture.rows, picture.counts, strict=True)
    )
    head = ["", *map(_escaped, picture.columns)]
    return _piped(head, rows, range(1, len(head)))


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
