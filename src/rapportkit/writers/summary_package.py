"""The parts of the paper's Word file around its body."""

from __future__ import annotations

from rapportkit.writers import word_package
from rapportkit.writers.summary_styles import numbering, styles
from rapportkit.writers.word_markup import clean
from rapportkit.writers.word_package import NAMESPACES

_MARGIN = 1247


def package(body: str, *, title: str, footer: tuple[str, str], language: str) -> bytes:
    """Zip a body with its parts; `footer` is what stands left, and the page phrase with its gaps."""
    parts = {
        "styles": styles(language),
        "numbering": numbering(),
        "settings": _settings(),
        "footer": _footer(*footer),
    }
    return word_package.package(_document(body), parts, title=title, language=language)


def _document(body: str) -> str:
    return (
        f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr>"
        '<w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="1304" w:right="{_MARGIN}" w:bottom="1304" w:left="{_MARGIN}" w:header="624" '
        'w:footer="624" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _footer(left: str, page: str) -> str:
    """The paper's name on the left, "Page 3 of 12" on the right."""
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    right = _text(page)
    for gap, field in fields.items():
        right = right.replace(
            gap,
            f'</w:t></w:r><w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            '<w:r><w:t xml:space="preserve">',
        )
    return (
        f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{_text(left)}'
        f"<w:r><w:tab/></w:r>{right}</w:p></w:ftr>"
    )


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{clean(text)}</w:t></w:r>'


def _settings() -> str:
    return (
        f'<w:settings {NAMESPACES}><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        "</w:settings>"
    )
