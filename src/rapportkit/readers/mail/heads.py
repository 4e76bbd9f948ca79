"""The head of a mail, and the names of what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from mimetypes import guess_extension

from rapportkit.readers.ooxml.line import one_line

Part = Message

_SHOWN = ("From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Date", "Organization")
_SUFFIXES = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "text/plain": ".txt",
    "text/html": ".html",
    "text/markdown": ".md",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.ms-word.document.macroenabled.12": ".docm",
    "message/rfc822": ".eml",
}
_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_LONGEST = 100


def head_lines(message: Part) -> Iterator[str]:
    """The lines of the head that mail programs show, in their usual order."""
    for name in _SHOWN:
        for value in message.get_all(name, ()):
            text = one_line(_UNPRINTABLE.sub(" ", _decoded(str(value))))
            if text:
                yield f"{name}: {text}"


def file_name(part: Part, number: int) -> str:
    """The name of an attachment, without folders and fit to be printed; a made one where it has none."""
    given = _decoded(part.get_filename() or "")
    name = one_line(_UNPRINTABLE.sub(" ", re.split(r"[/\\]", given)[-1]))
    kind = part.get_content_type()
    suffix = _SUFFIXES.get(kind) or guess_extension(kind) or ""
    if not name:
        return f"attachment {number}{suffix}"
    stem, dot, ending = name.rpartition(".")
    if len(name) > _LONGEST:
        name = f"{stem[: _LONGEST - 12]}…{dot}{ending[-10:]}"
    return name if dot and stem and ending.isalnum() and len(ending) < 11 else f"{name}{suffix}"


def _decoded(text: str) -> str:
    """A value with its encoded words read, where the library has left them."""
    if "=?" not in text:
        return text
    try:
        return str(make_header(decode_header(text)))
    except (HeaderParseError, LookupError, ValueError):
        return text
