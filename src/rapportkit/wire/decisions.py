"""Decisions as TOML, read in: what a person wrote into the file that `suggest` in `wire.proposals` writes.

Five lists of tables: [[pair]], [[theme]], [[version]], [[quote]] and [[point]]. What a person left as it was
written decides nothing; what cannot be understood is refused with its line, so that no decision is lost unseen.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from rapportkit.errors import UsageError
from rapportkit.model.decisions import SHORTEST, Decisions, ThemeDecision
from rapportkit.model.template import Role

TOGETHER, APART, OPEN = "together", "apart", "?"
_LONGEST = 20_000_000
"""No file with so many signs was written by a person, or for one."""
_LONGEST_NAME = 300
_CLOSE = 0.7
"""So much alike is a slip of the pen; “nowhere” is no “other” (0.67)."""
_ID = re.compile(r"\S.*:[^:\s][^:]*:[0-9a-f]{8}")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_HEX = re.compile(rf"[0-9a-f]{{{SHORTEST},64}}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of the file: its kind, its values, and where it stands ("line 12, [[pair]]")."""

    kind: str
    values: Mapping[str, Any]
    where: str

    def wrong(self, said: str) -> UsageError:
        """The error that says what is wrong with it, and where."""
        return UsageError(f"{self.where}: {said}")

    def text(self, key: str, *, required: bool = True) -> str:
        """A text without white space around it."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self.wrong(f"“{key}” must be a text in quotation marks.")
        if required and not value.strip():
            raise self.wrong(f"“{key}” is missing or empty.")
        return value.strip()

    def yes(self, key: str) -> bool:
        """Whether something is true; false where it is not there."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(f"“{key}” must be true or false, without quotation marks.")
        return value

    def id(self, key: str) -> str:
        """The id of a point."""
        return self.checked(self.text(key), key)

    def ids(self, key: str) -> tuple[str, ...]:
        """A list of ids, each once; empty where it is not there."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(f"“{key}” must be a list of ids in quotation marks.")
        return tuple(dict.fromkeys(self.checked(each.strip(), key) for each in value))

    def checked(self, told: str, key: str) -> str:
        """An id that looks like one."""
        if len(told) > _LONGEST_NAME or not _ID.fullmatch(told):
            raise self.wrong(
                f"“{key}” holds “{told:.60}”, which is no id of a point; ids look like “RT 1.2:challenges:3f9a1c20” "
                "and stand in the JSON of the restricted edition."
            )
        return told


def load(text: str) -> Decisions:
    """Read what a person decided; UsageError says what cannot be understood, and on which line of the file."""
    known = entries(text)
    pairs = [_pair(each) for each in known if each.kind == "pair"]
    together, apart = (
        tuple(dict.fromkeys(pair for pair, decide in pairs if decide == how)) for how in (TOGETHER, APART)
    )
    _agree(known)
    points = [each for each in known if each.kind == "point"]
    return Decisions(
        together=together,
        apart=apart,
        themes=tuple(filter(None, (_theme(each) for each in known if each.kind == "theme"))),
        hidden=tuple(dict.fromkeys(each.id("id") for each in points if each.yes("hide"))),
        moved=tuple(dict.fromkeys((each.id("id"), role) for each in points if (role := _role(each)))),
        preferred=_preferred([each for each in known if each.kind == "version"]),
        approved=tuple(
            dict.fromkeys(each.id("id") for each in known if each.kind == "quote" and each.yes("approved"))
        ),
    )


def entries(text: str) -> list[Entry]:
    """Every table of the file, list by list; UsageError where it is no TOML or holds what nobody knows."""
    if len(text) > _LONGEST:
        raise UsageError("the file is far too large to be one; write a new one with “--suggest”.")
    plain = text.removeprefix("\ufeff")
    try:
        data = tomllib.loads(plain)
    except tomllib.TOMLDecodeError as trouble:
        raise UsageError(
            f"this is no sound TOML ({trouble}); look there for a missing quotation mark or bracket."
        ) from None
    except (ValueError, RecursionError):
        raise UsageError("this is no sound TOML: a number or a list in it has no end.") from None
    found: list[Entry] = []
    for kind, tables in data.items():
        if kind not in _KEYS:
            raise UsageError(f"“{kind:.40}” is not known{_meant(kind, _KEYS)}")
        lines = _lines(plain, kind)
        if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
            raise UsageError(f"write [[{kind}]], in two pairs of brackets, above each {kind}.")
        for number, values in enumerate(tables):
            line = f"line {lines[number]}, " if number < len(lines) else f"entry {number + 1}, "
            found.append(_checked(Entry(kind, values, f"{line}[[{kind}]]")))
    return found


def _lines(text: str, kind: str) -> list[int]:
    """The lines on which tables of a kind begin."""
    head = re.compile(rf"[ \t]*\[\[[ \t]*\"?{kind}\"?[ \t]*\]\]")
    return [number for number, line in enumerate(text.split("\n"), 1) if head.match(line)]


def _checked(entry: Entry) -> Entry:
    """An entry of which every key and value is understood, even those that decide nothing."""
    for key in entry.values:
        if key not in _KEYS[entry.kind]:
            raise entry.wrong(f"“{key:.40}” is not known here{_meant(key, _KEYS[entry.kind])}")
    for key, check in _KEYS[entry.kind].items():
        check(entry, key)
    return entry


def _meant(word: str, known: Sequence[str] | Mapping[str, Any]) -> str:
    """The end of a sentence about a word that is not known: the one that was meant, or all that there are."""
    close = get_close_matches(word[:40], list(known), 1, _CLOSE)
    return f"; did you mean “{close[0]}”?" if close else f": there are {', '.join(known)}."


def _pair(entry: Entry) -> tuple[tuple[str, str], str]:
    left, right = sorted((entry.id("left"), entry.id("right")))
    decide = entry.text("decide").casefold()
    # What was joined by itself needs no decision to stay so.
    return (left, right), OPEN if decide == TOGETHER and entry.yes("joined") else decide


def _decide(entry: Entry, key: str) -> None:
    if entry.text(key).casefold() not in {TOGETHER, APART, OPEN}:
        raise entry.wrong(f"“{key}” is “{entry.text(key):.40}”; write “{TOGETHER}”, “{APART}” or “{OPEN}”.")
    if entry.id("left") == entry.id("right"):
        raise entry.wrong("“left” and “right” are one and the same point.")


def _agree(known: Sequence[Entry]) -> None:
    """Refuse what is decided in two ways."""
    said: dict[tuple[str, ...], tuple[str, str]] = {}
    for each in known:
        for about, what in _told(each):
            before, where = said.setdefault(about, (what, each.where))
            if before != what:
                raise each.wrong(
                    f"this says “{what:.60}”, and {where} says “{before:.60}” of the same; keep one."
                )


def _told(entry: Entry) -> list[tuple[tuple[str, ...], str]]:
    """What an entry decides that others could decide otherwise: of what, and what."""
    if entry.kind == "pair":
        pair, decide = _pair(entry)
        return [] if decide == OPEN else [(("pair", *pair), decide)]
    if entry.kind == "point" and (role := _role(entry)):
        return [(("move", entry.id("id")), role.value)]
    if entry.kind == "theme" and (theme := _theme(entry)) and theme.id and not theme.split:
        return [(("theme", theme.id), theme.name)]
    return []


def _theme(entry: Entry) -> ThemeDecision | None:
    """What is decided about a theme; None where its name is the one that was found."""
    split, points = entry.yes("split"), entry.ids("points")
    name, called = entry.text("name", required=split), entry.text("id", required=False)
    if split and not points:
        raise entry.wrong("a theme of its own needs “points”, the ids of those that it takes along.")
    if not split and name and not (called or points):
        raise entry.wrong("a name needs the “id” of its theme, or “points” of it.")
    if not split and "found" in entry.values and name == entry.text("found", required=False):
        return None
    if not name:
        raise entry.wrong(
            "“name” is missing or empty; a theme that keeps its name has the one that was “found”."
        )
    return ThemeDecision(name, "" if split else called, points, split)


def _point(entry: Entry) -> None:
    """Refuse a point of which nothing is decided, not even that it is to be seen."""
    if not _role(entry) and "hide" not in entry.values:
        raise entry.wrong("it has neither “hide” nor “move”, so nothing is decided of this point.")


def _role(entry: Entry) -> Role | None:
    told = entry.text("move", required=False).casefold()
    if not told:
        return None
    if told not in list(Role):
        raise entry.wrong(f"“move” is “{told:.40}”, which is no section{_meant(told, [*Role])}")
    return Role(told)


def _preferred(versions: Sequence[Entry]) -> tuple[str, ...]:
    """The files that count; of two entries on the same files, the later one that chooses outweighs the other."""
    chosen: list[tuple[frozenset[str], str]] = []
    for each in versions:
        files = frozenset(sha256 for _, sha256 in _files(each))
        if told := _prefer(each):
            chosen = [(others, kept) for others, kept in chosen if others.isdisjoint({*files, told})]
            chosen.append((files | {told}, told))
    return tuple(dict.fromkeys(told for _, told in chosen))


def _prefer(entry: Entry) -> str:
    """The first signs of the sha256 of the file that counts, "" for none: it may be told by its name, too."""
    told = entry.text("prefer", required=False)
    files = _files(entry)
    named = [sha256 for file, sha256 in files if file and file == told]
    if len(named) == 1:
        return named[0]
    if len(named) > 1:
        raise entry.wrong(f"two files are called “{told:.60}”: give the “sha256” of the one that counts.")
    plain = told.casefold()
    if told and not _HEX.fullmatch(plain):
        raise entry.wrong(
            f"“prefer” is “{told:.60}”; write the “file” or the “sha256” of the one that counts."
        )
    if told and files and not any(plain.startswith(sha) or sha.startswith(plain) for _, sha in files):
        raise entry.wrong(f"“prefer” is “{told:.60}”, which is none of the candidates.")
    return plain


def _files(entry: Entry) -> list[tuple[str, str]]:
    """The candidates: the name of each file and the first signs of its sha256."""
    listed = entry.values.get("candidates", [])
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise entry.wrong("“candidates” must be a list of { file, sha256, points }.")
    found = []
    for each in listed:
        inner = Entry(entry.kind, each, f"{entry.where}, “candidates”")
        for key in each:
            if key not in _CANDIDATE:
                raise inner.wrong(f"“{key:.40}” is not known here{_meant(key, _CANDIDATE)}")
        sha256 = inner.text("sha256").casefold()
        if not _HEX.fullmatch(sha256):
            raise inner.wrong(f"“sha256” is “{sha256:.60}”; give its first {SHORTEST} signs or more.")
        _count(inner, "points")
        found.append((inner.text("file", required=False), sha256))
    return found


def _count(entry: Entry, key: str) -> None:
    value = entry.values.get(key, 0)
    if not isinstance(value, int) or isinstance(value, bool):
        raise entry.wrong(f"“{key}” must be a number.")


def _name(entry: Entry, key: str) -> None:
    name = entry.text(key, required=False)
    if len(name) > _LONGEST_NAME:
        raise entry.wrong(f"“{key}” is longer than {_LONGEST_NAME} signs: too long for a heading.")
    if _UNPRINTABLE.search(name):
        raise entry.wrong(f"“{key}” holds signs that cannot be printed; write it on one line.")


def _approved(entry: Entry, key: str) -> None:
    if key not in entry.values:
        raise entry.wrong(f"“{key}” is missing.")
    entry.yes(key)


_Check = Callable[[Entry, str], object]
_CANDIDATE = ("file", "sha256", "points")
_KEYS: Final[Mapping[str, Mapping[str, _Check]]] = {
    "version": {
        "session": lambda entry, key: entry.text(key, required=False),
        "candidates": lambda entry, _: _files(entry),
        "prefer": lambda entry, _: _prefer(entry),
    },
    "quote": {"id": Entry.id, "approved": _approved},
    "pair": {"left": Entry.id, "right": Entry.id, "joined": Entry.yes, "decide": _decide},
    "theme": {
        "id": lambda entry, key: entry.text(key, required=False),
        "found": lambda entry, key: entry.text(key, required=False),
        "name": _name,
        "sessions": _count,
        "points": Entry.ids,
        "split": lambda entry, _: _theme(entry),
    },
    "point": {"id": Entry.id, "hide": Entry.yes, "move": lambda entry, _: _point(entry)},
}
"""What each kind of entry may hold, and how it is checked."""
