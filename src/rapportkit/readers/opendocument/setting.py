"""What the stories of one file share, and what is gathered beside their text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportkit.model.document import Furniture
from rapportkit.model.location import Location
from rapportkit.readers.opendocument.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True, slots=True)
class Setting:
    """What stories share: styles, the controls of forms by their ids, and how to read a formula.

    `removed` is set where all changes are to be rejected: what was deleted by the id of the change,
    None for what was inserted.
    """

    styles: Styles
    controls: dict[str, Element]
    removed: dict[str, Element | None] | None
    formula: Callable[[Element], str]


@dataclass(slots=True)
class Margin:
    """What the stories of a file hold beside their text, gathered while they are read.

    `changes` counts tracked changes by kind, `changed` is the place of the first; `comments` are the
    places of the open ones, `unread` those of what could not be read; `deepest` is how many tables
    stand inside one another.
    """

    furniture: list[Furniture] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)
    changed: Location | None = None
    comments: list[Location] = field(default_factory=list)
    unread: list[Location] = field(default_factory=list)
    deepest: int = 0
