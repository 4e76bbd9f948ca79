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
_UNFOLDS = 1032  # times its size at most, whatever deflate packed: its format allows no more
_LOCAL, _LOCAL_SIZE = b"PK\x03\x04", 30  # the head of a member, before its name
_ORDINARY = 0x080E  # flags that change nothing about reading: packing level, sizes after the data, UTF-8
_UTF_8 = 0x800
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
        self._name, self._limits, self._unpacked = name, limits, 0
        self._data, self._size = data, len(data)
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
        if member.compress_type not in _PACKINGS:
            raise self._broken(member.filename)
        try:
            packed = self._packed(member)
            return self._in_chunks(member) if packed is None else self._at_once(member, packed)
        except _BROKEN as error:
            raise self._broken(member.filename) from error
        except RuntimeError as error:  # the standard library's way to ask for a password
            raise self._locked() from error

    def head(self, member: zipfile.ZipInfo, size: int) -> bytes:
        """The first bytes of a member, at most `size`; all of one that cannot be had in part."""
        packed = self._packed(member) if member.file_size > size else None
        if packed is None or member.compress_type != zipfile.ZIP_DEFLATED:
            return self.unpack(member)
        try:
            return zlib.decompressobj(-15).decompress(packed, size)
        except zlib.error as error:
            raise self._broken(member.filename) from error

    def _packed(self, member: zipfile.ZipInfo) -> memoryview | None:
        """A member as it lies in the zip, where it is an ordinary one that cannot unfold too far."""
        data, start = self._data, member.header_offset
        head = start + _LOCAL_SIZE
        room = min(self._limits.member_bytes, self._limits.total_bytes - self._unpacked)
        if member.flag_bits & ~_ORDINARY or data[start : start + 4] != _LOCAL:
            return None
        if member.compress_size * _UNFOLDS > room or member.file_size > room:
            return None
        name, extra = struct.unpack_from("<HH", data, head - 4)
        called = member.orig_filename.encode("utf-8" if member.flag_bits & _UTF_8 else "cp437")
        begin = head + name + extra
        end = begin + member.compress_size
        return memoryview(data)[begin:end] if data[head : head + name] == called else None

    def _at_once(self, member: zipfile.ZipInfo, packed: memoryview) -> bytes:
        """Unpack without the standard library's layers: a report has a dozen members, most of them small."""
        stored = member.compress_type == zipfile.ZIP_STORED
        room = min(member.file_size, len(packed) * _UNFOLDS) or 1  # bytes to begin with
        data = bytes(packed) if stored else zlib.decompress(packed, -15, room)
        if len(data) > member.file_size or zlib.crc32(data) != member.CRC:
            raise self._broken(member.filename)
        self._unpacked += len(data)
        self._check(member, len(data))
        return data

    def _in_chunks(self, member: zipfile.ZipInfo) -> bytes:
        chunks, size = [], 0
        with self._zip.open(member) as file:
            while chunk := file.read(_CHUNK):
                chunks.append(chunk)
                size += len(chunk)
                self._unpacked += len(chunk)
                self._check(member, size)
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
