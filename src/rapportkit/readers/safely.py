"""XML and HTML that strangers wrote, parsed without following anything it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapportkit.errors import ReadError
from rapportkit.model.options import Limits
from rapportkit.readers.bounds import over, printable

if TYPE_CHECKING:
    from lxml.etree import HTMLParser, XMLParser
    from lxml.etree import _Element as Element

_LIBRARY_DEPTH, _DEEPEST = 256, 2048  # what libxml2 takes unless asked for more, and at most


def xml_parser(limits: Limits) -> XMLParser:
    """A parser that resolves no entity, fetches nothing and stops where elements nest without end."""
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=limits.xml_depth > _LIBRARY_DEPTH,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def html_parser(limits: Limits) -> HTMLParser:
    """A parser that takes whatever people call HTML, fetches nothing and stops at the same depth."""
    from lxml import etree

    return etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=limits.xml_depth > _LIBRARY_DEPTH,
    )


def check_depth(root: Element, name: str, limits: Limits, part: str) -> None:
    """Refuse a tree deeper than is allowed (ReadError F006); libxml2 looks along one path a level."""
    depth = limits.xml_depth
    if depth == _LIBRARY_DEPTH or depth >= _DEEPEST:
        return
    if root.xpath(f"boolean({'/*' * (depth + 1)})"):
        raise over(name, "xml_depth", limits, part)


def unfolding(error: Exception, name: str, limits: Limits, part: str) -> ReadError | None:
    """The error for XML that was left off because it nests or runs on without end; None for other faults."""
    from lxml import etree

    if getattr(error, "code", 0) != getattr(etree.ErrorTypes, "ERR_RESOURCE_LIMIT", 114):
        return None
    if "depth" in str(error):
        return over(name, "xml_depth", limits, part)
    return ReadError(
        f"{name} is beyond what is safe to open: {printable(part)} in it holds a text or a name without end. "
        "Send the report alone, in a file of its own.",
        code="F006",
    )
