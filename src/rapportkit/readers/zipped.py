"""The members of a zip, unpacked one by one and never beyond the limits, whatever the zip says of itself."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace

from rapportkit.errors import ReadError
from rapportkit.model.options import Limits
from rapportkit.readers.bounds import over

_CHUNK = 2**20
_RATIO_FROM = 2**20  # bytes; below that, no ratio harms
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # office programs write no others
# What the standard library raises on damaged zips: offsets before the start and names that are no
# text come as plain ValueErrors.
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError)


class Zipped:
    """An opened zip. `members` are its entries in order; `name` is what messages call the file.

    `broken` makes the error for a zip that does not hold together, given the member at fault ("" for the
    whole); `locked` the one for members under a password.
    """

    def __init__(
        self,
        data: bytes,
        name: str,
        limits: Limits,
        *,
        broken: Callable[[str], ReadError],
        locked: Callable[[], ReadError],
    ) -> None:
        """Open it; ReadError where it is broken, F006 where it has too many members."""
        self._name, self._limits, self._size, self._unpacked = name, limits, len(data), 0
        self._broken, self._locked = broken, locked
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise broken("") from error
        self.members = self._zip.infolist()
        if len(self.members) > limits.members:
            raise over(name, "members", limits)

    def unpack(self, member: zipfile.ZipInfo) -> bytes:
        """A member's bytes; ReadError where it is broken or locked, F006 where it unfolds too far."""
        chunks, size = [], 0
        if member.compress_type not in _PACKINGS:
            raise self._broken(member.filename)
        try:
            with self._zip.open(member) as file:
                while chunk := file.read(_CHUNK):
                    chunks.append(chunk)
                    size += len(chunk)
                    self._unpacked += len(chunk)
                    self._check(member, size)
        except _BROKEN as error:
            raise self._broken(member.filename) from error
        except RuntimeError as error:  # the standard library's way to ask for a password
            raise self._locked() from error
        return b"".join(chunks)

    @property
    def remaining(self) -> Limits:
        """The limits for a file inside this one: what is left, so that no nesting multiplies them."""
        return replace(self._limits, total_bytes=max(0, self._limits.total_bytes - self._unpacked))

    def _check(self, member: zipfile.ZipInfo, size: int) -> None:
        """Refuse a member that unfolds too far; `size` is what came out of it so far."""
        limits = self._limits
        packed = min(member.compress_size, self._size) or 1
        if size > limits.member_bytes:
            raise over(self._name, "member_bytes", limits, member.filename)
        if self._unpacked > limits.total_bytes:
            raise over(self._name, "total_bytes", limits)
        if size > max(_RATIO_FROM, limits.ratio * packed):
            raise over(self._name, "ratio", limits, member.filename)
