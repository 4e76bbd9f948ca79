"""Joining two wrapped lines, and deciding about the hyphen that may stand between them.

A hyphen at a line end is either the author's ("self-|empowered") or the typesetter's
("respon-|sibilities"). The document itself is the best witness: the word may stand elsewhere in it,
whole or hyphenated, and most documents either break words at line ends everywhere or nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

SOFT = "\u00ad"
UNSURE = "\x02\ufffe"  # what PDFium writes for any hyphen at a line end, soft or hard
HYPHENS = f"-\u2010{SOFT}{UNSURE}"

WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011'’][^\W_]+)*")
LAST_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011'’][^\W_]+)*$")


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


# First halves that people hyphenate. Ambiguous ones (re, co, pre, de, sub, over) are left to the rest.
PREFIXES = words(
    """
    non self multi cross long short socio ex anti semi quasi pro post mid half high low full part well
    ill all ever policy evidence rights decision follow human community gender youth child women work
    people state government co intra extra ultra neo afro euro north south east west first second third
    fourth one two three four five six ten open large small face case civil end on off step start stop
    built day year time health tax tri bi
    sous demi mi avant après arrière porte vice micro macro nord sud est ouest soi lui elle eux
    nous vous là ci celui celle ceux peut dit c'est vis au
    franco hispano anglo ibero luso latino político teórico técnico económico jurídico
    """,
)

# Second halves that stand after a hyphen and are no ending of a word.
SECONDS = words(
    """
    based term terms up being led wide level specific sensitive related driven responsive oriented making
    makers maker building sharing stakeholder stakeholders governmental state profit profits government
    economic cultural religious discrimination refoulement agency border sectoral benefit
    year old day time line depth house site going scale income skilled paid known called
    il elle on ils elles ce je tu nous vous même mêmes ci là être dire vis delà dessus dessous
    """,
)

# Endings that are never words of their own: what stands before them was broken by the typesetter.
FRAGMENTS = words(
    """
    ing tion tions sion sions ment ments ness able ible ity ties ly ed er ers ence ences ance ances
    cies cy ful less ous ive ives tive tives al ally ism ist ists ize ise ized ised izing ising ary ory
    tional tionally mental mentally ture tures cation cations zation zations sation sations nities nity
    mentation mentations tation tations cipation cipants tection lations vidual viduals nomic nomics
    mittee mittees ministration bilities bility tivity gees gee grants grant ployment velopment ernment operation ordination
    ción ciones sión siones mente dad dades miento mientos ble bles
    tés té eurs eur euse euses ique iques aires aire
    """,
)

# After these, a hyphen is suspended: "short- and long-term".
LINKS = words("and or to but nor et ou y o e u und oder")


def join(first: str, second: str, vocabulary: AbstractSet[str], *, breaks_words: bool = True) -> str:
    """Join a line and the one it wraps into, deciding about a hyphen at the end of the first.

    `vocabulary` holds the document's own words (see `learn`); `breaks_words` says whether the document
    breaks words at line ends (see `is_breaking_words`), which decides where nothing else does.

    >>> join("agents of self-", "empowered development", frozenset())
    'agents of self-empowered development'
    >>> join("our respon-", "sibilities are", frozenset({"responsibilities"}))
    'our responsibilities are'
    >>> join("short-", "and long-term", frozenset())
    'short- and long-term'
    >>> join("wrapped", "lines", frozenset())
    'wrapped lines'
    """
    first, second = first.rstrip(" \t\r\n"), second.lstrip(" \t\r\n")
    if not first or not second:
        return first + second
    mark = first[-1]
    if mark not in HYPHENS:
        return f"{first} {second}"
    stem = first[:-1]
    if mark == SOFT:
        return stem + second
    if not stem or not stem[-1].isalnum() or not second[0].isalnum():
        # A dash between spaces ("this - that") keeps them; one between words does not.
        before = stem.rstrip(HYPHENS)
        glue = " " if not before or before[-1].isspace() else ""
        return f"{stem}-{glue}{second}"
    if is_suspended(second):
        return f"{stem}- {second}"
    kept = verdict(stem, second, vocabulary)
    if kept is None:
        kept = not breaks_words
    return f"{stem}-{second}" if kept else stem + second


def learn(lines: Iterable[str]) -> frozenset[str]:
    """Collect the document's words in lower case; words with inner hyphens whole and in parts.

    The halves of a word cut at a line end are no words and are left out.

    >>> sorted(learn(["Self-help is our respon-", "sibility"]))
    ['help', 'is', 'our', 'self', 'self-help']
    """
    words: set[str] = set()
    cut = False
    for line in lines:
        text = straighten(line.strip().casefold())
        if not text:
            continue
        found = WORD.findall(text)
        if cut:
            found = found[1:]
        cut = text[-1] in HYPHENS and len(text) > 1 and text[-2].isalnum()
        if cut:
            found = found[:-1]
        words.update(found)
        if "-" in text:
            words.update(part for word in found if "-" in word for part in word.split("-"))
    return frozenset(words)


def is_breaking_words(lines: Sequence[str], vocabulary: AbstractSet[str]) -> bool:
    """Whether these lines, in order, come from a text that breaks words at line ends.

    One word that is surely broken is enough; so are many line-end hyphens, since the author's own
    fall on a line end in about one line of a hundred.
    """
    count = 0
    for first, second in pairwise(lines):
        stem, rest = first.rstrip(), second.lstrip()
        if not stem or stem[-1] not in HYPHENS or not rest or not rest[0].isalnum():
            continue
        if stem[-1] == SOFT or (len(stem) > 1 and verdict(stem[:-1], rest, vocabulary) is False):
            return True
        count += 1
    return count >= 4 and count > 0.05 * len(lines)


def verdict(stem: str, second: str, vocabulary: AbstractSet[str]) -> bool | None:
    """Whether the hyphen between two halves belongs to the word; None where nothing tells."""
    left, right = last_word(stem), first_word(second)
    if not left or not right:
        return True
    if any(character.isdigit() for character in left + right) or is_name_like(left, right):
        return True
    left, right = left.casefold(), right.casefold()
    whole, tail = left + right, left.rpartition("-")[2]
    if f"{left}-{right}" in vocabulary or f"{tail}-{right}" in vocabulary:
        return True
    if any(form in vocabulary for form in inflections(whole)):
        return False
    if right in FRAGMENTS:
        return False
    if "-" in left or tail in PREFIXES or right in SECONDS:
        return True
    if len(tail) > 2 and len(right) > 2 and tail in vocabulary and right in vocabulary:
        return True
    return None


def is_suspended(second: str) -> bool:
    """Whether the next line opens with a link, so that the hyphen stands for a word left out."""
    return second.split(maxsplit=1)[0].casefold() in LINKS


def is_name_like(left: str, right: str) -> bool:
    """Whether capitals inside say that both halves are words: "Franco-|British", "GCM-|related".

    >>> is_name_like("GCM", "related"), is_name_like("GOVERN", "MENT")
    (True, False)
    """
    if left.isupper() and right.isupper() and len(left) > 1:
        return False
    return right[0].isupper() or (len(left) > 1 and left[1:] != left[1:].lower())


def inflections(word: str) -> tuple[str, ...]:
    """The word and its near forms, as the document may have them elsewhere.

    >>> inflections("policies")
    ('policies', 'policiess', 'policie', 'polici', 'policy')
    """
    forms = [word, f"{word}s"]
    if word.endswith("s"):
        forms.append(word[:-1])
    if word.endswith(("es", "ed")):
        forms.append(word[:-2])
    if word.endswith("ing"):
        forms += [word[:-3], f"{word[:-3]}e"]
    if word.endswith(("ies", "ied")):
        forms.append(f"{word[:-3]}y")
    if word.endswith("y"):
        forms.append(f"{word[:-1]}ies")
    return tuple(forms)


def last_word(text: str) -> str:
    """The word at the end of a text, its own hyphens kept straight; "" if there is none."""
    found = LAST_WORD.search(text[-80:])
    return straighten(found.group()) if found else ""


def first_word(text: str) -> str:
    """The word at the start of a text up to its first hyphen; "" if there is none."""
    found = WORD.match(text[:80])
    return straighten(found.group()).partition("-")[0] if found else ""


def straighten(word: str) -> str:
    """Give every hyphen and apostrophe its plain form."""
    return word.replace("\u2010", "-").replace("\u2011", "-").replace("’", "'")
