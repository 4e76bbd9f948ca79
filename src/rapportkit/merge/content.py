"""What a point is about: the words that carry its sense, and how much each one tells.

A word tells the more the fewer points have it. How much is counted from those points alone and never from
the size of the set, so that reports about other things change no likeness.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log

from rapportkit.model.grouping import Raised
from rapportkit.text import likeness

_EMPTY = {
    "en": """
        about above across after again against all almost along already although always am among amongst an and
        another any anyone are around as at away back be because become been before behind being below between
        both but by came can case come could did do does doing done down due during each either else end enough
        especially etc even ever every everyone example few first firstly for from full further gave get give given
        go good great had has have having he hence her here him his how however if important in including indeed
        instead into is issue it its itself just keep key know lack large last later least less let like likely
        made main make making many may me might more most much must my nearly need needed needs neither next nor
        not now number of often on once one only onto or other others our out over own part particular per place
        point possible put question rather really same say second secondly see seem seen set several shall she
        should show since so some something still such take taken than that the their them then there therefore
        these they thing third this those through throughout thus to together too towards two under until up upon
        us use used using very via want was way ways we well were what when where whether which while who whole
        whom whose why will with within would yet you your new various different certain order
        try work working noted stressed mentioned discussed discussion session participant speaker said""",
    "fr": """
        afin ai ainsi alors apres assez au aucun aucune aujourd aussi autre autres aux avait avant avec avoir beaucoup
        bien bon bonne car ce ceci cela celle celles celui cependant certain certaine ces cet cette ceux chaque chez
        ci comme comment contre dans davantage de deja depuis des deux devait devraient devrait devoir doit doivent
        donc dont du elle elles en encore enfin ensemble entre est et etaient etait etant etc ete etre eu eux faire
        fait falloir faudrait faut font grand grande hors il ils jamais je juste la laquelle le lequel les
        lesquels leur leurs lors lorsque lui ma mais meme memes mieux moins mon ne ni non nos notre nous nouveau
        nouvelle on ont or ou par parce parfois parmi partout pas pendant peu peut peuvent plus plusieurs plutot
        point pour pourquoi pourrait pouvoir premier premiere pres puis puisque quand que quel quelle quelles
        quelque quels qui quoi rien sa sans sauf se selon sera serait ses si sien soit son sont sous souvent sur ta
        tant tel telle tels temps tenir tout toute toutes tous toujours tres trop trouver un une vers via voir
        voire vos votre vous y besoin falloir necessaire question session participant""",
    "es": """
        a ahi ahora al algo alguna algunas alguno algunos alla alli ambos ante antes aqui asi aun aunque bajo bien
        cada casi como con contra cual cuales cuando cuanto de debe deben deberia deberian del demas desde despues
        donde dos durante e el ella ellas ellos en entonces entre era eran es esa esas ese eso esos esta estaba
        estado estan estar estas este esto estos fue fueron gran grande ha haber habia hace hacen hacer hacia han
        hasta hay he incluso junto la las le les lo los luego mas me mediante mejor menos mi mientras misma mismo
        mucha muchas mucho muchos muy nada ni ningun ninguna no nos nosotros nuestra nuestras nuestro nuestros
        nunca o otra otras otro otros para parte pero poco pocos podemos poder podria por porque pueda puede pueden
        pues que quien quienes se sea sean segun ser si siempre sin sino sobre solo son su sus tal tambien tan
        tanto tener tenemos tiene tienen toda todas todavia todo todos tras tres u un una unas uno unos va van
        vez y ya yo necesario necesita necesitan hacen falta cuestion sesion participante""",
}
# Words of this trade, and of every report: they stand in points on anything, however few have them.
_PALE_WORDS = {
    "en": """
        address access achieve action agenda approach area aspect aware balance base benefit better build building
        challenge change citizen commit commitment common community compact concern concrete consider consideration
        context contribute contribution country create current deal deliver destination develop development difficult
        effective effort encourage engage engagement enhance ensure environment essential establish exist existing
        facilitate facing factor focus form foster framework general global goal government group host identify
        impact implement implementation importance improve include inclusive increase increasing individual
        initiative international involve level long-term measure mechanism migrant migration million model national
        objective opportunity organization origin outcome participant participate people person perspective plan
        policy population practice present principle problem process programme project promote provide purpose
        region regional relevant require result role sector service short situation society specific stakeholder
        state status strategy strengthen structure success successful support sustainable system target term theme
        topic transit understand understanding vital world year multi""",
    "fr": """
        acces accueil action aider ameliorer approche assurer augmenter besoin cadre communaute compacte
        condition contexte contribuer creer defi destination developper developpement droit effet efficace engager
        ensemble etat etablir exemple faciliter favoriser forme garantir gouvernement groupe important inclure
        individu initiative international lier mesure migrant migration mecanisme mettre million monde national
        niveau objectif oeuvre organisation origine participer pays permettre personne place plan politique
        population pratique principe probleme processus programme projet promouvoir proposer recevoir region
        regional relier renforcer reponse reste rester role route secteur service situation societe soutenir
        stade strategie structure systeme transit travers global pacte mondial annee""",
    "es": """
        acceso accion actual apoyar apoyo apoyando asegurar asunto aumentar ayudar cambio comunidad condicion
        contexto contribuir crear desafio desarrollar desarrollo destino dia efectivo enfoque esfuerzo establecer
        estrategia existir facilitar fomentar forma fortalecer garantizar gente global gobierno grupo importante
        impulsar incluir iniciativa internacional lograr marco mayoria medida mecanismo mejorar migrante migracion
        millon mundo nacional nivel objetivo oportunidad organizacion origen pacto pais paises participar permitir
        persona plan poblacion politica practica principio problema proceso programa promover proyecto realizar
        region regional respuesta rol sector servicio situacion sistema sociedad transito tema vida ano""",
}
_STOP = {tongue: frozenset(words.split()) for tongue, words in _EMPTY.items()}
_ALL_STOP = frozenset().union(*_STOP.values())

_OWNER = re.compile(r"\W{0,3}([^\W\d_][^:–—]{1,40}?)\s*(?::|–|—|\s-)\s*\S")
_PARTICLES = frozenset(
    ["of", "the", "and", "de", "la", "el", "et", "y", "du", "del", "los", "las", "des", "d’"]
)
# Longest first; what is left must still be a word of four letters.
_ENDINGS = {
    "en": "izations ization ications ication ational ations ation itions ition ements ement ments ment iveness"
    " fully ingly edly ating ated ates ator izing ized izes izer ness tion ions ion ing ies ied able ible ance"
    " ence ants ize ate ity ive ial ous ful ers ed er or al ly es e y s",
    "fr": "issements issement isations isation ications ication ations ation itions ition atrices atrice ements"
    " ement ments ment euses euse teurs teur ances ance ences ence ites iques ique isees isee ises ise iser"
    " antes ante ants ant aient ait ees ee ient ions ion ales ale aux al ives ive ifs if ites ite eurs eur ent er"
    " ez es ir it e s x",
    "es": "izaciones izacion aciones acion iciones icion amientos amiento imientos imiento adores adora ador"
    " mente ciones cion siones sion idades idad antes ante encias encia ancias ancia iendo ando adas ados ada ado"
    " idas idos ida ido arse arlos arlas ar er ir ales al ivas ivos iva ivo aron ieron es as os an en a o e s",
}
_SUFFIXES = {tongue: tuple(endings.split()) for tongue, endings in _ENDINGS.items()}
_SHORTEST = 4
_DOUBLED = re.compile(r"([bdgmnprt])\1$")

_COMMON_AT = 2000
"""A word that stands in so many points tells nothing."""
_LEAST_WEIGHT = 0.01
_PALENESS = 0.25
_RUN = 4
"""So many words in a row are a form's wording where most sessions have them in one field."""
_POINTS = 3
_SESSIONS = 4
_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Content:
    """The telling words of one point: their stems in the order of the text, and the weight of each."""

    words: tuple[str, ...]
    weights: dict[str, int]
    total: int


