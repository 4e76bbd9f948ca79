"""A document that was read, written again in another format: a web page, an OpenDocument text."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from rapportkit.model.document import Block, BlockKind, Document


def letters(text: str) -> Counter[str]:
    """The letters and figures of a text, of which none may be lost."""
    return Counter(letter for letter in text if letter.isalnum())


def as_page(document: Document) -> str:
    """A page as Word saves it, labels of lists typed into spans."""

    def cell(blocks: Sequence[Block]) -> str:
        return f"<td>{''.join(map(_page_paragraph, blocks))}</td>"

    body = _body(document, _page_paragraph, cell, "<tr>{}</tr>", "<table>{}</table>")
    return f"<html><body>{body}{''.join(_page_notes(document))}</body></html>"


def as_open_text(document: Document) -> str:
    """The content of an OpenDocument text; a style B is bold."""

    def cell(blocks: Sequence[Block]) -> str:
        return f"<table:table-cell>{''.join(map(_open_paragraph, blocks))}</table:table-cell>"

    row, table = "<table:table-row>{}</table:table-row>", "<table:table>{}</table:table>"
    return _body(document, _open_paragraph, cell, row, table)


def _body(
    document: Document,
    paragraph: Callable[[Block], str],
    cell: Callable[[Sequence[Block]], str],
    row: str,
    table: str,
) -> str:
    pieces = []
    for number, group in groupby(document.blocks, lambda block: block.location.table):
        if number is None:
            pieces += map(paragraph, group)
            continue
        rows = []
        for _, entries in groupby(group, lambda block: block.location.row):
            blocks = list(entries)
            cells = [
                cell([block for block in blocks if block.location.cell == place])
                for place in range(1, blocks[0].columns + 1)
            ]
            rows.append(row.format("".join(cells)))
        pieces.append(table.format("".join(rows)))
    return "".join(pieces)


def _page_paragraph(block: Block) -> str:
    tag = f"h{block.level}" if block.kind is BlockKind.HEADING else "p"
    label, style = "", f"margin-left:{block.indent}pt"
    if block.marker:
        style = f"mso-list:l0 level{block.level or 1} lfo1;{style}"
        label = f"<span style='mso-list:Ignore'>{escape(block.marker)} </span>"
    cited = "".join(
        f'<a id="r{block.location.block}-{note.label}" href="#n{block.location.block}-{note.label}">{note.label}</a>'
        for note in block.notes
    )
    above = "<p>&nbsp;</p>" if block.blank_before else ""
    text = _led(block, "<b>{}</b>").replace("\n", "<br>")
    return f'{above}<{tag} style="{style}">{label}{text}{cited}</{tag}>'


def _page_notes(document: Document) -> Iterator[str]:
    for block in document.blocks:
        for note in block.notes:
            name = f"{block.location.block}-{note.label}"
            yield f'<p id="n{name}"><a href="#r{name}">{note.label}</a> {escape(note.text)}</p>'


def _open_paragraph(block: Block) -> str:
    number = f"<text:number>{escape(block.marker)}</text:number>" if block.marker else ""
    text = _led(block, '<text:span text:style-name="B">{}</text:span>').replace("\n", "<text:line-break/>")
    notes = "".join(
        f"<text:note><text:note-citation>{note.label}</text:note-citation><text:note-body><text:p>{escape(note.text)}"
        "</text:p></text:note-body></text:note>"
        for note in block.notes
    )
    inside = number + text.replace("\t", "<text:tab/>") + notes
    if block.kind is BlockKind.HEADING:
        said = f'<text:h text:outline-level="{block.level}">{inside}</text:h>'
    else:
        depth = block.level if block.marker else 0
        said = "<text:list><text:list-item>" * depth + f"<text:p>{inside}</text:p>"
        said += "</text:list-item></text:list>" * depth
    return ("<text:p/>" if block.blank_before else "") + said


def _led(block: Block, bold: str) -> str:
    lead, rest = escape(block.text[: block.lead]), escape(block.text[block.lead :])
    return (bold.format(lead) if lead else "") + rest
