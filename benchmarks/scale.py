"""How long merging and writing take, and how much memory, from ten reports to ten thousand.

    python benchmarks/scale.py [--sizes 10 100 1000] [--seconds 1200]

The reports are made up, 40 points each of about 25 words on four questions, one report in four with recommendations,
actions and indicators; always the same ones. Words are drawn from sixty topics, from everyday words and from a long
tail of rare ones. Forty topics are the objectives of the Global Compact and the goals: every other sentence on one
of these holds words of its title. Some sentences name a country, a group, a figure or a person who spoke, one point
in twenty repeats what another report may say as well, word for word or turned around. They lie in one file as
`rapportkit extract -f jsonl` writes it. For each size:

merge    `rapportkit merge FILE -o summary.docx`, a process of its own: seconds on the clock from its start to its
         end, and the most memory that one process held (MB)
read     the same step by step in another process: the JSON becomes reports
make     the summary: points joined, tags, themes, likely pairs, and what the public edition withholds
outline  the body of the paper
docx …   the writers, one after the other; *–* where one took more than a minute for the size before

Steps are seconds of processors, since others may be at work on the machine. The table ends where the next size
would not fit into the seconds given for all.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from rapportkit import api
from rapportkit.cli.outputs import json_page
from rapportkit.templates.catalog import find, shipped
from rapportkit.wire import report as wire
from rapportkit.wire import summary as summary_wire
from rapportkit.writers import WRITERS

SIZES = (10, 30, 100, 300, 1000, 3000, 10_000)
POINTS = 40
TOPICS = 60
LONG = 60.0
"""Seconds. A writer that took longer is not asked to write more."""
FORMS = {
    "gfmd-roundtable-2018": ("discussion_points", "challenges", "good_practices", "gcm_relevance"),
    "gfmd-csd-2016": ("progress", "women", "children", "priority_messages"),
}
COMMON = (
    "the of and to in for with that is are on by from be as at their this have not or we should migrants "
    "governments cities"
)
SMALL = COMMON.split()
ADDRESSED = ("Governments should", "Cities need to", "We recommend that employers", "States must")
SPOKE = ("Ana Exemplo said that", "Mr. Luis Modelo of the Ministry of Examples noted that")
GROUPS = ("women", "children", "young people", "the diaspora", "local authorities", "employers")
SYLLABLES = [one + two for one in "bcdfglmnprstvz" for two in ("a", "e", "i", "o", "u", "an", "er", "il")]


def word(number: int) -> str:
    """The made-up word of a number, three syllables or four."""
    drawn = random.Random(number)  # noqa: S311  # made-up words, nothing secret
    return "".join(drawn.choice(SYLLABLES) for _ in range(3 + number % 2))


def _data(name: str) -> dict[str, Any]:
    return dict(json.loads(files("rapportkit.mentions.data").joinpath(f"{name}.json").read_text("utf-8")))


EVERYDAY = [word(number) for number in range(400)]
TOPIC = [[word(10_000 + 100 * topic + number) for number in range(80)] for topic in range(TOPICS)]
TAIL = [word(100_000 + number) for number in range(20_000)]
TITLES = [
    each["title"]["en"].split()
    for name in ("tags_gcm", "tags_sdg")
    for each in _data(name)["entries"].values()
    if "title" in each
][:40]
COUNTRIES = ("Kenya", "Morocco", "Germany", "Chile", "Nepal", "Ghana", "Spain", "Mexico", "Fiji", "Canada")


def sentence(drawn: random.Random) -> str:
    """About 25 words on one topic."""
    topic = drawn.randrange(TOPICS)
    said = []
    for _ in range(drawn.randint(15, 35)):
        kind = drawn.random()
        # Early words of a list come more often than late ones, as in any language.
        skewed = drawn.random() ** 3
        if kind < 0.4:
            said.append(drawn.choice(SMALL))
        elif kind < 0.65:
            said.append(EVERYDAY[int(skewed * len(EVERYDAY))])
        elif kind < 0.93:
            said.append(TOPIC[topic][int(skewed * 80)])
        else:
            said.append(TAIL[int(skewed * len(TAIL))])
    at = drawn.randrange(len(said))
    if topic < len(TITLES) and drawn.random() < 0.5:
        begun = drawn.randrange(max(1, len(TITLES[topic]) - 4))
        said[at:at] = TITLES[topic][begun : begun + 5]
    named = drawn.random()
    if named < 0.05:
        said[at:at] = ["in", drawn.choice(COUNTRIES)]
    elif named < 0.10:
        said[at:at] = ["with", drawn.choice(GROUPS)]
    elif named < 0.13:
        said[at:at] = ["some", str(drawn.randrange(2, 900)), "cases"]
    elif named < 0.15:
        said[:0] = [drawn.choice(SPOKE)]
    elif named < 0.16:
        said[at:at] = [f"(SDG {drawn.randrange(1, 18)})"]
    text = " ".join(said)
    return f"{text[0].upper()}{text[1:]}."


def point(drawn: random.Random, reports: int) -> str:
    """A sentence, or what several reports may say: word for word, or turned around and with another small word."""
    if drawn.random() >= 0.05:
        return sentence(drawn)
    text = sentence(random.Random(f"common {drawn.randrange(max(1, reports))}"))  # noqa: S311  # as above
    if drawn.random() < 0.3:
        return text
    said = text.casefold().rstrip(".").split()
    turn = drawn.randrange(len(said))
    return f"{' '.join([*said[turn:], drawn.choice(EVERYDAY), *said[:turn]]).capitalize()}."


def report(number: int, reports: int) -> dict[str, Any]:
    """One report as `extract` writes it."""
    drawn = random.Random(f"report {number}")  # noqa: S311  # as above
    form = "gfmd-csd-2016" if number % 4 == 3 else "gfmd-roundtable-2018"
    fields: dict[str, Any] = {
        "event": {"title": "Forum of Examples"},
        "session": {"number": str(number), "title": " ".join(drawn.choices(EVERYDAY, k=6)).capitalize()},
    }
    left = POINTS
    if form == "gfmd-csd-2016":
        fields["recommendations"] = [recommendation(drawn, reports) for _ in range(4)]
        left -= 16
    for name in FORMS[form]:
        fields[name] = [{"text": point(drawn, reports)} for _ in range(left // len(FORMS[form]))]
    places = {
        f"/{name}/{at}": {"text": each["text"], "table": 2, "row": at + 2, "cell": 2}
        for name in FORMS[form]
        for at, each in enumerate(fields[name])
    }
    return {
        "rapportkit": "1",
        "template": form,
        "confidence": 1.0,
        "source": {
            "name": f"{number}.docx",
            "sha256": hashlib.sha256(str(number).encode()).hexdigest(),
            "format": "docx",
            "language": "en",
        },
        "fields": fields,
        "provenance": places,
        "unplaced": [],
    }


def recommendation(drawn: random.Random, reports: int) -> dict[str, Any]:
    text = point(drawn, reports)
    return {
        "text": f"{drawn.choice(ADDRESSED)} {text[0].lower()}{text[1:]}",
        "actions": [{"text": point(drawn, reports)} for _ in range(2)],
        "indicators": [{"text": point(drawn, reports)}],
    }


def make(reports: int, file: Path) -> None:
    """Write so many reports into a file, one a line."""
    with file.open("w", encoding="utf-8") as lines:
        for number in range(reports):
            lines.write(json.dumps(report(number, reports), ensure_ascii=False) + "\n")


def merged(file: Path) -> dict[str, float]:
    """The command itself, from the file to the paper: seconds on the clock, and the most memory that it held."""
    paper = file.with_suffix(".docx")
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "rapportkit", "merge", str(file), "-o", str(paper), "-q"]
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"merge ended with {process.returncode}")
    return {"merge": round(time.perf_counter() - begun, 2), "MB": used.ru_maxrss // 1024}


def spent() -> float:
    """Seconds of processors, those of ended children too."""
    return sum(os.times()[:4])


def measured(file: Path, formats: Sequence[str]) -> dict[str, float]:
    """One size step by step, in this process."""
    row: dict[str, float] = {}
    begun = spent()

    def lap(name: str) -> None:
        nonlocal begun
        now = spent()
        row[name] = round(now - begun, 2)
        begun = now

    templates = {form: find(form, shipped()) for form in FORMS}
    begun = spent()
    reports = []
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            data = json.loads(line)
            template = templates[data["template"]]
            reports.append((wire.load(data, template), template))
    lap("read")
    summary = api.merge(reports)
    lap("make")
    paper = api.paper(summary)
    lap("outline")
    for name in formats:
        if name == "json":
            json_page(summary_wire.dump(summary))
        else:
            WRITERS[name](paper)
        lap(name)
    counted = {
        "points": summary.conservation.points_in,
        "joined": summary.conservation.merged,
        "themes": len(summary.themes),
        "suggested": len(summary.suggestions),
    }
    return row | counted


def rows(
    sizes: Sequence[int], seconds: float, formats: Sequence[str]
) -> Iterator[tuple[int, dict[str, float]]]:
    """One row after the other, as long as the next fits into the seconds."""
    left, last, asked = seconds, 0.0, list(formats)
    for at, size in enumerate(sizes):
        # Near linear: the next size takes about as many times longer as it is larger.
        if at and last * size / sizes[at - 1] > left:
            return
        begun = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "reports.jsonl")
            make(size, file)
            row = merged(file)
            done = subprocess.run(
                [sys.executable, __file__, "--one", str(file), "--formats", *asked],
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            )
        row |= json.loads(done.stdout)
        asked = [name for name in asked if row[name] < LONG]
        last = time.perf_counter() - begun
        left -= last
        yield size, row


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many reports")
    asked.add_argument("--seconds", type=float, default=1200, help="for the whole table")
    asked.add_argument("--formats", nargs="*", default=["docx", "md", "html", "pdf", "xlsx", "csv", "json"])
    asked.add_argument(
        "--make", nargs=2, metavar=("REPORTS", "FILE"), help="only write so many reports to a file"
    )
    asked.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    args = asked.parse_args()
    if args.make:
        make(int(args.make[0]), Path(args.make[1]))
        return
    if args.one is not None:
        print(json.dumps(measured(args.one, args.formats)))
        return
    names = (
        "points",
        "merge",
        "MB",
        "read",
        "make",
        "outline",
        *args.formats,
        "joined",
        "themes",
        "suggested",
    )
    print("| reports |", " | ".join(names), "|\n|--:|" + "--:|" * len(names))
    for size, row in rows(args.sizes, args.seconds, args.formats):
        print(f"| {size} |", " | ".join(str(row.get(name, "–")) for name in names), "|", flush=True)


if __name__ == "__main__":
    main()
