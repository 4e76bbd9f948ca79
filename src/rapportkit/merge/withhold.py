"""The gate of the public edition: words that would tell who spoke are replaced by […].

Under the Chatham House Rule persons are withheld, with the office and affiliation around a name, and the country
or organisation that somebody spoke for. On the record names stand; how to reach a person is told in no edition but
the restricted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapportkit.mentions.around import described, introduced
from rapportkit.mentions.contacts import contacts
from rapportkit.mentions.known import Known
from rapportkit.mentions.offices import holders, lone_holders
from rapportkit.mentions.persons import Span, rare_names
from rapportkit.mentions.seen import Seen, look
from rapportkit.mentions.speakers import affiliations
from rapportkit.mentions.vocabulary import vocabulary
from rapportkit.model.summary import WITHHELD
from rapportkit.model.withheld import Withheld

_FINITE = (
    r"[a-z]+ed(?! by\b)|is|was|has|had|will|would|gave|made|spoke|put|told|led|ran|(?:a|ont|avait) [a-zà-ÿ]+(?:é|i|is|it|u|ert)|"
    r"[a-zà-ÿ]{2,}(?:ó|aron|ieron)|ha|era|fue"
)
_GRAVITY = tuple(Withheld)
"""Of what was found in one place, the first names the case."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One stretch of a text that is withheld, from `start` to `end`."""

    start: int
    end: int
    kind: Withheld


def withhold(
    text: str,
    known: Sequence[Known],
    *,
    rule: bool,
    practice: bool = False,
    seen: Seen | None = None,
) -> str:
    """Replace what tells a person, or under the `rule` also a speaker's affiliation, by […].

    The owner of a `practice` may be told.

    >>> withhold("Minister Exemplo said that Spain has a law; Spain noted its cost.", [], rule=True)
    '[…] said that Spain has a law; […] noted its cost.'
    """
    return without(text, cuts(text, known, rule=rule, practice=practice, seen=seen))


def cuts(
    text: str,
    known: Sequence[Known],
    *,
    rule: bool,
    practice: bool = False,
    remark: bool = False,
    about: bool = False,
    seen: Seen | None = None,
) -> tuple[Cut, ...]:
    """What is withheld from a text: stretches in order, with words between them.

    In a `remark` of a few words, such as that on a quotation, whatever could be a name is taken for one. What is
    said `about` a session tells no speaker's affiliation but what stands around a name.

    >>> cuts("Write to ana@example.org; Spain noted it.", [], rule=True)
    (Cut(start=9, end=24, kind=<Withheld.CONTACT: 'contact'>), Cut(start=26, end=31, kind=<Withheld.AFFILIATION: 'affiliation'>))
    """
    seen = seen or look(text)
    found = [(span, Withheld.CONTACT) for span in contacts(text)]
    persons = [*seen.persons, *(span for people in known for span in people.spans(text))]
    if remark:
        persons.extend(rare_names(text, seen.runs))
    if rule:
        persons = [introduced(text, described(text, span, seen.runs), seen.mentioned) for span in persons]
    if rule and not about:
        found.extend(_affiliations(text, seen, practice=practice))
    found.extend((span, Withheld.PERSON) for span in persons)
    return tuple(_with_comma(text, cut) for cut in _joined(text, found))


def addresses(text: str) -> tuple[Cut, ...]:
    """What is withheld from a text that is on the record: how to reach somebody.

    >>> addresses("Ana Exemplo, ana@example.org, noted it.")
    (Cut(start=13, end=28, kind=<Withheld.CONTACT: 'contact'>),)
    """
    return tuple(_joined(text, ((span, Withheld.CONTACT) for span in contacts(text))))


def without(text: str, taken: Iterable[Cut]) -> str:
    """The text with […] for each stretch."""
    parts: list[str] = []
    at = 0
    for cut in taken:
        parts.extend((text[at : cut.start], WITHHELD))
        at = cut.end
    return "".join((*parts, text[at:]))


def _affiliations(text: str, seen: Seen, *, practice: bool) -> Iterator[tuple[Span, Withheld]]:
    offices = {*holders(text, showing=not practice), *lone_holders(text)}
    starts = {start for start, _ in offices}
    yield from ((span, Withheld.OFFICE) for span in offices)
    for span in affiliations(text, seen.mentioned, seen.runs, practice=practice, persons=seen.persons):
        yield span, Withheld.OFFICE if span[0] in starts else Withheld.AFFILIATION


def _with_comma(text: str, cut: Cut) -> Cut:
    """With the second of two commas around a name, where the first goes with it: “The […] announced”."""
    is_apposed = "," in text[cut.start : cut.end] and text[cut.end : cut.end + 1] == ","
    return replace(cut, end=cut.end + 1) if is_apposed and _finite().match(text, cut.end + 1) else cut


@cache
def _finite() -> re.Pattern[str]:
    """A verb of which those ahead are the subject, perhaps behind an adverb."""
    known = vocabulary()
    return re.compile(
        rf"\s(?:\w+ly\s)?(?:{_FINITE})(?!\w)|(?:{known.speaking})|(?:{known.speaking_of_persons})"
    )


def _joined(text: str, found: Iterable[tuple[Span, Withheld]]) -> Iterator[Cut]:
    """The stretches in order, as one those that overlap or that only white space parts."""
    start = end = -1
    kinds: list[Withheld] = []
    for (first, last), kind in sorted(found):
        if kinds and (first > end and text[end:first].strip(" \u00a0")):
            yield Cut(start, end, min(kinds, key=_GRAVITY.index))
            kinds = []
        if not kinds:
            start = end = first
        kinds.append(kind)
        end = max(end, last)
    if kinds:
        yield Cut(start, end, min(kinds, key=_GRAVITY.index))
