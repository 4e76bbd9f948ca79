"""What a mail program puts around a report: heads, quoting marks, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportkit.model.document import Furniture, FurnitureKind
from rapportkit.model.location import Location
from rapportkit.text.markers import split_marker

_QUOTE = re.compile(r"\s*(?:> ?)+")
_SENDER = r"from|de|von|expéditeur|remitente"
_HEAD = re.compile(
    rf"[*_\s]*(?P<name>{_SENDER}|sent|date|to|cc|bcc|reply-to|subject|attachments?|importance|envoyé(?: le)?|à|objet"
    r"|pièces? jointes?|enviado(?: el)?|fecha|para|asunto|adjuntos?|datos adjuntos)[*_]*\s*:[*_]*(?:\s|$)",
    re.IGNORECASE,
)
_DIVIDER = re.compile(
    r"\s*(?:[-_]{2,}\s*(?:original message|forwarded message|message d['’]origine|message transféré|mensaje original"
    r"|mensaje reenviado)\s*[-_]{2,}|begin forwarded message:|début du message (?:réexpédié|transféré)\s*:"
    r"|on\s.{8,90}\swrote:|le\s.{8,90}\sa écrit\s*:|el\s.{8,90}\sescribió:|sent from my \w+.{0,20}"
    r"|envoyé de mon \w+.{0,20}|enviado desde mi \w+.{0,20})\s*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:(?:with\s+)?(?:(?:my|our|kind|kindest|best|warm|warmest)\s+)*(?:regards|wishes)|best|sincerely|cheers"
    r"|yours\s+(?:sincerely|faithfully|truly)|(?:bien\s+)?cordialement|bien à vous|(?:meilleures )?salutations.{0,24}"
    r"|(?:un\s+)?saludos?(?: cordial(?:es)?)?|atentamente|cordialmente)\s*[,.]?\s*",
    re.IGNORECASE,
)
_MOST_LINES = 8
_MOST_SIGNS = 80


def unquoted(lines: Sequence[str]) -> list[str]:
    """Take the marks of e-mail and Markdown quoting off; where only list items begin with ">", they stay."""
    marked = [index for index, line in enumerate(lines) if line.lstrip().startswith(">")]
    if not marked:
        return list(lines)
    inside = lines[marked[0] : marked[-1] + 1]
    bare = any(not _QUOTE.sub("", lines[index]) for index in marked)
    if not bare and len(marked) < len([line for line in inside if line.strip()]):
        return list(lines)
    return [_QUOTE.sub("", line, count=1) if line.lstrip().startswith(">") else line for line in lines]


def take_mail(lines: list[str]) -> Iterator[Furniture]:
    """Take heads, dividers and the signature out of the lines, in place, and give them back."""
    for index in (*_heads(lines), *_dividers(lines)):
        yield _taken(lines, index, FurnitureKind.HEADER)
    for index in _signature(lines):
        yield _taken(lines, index, FurnitureKind.FOOTER)


def _taken(lines: list[str], index: int, kind: FurnitureKind) -> Furniture:
    text, lines[index] = lines[index].strip(), ""
    return Furniture(kind, text, Location(line=index + 1))


def _heads(lines: Sequence[str]) -> Iterator[int]:
    """Runs of lines such as "From: …" and "Subject: …" that name a sender."""
    run: list[int] = []
    names: set[str] = set()
    for index, line in enumerate((*lines, "")):
        found = _HEAD.match(line)
        if found:
            run.append(index)
            names.add(found["name"].casefold())
        elif run and line[:1] in " \t" and line.strip():
            run.append(index)
        elif run:
            if len(names) > 1 and any(re.fullmatch(_SENDER, name) for name in names):
                yield from run
            run, names = [], set()


def _dividers(lines: Sequence[str]) -> Iterator[int]:
    return (index for index, line in enumerate(lines) if _DIVIDER.fullmatch(line))


def _signature(lines: Sequence[str]) -> Sequence[int]:
    """The lines at the end of a letter from its closing formula, or from a line "--", on."""
    said = [index for index, line in enumerate(lines) if line.strip()]
    for count in range(1, min(_MOST_LINES, len(said)) + 1):
        line = lines[said[-count]]
        if len(line) > _MOST_SIGNS or (split_marker(line) and line.strip() != "--"):
            return ()
        if _CLOSING.fullmatch(line) or line.strip() in {"--", "—"}:
            return said[-count:]
    return ()
