"""When a question counts as open, and when as missing from the form altogether."""

from __future__ import annotations

from rapportkit.model.report import Point
from rapportkit.model.template import Field
from rapportkit.rules.order import Places, is_from_to
from rapportkit.rules.quoting import has_letters
from rapportkit.rules.reading import Reading
from rapportkit.text.fillers import is_filler
from rapportkit.text.markers import split_marker


def is_open(reading: Reading, leaf: Field) -> bool:
    """Whether nothing stands under a question."""
    return not reading.answer(leaf).points


def is_missing(reading: Reading, leaf: Field) -> bool:
    """Whether a question is open because its label is not in the document.

    A report that was read back from JSON does not know its labels; then nothing counts as missing.
    """
    return (
        is_open(reading, leaf)
        and reading.knows_labels
        and reading.answer(leaf).heading is None
        and bool(leaf.labels.all() or leaf.aliases.all())
    )


def is_blank(point: Point) -> bool:
    """Whether a point has neither words nor anything below it."""
    return not (point.text or point.points or any(listed for _, listed in point.parts))


def filler(reading: Reading, leaf: Field) -> str:
    """What an author wrote below a question to say that there is nothing to say ("N/A"); "" if nothing.

    Extraction books such words as the form's own; they stand after the label and before the next.
    """
    heading = reading.answer(leaf).heading
    if heading is None:
        return ""
    end = Places(answer.heading for answer in reading.report.answers if answer.heading).next(heading)
    below = (each.text for each in reading.report.wording if is_from_to(each.location, heading, end))
    bare = (marked.text if (marked := split_marker(text)) else text for text in below)
    return next((text for text in bare if has_letters(text) and is_filler(text)), "")
