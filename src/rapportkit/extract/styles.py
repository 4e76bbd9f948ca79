"""How a stretch is set: the labels of one form look alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapportkit.extract.prepare import same_cell, same_row
from rapportkit.extract.stretches import Stretch
from rapportkit.model.document import Block, BlockKind
from rapportkit.text.markers import is_bullet, marker_class, number_of

_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Style:
    """How a label is set: its mark ("number", or the class of its bullet), heading level, weight, case.

    `beside` says that it stands in the first cell of a row, with its answer beside it.
    """

    mark: str = ""
    heading: int = 0
    bold: bool = False
    capital: bool = False
    beside: bool = False

    @property
    def is_bulleted(self) -> bool:
        """Whether a bullet stands in front."""
        return self.mark not in {"", "number"}


def style(blocks: Sequence[Block], stretch: Stretch) -> Style | None:
    """How a stretch is set; None where it begins inside a block."""
    block = blocks[stretch.block]
    if stretch.start:
        return None
    bold = block.is_bold or (not stretch.whole and 0 < block.lead <= stretch.stop)
    return Style(
        _mark(block.marker),
        block.level if block.kind is BlockKind.HEADING else 0,
        bold,
        is_capital(block.text if stretch.whole else block.text[: stretch.stop]),
        _is_beside(blocks, stretch.last),
    )


def style_of(blocks: Sequence[Block], index: int) -> Style | None:
    """How a whole block is set."""
    return style(blocks, Stretch(index, 0, index, len(blocks[index].text), "", whole=True))


def _mark(marker: str) -> str:
    if not marker:
        return ""
    return marker_class(marker) if is_bullet(marker) or number_of(marker) is None else "number"


def _is_beside(blocks: Sequence[Block], index: int) -> bool:
    if not blocks[index].columns:
        return False
    following = index + 1
    while following < len(blocks) and same_cell(blocks[index], blocks[following]):
        following += 1
    return following < len(blocks) and same_row(blocks[index], blocks[following])


def usual(styles: Iterable[Style | None]) -> Style | None:
    """The style that most of the labels share; None where they share none."""
    counted = Counter(styles)
    if not counted:
        return None
    best, count = max(counted.items(), key=lambda pair: pair[1])
    return best if count >= _FEWEST and count > 0.5 * counted.total() else None


def is_capital(text: str) -> bool:
    """Whether a text is written in capitals.

    >>> is_capital("GAPS"), is_capital("SDG 8 and GCM 15")
    (True, False)
    """
    return len(text) > 3 and text.upper() == text and any(sign.isalpha() for sign in text)
