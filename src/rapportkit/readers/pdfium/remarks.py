"""What is said of pages that hold no letters, or none that could be read."""

from __future__ import annotations

from collections.abc import Sequence

from rapportkit.errors import ReadError
from rapportkit.model.document import Remark
from rapportkit.model.location import Location
from rapportkit.model.options import Limits
from rapportkit.readers.pdfium.glyphs import is_unreadable
from rapportkit.readers.pdfium.sight import MISSING, NOTHING, OFF, Sight

_SEEN = "{pages} {is_a} picture{s}; {whose} text was recognised by a program, which makes errors."
_BARE = "{pages} {hold} pictures and hardly any text; what is written in them was not read: {why}."
_FAILED = "{pages} {hold} pictures and hardly any text; {why}."
_BROKEN = "{pages} could not be read: the file is damaged there."
_WHY = {OFF: "pictures_off", MISSING: "pictures_unread", NOTHING: "pictures_blank"}


def check_text(sight: Sight, name: str, limits: Limits) -> None:
    """Refuse a file without text, or with letters that mean nothing (ReadError F003, F008)."""
    sheets = sight.pages
    count = len(sheets)
    pages = "its page" if count == 1 else f"its {count} pages"
    hold = "holds" if count == 1 else "hold"
    letters = "".join(sheet.letters for sheet in sheets)
    why = _why_failed(limits) if sight.failed else sight.why
    if all(sheet.is_broken for sheet in sheets):
        raise ReadError(
            f"{name} is damaged: none of its pages can be read; save or send it again.", code="F003"
        )
    if not letters.strip():
        if any(sheet.is_bare for sheet in sheets):
            raise ReadError(
                f"{name} is a scan: {pages} {hold} pictures and no text, and {why}; "
                "send the Word file or a PDF with text.",
                code="F008",
            )
        raise ReadError(f"{name} is blank: {pages} {hold} no text; send the filled-in report.", code="F008")
    if is_unreadable(letters):
        raise ReadError(
            f"{name} hides its text: the fonts on {pages} do not say which letters they show, and {why}; "
            "send the Word file, or print it to PDF again.",
            code="F008",
        )


def remarks(sight: Sight, name: str, limits: Limits) -> tuple[Remark, ...]:
    """Which pages were recognised in pictures, and which hold something that could not be read."""
    sheets = sight.pages
    looked = {*sight.seen, *sight.failed}
    broken = [sheet.page.number for sheet in sheets if sheet.is_broken]
    bare = [sheet.page.number for sheet in sheets if sheet.is_pictured and sheet.page.number not in looked]
    said = (
        ("D006", "page" if len(sight.seen) == 1 else "pages", sight.seen, _SEEN, ""),
        ("D004", _WHY.get(sight.why, ""), bare, _BARE, sight.why),
        ("D004", "pictures_failed", sight.failed, _FAILED, _why_failed(limits)),
        ("D004", "damaged", broken, _BROKEN, ""),
    )
    return tuple(
        Remark(
            code,
            _told(text, numbers, why),
            Location(name, page=numbers[0]),
            key,
            (
                ("numbers", ", ".join(map(str, numbers))),
                *((("seconds", limits.ocr_seconds),) if key == "pictures_failed" else ()),
            ),
        )
        for code, key, numbers, text, why in said
        if numbers
    )


def _why_failed(limits: Limits) -> str:
    return (
        f"recognising the letters failed, or took more than {limits.ocr_seconds} seconds a page "
        "(--limit ocr-seconds=… allows more)"
    )


def _told(text: str, numbers: Sequence[int], why: str) -> str:
    """A sentence about some pages: "Page 2 holds …", "Pages 2, 3 and 7 hold …"."""
    if len(numbers) == 1:
        return text.format(pages=f"Page {numbers[0]}", hold="holds", is_a="is a", s="", whose="its", why=why)
    pages = f"Pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
    return text.format(pages=pages, hold="hold", is_a="are", s="s", whose="their", why=why)
