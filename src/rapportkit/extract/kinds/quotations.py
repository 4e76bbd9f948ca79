"""Quotations, with the speaker and the consent that the author marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapportkit.extract.kinds.lists import rejoined
from rapportkit.model.document import Block
from rapportkit.model.report import Point

_CLOSE = "\"”’»'›“"
_LEAVE = (
    r"\b(?:approv\w*|consent\w*|permission|agreed|autoris\w*|accord|approuv\w*|consentement|aprob\w*|autoriz\w*"
    r"|consentimiento|permiso)"
)
_REMARK = re.compile(
    rf"\s*[(\[](?P<remark>[^()\[\]]*{_LEAVE}[^()\[\]]*)[)\]]\s*\.?$",
    re.IGNORECASE,
)
# Behind a comma or dash a remark opens with a word of its own: "and the accord holds" goes on with a sentence.
_OPENING = (
    r"(?:(?:with|not?|who|has|subject|avec|sans|pas|non|en|sous|qui|a|con|sin|que|ha)\b"
    r"|(?:quot|nam|cit|us|publish|print|pending|await|speaker|nomm|nombr|pendiente)\w*"
    rf"|{_LEAVE})"
)
_REST = r"[^,;–—―()\[\]\"“”«»„]*"
_ADDED = re.compile(
    rf"(?:\s*[,;]|\s+[–—―-]{{1,2}}|(?<=[)\]]))\s*(?P<remark>(?={_OPENING})(?={_REST}{_LEAVE}){_REST}?)\s*\.?$",
    re.IGNORECASE,
)
_SPOKEN = re.compile(rf"[{_CLOSE}]\s*[.,]?\s*(?:[–—―(\[-].*)?$", re.DOTALL)
_MOST_REMARKED = 9
_ANONYMOUS = r"(?:anonym\w*|an[oó]nim[oa]s?)"
_BRACKETED = re.compile(
    rf"^(?P<text>.*[{_CLOSE}.!?…])\s*[(\[](?P<who>[^()\[\]]{{2,120}})[)\]]\s*\.?$", re.DOTALL
)
_DASHED = re.compile(
    rf"^(?P<text>.*[{_CLOSE}.!?…,])\s*[–—―-]{{1,2}}\s*(?P<who>[^–—]{{2,140}}?)\s*\.?$", re.DOTALL
)
_ANONYMOUS_END = re.compile(
    rf"^(?P<text>.*?)(?:\s*(?:[–—―-]+|[(\[,])\s*|(?<=[{_CLOSE}.!?…])\s+)(?P<who>{_ANONYMOUS})\s*[)\]]?\s*\.?$",
    re.IGNORECASE | re.DOTALL,
)
_PREFIXED = re.compile(
    rf"^(?P<who>{_ANONYMOUS}|[^\"“«„:]{{2,80}}):\s*(?P<text>[\"“«„].*)$", re.IGNORECASE | re.DOTALL
)
_ATTRIBUTION = re.compile(r"^(?:[–—―-]+\s*)?(?P<who>[^\"“«„]{2,140})$")


def quotations(blocks: Sequence[Block]) -> tuple[Point, ...]:
    """Read quotations: each paragraph or bullet is one; a line that only names the speaker joins the last.

    The author's quotation marks stay; the dash or brackets around the speaker go.
    """
    said: list[Point] = []
    for block in rejoined(blocks):
        if not block.text:
            continue
        if said and not said[-1].speaker and (who := _attribution(block, said[-1])):
            speaker, consent = _consent(who, is_speaker=True)
            said[-1] = replace(said[-1], speaker=speaker, consent=consent, notes=said[-1].notes + block.notes)
        elif said and (consent := _consent_alone(block.text)):
            said[-1] = replace(said[-1], consent=consent)
        else:
            said.append(_quotation(block))
    return tuple(said)


def _quotation(block: Block) -> Point:
    text, consent = _consent(block.text)
    speaker = ""
    for form in (_ANONYMOUS_END, _BRACKETED, _DASHED, _PREFIXED):
        found = form.match(text)
        if found and _is_speaker(found["who"], found["text"], form is _DASHED):
            text, speaker = found["text"].strip(), found["who"].strip(" ,;")
            break
    if speaker and not consent:
        speaker, consent = _consent(speaker, is_speaker=True)
    return Point(text, block.location, speaker=speaker, consent=consent, notes=block.notes)


def _consent(text: str, *, is_speaker: bool = False) -> tuple[str, str]:
    """Take the remark that a speaker agreed off a quotation, or off the words for its speaker.

    In brackets it may stand anywhere; behind a comma or dash only where no sentence can go on that way.
    """
    found = _REMARK.search(text)
    if found:
        named, consent = _consent(found["remark"], is_speaker=True)
        if named and consent:
            return f"{text[: found.start()].strip()} ({named})", consent
        return text[: found.start()].strip(), found["remark"].strip()
    added = _ADDED.search(text)
    said = added["remark"].split() if added else []
    # "Consent Forum" is whom somebody speaks for.
    if not added or len(said) > _MOST_REMARKED or any(word[:1].isupper() for word in said[1:]):
        return text, ""
    before = text[: added.start()].strip()
    if before and (is_speaker or _SPOKEN.search(before)):
        return before, " ".join(said)
    return text, ""


def _consent_alone(text: str) -> str:
    found = _REMARK.fullmatch(text)
    return found["remark"].strip() if found else ""


def _is_speaker(who: str, text: str, dashed: bool) -> bool:
    """Whether words after a dash or in brackets name somebody, and are not the end of the sentence."""
    if re.fullmatch(_ANONYMOUS, who.strip(), re.IGNORECASE):
        return True
    if len(who.split()) > 16 or who.strip()[:1] in '"“«„(' or not re.search(r"[^\W\d_]{2}", who):
        return False
    quoted = text.rstrip().rstrip(".,;!?…")[-1:] in _CLOSE or text.lstrip()[:1] in "\"“«„‘'"
    if dashed:
        return quoted or (who.strip()[:1].isupper() and text.rstrip()[-1:] in ".!?")
    return quoted or who.strip()[:1].isupper()


def _attribution(block: Block, last: Point) -> str:
    """The speaker, where a line of its own names him after a finished quotation."""
    dashed = block.marker in {"-", "–", "—", "−"} or block.text[:1] in "–—―"
    found = _ATTRIBUTION.match(block.text)
    quoted = last.text.rstrip(" .,")[-1:] in _CLOSE
    if not found or not quoted or block.text.endswith((".", "!", "?")) or len(block.text.split()) > 16:
        return ""
    if dashed or (block.text[:1] in "([" and block.text[-1:] in ")]"):
        return found["who"].strip(" ()[]")
    return ""
