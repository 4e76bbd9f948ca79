"""Findings as Markdown, to be pasted into an e-mail or an issue: a heading for each file, then a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportkit.model.checked import Checked
from rapportkit.model.finding import Finding
from rapportkit.writers.findings import repeats, signs, tally
from rapportkit.writers.findings.phrases import Phrases

_SPECIAL = re.compile(r"[\\`*_\[\]<>~#$]|&(?=#?\w+;)|@(?=\w)")
"""Signs that Markdown, or what GitHub adds to it, would take for its own: marks, formulas, mentions."""

_OPENER = re.compile(r"^([-+=]|\d{1,9}(?=[.)](?:\s|$)))")
"""At the beginning of a line these would open a list or a rule."""


def write(checked: Checked) -> bytes:
    """The page in UTF-8."""
    return ("\n\n".join(_blocks(checked)) + "\n").encode()


def _blocks(checked: Checked) -> Iterator[str]:
    phrases = Phrases(checked.language)
    yield f"# {escaped(phrases.say('title'))}"
    yield escaped(tally.closing(checked))
    for file, findings in repeats.by_file(checked):
        yield f"## {escaped(file.name) or '–'}"
        about = (file.session, file.title, tally.counts(findings, phrases) or phrases.say("clean"))
        unread = "" if tally.was_checked(file) else phrases.say("not_checked")
        yield escaped(" · ".join(filter(None, (unread, *(about if not unread else about[2:])))))
        if findings:
            yield "\n".join(_items(findings, phrases))


def _items(findings: Sequence[Finding], phrases: Phrases) -> Iterator[str]:
    for number, each in enumerate(repeats.told(findings), 1):
        first = each.findings[0] if isinstance(each, repeats.Repeats) else each
        mark = f"{number}. "
        yield f"{mark}{_said(each, first, phrases)}"
        if isinstance(each, Finding) and each.help:
            # A list item goes on where its text began; the backslash breaks the line.
            yield f"{' ' * len(mark)}{escaped(each.help)}"


def _said(each: Finding | repeats.Repeats, first: Finding, phrases: Phrases) -> str:
    severity = f"**{_capital(phrases.say(first.severity.value))}**"
    rule = f"[{' '.join(filter(None, (first.code, first.name)))}]"
    if isinstance(each, repeats.Repeats):
        return f"{phrases.say('place', place=severity)} {escaped(f'{each.say(phrases)} {rule}')}"
    where = f", {escaped(each.place)}" if each.place else ""
    end = "\\" if each.help else ""
    return f"{phrases.say('place', place=severity + where)} {escaped(f'{each.message} {rule}')}{end}"


def escaped(text: str) -> str:
    r"""Text on one line that Markdown shows as it stands.

    >>> print(escaped("- a*b* <i> @ana, #4"))
    \- a\*b\* \<i\> \@ana, \#4
    """
    special = _SPECIAL.sub(lambda sign: f"\\{sign[0]}", signs.one_line(text))
    return _OPENER.sub(lambda sign: f"{sign[1]}\\" if sign[1].isdigit() else f"\\{sign[1]}", special)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
