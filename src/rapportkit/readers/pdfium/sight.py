"""The pages that are mere pictures: whether their letters can be recognised, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rapportkit.errors import ReadError
from rapportkit.model.options import Ocr, ReadOptions
from rapportkit.readers.bounds import over
from rapportkit.readers.pdfium.sheet import Sheet, seen_sheet

TRUST = 0.9
"""How far a report is to be trusted whose every letter was recognised without a doubt."""

OFF = "with --ocr off, letters in pictures are not recognised"
NOTHING = "no letters could be recognised in them"
MISSING = (
    "tesseract, which recognises letters in pictures, is not installed "
    "(Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-fra tesseract-ocr-spa)"
)


@dataclass(frozen=True, slots=True)
class Sight:
    """The pages of a file after those were looked at that are mere pictures.

    `seen` are the numbers of pages whose letters were recognised, `failed` of those on which that
    failed. `why` says why there are pictures without letters still, if there are.
    """

    pages: list[Sheet]
    seen: tuple[int, ...] = ()
    failed: tuple[int, ...] = ()
    why: str = ""

    @property
    def trust(self) -> float:
        """How far the letters are to be trusted, from 0 to 1; recognised ones count as the engine is sure."""
        letters = sum(len(sheet.letters) for sheet in self.pages)
        doubt = sum(len(sheet.letters) * (1 - TRUST * sheet.sure) for sheet in map(self._page, self.seen))
        return round(1 - doubt / letters, 3) if letters else 1.0

    def _page(self, number: int) -> Sheet:
        return self.pages[number - 1]


def look(pdf: Any, pages: list[Sheet], name: str, options: ReadOptions) -> Sight:
    """Recognise the letters of pages that are pictures, of all pages where that is forced.

    Raises ReadError: F006 where these are too many, F008 where it is forced and cannot be done.
    """
    forced = options.ocr is Ocr.FORCE
    wanted = [
        index for index, sheet in enumerate(pages) if not sheet.is_broken and (forced or sheet.is_pictured)
    ]
    if not wanted or options.ocr is Ocr.OFF:
        return Sight(pages, why=OFF)
    from rapportkit.readers.ocr import engine
    from rapportkit.readers.ocr.pages import recognise

    found = engine.find()
    if found is None and forced:
        raise ReadError(f"{name} was not read: {MISSING}; install it, or leave --ocr force out.", code="F008")
    if found is None:
        return Sight(pages, why=MISSING)
    if len(wanted) > options.limits.ocr_pages:
        raise over(name, "ocr_pages", options.limits)
    looked, seen, failed = list(pages), [], []
    for sight in recognise(pdf, wanted, found, options.limits.ocr_seconds):
        before = pages[sight.index]
        if sight.failed:
            failed.append(sight.index + 1)
        elif forced or not before.scanned or len(sight.letters) > before.painted:
            edge = looked[sight.index - 1].page.edge if sight.index else 0.0
            looked[sight.index] = seen_sheet(sight, before, edge)
            if sight.letters:
                seen.append(sight.index + 1)
    return Sight(looked, tuple(seen), tuple(failed), NOTHING)
