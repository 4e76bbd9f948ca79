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
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_DEEPEST = 50
"""Lists inside one another, beyond which they are not set in any further."""
_LOOKED_AT = 20_000
"""Letters of a line in which Markdown is looked for: a line beyond that is no line that anybody typed."""
_STRAY = re.compile(r"(?<!\S)\*{2,}+|(?<!\*)\*{2,}+(?!\S)")


def has_tags(text: str) -> bool:
    """Whether HTML tags stand in a text."""
    return "<" in text and _TAG.search(text) is not None


def stray_mark(text: str) -> str:
    """The first mark in a text that `clean` and `open_tags` would take off; "" for none.

    Tags and entities come before Markdown: nobody types them on purpose.

    >>> stray_mark("See **this** <i>now</i>"), stray_mark("See **this**"), stray_mark("2 * 3 * 4 < 5")
    ('<i>', '**this**', '')
    """
    if "<" in text and (tag := _TAG.search(text)):
        return tag[0]
    if "&" in text and (entity := _ENTITY.search(text)) and html.unescape(entity[0]) != entity[0]:
        return entity[0]
    forms = ((_STRONG, "**"), (_STRONG, "__"), (_LINK, "]("), (_SOFT, "*"), (_SOFT, "_"))
    text = text[:_LOOKED_AT]
    found = (mark[0] for form, sign in forms if sign in text and (mark := form.search(text)))
    # A line of underscores is to be filled in.
    return next((mark for mark in found if "___" not in mark and any(map(str.isalnum, mark))), "")


def is_markdown(mark: str) -> bool:
    """Whether a stray mark is one of Markdown's, and no tag or entity."""
    return mark[:1] not in {"<", "&"}


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