UNIT = 10_000
"""Weights are whole numbers, so that no order of adding them changes a sum."""


def contents(points: Sequence[Raised], *, owners: bool = True) -> list[Content]:
    """The content of every point, weighed by all of them; empty for what only repeats its form.

    Without `owners`, whose practice it is counts for nothing: “Spain – …” and “Spain – …” may be about anything.
    """
    found = [
        stems(point.text if owners else point.text[len(owner(point.text)) :], point.language)
        for point in points
    ]
    own = _without_form(points, found)
    counts = Counter(
        (point.language, stem) for point, words in zip(points, own, strict=True) for stem in set(words)
    )
    weighed = []
    for point, words in zip(points, own, strict=True):
        pale = _pale(point.language)
        weights = {
            stem: round(weight(counts[point.language, stem]) * (_PALENESS if stem in pale else 1))
            for stem in dict.fromkeys(words)
        }
        weighed.append(Content(words, weights, sum(weights.values())))
    return weighed


@lru_cache(maxsize=1 << 16)
def weight(points: int) -> int:
    """How much a word tells that stands in so many points, of UNIT for a word that only one has.

    >>> weight(1), weight(2) > weight(20) > weight(200), weight(100_000)
    (10000, True, 100)
    """
    share = max(0.0, 1 - log(points) / log(_COMMON_AT))
    return round(UNIT * max(_LEAST_WEIGHT, share * share))


