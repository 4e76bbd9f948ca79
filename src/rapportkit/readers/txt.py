"""Plain text: pasted, saved, wrapped, quoted, or left over by a converter."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from rapportkit.errors import ReadError
from rapportkit.model.document import (
    Block,
    BlockKind,
    Document,
    Furniture,
    FurnitureKind,
    Source,
    numbered,
)
from rapportkit.model.location import Location
from rapportkit.text import hyphens
from rapportkit.text.decode import decode
from rapportkit.text.language import language
from rapportkit.text.levels import Levels
from rapportkit.text.markers import split_inline, split_lettered, split_marker, split_misread
from rapportkit.text.markup import clean, has_tags, open_tags, spaced
from rapportkit.text.wrap import Measure, begins_like_label, goes_on, measure

_PAGE = re.compile(
    r"[-–—\s]*(?:page|p\.|página|seite)?\s*(\d{1,4})(?:\s*(?:of|de|sur|/|von)\s*\d{1,4})?[-–—\s]*",
    re.IGNORECASE,
)
_GLUED = re.compile(r"\s(\d{1,3})$")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"\s*(?:[-*_=~]\s*){3,}")
_STRONG_LEAD = re.compile(r"(?:\*\*|__)(?=\S)(.+?)(?<=\S)(?:\*\*|__)")
_TABLE_LINE = re.compile(r"\s*\|.*\|\s*")
_QUOTE = re.compile(r"\s*(?:> ?)+")
MOST_BYTES = 8_000_000
"""A text file above this size is refused: a thousand printed pages come to three million bytes."""

# A page that is one line lost its paragraphs: seed 003 holds thirteen of them.
_LOST = 600


@dataclass(slots=True)
class _Line:
    """One line of the file on its way to a block."""

    text: str
    number: int
    blank: bool = False
    indent: int = 0
    marker: str = ""
    misread: bool = False
    heading: int = 0
    bold: bool = False
    table: int = 0
    row: int = 0
    cell: int = 0
    columns: int = 0
    joined: bool = False
    nested: int = 0


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of the file, and whether it breaks words at line ends."""

    known: frozenset[str]
    broken: bool


@dataclass(slots=True)
class _Pages:
    """Page numbers taken out of the text, and the lines that a new page interrupts."""

    furniture: list[Furniture] = field(default_factory=list)
    glued: set[int] = field(default_factory=set)


def read(data: bytes, name: str) -> Document:
    """Read a text file's bytes; `name` is shown in messages and locations.

    Raises ReadError F002 for an empty file and F003 for bytes that are no text.
    """
    if len(data) > MOST_BYTES:
        raise ReadError(
            f"{name} holds {len(data) // 1_000_000} MB of text; no report is that long. Send the report alone.",
            code="F006",
        )
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise ReadError(f"{name} is empty; send the file again.", code="F002")
    text = decode(data)
    if text is None:
        raise ReadError(
            f"{name} is not a text file, whatever its name says; save it as .docx, .pdf or plain text.",
            code="F003",
        )
    blocks, furniture = _blocks(text)
    source = Source(name, hashlib.sha256(data).hexdigest(), "txt", None, language(text))
    placed = tuple(
        Furniture(each.kind, each.text, Location(name, line=each.location.line)) for each in furniture
    )
    return Document(source, numbered(blocks, name), placed)


def _blocks(text: str) -> tuple[list[Block], list[Furniture]]:
    raw = _unquoted(re.split(r"\r\n|\r|\n|\x0b|\u2028|\u2029", text.replace("\f", "\n")))
    raw, pages = _without_page_numbers(raw)
    wrapped = measure([line for line in raw if "\t" not in line.strip()])
    lines = _lines(raw, pages)
    vocabulary = hyphens.learn(raw)
    words = _Words(vocabulary, hyphens.is_breaking_words(raw, vocabulary))
    return _assemble(lines, wrapped, words), pages.furniture


def _unquoted(lines: list[str]) -> list[str]:
    """Take the marks of e-mail and Markdown quoting off: no author begins a line with them."""
    return [_QUOTE.sub("", line, count=1) if line.lstrip().startswith(">") else line for line in lines]


def _without_page_numbers(lines: list[str]) -> tuple[list[str], _Pages]:
    """Take page numbers out: alone on a line, or glued to the last line of each page."""
    pages = _Pages()
    kept = list(lines)
    _alone(kept, pages)
    _glued(kept, pages)
    return kept, pages


def _alone(lines: list[str], pages: _Pages) -> None:
    found = [
        (index, int(match[1]))
        for index, line in enumerate(lines)
        if (match := _PAGE.fullmatch(line)) and match[1]
    ]
    for index, _ in _rising(found):
        pages.furniture.append(_page_number(lines[index].strip(), index))
        lines[index] = ""
        pages.glued.add(index)


