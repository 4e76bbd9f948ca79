"""The zip around an OpenDocument file: its members within limits, and its parts as XML."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rapportkit.errors import ReadError
from rapportkit.model.options import Limits
from rapportkit.readers.bounds import printable
from rapportkit.readers.safely import check_depth, unfolding, xml_parser
from rapportkit.readers.zipped import Zipped

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Archive:
    """An opened OpenDocument file; everything is counted on bytes really unpacked."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        """Open the zip; ReadError F003 where it is broken, F005 where it is locked, F006 beyond the limits."""
        self._name, self._limits = name, limits
        self._zip = Zipped(data, name, limits, broken=partial(broken, name), locked=partial(locked, name))
        self._members = {info.filename: info for info in self._zip.members}
        if b"encryption-data" in (self.read("META-INF/manifest.xml") or b""):
            raise locked(name)

    def read(self, part: str) -> bytes | None:
        """A part's bytes; None where the file has no such part."""
        info = self._members.get(part)
        return None if info is None else self._zip.unpack(info)

    def parse(self, part: str) -> Element | None:
        """The root of a part; None where the file has no such part."""
        data = self.read(part)
        return None if data is None else parse(data, self._name, part, self._limits)


def parse(data: bytes, name: str, part: str, limits: Limits) -> Element:
    """The root of some XML; ReadError F003 where it is unsound, F006 where it nests without end."""
    from lxml import etree

    try:
        root = etree.fromstring(data, xml_parser(limits))
    except etree.XMLSyntaxError as error:
        raise unfolding(error, name, limits, part) or broken(name, part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(
            f"{name} is not a sound OpenDocument file: {part} declares a document type; "
            "save it again in the program that made it and send that copy.",
            code="F003",
        )
    check_depth(root, name, limits, part)
    return root


def broken(name: str, part: str = "") -> ReadError:
    """The error for a file that ends early or does not hold together."""
    where = f"it is damaged in {printable(part)}" if part else "it breaks off before its end"
    return ReadError(
        f"{name} is not a whole OpenDocument file: {where}; "
        "save it again in the program that made it and send that copy.",
        code="F003",
    )


def locked(name: str) -> ReadError:
    """The error for a file that asks for a password."""
    return ReadError(
        f"{name} is protected by a password; take the password off and send that copy.", code="F005"
    )
