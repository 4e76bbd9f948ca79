"""The list at the top of an annotated Word file: what was found, and what has no place for a comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportkit.model.finding import Finding
from rapportkit.writers.annotated.comments import one_line, rule
from rapportkit.writers.annotated.names import Dialect
from rapportkit.writers.annotated.phrases import Phrases
from rapportkit.writers.word_markup import clean

OWN = "rapportkit-findings"
"""The tag of the content control that holds the list; readers/ooxml/controls.py passes it by."""

_INK, _GROUND, _EDGE = "1F1F1F", "EDEDED", "7F7F7F"
_SIDES = ("top", "left", "bottom", "right")


def markup(
    listed: Sequence[Finding], placed: int, phrases: Phrases, dialect: Dialect, *, signed: bool
) -> bytes:
    """The paragraphs to put in; `placed` is the number of comments, `signed` says that there was a signature.

    All of their look is said in place, so that no style of the author's changes it, nor they a style.
    """
    lines = _lines(listed, placed, phrases, signed=signed)
    said = "".join(_paragraph(line, phrases, dialect) for line in lines)
    # A content control: one click takes it out again, and whoever reads the copy knows it by its tag.
    return dialect.written(
        f'<w:sdt><w:sdtPr><w:alias w:val="rapportkit"/><w:tag w:val="{OWN}"/></w:sdtPr>'
        f"<w:sdtContent>{said}</w:sdtContent></w:sdt>"
    )


def _lines(
    listed: Sequence[Finding], placed: int, phrases: Phrases, *, signed: bool
) -> Iterator[list[tuple[str, bool]]]:
    yield [(phrases.count(phrases.found, placed + len(listed)), True)]
    counts = (phrases.placed, placed), (phrases.listed, len(listed))
    said = [phrases.count(forms, number) for forms, number in counts if number]
    yield [(" ".join([*said, phrases.remove, *([phrases.signed] if signed else [])]), False)]
    for number, finding in enumerate(listed, 1):
        place = f"{finding.place}{phrases.colon} " if finding.place else ""
        yield [
            (f"{number}. {place}{_ended(finding.message)}", True),
            (f" {finding.help} {rule(finding, phrases)}", False),
        ]


def _ended(sentence: str) -> str:
    """A sentence with its full stop: rules leave it out, here another sentence follows."""
    sentence = sentence.rstrip()
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


def _paragraph(line: list[tuple[str, bool]], phrases: Phrases, dialect: Dialect) -> str:
    left, right = ("start", "end") if dialect.is_strict else ("left", "right")
    edges = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="4" w:color="{_EDGE}"/>' for side in _SIDES)
    look = (
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        f"<w:pBdr>{edges}</w:pBdr>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_GROUND}"/><w:bidi w:val="0"/>'
        '<w:spacing w:before="0" w:after="80" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:{left}="142" w:{right}="142" w:firstLine="0"/><w:jc w:val="{left}"/>'
        '<w:outlineLvl w:val="9"/>'
    )
    return f"<w:p><w:pPr>{look}</w:pPr>{''.join(_run(text, bold, phrases) for text, bold in line)}</w:p>"


def _run(text: str, bold: bool, phrases: Phrases) -> str:
    value = "1" if bold else "0"
    said = clean(one_line(text))
    space = " " if text.startswith(" ") else ""
    return (
        f'<w:r><w:rPr><w:b w:val="{value}"/><w:i w:val="0"/><w:caps w:val="0"/><w:smallCaps w:val="0"/>'
        f'<w:vanish w:val="0"/><w:color w:val="{_INK}"/><w:sz w:val="20"/><w:szCs w:val="20"/>'
        f'<w:lang w:val="{phrases.spelling}"/></w:rPr><w:t xml:space="preserve">{space}{said}</w:t></w:r>'
    )
