"""Whether a point only thanks, greets, opens or closes, and whether it only holds a place for an answer.

Written for precision, since what is told to be a courtesy stands in the annex alone: each sentence has to carry
words of courtesy, nothing that has substance, and hardly a word beyond those that courtesies are made of
(data/courtesy.json), names and dates apart.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapportkit.text.plain import plain

_LONGEST = 900
_SENTENCE = re.compile(r"(?<=[.!?…])[”»\")]*\s+(?=[^\W\d_a-z]|[¡¿“«\"])|\n+")
_WORD = re.compile(r"(?:[ldnsjcmtLDNSJCMT]['’])?[^\W\d_][^\W_]*(?:[-'’][^\W\d_]+)*|\d[\d.,:]*|%")
# What a session was about is no statement: “on ‘Closing the gaps’”, “on fair recruitment”.
_TITLE = re.compile(
    r"(?:\b(?:on|about|entitled|titled|called|theme of|sur|intitulée?|consacrée? (?:à|aux?)|sobre|titulad[oa]|dedicad[oa] (?:a|al))\s+|[:,–—-]\s*)"
    r"[“«\"‘'][^”»\"’']{2,120}[”»\"’']",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?P<what>\b(?:session|roundtable|workshop|panel|table|meeting|dialogue|discussions?|group|ronde|atelier|séance|débats?|groupe|"
    r"sesión|mesa(?: redonda)?|taller|debates?|discusiones|grupo|\d)(?:\s+[\d.]+)?),?\s+(?:on|about|dedicated to|devoted to|sur|consacrée? (?:à|aux?)|sobre|dedicad[oa] (?:a|al))\s+"
    r"(?:[^\W\d_][\w'’-]*\s*){1,8}(?=[.,;:!]|$)",
    re.IGNORECASE,
)
# “I am pleased to report that …”, “thank Freedonia for the Example Act”: something is told.
_TELLS = re.compile(
    r"\b(?i:report|share|say|said|announce|inform|not[ei]|see|rapport|signal|annonc|constat|inform|anunci|comunic|señal)\w*\s+(?:that|que|qu['’])\b"
    r"|\b(?:for|pour|por)\s+(?:the|its|their|his|her|la|le|les|l['’]|sa|son|ses|leurs?|el|los|las|sus?)\s?[A-ZÀ-Þ]"
)
_SHORT = 120
# What is not yet there; “years to come”, “rules to be confirmed by parliament” are other things.
_WHAT = (
    r"(?:(?:more|further|full|second|third|first|the|les?|la|una?|une|el|autre|otra|segunda|deuxieme)\ )*"
    r"(?:text|answer|response|quote|quotation|citation|details|information|input|content|summary|section|name|title|example|"
    r"recommendation|point|list|data|figures|texte|reponse|detail|precisions|informations|contenu|synthese|resume|nom|titre|exemple|"
    r"recommandation|liste|donnees|chiffres|texto|respuesta|cita|detalles|informacion|contenido|resumen|nombre|titulo|ejemplo|"
    r"recomendacion|punto|lista|datos|cifras)s?(?:\ \d+)?(?:\ (?:of|from|de|du|del)\ (?:(?!to\b|a\b|por\b)\w+\ ?){1,3}?)?"
)
_WHO = r"(?:\ (?:by|par|por)\ (?:the\ |le\ |la\ |el\ )?(?:rapporteur|chair|secretariat|author|team|relator|relatora|secretaria|presidence|equipe|equipo)s?)?"
_UNWRITTEN = re.compile(
    rf"""
    (?:{_WHAT}\ )?(?:(?:(?:is|are|still|yet)\ )*to|will)\ be\ (?:completed|confirmed|added|determined|decided|defined|announced|filled(?:\ in)?
        |inserted|provided|drafted|written|updated|supplied)(?:\ (?:later|soon|here))?{_WHO}
    | (?:{_WHAT}\ )?(?:to|will)\ (?:follow|come)(?:\ (?:later|soon|shortly))? | more\ to\ (?:follow|come)
    | tb[acd] | t\ b\ [acd] | todo | to\ do | (?:{_WHAT}\ )?pending | coming\ soon | work\ in\ progress | fixme | placeholder
    | (?:please\ )?(?:insert|add|enter|type|write|complete|put)\ (?:\w+\ ){{0,6}}here | (?:please\ )?(?:insert|add)\ {_WHAT}
    | (?:(?:your|sample|dummy|example)\ )?(?:text|answer|quote)(?:\ (?:goes\ )?here)? | lorem\ ipsum.*
    | (?:{_WHAT}\ )?a\ (?:completer|confirmer|definir|determiner|preciser|remplir|rediger|inserer|ajouter|verifier|venir|suivre)
        (?:\ (?:plus\ tard|ulterieurement|ici))?{_WHO}
    | (?:awaiting|waiting\ for)\ {_WHAT} | a\ la\ espera\ de\ {_WHAT} | en\ attente\ (?:de|d)\ {_WHAT}
    | (?:{_WHAT}\ )?en\ attente | (?:inserer|saisir|ecrire|completer)\ (?:\w+\ ){{0,6}}ici | (?:inserer|ajouter)\ {_WHAT} | (?:votre\ )?(?:texte|reponse)(?:\ ici)?
    | (?:{_WHAT}\ )?(?:por|a|para)\ (?:completar|confirmar|definir|determinar|precisar|rellenar|redactar|verificar|anadir|insertar){_WHO}
    | (?:{_WHAT}\ )?pendientes?(?:\ de\ (?:completar|confirmar|definir|determinar|precisar|rellenar|redactar|verificar|anadir|respuesta|envio))?
    | (?:inserte|insertar|escriba|escribir|completar)\ (?:\w+\ ){{0,6}}aqui | (?:insertar|inserte|anadir)\ {_WHAT} | (?:su\ )?(?:texto|respuesta)(?:\ aqui)?
    | x{{2,}} | (?:x\ )+x | (?:bla\ ?){{2,}}
    """,
    re.VERBOSE,
)
_SLACK = 8
"""One word in so many may be any."""


@dataclass(frozen=True, slots=True)
class _Words:
    cues: re.Pattern[str]
    words: frozenset[str]
    substance: re.Pattern[str]


def is_courtesy(text: str, language: str = "") -> bool:  # noqa: ARG001 - asked like the other recognisers
    """Whether a point only thanks, greets, opens or closes; False when in doubt.

    The words of all three languages count in each, whatever the `language`: a guest is greeted in their own.

    >>> is_courtesy("Thank you, Chair."), is_courtesy("I thank the hosts, but fees must be banned.")
    (True, False)
    >>> is_courtesy("Je vous remercie, Madame la Présidente.", "fr"), is_courtesy("Thanks to the new law, fees fell.")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    sentences = [each for each in _SENTENCE.split(text) if _WORD.search(each)]
    return bool(sentences) and all(map(_is_courteous, sentences))


