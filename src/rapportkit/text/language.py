"""Which language a text is in, by its commonest words."""

from __future__ import annotations

import re
from collections import Counter

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
_WORDS = {tag: frozenset(words.split()) for tag, words in _COMMON.items()}


def language(text: str) -> str:
    """The BCP 47 tag of the language, "" where the text is too short to tell.

    >>> language("Les migrants et leurs familles sont au centre de la discussion dans les villes.")
    'fr'
    """
    words = Counter(re.findall(r"[^\W\d_]+", text[:20000].casefold()))
    votes = {tag: sum(words[word] for word in common) for tag, common in _WORDS.items()}
    votes["zh"] += len(re.findall(r"[\u4e00-\u9fff]", text[:20000])) // 2
    best = max(votes, key=lambda tag: votes[tag])
    others = max(count for tag, count in votes.items() if tag != best)
    return best if votes[best] >= 3 and votes[best] > others else ""
