"""Mails (.eml) and web archives (.mht): the report in the text, and the files that are attached."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from email import message_from_bytes, policy

from rapportkit.errors import ReadError, SeveralError
from rapportkit.model.document import Block, Document, Furniture, FurnitureKind, Remark, Source, numbered
from rapportkit.model.location import Location
from rapportkit.model.options import AS_USUAL, ReadOptions
from rapportkit.readers import READERS, reader_for
from rapportkit.readers.mail.content import Content, better, count_own_words, count_words, read_texts
from rapportkit.readers.mail.heads import Part
from rapportkit.readers.mail.parts import Attachment, Mail, Text, take_apart
from rapportkit.readers.ooxml.line import is_visible, one_line
from rapportkit.text.language import language

SHORT = 150
"""Words up to which the text of a mail is a letter that goes with a report, and not the report."""

_DEEPEST = 100  # parts inside one another
# The library reads such a head again for every question about it, and in the square of its length.
_DESCRIBED = re.compile(rb"^content-[\w-]+:[^\n]*+(?:\n[ \t][^\n]*+)*+", re.IGNORECASE | re.MULTILINE)
_LONGEST = 20_000
_BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)
_ARCHIVES = ("mht", "mhtml")


def read(data: bytes, name: str, options: ReadOptions = AS_USUAL) -> Document:
    """Read a mail: its text, or the one report attached to a short letter; nothing is fetched.

    `name` is the file name to show. Raises SeveralError where more than one of its text and what is attached
    may be a report, unless `options.part` says which is wanted; ReadError: F002 empty, F003 no text,
    F005 encrypted, F006 beyond the limits, and what the reader of an attachment raises.
    """
    if not data.strip(b" \t\r\n\0"):
        raise ReadError(f"{name} is empty; send the file again.", code="F002")
    if len(_BOUNDARY.findall(data)) > _DEEPEST:
        raise _tangled(name)
    if any(len(found[0]) > _LONGEST for found in _DESCRIBED.finditer(data)):
        raise ReadError(
            f"{name} is beyond what is safe to open: it describes a part in more than {_LONGEST:,} characters; "
            "save the report out of it and send that.",
            code="F006",
        )
    try:
        mail = _parse(data, name, options)
    except RecursionError as error:
        raise _tangled(name) from error
    content = read_texts(mail, name, options)
    files = [each for each in mail.attachments if not each.shown or _is_readable(each)]
    reports = [each for each in files if _is_readable(each)]
    if options.part:
        return _part(reports, options.part, name, options)
    content = _chosen(mail, content, files, reports, name, options)
    heads = [Furniture(FurnitureKind.HEADER, line, Location(area="head of the mail")) for line in mail.heads]
    kind = "mht" if name.casefold().endswith(_ARCHIVES) else "eml"
    digest = hashlib.sha256(data).hexdigest()
    return Document(
        Source(name, digest, kind, content.pages, content.language),
        numbered(content.blocks, name),
        tuple(
            replace(each, location=replace(each.location, source=name))
            for each in (*heads, *content.furniture)
        ),
        tuple(replace(each, location=replace(each.location, source=name)) for each in content.remarks),
        properties=content.properties,
    )


def _parse(data: bytes, name: str, options: ReadOptions) -> Mail:
    def choose(one: Text, other: Text) -> Text:
        return better(one, other, name, options)

    try:
        return take_apart(message_from_bytes(data, policy=policy.default), choose)
    except (ReadError, RecursionError):
        raise
    except Exception:  # noqa: BLE001 - on malformed heads the library's new parser raises whatever it met
        message: Part = message_from_bytes(data, policy=policy.compat32)
        return take_apart(message, choose)


def _part(reports: Sequence[Attachment], part: int, name: str, options: ReadOptions) -> Document:
    """One of the files that are attached, as a document of its own."""
    if part > len(reports):
        raise ReadError(f"{name} has no file number {part} attached that can be read.")
    return _read_attached(reports[part - 1], name, replace(options, part=None))


def _chosen(
    mail: Mail,
    content: Content,
    files: Sequence[Attachment],
    reports: Sequence[Attachment],
    name: str,
    options: ReadOptions,
) -> Content:
    """What of a mail is the report: `content`, its text, or one of the `reports` among its `files`."""
    words = count_own_words(mail, content)
    if options.part is None and reports:
        if words > SHORT or len(reports) > 1:
            raise _several(name, files, reports, with_text=content.has_text)
        report = _read_attached(reports[0], name, options)
        if sum(count_words(block.text) for block in report.blocks) >= words:
            return _beside(content, report, reports[0], files)
    if not content.has_text:
        _refuse_empty(mail, files, name)
    content.remarks += _unread([each for each in files if options.part is None or each not in reports])
    content.language = language(" ".join(block.text for block in content.blocks)) or content.language
    return content


def _several(
    name: str, files: Sequence[Attachment], reports: Sequence[Attachment], *, with_text: bool
) -> SeveralError:
    """What says that a mail brings several reports; files of one name are told apart by their number."""
    names = [each.name for each in reports]
    numbered_files = tuple(
        (number, f"{each} ({number})" if names.count(each) > 1 else each)
        for number, each in enumerate(names, 1)
    )
    return SeveralError(
        f"{name} brings {len(reports)} files that may each be a report ({_listed(reports)}); "
        "save them out of the mail and give each by itself.",
        (*([(0, "")] if with_text else []), *numbered_files),
        tuple(each.name for each in files if each not in reports),
    )


def _is_readable(file: Attachment) -> bool:
    dot = file.name.rfind(".")
    return dot > 0 and file.name[dot:].casefold() in READERS


def _listed(files: Sequence[Attachment]) -> str:
    return ", ".join(each.name for each in files)


def _refuse_empty(mail: Mail, files: Sequence[Attachment], name: str) -> None:
    if mail.sealed:
        raise ReadError(
            f"{name} is encrypted; open it in your mail program, save the report out of it and send that.",
            code="F005",
        )
    if files:
        raise ReadError(
            f"{name} has no text, and what is attached to it ({_listed(files)}) is not read; "
            "send the report as .docx or .pdf.",
            code="F002",
        )


def _tangled(name: str) -> ReadError:
    return ReadError(
        f"{name} is beyond what is safe to open: it has more than {_DEEPEST} parts inside one another; "
        "save the report out of it and send that.",
        code="F006",
    )


def _unread(files: Sequence[Attachment]) -> list[Remark]:
    return [
        Remark(
            "D005",
            f"The attachment {file.name} was not read; save it out of the mail and give it by itself.",
            Location(area=f"attachment {file.name}"),
            "attachment",
            (("attachment", file.name),),
        )
        for file in files
    ]


def _read_attached(file: Attachment, name: str, options: ReadOptions) -> Document:
    shown = f"{name}, attachment {file.name}"
    document = reader_for(shown, file.data)(file.data, shown, options)
    if not any(is_visible(block.text) for block in document.blocks):
        raise ReadError(f"{shown}: there is no text in it; was the right file sent?", code="F002")
    return document


def _beside(letter: Content, document: Document, report: Attachment, files: Sequence[Attachment]) -> Content:
    """The report that is attached; the letter stands beside it."""
    place = f"attachment {report.name}"

    def within(location: Location) -> Location:
        return replace(location, source="", area=", ".join(filter(None, (place, location.area))))

    def moved(block: Block) -> Block:
        breaks = tuple((offset, within(there)) for offset, there in block.breaks)
        return replace(block, location=within(block.location), breaks=breaks)

    return Content(
        [moved(block) for block in document.blocks],
        [*_as_furniture(letter), *(_at(each, within(each.location)) for each in document.furniture)],
        [
            *letter.remarks,
            *(replace(each, location=within(each.location)) for each in document.remarks),
            *_unread([each for each in files if each is not report]),
        ],
        document.source.pages,
        document.source.language,
        document.properties,
    )


def _as_furniture(letter: Content) -> list[Furniture]:
    said = [
        Furniture(FurnitureKind.HEADER, one_line(text), block.location)
        for block in letter.blocks
        for text in (f"{block.marker} {block.text}", *(note.text for note in block.notes))
        if is_visible(text)
    ]
    return [*said, *letter.furniture]


def _at(piece: Furniture, location: Location) -> Furniture:
    return replace(piece, location=location)
