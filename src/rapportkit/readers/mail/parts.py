"""A mail taken apart: its texts in order, its attachments, and what is sealed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from rapportkit.readers.charset import decoded
from rapportkit.readers.mail.heads import Part, file_name, head_lines

# What mail servers make of a text that follows an attachment.
_CUT_OFF = re.compile(r"ATT\d+\.(?:txt|html?)", re.IGNORECASE)
_SEALS = frozenset(
    [
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-keys",
    ]
)
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"})
_TEXTS = {"text/plain": "txt", "text/html": "html", "application/xhtml+xml": "html"}


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of the mail's own text; `kind` is "txt" or "html"."""

    kind: str
    text: str
    flowed: bool = False
    deleted_spaces: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with the mail; `shown` says that a page among the texts uses it, such as a picture."""

    name: str
    data: bytes
    shown: bool = False


@dataclass(slots=True)
class Mail:
    """The pieces of a mail: the heads of it and of mails inside it, texts, attachments, frames of a page."""

    heads: list[str] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    frames: list[Text] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    sealed: bool = False


Better = Callable[[Text, Text], Text]
"""Chooses between the plain and the formatted version of one text."""


def take_apart(message: Part, better: Better) -> Mail:
    """All pieces of a mail."""
    mail = Mail()
    mail.heads += head_lines(message)
    _Sorter(mail, better).sort(message)
    return mail


@dataclass(slots=True)
class _Sorter:
    mail: Mail
    better: Better

    def sort(self, part: Part, *, related: bool = False) -> None:
        kind = part.get_content_type()
        if kind in _SEALED or kind == "multipart/encrypted":
            self.mail.sealed = True
        elif kind == "message/rfc822" and part.is_multipart():
            self._forwarded(part)
        elif kind == "multipart/alternative" and part.is_multipart():
            self._alternatives(part)
        elif kind == "multipart/related" and part.is_multipart():
            self._related(part)
        elif part.is_multipart():
            for child in _children(part):
                self.sort(child, related=related)
        else:
            self._leaf(part, related=related)

    def _forwarded(self, part: Part) -> None:
        """A mail inside a mail: what it says belongs to what was sent."""
        for inner in _children(part):
            self.mail.heads += head_lines(inner)
            self.sort(inner)

    def _related(self, part: Part) -> None:
        """A page with what it shows: its root comes first unless another is named as its start."""
        children = _children(part)
        start = part.get_param("start")
        root = next((child for child in children if start and child.get("Content-ID") == start), None)
        root = root or next(iter(children), None)
        for child in children:
            if child is root:
                self.sort(child)
            elif _TEXTS.get(child.get_content_type()) == "html" and not child.get_filename():
                self.mail.frames.append(_text(child))
            else:
                self.sort(child, related=True)

    def _alternatives(self, part: Part) -> None:
        """One text in several versions; whatever else hangs on one of them is kept."""
        versions: list[Mail] = []
        for child in _children(part):
            version = Mail()
            _Sorter(version, self.better).sort(child)
            versions.append(version)
            self.mail.heads += version.heads
            self.mail.attachments += version.attachments
            self.mail.frames += version.frames
            self.mail.sealed = self.mail.sealed or version.sealed
        chosen: list[Text] = []
        for version in versions:
            alone = len(chosen) == len(version.texts) == 1
            chosen = [self.better(chosen[0], version.texts[0])] if alone else version.texts or chosen
        self.mail.texts += chosen

    def _leaf(self, part: Part, *, related: bool) -> None:
        kind, name = part.get_content_type(), part.get_filename()
        if kind.startswith("multipart/"):  # its borders are missing, so it is what it shows
            kind = "text/plain"
        attached = part.get_content_disposition() == "attachment"
        if (kind in _TEXTS and not attached and (not name or not self.mail.texts) and not related) or (
            kind in _TEXTS and name and _CUT_OFF.fullmatch(name)
        ):
            self.mail.texts.append(_text(part))
        elif kind not in _SEALS:
            shown = not attached and (related or part.get("Content-ID") is not None)
            number = len(self.mail.attachments) + 1
            self.mail.attachments.append(Attachment(file_name(part, number), _data(part), shown))


def _children(part: Part) -> list[Part]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Part)] if isinstance(payload, list) else []


def _data(part: Part) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(part: Part) -> Text:
    text = decoded(_data(part), part.get_content_charset() or "") or ""
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    spaces = str(part.get_param("delsp", "")).lower() == "yes"
    return Text(_TEXTS.get(part.get_content_type(), "txt"), text, flowed, spaces)
