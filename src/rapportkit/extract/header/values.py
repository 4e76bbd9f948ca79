"""What a header line gives: values by JSON Pointer, with the words of the line that are none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapportkit.model.location import Location
from rapportkit.model.report import Value
from rapportkit.model.template import Field

Values = list[tuple[str, Value]]

_QUOTED = re.compile(r"[“‘\"«„']\s?([^“”\"«»„]{4,200}?)\s?[”’\"»“'](?=[\s.,;:!?)]|$)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a form's head, with its place."""

    text: str
    location: Location


def wordings(field: Field, option: str) -> tuple[str, ...]:
    """The phrases that a field's option lists in its languages, the longest first."""
    given = field.options.get(option, {})
    said = [phrase for phrases in (given.values() if isinstance(given, dict) else ()) for phrase in phrases]
    return tuple(sorted(said, key=len, reverse=True))


def left_over(text: str, values: Values) -> str:
    """The words of a line that none of its values holds.

    >>> left_over("Round Table 1.2: Mayors", [("/session/number", Value("1.2")), ("/session/title", Value("Mayors"))])
    'Round Table'
    """
    said = Counter(word for _, value in values for word in re.findall(r"\w+", value.text))
    kept: list[str] = []
    for word in re.findall(r"\w+", text):
        if said[word]:
            said[word] -= 1
        else:
            kept.append(word)
    return " ".join(kept)


def quoted(text: str, start: int = 0) -> str:
    """The first words between quotation marks after an offset; "" for none."""
    found = _QUOTED.search(text, start)
    return found[1].strip(" ,") if found else ""


def unquoted(text: str) -> str:
    """A title without the marks around all of it; marks around some of its words stay.

    >>> unquoted("“Mayors”"), unquoted("Beyond “us”")
    ('Mayors', 'Beyond “us”')
    """
    whole = _QUOTED.fullmatch(text.strip())
    return whole[1].strip() if whole else text.strip()


def first_of_each(values: Sequence[tuple[str, Value]]) -> dict[str, Value]:
    """The first value with words at each pointer, in the order given."""
    first: dict[str, Value] = {}
    for key, value in values:
        # The dots of a blank form are nobody's words.
        if any(map(str.isalnum, value.text)):
            first.setdefault(key, value)
    return first
