"""Builds the two sets of the corpus, and writes them or compares them with what is on disk."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from corpus import specs_dev, specs_heldout
from corpus.author import Author
from corpus.blocks import Sheet
from corpus.content import FIELDS, Filled, Person, gold_fields, neutral_texts
from corpus.draw import Draw
from corpus.events import event_of
from corpus.fill import Filler, fill
from corpus.forms import csd2016, csd2018, prose, roundtable
from corpus.look import traits
from corpus.spec import Spec, unfair
from corpus.to_docx import write_docx
from corpus.to_pdf import print_pdfs
from corpus.to_text import write_text
from corpus.words import frames_en, french, people, prose_en, spanish, topics_dev, topics_heldout
from corpus.words.topic import Tongue, Topic

HERE = Path(__file__).resolve().parent
COMPOSERS = {
    "gfmd-roundtable-2018": roundtable.compose,
    "gfmd-csd-2016": csd2016.compose,
    "gfmd-csd-2018": csd2018.compose,
    "idm-summary-2017": prose.compose_idm,
    "gfmd-rapporteur-summary-2021": prose.compose_speech,
}
SETS = {"dev": specs_dev.SPECS, "heldout": specs_heldout.SPECS}
PEOPLE = {"dev": people.PEOPLE_DEV, "heldout": people.PEOPLE_HELDOUT}
TOPICS: dict[tuple[str, str], dict[str, Topic]] = {
    ("dev", "en"): topics_dev.TOPICS,
    ("heldout", "en"): topics_heldout.TOPICS,
    ("dev", "fr"): french.DEV,
    ("heldout", "fr"): french.HELDOUT,
    ("dev", "es"): spanish.DEV,
    ("heldout", "es"): spanish.HELDOUT,
}
TONGUES = {"en": frames_en.ENGLISH, "fr": french.FRENCH, "es": spanish.SPANISH}
CSD2016_SECTIONS = (
    "progress",
    "recommendations",
    "governance",
    "agenda_2030",
    "women_children",
    "priority_messages",
    "quotes",
    "other_information",
)


def tongue(language: str, template: str) -> Tongue:
    """The sentence frames of a language for a form; two forms are prose and have frames of their own."""
    base = TONGUES[language]
    prose_frames = {"idm-summary-2017": prose_en.IDM, "gfmd-rapporteur-summary-2021": prose_en.SPEECH}
    if language == "en" and template in prose_frames:
        return Tongue({**base.frames, **prose_frames[template]}, base.countries, base.cities)
    return base


def filled_form(spec: Spec, folder: str, place: int, used: set[str]) -> Filled:
    """What a document says."""
    draw = Draw(f"{folder}/{spec.name}")
    topic = TOPICS[folder, spec.language][spec.topic]
    persons = tuple(f"{name} ({body})" for name, body in PEOPLE[folder])
    author = Author(draw, tongue(spec.language, spec.template), topic, persons, used)
    filler = Filler(author, spec.look, spec.language)
    session = {"number": f"{1 + place % 4}.{1 + place % 3}", "title": topic.titles[place % len(topic.titles)]}
    if spec.template.endswith("2021"):
        session["number"] = str(1 + place % 6)
    if spec.look.session == "theme" or spec.template.startswith("idm"):
        del session["number"]
    return fill(spec.template, filler, event_of(spec, place), session, _rapporteurs(spec, folder, place))


def _rapporteurs(spec: Spec, folder: str, place: int) -> tuple[Person, ...]:
    if spec.template not in ("gfmd-roundtable-2018", "gfmd-csd-2016"):
        return ()
    count = {"and": 2, "semicolons": 2, "lines": 3}.get(spec.look.rapporteurs, 1)
    names = [PEOPLE[folder][(place + step) % len(PEOPLE[folder])] for step in range(count)]
    bare = spec.look.rapporteurs == "name"
    return tuple(Person(name, "" if bare else body) for name, body in names)


def composed(spec: Spec, filled: Filled) -> Sheet:
    """How a document looks."""
    keys = CSD2016_SECTIONS if spec.template == "gfmd-csd-2016" else FIELDS[spec.template]
    there = [key for key in keys if key not in spec.look.missing]
    if spec.look.shuffled:
        there = Draw(f"order/{spec.name}").shuffled(there)
    sheet = COMPOSERS[spec.template](filled, spec.look, spec.language, there)
    sheet.header = f"{filled.event.get('title', 'Global Forum')} – {filled.session['title']}"
    sheet.footer = "Reporting desk"
    return sheet


def gold(spec: Spec, filled: Filled) -> dict[str, Any]:
    """The gold file of a document."""
    found: dict[str, Any] = {
        "source": f"{spec.name}.{spec.suffix}",
        "template": spec.template,
        "traits": traits(spec.look, spec.language, spec.suffix),
        "fields": gold_fields(filled),
    }
    notes = neutral_texts(filled)
    return {**found, "neutral": notes} if notes else found


def build(folder: str) -> dict[str, bytes]:
    """All files of one set, by their path below the set's folder."""
    used: set[str] = set()
    found: dict[str, bytes] = {}
    prints: dict[bool, dict[str, bytes]] = {False: {}, True: {}}
    for place, spec in enumerate(SETS[folder]):
        if reason := unfair(spec):
            raise ValueError(f"{folder}/{spec.name} has no single answer: {reason}")
        filled = filled_form(spec, folder, place, used)
        sheet = composed(spec, filled)
        if spec.suffix == "txt":
            found[f"files/{spec.name}.txt"] = write_text(sheet, spec.look)
        elif spec.suffix == "docx":
            found[f"files/{spec.name}.docx"] = write_docx(sheet, spec.look)
        else:
            prints[spec.look.tagged][spec.name] = write_docx(sheet, spec.look)
        answer = json.dumps(gold(spec, filled), ensure_ascii=False, indent=2)
        found[f"gold/{spec.name}.json"] = f"{answer}\n".encode()
    for tagged, words in prints.items():
        for name, data in print_pdfs(words, tagged=tagged).items():
            found[f"files/{name}.pdf"] = data
    return found


def main() -> int:
    """Write the corpus, or compare it with what is on disk."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--set", choices=sorted(SETS), action="append", help="only this set (may be given twice)"
    )
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file would change")
    chosen = parser.parse_args()
    stale = 0
    for folder in chosen.set or sorted(SETS):
        files = build(folder)
        for name, data in sorted(files.items()):
            path = HERE / folder / name
            if chosen.check:
                stale += _differs(path, data)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        print(f"{folder}: {len(files) // 2} documents, {sum(map(len, files.values())) // 1024} kB")
    return 1 if stale else 0


def _differs(path: Path, data: bytes) -> bool:
    if path.exists() and path.read_bytes() == data:
        return False
    print(f"would change: {path.relative_to(HERE)}", file=sys.stderr)
    return True
