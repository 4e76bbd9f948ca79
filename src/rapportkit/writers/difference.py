"""What differs between two versions, as lines for a screen and as Markdown.

“-” stands before what went, “+” before what came; of what changed, only the words that did stand in brackets:
[-before-] {+after+}.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rapportkit.model.difference import Difference, Said
from rapportkit.model.finding import Severity
from rapportkit.writers.findings.lines import Paint, Part, plainly, set_in
from rapportkit.writers.findings.signs import one_line

_INDENT = 2
_MARKS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|"})

Line = tuple[Severity | None, list[tuple[str, Part]], int]
"""How it is painted, its parts, and by how many columns it is set in."""


def text(found: Sequence[Difference], *, width: int = 0, paint: Paint = plainly) -> bytes:
    """The lines; `width` wraps at that many columns, 0 leaves them whole. Headings without a difference are left out."""
    lines: list[str] = []
    for each in found:
        if not each.is_none:
            for severity, parts, indent in _lines(each):
                lines.extend(set_in(parts, severity, paint, width=width, indent=indent))
            lines.append("")
    return "".join(f"{line}\n" for line in lines[:-1]).encode(errors="replace")


def markdown(found: Sequence[Difference]) -> bytes:
    """The same as Markdown."""
    lines: list[str] = []
    for each in found:
        if not each.is_none:
            lines += [f"## {_escaped(each.heading)}", "", *(_marked(each)), ""]
    return "".join(f"{line}\n" for line in lines[:-1]).encode(errors="replace")


def changed_words(before: str, after: str) -> str:
    """A sentence with the words that went in [-…-] and those that came in {+…+}.

    >>> changed_words("Cities act early.", "Cities act early and together.")
    'Cities act [-early.-] {+early and together.+}'
    """
    old, new = one_line(before).split(), one_line(after).split()
    told: list[str] = []
    for kind, start, stop, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            told += new[first:last]
            continue
        if stop > start:
            told.append(f"[-{' '.join(old[start:stop])}-]")
        if last > first:
            told.append(f"{{+{' '.join(new[first:last])}+}}")
    return " ".join(told)


def _lines(each: Difference) -> Iterator[Line]:
    yield None, [(each.heading, "file")], 0
    for said in each.went:
        yield Severity.ERROR, [("-", "severity"), (said.text, "message"), *_where(said)], _INDENT
    for change in each.changed:
        told = changed_words(change.before.text, change.after.text)
        moved: list[tuple[str, Part]] = (
            [(f"(moved from {change.moved_from})", "about")] if change.moved_from else []
        )
        yield Severity.WARNING, [("~", "severity"), (told, "message"), *moved, *_where(change.after)], _INDENT
    for said in each.came:
        yield Severity.INFO, [("+", "severity"), (said.text, "message"), *_where(said)], _INDENT


def _where(said: Said) -> list[tuple[str, Part]]:
    return [(f"[{said.where}]", "help")] if said.where else []


def _marked(each: Difference) -> Iterator[str]:
    for said in each.went:
        yield f"- went: {_escaped(said.text)}{_place(said)}"
    for change in each.changed:
        moved = f" (moved from {_escaped(change.moved_from)})" if change.moved_from else ""
        told = _escaped(changed_words(change.before.text, change.after.text))
        yield f"- changed: {told}{moved}{_place(change.after)}"
    for said in each.came:
        yield f"- came: {_escaped(said.text)}{_place(said)}"


def _place(said: Said) -> str:
    return f" ({_escaped(said.where)})" if said.where else ""


def _escaped(text: str) -> str:
    return one_line(text).translate(_MARKS)
