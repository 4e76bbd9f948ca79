"""Themes that a text cites by number: objectives of the Global Compact and the Sustainable Development Goals.

Only what is said in so many words: "Objective 15", "objectif 15", "SDG 8", "ODS 8 y 10". What a point
is about without saying so is not guessed here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from rapportkit.mentions.counted import counts

_OBJECTIVES = 23
_GOALS = 17

_SDG = (
    r"(?:\b(?:U\.?N\.? )?SDGs?(?: ?s\b)?|\bODD\b|\bODS\b"
    r"|\bSustainable Development Goals?(?: Nos?\.?)?"
    r"|\bObjectifs? (?:de|du) d[ée]veloppement durable"
    r"|\bObjetivos? (?:de|del) desarrollo sostenible)"
)
_GCM = r"\b(?:GCM|PMM|Global Compact(?: for Migration)?|Pacte mondial|Pacto [Mm]undial)\b"
_OBJECTIVE = r"(?:\bobjectives?|\bobjectifs?|\bobjetivos?|\bobj\.)"
# An indicator (“10.7.1”) is one of its target.
_NUMBER = re.compile(r"(\d{1,2})(?:\.([\dA-Da-d]{1,2})(?:\.\d{1,2})?)?(?![\d%])(?!\.\d)")
_FIGURE = re.compile(r"\d")
_RANGE = re.compile(r"\s*(?:-|–|—|to|à|a|al|through)\s*(?=\d)")
_NEXT = re.compile(
    r"\s*(?:,\s*)*(?:;|,|/|&|\+|\band\b|\bet\b|\by\b|\be\b|\bor\b|\bou\b|\bo\b)\s*", re.IGNORECASE
)
_CUE = re.compile(
    r"\s*(?:[:#(\[–—-]|Nos?\.?|n[°º]|goals?|targets?|cibles?|metas?|indicators?|indicateurs?|indicador(?:es)?|"
    r"number|num[ée]ro|n[úu]mero)*\s*",
    re.IGNORECASE,
)
# “Our objectives: 1. build trust” is a list of somebody else's.
_PLAIN_CUE = re.compile(r"\s*(?:#|Nos?\.?|n[°º]|number|num[ée]ro|n[úu]mero)*\s*", re.IGNORECASE)

_GOAL_CITED = re.compile(_SDG, re.IGNORECASE)
# An indicator without the name of the list bears three numbers: “indicator 3.2” is any project's.
_TARGET_CITED = re.compile(
    r"\b(?:targets?|cibles?|metas?)\s+(?=\d{1,2}\.[\da-d])"
    r"|\b(?:indicators?|indicateurs?|indicador(?:es)?)\s+(?=\d{1,2}\.[\da-d]{1,2}\.\d)",
    re.IGNORECASE,
)
_OBJECTIVE_CITED = re.compile(
    rf"{_GCM}(?:\s*[,:(–-])?\s+{_OBJECTIVE}|{_GCM}\s+(?=\d)|{_OBJECTIVE}",
    re.IGNORECASE,
)
_NAMES_ONE = re.compile(_OBJECTIVE, re.IGNORECASE)
_OURS = re.compile(_GCM, re.IGNORECASE)
# “Objective 3 of the project”: another list of objectives. “Of the Compact” is ours.
_OF_ANOTHER = re.compile(
    r"\s+(?:of|du|de la|de|del)\s+(?:the |la |el |le |our |this )?"
    r"(?!global|gcm|compact|pacte|pacto|pmm|safe)(?:SDG|ODD|ODS|2030|sustainable|sendai|paris|"
    r"project|programme|program|strategy|plan|roadmap|agenda|projet|stratégie|proyecto|estrategia)",
    re.IGNORECASE,
)
_OF_OURS = re.compile(rf"\s+(?:of|du|de|del)\s+(?:the |la |le |el )?(?:UN )?{_GCM}", re.IGNORECASE)
# The targets of each goal: the last that bears a number, and the last that bears a letter.
_TARGETS = dict(
    enumerate(
        [
            "5b",
            "5c",
            "9d",
            "7c",
            "6c",
            "6b",
            "3b",
            "10b",
            "5c",
            "7c",
            "7c",
            "8c",
            "3b",
            "7c",
            "9c",
            "10b",
            "19",
        ],
        1,
    )
)
_TARGET = re.compile(r"(?P<goal>\d{1,2})\.(?P<target>\d{1,2}|[a-dA-D])(?!\.?\w)")
_DESCRIBED = re.compile(r"[\s:–—-]*(?:\([^()\d]*\)|[^\d,;.()]*)")


class Cited(NamedTuple):
    """What a text cites: "gcm-15", "sdg-8" or "sdg-8.7", and the words from the name of the list to the number."""

    id: str
    span: tuple[int, int]


def themes(text: str) -> tuple[str, ...]:
    """The ids of the objectives and goals cited in a text, in order of list and number.

    >>> themes("GCM objectives 7 and 15; SDGs (16 – identity and access to justice, 3 health, 5 gender)")
    ('gcm-7', 'gcm-15', 'sdg-3', 'sdg-5', 'sdg-16')
    """
    found = {each.id for each in cited(text) if "." not in each.id}
    return tuple(sorted(found, key=_in_order))


def cited(text: str) -> tuple[Cited, ...]:
    """The objectives, goals and targets that a text cites, each where it does so first; a target cites its goal.

    >>> [(each.id, each.span) for each in cited("SDG targets 8.7 and 10.c")]
    [('sdg-8', (0, 15)), ('sdg-8.7', (0, 15)), ('sdg-10', (0, 24)), ('sdg-10.c', (0, 24))]
    """
    if not _FIGURE.search(text):
        return ()
    found: dict[str, Cited] = {}
    spans = list[tuple[int, int]]()
    for match in (*_GOAL_CITED.finditer(text), *_TARGET_CITED.finditer(text)):
        numbers, end = _numbers(text, match.end(), _GOALS, _CUE, several=_is_plural(match[0]))
        spans.append((match.start(), end))
        for each in numbers:
            here = Cited(f"sdg-{each.number}", (match.start(), each.stop))
            found.setdefault(here.id, here)
            if each.target and _is_target(each.number, each.target):
                found.setdefault(f"{here.id}.{each.target}", Cited(f"{here.id}.{each.target}", here.span))
    spans = _reaching(spans)
    for match in _OBJECTIVE_CITED.finditer(text):
        if _within(spans, match.start()):
            continue
        cue = _CUE if _OURS.match(match[0]) else _PLAIN_CUE
        numbers, end = _numbers(text, match.end(), _OBJECTIVES, cue, several=_is_plural(match[0]))
        if not _OF_ANOTHER.match(text, end):
            for each in numbers:
                here = Cited(f"gcm-{each.number}", (match.start(), each.stop))
                found.setdefault(here.id, here)
    return tuple(found.values())


def _in_order(theme: str) -> tuple[str, int]:
    name, _, number = theme.partition("-")
    return name, int(number)


class Unheard(NamedTuple):
    """A goal, target or objective that is cited and does not exist: "sdg" or "gcm", what is cited, and where."""

    kind: str
    number: str
    span: tuple[int, int]


def unheard(text: str) -> tuple[Unheard, ...]:
    """What a text cites of the two lists that is in neither, each number once.

    >>> [each.number for each in unheard("SDGs 8, 10 and 18; target 8.25; GCM Objective 24; objective 30 of the plan")]
    ['18', '8.25', '24']
    """
    if not _FIGURE.search(text):
        return ()
    found: dict[int, Unheard] = {}
    goals: list[tuple[int, int]] = []
    for match in (*_GOAL_CITED.finditer(text), *_TARGET_CITED.finditer(text)):
        at = match.end()
        _, end = _numbers(text, at, 99, _CUE, several=_is_plural(match[0]))
        goals.append((match.start(), end))
        for number in _NUMBER.finditer(text, at, end):
            target = _TARGET.match(text, number.start())
            if target and not _is_target(int(target["goal"]), target["target"].casefold()):
                found[number.start()] = Unheard("sdg", target[0], target.span())
            elif not (target or 1 <= int(number[1]) <= _GOALS or counts(text, number, match)):
                found[number.start()] = Unheard("sdg", number[1], number.span(1))
    goals = _reaching(goals)
    for match in _OBJECTIVE_CITED.finditer(text):
        if not _NAMES_ONE.search(match[0]) or _within(goals, match.start()):
            continue
        _, end = _numbers(text, match.end(), 99, _CUE, several=_is_plural(match[0]))
        is_ours = _OURS.match(match[0]) or _OF_OURS.match(text, end)
        if not is_ours or _OF_ANOTHER.match(text, end):
            continue  # “Objective 30” alone may be of any list.
        for number in _NUMBER.finditer(text, match.end(), end):
            if not 1 <= int(number[1]) <= _OBJECTIVES and not counts(text, number, match):
                found[number.start()] = Unheard("gcm", number[1], number.span(1))
    once: dict[tuple[str, str], Unheard] = {}
    for at in sorted(found):
        once.setdefault(found[at][:2], found[at])
    return tuple(once.values())


class _Number(NamedTuple):
    """One number of a list: goal or objective, the target behind its full stop if there is one, where it ends."""

    number: int
    target: str
    stop: int


def _reaching(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, each up to where it or one before it ends."""
    starts = sorted(spans)
    return [*zip((start for start, _ in starts), accumulate((end for _, end in starts), max), strict=True)]


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of the spans, which are reaching ones."""
    before = bisect_right(spans, at, key=lambda span: span[0])
    return before > 0 and at < spans[before - 1][1]


def _is_target(goal: int, target: str) -> bool:
    last = _TARGETS.get(goal, "0")
    if target.isdigit():
        return 1 <= int(target) <= int(last.rstrip("abcd"))
    return target <= last[-1] if last[-1].isalpha() else False


def _is_plural(cited: str) -> bool:
    """Whether several numbers are to be expected; “ODS” is both one and many."""
    return cited.rstrip().casefold().endswith("s") and not cited.rstrip().endswith("ODS")


def _numbers(
    text: str,
    start: int,
    most: int,
    cue: re.Pattern[str],
    *,
    several: bool,
) -> tuple[list[_Number], int]:
    """The numbers listed from `start`, each perhaps with a few words of its own, and where they end."""
    found: list[_Number] = []
    at = end = _past(cue, text, start)
    described = several or any(sign in text[start:at] for sign in ":(")
    while match := _NUMBER.match(text, at):
        number = int(match[1])
        if not 1 <= number <= most:
            break
        end = match.end()
        found.append(_Number(number, (match[2] or "").casefold(), end))
        upto = _RANGE.match(text, end)
        last = _NUMBER.match(text, upto.end()) if upto else None
        if last and number < int(last[1]) <= most:
            end = last.end()
            found.extend(_Number(each, "", end) for each in range(number + 1, int(last[1]) + 1))
        at = _next(text, end, described=described)
        if at < 0:
            break
    return found, end


def _next(text: str, end: int, *, described: bool) -> int:
    """Where the next number of a list stands: after a comma or an “and”, perhaps behind a description.

    A description counts where a list was opened: “SDG 3 health, 12 countries” cites one goal.
    """
    for begin in (end, _past(_DESCRIBED, text, end)) if described else (end,):
        if separator := _NEXT.match(text, begin):
            at = _past(_CUE, text, separator.end())
            if _NUMBER.match(text, at):
                return at
    return -1


def _past(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start
