"""Writes a sheet as a text file: as typed, as exported from a table, as quoted in a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.blocks import Cell, Para, Sheet, Table
from corpus.look import Look
from corpus.soften import SOFT, soften

PAGE_LINES = 44
# A line that begins with one of these would pass for a list item, or break French typography.
GLUED = re.compile(r"(\S) ([-–—;:?!»%•*](?: |$))")
MAIL_HEAD = (
    "From: Reporting desk <desk@example.org>",
    "To: Secretariat <secretariat@example.org>",
    "Subject: Fwd: session report",
    "",
    "Dear colleagues, the report below reached me this morning.",
    "",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph before wrapping; `rest` is the indent of its further lines, `apart` asks for a blank line before."""

    text: str
    start: str = ""
    rest: str = ""
    apart: bool = True
    prose: bool = False


def write_text(sheet: Sheet, look: Look) -> bytes:
    """The bytes of the text file."""
    lines = _physical(list(_all_lines(sheet, look)), look)
    if look.page_numbers:
        lines = _paged(lines, sheet.header if look.running else "")
    if look.mail:
        lines = [*MAIL_HEAD, *(f"> {line}".rstrip() for line in lines)]
    return (look.newline.join(lines) + look.newline).encode(look.encoding)


def _all_lines(sheet: Sheet, look: Look) -> Iterator[Line]:
    before = ""
    for block in sheet.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from _row(row, look)
            before = "table"
        elif not block.gone and not block.placeholder:
            yield from _para(block, look, sheet, before)
            before = block.role


def _para(block: Para, look: Look, sheet: Sheet, before: str) -> Iterator[Line]:
    if block.role == "item":
        yield _item(block, look, sheet)
        return
    text = _marked(block) if look.markdown else block.text
    if block.list == "questions":
        text = f"{sheet.count(block.series)}. {text}"
    if look.html and block.role == "guidance":
        text = f"<i>{text}</i>"
    if look.markdown:
        text = _markdown(block.role, text)
    loose = bool(look.wrap) or look.markdown
    for place, line in enumerate(text.split("\n")):
        apart = place == 0 and (loose or block.role in ("title", "question", "section"))
        tab = "\t" if "\t" in line else ""
        tight = block.role == "line" and before == "line" and not look.markdown
        yield Line(line, rest=tab, apart=apart and not tight, prose=block.role == "text")


def _item(block: Para, look: Look, sheet: Sheet) -> Line:
    mark = block.marker
    if not mark:
        mark = (
            f"{sheet.count(block.series)}. " if block.list == "numbers" and not block.level else look.bullet
        )
    indent = (" " * (4 if look.markdown else 3)) * block.level
    hang = indent + " " * len(mark) if look.hanging else ""
    return Line(block.text, indent + mark, hang, apart=False)


def _marked(block: Para) -> str:
    marks = {"bold": "**", "italic": "*"}
    found = ""
    for piece in block.pieces:
        if piece.kind in ("deleted", "note"):
            continue
        mark = marks.get(piece.kind, "")
        bare = piece.text.rstrip()
        found += f"{mark}{bare.lstrip('*') if mark else bare}{mark}{piece.text[len(bare) :]}"
    return found


def _markdown(role: str, text: str) -> str:
    head = {"title": "# ", "subtitle": "## ", "section": "## ", "question": "### "}.get(role, "")
    if role == "guidance" and not text.startswith("*"):
        return f"*{text}*"
    return "\n".join(head + line for line in text.split("\n"))


def _row(row: tuple[Cell, ...], look: Look) -> Iterator[Line]:
    if len(row) == 1:
        for place, block in enumerate(_there(row[0])):
            yield Line(_cell_line(block, look), apart=place == 0 and _is_bold(block))
        return
    left, right = row
    label = " ".join(block.text for block in _there(left))
    answers = _there(right)
    if look.inline_bullets or look.html:
        yield Line(f"{label}\t{_inline(answers, look)}", apart=False)
        return
    first, *more = answers or [Para(())]
    yield Line(f"{label}\t{_cell_line(first, look)}", apart=False)
    for block in more:
        yield Line(f"\t{_cell_line(block, look)}", apart=False)


