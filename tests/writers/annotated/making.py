"""Findings at words of a Word file, the annotated copy, and what its comments cover."""

import io
import zipfile
from dataclasses import dataclass, replace

from lxml import etree

from rapportkit import api
from rapportkit.model.document import Document
from rapportkit.model.finding import Finding, Severity
from rapportkit.model.location import Location
from rapportkit.writers.annotated import docx

TRANSITIONAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def finding(message: str, location: Location | None = None, **other) -> Finding:
    """A finding that says what it is told to say."""
    said = {"help": "Mend it.", "severity": Severity.ERROR, "code": "L001", "name": "too-many-points"} | other
    return Finding(file="report.docx", message=message, location=location, **said)


def at(document: Document, words: str, count: int = 0, message: str = "") -> Finding:
    """A finding about words of a document: the block that holds them, and which of them if several."""
    for block in document.blocks:
        start = -1
        while (start := block.text.find(words, start + 1)) >= 0:
            if count == 0:
                span = (start, start + len(words))
                return finding(message or f"about {words}", replace(block.location, span=span))
            count -= 1
    raise AssertionError(f"no block holds {words!r}")


@dataclass
class Copy:
    """An annotated copy beside its original."""

    original: bytes
    data: bytes
    document: Document

    def __post_init__(self) -> None:
        self.before, self.after = members(self.original), members(self.data)
        self.changed = {name for name, data in self.after.items() if self.before.get(name) != data}
        self.read = api.read(self.data, "report.docx")

    def root(self, name: str = "word/document.xml") -> etree._Element:
        return etree.fromstring(self.after[name])

    @property
    def comments(self) -> list[str]:
        """The texts of the comments, their paragraphs joined by a bar."""
        root = self.root(next(name for name in self.after if name.endswith("comments.xml")))
        space = root.tag.partition("}")[0] + "}"
        return [
            "|".join("".join(t.text for t in p.iter(f"{space}t")) for p in each.iter(f"{space}p"))
            for each in root
        ]

    @property
    def covered(self) -> list[str]:
        """The words that each comment covers, in the order of the comments' ids."""
        return [words for _, words in sorted(self._covered().items())]

    def _covered(self) -> dict[int, str]:
        root = self.root(next(name for name in self.after if name.endswith(("document.xml", "main7.xml"))))
        space = root.tag.partition("}")[0] + "}"
        open_now: dict[int, str] = {}
        done: dict[int, str] = {}
        for each in root.iter():
            name = etree.QName(each).localname if isinstance(each.tag, str) else ""
            number = int(each.get(f"{space}id", 0)) if name.startswith("comment") else 0
            if name == "commentRangeStart":
                open_now[number] = ""
            elif name == "commentRangeEnd":
                done[number] = open_now.pop(number)
            elif name == "commentReference":
                assert number in done, "a reference stands behind its range"
            elif name in {"t", "delText"}:
                open_now = {key: words + (each.text or "") for key, words in open_now.items()}
        assert not open_now
        return done

    @property
    def top(self) -> list[str]:
        """The paragraphs of the list at the top, which stand in a content control of their own."""
        changed = (self.root(name) for name in self.changed if name.endswith(".xml"))
        controls = [each for root in changed for each in root.iter() if named(each) == "sdt" and is_own(each)]
        assert len(controls) <= 1
        return [
            "".join(text.text for text in paragraph.iter() if named(text) == "t")
            for control in controls
            for paragraph in control.iter()
            if named(paragraph) == "p"
        ]


def annotated(data: bytes, *found, language: str = "en") -> Copy:
    """A copy with findings at these words (or with these findings), checked for what must always hold."""
    document = api.read(data, "report.docx")
    findings = [at(document, each) if isinstance(each, str) else each for each in found]
    new = docx.write(data, document, findings, language)
    copy = Copy(data, new, document)
    check(copy)
    return copy


def check(copy: Copy) -> None:
    """Nothing of the author's is lost or moved, and what is new may stand where it stands."""
    for name in copy.changed & set(copy.before):
        assert is_within(copy.before[name], copy.after[name]), name
    assert list(copy.after)[: len(copy.before)] == list(copy.before)
    more = len(copy.read.blocks) - len(copy.document.blocks)
    assert [shape(block) for block in copy.read.blocks[more:]] == [
        shape(block) for block in copy.document.blocks
    ]
    for name in copy.changed:
        check_marks(copy.root(name))


def is_own(control: etree._Element) -> bool:
    """Whether a content control bears the tag of the list."""
    tags = [each for each in control[0] if named(each) == "tag"]
    return any("rapportkit-findings" in tag.attrib.values() for tag in tags)


def shape(block) -> tuple:
    """What a block says, without where it stands."""
    return (
        *(block.kind, block.text, block.level, block.marker, block.lead, block.columns, block.notes),
        *(block.blank_before, block.indent, block.centred, block.location.links, block.location.area),
    )


_MAY_HOLD = {"p", "hyperlink", "ins", "smartTag", "sdtContent"}


def check_marks(root: etree._Element) -> None:
    """Marks of comments stand between the runs of a paragraph, behind its properties."""
    ids = [each.get(f"{each.tag.partition('}')[0]}}}id") for each in root if named(each) == "comment"]
    assert len(set(ids)) == len(ids)
    for mark in root.iter():
        if named(mark) in {"commentRangeStart", "commentRangeEnd"}:
            assert named(mark.getparent()) in _MAY_HOLD
        if named(mark) == "pPr" and named(mark.getparent()) == "p":
            assert mark.getparent()[0] is mark
        if named(mark) == "rPr" and named(mark.getparent()) == "r":
            assert mark.getparent()[0] is mark


def named(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {info.filename: archive.read(info) for info in archive.infolist()}


def is_within(old: bytes, new: bytes) -> bool:
    """Whether some bytes can be taken out of `new` so that `old` is left."""
    at = 0
    for start in range(len(old)):
        at = new.find(old[start : start + 1], at) + 1
        if not at:
            return False
    return True
