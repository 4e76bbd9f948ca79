"""Rebuild the example event: `python examples/make_event.py`.

Ten sessions of one invented forum, told by twelve report files, each made from a page of `making/event/told/`;
the fields that a careful person reads in each are written to `tests/gold/event/`. All files but the prints are
the same bytes on every machine. LibreOffice (`soffice` on the PATH) is needed for the prints alone:
`--without-prints` leaves those that are there.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from docx.document import Document
from making.event import open_forms, text_forms, word_forms
from making.event.packed import mail, stored, word_bytes
from making.event.programme import programme
from making.event.told import Told, read_told
from making.printing import print_pdf, save_word

HERE = Path(__file__).resolve().parent
EVENT = HERE / "event"
GOLD = HERE.parent / "tests" / "gold" / "event"

WORD: dict[str, tuple[str, Callable[[Told], Document]]] = {
    "reports/HF2025 Opening dialogue - Summary of Conclusions.docx": (
        "opening-dialogue",
        word_forms.summary_of_conclusions,
    ),
    "reports/RT1.1_fair_recruitment.docx": ("session-1.1", word_forms.boxed_roundtable),
    "reports/TR1.3 sante et logement.docx": ("session-1.3", word_forms.plain_roundtable),
    "reports/WS 2.1 ports and towns v1.docx": ("session-2.1-v1", word_forms.working_session),
    "reports/WS 2.1 ports and towns v2 FINAL.docx": ("session-2.1-v2", word_forms.working_session),
}
TEXTS: dict[str, tuple[str, Callable[[Told], str]]] = {
    "reports/ws2.2 care.txt": ("session-2.2", text_forms.working_session),
    "reports/rt4_rapporteur_speech.txt": ("session-4", text_forms.speech),
}
PRINTS: dict[str, tuple[str, Callable[[Told], Document]]] = {
    "reports/RT 1.2 skills.pdf": ("session-1.2", word_forms.boxed_roundtable),
    "late/Session 3.2 jeunes.pdf": ("session-3.2", word_forms.two_days),
}
COPIES = {"reports/scan_20251015.pdf": "reports/RT 1.2 skills.pdf"}
"""The same file a second time, as it came from another address."""

OPEN = {"reports/MR1.4 temporada.odt": "session-1.4"}
MAIL = {"reports/Report session 3.1.eml": "session-3.1"}
ATTACHED = "session 3.1 diaspora.docx"
LINES = "Dear colleagues,\n\nplease find attached the report of session 3.1. The second box for quotes is still empty, sorry.\n\nBest wishes\nThe rapporteur\n"


def gold_names() -> dict[str, str]:
    """Each report file, and the page of `told/` that its answers are on."""
    paged: Mapping[str, tuple[str, Any]] = {**WORD, **TEXTS, **PRINTS}
    names = {**{name: page for name, (page, _) in paged.items()}, **OPEN, **MAIL}
    return names | {copy: names[name] for copy, name in COPIES.items()}


def make() -> dict[str, bytes]:
    """All files but the prints, by their path below `examples/event/`."""
    found = {name: word_bytes(lay_out(read_told(page))) for name, (page, lay_out) in WORD.items()}
    found |= {name: lay_out(read_told(page)).encode() for name, (page, lay_out) in TEXTS.items()}
    found |= {name: stored(open_forms.roundtable(read_told(page))) for name, page in OPEN.items()}
    for name, page in MAIL.items():
        report = word_bytes(word_forms.two_days(read_told(page)))
        sender = "Session desk <desk@harbour-forum.example>"
        found[name] = mail("Report of session 3.1", sender, LINES, ATTACHED, report)
    return {**found, "programme.csv": programme()}


def make_gold() -> dict[str, bytes]:
    """What is expected of each page of `told/`: template, language and fields."""
    found = {}
    for page in sorted(set(gold_names().values())):
        told = read_told(page)
        sources = sorted(name for name, its in gold_names().items() if its == page)
        gold = {"sources": sources, "template": told.form, "language": told.language, "fields": told.fields}
        found[f"{page}.json"] = f"{json.dumps(gold, ensure_ascii=False, indent=2)}\n".encode()
    return found


def make_prints(folder: Path) -> None:
    """Print the reports that came as PDF, and copy the one that came twice."""
    with tempfile.TemporaryDirectory() as place:
        papers = []
        for name, (page, lay_out) in PRINTS.items():
            papers.append(Path(place, Path(name).with_suffix(".docx").name))
            save_word(lay_out(read_told(page)), papers[-1])
        print_pdf(papers, Path(place))
        for name in PRINTS:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(Path(place, Path(name).name), folder / name)
    for copy, name in COPIES.items():
        shutil.copyfile(folder / name, folder / copy)


def main() -> None:
    """Write everything, and say how large it is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--without-prints", action="store_true", help="leave the PDFs as they are")
    prints = not parser.parse_args().without_prints
    if prints and not shutil.which("soffice"):
        sys.exit(
            "LibreOffice is needed to print to PDF; no “soffice” was found on the PATH (see --without-prints)."
        )
    for folder, files in ((EVENT, make()), (GOLD, make_gold())):
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    if prints:
        make_prints(EVENT)
    for path in sorted(EVENT.rglob("*.*")):
        print(path.relative_to(HERE.parent), path.stat().st_size)


if __name__ == "__main__":
    main()
