"""Whether a number among those of goals and objectives counts things: “SDG 5 and 20 schools”."""

from __future__ import annotations

import re

_BEHIND = re.compile(r"[ \u00a0]+(?P<first>[^\W\d_][\w'’-]*)(?:[ \u00a0]+(?P<second>[^\W\d_][\w'’-]*))?")
_TIME_OR_SHARE = re.compile(
    r"[ \u00a0]+(?:years?|months?|weeks?|days?|hours?|ans?|ann[ée]es?|mois|semaines?|jours?|heures?|"
    r"años?|mes(?:es)?|semanas?|d[íi]as?|horas?|per ?cent|pour cent|por ciento)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\w+(?:[^\Wsu]s|x)|tribus|menus|people|children|(?:wo)?men|youth|gens|mill?i[oó]n(?:es)?|mil",
    re.IGNORECASE,
)
# What follows a number that is cited, though some of it ends like a plural.
_NO_THING = re.compile(
    r"and|or|on|are|were|be|been|to|by|for|in|of|at|with|from|which|that|who|will|would|shall|should|can|could|may|"
    r"might|must|have|had|do|did|not|also|both|the|a|an|if|when|where|while|but|so|then|than|too|itself|themselves|"
    r"as|is|was|has|does|this|its|across|towards|besides|always|perhaps|whereas|alongside|"
    r"et|ou|sur|pour|dans|en|de|du|des|les|la|le|aux|au|par|avec|qui|que|où|sans|sous|dès|plus|mais|nous|vous|ils|"
    r"elles|est|sont|a|ont|ne|se|comme|puis|ses|leurs|dans|lors|alors|"
    r"y|o|u|e|sobre|para|por|los|las|el|lo|del|con|sin|tras|más|es|son|ha|han|no|nos|pero|como|sus|además",
    re.IGNORECASE,
)
_OPENED = re.compile(r"[:(\[–—]")
_OF_MANY = re.compile(r"\b(?:los|les|des|aux|ces|estos)\s+$", re.IGNORECASE)
_NEAR = 12


def counts(text: str, number: re.Match[str], cited: re.Match[str]) -> bool:
    """Whether a number behind what is cited (“SDG”, “GCM objectives”) counts things, and is none of the list.

    The first number behind one goal is the goal's, whatever follows it: “SDG 20 would be the place”. Behind a
    plural, a bracket or another number it counts where a plural follows, perhaps with a word ahead of it.
    """
    if _TIME_OR_SHARE.match(text, number.end()):
        return True
    between = text[cited.end() : number.start()]
    follows, opened, of_many = any(map(str.isdigit, between)), _OPENED.search(between), _is_of_many(cited)
    behind = _BEHIND.match(text, number.end())
    if behind is None or not (follows or opened or of_many) or _is_no_thing(behind["first"]):
        return False
    # “Objectives 7 and 24 give ministries …”: behind several of one kind, a second word is rather an object.
    words = behind.groups("") if opened or not of_many else (behind["first"],)
    return any(_PLURAL.fullmatch(word) and not _is_no_thing(word) for word in words)


def _is_no_thing(word: str) -> bool:
    return _NO_THING.fullmatch(word) is not None


def _is_of_many(cited: re.Match[str]) -> bool:
    """Whether it is a plural: “SDGs”, “los ODS”, “objectifs”."""
    word = cited[0].rstrip().casefold()
    if word.endswith(("ods", "odd")):
        return _OF_MANY.search(cited.string, max(0, cited.start() - _NEAR), cited.start()) is not None
    return word.endswith("s")
