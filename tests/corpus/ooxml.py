"""The Word features that python-docx has no words for, as XML."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

CHANGED = {"w:author": "Reporting desk", "w:date": "2018-12-07T09:00:00Z"}
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
BULLETS = (("\uf0b7", "Symbol"), ("o", "Courier New"), ("\uf0a7", "Wingdings"))


def make(tag: str, children: tuple[Any, ...] = (), **attributes: str) -> Any:
    """An element of the w: namespace; "w_val" stands for w:val."""
    found = OxmlElement(tag)
    for key, value in attributes.items():
        found.set(qn(key.replace("_", ":", 1)), value)
    for child in children:
        found.append(child)
    return found


def with_date(data: bytes, day: str) -> bytes:
    """An XML part with all its dates set to one day."""
    root = etree.fromstring(data)
    for found in root.iter():
        for key in found.attrib:
            if str(key).endswith("}date"):
                found.set(key, day)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


class Numbering:
    """Lists of a document: bullets, numbered points and numbered questions, each list with its own count."""

    def __init__(self, word: Document) -> None:
        self._root = word.part.numbering_part.element
        self._abstract: dict[str, int] = {}
        self._lists: dict[tuple[str, int], int] = {}

    def apply(self, word: Paragraph, kind: str, series: int, level: int) -> None:
        """Make a paragraph an item of a list."""
        number = self._list(kind, series)
        marks: Any = word._p.get_or_add_pPr()
        properties = marks.get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = number

    def _list(self, kind: str, series: int) -> int:
        key = (kind, series)
        if key not in self._lists:
            number = 500 + len(self._lists)
            start = make("w:startOverride", w_val="1")
            override = make("w:lvlOverride", (start,), w_ilvl="0")
            abstract = make("w:abstractNumId", w_val=str(self._kind(kind)))
            overrides = () if kind == "bullets" else (override,)
            self._root.append(make("w:num", (abstract, *overrides), w_numId=str(number)))
            self._lists[key] = number
        return self._lists[key]

    def _kind(self, kind: str) -> int:
        if kind not in self._abstract:
            number = 900 + len(self._abstract)
            levels = tuple(self._level(kind, level) for level in range(3))
            found = make("w:abstractNum", (make("w:multiLevelType", w_val="hybridMultilevel"), *levels))
            found.set(qn("w:abstractNumId"), str(number))
            # All w:abstractNum stand before the first w:num.
            self._root.insert(0, found)
            self._abstract[kind] = number
        return self._abstract[kind]

    def _level(self, kind: str, level: int) -> Any:
        left = 720 + 500 * level if kind != "questions" else 360
        indent = make("w:pPr", (make("w:ind", w_left=str(left), w_hanging="360"),))
        bullet = kind == "bullets" or level > 0
        text, font = BULLETS[level] if bullet else ("%1.", "")
        parts = [
            make("w:start", w_val="1"),
            make("w:numFmt", w_val="bullet" if bullet else "decimal"),
            make("w:lvlText", w_val=text),
            make("w:lvlJc", w_val="left"),
            indent,
        ]
        if font:
            parts.append(make("w:rPr", (make("w:rFonts", w_ascii=font, w_hAnsi=font, w_hint="default"),)))
        return make("w:lvl", tuple(parts), w_ilvl=str(level))


class Footnotes:
    """A document's footnotes part, stored only when something was cited."""

    def __init__(self, word: Document) -> None:
        self._word = word
        self._texts: list[str] = []

    def cite(self, word: Paragraph, text: str) -> None:
        """Put a reference at the end of a paragraph, and keep the note."""
        self._texts.append(text)
        raised = make("w:rPr", (make("w:vertAlign", w_val="superscript"),))
        mark = make("w:footnoteReference", w_id=str(len(self._texts) + 1))
        word._p.append(make("w:r", (raised, mark)))

    def store(self) -> None:
        """Add the part to the package."""
        if not self._texts:
            return
        notes = "".join(
            f'<w:footnote w:id="{at}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
            for at, text in enumerate(self._texts, start=2)
        )
        lines = (
            '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
        )
        blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{lines}{notes}</w:footnotes>'
        package = self._word.part.package
        part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, blob.encode(), package)
        self._word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def add_field(word: Paragraph, name: str) -> None:
    """Add a field such as PAGE."""
    shown = make("w:r", (parse_xml(f"<w:t {nsdecls('w')}>1</w:t>"),))
    word._p.append(make("w:fldSimple", (shown,), w_instr=name))


def add_link(word: Paragraph, text: str, target: str) -> None:
    """Add a hyperlink."""
    run = word.add_run(text)
    run.underline = True
    link = make("w:hyperlink")
    link.set(qn("r:id"), word.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run._r.addprevious(link)
    link.append(run._r)


def mark_change(run: Run, kind: str) -> None:
    """Make a run a tracked insertion or deletion."""
    change = make("w:ins" if kind == "inserted" else "w:del")
    change.set(qn("w:id"), "71" if kind == "inserted" else "72")
    for key, value in CHANGED.items():
        change.set(qn(key), value)
    run._r.addprevious(change)
    change.append(run._r)
    if kind == "deleted":
        for text in run._r.findall(qn("w:t")):
            text.tag = qn("w:delText")


def delete_paragraph(word: Paragraph) -> None:
    """Mark a whole paragraph as deleted, its end included."""
    for run in word.runs:
        mark_change(run, "deleted")
    properties = word._p.get_or_add_pPr()
    mark = make("w:del")
    mark.set(qn("w:id"), "73")
    for key, value in CHANGED.items():
        mark.set(qn(key), value)
    properties.append(make("w:rPr", (mark,)))


def in_inline_control(run: Run) -> None:
    """Put a run into a content control."""
    content = make("w:sdtContent")
    control = make("w:sdt", (make("w:sdtPr", (make("w:text"),)), content))
    run._r.addprevious(control)
    content.append(run._r)


def in_block_control(word: Paragraph, *, placeholder: bool = False) -> None:
    """Put a paragraph into a content control; one whose prompt is still showing if it is a placeholder."""
    properties = make("w:sdtPr", (make("w:showingPlcHdr"),) if placeholder else ())
    content = make("w:sdtContent")
    control = make("w:sdt", (properties, content))
    word._p.addprevious(control)
    content.append(word._p)


def placeholder_run(word: Paragraph, text: str) -> None:
    """The grey prompt of an empty content control."""
    run = word.add_run(text)
    run._r.get_or_add_rPr().append(make("w:color", w_val="808080"))


def shade(word: WordCell) -> None:
    """Grey behind a cell."""
    word._tc.get_or_add_tcPr().append(make("w:shd", w_val="clear", w_color="auto", w_fill="D9E2F3"))


def merge_down(word: WordCell, part: str) -> None:
    """Merge a cell downwards: part is start or continue."""
    merged = make("w:vMerge") if part == "continue" else make("w:vMerge", w_val="restart")
    word._tc.get_or_add_tcPr().append(merged)


def set_span(tc: Any, columns: int) -> None:
    """Make a cell as wide as several columns."""
    tc.get_or_add_tcPr().append(make("w:gridSpan", w_val=str(columns)))
