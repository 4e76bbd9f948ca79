"""Part of the document cannot be read.

Why it matters: what stands there is not in the summary, however well it is written.

Example: a report of three pages whose last one was signed, scanned and appended; a Word file with a
chart, or with a part in a format of its own.

How to mend: type the text of this part into the report, or send the file that was printed. Letters in
scanned pages are recognised where tesseract is installed (`--ocr`).
"""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.document.remarks import finding, listed, of, phrase
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said

_HELP = "Type this part into the report, or send the file that was printed."


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for what cannot be read: objects of some kinds, or pages."""
    for remark in of(rule, reading):
        numbers = str(dict(remark.args).get("numbers", ""))
        if not numbers:
            yield finding(rule, reading, remark, parts=listed(rule, reading, remark))
            continue
        key = "several" if "," in numbers else "one"
        yield finding(rule, reading, remark, pages=phrase(rule, reading, key, numbers=numbers))


RULE = Rule(
    "D004",
    "unread-parts",
    Severity.WARNING,
    __doc__,
    check,
    {
        "objects": Said("What stands in {parts} cannot be read", "Copy what stands there into the text."),
        "pictures_off": Said(
            "What is written in the pictures on {pages} was not read, as --ocr off was asked for", _HELP
        ),
        "pictures_unread": Said(
            "What is written in the pictures on {pages} was not read: tesseract, which recognises letters in "
            "pictures, is not installed",
            _HELP,
        ),
        "pictures_blank": Said(
            "What is written in the pictures on {pages} was not read: no letters could be recognised in them",
            _HELP,
        ),
        "pictures_failed": Said(
            "What is written in the pictures on {pages} was not read: recognising the letters failed, or took "
            "more than {seconds} seconds a page",
            "Type this part into the report, or allow more time: --limit ocr-seconds=120.",
        ),
        "damaged": Said(
            "What stands on {pages} could not be read: the file is damaged there",
            "Save the report again in the program that made it, and send that copy.",
        ),
        "one": Said("page {numbers}", _HELP),
        "several": Said("pages {numbers}", _HELP),
        "control": Said("an ActiveX control", _HELP),
        "control_many": Said("{count} ActiveX controls", _HELP),
        "attached": Said("an attached file", _HELP),
        "attached_many": Said("{count} attached files", _HELP),
        "embedded": Said("an embedded file", _HELP),
        "embedded_many": Said("{count} embedded files", _HELP),
        "linked": Said("a file that is linked and was not sent", _HELP),
        "linked_many": Said("{count} files that are linked and were not sent", _HELP),
        "object": Said("an embedded object", _HELP),
        "object_many": Said("{count} embedded objects", _HELP),
    },
)
