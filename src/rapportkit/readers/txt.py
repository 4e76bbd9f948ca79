"""Plain text: pasted, saved, wrapped, quoted, or left over by a converter."""

from __future__ import annotations

import hashlib
import re

from rapportkit.errors import ReadError
from rapportkit.model.document import Block, Document, Furniture, Source, numbered
from rapportkit.model.location import Location
from rapportkit.model.options import AS_USUAL, ReadOptions
from rapportkit.readers.bounds import over
from rapportkit.readers.plain.columns import with_columns
from rapportkit.readers.plain.lines import opened
from rapportkit.readers.plain.mail import take_mail, unquoted
from rapportkit.readers.plain.marks import marks
from rapportkit.readers.plain.pages import take_pages
from rapportkit.readers.plain.paragraphs import assembled, setting
from rapportkit.text.decode import decode
from rapportkit.text.language import language
from rapportkit.text.wrap import Measure, measure


def read(data: bytes, name: str, options: ReadOptions = AS_USUAL) -> Document:
    """Read a text file's bytes; `name` is shown in messages and locations.

    Raises ReadError F002 for an empty file, F003 for bytes that are no text and F006 for too many.
    """
    if len(data) > options.limits.text_bytes:
        raise over(name, "text_bytes", options.limits)
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise ReadError(f"{name} is empty; send the file again.", code="F002")
    text = decode(data)
    if text is None:
        raise ReadError(
            f"{name} is not a text file, whatever its name says; save it as .docx, .pdf or plain text.",
            code="F003",
        )
    split = _split(text)
    blocks, furniture = _blocks(split)
    source = Source(name, hashlib.sha256(data).hexdigest(), "txt", None, language(text))
    placed = tuple(
        Furniture(each.kind, each.text, Location(name, line=each.location.line)) for each in furniture
    )
    return Document(source, numbered(blocks, name), placed, tuple(marks(split, name)) if name else ())


# Signs that nobody sees; those that join or part Arabic and Indic letters are none of them.
_NO_WIDTH = {0x200B: None, 0x2060: None, 0xFEFF: None}


def _split(text: str) -> list[str]:
    """The lines of a text; one that begins a page begins with a form feed."""
    return re.split(r"\r\n|\r|\n|\x0b|\u2028|\u2029", text.replace("\f", "\n\f"))


def _blocks(split: list[str]) -> tuple[list[Block], list[Furniture]]:
    starts = {index for index, line in enumerate(split) if line.startswith("\f")}
    raw = unquoted([line.removeprefix("\f").translate(_NO_WIDTH) for line in split])
    around = list(take_mail(raw))
    pages = take_pages(raw, starts)
    wrapped = _measured(raw)
    lines = opened(raw, pages.breaks, wrapped)
    furniture = sorted([*around, *pages.furniture], key=lambda each: each.location.line or 0)
    return with_columns(assembled(lines, setting(raw, lines, wrapped)), split), furniture


def _measured(raw: list[str]) -> Measure:
    """The width of the text. The rows of a table tell only where they were wrapped like the rest."""
    wrapped = measure(raw)
    return wrapped if wrapped.is_counted else measure([line for line in raw if "\t" not in line.strip()])
