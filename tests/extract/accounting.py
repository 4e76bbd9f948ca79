"""Counts the words of a document and of what became of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from rapportkit.model.document import Document
from rapportkit.model.report import Point, Report

WORD = re.compile(r"\w+")
# Item numbers are marks, no words: the contract takes them off.
ITEM = re.compile(
    r"(?m)(?:^|(?<=•))\s*(?:[-–•*]\s*)*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivx]{1,4})[.)]|Q\d\W|[eo¢=©«§]\s)(?=\s|$)\s*"
)


def words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in WORD.findall(text))


def of_document(document: Document) -> Counter[str]:
    """Every word that the reader gave, markers apart."""
    return words(
        [
            *(without_number(block.text) for block in document.blocks),
            *(note.text for block in document.blocks for note in block.notes),
            *(each.text for each in document.furniture),
        ]
    )


def of_report(report: Report) -> Counter[str]:
    """Every word in fields, unplaced and wording."""
    return words(
        [
            *(value.text for _, value in report.header),
            *(text for answer in report.answers for point in answer.points for text in said(point)),
            *(passage.text for passage in (*report.unplaced, *report.wording)),
        ]
    )


def said(point: Point) -> Iterator[str]:
    yield from (point.text, point.speaker, point.consent, str(point.number or ""))
    yield from (note.text for note in point.notes)
    for below in (*point.points, *(each for _, part in point.parts for each in part)):
        yield from said(below)


def lost(document: Document, report: Report) -> Counter[str]:
    return of_document(document) - of_report(report)


def without_number(text: str) -> str:
    """A line without the number in front of it, and without one after a bullet before that."""
    return ITEM.sub("", text)