def owner(text: str) -> str:
    """The name before the first dash or colon, to which a practice belongs, "" where there is none.

    >>> owner("San Francisco – a municipal identity card"), owner("Challenges for us: language"), owner("Well-known")
    ('San Francisco', '', '')
    """
    match = _OWNER.match(text)
    if not match or not all(word[0].isupper() or word in _PARTICLES for word in match[1].split()):
        return ""
    return text[: match.end(1)]


@cache
def _pale(language: str) -> frozenset[str]:
    return frozenset(stem for word in _PALE_WORDS.get(language, "").split() for stem in stems(word, language))


# Suggesting and grouping ask for the same points one after the other.
@lru_cache(maxsize=1 << 16)
def stems(text: str, language: str) -> tuple[str, ...]:
    """The words that carry sense, without endings and accents, in order.

    >>> stems("Migrants should be consulted on the planning of local services", "en")
    ('migrant', 'consult', 'plan', 'local', 'servic')
    """
    return tuple(stem for word in likeness.words(text) if (stem := _stem(word, language)))


@lru_cache(maxsize=1 << 16)
def _stem(word: str, language: str) -> str:
    """A word's stem, "" for a word that carries no sense."""
    if word[0].isdigit():
        return word
    plain = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
    if len(plain) < 2 or plain in _STOP.get(language, _ALL_STOP):
        return ""
    for ending in _SUFFIXES.get(language, ()):
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            return _DOUBLED.sub(r"\1", plain[: -len(ending)])
    return plain


def _without_form(points: Sequence[Raised], found: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Take out the runs of words that most sessions have in one field, and points that repeat their question."""
    fields: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, point in enumerate(points):
        fields[point.label, point.language].append(index)
    own = list(found)
    for (label, language), indexes in fields.items():
        question = set(stems(label, language))
        form = _form_runs(points, found, indexes)
        for index in indexes:
            words = _minus(found[index], form) if form else found[index]
            own[index] = () if question and set(words) <= question else words
    return own


def _form_runs(
    points: Sequence[Raised], found: Sequence[tuple[str, ...]], indexes: Sequence[int]
) -> frozenset[tuple[str, ...]]:
    counts = Counter(run for index in indexes for run in set(_runs(found[index])))
    # One point that many sessions share word for word is a point; the form's wording stands in many.
    sessions: dict[tuple[str, ...], set[int]] = {run: set() for run in counts if counts[run] >= _POINTS}
    if not sessions:
        return frozenset()
    for index in indexes:
        for run in sessions.keys() & set(_runs(found[index])):
            sessions[run].update(points[index].sessions)
    everyone = {session for index in indexes for session in points[index].sessions}
    least = max(_SESSIONS, _SHARE * len(everyone))
    return frozenset(run for run, held in sessions.items() if len(held) >= least)


def _runs(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[step:] for step in range(_RUN)), strict=False)


def _minus(words: tuple[str, ...], form: frozenset[tuple[str, ...]]) -> tuple[str, ...]:
    gone = {at + step for at, run in enumerate(_runs(words)) if run in form for step in range(_RUN)}
    return tuple(word for at, word in enumerate(words) if at not in gone)
