"""A zip written anew with some members replaced and some added; all others stay the bytes that they were."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_SIZE, _CENTRAL_SIZE = 30, 46
_ZIP64, _LARGE, _MANY = 1, 0xFFFFFFFF, 0xFFFF
_SIZES_AFTER = 0x08  # the flag of members whose sizes stand behind them
_DATE = 0x21  # 1 January 1980, the first that a zip can say: new members tell no time
_DEFLATED, _NEEDED, _UTF_8 = 8, 20, 0x800


class _Packed:
    """New data as a member holds it; `sizes` are its checksum and sizes as heads give them."""

    def __init__(self, data: bytes, method: int) -> None:
        self.method, self.data = method, data
        if method == _DEFLATED:
            packer = zlib.compressobj(6, zlib.DEFLATED, -15)
            self.data = packer.compress(data) + packer.flush()
        self.sizes = struct.pack("<III", zlib.crc32(data), len(self.data), len(data))


@dataclass(frozen=True, slots=True)
class _Member:
    """A member as the directory lists it: its record there, and where its own head begins."""

    name: str
    record: bytes
    offset: int


class Archive:
    """A zip's members by name, without regard to case; the last of a name counts, as it does for readers."""

    def __init__(self, data: bytes) -> None:
        """Open it; raises zipfile.BadZipFile where it is broken."""
        self._data = data
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._infos = {canonical(info.filename): info for info in self._zip.infolist()}
        self._members = list(self._directory())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members, in lower case and with plain slashes."""
        return tuple(self._infos)

    def read(self, name: str) -> bytes | None:
        """A member's bytes; None where there is none of this name."""
        info = self._infos.get(canonical(name))
        return None if info is None else self._zip.read(info)

    def written(self, changed: Mapping[str, bytes]) -> bytes:
        """The zip with these members replaced, or added at the end where it has none of that name."""
        out, moved = io.BytesIO(), dict[int, int]()
        starts = sorted({member.offset for member in self._members})
        old = {name: self._infos.get(canonical(name)) for name in changed}
        replaced = {
            info.header_offset: _Packed(changed[name], info.compress_type)
            for name, info in old.items()
            if info is not None
        }
        out.write(self._data[: starts[0] if starts else 0])
        for start, stop in zip(starts, [*starts[1:], self._zip.start_dir], strict=True):
            moved[start] = out.tell()
            stretch = self._data[start:stop]
            out.write(self._replaced(stretch, replaced[start]) if start in replaced else stretch)
        records = [self._record(member, moved, replaced) for member in self._members]
        for name, info in old.items():
            if info is None:
                packed = _Packed(changed[name], _DEFLATED)
                records.append(_new_record(name, packed, out.tell()))
                out.write(_new_member(name, packed))
        self._close(out, records)
        return out.getvalue()

    def _directory(self) -> Iterator[_Member]:
        """The records of the directory; offsets are those that the standard library has put right."""
        at = self._zip.start_dir
        for info in self._zip.infolist():
            name, extra, comment = struct.unpack_from("<HHH", self._data, at + 28)
            named = self._data[at : at + _CENTRAL_SIZE + name]
            # The last record of a damaged zip may claim to go on behind the directory.
            record = bytearray(named + info.extra + info.comment)
            struct.pack_into("<HH", record, 30, len(info.extra), len(info.comment))
            yield _Member(info.filename, bytes(record), info.header_offset)
            at += len(named) + extra + comment

    @staticmethod
    def _replaced(stretch: bytes, packed: _Packed) -> bytes:
        """A member's own head with new sizes, and new data behind it."""
        name, extra = struct.unpack_from("<HH", stretch, 26)
        (flags,) = struct.unpack_from("<H", stretch, 6)
        more = _without_zip64(stretch[_LOCAL_SIZE + name : _LOCAL_SIZE + name + extra])
        return b"".join(
            [
                stretch[:6],
                struct.pack("<HH", flags & ~_SIZES_AFTER, packed.method),
                stretch[10:14],
                packed.sizes,
                struct.pack("<HH", name, len(more)),
                stretch[_LOCAL_SIZE : _LOCAL_SIZE + name],
                more,
                packed.data,
            ]
        )

    @staticmethod
    def _record(member: _Member, moved: Mapping[int, int], replaced: Mapping[int, _Packed]) -> bytes:
        record = bytearray(member.record)
        offset = moved[member.offset]
        if member.offset not in replaced:
            _move(record, offset)
            return bytes(record)
        (flags,) = struct.unpack_from("<H", record, 8)
        name, extra = struct.unpack_from("<HH", record, 28)
        begin = _CENTRAL_SIZE + name
        more = _without_zip64(bytes(record[begin : begin + extra]))
        struct.pack_into("<H", record, 8, flags & ~_SIZES_AFTER)
        record[16:28] = replaced[member.offset].sizes
        struct.pack_into("<H", record, 30, len(more))
        struct.pack_into("<I", record, 42, offset)
        record[begin : begin + extra] = more
        return bytes(record)

    def _close(self, out: io.BytesIO, records: list[bytes]) -> None:
        directory, start = b"".join(records), out.tell()
        comment = self._zip.comment
        out.write(directory)
        out.write(
            _END
            + struct.pack("<HHHHIIH", 0, 0, len(records), len(records), len(directory), start, len(comment))
            + comment
        )


def canonical(name: str) -> str:
    """A member's name as names are compared."""
    return name.replace("\\", "/").lstrip("/").lower()


def _new_member(name: str, packed: _Packed) -> bytes:
    said = name.encode()
    head = struct.pack("<HHHHH", _NEEDED, _UTF_8, packed.method, 0, _DATE)
    return b"".join([_LOCAL, head, packed.sizes, struct.pack("<HH", len(said), 0), said, packed.data])


def _new_record(name: str, packed: _Packed, offset: int) -> bytes:
    said = name.encode()
    head = struct.pack("<HHHHHH", _NEEDED, _NEEDED, _UTF_8, packed.method, 0, _DATE)
    more = struct.pack("<HHHHHII", len(said), 0, 0, 0, 0, 0, offset)
    return b"".join([_CENTRAL, head, packed.sizes, more, said])


def _move(record: bytearray, offset: int) -> None:
    """Set the offset of a record, where it stands: in its place, or behind in what large files need."""
    packed, unpacked, name, extra = struct.unpack_from("<IIHH", record, 20)
    if struct.unpack_from("<I", record, 42)[0] != _LARGE:
        struct.pack_into("<I", record, 42, offset)
        return
    at, end = _CENTRAL_SIZE + name, _CENTRAL_SIZE + name + extra
    while at + 4 <= end:
        kind, size = struct.unpack_from("<HH", record, at)
        if kind == _ZIP64:
            before = 8 * ((packed == _LARGE) + (unpacked == _LARGE))
            struct.pack_into("<Q", record, at + 4 + before, offset)
            return
        at += 4 + size


def _without_zip64(extra: bytes) -> bytes:
    """Extra fields without the one that gives the sizes of large files."""
    kept, at = [], 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind != _ZIP64:
            kept.append(extra[at : at + 4 + size])
        at += 4 + size
    return b"".join(kept) + extra[at:]