def _is_courteous(sentence: str) -> bool:
    known = _known()
    if not known.cues.search(sentence) or "?" in sentence:
        return False
    if known.substance.search(_TITLE.sub(" ", sentence)) and known.substance.search(
        _TOPIC.sub(r"\g<what>", _TITLE.sub(" ", sentence))
    ):
        return False
    if _TELLS.search(sentence):
        return False
    said = _WORD.findall(_TOPIC.sub(r"\g<what>", _TITLE.sub(" ", sentence)))
    odd = [word for at, word in enumerate(said) if not _is_usual(word, first=at == 0)]
    return len(odd) * _SLACK <= len(said)


def _is_usual(word: str, *, first: bool) -> bool:
    plain = word.casefold().replace("’", "'")
    if plain in _known().words or word[0].isdigit():
        return True
    # “l'UNICEF”: behind a cut article as well, a capital makes a name.
    bare = plain.split("'")[-1] if "'" in plain else plain
    cut = word.replace("’", "'").split("'")[-1]
    return bare in _known().words or (cut[0].isupper() and (not first or cut != word))


@cache
def _known() -> _Words:
    data = json.loads(files("rapportkit.mentions.data").joinpath("courtesy.json").read_text("utf-8"))
    words = frozenset(word for key in ("words", "words_fr", "words_es") for word in data[key].split())
    return _Words(_any_of(data["cues"]), words, _any_of(data["substance"].split()))


def _any_of(words: list[str]) -> re.Pattern[str]:
    """A pattern for any of some words; a star at the end stands for any ending."""
    forms = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?!\w)", re.IGNORECASE)


def is_unwritten(text: str, language: str = "") -> bool:  # noqa: ARG001 - asked like the other recognisers
    """Whether a text is a place held for an answer that never came: “to be completed”, “[quote to follow]”.

    >>> [is_unwritten(text) for text in ("TBC", "à compléter", "[quote to follow]", "To be completed by 2030")]
    [True, True, True, False]
    """
    return len(text) <= _SHORT and _UNWRITTEN.fullmatch(plain(text)) is not None
