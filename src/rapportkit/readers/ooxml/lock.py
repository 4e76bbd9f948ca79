"""Word files under a password: an encrypted package inside a compound file."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rapportkit.errors import ReadError
from rapportkit.readers.passwords import refused

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEALED = "EncryptedPackage".encode("utf-16-le")


def unlocked(data: bytes, name: str, passwords: Sequence[str]) -> bytes:
    """The Word file inside a locked one; any other file as it is.

    Raises ReadError: F005 where no password opens it, F003 where the lock itself is broken.
    """
    if not data.startswith(_COMPOUND) or _SEALED not in data:
        return data
    if not passwords:
        raise refused(name, passwords)
    try:
        import msoffcrypto  # an extra: few people send locked Word files
        from msoffcrypto.exceptions import DecryptionError, InvalidKeyError
    except ImportError as error:
        raise ReadError(
            f"{name} is protected by a password, and what opens locked Word files is not installed: "
            "pip install msoffcrypto-tool, or open it in Word and save it without a password.",
            code="F005",
        ) from error
    for password in passwords:
        opened = io.BytesIO()
        try:
            file = msoffcrypto.OfficeFile(io.BytesIO(data))
            file.load_key(password=password, verify_password=True)
            file.decrypt(opened)
        except (InvalidKeyError, DecryptionError):
            continue
        except Exception as error:
            raise ReadError(
                f"{name} is damaged: its password protection cannot be read; save it again in Word and send "
                "that copy.",
                code="F003",
            ) from error
        return opened.getvalue()
    raise refused(name, passwords)
