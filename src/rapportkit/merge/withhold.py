"""The gate of the public edition: words that would tell who spoke are replaced by […].

Persons are withheld from every report. From reports under the Chatham House Rule, also the office and
affiliation around a name, and the country or organisation that somebody spoke for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapportkit.mentions.around import described
from rapportkit.mentions.contacts import contacts
from rapportkit.mentions.known import Known
from rapportkit.mentions.persons import Span
from rapportkit.mentions.seen import Seen, look
from rapportkit.mentions.speakers import affiliations
from rapportkit.model.summary import WITHHELD


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
    seen = seen or look(text)
    spans = [*seen.persons, *(span for people in known for span in people.spans(text))]
    if rule:
        spans = [described(text, span, seen.runs) for span in spans]
        spans.extend(affiliations(text, seen.mentioned, seen.runs, practice=practice))
    return _replaced(text, [*spans, *contacts(text)])


def _replaced(text: str, spans: Iterable[Span]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if start > at or not parts:
            parts.extend((text[at:start], WITHHELD))
        at = max(at, end)
    return "".join((*parts, text[at:]))