def _glued(lines: list[str], pages: _Pages) -> None:
    found = [
        (index, int(match[1]))
        for index, line in enumerate(lines)
        if len(line) > 40 and (match := _GLUED.search(line.rstrip())) and _ends_a_chunk(lines, index)
    ]
    chain = _rising(found)
    if len(chain) < 3:
        return
    for index, number in chain:
        line = lines[index].rstrip()
        lines[index] = line[: len(line) - len(str(number))].rstrip()
        pages.furniture.append(_page_number(str(number), index))
        pages.glued.add(index)


def _ends_a_chunk(lines: list[str], index: int) -> bool:
    return index + 1 >= len(lines) or not lines[index + 1].strip()


def _rising(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of numbers that count up by one: pages do, quantities do not."""
    best: list[tuple[int, int]] = []
    for start in range(min(len(found), 500)):
        if found[start][1] > 20 and best:
            continue
        run = [found[start]]
        for index, number in found[start + 1 :]:
            if number == run[-1][1] + 1:
                run.append((index, number))
        if len(run) >= len(best):
            best = run
    return best if len(best) >= 2 or (best and best[0][1] == 1) else []


def _page_number(text: str, index: int) -> Furniture:
    return Furniture(FurnitureKind.PAGE_NUMBER, text, Location(line=index + 1))


def _lines(raw: list[str], pages: _Pages) -> list[_Line]:
    """Open tabs, tags and Markdown into one entry per piece, each with its line number."""
    lines: list[_Line] = []
    blank = page = False
    tables = _Tables()
    for index, original in enumerate(raw):
        if not original.strip() or _RULE.fullmatch(original):
            blank = True
            page = page or index in pages.glued
            continue
        joined = page and bool(lines) and len(lines[-1].text) > _LOST
        for piece in _pieces(original, index + 1, tables):
            piece.blank, blank = blank, False
            piece.joined, joined = joined, False
            lines.append(piece)
        page = index in pages.glued
    return lines


@dataclass(slots=True)
class _Tables:
    """Counts the tables of the file and keeps the row that a following line may continue."""

    table: int = 0
    row: int = 0
    columns: int = 0
    open: bool = False


def _pieces(original: str, number: int, tables: _Tables) -> list[_Line]:
    cells = _cells(original, tables)
    if cells is None:
        tables.open = False
        return [piece for part in _opened(original) for piece in _marked(part, number)]
    pieces: list[_Line] = []
    for index, cell in enumerate(cells, start=1):
        for part in _opened(cell):
            for piece in _marked(part, number):
                piece.table, piece.row, piece.cell = tables.table, tables.row, index
                piece.columns = tables.columns
                pieces.append(piece)
    return pieces


def _cells(line: str, tables: _Tables) -> list[str] | None:
    """The cells of a line that came out of a table; None for a line of running text."""
    if _TABLE_LINE.fullmatch(line):
        cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
        if all(re.fullmatch(r"\s*:?-{2,}:?\s*", cell) for cell in cells):
            return []
    elif "\t" in line.strip(" "):
        if not line.strip(" ").startswith("\t"):
            cells = line.split("\t")
        elif tables.open:
            # A line that begins with a tab goes on in the last cell of the row above it.
            return ["", *line.strip(" ").lstrip("\t").split("\t")]
        else:
            return None
        if split_marker(cells[0].strip() + " x") and not cells[0].strip()[:1].isalnum():
            return None
    else:
        return None
    if not tables.open:
        tables.table, tables.row, tables.open = tables.table + 1, 0, True
    tables.row += 1
    tables.columns = max(2, len(cells))
    return [re.sub(r"<br\s*/?>", "\n", cell) for cell in cells]


def _opened(text: str) -> list[str]:
    """Cut a piece of text at the structure that tags or inline bullets give it."""
    parts: list[str] = []
    tagged = has_tags(text)
    for line in (open_tags(text) if tagged else text).split("\n"):
        if not line.strip():
            continue
        inner = split_inline(line)
        head, *bullets = inner if len(inner) > 1 else (line.rstrip(),)
        nested = "\t" * (len(line) - len(line.lstrip("\t"))) if tagged else ""
        if head.strip():
            pieces = split_lettered(head) if tagged else (head,)
            parts.append(nested + pieces[0] if tagged else pieces[0])
            parts += [f"{nested}{chr(97 + n)}. {piece}" for n, piece in enumerate(pieces[1:]) if piece]
        for bullet in bullets:
            if bullet:
                parts.append(f"{nested}• {bullet}")
    return [part for part in parts if part.strip()]


def _marked(text: str, number: int) -> list[_Line]:
    """Take heading marks, bullets and bold leads off a piece of text."""
    nested = len(text) - len(text.lstrip("\t"))
    body = text.expandtabs(4)
    line = _Line(body.strip(), number, indent=len(body) - len(body.lstrip()), nested=nested)
    if heading := _HEADING.fullmatch(line.text):
        line.heading, line.text = len(heading[1]), heading[2]
    elif marked := split_marker(line.text):
        line.marker, line.text = marked.marker, marked.text
    elif misread := split_misread(line.text):
        line.marker, line.text, line.misread = misread.marker, misread.text, True
    return [line]


def _assemble(lines: list[_Line], wrapped: Measure, words: _Words) -> list[Block]:
    """Join the lines of a paragraph and turn each paragraph into a block."""
    lines = [line for line in lines if line.text or line.marker]
    chunks = _chunks(lines)
    paragraphs: list[list[_Line]] = []
    for index, line in enumerate(lines):
        last = paragraphs[-1] if paragraphs else None
        if last and _continues(last, line, wrapped, chunks[index - 1]):
            last.append(line)
        else:
            paragraphs.append([line])
    levels = Levels()
    return [_block(paragraph, levels, words) for paragraph in paragraphs]


def _chunks(lines: list[_Line]) -> list[int]:
    """For each line, the longest line of the run without empty lines that it stands in."""
    longest: list[int] = []
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].blank:
            width = max(len(line.text) + line.indent for line in lines[start:index])
            longest += [width] * (index - start)
            start = index
    return longest


def _continues(paragraph: list[_Line], line: _Line, wrapped: Measure, chunk: int) -> bool:
    first, last = paragraph[0], paragraph[-1]
    if line.joined:
        return True
    if line.number == last.number or line.heading or last.heading:
        return False
    if line.marker and not _stray_marker(last, line, wrapped):
        return False
    if (first.table, first.row, first.cell) != (line.table, line.row, line.cell):
        return False
    before = " " * last.indent + (f"{last.marker} " if last.marker and last is first else "") + last.text
    if (
        wrapped.wraps
        and first.marker
        and not line.blank
        and line.indent < first.indent + len(first.marker)
        and len(paragraph) > 1
        and paragraph[1].indent > line.indent
    ):
        # A list item with a hanging indent ends where a line starts further left.
        return goes_on(before, line.text, Measure(0), blank=line.blank)
    text = f"{line.marker} {line.text}" if line.marker else line.text
    if begins_like_label(text) and (line.blank or (begins_like_label(first.text) and not first.marker)):
        # "Name of rapporteur: …" above "Session: …" is no paragraph.
        return False
    return goes_on(before, text, wrapped, blank=line.blank, chunk=chunk)


def _stray_marker(last: _Line, line: _Line, wrapped: Measure) -> bool:
    """Whether what looks like a marker is the next word of a wrapped sentence ("Roundtable / 4. …")."""
    if not line.misread and not line.marker[:1].isalnum():
        return False
    open_end = bool(re.search(r"[\w,]$", last.text)) and not line.blank and wrapped.wraps
    full = len(last.text) + last.indent >= wrapped.width * 0.85
    return open_end and full


def _block(paragraph: list[_Line], levels: Levels, words: _Words) -> Block:
    first = paragraph[0]
    lead = _lead(paragraph)
    text, breaks = _joined(paragraph, words)
    place = Location(
        line=first.number,
        table=first.table or None,
        row=first.row or None,
        cell=first.cell or None,
    )
    kind, level = BlockKind.PARAGRAPH, 0
    if first.heading:
        kind, level = BlockKind.HEADING, first.heading
    elif first.marker:
        kind, level = BlockKind.ITEM, levels.level(first.marker, first.indent, first.nested)
    else:
        levels.end()
    levels.announced = text.endswith(":")
    return Block(
        kind,
        text,
        place,
        level=level,
        marker=first.marker,
        lead=min(lead, len(text)),
        columns=first.columns,
        blank_before=first.blank,
        indent=float(first.indent),
        breaks=breaks,
    )


def _lead(paragraph: list[_Line]) -> int:
    """How many characters the bold words at the start come to, once the marks are off."""
    bold = _STRONG_LEAD.match(" ".join(line.text for line in paragraph))
    return len(clean(bold[1])) if bold else 0


def _joined(
    paragraph: list[_Line],
    words: _Words,
) -> tuple[str, tuple[tuple[int, Location], ...]]:
    text = ""
    breaks: list[tuple[int, Location]] = []
    for line in paragraph:
        said = f"{line.marker} {line.text}" if text and line.marker else line.text
        if not text:
            text = said
        elif text[-1] in hyphens.HYPHENS:
            text = hyphens.join(text, said, words.known, breaks_words=words.broken)
        else:
            text = f"{text} {said}"
        breaks.append((max(0, len(text) - len(said)), Location(line=line.number)))
    tidy = clean(text)
    if tidy != text:
        # Marks inside the text shift what follows; the places of its lines shift with them.
        breaks = [(min(len(clean(text[:offset])), len(tidy)), place) for offset, place in breaks]
    return tidy or spaced(text), tuple(breaks[1:])
