"""Who is told by an office or as a body: “the Minister of Labour said”, “l'Union européenne a rappelé”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from rapportkit.mentions.persons import Span, saying_pattern
from rapportkit.mentions.vocabulary import UPPER

# French and Spanish go on in small letters: “l'Union européenne”, “la Organización internacional del Trabajo”.
_BODY = re.compile(
    r"(?:\b(?:[Ll]a|[Ll]e|[Ee]l)\s|\b[Ll]['’])(?P<office>(?:Union|Unión|Organisation|Organización|Banque|Banco|Ligue|Liga|"
    r"Commission|Comisión|Fédération|Federación|Confédération|Confederación|Agence|Agencia|Fondation|Fundación|"
    r"Association|Asociación|Réseau|Red|Alliance|Alianza|Ministère|Ministerio|Ambassade|Embajada|Université|"
    r"Universidad|Haut[- ]Commissariat|Croix-Rouge|Cruz Roja)(?=\s[a-zà-ÿ]))"
)
_HOLDER = re.compile(
    r"(?:\b(?:the|our|le|la|el)\s|\bl['’])(?P<office>(?:\w+[ -]){0,2}?"
    r"(?:minister|mayor|director|ambassador|president|secretary|secretary-general|commissioner|governor|ministre|"
    r"maire|directeur|directrice|présidente?|ambassadeur|ambassadrice|ministr[oa]|alcalde|alcaldesa|directora?|"
    r"president[ea]|embajadora?)\s(?:of|for|de|du|des|del|d['’]))",
    re.IGNORECASE,
)
_HOLDER_OF = re.compile(r"[\w'’&-]+(?!\w)")
_HOLDER_FAR = 60
# “Selon le maire de …”: whose words they are is told ahead, and no verb follows.
_PER = re.compile(
    r"(?:\b(?:according to|as per|in the words of|to quote|selon|pour reprendre les mots de|según|en palabras de)|\bd['’]après)"
    r"\s(?:the\s|le\s|la\s|el\s|l['’])?$",
    re.IGNORECASE,
)
_PER_NEAR = 32
_OF_WHAT = re.compile(
    rf"\s?(?:(?:the|la|le|los|las|les)\s|l['’])?(?:{UPPER}[\w'’&-]*(?:\s(?:(?:of|and|de|du|des|del|y|et)\s)?{UPPER}[\w'’&-]*)*"
    r"|[^\W\d_][\w'’-]*)"
)

# “The Mayor noted”: one person in the room, told by the office alone; with a capital, so that it is no kind of people.
_LONE = re.compile(
    r"\b(?:[Tt]he|[Ll]a|[Ll]e|[Ee]l)\s(?P<office>(?:(?:Deputy|Prime|Foreign|Vice)[ -])?(?:Minister|Mayor|Director(?:-General)?|"
    r"Ambassador|President|Commissioner|Governor|Secretary-General|Ministre|Maire|Directeur|Directrice|Ambassadeur|"
    r"Ambassadrice|Ministro|Ministra|Alcalde|Alcaldesa|Directora|Embajador|Embajadora))(?=[ ,])"
)


def lone_holders(text: str) -> Iterator[Span]:
    """Who speaks and is told by an office alone.

    >>> [*lone_holders("In closing, the Mayor noted that; a mayor noted; the Mayor has an office")]
    [(16, 21)]
    """
    saying = saying_pattern()
    for match in _LONE.finditer(text):
        if saying.match(text, match.end()):
            yield match.span("office")


_SHOWING = re.compile(
    r"\s+(?:presented|presents|described|describes|shared|shares|(?:a|ont) (?:présenté|décrit|partagé)|"
    r"presentó|presentaron|describió|compartió)\b"
)


def holders(text: str, *, showing: bool = False) -> Iterator[Span]:
    """Whoever holds an office that is told with what it is over (“the Minister of Labour said”), and bodies.

    “A minister”, “one mayor” tell nobody. With `showing`, also those who present or describe something.
    """
    saying = saying_pattern()
    for match in chain(_HOLDER.finditer(text), _BODY.finditer(text)):
        if match.re is _HOLDER and _PER.search(text, max(0, match.start() - _PER_NEAR), match.start()):
            over = _OF_WHAT.match(text, match.end())
            if over:
                yield match.start("office"), over.end()
                continue
        for word in _HOLDER_OF.finditer(text, match.end(), match.end() + _HOLDER_FAR):
            if saying.match(text, word.end()) or (showing and _SHOWING.match(text, word.end())):
                yield match.start("office"), word.end()
                break
            if text[word.end() : word.end() + 1] not in {" ", ",", ""}:
                break
