"""Content controls: which of them nobody has filled in, and which are check boxes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

from rapportkit.readers.ooxml.names import R_PR, RUN, SDT_CONTENT, SDT_PR, W14, T, W, is_on, value
from rapportkit.readers.ooxml.symbols import CHECKED, UNCHECKED

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from rapportkit.readers.ooxml.package import Package
    from rapportkit.readers.ooxml.styles import StyleSheet

OWN = "rapportkit-findings"
"""The tag of the list that `validate --annotate` puts at the top of a copy, which is no part of the report."""

# Word keeps the prompt of its default controls under such names, in the language of whoever made
# them first; a prompt in the text may be in another language.
_DEFAULT_PROMPT = "DefaultPlaceholder"


def is_own(control: Element) -> bool:
    """Whether a content control holds what rapportkit wrote into a copy."""
    return value(control.find(SDT_PR), W + "tag") == OWN


class Prompt(Enum):
    """What of a content control's text is the prompt of an untouched control."""

    NOTHING = "nothing"
    STYLED = "the letters in the placeholder style"
    ALL = "all"


class Prompts:
    """The prompts that a file keeps in its glossary, read when first asked for."""

    def __init__(self, package: Package, sheet: StyleSheet) -> None:
        self._package = package
        self._sheet = sheet
        self._known: Mapping[str, str] | None = None

    def judge(self, control: Element) -> Prompt:
        """What of a control's text is prompt. Flagged text that differs from its prompt was typed over it."""
        properties = control.find(SDT_PR)
        if properties is None or not is_on(properties.find(W + "showingPlcHdr")):
            return Prompt.NOTHING
        runs = [run for run in control.iterfind(f"{SDT_CONTENT}//{RUN}") if _words(_letters(run))]
        styled = [self.is_prompt_style(value(run.find(R_PR), W + "rStyle")) for run in runs]
        shown = "".join(map(_letters, runs)).strip()
        part = value(properties.find(W + "placeholder"), W + "docPart")
        prompt = self._prompt(part) if part else ""
        if _words(shown) == prompt or (shown.startswith("[") and shown.endswith("]")):
            return Prompt.ALL
        if any(styled) and not all(styled):
            return Prompt.STYLED
        foreign = all(styled) and part.startswith(_DEFAULT_PROMPT)
        return Prompt.NOTHING if prompt and not foreign else Prompt.ALL

    def is_prompt_style(self, style: str) -> bool:
        """Whether a character style is the one of prompts."""
        return self._sheet.is_placeholder(style)

    def _prompt(self, part: str) -> str:
        if self._known is None:
            self._known = _read_glossary(self._package)
        return self._known.get(part, "")


def check_mark(control: Element) -> str:
    """☒ or ☐ for a check box that holds at most its own sign, "" for anything else."""
    box = control.find(f"{SDT_PR}/{W14}checkbox")
    if box is None:
        return ""
    shown = "".join(text.text or "" for text in control.iter(T))
    if len(shown.strip()) > 1:
        return ""
    state = box.find(W14 + "checked")
    off = state is None or state.get(W14 + "val", "1").lower() in {"0", "false", "off"}
    return UNCHECKED if off else CHECKED


def _read_glossary(package: Package) -> Mapping[str, str]:
    part = package.linked("glossaryDocument")
    root = package.parse(part) if part else None
    if root is None:
        return {}
    return {
        value(entry.find(W + "docPartPr"), W + "name"): _words(_letters(entry))
        for entry in root.iter(W + "docPart")
        if entry.find(W + "docPartBody") is not None
    }


def _letters(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(T))


def _words(text: str) -> str:
    """Letters and figures alone: brackets around a prompt come and go."""
    return "".join(filter(str.isalnum, text))
