"""Long prose set so that it can be read, without changing a word."""

from __future__ import annotations

import re

# A paragraph of a paper is rarely longer. What exceeds it is opened in the body and stands in full in
# the annex, word for word.
_FULL = 900
_OPENING = 400
_SENTENCE_END = re.compile(r"(?<=[.!?])[”’\"')\]]*\s+(?=[^\sa-z])")
_NO_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|art|cf|vs|e\.g|i\.e|etc|approx|[A-Z])|\.\.)\.$")


def opening(text: str) -> str:
    """A text that suits the body: in full, or its opening sentences and an ellipsis.

    >>> opening("Short enough.")
    'Short enough.'
    >>> opening("One sentence. " * 100).endswith("One sentence. …")
    True
    """
    if len(text) <= _FULL:
        return text
    for end in _SENTENCE_END.finditer(text):
        head = text[: end.start()]
        if len(head) >= _OPENING and not _NO_END.search(head):
            if len(head) > _FULL:
                break
            return f"{text[: end.end()].rstrip()} …"
    return f"{text[:_OPENING].rpartition(' ')[0] or text[:_OPENING]} …"


def first_sentence(text: str) -> str:
    """The first sentence of a text, in full.

    >>> first_sentence("Dr. Exemplo came at 4 p.m. and left. Others stayed.")
    'Dr. Exemplo came at 4 p.m. and left.'
    """
    for end in _SENTENCE_END.finditer(text):
        head = text[: end.start()]
        if not _NO_END.search(head):
            return text[: end.end()].rstrip()
    return text.strip()


def spaced(text: str) -> str:
    """A long text with line breaks at some ends of sentences, to be read; not a word is changed.

    >>> spaced("Short enough. As it is.")
    'Short enough. As it is.'
    """
    if len(text) <= _FULL:
        return text
    parts, at = [], 0
    for end in _SENTENCE_END.finditer(text):
        head = text[at : end.start()]
        if len(head) >= _OPENING and not _NO_END.search(head) and len(text) - end.end() >= _OPENING // 2:
            parts.append(text[at : end.end()].rstrip())
            at = end.end()
    return "\n".join((*parts, text[at:]))
