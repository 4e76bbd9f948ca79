"""How deep a list item stands, where the format does not say."""

from __future__ import annotations

from rapportkit.text.markers import marker_class


class Levels:
    """Depths of typed list items: by indent where there is one, else by the order in which markers appear.

    >>> levels = Levels()
    >>> levels.level("*", 0), levels.level("o", 4), levels.level("*", 0)
    (1, 2, 1)
    """

    def __init__(self) -> None:
        self._open: list[tuple[str, int, int]] = []
        self.announced = False

    def end(self) -> None:
        """A paragraph outside the list: the next item starts a new one."""
        self._open = []

    def level(self, marker: str, indent: int, nested: int = 0) -> int:
        """The depth of an item, from 1; `nested` counts the lists it stands in where tags tell."""
        kind = marker_class(marker)
        for depth, (known, edge, lists) in enumerate(self._open):
            if known == kind and abs(edge - indent) <= 1 and lists == nested:
                del self._open[depth + 1 :]
                return depth + 1
        while self._open and (indent < self._open[-1][1] - 1 or nested < self._open[-1][2]):
            self._open.pop()
        # Word's own lists put "o" under "•", whatever became of the indent.
        below = bool(self._open) and (self._open[-1][0], kind) == ("round", "hollow")
        if self._open and not below and self._is_sibling(indent, nested):
            self._open[-1] = (kind, indent, nested)
        else:
            self._open.append((kind, indent, nested))
        return len(self._open)

    def _is_sibling(self, indent: int, nested: int) -> bool:
        """Another marker at the same indent is a sibling when the item above announces nothing."""
        _, edge, lists = self._open[-1]
        return indent <= edge + 1 and nested <= lists and not self.announced
