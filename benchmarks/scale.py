"""How long merging takes, and how much memory, from ten reports to ten thousand.

    python benchmarks/scale.py [--sizes 10 100 1000] [--seconds 600]

The reports are made up, 40 points each of about 25 words, always the same ones: words are drawn from sixty
topics, from everyday words and from a long tail of rare ones; one point in twenty repeats what another report
may say as well, word for word or turned around. Each size runs in a process of its own, one step after the
other:

merge    makes the summary of all reports, as `rapportkit merge` does without reading and writing
tags     looks for objectives, goals, countries and groups in every point (the made-up words hold none)
suggest  finds the pairs that may say the same
themes   groups the points, half of them by made-up objectives, the others by likeness

Times are seconds of one processor, since others may be at work on the machine. *MB* is the most memory that
the process held, the reports included (*read* is what they take before anything is merged). The table ends
where the next size would not fit into the seconds given for all.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from rapportkit.mentions.tags import tags
from rapportkit.merge.clusters import themes
from rapportkit.merge.consolidate import consolidate
from rapportkit.merge.raised import raised
from rapportkit.merge.suggestions import suggest
from rapportkit.model.document import Source
from rapportkit.model.location import Location
from rapportkit.model.report import Answer, Point, Report, Value
from rapportkit.model.tag import Tag
from rapportkit.model.template import Template
from rapportkit.templates.catalog import find, shipped

SIZES = (10, 30, 100, 300, 1000, 3000, 10_000)
POINTS = 40
TOPICS = 60
FORM = "gfmd-roundtable-2018"
FIELDS = ("/discussion_points", "/challenges", "/good_practices", "/gcm_relevance")
SMALL = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "for",
    "with",
    "that",
    "is",
    "are",
    "on",
    "by",
    "from",
    "be",
    "as",
    "at",
    "their",
    "this",
    "have",
    "not",
    "or",
    "we",
    "should",
]
SYLLABLES = [one + two for one in "bcdfglmnprstvz" for two in ("a", "e", "i", "o", "u", "an", "er", "il")]


def word(number: int) -> str:
    """The made-up word of a number, three syllables or four."""
    drawn = random.Random(number)  # noqa: S311  # made-up words, nothing secret
    return "".join(drawn.choice(SYLLABLES) for _ in range(3 + number % 2))


EVERYDAY = [word(number) for number in range(400)]
TOPIC = [[word(10_000 + 100 * topic + number) for number in range(80)] for topic in range(TOPICS)]
TAIL = [word(100_000 + number) for number in range(20_000)]


def sentence(drawn: random.Random) -> tuple[int, str]:
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
    return topic, " ".join(said).capitalize() + "."


def repeated(drawn: random.Random, reports: int) -> tuple[int, str]:
    """What several reports may say: word for word, or turned around and with other small words."""
    topic, text = sentence(random.Random(f"common {drawn.randrange(max(1, reports))}"))  # noqa: S311  # as above
    if drawn.random() < 0.3:
        return topic, text
    said = text.casefold().rstrip(".").split()
    turn = drawn.randrange(len(said))
    return topic, " ".join([*said[turn:], drawn.choice(EVERYDAY), *said[:turn]]).capitalize() + "."


def report(number: int, reports: int, template: Template) -> tuple[Report, list[int]]:
    """One report and the topics of its points."""
    drawn = random.Random(f"report {number}")  # noqa: S311  # as above
    topics, answers = [], []
    for field in FIELDS:
        points = []
        for _ in range(POINTS // len(FIELDS)):
            topic, text = repeated(drawn, reports) if drawn.random() < 0.05 else sentence(drawn)
            topics.append(topic)
            points.append(Point(text, Location(f"{number}.txt", line=len(topics))))
        answers.append(Answer(field, tuple(points)))
    source = Source(f"{number}.txt", hashlib.sha256(str(number).encode()).hexdigest(), "txt", language="en")
    header = (("/session/number", Value(f"{number}", Location(f"{number}.txt", line=1))),)
    return Report(source, template.id, 1.0, header, tuple(answers)), topics


def megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measured(reports: int) -> dict[str, float]:
    """One size, in this process."""
    template = find(FORM, shipped())
    made = [report(number, reports, template) for number in range(reports)]
    said = {
        point.text: topic
        for each, topics in made
        for point, topic in zip(
            (point for answer in each.answers for point in answer.points), topics, strict=True
        )
    }
    row: dict[str, float] = {"read": megabytes()}
    begun = time.process_time()

    def lap(name: str) -> None:
        nonlocal begun
        now = time.process_time()
        row[name] = round(now - begun, 2)
        begun = now

    summary = consolidate([(each, template) for each, _ in made], edition="restricted")
    lap("merge")
    points = raised(summary)
    for each in points:
        tags(each.text, each.language)
    lap("tags")
    suggestions = suggest(points)
    lap("suggest")
    tagged = {
        each.reference: (Tag("gcm", f"gcm-{said[each.text] % 23 + 1}", "inferred", (0, 0), ""),)
        for each in points
        if said[each.text] % 2
    }
    found = themes(points, tagged)
    lap("themes")
    shared = sum(1 for _ in found.shared)
    return {**row, "MB": megabytes(), "points": len(points), "suggested": len(suggestions), "shared": shared}


def rows(sizes: list[int], seconds: float) -> Iterator[tuple[int, dict[str, float] | None]]:
    left, last = seconds, 0.0
    for at, size in enumerate(sizes):
        # Near linear: the next size takes about as many times longer as it is larger.
        if at and last * size / sizes[at - 1] > left:
            yield size, None
            return
        begun = time.perf_counter()
        done = subprocess.run(
            [sys.executable, __file__, "--one", str(size)], check=True, capture_output=True, text=True
        )
        last = time.perf_counter() - begun
        left -= last
        yield size, json.loads(done.stdout)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many reports")
    asked.add_argument("--seconds", type=float, default=600, help="for the whole table")
    asked.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = asked.parse_args()
    if args.one is not None:
        print(json.dumps(measured(args.one)))
        return
    names = (
        "merge",
        "tags",
        "suggest",
        "themes",
        "all",
        "ms a report",
        "MB",
        "read",
        "points",
        "suggested",
        "shared",
    )
    print("| reports |", " | ".join(names), "|\n|--:|" + "--:|" * len(names))
    for size, row in rows(list(args.sizes), args.seconds):
        if row is None:
            print(f"| {size} | – |" + " |" * (len(names) - 1))
            continue
        row["all"] = round(row["merge"] + row["tags"] + row["suggest"] + row["themes"], 2)
        row["ms a report"] = round(1000 * row["all"] / size, 1)
        print(f"| {size} |", " | ".join(str(row[name]) for name in names), "|", flush=True)


if __name__ == "__main__":
    main()
