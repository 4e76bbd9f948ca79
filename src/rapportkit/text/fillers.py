"""Words that stand where an answer should, and say that there is none."""

from __future__ import annotations

import re

from rapportkit.text.plain import plain

_NOTHING = frozenset(
    """
    na|n a|not applicable|none|nil|nothing|no|nothing to report|nothing to add|nothing further|not available
    |neant|sans objet|s o|aucun|aucune|rien|rien a signaler|non applicable|ninguno|ninguna|nada|no aplica
    |no procede|sin comentarios|no comment|no comments|nada que informar|none identified|none to report
    """.replace("\n", "")
    .replace("    ", "")
    .split("|"),
)
_SIGNS = re.compile(r"[\W_]*")


def is_filler(text: str) -> bool:
    """Whether a text only says that there is nothing to say.

    >>> [is_filler(text) for text in ("N/A", "–", "...", "Néant.", "None of the States agreed")]
    [True, True, True, True, False]
    """
    if len(text) > 40:
        return False
    return _SIGNS.fullmatch(text) is not None or plain(text) in _NOTHING
