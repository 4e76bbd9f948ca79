"""A paper as PDF, set by typst: the same pages everywhere, with bookmarks, links and tags for screen readers."""

from __future__ import annotations

import json
import re
import tempfile
import unicodedata
from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Any

from rapportkit.errors import OutputError
from rapportkit.model.outline import Paper
from rapportkit.model.summary import RESTRICTED
from rapportkit.writers.summary.nodes import Item, Node
from rapportkit.writers.summary.paper import lay_out
from rapportkit.writers.summary.phrases import Phrases
from rapportkit.writers.summary.typst_nodes import Telling, anchors, clean

_FOOTER = 100
_GAPS = re.compile(r"(\{pages?\})")
# Scripts for which typst brings no face along, or none that one would choose.
_FOREIGN = re.compile(
    "[\u0600-\u1cff\u2e80-\ua4cf\ua830-\ud7ff\uf900-\ufaff\ufb50-\ufeff\U00020000-\U0003ffff]"
)
_FIRST_RARE = "\u0590"
_SPECIMEN = b'#set document(title: "-", date: none)\n#text(lang: "en", sys.inputs.paper)'
_ACCESSIBLE = ["ua-1"]
_ATTEMPTS: tuple[dict[str, Any], ...] = (
    # Latin, Greek and Cyrillic letters need none of the machine's own faces: the same bytes everywhere.
    {"ignore_system_fonts": True, "pdf_standards": _ACCESSIBLE},
    {"pdf_standards": _ACCESSIBLE},
    # A sign that no face draws is an empty box, which the standard for access does not allow.
    {},
)


def write(paper: Paper) -> bytes:
    """The paper as PDF; without typst an OutputError says what to install."""
    phrases = Phrases(paper.language)
    return typeset(list(lay_out(paper, phrases)), paper, phrases)


def typeset(nodes: Sequence[Node], paper: Paper, phrases: Phrases) -> bytes:
    """Nodes as PDF."""
    compiled, stopped = _typst()
    page = files("rapportkit.writers.data").joinpath("paper.typ").read_bytes()
    told = json.dumps(_told(nodes, paper, phrases), ensure_ascii=False)
    for sign in _rare_letters(told):
        try:
            compiled(_SPECIMEN, sign, {"pdf_standards": _ACCESSIBLE})
        except stopped as error:
            raise OutputError(
                f"no font on this machine draws letters like “{sign}”: install one that does, for instance of the "
                "Noto family, or write docx or html instead"
            ) from error
    trouble = ""
    for settings in _ATTEMPTS[bool(_FOREIGN.search(told)) :]:
        try:
            return compiled(page, told, settings)
        except stopped as error:
            trouble = str(error).partition("\n")[0]
    raise OutputError(f"the PDF cannot be set: {trouble}; write docx or html instead")


def _rare_letters(told: str) -> list[str]:
    """One letter of each script for which there may be no face."""
    found: dict[str, str] = {}
    for sign in sorted(set(told)):
        if sign >= _FIRST_RARE and sign.isalpha():
            found.setdefault(unicodedata.name(sign, "?").partition(" ")[0], sign)
    return list(found.values())


def _typst() -> tuple[Callable[[bytes, str, dict[str, Any]], bytes], type[Exception]]:
    """What turns a page and its data into a PDF, and the error that it may stop with."""
    try:
        import typst
    except ImportError as error:
        raise OutputError(
            "PDF needs typst, which is not installed: pip install 'rapportkit[pdf]', or write docx or html instead"
        ) from error

    def compiled(page: bytes, told: str, settings: dict[str, Any]) -> bytes:
        # The page reads no file, and there is none to read.
        with tempfile.TemporaryDirectory() as nothing:
            try:
                data: bytes = typst.compile(page, root=nothing, sys_inputs={"paper": told}, **settings)
            except typst.TypstError:
                raise
            # A fault of typst's own comes as no Exception, and its class cannot be imported.
            except BaseException as fault:
                if type(fault).__name__ != "PanicException":
                    raise
                raise OutputError(
                    f"typst stumbled over this paper ({fault}); write docx or html instead"
                ) from fault
        return data

    return compiled, typst.TypstError


def _told(nodes: Sequence[Node], paper: Paper, phrases: Phrases) -> dict[str, Any]:
    title = " ".join(clean(paper.summary.title).split())
    left = title if len(title) <= _FOOTER else f"{title[:_FOOTER].rstrip()}…"
    if paper.summary.edition == RESTRICTED:
        left = f"{left} ({phrases.say('restricted_footer')})"
    page = phrases.say("page", page="{page}", pages="{pages}")
    paragraphs = sum(isinstance(node, Item) and not node.level for node in nodes)
    return {
        "title": title,
        "language": phrases.language,
        "footer": {"left": left, "right": [part for part in _GAPS.split(page) if part]},
        # Numbers of more than three digits need more room before the text.
        "hanging": 10 + 2.2 * max(len(str(paragraphs)) - 3, 0),
        "nodes": list(Telling(anchors(nodes)).told(nodes)),
    }
