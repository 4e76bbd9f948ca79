"""What the head of a report says of its session and its event."""

from __future__ import annotations

from rapportkit.model.template import Kind
from rapportkit.rules.reading import Reading


def value(reading: Reading, kind: Kind, name: str) -> tuple[str, str]:
    """The pointer and the text of a value in the header field of a kind; the text is "" where it is missing.

    Pointer and text are both "" on a form that has no such field.
    """
    for field in reading.template.header:
        if field.kind is kind:
            pointer = f"{field.pointer}/{name}"
            return pointer, reading.report.value(pointer)
    return "", ""
