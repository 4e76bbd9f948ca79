"""A placeholder stands where an answer should be.

Why it matters: "TBC" was a promise to yourself; in a summary it is a point that somebody made.

Example: "To be completed", "xxx", "[insert name]", "DD/MM/YYYY", "à compléter", "por confirmar", or what Word
prints in an empty field; "see above" or "see annex", which do not say what is meant once answers are sorted by
theme. A reference that names its point ("see recommendation 2") is none.

How to mend: write the answer, or delete the placeholder: an empty answer is more honest. Instead of
"see above", name the point by its number or repeat it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportkit.model.finding import Finding, Severity
from rapportkit.rules.quoting import shortened
from rapportkit.rules.reading import Reading
from rapportkit.rules.rule import Rule, Said
from rapportkit.text.plain import plain

# The whole answer, reduced to its words, without accents. Fillers such as "N/A" mean "nothing to say" and are no
# placeholders; extraction leaves the answer empty.
_WHOLE = re.compile(
    r"""
    (?:still\ )?to\ be\ (?:completed|confirmed|added|determined|decided|defined|announced|discussed|filled(?:\ in)?)
    | tb[acd] | t\ b\ [acd] | todo | to\ do | pending | coming\ soon | work\ in\ progress | fixme | placeholder
    | (?:(?:more|text|details|input)\ )?(?:to|will)\ (?:follow|come|be\ (?:added|completed|provided)(?:\ (?:later|soon))?)
    | (?:(?:more|text|details)\ )?to\ (?:be\ (?:continued|drafted|written|inserted|provided|updated)|complete|confirm|check)
    | (?:please\ )?(?:insert|add|enter|type|write|complete)\ .{0,40}\bhere
    | (?:click|tap)\ .{0,24}\b(?:enter|type)\b.{0,24} | choose\ an\ item | select\ a\ date
    | (?:your\ |sample\ |dummy\ |example\ )?text(?:\ here)? | (?:your\ )?name(?:\ (?:and\ )?surname)? | example
    | first\ name(?:\ (?:and\ )?(?:last\ name|surname|family\ name))? | firstname\ lastname | bullet(?:\ \d)?
    | (?:your\ )?(?:answer|date|title|organi[sz]ation|affiliation)(?:\ here)?
    | (?:votre\ )?(?:nom|texte|reponse)(?:\ ici)? | (?:nom\ )?prenom(?:\ (?:et\ )?nom)? | prenom\ et\ nom | nom\ et\ prenom
    | (?:su\ )?(?:nombre|texto|respuesta)(?:\ aqui)? | nombre\ y\ apellidos?
    | dd\ mm\ (?:yy){1,2} | mm\ dd\ (?:yy){1,2} | yyyy\ mm\ dd | jj\ mm\ (?:aa){1,2} | dd\ mm\ (?:aa){1,2}
    | a\ (?:completer|confirmer|definir|determiner|preciser|remplir|suivre) | en\ attente
    | (?:texte\ )?a\ (?:venir|rediger|ecrire|inserer|ajouter|verifier)
    | cliquez\ .{0,48} | (?:choisissez|selectionnez)\ un\ element | (?:inserer|saisir|ecrire)\ .{0,40}\bici
    | (?:por|a|para)\ (?:completar|confirmar|definir|determinar|precisar|rellenar|redactar|verificar|anadir)
    | pendiente(?:\ de\ (?:completar|confirmar|definir|determinar|precisar|rellenar|redactar|verificar|anadir))?
    | (?:elija|seleccione)\ un\ elemento
    | (?:haga|haz)\ clic\ .{0,48} | (?:inserte|insertar|escriba|escribir)\ .{0,40}\baqui
    | x{2,} | (?:x\ )+x | (?:bla\ ?){2,}
    """,
    re.VERBOSE,
)
_REFERENCE = re.compile(
    r"""
    (?:please\ )?(?:see|as|same\ as|refer\ to|cf)\ (?:above|below|previous(?:\ (?:answer|point|question))?|supra|infra)
    | (?:please\ )?(?:see|refer\ to|cf|as\ per)\ (?:the\ )?(?:attach(?:ed|ments?)|enclos(?:ed|ures?)|annex(?:ed|es)?|appendi(?:x|ces))
        (?:\ (?:document|file|paper|note|report|list|table|sheet|page|text|minute|slide|form|presentation)s?)?
    | (?:please\ )?(?:see|refer\ to|cf)\ (?:the\ )?(?:document|file|paper|note|report|list|table|sheet|text)s?\ (?:attached|enclosed|annexed)
    | (?:document|file|paper|note|report|list|table|sheet|text)s?\ (?:is\ |are\ )?(?:attached|enclosed|annexed)
    | (?:please\ )?see\ (?:the\ )?(?:answer|point|section|response|question)s?\ (?:above|below)
    | (?:as\ )?(?:mentioned|stated|noted|described|explained)\ (?:above|before|earlier|previously) | already\ (?:mentioned|answered|covered)(?:\ above)?
    | idem | ibid(?:em)? | ditto | same(?:\ answer)? | above
    | (?:voir|cf)\ (?:la\ |le\ |les\ |l\ ?)?(?:annexes?|pieces?\ jointes?|(?:document|fichier|liste|tableau|note|rapport|texte)s?\ (?:ci\ )?(?:jointe?s?|annexee?s?|annexes?))
    | (?:liste|document|tableau|note|texte)s?\ (?:ci\ )?(?:jointe?s?|annexee?s?)
    | (?:vease|ver)\ (?:el\ |la\ |los\ |las\ )?(?:anexos?|adjuntos?|(?:documento|archivo|lista|tabla|nota|informe|texto)s?\ (?:adjunt[oa]s?|anex[oa]s?))
    | (?:documento|archivo|lista|tabla|nota|informe|texto)s?\ (?:adjunt[oa]s?|anex[oa]s?)
    | (?:voir|cf)\ (?:ci\ dessus|ci\ dessous|plus\ haut|plus\ bas|supra) | comme\ ci\ dessus | meme\ (?:chose|reponse)
    | (?:deja\ )?(?:mentionne|indique)\ (?:ci\ dessus|plus\ haut)
    | (?:vease|ver)\ (?:mas\ )?(?:arriba|abajo|supra) | (?:ya\ )?mencionado\ (?:arriba|anteriormente) | lo\ mismo | igual\ que\ (?:arriba|el\ anterior)
    """,
    re.VERBOSE,
)
_INSIDE = re.compile(
    r"""
    (?i:\blorem\ ipsum\b)
    | (?i:[\[(<{]\s*(?:tb[acd]|x{2,}|insert|to\ be\ (?:completed|confirmed|added)|inserer|ins[ée]rer|insert(?:e|ar)|ins[ée]rez
        |[àa]\ (?:compl[ée]ter|confirmer)|por\ (?:completar|confirmar))\b)
    # "[country]" may be how an author keeps a speaker anonymous; these hide nobody.
    | (?i:[\[<{]\s*(?:name|first\ name|surname|date|title|number|text|figure|word|link|url|placeholder|nom|pr[ée]nom|titre
        |num[ée]ro|chiffre|texte|nombre|fecha|t[íi]tulo|n[úu]mero|texto|todo)\s*(?:of\ [\w\ ]{2,30}|here|ici|aqu[íi])?\s*[>}\]])
    | (?i:\b(?:dd|jj)[/.\-]mm[/.\-](?:yy|aa){1,2}\b|\bmm/dd/(?:yy){1,2}\b)
    | (?i:\b(?:click|tap)\ (?:or\ tap\ )?here\ to\ enter\b|\bcliquez\ (?:ou\ appuyez\ )?ici\ pour\ entrer\b
        |\bhaga\ clic\ (?:o\ pulse\ )?aqu[íi]\ para\ escribir\b)
    | \bXX\s?(?:%|per\ ?cent\b|pour\ cent\b|por\ ciento\b) | \b20[xX]{2}\b
    | \bTB[CD]\b | \bx{3,}\b | \bX{4,}\b | \?{3,} | _{4,}
    """,
    re.VERBOSE,
)


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each text that is a placeholder, or has one in it."""
    for pointer, text in reading.texts:
        if key := _key(text):
            yield rule.finding(reading, key, pointer, label=reading.label(pointer), quote=shortened(text))


def _key(text: str) -> str:
    """The sentence to say of a text; "" where there is no placeholder."""
    said = plain(text)
    if _REFERENCE.fullmatch(said):
        return "reference"
    if _WHOLE.fullmatch(said):
        return "whole"
    return "inside" if _INSIDE.search(text) else ""


RULE = Rule(
    "A005",
    "placeholder",
    Severity.WARNING,
    __doc__,
    check,
    {
        "whole": Said("{label} holds a placeholder: “{quote}”", "Write the answer, or leave it empty."),
        "inside": Said(
            "{label} still has a placeholder in it: “{quote}”", "Fill in what is missing, or delete it."
        ),
        "reference": Said(
            "{label} says “{quote}”, which will not stand below what it points to in a summary",
            "Name the point by its number, or repeat it.",
        ),
    },
)
