"""Leave out of a style sheet what a reader never asks for: half the time of reading a form went there."""

from __future__ import annotations

import re

_WORTH_IT = 40_000  # bytes; below that, parsing all is as fast
_END = b"</w:style>"
_START = b"<w:style "
_STYLE_ID = re.compile(rb'\sw:styleId="([^"]*)"')
_BASED_ON = re.compile(rb'<w:basedOn\s+w:val="([^"]*)"')
_LATENT, _LATENT_END = b"<w:latentStyles", b"</w:latentStyles>"


def slim(data: bytes, tables: set[str]) -> bytes:
    """A styles part without the table styles that no table uses, and without the latent ones.

    Only the plain way in which Word and its peers write the part is cut; anything else comes back whole.
    """
    if len(data) < _WORTH_IT or b"<!" in data or _END not in data:
        return data
    *pieces, rest = data.split(_END)
    heads = [_table_style(piece) for piece in pieces]
    based = dict(filter(None, heads))
    keep = _with_bases({name.encode() for name in tables}, based)
    kept = [
        piece + _END if head is None or head[0] in keep else piece[: piece.rfind(_START)]
        for piece, head in zip(pieces, heads, strict=True)
    ]
    return _without_latent(b"".join([*kept, rest]))


def _without_latent(data: bytes) -> bytes:
    start, end = data.find(_LATENT), data.find(_LATENT_END)
    return data if not 0 <= start < end else data[:start] + data[end + len(_LATENT_END) :]


def _table_style(piece: bytes) -> tuple[bytes, bytes] | None:
    """The id and base of a table style; None for any other style."""
    start = piece.rfind(_START)
    head = piece[start : piece.find(b">", start)]
    identifier = _STYLE_ID.search(head)
    if start < 0 or b'w:type="table"' not in head or identifier is None:
        return None
    base = _BASED_ON.search(piece, start)
    return identifier[1], base[1] if base else b""


def _with_bases(used: set[bytes], based: dict[bytes, bytes]) -> set[bytes]:
    keep: set[bytes] = set()
    for identifier in used:
        while identifier in based and identifier not in keep:
            keep.add(identifier)
            identifier = based[identifier]  # noqa: PLW2901 - the loop climbs from style to base
    return keep
