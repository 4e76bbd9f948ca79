"""The title block of a paper: event, theme, dates and place, on lines of their own or run together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapportkit.extract.header.events import around, name_span
from rapportkit.extract.header.values import Line, Values, unquoted
from rapportkit.model.location import Location
from rapportkit.model.report import Value
from rapportkit.model.template import Field
from rapportkit.text.dates import DATES

_MARKS = " ,:–—-"
_LONGEST_PLACE = 120
_SHORTEST_THEME = 12
_LONGEST_TITLE, _MOST_LINES = 200, 6


@dataclass(slots=True)
class _Block:
    """A title block on its way: its lines so far, and what they turned out to be."""

    used: set[int]
    theme: list[Line] = field(default_factory=list)
    place: list[str] = field(default_factory=list)
    dates: Value | None = None
    where: Location | None = None

    def take(self, index: int, line: Line, *, is_first: bool) -> None:
        """Read one line: the theme until dates come, the place after them."""
        text = line.text.strip(_MARKS)
        found = DATES.search(text) if self.dates is None else None
        if found:
            self.dates = Value(found[0].strip(), line.location)
            self._around(*around(text, found), line, is_first=is_first)
        elif self.dates is None:
            self.theme.append(Line(text, line.location))
        elif len(text) <= _LONGEST_PLACE:
            self.place.append(text)
            self.where = self.where or line.location
        else:
            return
        self.used.add(index)

    def _around(self, before: str, after: str, line: Line, *, is_first: bool) -> None:
        placed = (self.theme or not is_first) and len(before) < 60 and "," in before
        if before and (placed or self.theme):
            self.place.append(before)
        elif before:
            self.theme.append(Line(before, line.location))
        if after:
            self.place.append(after)
            self.where = line.location


def title_lines(lines: Sequence[Line], event: Field, above: int = 0) -> tuple[Values, set[int]]:
    """Read the lines of a title block: gives the values and the indices of the lines they used.

    Where no line names an event that the template knows, the first lines, those `above` the form's own title, name one.
    """
    at = _named_line(lines, event)
    if at is None:
        return _unnamed(lines[:above])
    first = lines[at]
    start, stop = name_span(first.text, event)
    found = _Block({at})
    for index in range(at, len(lines)):
        text = first.text[stop:] if index == at else lines[index].text
        if text.strip(_MARKS):
            found.take(index, Line(text, lines[index].location), is_first=index == at)
    _settle(found, lines, at)
    return _values(Line(first.text[start:stop].strip(_MARKS), first.location), found), found.used


def _unnamed(lines: Sequence[Line]) -> tuple[Values, set[int]]:
    """Read an event that the template does not know: its name, the theme, a date, and the place, in short lines."""
    dated = [index for index, line in enumerate(lines) if DATES.search(line.text)]
    short = all(2 < len(line.text) <= _LONGEST_TITLE and not line.text.endswith(".") for line in lines)
    if not dated or not dated[0] or len(lines) > _MOST_LINES or not short:
        return [], set()
    found = _Block({0})
    for index, line in enumerate(lines[1:], start=1):
        found.take(index, line, is_first=False)
    return _values(lines[0], found), found.used


def _values(title: Line, found: _Block) -> Values:
    values = [("/event/title", Value(title.text.strip(_MARKS), title.location))]
    if found.theme:
        said = " ".join(line.text for line in found.theme)
        values.append(("/session/title", Value(unquoted(said), found.theme[0].location)))
    if found.dates:
        values.append(("/event/dates", found.dates))
    if found.place:
        values.append(("/event/place", Value(", ".join(found.place), found.where or title.location)))
    return values


def _settle(found: _Block, lines: Sequence[Line], at: int) -> None:
    """Without a date nothing ends the title block; without a theme below the event's name, it stands above."""
    if found.dates is None and len(found.theme) > 2:
        found.used = {at, *(index for index in sorted(found.used) if index == at + 1)}
        found.theme = found.theme[:1]
    above = lines[at - 1] if at else None
    if not found.theme and above and len(above.text) > _SHORTEST_THEME and not DATES.search(above.text):
        found.theme = [above]
        found.used.add(at - 1)


def _named_line(lines: Sequence[Line], event: Field) -> int | None:
    """The last line that begins with the event's name: what stands above it is another page's head."""
    found = [
        index
        for index, line in enumerate(lines)
        if name_span(line.text, event)[1] and name_span(line.text, event)[0] < 40
    ]
    return found[-1] if found else None
