"""Which language a text is in, by its commonest words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_COMMON = {
    "en": "the of and to in for with that is are on by from was be as at their this have not which or we",
    "fr": "le la les des et de du en pour dans que qui est une par sur avec aux sont au pas ce cette nous",
    "es": "el la los las de del y en para que con por una un se es su como más son al lo no entre",
    "pt": "o a os as de do da dos das e em para que com por uma um no na não são mais como pelo pela ao se",
    "it": "il lo la i gli le di del della dei delle e in per che con una un non sono più come nel dal al si",
    "de": "der die das den dem des und in zu für mit dass ist sind auf von im nicht ein eine auch werden wir",
    "ar": "في من على إلى أن التي الذي هذا هذه مع عن",
    "ru": "и в на с по для что не из к как от это",
    "zh": "的 和 在 是 了 与 及 对",
}
# What stands in French and in no other of these languages: words, letters, and articles cut short ("l’État").
_FRENCH = re.compile(
    r"\b(?:le|les|des|du|dans|une|et|est|sont|avec|aux|pas|cette|ces|nous|vous|ils?|elles?|où|ou|plus|faut|oui|pour|pourquoi|au|ont)\b"
    r"|[àâçèêëîïôœùûÿ]|\b(?:[ldnscj]|qu)['’](?=[aeiouyhàâéèêîôœ])",
    re.IGNORECASE,
)
_APART = frozenset({"en", "de", "ar", "ru", "zh"})
_SHORT = 12
_NOT_FRENCH = re.compile(r"[¿¡ñãõäöß]", re.IGNORECASE)
_TAGS: dict[str, list[str]] = {}
for _tag, _words in _COMMON.items():
    for _word in dict.fromkeys(_words.split()):
        _TAGS.setdefault(_word, []).append(_tag)
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LOOKED_AT = 20_000
"""Signs: a language shows long before."""


# Many ask for the language of one text, one after the other.
@lru_cache(1024)
def language(text: str) -> str:
    """The BCP 47 tag of the language, "" where the text is too short to tell.

    >>> language("Les migrants et leurs familles sont au centre de la discussion dans les villes.")
    'fr'
    """
    text = text[:_LOOKED_AT]
    votes = dict.fromkeys(_COMMON, 0)
    for word in _WORD.findall(text.casefold()):
        for tag in _TAGS.get(word, ()):
            votes[tag] += 1
    if not text.isascii():
        votes["zh"] += len(_HAN.findall(text)) // 2
    best = max(votes, key=lambda tag: votes[tag])
    others = max(count for tag, count in votes.items() if tag != best)
    return best if votes[best] >= 3 and votes[best] > others else ""


def may_be_french(text: str) -> bool:
    """Whether a text is French, or too short to tell and with a word or letter in it as French has them.

    >>> may_be_french("Logement : il faut des foyers"), may_be_french("Housing : none"), may_be_french("Défis : oui")
    (True, False, True)
    """
    text = unicodedata.normalize("NFC", text)
    known = language(text)
    # A short question shares most of its words with another Romance language.
    if known and (known in _APART or len(text.split()) > _SHORT):
        return known == "fr"
    return (
        known == "fr"
        or "«" in text
        or (_FRENCH.search(text) is not None and _NOT_FRENCH.search(text) is None)
    )
