"""Rebuild the example reports: `python examples/make_examples.py`.

Five reports, each as text, as a Word file laid out like the form it was written on, and as that file printed
to PDF by LibreOffice (`soffice` must be on the PATH). `formats/` holds all fifteen; `reports/` holds each
session once, in mixed formats, as they arrive in a secretariat's mail box.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from docx.document import Document
from making.forms import roundtable, two_day_form, working_session
from making.printing import print_pdf, save_word
from making.prose import spoken_summary, summary_of_conclusions
from making.source import Fields, Seed, read_gold, read_seed

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent / "seeds"
GOLD = HERE.parent / "tests" / "gold" / "seeds"

LAYOUTS: dict[str, Callable[[Seed, Fields], Document]] = {
    "000": roundtable,
    "001": working_session,
    "002": two_day_form,
    "003": summary_of_conclusions,
    "004": spoken_summary,
}

REPORTS = {
    "roundtable-1.2.docx": "000.docx",
    "working-session-4.1.pdf": "001.pdf",
    "working-session-inclusion.docx": "002.docx",
    "idm-2017-summary.txt": "003.txt",
    "roundtable-4-summary.pdf": "004.pdf",
}
"""Each session once: the name it has in `reports/`, and the file of `formats/` that it is."""


def make(formats: Path, reports: Path) -> list[Path]:
    """Write all examples; return the fifteen files of `formats/` in order."""
    formats.mkdir(exist_ok=True)
    reports.mkdir(exist_ok=True)
    words = [_make_word_and_text(number, formats) for number in LAYOUTS]
    print_pdf(words, formats)
    for name, made in REPORTS.items():
        shutil.copyfile(formats / made, reports / name)
    return sorted(formats.iterdir())


def _make_word_and_text(number: str, formats: Path) -> Path:
    path, seed = read_seed(SEEDS, number)
    shutil.copyfile(path, formats / f"{number}.txt")
    word = formats / f"{number}.docx"
    save_word(LAYOUTS[number](seed, read_gold(GOLD / f"{number}.json")), word)
    return word


if __name__ == "__main__":
    if not shutil.which("soffice"):
        sys.exit("LibreOffice is needed to print the examples to PDF; no “soffice” was found on the PATH.")
    for example in make(HERE / "formats", HERE / "reports"):
        print(example.relative_to(HERE.parent), example.stat().st_size)
