"""The bytes of a web page as a tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapportkit.errors import ReadError
from rapportkit.model.options import Limits
from rapportkit.readers.bounds import over
from rapportkit.readers.charset import decoded
from rapportkit.readers.safely import check_depth, html_parser, xml_parser

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEAD = 4096
"""How far into a page its own account of itself is looked for."""

_DECLARED = re.compile(
    rb"<(?:meta\b[^<>]*?charset|\?xml\b[^<>]*?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# What gateways append to a mail stands behind the end of the page, where parsers no longer look.
_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_ENCODING = re.compile(r"(<\?xml[^>]*?)\sencoding\s*=\s*[\"'][^\"']*[\"']")
_INTERNAL = re.compile(r"<!DOCTYPE[^>]*\[", re.IGNORECASE)


def parse(data: bytes, name: str, limits: Limits) -> Element:
    """The root of a page, its tags in small letters and without namespaces.

    Raises ReadError: F002 empty, F003 no text, F006 too large or nested too deep.
    """
    if len(data) > limits.text_bytes:
        raise over(name, "text_bytes", limits)
    if not data.strip(b" \t\r\n\f\0\xef\xbb\xbf\xff\xfe"):
        raise ReadError(f"{name} is empty; send the file again.", code="F002")
    declared = _DECLARED.search(data[:_HEAD])
    text = decoded(data, declared[1].decode("ascii") if declared else "")
    if text is None:
        raise ReadError(
            f"{name} is not a web page, whatever its name says; save the report as .docx or .pdf.",
            code="F003",
        )
    text = _CONTROLS.sub("", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    root = _as_xml(text, limits) if text.lstrip()[:5] == "<?xml" else None
    root = _as_html(text, name, limits) if root is None else root
    check_depth(root, name, limits, "the page")
    return root


def _as_html(text: str, name: str, limits: Limits) -> Element:
    from lxml import etree

    parser = html_parser(limits)
    try:
        root = etree.fromstring(_END.sub(_same_lines, text).encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise over(name, "xml_depth", limits, "the page")
    if root is None:
        raise ReadError(f"{name}: there is no text in it; was the right file sent?", code="F002")
    return root


def _same_lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _as_xml(text: str, limits: Limits) -> Element | None:
    """An XHTML page read as what it is, so that `<p/>` is an empty paragraph; None where it is not sound."""
    from lxml import etree

    if _INTERNAL.search(text[:_HEAD]):
        return None
    try:
        declared, rest = text[:_HEAD], text[_HEAD:]
        root = etree.fromstring((_ENCODING.sub(r"\1", declared) + rest).encode(), xml_parser(limits))
    except etree.XMLSyntaxError:
        return None
    for element in root.iter("*"):
        element.tag = str(element.tag).rpartition("}")[2].lower()
    # An entity that no one resolved would lose its letter.
    return root if root.tag == "html" and next(root.iter(etree.Entity), None) is None else None
