"""Files that cannot be mended, and what would help."""

from __future__ import annotations

import hashlib

from rapportkit.errors import UsageError
from rapportkit.model.document import Source

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REMEDIES = {
    "pdf": "a PDF, which cannot be mended: ask for the Word file it was made from",
    "md": "a Markdown file, whose marks are its own: save it as plain text (.txt) and mend that",
    "html": "a web page, whose tags are its own: save it as .docx or .txt and mend that",
    "eml": "a mail: save the report in it as a file of its own and mend that",
    "odt": "an OpenDocument text: save it as .docx and mend that",
    "office": "in an old format: save it as .docx and mend that",
}
_KINDS = {
    **dict.fromkeys(("htm", "xhtml"), "html"),
    **dict.fromkeys(("mht", "mhtml"), "eml"),
    **dict.fromkeys(("fodt", "ott"), "odt"),
    **dict.fromkeys(("doc", "rtf", "wpd", "pages"), "office"),
}


def refuse(data: bytes, source: Source) -> None:
    """Raise UsageError unless the bytes are those of `source`, a plain text or an open Word file."""
    name, suffix = source.name, source.name.rpartition(".")[2].casefold()
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise UsageError(
            f"{name} is not the file that was read, or has changed since: read it again and mend that."
        )
    if data.startswith(_COMPOUND) and source.format == "docx":
        raise UsageError(
            f"{name} is locked with a password: open it in Word, take the password off, save it and mend that."
        )
    kind = "md" if suffix in {"md", "markdown"} and source.format == "txt" else source.format
    kind = _KINDS.get(suffix, kind) if kind == "docx" and suffix in _KINDS else _KINDS.get(kind, kind)
    if kind not in {"txt", "docx"}:
        remedy = _REMEDIES.get(kind, "neither a Word file nor a plain text: save it as .docx and mend that")
        raise UsageError(f"{name} is {remedy}.")
