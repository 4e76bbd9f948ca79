"""In which language Word checks a stretch of text, and in which direction it sets it."""

from __future__ import annotations

import re
from functools import cache

_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
# Word's dictionaries are those of a country. Where a tag names none, the country is that whose spelling the
# United Nations follow, else the one the language is called after.
_SPELLING = dict(
    tag.split()
    for tag in (
        *("ar ar-SA", "en en-GB", "es es-ES", "fr fr-FR", "ru ru-RU", "zh zh-CN", "de de-DE", "fa fa-IR"),
        *("he he-IL", "it it-IT", "ja ja-JP", "ko ko-KR", "nl nl-NL", "pl pl-PL", "pt pt-PT", "tr tr-TR"),
    )
)
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.ASCII | re.IGNORECASE)


def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left."""
    return _primary(language) in _RIGHT_TO_LEFT


def same(one: str, other: str) -> bool:
    """Whether two tags name one language, of whichever country."""
    return _primary(one) == _primary(other)


@cache
def spelt(language: str) -> str:
    """The language as a run carries it, "" for what is no tag at all.

    >>> spelt("fr"), spelt("ar"), spelt("zh-TW")
    ('<w:lang w:val="fr-FR"/>', '<w:lang w:bidi="ar-SA"/>', '<w:lang w:eastAsia="zh-TW"/>')
    """
    if not _TAG.fullmatch(language):
        return ""
    primary = _primary(language)
    kind = "bidi" if primary in _RIGHT_TO_LEFT else "eastAsia" if primary in _EAST_ASIAN else "val"
    return f'<w:lang w:{kind}="{dictionary(language)}"/>'


def dictionary(language: str) -> str:
    """The tag that Word spells by.

    >>> dictionary("en"), dictionary("pt-BR"), dictionary("fr")
    ('en-GB', 'pt-BR', 'fr-FR')
    """
    return language if "-" in language else _SPELLING.get(language.lower(), language)


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
