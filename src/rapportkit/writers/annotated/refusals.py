"""Files that no findings can be written into, and what would help."""

from __future__ import annotations

import hashlib

from rapportkit.errors import OutputError, UsageError
from rapportkit.model.document import Source

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEALED = "EncryptedPackage".encode("utf-16-le")
_KINDS = {
    "pdf": "a PDF file",
    "odt": "an OpenDocument text",
    "fodt": "an OpenDocument text",
    "ott": "an OpenDocument text",
    "html": "a web page",
    "htm": "a web page",
    "xhtml": "a web page",
    "eml": "a mail",
    "mht": "a web archive",
    "mhtml": "a web archive",
    "doc": "an old Word file (.doc)",
    "rtf": "an RTF file",
    "wpd": "a WordPerfect file",
    "pages": "a Pages document",
    "docx": "a Word file",
    "txt": "a plain text",
}
_OWN = frozenset({"docx", "txt"})
_SAVE = "save it as .docx and annotate that copy"
_REMEDIES = {
    "pdf": "annotate the Word file that it was made from",
    "eml": "save the report that it brings and annotate that",
}


def refuse_foreign(data: bytes, source: Source, wanted: str) -> None:
    """Raise UsageError unless the bytes are those of `source`, which must be of the format `wanted`."""
    name = source.name
    if data.startswith(_COMPOUND) and _SEALED in data:
        raise UsageError(
            f"{name} is locked with a password, so no findings can be written into it; open it in Word, take "
            "the password off, save it and annotate that copy."
        )
    if source.format != wanted:
        what = _KINDS.get(source.format, "a file of another kind")
        remedy = "" if source.format in _OWN else f"; {_REMEDIES.get(source.format, _SAVE)}"
        raise UsageError(
            f"{name} is {what}, and findings can only be written into Word files and plain texts{remedy}."
        )
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise UsageError(
            f"{name} is not the file that was checked, or has changed since; check it again and annotate that."
        )


def unfit(name: str, part: str, why: str) -> OutputError:
    """The error for a Word file that was read but cannot be written into."""
    return OutputError(
        f"{name} cannot be annotated: {part} in it {why}; save it again in Word and annotate that copy."
    )
