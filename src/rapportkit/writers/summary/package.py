"""The parts of the paper's Word file around its body."""

from __future__ import annotations

from rapportkit.writers import word_package
from rapportkit.writers.summary.ooxml import Body
from rapportkit.writers.summary.pages import FOOTERS, LENGTH, WIDTH
from rapportkit.writers.summary.styles import numbering, styles
from rapportkit.writers.word_markup import clean
from rapportkit.writers.word_package import NAMESPACES

# A longer name would leave no room for the page on the same line.
_LONGEST_NAME = 80


def package(body: Body, written: str, *, title: str, footer: tuple[str, str]) -> bytes:
    """Zip what a body has written with its parts; `footer` is what stands left, and the page phrase with its gaps."""
    # The order is that of the relationships: the footers are the fourth and fifth.
    parts = {
        "styles": styles(body.language),
        "numbering": numbering(),
        "settings": _settings(),
        **{part: _footer(*footer, lying=lying) for lying, part in enumerate(FOOTERS)},
    }
    return word_package.package(
        f"<w:document {NAMESPACES}><w:body>{written}</w:body></w:document>",
        parts,
        title=title,
        language=body.language,
        pictures=body.pictures,
        author="",
    )


def _footer(left: str, page: str, *, lying: int) -> str:
    """The paper's name on the left, "Page 3 of 12" on the right."""
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    right = _text(page)
    for gap, field in fields.items():
        right = right.replace(
            gap,
            f'</w:t></w:r><w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            '<w:r><w:t xml:space="preserve">',
        )
    stop = f'<w:tabs><w:tab w:val="clear" w:pos="{WIDTH}"/><w:tab w:val="right" w:pos="{LENGTH}"/></w:tabs>'
    return (
        f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/>{stop if lying else ""}</w:pPr>'
        f"{_text(_shortened(left))}<w:r><w:tab/></w:r>{right}</w:p></w:ftr>"
    )


def _shortened(name: str) -> str:
    """A name that fits into a line.

    >>> _shortened("Forum " * 20)
    'Forum Forum Forum Forum Forum Forum Forum Forum Forum Forum Forum Forum Forum …'
    """
    words = " ".join(name.split())
    if len(words) <= _LONGEST_NAME:
        return words
    return f"{words[: _LONGEST_NAME - 1].rpartition(' ')[0] or words[: _LONGEST_NAME - 2]} …"


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{clean(text)}</w:t></w:r>'


def _settings() -> str:
    return (
        f'<w:settings {NAMESPACES}><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        "</w:settings>"
    )
