"""The decisions file as it is written for a person: what is open, ready to be decided.

A file that is there already is only ever added to: what a person wrote, and where, stays as it is.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from rapportkit.model.decisions import SHORTEST, ThemeDecision
from rapportkit.model.proposals import (
    Candidate,
    Named,
    OpenPair,
    OpenQuote,
    OpenTheme,
    OpenVersion,
    Proposals,
)
from rapportkit.model.template import Role
from rapportkit.wire.decisions import APART, OPEN, TOGETHER, Entry, entries, load

_WIDTH = 100
_BRIEF = 90
_NAME = 200
_SHA = 12
_HEAD = f"""\
# DECISIONS for the consolidated summary. NOT FOR CIRCULATION: this file quotes the reports.
#
# What you leave as it was written changes nothing. So answer as many or as few of the questions below
# as you like, save, and merge again with “--decisions” and the name of this file. When more reports
# have come, do the same: your answers stay, and “--suggest” adds what is new at the end.
# Lines that begin with # are for people alone; add notes of your own in the same way, anywhere.
#
# To leave a point out of the paper's body (it stays in the annex), or to tell it in another section,
# take its id from this file or from the JSON of the restricted edition, and write without the #:
#
# [[point]]
# id = "RT 1.2:challenges:3f9a1c20"
# hide = true
#
# [[point]]
# id = "RT 1.2:challenges:3f9a1c20"
# move = "recommendations"
#
{textwrap.fill(f"Sections: {', '.join(Role)}.", _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)}
"""
_TITLES = {
    "version": (
        "SESSIONS REPORTED MORE THAN ONCE",
        "Write behind “prefer” which file counts, by its name or its sha256. What only the others say is",
        "then told in the annex alone. Left empty, all count.",
    ),
    "quote": (
        "QUOTATIONS WHOSE SPEAKERS MAY NOT BE NAMED YET",
        "Write “true” once the speaker has agreed to be named. Until then the public edition says",
        "“anonymous”.",
    ),
    "pair": (
        "DO THESE SAY THE SAME?",
        f"Write “{TOGETHER}” to tell both as one point (all words stay in the annex), “{APART}” to keep",
        f"them two and not to be asked again. “{OPEN}” leaves them two. Those with “joined = true” are one",
        f"already, since they differ by next to nothing; “{APART}” parts them.",
    ),
    "theme": (
        "THEMES OF TWO OR MORE SESSIONS",
        "Change “name” to call a theme otherwise: your own words are printed as they are, in every",
        "edition. To make two of one, copy its entry, give the copy a “name”, write “split = true” below it,",
        "and keep in it only the points that leave. What hangs below a point goes with it.",
    ),
}
_RULE = "# " + "-" * (_WIDTH - 2)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff]+")


def suggest(text: str | None, proposals: Proposals) -> str:
    """Write the file, or add to the `text` of one what is not in it yet; UsageError for a text that cannot be read.

    Nothing of what is added decides anything until a person changes it. The same proposals give the same text.
    """
    known = entries(text) if text is not None else []
    lists: dict[str, list[str]] = {
        "version": [_version(each) for each in _new_versions(proposals.versions, known)],
        "quote": [_quote(each) for each in _new_quotes(proposals.quotes, known)],
        "pair": [_pair(each) for each in _new_pairs(proposals.pairs, known)],
        "theme": [_theme(each) for each in _new_themes(proposals.themes, known)],
    }
    if text is None:
        notes = {"pair": _across(proposals.across)}
        parts = [
            _part(kind, tables, notes.get(kind, ()))
            for kind, tables in lists.items()
            if tables or notes.get(kind)
        ]
        return "\n".join([_HEAD, *parts])
    load(text)
    parts = [_more(kind, tables) for kind, tables in lists.items() if tables]
    if not parts:
        return text
    added = "\n".join(["", *parts])
    mark = "\r\n" if "\r\n" in text else "\n"
    whole = text + ("" if text.endswith("\n") or not text else mark) + added.replace("\n", mark)
    load(whole)
    return whole


def _part(kind: str, tables: Sequence[str], notes: Sequence[str]) -> str:
    """A list with its head."""
    title, *told = _TITLES[kind]
    head = [f"{title}: {len(tables)}", *told, *notes]
    return "\n".join([_RULE, *(f"# {line}" for line in head), _RULE, "", *tables])


def _more(kind: str, tables: Sequence[str]) -> str:
    return "\n".join([_RULE, f"# {_TITLES[kind][0]}: {len(tables)} more", _RULE, "", *tables])


def _across(pairs: int) -> list[str]:
    """Say where the pairs are that nobody is asked about, if there are any."""
    if not pairs:
        return []
    which = (
        "1 more pair says nearly the same in different sections or below different points. It is"
        if pairs == 1
        else f"{pairs} more pairs say nearly the same in different sections or below different points. They are"
    )
    told = (
        f"{which} told there each and not listed here: see the merge log of the summary. To tell two such points "
        "as one, first move one of them, if it hangs below no other, to the section of the other."
    )
    return textwrap.wrap(told, _WIDTH - 2, break_on_hyphens=False)


def _version(each: OpenVersion) -> str:
    return _table(
        "version",
        [
            f"session = {_string(each.session)}",
            "candidates = [",
            *(
                f"    {{ file = {_string(one.file)}, sha256 = {_string(one.sha256[:_SHA])}, points = {one.points} }},"
                for one in each.candidates
            ),
            "]",
            'prefer = ""',
        ],
    )


def _quote(each: OpenQuote) -> str:
    consent = f" ({each.consent})" if each.consent else ""
    return _table(
        "quote",
        [
            *_comment(each.point.words),
            *_comment(f"-- {each.speaker}{consent}"),
            f"id = {_string(each.point.id)}",
            "approved = false",
        ],
    )


def _pair(each: OpenPair) -> str:
    shared = ", ".join(each.shared[:6])
    parted = f"; they differ in {', '.join(each.parted)}" if each.parted else ""
    told = [] if each.joined else _comment(f"{each.score:.2f} alike ({shared}){parted}")
    return _table(
        "pair",
        [
            *told,
            *_comment(each.left.words, "1: "),
            *_comment(each.right.words, "2: "),
            f"left = {_string(each.left.id)}",
            f"right = {_string(each.right.id)}",
            *(["joined = true", f'decide = "{TOGETHER}"'] if each.joined else [f'decide = "{OPEN}"']),
        ],
    )


def _theme(each: OpenTheme) -> str:
    name = _string(_plain(each.name)[:_NAME].strip())
    return _table(
        "theme",
        [
            f"id = {_string(each.id)}",
            f"found = {name}",
            f"name = {name}",
            f"sessions = {each.sessions}",
            "points = [",
            *(
                f"    {_string(point.id)},  # {textwrap.shorten(_plain(point.words), _BRIEF, placeholder=' …')}"
                for point in each.points
            ),
            "]",
        ],
    )


def _table(kind: str, lines: Iterable[str]) -> str:
    return "\n".join([f"[[{kind}]]", *lines, ""])


def _comment(words: str, label: str = "") -> list[str]:
    """Words as comment lines, the whole of them."""
    gap = " " * len(label)
    return textwrap.wrap(
        label + _plain(words),
        _WIDTH,
        initial_indent="# ",
        subsequent_indent=f"# {gap}",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _plain(words: str) -> str:
    """Words on one line, with nothing in them that TOML forbids in a comment."""
    return " ".join(_CONTROL.sub(" ", words).split())


def _string(words: str) -> str:
    """Words as a TOML string; JSON escapes what TOML wants escaped, but for one sign."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _new_versions(versions: Iterable[OpenVersion], known: Sequence[Entry]) -> Iterator[OpenVersion]:
    """Sessions with a candidate that no entry names."""
    listed = [
        {str(one["sha256"]).strip().casefold() for one in each.values.get("candidates", ())}
        for each in known
        if each.kind == "version"
    ]
    for version in versions:
        if not any(all(_is_listed(each, files) for each in version.candidates) for files in listed):
            yield version


