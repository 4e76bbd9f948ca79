"""A copy of a Word file with a comment at each place where a finding stands, and a list at the top for the rest.

Nothing is parsed and written anew: what is added is put in between the bytes of the file. Taking it out again
gives the file back, byte for byte.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Sequence
from xml.parsers import expat

from rapportkit.model.document import Document
from rapportkit.model.finding import Finding
from rapportkit.writers.annotated import comments, notice, ranges
from rapportkit.writers.annotated.archive import canonical
from rapportkit.writers.annotated.comments import Placed
from rapportkit.writers.annotated.package import Package
from rapportkit.writers.annotated.phrases import Phrases, phrases
from rapportkit.writers.annotated.placing import Target, target
from rapportkit.writers.annotated.ranges import Range
from rapportkit.writers.annotated.refusals import refuse_foreign, unfit
from rapportkit.writers.annotated.scan import Body, scan
from rapportkit.writers.annotated.splices import Splice, spliced

# What the parser and the standard library raise on files that a more patient reader could read.
_BROKEN = (
    *(expat.ExpatError, zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, NotImplementedError, RuntimeError),
)


def write(data: bytes, document: Document, findings: Sequence[Finding], language: str = "en") -> bytes:
    """Write findings into a copy of a Word file (.docx, .docm, .dotx).

    `data` are the very bytes that `document` was read from; `language` is the BCP 47 tag of the few words that
    are not the findings' own. Findings that are let pass (`waived`) are left out; without any other the file
    comes back as it is. A digital signature cannot hold for the copy, and the list at the top says so.

    Raises UsageError for any other kind of file, a locked one, or one that has changed; OutputError for one
    that cannot be written into.
    """
    refuse_foreign(data, document.source, "docx")
    open_findings = [finding for finding in findings if not finding.waived]
    if not open_findings:
        return data
    name = document.source.name
    try:
        return _written(Package(data, name), document, open_findings, phrases(language))
    except _BROKEN as error:
        raise unfit(name, "something", "does not hold together") from error


def _written(package: Package, document: Document, findings: Sequence[Finding], words: Phrases) -> bytes:
    data = package.main_data
    targets = [target(document, finding) for finding in findings]
    anchors = [_anchor(each, package.main) for each in targets]
    body = scan(data, {anchor for anchor in anchors if anchor is not None})
    if not body.top:
        raise unfit(package.name, "the document", "has no text")
    found = [
        None if each is None or anchor is None else _range(data, body, anchor, each)
        for each, anchor in zip(targets, anchors, strict=True)
    ]
    placed = [
        Placed(finding, where, body.paragraphs[anchor].dialect)
        for finding, where, anchor in zip(findings, found, anchors, strict=True)
        if where is not None and anchor is not None
    ]
    placed.sort(key=lambda each: each.range[0].at)  # comments are listed as the text runs
    listed = [finding for finding, where in zip(findings, found, strict=True) if where is None]
    signed = package.is_signed
    head = notice.markup(listed, len(placed), words, body.dialect, signed=signed)
    ids = _comment(package, placed, body, words) if placed else []
    package.change(package.main, spliced(data, [Splice(body.top, head), *comments.marks(placed, ids)]))
    return package.written()


def _anchor(where: Target | None, main: str) -> int | None:
    """Which paragraph of the main part holds a target."""
    if where is None or where.block.anchor is None:
        return None
    part, index = where.block.anchor
    return index if canonical(part) == canonical(main) else None


def _range(data: bytes, body: Body, anchor: int, where: Target) -> Range | None:
    """Where the comment on a target begins and ends; None where none can stand."""
    paragraph = body.paragraphs.get(anchor)
    if paragraph is None or paragraph.is_closed:
        return None
    if anchor != paragraph.index:
        return ranges.around(paragraph, paragraph.inside[anchor], body.fields)
    text = where.block.text
    of_all = ranges.whole(paragraph, body.fields)
    if where.span is None and of_all is not None:
        return of_all
    # Where the paragraph ends inside the code of a field, its words may still stand outside.
    span = where.span or (0, len(text))
    return ranges.of_words(data, paragraph, text, span, body.fields) or of_all


def _comment(package: Package, placed: Sequence[Placed], body: Body, words: Phrases) -> list[int]:
    """Add the comments to the part that holds them; gives their ids."""
    part, known = package.comments(strict=body.dialect.is_strict)
    taken = {entry.get("id") for entry in known.entries} | body.comment_ids
    ids = comments.new_ids(taken, len(placed))
    texts = [comments.markup(each.finding, number, words) for each, number in zip(placed, ids, strict=True)]
    package.change(part, known.with_more(known.dialect.written("".join(texts))))
    return ids
