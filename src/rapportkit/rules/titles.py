"""Lines that bear the title of a form, whatever year stands beside it."""

from __future__ import annotations

import re

from rapportkit.model.template import Template
from rapportkit.text.dates import DATES
from rapportkit.text.plain import plain, words

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_LONGEST = 160


def years(text: str) -> frozenset[str]:
    """The years in a text.

    >>> sorted(years("Marrakesh 2018")), sorted(years("Agenda"))
    (['2018'], [])
    """
    return frozenset(_YEAR.findall(text))


def years_beside_title(text: str, template: Template, most: int) -> frozenset[str]:
    """The years in a line that holds a title of the form and at most so many other words; those of dates apart.

    None for any other line: a date beside a title is that of the event, which may use an older form.
    """
    found = years(DATES.sub(" ", text)) if len(text) <= _LONGEST else frozenset()
    if not found:
        return found
    said = f" {plain(_YEAR.sub(' ', text))} "
    titles = (plain(_YEAR.sub(" ", title)).replace(" n ", " ") for title in template.titles.all())
    longest = max((len(words(title)) for title in titles if title and f" {title} " in said), default=0)
    return found if longest and len(words(said)) <= longest + most else frozenset()