def _is_listed(candidate: Candidate, files: Iterable[str]) -> bool:
    return any(len(file) >= SHORTEST and candidate.sha256.startswith(file) for file in files)


def _new_quotes(quotes: Iterable[OpenQuote], known: Sequence[Entry]) -> Iterator[OpenQuote]:
    listed = {each.id("id") for each in known if each.kind == "quote"}
    return (each for each in quotes if each.point.id not in listed)


def _new_pairs(pairs: Iterable[OpenPair], known: Sequence[Entry]) -> Iterator[OpenPair]:
    """Pairs of points about which no entry asks, whichever of their wordings it names."""
    asked = {frozenset((each.id("left"), each.id("right"))) for each in known if each.kind == "pair"}
    partners: dict[str, set[str]] = {}
    for one, other in map(sorted, asked):
        partners.setdefault(one, set()).add(other)
        partners.setdefault(other, set()).add(one)
    for pair in pairs:
        if not any(not partners.get(each, set()).isdisjoint(pair.right.ids) for each in pair.left.ids):
            yield pair


def _new_themes(themes: Sequence[OpenTheme], known: Sequence[Entry]) -> Iterator[OpenTheme]:
    """Themes that no entry means, neither by its id nor by most of its points."""
    held = {each.id: _ids(each.points) for each in themes}
    listed = [each for each in known if each.kind == "theme"]
    meant = {_decision(each).meant(held) for each in listed}
    # A theme that a person made has the name that it was given, where the decisions were applied already.
    made = {each.text("name") for each in listed if each.yes("split")}
    return (each for each in themes if each.id not in meant and each.name not in made)


def _decision(entry: Entry) -> ThemeDecision:
    return ThemeDecision(
        "", "" if entry.yes("split") else entry.text("id", required=False), entry.ids("points")
    )


def _ids(points: Iterable[Named]) -> frozenset[str]:
    return frozenset(each for point in points for each in point.ids)
