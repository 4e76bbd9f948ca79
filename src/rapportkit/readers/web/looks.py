"""How letters look: what an element adds to what it inherits."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rapportkit.readers.web.css import Declarations, left_margin

_STRONG = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_UNDERLINED = frozenset({"u"})
_SET_IN = {"blockquote": 30.0, "ul": 30.0, "ol": 30.0, "menu": 30.0, "dir": 30.0, "dd": 30.0}


@dataclass(frozen=True, slots=True)
class Look:
    """What letters inherit from the elements around them; `indent` is in points."""

    bold: bool = False
    underlined: bool = False
    linked: bool = False
    centred: bool = False
    kept: bool = False
    indent: float = 0.0
    font: str = ""

    @property
    def emphasised(self) -> bool:
        """Whether letters are set off from their surroundings; links are underlined for another reason."""
        return self.bold or (self.underlined and not self.linked)


PLAIN = Look()


def inherit(look: Look, tag: str, said: Declarations, align: str = "") -> Look:
    """The look inside an element, given what its style says."""
    if tag in _STRONG:
        look = replace(look, bold=True)
    elif tag in _UNDERLINED:
        look = replace(look, underlined=True)
    elif tag == "a":
        look = replace(look, linked=True)
    elif tag in {"pre", "textarea", "listing", "xmp"}:
        look = replace(look, kept=True)
    if tag == "center" or align == "center":
        look = replace(look, centred=True)
    elif align:
        look = replace(look, centred=False)
    shift = _SET_IN.get(tag, 0.0)
    if said:
        look = _restyled(look, said)
        shift = left_margin(said) or shift
    return replace(look, indent=look.indent + shift) if shift else look


def _restyled(look: Look, said: Declarations) -> Look:
    weight = said.get("font-weight") or said.get("font", "")
    if weight:
        look = replace(
            look, bold=_is_bold(weight) if "font-weight" in said else look.bold or _is_bold(weight)
        )
    line = said.get("text-decoration-line", said.get("text-decoration", ""))
    if "underline" in line:
        look = replace(look, underlined=True)
    elif "none" in line:
        look = replace(look, underlined=False)
    if "text-align" in said:
        look = replace(look, centred="center" in said["text-align"])
    if "white-space" in said:
        look = replace(look, kept=said["white-space"].startswith("pre"))
    font = said.get("font-family") or said.get("font", "")
    return replace(look, font=_family(font)) if font else look


def _is_bold(weight: str) -> bool:
    return re.search(r"\b(?:bold|bolder|[6-9]00)\b", weight) is not None


def _family(font: str) -> str:
    """The first font that a style names."""
    first = font[:200].partition(",")[0].strip()
    return re.sub(r"^.*?[\d.]+(?:pt|px|em|%)(?:/\S+)?\s+", "", first).strip("\"' ")


def is_hidden(said: Declarations) -> bool:
    """Whether a style keeps an element from view."""
    return (
        said.get("display") == "none"
        or said.get("visibility") in {"hidden", "collapse"}
        or said.get("mso-hide") == "all"
    )
