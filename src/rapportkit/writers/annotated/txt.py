"""A text as a web page of its own: every line as it stands, what was found marked in it and said below."""

from __future__ import annotations

from collections.abc import Sequence

from rapportkit.errors import UsageError
from rapportkit.model.document import Document
from rapportkit.model.finding import Finding
from rapportkit.text.decode import decode
from rapportkit.writers.annotated.lines import split, stretches
from rapportkit.writers.annotated.page import Numbered, page
from rapportkit.writers.annotated.phrases import phrases
from rapportkit.writers.annotated.refusals import refuse_foreign


def write(data: bytes, document: Document, findings: Sequence[Finding], language: str = "en") -> bytes:
    """Write a page (HTML, UTF-8) of a text file with its findings; it needs no network and no script.

    `data` are the very bytes that `document` was read from; `language` is the BCP 47 tag of the few words that
    are not the findings' own. Findings that are let pass (`waived`) are left out.

    Raises UsageError for any other kind of file, and for one that has changed.
    """
    refuse_foreign(data, document.source, "txt")
    text = decode(data)
    if text is None:
        raise UsageError(f"{document.source.name} is no text; annotate the file that was checked.")
    lines = split(text)
    found = [(finding, stretches(document, finding, lines)) for finding in findings if not finding.waived]
    # Those without a place stand first on the page, the others as the text runs.
    found.sort(key=lambda each: each[1][0] if each[1] else (-1,))
    numbered = [Numbered(number, *each) for number, each in enumerate(found, 1)]
    return page(document.source, lines, numbered, phrases(language)).encode()
