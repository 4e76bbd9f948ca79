"""What the public edition withholds, for a person who goes through it before circulation: a table, or lines to read.

Both hold the very words that are withheld, and say so first.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rapportkit.model.withheld import Case, Withheld
from rapportkit.writers.cells import guarded
from rapportkit.writers.findings.signs import one_line
from rapportkit.writers.phrasebook import Phrasebook

COLUMNS = (
    *("circulation", "decision", "reference", "kind", "where", "words", "text"),
    *("consent", "session", "file", "place"),
)
"""The columns and their words are for programs and the same in every language."""
RESTRICTED = "restricted: not for circulation"
_UNDER, _INDENT = "  ", "    "
_OPEN, _CLOSE = "⟦", "⟧"


class Phrases(Phrasebook):
    """The phrases of one language.

    >>> Phrases("fr").count("withheld", 2)
    '2 cas où des mots sont retirés'
    """

    name = "withheld"

    def kind(self, kind: Withheld) -> str:
        """What was taken out, in a word."""
        return str(self._said["kinds"][kind.value])

    def where(self, case: Case) -> str:
        """Where it stood, unless that is the text of a point; "" then."""
        return str(self._said["where"].get(case.where.value, ""))


def write_csv(cases: Sequence[Case]) -> bytes:
    """The table, a head first, each line ended by CR LF; it begins with a byte order mark, for Excel."""
    page = io.StringIO()
    table = csv.writer(page, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows(_row(case) for case in cases)
    return page.getvalue().encode("utf-8-sig")


def _row(case: Case) -> tuple[str, ...]:
    told = (
        *(RESTRICTED, "kept" if case.kept else "withheld", case.reference, case.kind.value, case.where.value),
        *(case.words, case.text, case.consent, case.session, case.file, case.place),
    )
    return tuple(map(guarded, told))


def write_text(cases: Sequence[Case], language: str = "en") -> bytes:
    """Lines by report and point: what was taken out, and the sentence with those words in ⟦ ⟧."""
    return "".join(f"{line}\n" for line in _lines(cases, Phrases(language))).encode(errors="replace")


def _lines(cases: Sequence[Case], phrases: Phrases) -> Iterator[str]:
    taken = [case for case in cases if not case.kept]
    left = [case for case in cases if case.kept]
    yield phrases.say("restricted")
    yield ""
    yield phrases.say("about", open=_OPEN, close=_CLOSE)
    yield ""
    yield f"{phrases.count('withheld', len(taken))}{_counted(taken, phrases)}"
    yield from _listed(taken, phrases)
    yield ""
    yield phrases.count("kept", len(left))
    yield from _listed(left, phrases)


def _counted(cases: Iterable[Case], phrases: Phrases) -> str:
    counts = Counter(case.kind for case in cases)
    told = [f"{phrases.kind(kind)} {counts[kind]}" for kind in Withheld if counts[kind]]
    return f" ({', '.join(told)})" if told else ""


def _listed(cases: Sequence[Case], phrases: Phrases) -> Iterator[str]:
    for (session, file), several in groupby(cases, key=lambda case: (case.session, case.file)):
        yield ""
        yield one_line(" — ".join(filter(None, (session, file))) or phrases.say("title"))
        for case in several:
            yield from _case(case, phrases)


def _case(case: Case, phrases: Phrases) -> Iterator[str]:
    beside = ", ".join(filter(None, (phrases.kind(case.kind), phrases.where(case), case.place)))
    named = f"[{case.reference}] {case.words}" if case.reference else case.words
    yield _UNDER + one_line(f"{named} ({beside})")
    if case.text:
        yield _INDENT + one_line(_marked(case))
    if case.consent and case.consent != case.text:
        yield _INDENT + one_line(phrases.say("consent", said=case.consent))
    elif case.kind is Withheld.SPEAKER and not case.consent:
        yield _INDENT + phrases.say("no_consent")


def _marked(case: Case) -> str:
    """The sentence with the words in it marked; as it is where they stand beside it."""
    if case.at < 0:
        return case.text
    end = case.at + len(case.words)
    return f"{case.text[: case.at]}{_OPEN}{case.text[case.at : end]}{_CLOSE}{case.text[end:]}"
