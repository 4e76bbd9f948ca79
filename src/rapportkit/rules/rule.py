"""What a rule is: a code, a name, a severity, a page of documentation and a question to a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from inspect import cleandoc
from typing import NamedTuple

from rapportkit.model.finding import Finding, Severity
from rapportkit.model.location import Location
from rapportkit.rules.messages import filled
from rapportkit.rules.reading import Reading
from rapportkit.text.markers import split_marker
from rapportkit.text.plain import plain


class Said(NamedTuple):
    """A sentence about what was found, and one thing to do about it; {names} are filled in."""

    message: str
    help: str


def silent(_rule: Rule, _reading: Reading) -> Iterator[Finding]:
    """Ask nothing: the reader, not the report, gives the findings of this rule."""
    return iter(())


def _said(place: Location, message: str, reading: Reading) -> str:
    """The place in words, without the label above it where the sentence begins with that."""
    told = bool(place.under) and any(_is_same(each, place.under) for each in _begun(message, reading))
    return place.said(reading.catalogue.places, under=not told)


def _begun(message: str, reading: Reading) -> list[str]:
    """The labels that a sentence begins with: “Recommendation 2”, “Actions”."""
    opening, closing = map(re.escape, reading.catalogue.quotes)
    found = re.match(rf"(?:(?:^|, ){opening}.*?{closing})+", message)
    return re.findall(rf"{opening}(.*?){closing}", found[0]) if found else []


def _is_same(label: str, printed: str) -> bool:
    """Whether the form's label is the printed one, which may have a number; either may be cut short."""
    marked = split_marker(printed)
    for other in (printed, marked.text if marked else ""):
        one, two = plain(label), plain(other)
        cut = (label.endswith("…") and two.startswith(one)) or (other.endswith("…") and one.startswith(two))
        if two and (one == two or cut):
            return True
    return False


Check = Callable[["Rule", Reading], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `page` is the docstring of its file, `messages` its English sentences by key.

    `options` names the thresholds that may be changed, with what they are otherwise.
    """

    code: str
    name: str
    severity: Severity
    page: str | None
    check: Check = silent
    messages: Mapping[str, Said] = field(default_factory=dict)
    options: Mapping[str, int] = field(default_factory=dict)

    @property
    def summary(self) -> str:
        """The first sentence of the page."""
        return cleandoc(self.page or "").partition("\n")[0]

    def finding(
        self,
        reading: Reading,
        key: str,
        pointer: str = "",
        *,
        location: Location | None = None,
        severity: Severity | None = None,
        **args: str | int,
    ) -> Finding:
        """Make a finding of the sentence under `key`, in the words and the language of the reading.

        The place is that of the pointer where no other is given; `severity` differs from the rule's
        own only where the rule's page says so, and gives way to what the settings or the template say.
        """
        said, helped = reading.terms.worded(self.code, self.name, key, pointer, self.messages[key])
        message = filled(said, args)
        place = location or reading.location(pointer)
        return Finding(
            file=reading.report.source.name,
            code=self.code,
            name=self.name,
            severity=reading.terms.severity(self.code, self.name, pointer) or severity or self.severity,
            message=message,
            pointer=pointer,
            location=place,
            help=filled(helped, args),
            key=key,
            args=tuple(args.items()),
            quote=str(args.get("quote", "")),
            place=_said(place, message, reading) if place else "",
        )

    def option(self, reading: Reading, name: str, pointer: str = "") -> int:
        """A threshold of the rule, as the settings, the question or the template give it."""
        changed = reading.terms.option(self.code, self.name, name, pointer)
        return self.options[name] if changed is None else changed
