"""Stray HTML and Markdown in text that is neither."""

from __future__ import annotations

import html
import re

_TAG = re.compile(
    r"</?(?:a|b|i|u|p|q|s|em|ul|ol|li|br|hr|div|span|font|strong|small|sub|sup|table|tbody|thead|tr|td|th|h[1-6]"
    r"|blockquote|center|o:p|st1:\w+)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"</?(?:p|br|div|tr|h[1-6]|blockquote)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_LIST = re.compile(r"<(/?)(ul|ol)(?:\s[^<>]*)?>", re.IGNORECASE)
_TITLE = re.compile(r"<h([1-6])(?:\s[^<>]*)?>", re.IGNORECASE)
_BOLD = re.compile(r"</?(?:b|strong)(?:\s[^<>]*)?>", re.IGNORECASE)
_BLOCK = re.compile(r"<(/?)(p|h[1-6]|li|td)(?:\s[^<>]*)?>", re.IGNORECASE)
_LINE_ITEM = re.compile(r"<li(?:\s[^<>]*)?>", re.IGNORECASE)
# Nobody sets more than a long paragraph in bold; without an end to the search, each "**" would be sought to the end.
_STRONG = re.compile(
    r"(?<![\w*])\*\*(?=\S)(.{1,1000}?)(?<=\S)\*\*(?![\w*])|(?<![\w_])__(?=\S)(.{1,1000}?)(?<=\S)__(?![\w_])",
    re.DOTALL,
)
_SOFT = re.compile(
    r"(?<![\w*\\])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])|(?<![\w_\\])_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?![\w_])"
)
_LINK = re.compile(r"\[([^\]\n]+)\]\((?:https?://|mailto:)[^)\s]+\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_DEEPEST = 50
"""Lists inside one another, beyond which they are not set in any further."""
_STRAY = re.compile(r"(?<!\S)\*{2,}+|(?<!\*)\*{2,}+(?!\S)")


def has_tags(text: str) -> bool:
    """Whether HTML tags stand in a text."""
    return "<" in text and _TAG.search(text) is not None


def open_tags(text: str) -> str:
    """Turn structural tags into line breaks and bullets, so that lines carry the structure.

    A nested list is set in by two spaces a level.

    >>> open_tags("<p>One.</p> <p>Two.</p>").split()
    ['One.', 'Two.']
    """
    depth = 0
    text = _BOLD.sub("**", text)

    def around(found: re.Match[str]) -> str:
        nonlocal depth
        depth = max(0, depth + (-1 if found[1] else 1))
        return "\n" + "\t" * min(max(0, depth - 1), _DEEPEST)

    opened = _LIST.sub(around, text)
    opened = _LINE_ITEM.sub("\n• ", opened)
    opened = _TITLE.sub(lambda found: f"\n{'#' * int(found[1])} ", opened)
    return _BREAK.sub("\n", opened)


def unclosed(text: str) -> str:
    """The paragraph, heading, item or cell that a line opens and does not close; "" for none.

    >>> unclosed("<p>One.</p><li>Two")
    'li'
    """
    found = _BLOCK.findall(text)
    if not found:
        return ""
    closing, name = found[-1]
    return "" if closing else str(name).casefold()


def clean(text: str) -> str:
    """Take stray tags, Markdown emphasis and doubled spaces out of a line; words stay as they are.

    >>> clean("What are the **three questions** on <i>this</i>  theme?")
    'What are the three questions on this theme?'
    """
    if "<" in text:
        text = _TAG.sub("", text)
    if "&" in text and ";" in text:
        text = html.unescape(text)
    if "*" in text or "_" in text:
        text = _STRONG.sub(_inside, text)
        text = _SOFT.sub(_inside, text)
        text = _STRAY.sub("", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    return spaced(text)


def spaced(text: str) -> str:
    r"""One space for each run of white space; soft hyphens and zero-width signs go.

    >>> spaced(" a \t b" + chr(0xAD) + "c ")
    'a bc'
    """
    return " ".join(text.translate(_INVISIBLE).split())


_INVISIBLE = {0x00AD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}


def _inside(found: re.Match[str]) -> str:
    return next(group for group in found.groups() if group is not None)
