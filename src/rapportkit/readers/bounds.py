"""The sentence for each bound that a file breaks: what was met, how much is allowed, what would help."""

from __future__ import annotations

import re

from rapportkit.errors import ReadError
from rapportkit.model.options import Limits

_SAID = {
    "file_bytes": "it is larger than {most}",
    "members": "its zip has more than {most} members",
    "member_bytes": "{part} in it unpacks to more than {most}",
    "total_bytes": "its parts unpack to more than {most} together",
    "ratio": "{part} in it unpacks to more than {most} times its size, as a zip bomb does",
    "xml_depth": "{part} in it has elements inside one another, more than {most} deep",
    "table_depth": "its tables stand inside one another, more than {most} deep",
    "text_bytes": "it holds more than {most} of text",
    "pages": "it has more than {most} pages",
    "objects": "its pages paint more than {most} objects",
    "letters": "it holds more than {most} letters",
    "seconds": "reading it took more than {most} seconds",
    "ocr_pages": "more than {most} of its pages are pictures",
    "memory_bytes": "reading it took more than {most} of memory",
}


def over(name: str, limit: str, limits: Limits, part: str = "a part") -> ReadError:
    """The error for a file beyond one of the limits (F006); `part` is what in the file breaks it.

    >>> print(over("rt12.pdf", "pages", Limits()))
    rt12.pdf is beyond what is safe to open: it has more than 2,000 pages. Send the report alone, in a file \
of its own; --limit pages=… allows more.
    """
    most = amount(limit, getattr(limits, limit))
    said = _SAID[limit].format(most=most, part=printable(part))
    return ReadError(
        f"{name} is beyond what is safe to open: {said}. Send the report alone, in a file of its own; "
        f"--limit {limit.replace('_', '-')}=… allows more.",
        code="F006",
    )


def printable(part: str) -> str:
    r"""The name of a part of a file, as strangers may write it, fit for one line of a message.

    >>> printable("word/\x1b[2Jdocument.xml")
    'word/?[2Jdocument.xml'
    """
    return re.sub(r"[^\x20-\x7e\xa1-\uffff]", "?", part)[:120]


def amount(limit: str, value: int) -> str:
    """A limit's value for people.

    >>> amount("pages", 2000), amount("member_bytes", 64 * 2**20), amount("text_bytes", 8_000)
    ('2,000', '64 MB', '8,000 bytes')
    """
    if not limit.endswith("_bytes"):
        return f"{value:,}"
    for size, unit in ((2**30, "GB"), (2**20, "MB"), (2**10, "kB")):
        if value >= size and value % size == 0:
            return f"{value // size} {unit}"
    return f"{value:,} bytes"
