"""Which template a document follows, and what speaks for it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from rapportkit.extract.form import form
from rapportkit.extract.kinds.chapters import starts
from rapportkit.extract.kinds.sections import is_headed
from rapportkit.extract.outline import Outline, outline
from rapportkit.extract.stretches import Prepared, prepared
from rapportkit.model.document import Block, Document
from rapportkit.model.report import SURE
from rapportkit.model.template import Kind, Template
from rapportkit.text.plain import plain

FITS = 0.4
"""From this confidence on a template may be used."""

# A letter that asks for reports names the form and its header; a report answers its questions.
_COVERED = 0.25

# What phrases and a title weigh beside the labels, whose weights are up to 1 each: a form with few labels
# ("Conclusion") needs them, a form with many can do without.
_SIGNALS, _TITLE = 1.6, 1.0
_HEAD = 200
# A form is plainly the one most of whose questions are there word for word, if hardly one of another's is.
_PLAINLY, _HARDLY, _FEWEST = 0.6, 0.2, 4
# A form with few labels is told by one of them nearly word for word, or by two of its phrases.
_NEARLY, _SAYINGS = 0.85, 2
# Within this of the best a template fits about as well.
_AS_WELL = 0.15
# So much weight of labels, word for word below the form's own title, is no accident, however much was left out.
_PLENTY, _EXACT = 4.0, 0.99
_SAID = 60_000  # letters: phrases that tell a form are said early


@dataclass(frozen=True, slots=True)
class Match:
    """How well a template fits: `confidence` from 0 to 1, the labels met, and whether it may be used.

    `outline` is the document cut at those labels. `rivals` are other templates that may be used and fit about
    as well, as (id, confidence): known only of the best of several that were scored.
    """

    template: Template
    confidence: float
    evidence: tuple[str, ...]
    fits: bool
    outline: Outline | None = field(default=None, repr=False, compare=False)
    rivals: tuple[tuple[str, float], ...] = ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """The labels of the form's questions that were not met, as the form prints them."""
        met = {segment.slot.order for segment in self.outline.segments} if self.outline else set()
        return tuple(
            slot.field.label
            for slot in (self.outline.slots if self.outline else ())
            if slot.wordings and not slot.is_header and slot.group is None and slot.order not in met
        )


def rank(document: Document, templates: Sequence[Template]) -> tuple[Match, ...]:
    """Score every template, best first; of two that score alike the first by id."""
    text = prepared(document)
    alike = _said(text)
    matches = [_match(text, alike, template) for template in templates]
    ranked = sorted(matches, key=lambda match: (-match.confidence, match.template.id))
    return *(replace(each, rivals=_rivals(each, ranked[1:])) for each in ranked[:1]), *ranked[1:]


def _rivals(best: Match, others: Sequence[Match]) -> tuple[tuple[str, float], ...]:
    return tuple(
        (each.template.id, each.confidence)
        for each in others
        if best.fits and each.fits and each.confidence >= best.confidence - _AS_WELL
    )


def _said(text: Prepared) -> str:
    return plain(" ".join(block.text for block in text.blocks)[:_SAID])


def best(document: Document, templates: Sequence[Template]) -> Match:
    """The template that fits best; where one is plainly it, the others are not tried."""
    text = prepared(document)
    plainly = _plainly(text, templates)
    match = _match(text, _said(text), plainly) if plainly else None
    if match is not None and match.fits:
        return match
    return rank(document, templates)[0]


def _plainly(text: Prepared, templates: Sequence[Template]) -> Template | None:
    """The one template most of whose labels stand in the document word for word, as no other's do."""
    said = {stretch.alike for found in text.stretches for stretch in found}
    shares = sorted(
        ((_printed(template, said), index) for index, template in enumerate(templates)), reverse=True
    )
    if not shares or shares[0][0] < _PLAINLY or (len(shares) > 1 and shares[1][0] > _HARDLY):
        return None
    return templates[shares[0][1]]


