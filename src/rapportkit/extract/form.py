"""A template made ready for reading, once."""

from __future__ import annotations

from collections.abc import Sequence

from rapportkit.extract.lexicon import Lexicon
from rapportkit.extract.slots import Slot, groups, slots
from rapportkit.extract.subtract import Guidance
from rapportkit.model.document import Block
from rapportkit.model.template import Template


class Form:
    """What reading a template's forms needs: its guidance, and its slots with their lexicon."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.guidance = Guidance(template)
        self._opened: dict[int, tuple[tuple[Slot, ...], Lexicon]] = {}

    def opened(self, blocks: Sequence[Block]) -> tuple[tuple[Slot, ...], Lexicon]:
        """The slots, with as many numbered groups as the blocks may hold, and their lexicon."""
        count = groups(self.template, blocks)
        if count not in self._opened:
            places = slots(self.template, count)
            self._opened[count] = (places, Lexicon(places))
        return self._opened[count]


# Templates hold mappings and cannot be hashed: a form is known by its template's identity.
_forms: dict[int, Form] = {}


def form(template: Template) -> Form:
    """The form of a template, made at its first use."""
    known = _forms.get(id(template))
    if known is None or known.template is not template:
        known = _forms[id(template)] = Form(template)
    return known
