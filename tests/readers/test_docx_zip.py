"""The zip around a Word file: members come out whole, whichever way they are unpacked and packed."""

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.errors import ReadError
from rapportkit.model.options import Limits
from rapportkit.readers.zipped import Zipped


def opened(data, **limits):
    def broken(where):
        return ReadError(f"broken: {where}", code="F003")

    return Zipped(
        data, "x.docx", Limits(**limits), broken=broken, locked=lambda: ReadError("locked", code="F005")
    )


def packed(members, way=zipfile.ZIP_DEFLATED, target=None):
    target = target or io.BytesIO()
    with zipfile.ZipFile(target, "w", way) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target


class Pipe(io.BytesIO):
    """A target that cannot go back: sizes then stand behind the data."""

    def seekable(self):
        return False

    def seek(self, *_):
        raise io.UnsupportedOperation("seek")

    def tell(self):
        raise io.UnsupportedOperation("tell")


MEMBERS = st.dictionaries(st.sampled_from(["a.xml", "word/b.xml", "ñandú.xml", "c"]), st.binary(max_size=300))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(MEMBERS, st.booleans(), st.booleans(), st.booleans())
def test_members_come_out_as_they_went_in(members, stored, piped, tight):
    way = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    data = packed(members, way, Pipe() if piped else None).getvalue()
    # Little room: then nothing is unpacked at once.
    archive = opened(data, **({"member_bytes": 300} if tight else {}))
    assert {member.filename: archive.unpack(member) for member in archive.members} == members
    assert archive.remaining.total_bytes == Limits().total_bytes - sum(map(len, members.values()))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.binary(min_size=30, max_size=300), st.integers(0, 2000), st.integers(1, 255))
def test_a_changed_byte_is_an_error_or_changes_nothing_read(content, at, change):
    data = bytearray(packed({"a.xml": content}).getvalue())
    data[at % len(data)] ^= change
    assert outcome(bytes(data)) in ([content], [], "F003", "F005", "F006")


def outcome(data):
    try:
        archive = opened(data)
        return [archive.unpack(member) for member in archive.members]
    except ReadError as error:
        return error.code


def test_a_member_may_begin_behind_other_bytes():
    data = b"#!/bin/sh\n" + packed({"a.xml": b"<a/>" * 50}).getvalue()
    archive = opened(data)
    assert archive.unpack(archive.members[0]) == b"<a/>" * 50


@pytest.mark.parametrize("size", [10, 1000, 2**20])
def test_the_head_of_a_member(size):
    content = bytes(range(256)) * 2000
    archive = opened(packed({"a.xml": content}).getvalue(), ratio=10_000)
    head = archive.head(archive.members[0], size)
    assert head == content[:size] if size < len(content) else head == content


def test_the_head_of_a_broken_member_is_an_error():
    data = bytearray(packed({"a.xml": bytes(range(256)) * 2000}).getvalue())
    data[36:60] = b"\xff" * 24
    archive = opened(bytes(data))
    with pytest.raises(ReadError, match=r"broken: a\.xml"):
        archive.head(archive.members[0], 1000)


def test_a_small_member_that_claims_to_be_large_takes_no_more_than_it_can_hold():
    data = bytearray(packed({"a.xml": b"abc"}).getvalue())
    at = data.find(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, 60_000_000)
    archive = opened(bytes(data))
    assert archive.unpack(archive.members[0]) == b"abc"