def _printed(template: Template, said: AbstractSet[str]) -> float:
    """The share of a form's questions whose label stands in a document word for word."""
    asked = [field.labels.all() for field in template.leaves() if field.labels.all()]
    if len(asked) < _FEWEST:
        return 0.0
    return sum(any(plain(label) in said for label in labels) for labels in asked) / len(asked)


def _match(text: Prepared, alike: str, template: Template) -> Match:
    blocks, found = text.blocks, outline(text, template)
    met, owed = _labels(found)
    built, asked = _structure(blocks, found, template)
    signals = [said for said in template.signals.all() if f" {plain(said)} " in f" {alike} "]
    guidance = form(template).guidance
    titled = any(guidance.holds_title(block.text) for block in blocks[:_HEAD])
    evidence = tuple(
        dict.fromkeys(
            " ".join(block.text for block in segment.label) or segment.slot.field.label
            for segment in found.segments
        )
    )
    heard = _SIGNALS * min(1.0, len(signals) / 3)
    most = owed + asked + (_TITLE if template.titles.all() else 0)
    shown = met + built + _TITLE * titled
    confidence = (shown + heard) / max(1.0, most + (_SIGNALS if template.signals.all() else 0))
    fits = confidence >= FITS and _covered(found, built) >= _COVERED
    fits = fits and (len(signals) >= _SAYINGS or not _is_sparse(template) or _is_plain(found))
    if fits and titled:
        # Phrases stand in for labels; under its own title a form that shows all that it asks for needs none.
        confidence = max(confidence, shown / max(1.0, most))
        if _word_for_word(found) >= _PLENTY:
            confidence = max(confidence, SURE)
    return Match(template, round(min(1.0, confidence), 2), (*evidence[:12], *signals[:5]), fits, found)


def _is_sparse(template: Template) -> bool:
    """Whether a form has so few labels that one may be met by accident."""
    return sum(bool(field.labels.all()) for field in template.leaves()) < _FEWEST


def _is_plain(found: Outline) -> bool:
    """Whether the label of some question stands in the document nearly word for word."""
    return any(
        segment.found.likeness >= _NEARLY
        for segment in found.segments
        if not segment.slot.is_header and segment.slot.field.kind is not None
    )


def _covered(found: Outline, built: float) -> float:
    """The share of the form's questions that were met."""
    asked = {slot.order for slot in found.slots if not slot.group and not slot.is_header}
    met = {segment.slot.order for segment in found.segments if not segment.slot.is_header}
    return (len(met) + 2 * built) / max(1, len(asked))


def _word_for_word(found: Outline) -> float:
    """The weight of the questions whose labels stand in the document word for word."""
    return sum(
        segment.slot.weight
        for segment in found.segments
        if segment.found.likeness >= _EXACT
        and not (segment.slot.is_header or segment.slot.group)
        and segment.slot.field.kind is not None
    )


def _labels(found: Outline) -> tuple[float, float]:
    """The weight of the labels met, and of all that a filled form should show."""
    owed = sum(
        slot.weight for slot in found.slots if slot.wordings and not slot.group and not slot.is_header
    ) + sum(0.5 * slot.weight for slot in found.slots if slot.is_header and slot.wordings and slot.field.kind)
    met = 0.0
    for segment in found.segments:
        slot = segment.slot
        if slot.group:
            continue
        share = min(1.0, max(0.0, (segment.found.likeness - 0.5) * 2.2))
        if slot.is_header:
            share *= 0.5 if slot.field.kind else 0.0
        met += slot.weight * share
    return met, owed


def _structure(blocks: Sequence[Block], found: Outline, template: Template) -> tuple[float, float]:
    """What speaks for questions that have no label: numbered chapters, the author's own headings."""
    built = asked = 0.0
    for leaf in template.leaves():
        if leaf.kind is Kind.CHAPTERS:
            asked += 1.0
            body = [block for segment in found.segments for block in segment.blocks] or list(blocks)
            built += min(1.0, len(starts(body)) / 4)
        elif leaf.kind is Kind.SECTIONS:
            asked += 0.5
            built += 0.5 * min(1.0, sum(is_headed(blocks, index) for index in range(len(blocks))) / 2)
    return built, asked
