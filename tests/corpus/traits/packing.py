"""Bytes that are the same everywhere: zips without packing, PDFs without compression, one old cipher."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def stored(members: Mapping[str, str | bytes]) -> bytes:
    """A zip of these members as they are: what packing makes of them differs from library to library."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, inside in members.items():
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.create_system = 3
            archive.writestr(entry, inside)
    return buffer.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The members of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def restored(data: bytes) -> bytes:
    """The same zip without packing."""
    return stored(unpacked(data))


def pdf(objects: Sequence[str | bytes], trailer: str = "") -> bytes:
    """A PDF of these objects, numbered from 1; the first one is the catalog."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body.encode("latin-1") if isinstance(body, str) else body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return bytes(out) + f"trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()


def stream(content: str | bytes, entries: str = "") -> bytes:
    """A stream object."""
    data = content.encode("cp1252") if isinstance(content, str) else content
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries.encode(), len(data), data)


class Lock:
    """The oldest encryption of PDFs (RC4, 40 bits), whose bytes depend on nothing but the password."""

    def __init__(self, password: str) -> None:
        owner, user = _padded("owner"), _padded(password)
        self.owner = rc4(hashlib.md5(owner, usedforsecurity=False).digest()[:5], user)
        self.identifier = bytes(range(16))
        secret = user + self.owner + struct.pack("<i", -4) + self.identifier
        self._key = hashlib.md5(secret, usedforsecurity=False).digest()[:5]

    def stream(self, number: int, content: str) -> bytes:
        """A stream as object of this number."""
        salt = struct.pack("<I", number)[:3] + b"\0\0"
        key = hashlib.md5(self._key + salt, usedforsecurity=False).digest()[:10]
        return stream(rc4(key, content.encode("cp1252")))

    @property
    def entries(self) -> str:
        """What the trailer says of it."""
        user = rc4(self._key, _PADDING)
        identifier = self.identifier.hex()
        return (
            f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{self.owner.hex()}>/U<{user.hex()}>>>"
            f"/ID[<{identifier}><{identifier}>]"
        )


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def rc4(key: bytes, data: bytes) -> bytes:
    """The cipher: a shuffled row of all bytes, added to the text one by one."""
    box = list(range(256))
    other = 0
    for index in range(256):
        other = (other + box[index] + key[index % len(key)]) % 256
        box[index], box[other] = box[other], box[index]
    out = bytearray()
    first = second = 0
    for byte in data:
        first = (first + 1) % 256
        second = (second + box[first]) % 256
        box[first], box[second] = box[second], box[first]
        out.append(byte ^ box[(box[first] + box[second]) % 256])
    return bytes(out)
