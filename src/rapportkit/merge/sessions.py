"""Which reports tell of the same session, in which order reports stand, and how they are called."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rapportkit.merge.records import Record
from rapportkit.model.summary import ReportEntry
from rapportkit.text.sessions import sessions

_FIGURES = re.compile(r"(\d+)")


def named(records: Sequence[Record]) -> tuple[Record, ...]:
    """Put records in order and give each its key: its stem, with a letter where several share one.

    A report without a session number, alone in the set with its kind of form, is known by that: "IDM".
    """
    files = Counter(record.entry.source.sha256 for record in records)
    ordered = sorted(records, key=lambda record: _order(record, files))
    kinds = Counter(_kind(record.entry) for record in ordered)
    stems = [_short(record.entry, kinds) for record in ordered]
    sharing = Counter(stems)
    seen: dict[str, int] = defaultdict(int)
    found = []
    for record, stem in zip(ordered, stems, strict=True):
        key = stem if sharing[stem] == 1 else _free(stem, seen, sharing)
        entry = replace(record.entry, key=key)
        supports = tuple(
            (role, replace(each, report=key, session=entry.session)) for role, each in record.supports
        )
        found.append(Record(entry, supports))
    return tuple(found)


def by_session(entries: Sequence[ReportEntry]) -> dict[str, int]:
    """Map each report's key to the number of its session; reports on one session share it.

    What makes two sessions one is told in `text.sessions`.
    """
    heads = [entry.head for entry in entries]
    return {entry.key: number for entry, number in zip(entries, sessions(heads), strict=True)}


def twice(entries: Sequence[ReportEntry]) -> list[tuple[ReportEntry, ...]]:
    """The groups of two or more reports that tell of one session, in the order of the reports."""
    numbers = by_session(entries)
    groups: dict[int, list[ReportEntry]] = defaultdict(list)
    for entry in entries:
        groups[numbers[entry.key]].append(entry)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _order(record: Record, files: Counter[str]) -> tuple[object, ...]:
    """By number, event and title; readings of one file that differ, by all that they say."""
    entry = record.entry
    return (
        [(int(part), "") if part.isdigit() else (-1, part) for part in _FIGURES.split(entry.stem)],
        entry.event,
        entry.title,
        entry.source.sha256,
        entry.template,
        repr(record) if files[entry.source.sha256] > 1 else "",
    )


def _kind(entry: ReportEntry) -> str:
    return entry.stem.rsplit(" ", 1)[0]


def _short(entry: ReportEntry, kinds: Counter[str]) -> str:
    return entry.stem if entry.number or kinds[_kind(entry)] > 1 else _kind(entry)


def _free(stem: str, seen: dict[str, int], taken: Counter[str]) -> str:
    """The next lettered key; "RT 1" and a session that is numbered "1a" must not meet."""
    while True:
        gap = " " if stem[-1:].isalpha() else ""
        key = f"{stem}{gap}{_letters(seen[stem])}"
        seen[stem] += 1
        if key not in taken:
            return key


def _letters(count: int) -> str:
    """Count in letters: a, b, … z, aa, ab.

    >>> _letters(0), _letters(25), _letters(26)
    ('a', 'z', 'aa')
    """
    letters = ""
    count += 1
    while count:
        count, rest = divmod(count - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
