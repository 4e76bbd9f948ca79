"""When two sentences say the same: on purpose only where they differ in spelling, not in what they say.

Two reports on one discussion share most of their words without sharing their points: "Spain …" and
"Mexico …", "by migrants" and "by employers", 2016 and 2018 differ in one word of thirty. A ratio of
letters cannot tell these from a slip of the pen, so likeness here is about which words differ.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
        **dict.fromkeys("“”„‟«»″‹›", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "&": " and ",
        "…": "...",
    },
)
_FULL_FORMS = (
    (re.compile(r"\bcan(?:not|'t)\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"(?<=\w)n't\b"), " not"),
    # The genitive goes, its word stays: "migrant's" and "migrants'" are one slip apart.
    (re.compile(r"'s\b|(?<=s)'(?!\w)"), ""),
    # French and Spanish drop no meaning with an elided article.
    (re.compile(r"\b[ldLD]'(?=\w)"), ""),
)
_END = re.compile(r"[\s.,;:!-]+$")
_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+", re.UNICODE)

# Words whose presence or absence changes nothing that was said. No preposition of direction or
# company, no conjunction, no quantifier, no modal verb: those make another point.
_LIGHT = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "for",
        "that",
        "which",
        "we",
        "there",
        "is",
        "are",
        "also",
        "le",
        "la",
        "les",
        "du",
        "des",
        "au",
        "aux",
        "que",
        "nous",
        "aussi",
        "el",
        "los",
        "las",
        "del",
        "que",
        "también",
        "tambien",
    ],
)
_PLAIN_LETTERS = re.compile(r"^[a-z]+$")
_SAME_SPELLING = (
    (re.compile(r"is(?=(?:e[drs]?|ing|ations?)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})our(?=$|s$|ed$|ing$|able$)"), "or"),
    (re.compile(r"(?<=[a-z]{3}t)re$"), "er"),
    (re.compile(r"(?<=gram)mes?$"), ""),
    (re.compile(r"(?<=[aeiou]l)l(?=(?:ed|ing|ers?)$)"), ""),
)
_PLURALS = (
    (re.compile(r"(?<=[a-z]{2})ies$"), "y"),
    (re.compile(r"(?<=[a-z])(?<=ss|sh|ch|zz|.x)es$"), ""),
    (re.compile(r"(?<=[a-z]{2}[^suiSUI])s$"), ""),
)
# One letter apart, and two different words all the same.
_LOOKALIKES = frozenset(
    frozenset(pair.split("/"))
    for pair in [
        "country/county",
        "adoption/adaption",
        "casual/causal",
        "contact/contract",
        "detention/detection",
        "intention/invention",
        "protection/projection",
        "mediation/meditation",
        "perspective/prospective",
        "statue/statute",
        "marital/martial",
        "provision/prevision",
        "personal/personnel",
        "function/fonction",
        "election/ejection",
        "relation/rotation",
        "insured/injured",
        "inclusion/incursion",
        "assistance/assistante",
    ]
)
_SURE_LETTERS = 40
_TYPO_LETTERS = 6


def normalise(text: str) -> str:
    """A text without what typing alone decides: case, spaces, kinds of quotes and dashes, the full stop.

    >>> normalise("“Local  Partnerships” – are key.")
    '"local partnerships" - are key'
    """
    folded = unicodedata.normalize("NFKC", text.translate(_SIGNS)).casefold()
    return _END.sub("", " ".join(folded.split()))


# Whoever asks for the words of a text asks for its key next.
@lru_cache(1024)
def words(text: str) -> tuple[str, ...]:
    """The words that carry the sense, each in one spelling, in order.

    >>> words("The programmes of local organisations don't reach 1.5 million migrants’ families.")
    ('program', 'local', 'organization', 'do', 'not', 'reach', '1.5', 'million', 'migrant', 'family')
    """
    plain = normalise(text)
    # Most texts have nothing to write out.
    if "'" in plain or "cannot" in plain:
        for pattern, full in _FULL_FORMS:
            plain = pattern.sub(full, plain)
    return tuple(_one_spelling(word) for word in _WORD.findall(plain) if word not in _LIGHT)


def key(text: str) -> str:
    """What two texts have in common when they say the same in the same order.

    Compound words are one or two or hyphenated as their author likes; figures stand apart.

    >>> key("Multi-level governance is needed.") == key("multilevel governance needed")
    True
    >>> key("Spain – Migration law for all") == key("Mexico – Migration law for all")
    False
    """
    found = words(text)
    if len(found) < 3:  # too little is left to be sure of
        return f"={normalise(text) or text}"
    asked = "?" if text.rstrip(" \"'”’»").endswith("?") else ""
    return "".join(f"<{word}>" if word[0].isdigit() else word for word in found) + asked


def is_slip(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two lists of `words` differ by no more than a slip of the pen in one long word.

    >>> is_slip(words("Foster inclusion through regularization and through interaction with migrants"),
    ...         words("Foster inclusion through regularizaton and through interaction with migrants"))
    True
    """
    if len(left) != len(right) or sum(map(len, left)) < _SURE_LETTERS:
        return False
    other = [(one, two) for one, two in zip(left, right, strict=True) if one != two]
    return len(other) <= 1 and all(_is_typo(one, two) for one, two in other)


def _is_typo(one: str, two: str) -> bool:
    if min(len(one), len(two)) < _TYPO_LETTERS or frozenset((one, two)) in _LOOKALIKES:
        return False
    if not (one.isalpha() and two.isalpha()):
        return False
    one, two = _without_accents(one), _without_accents(two)
    # First and last letters carry sense: emigrate and immigrate, employer and employee.
    if one[:2] != two[:2] or one[-2:] != two[-2:]:
        return False
    return OSA.distance(one, two, score_cutoff=1) <= 1


def _without_accents(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


# Words come again and again; a bound keeps a long-lived program small.
@lru_cache(maxsize=1 << 16)
def _one_spelling(word: str) -> str:
    if len(word) < 4 or not _PLAIN_LETTERS.match(word):
        return word
    for pattern, spelling in (*_PLURALS, *_SAME_SPELLING):
        word = pattern.sub(spelling, word, count=1)
    return word
