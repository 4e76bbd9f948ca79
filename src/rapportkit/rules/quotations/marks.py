"""Who is quoted, and with whose leave: the marks that an author sets beside a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportkit.model.template import Kind
from rapportkit.rules.reading import Placed, Reading
from rapportkit.text.plain import plain, words

_WORD = re.compile(r"[^\W\d_]+")
_ANONYMOUS = re.compile(
    r"\b(?:anon|anonymous(?:ly)?|anonym|anonyme|anonymement|anonim[oa]|name withheld|unattributed|sans nom|sin nombre)\b",
)
# "A youth delegate", "From Asia Group": the Rule allows a speaker to be told by a group. Such words open
# it, and no name may follow but that of a part of the world.
_OPENING = frozenset(
    words("""
    a an one some several from un une des una uno unos unas de del
    anybody attendee audience civil delegate diaspora farmer floor government grassroots local member men
    migrant ngo panelist panellist participant participants rapporteur refugee representative returnee
    speaker state student union woman women worker young youth
    delegue deleguee intervenant intervenante jeune membre orateur oratrice participante participantes
    representant representante migrante refugie refugiee salle societe syndicaliste travailleur travailleuse
    delegada delegado joven miembro ponente orador oradora participantes refugiada refugiado sociedad
    sindicalista trabajador trabajadora
    """),
)
_REGIONS = frozenset(
    words("""
    africa african afrique africain africaine africano africana america american americas amerique
    asia asian asie asiatique asiatico asiatica arab arabe caribbean caraibes caribe central east eastern
    europe european europeen europeenne europa europeo europea global group groupe grupo latin latina latine
    mediterranean mediterranee mediterraneo middle north northern nord norte oceania pacific pacifique
    pacifico south southern sud sur west western ouest oeste
    """),
)
_REFUSED = re.compile(
    r"\b(?:no|not|non|pas|without|sans|sin|never|jamais|nunca|pending|awaiting|requested|asked|tbc|attente|pendiente|unknown|unclear)\b|\?",
)


def quotations(reading: Reading) -> Iterator[Placed]:
    """Every quotation of a report whose form is under the Chatham House Rule."""
    if reading.template.chatham_house:
        yield from (
            each for each in reading.points if each.field.kind is Kind.QUOTES and not _is_nested(each)
        )


def is_named(placed: Placed) -> bool:
    """Whether a speaker is given who is neither anonymous nor told by a group."""
    speaker = placed.point.speaker
    return bool(plain(speaker)) and not _ANONYMOUS.search(plain(speaker)) and not is_group(speaker)


def is_group(speaker: str) -> bool:
    """Whether the words for a speaker tell a group and name nobody.

    >>> [is_group(said) for said in ("a youth delegate", "From Asia Group", "Participant", "an NGO")]
    [True, True, True, True]
    >>> [is_group(said) for said in ("Ana Exemplo", "a delegate from Freedonia", "Minister of Labour")]
    [False, False, False]
    """
    first, *rest = _WORD.findall(speaker) or [""]
    names = [
        word for word in rest if word[0].isupper() and not word.isupper() and plain(word) not in _REGIONS
    ]
    return plain(first) in _OPENING and not names


def is_approved(placed: Placed) -> bool:
    """Whether the author says that the speaker agreed; an open request is no agreement.

    The words are the author's and no list of them is complete: what is not refused counts.
    """
    consent = placed.point.consent.casefold()
    return bool(consent.strip()) and not _REFUSED.search(consent)


def is_unmarked(placed: Placed) -> bool:
    """Whether a quotation has no mark at all: no speaker, not even an anonymous one, and no consent."""
    return not placed.point.speaker.strip() and not placed.point.consent.strip()


def _is_nested(placed: Placed) -> bool:
    return placed.pointer.count("/") > placed.field.pointer.count("/") + 1
