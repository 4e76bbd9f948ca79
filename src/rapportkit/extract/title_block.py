"""The lines that head a form: event, session, and the form's own title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapportkit.extract.header.events import date_line, event_line, is_named, with_year
from rapportkit.extract.header.papers import title_lines
from rapportkit.extract.header.sessions import session, spoken
from rapportkit.extract.header.values import Line, Values
from rapportkit.extract.subtract import Guidance, Ledger, subtract
from rapportkit.model.document import Block
from rapportkit.model.template import Field, Kind, Template
from rapportkit.text.dates import DATES
from rapportkit.text.plain import words

_SHORTEST_WORD = 3


class TitleBlock:
    """The head of one document on its way into the header of one template."""

    def __init__(self, template: Template, guidance: Guidance, ledger: Ledger, known: Values) -> None:
        self._guidance = guidance
        self._ledger = ledger
        self._values = known
        self._event = _field(template, Kind.EVENT)
        self._session = _field(template, Kind.SESSION)

    def read(self, head: Sequence[Block], opening: Sequence[Block]) -> None:
        """Read event and session from the lines, book the form's own, and leave the rest unplaced.

        `opening` is the answer that follows: a speech names its session in the first sentences.
        """
        blocks = self._unwrapped(subtract(head, self._guidance, self._ledger))
        used = self._by_arrangement(blocks, opening)
        named = self._event is not None and any(is_named(block.text, self._event) for block in blocks)
        dated = self._dated(blocks)
        year = ""
        for index, block in enumerate(blocks):
            if index in used:
                continue
            if dated and block is not dated and block.text and _same_words(block.text, dated.text):
                # A running head says the event once more, without its dates.
                self._ledger.form(block)
                continue
            if not block.text or self._guidance.is_title(block.text):
                self._ledger.form(block)
                year = _year_at_end(block.text)
            elif not self._event_line(block, year, named=named) and not self._titled_session(block):
                self._ledger.leave(block)

    def _unwrapped(self, blocks: Sequence[Block]) -> list[Block]:
        """Join the two lines of an event's name that ends with its dates: "… of the / Forum, Quito, 2 May 2020"."""
        joined: list[Block] = []
        for block in blocks:
            last = joined[-1] if joined else None
            if last and self._event and _is_open(last.text) and _is_set_alike(last, block):
                text = f"{last.text} {block.text}"
                if is_named(last.text, self._event) and event_line(text, last.location, self._event):
                    joined[-1] = replace(last, text=text, notes=last.notes + block.notes)
                    continue
            joined.append(block)
        return joined

    def _by_arrangement(self, blocks: Sequence[Block], opening: Sequence[Block]) -> set[int]:
        """Read the head as the template says it is arranged; gives the indices of the lines it used."""
        if self._session is None:
            return set()
        lines = [Line(block.text, block.location) for block in blocks]
        values: Values = []
        used: set[int] = set()
        if self._session.options.get("found") == "sentence":
            further = [Line(block.text, block.location) for block in opening]
            values, line = spoken([*lines, *further], self._session, self._guidance.is_title)
            used = {line} if line is not None and line < len(blocks) else set()
        elif self._session.options.get("found") == "title" and self._event:
            above = (index for index, block in enumerate(blocks) if self._guidance.is_title(block.text))
            values, used = title_lines(lines, self._event, next(above, len(blocks)))
        self._values += values
        if used:
            self._ledger.form_rest([blocks[index] for index in sorted(used)], values)
        return used

    def _dated(self, blocks: Sequence[Block]) -> Block | None:
        """The line that names the event with its dates, if there is one."""
        for block in blocks if self._event else ():
            rest = self._without_title(block)
            if self._event and is_named(rest, self._event):
                values = event_line(rest, block.location, self._event) or []
                if {"/event/title", "/event/dates"} <= {key for key, _ in values}:
                    return block
        return None

    def _event_line(self, block: Block, year: str, *, named: bool) -> bool:
        """Take an event line, or where some line names the event its dates and place, off the head.

        `year` is the year that the form's title line ends with: "Reporting Template 2018" above
        "Working sessions of …" is one title, wrapped.
        """
        if self._event is None:
            return False
        rest = self._without_title(block)
        values: Values | None = None
        if named and not is_named(rest, self._event):
            if not self._has("/event/dates"):
                values = date_line(rest, block.location)
        elif not self._has("/event/title"):
            values = event_line(rest, block.location, self._event)
        if not values:
            return False
        self._ledger.form_rest([block], values)
        self._values += with_year(values, year)
        return True

    def _titled_session(self, block: Block) -> bool:
        """Take a title of the form that goes on with the session off the head."""
        rest = self._without_title(block)
        if self._session is None or not rest or not self._guidance.title_at_start(block.text):
            return False
        if not self._has("/session"):
            values = session(rest, block.location, self._session)
            self._values += values
            self._ledger.form_rest([block], values)
            return True
        known = {key: value.text for key, value in self._values if key.startswith("/session")}
        if _same_words(rest, " ".join(known.values())) or _is_left_open(rest):
            self._ledger.form(block)
            return True
        if _is_left_open(known.get("/session/title", "")):
            # The title of the form has what the line that asks for it has not.
            values = [each for each in session(rest, block.location, self._session) if each[0] not in known]
            self._values += values
            self._ledger.form_rest([block], values)
            return True
        return False

    def _without_title(self, block: Block) -> str:
        return block.text[self._guidance.title_at_start(block.text) :].strip(" :–—-")

    def _has(self, pointer: str) -> bool:
        return any(key.startswith(pointer) for key, _ in self._values)


def _field(template: Template, kind: Kind) -> Field | None:
    return next((field for field in template.header if field.kind is kind), None)


def _year_at_end(text: str) -> str:
    found = re.search(r"\s((?:19|20)\d{2})$", text)
    return found[1] if found else ""


def _is_left_open(text: str) -> bool:
    """Whether a text is nothing but what a form sets in brackets to be replaced: "[insert title]"."""
    return re.fullmatch(r"\[[^\[\]]*\]", text.strip()) is not None


def _is_open(text: str) -> bool:
    """Whether a line cannot end where it does: "… Days of the"."""
    last = (text.split() or [""])[-1]
    return last.isalpha() and last.islower() and len(last) <= _SHORTEST_WORD


def _is_set_alike(one: Block, other: Block) -> bool:
    same = (one.kind, one.is_bold, one.location.cell) == (other.kind, other.is_bold, other.location.cell)
    return (
        same and not other.marker and DATES.search(one.text) is None and DATES.search(other.text) is not None
    )


def _same_words(one: str, other: str) -> bool:
    here, there = set(words(one)), set(words(other))
    return len(here & there) >= 0.8 * max(1, len(here))
