"""Whether a point itself says that views differed, or that they met: “some …, others …”, “broad agreement that …”.

Only views of those who spoke count. Facts that differ (“some cities pay, others do not”) tell no difference of
views; an agreement between countries, and a consensus that is still wanted, no common view. Written for
precision; the words are in data/differing.json.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FAR = 6000
_LANGUAGES = ("en", "fr", "es")
_NEAR = r"[^.!?\n]"
_NONE = re.compile(r"\b(?:no|not any|without|never|aucune?|sans|sin|ningun[oa]?)\s(?:\w+\s)?$", re.IGNORECASE)
# Ahead of “consensus” and the like: denied, or only wanted.
_DENIED = re.compile(
    r"(?:\b(?:no|not|n['’]t|never|without|lack(?:s|ed|ing)?(?: of)?|absence of|nor|neither|hardly|far from|short of|cannot|"
    r"failed to|unable to|need(?:s|ed)?(?: for| to)?|build(?:ing)?|seek(?:s|ing)?|fostering|foster|towards?|forge|forging|before|"
    r"until|if|once|should|must|reach|find|promote|work for|less|"
    r"pas|aucun|aucune|sans|ni|absence|manque|faute|loin|vers|trouver|rechercher?|construire|bâtir|si|faut|"
    r"sin|ningún|ninguna|tampoco|falta|ausencia|lejos|hacia|buscar|construir|lograr|alcanzar|si)\b[^.;:!?\n]{0,28}"
    r"|\bn['’][^.;:!?\n]{0,28})$",
    re.IGNORECASE,
)
_DENIED_BEHIND = re.compile(
    r"[^.;:!?,\n]{0,40}\b(?:was not|is not|were not|has not|could not|cannot|not (?:be|yet)|has yet to|(?:is|are) (?:(?:still|also|urgently|now) )?(?:needed|required|lacking|missing|sought)|remains? elusive|"
    r"n['’](?:a|est|était) pas|no se|no fue|no es)\b",
    re.IGNORECASE,
)
_AHEAD = 44
_NAME = re.compile(r"(?<!P)<([a-z]+)>")


@dataclass(frozen=True, slots=True)
class _Said:
    """A pattern, and the beginnings of words of which one has to stand in a text, in lower case, to try it."""

    where: tuple[str, ...]
    pattern: re.Pattern[str]

    def search(self, text: str, lower: str) -> re.Match[str] | None:
        return self.pattern.search(text) if any(each in lower for each in self.where) else None


def differs(text: str, language: str = "") -> str:
    """The words by which a point itself says that views differed, both sides with “ … ” between; "" if it does not.

    `language` is tried ahead of the others.

    >>> differs("Views diverged on fees."), differs("Some argued for a ban, while others saw no need for it.")
    ('Views diverged', 'Some argued … others')
    >>> differs("Some workers have a contract while others have none.")
    ''
    """
    text = text[:_FAR]
    lower = text.lower()
    for tag in sorted(_LANGUAGES, key=lambda tag: tag != language):
        for said in _known(tag)["differs"]:
            match = said.search(text, lower)
            if match and not _NONE.search(text, max(0, match.start() - _AHEAD), match.start()):
                return match[0]
        for said in _known(tag)["sides"]:
            if match := said.search(text, lower):
                return f"{match['first']} … {match['second']}"
    return ""


def agrees(text: str, language: str = "") -> str:
    """The words by which a point says that there was consensus or broad agreement; "" where it says none.

    Denials do not count, nor a consensus that is only wanted. `language` is tried ahead of the others.

    >>> agrees("Participants agreed that fees must go."), agrees("There was no consensus."), agrees("We need consensus.")
    ('Participants agreed', '', '')
    """
    text = text[:_FAR]
    lower = text.lower()
    for tag in sorted(_LANGUAGES, key=lambda tag: tag != language):
        for said in _known(tag)["agrees"]:
            if not any(each in lower for each in said.where):
                continue
            for match in said.pattern.finditer(text):
                ahead = text[max(0, match.start() - _AHEAD) : match.start()]
                if not _DENIED.search(ahead) and not _DENIED_BEHIND.match(text, match.end()):
                    return match[0]
    return ""


@cache
def _known(tag: str) -> dict[str, tuple[_Said, ...]]:
    """The patterns of one language: “differs” and “agrees” alone, and two “sides” told one after the other."""
    data = json.loads(files("rapportkit.mentions.data").joinpath("differing.json").read_text("utf-8"))[tag]
    words: dict[str, str] = {"near": _NEAR, **data["words"]}

    return {
        name: tuple(
            _Said(tuple(each["where"]), re.compile(_filled(each["said"], words), re.IGNORECASE))
            for each in data[name]
        )
        for name in ("differs", "sides", "agrees")
    }


def _filled(pattern: str, words: dict[str, str]) -> str:
    """A pattern with the words that stand for “<who>”, “<says>” in it; these may name others in turn."""
    while (known := _NAME.sub(lambda name: words[name[1]], pattern)) != pattern:
        pattern = known
    return pattern
