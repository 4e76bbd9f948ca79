"""Reports as plain text: a form saved from Word, and a speech as it was typed."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from making.event import wording as words
from making.event.said import persons, quoted, session_line
from making.event.told import Told
from making.source import Point

WIDTH = 88
MARKS = ("• ", "o ", "- ")


def working_session(told: Told) -> str:
    """The form with limits as Word saves it to text: one line a row, a tab between its cells."""
    return "\n".join(_rows_of_session(told)) + "\n"


def speech(told: Told) -> str:
    """The rapporteur's speech: wrapped lines, headings in capitals, two kinds of bullets."""
    fields = told.fields
    parts = [f"Roundtable {fields['session']['number']} rapporteur summary", *_prose(fields["opening"])]
    for section in fields["sections"]:
        parts += [section["heading"], *_prose(section["points"])]
    parts += ["CONCLUSION", *_prose(fields["conclusion"])]
    return "\n\n".join(parts) + "\n"


def _rows_of_session(told: Told) -> Iterator[str]:
    fields, event = told.fields, told.fields["event"]
    yield f"{event['title']}, {event['dates']}, {event['place']}"
    yield ""
    yield f"{words.WORKING_SESSION} {session_line(told)}"
    yield from ("", words.HEAD[0])
    yield f"{words.HEAD[1]}\t{persons(told)}"
    yield f"{words.HEAD[2]}\t{session_line(told)}"
    yield from _opened(words.PROGRESS)
    yield from _numbered(fields["progress"], 4)
    yield from _opened(words.RECOMMENDATIONS)
    for number, each in enumerate(fields["recommendations"], 1):
        yield f"{words.RECOMMENDATION.format(number)}\t{each['text']}"
        yield from _cell(words.ACTIONS, each["actions"])
        yield from _cell(words.INDICATORS, each["indicators"])
    yield from _pairs(words.GOVERNANCE, told)
    yield from _opened(words.AGENDA)
    yield from _numbered(fields["agenda_2030"], 2)
    yield from _pairs(words.WOMEN_CHILDREN, told)
    yield from _opened(words.MESSAGES)
    yield from _numbered(fields["priority_messages"], 2)
    yield from _opened(words.QUOTES)
    yield from quoted(fields["quotes"])
    yield from _opened(words.OTHER)
    yield from (each["text"] for each in fields["other_information"])


def _opened(block: words.Block) -> Iterator[str]:
    yield ""
    yield block.title
    yield from (re.sub(r"</?[a-z]+>", "", line) for line in block.guidance)


def _numbered(points: list[Point], least: int) -> Iterator[str]:
    for index in range(max(least, len(points))):
        text = points[index]["text"] if index < len(points) else ""
        yield f"{index + 1}.\t{text}"


def _pairs(block: words.Block, told: Told) -> Iterator[str]:
    yield from _opened(block)
    for label, field in block.rows:
        yield from _cell(label, told.fields[field])


def _cell(label: str, points: list[Point]) -> Iterator[str]:
    if len(points) == 1:
        yield f"{label}\t{points[0]['text']}"
        return
    first, *others = (f"• {point['text']}" for point in points)
    yield f"{label}\t{first}"
    yield from (f"\t{other}" for other in others)


def _prose(points: Iterable[Point]) -> Iterator[str]:
    for point in points:
        yield textwrap.fill(point["text"], WIDTH, break_long_words=False, break_on_hyphens=False)
        if "points" in point:
            yield "\n".join(_items(point["points"]))


def _items(points: Iterable[Point], level: int = 0) -> Iterator[str]:
    before = "   " * level + MARKS[level]
    for point in points:
        after = " " * len(before)
        yield textwrap.fill(
            point["text"], WIDTH, initial_indent=before, subsequent_indent=after, break_on_hyphens=False
        )
        yield from _items(point.get("points", ()), level + 1)
