"""Word files under a password: opened with the right one where the library for it is installed."""

import io
import sys

import pytest

from rapportkit.errors import ReadError
from rapportkit.model.options import ReadOptions
from rapportkit.readers.docx import read
from readers.docx_build import p, word

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SEALED = COMPOUND + "EncryptedPackage".encode("utf-16-le") + bytes(100)


def refusal(data, *passwords):
    with pytest.raises(ReadError) as caught:
        read(data, "rt12.docx", ReadOptions(passwords=passwords))
    return caught.value.code, str(caught.value)


@pytest.fixture(scope="module")
def locked():
    """A Word file that opens with “ñandú 7”."""
    library = pytest.importorskip("msoffcrypto.format.ooxml", reason="the extra “office” is not installed")
    # The library pads no file below its own block of 4,096 bytes.
    sound = word(p("Inside."), more={"word/media/noise.bin": bytes(range(256)) * 8 + b"\1\2\3" * 1000})
    sound += bytes(max(0, 4200 - len(sound)))
    sealed = io.BytesIO()
    library.OOXMLFile(io.BytesIO(sound)).encrypt("ñandú 7", sealed)
    return sealed.getvalue()


def test_the_right_password_opens_it(locked):
    for passwords in (("ñandú 7",), ("wrong", "ñandú 7")):
        found = read(locked, "rt12.docx", ReadOptions(passwords=passwords))
        assert [block.text for block in found.blocks] == ["Inside."]


def test_wrong_passwords_are_refused_and_not_repeated(locked):
    code, message = refusal(locked, "wrong", "Geheim")
    assert code == "F005"
    assert message == (
        "rt12.docx is protected by a password, and none of the 2 of --password-file opens it; ask for the right "
        "one, or for a copy without."
    )


def test_without_a_password_the_option_is_named():
    code, message = refusal(SEALED)
    assert (code, "name a file that holds it with --password-file" in message) == ("F005", True)


def test_without_the_library_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "msoffcrypto", None)
    code, message = refusal(SEALED, "secret")
    assert code == "F005"
    assert message == (
        "rt12.docx is protected by a password, and what opens locked Word files is not installed: pip install "
        "msoffcrypto-tool, or open it in Word and save it without a password."
    )


def test_a_lock_that_makes_no_sense_is_broken(locked):
    for data in (SEALED, locked[:3000] + SEALED[600:], locked[:-1500]):
        code, message = refusal(data, "ñandú 7")
        assert code in {"F003", "F005"}
        assert message.startswith("rt12.docx is ")
    assert refusal(SEALED, "x")[1].startswith("rt12.docx is damaged: its password protection cannot be read;")


def test_passwords_are_not_shown_by_accident():
    assert "secret" not in repr(ReadOptions(passwords=("secret",)))
