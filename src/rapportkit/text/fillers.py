"""Words that stand where an answer should, and say that there is none."""

from __future__ import annotations

import re

from rapportkit.text.plain import plain

_NOTHING = frozenset(
    """
    na|n a|not applicable|none|nil|nothing|no|nothing to report|nothing to add|nothing further|not available
    |neant|sans objet|s o|aucun|aucune|rien|rien a signaler|non applicable|ninguno|ninguna|nada|no aplica
    |no procede|sin comentarios|no comment|no comments|nada que informar|none identified|none to report
    |nihil|aucun e|ninguno a|no se aplica|no corresponde|sin objeto|sin novedad|nada que senalar|nada que reportar|nada que anadir
    |ningun comentario|aucun commentaire|rien de particulier|rien a ajouter|rien a declarer|ne s applique pas
    """.replace("\n", "")
    .replace("    ", "")
    .split("|"),
)
# What Word prints in a control that was left empty.
_PROMPTS = frozenset(
    """
    click or tap here to enter text|click here to enter text|click or tap to enter a date|click here to enter a date
    |choose an item|enter text|enter any content that you want to repeat including other content controls
    |cliquez ou appuyez ici pour entrer du texte|cliquez ici pour entrer du texte|cliquez ici pour taper du texte
    |cliquez ou appuyez ici pour entrer une date|cliquez ici pour entrer une date|choisissez un element
    |haga clic o pulse aqui para escribir texto|haga clic aqui para escribir texto|elija un elemento
    |haga clic aqui o pulse para escribir una fecha|haga clic aqui para escribir una fecha
    |klicken oder tippen sie hier um text einzugeben|klicken sie hier um text einzugeben|wahlen sie ein element aus
    |clique ou toque aqui para introduzir texto|clique aqui para introduzir texto|escolha um item
    |fare clic o toccare qui per immettere il testo|fare clic qui per immettere testo|scegliere un elemento
    """.replace("\n", "")
    .replace("    ", "")
    .split("|"),
)
_LONGEST = 80
_SIGNS = re.compile(r"[\W_]*")


def is_filler(text: str) -> bool:
    """Whether a text only says that there is nothing to say.

    >>> [is_filler(text) for text in ("N/A", "–", "...", "Néant.", "Nihil", "Choose an item.", "None agreed")]
    [True, True, True, True, True, True, False]
    """
    if len(text) > _LONGEST:
        return False
    return _SIGNS.fullmatch(text) is not None or plain(text) in _NOTHING or plain(text) in _PROMPTS
