"""Words drawn rather than written: WordArt, diagrams, charts and shapes that hold no paragraphs of Word's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapportkit.readers.ooxml.names import CHART, DIAGRAM, DRAWING, VML, R

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from rapportkit.readers.ooxml.package import Package

_ART, _DIAGRAM, _CHART, _BODY = VML + "textpath", DIAGRAM + "relIds", CHART + "chart", DRAWING + "txBody"
SHAPES = frozenset({_ART, _DIAGRAM, _CHART, _BODY})

_NAMES = CHART + "strCache", CHART + "strLit", CHART + "multiLvlStrCache"


def shape_texts(shape: Element, package: Package, part: str) -> tuple[str, ...]:
    """The paragraphs of a shape that stands in `part`, in its order; empty ones left out."""
    if shape.tag == _ART:
        texts = [shape.get("string", "")]
    elif shape.tag == _DIAGRAM:
        texts = _diagram_texts(shape, package, part)
    elif shape.tag == _CHART:
        texts = _chart_texts(shape, package, part)
    else:
        texts = _paragraphs(shape)
    return tuple(text.strip() for text in texts if text.strip())


def _diagram_texts(shape: Element, package: Package, part: str) -> list[str]:
    """A diagram keeps its words in a part of its own."""
    target = package.target(shape.get(R + "dm", ""), part)
    root = package.parse(target) if target else None
    if root is None:
        return []
    return [text for entry in root.iter(DIAGRAM + "t") for text in _paragraphs(entry)]


def _chart_texts(shape: Element, package: Package, part: str) -> list[str]:
    """A chart's titles, and the names of its series and categories, each once; its figures are no words."""
    target = package.target(shape.get(R + "id", ""), part)
    root = package.parse(target) if target else None
    if root is None:
        return []
    titles = [text for rich in root.iter(CHART + "rich") for text in _paragraphs(rich)]
    names = [name.text or "" for names in root.iter(*_NAMES) for name in names.iter(CHART + "v")]
    # One block a chart: its words are no points of their own.
    return ["\n".join(dict.fromkeys(text for text in map(str.strip, [*titles, *names]) if text))]


def _paragraphs(body: Element) -> list[str]:
    return [
        "".join(text.text or "" for text in entry.iter(DRAWING + "t")) for entry in body.iter(DRAWING + "p")
    ]