def _there(cell: Cell) -> list[Para]:
    return [block for block in cell.blocks if not block.gone and not block.placeholder]


def _is_bold(block: Para) -> bool:
    return any(piece.kind == "bold" for piece in block.pieces)


def _cell_line(block: Para, look: Look) -> str:
    mark = block.marker or (look.bullet if block.role == "item" else "")
    return "   " * block.level + mark + block.text


def _inline(answers: list[Para], look: Look) -> str:
    if not answers:
        return ""
    if all(block.role == "item" for block in answers):
        text = " ".join(f"• {block.text}" for block in answers)
        return f'<ul style="list-style-type: none"> {text} </ul>' if look.html else text
    if look.html and len(answers) > 1:
        return " ".join(f"<p>{block.text}</p>" for block in answers)
    return " ".join(block.text for block in answers)


def _physical(lines: list[Line], look: Look) -> list[str]:
    found: list[str] = []
    for place, line in enumerate(lines):
        after_item = place > 0 and bool(lines[place - 1].start) and not line.start and bool(look.wrap)
        first_item = (
            bool(line.start) and place > 0 and not lines[place - 1].start and bool(look.wrap or look.markdown)
        )
        if found and (line.apart or after_item or first_item):
            found.append("")
            if look.stray_blanks and place % 3 == 0:
                found += ["", ""]
        wrapped = wrap(line, look.wrap, hyphens=look.hyphens) if look.wrap else [f"{line.start}{line.text}"]
        if look.stray_blanks and line.prose and place % 2 == 0:
            wrapped = _strayed(wrapped)
        found += [each.rstrip() for each in wrapped]
    return found


def _strayed(wrapped: list[str]) -> list[str]:
    """A blank line before the last line, where nobody could take it for the end of a paragraph."""
    if len(wrapped) < 3 or wrapped[-2][-1] in ".!?:;–”’)" or not wrapped[-1][0].islower():
        return wrapped
    return [*wrapped[:-1], "", wrapped[-1]]


def wrap(line: Line, width: int, *, hyphens: bool = False) -> list[str]:
    """Break a line at spaces, and inside words only at soft hyphens when asked to.

    >>> wrap(Line("fair recruitment for all", "- ", "  "), 15, hyphens=True)
    ['- fair recruit-', '  ment for all']
    """
    words = GLUED.sub("\\1\u00a0\\2", soften(line.text) if hyphens else line.text).split(" ")
    found: list[str] = []
    now = line.start
    empty = True
    for word in words:
        gap = "" if empty else " "
        if len(now) + len(gap) + len(word.replace(SOFT, "")) <= width or empty:
            now += gap + word.replace(SOFT, "")
            empty = False
            continue
        head, tail = _split(word, width - len(now) - len(gap))
        found.append(now + (gap + head if head else ""))
        now = line.rest + tail.replace(SOFT, "")
    return [each.replace("\u00a0", " ") for each in (*found, now)]


def _split(word: str, room: int) -> tuple[str, str]:
    """The longest part of a word that fits with its hyphen, and the rest."""
    parts = word.split(SOFT)
    for count in range(len(parts) - 1, 0, -1):
        head = "".join(parts[:count]) + "-"
        if len(head) <= room:
            return head, SOFT.join(parts[count:])
    return "", word


def _paged(lines: list[str], header: str) -> list[str]:
    found: list[str] = []
    for page, start in enumerate(range(0, len(lines), PAGE_LINES), start=1):
        found += lines[start : start + PAGE_LINES]
        found += ["", f"Page {page}" if header else str(page), ""]
        if header and start + PAGE_LINES < len(lines):
            found += [header, ""]
    return found
