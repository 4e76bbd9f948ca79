"""The parts of a Word file around the form itself."""

from __future__ import annotations

from collections.abc import Sequence

from rapportkit.writers import word_package
from rapportkit.writers.form_markup import BULLET_LIST, Ledger, body
from rapportkit.writers.form_nodes import Marks, Node
from rapportkit.writers.form_styles import styles
from rapportkit.writers.word_markup import clean
from rapportkit.writers.word_package import NAMESPACES

_ABSTRACT = {Marks.BULLETS: 0, Marks.NUMBERS: 1, Marks.QUESTIONS: 2, Marks.CHAPTERS: 3}


def package(nodes: Sequence[Node], *, title: str, language: str) -> bytes:
    """Put a form into a Word file; `language` is the tag that Word spells by."""
    ledger = Ledger()
    document = _document(body(nodes, ledger))
    parts = {
        "styles": styles(language),
        "numbering": _numbering(ledger),
        "settings": _settings(),
        "footnotes": _footnotes(ledger),
        "footer": _footer(),
    }
    return word_package.package(document, parts, title=title, language=language)


def _document(written: str) -> str:
    return (
        f"<w:document {NAMESPACES}><w:body>{written}<w:sectPr>"
        '<w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
        'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _numbering(ledger: Ledger) -> str:
    abstract = "".join(_abstract(marks) for marks in _ABSTRACT)
    lists = f'<w:num w:numId="{BULLET_LIST}"><w:abstractNumId w:val="0"/></w:num>'
    for index, (marks, start) in enumerate(ledger.lists, start=BULLET_LIST + 1):
        lists += (
            f'<w:num w:numId="{index}"><w:abstractNumId w:val="{_ABSTRACT[marks]}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
    return f"<w:numbering {NAMESPACES}>{abstract}{lists}</w:numbering>"


def _abstract(marks: Marks) -> str:
    levels = "".join(_level(marks, level) for level in range(9))
    return (
        f'<w:abstractNum w:abstractNumId="{_ABSTRACT[marks]}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(marks: Marks, level: int) -> str:
    if marks is Marks.BULLETS:
        form, text = "bullet", "•–▪"[level % 3]
    else:
        form, text = ("decimal", "lowerLetter", "lowerRoman")[level % 3], f"%{level + 1}."
    left = 360 * (level + 1)
    # A lead-in runs on as a paragraph; the items of a list hang.
    indent = (
        '<w:ind w:left="0" w:firstLine="0"/>'
        if marks is Marks.CHAPTERS
        else f'<w:ind w:left="{left}" w:hanging="360"/>'
    )
    bold = "<w:rPr><w:b/></w:rPr>" if marks in {Marks.CHAPTERS, Marks.QUESTIONS} else ""
    suffix = '<w:suff w:val="space"/>' if marks is Marks.CHAPTERS else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{suffix}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr>{bold}</w:lvl>'
    )


def _footnotes(ledger: Ledger) -> str:
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for kind, number, mark in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    reference = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{reference}'
        f'<w:r><w:t xml:space="preserve"> {clean(text)}</w:t></w:r></w:p></w:footnote>'
        for number, text in enumerate(ledger.notes, start=1)
    )
    return f"<w:footnotes {NAMESPACES}>{separators}{notes}</w:footnotes>"


def _footer() -> str:
    return (
        f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
    )


def _settings() -> str:
    return (
        f'<w:settings {NAMESPACES}><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )
