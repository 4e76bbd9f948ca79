"""In which language a report prints the labels of its form, which need not be that of its answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from rapportkit.model.report import Report
from rapportkit.model.template import Field, Template
from rapportkit.text.plain import plain

_NEAR = 70
"""Below this likeness (of 100) a reworded label tells nothing of its language."""


def languages(report: Report, template: Template) -> Mapping[str, str]:
    """The BCP 47 tag of each label that was met, by the pointer of its field; "" holds that of most of them.

    Where a wording is the same in several languages, that of most labels decides. Nothing is said of a report
    that does not tell which labels were met.
    """
    met = {field.pointer: tags for field, text in _met(report, template) if (tags := _tags(field, text))}
    counted = Counter(tags[0] for tags in met.values() if len(tags) == 1)
    usual = counted.most_common(1)[0][0] if counted else ""
    if not usual:
        return {}  # every label that was met is the same in several languages
    return {"": usual} | {pointer: usual if usual in tags else tags[0] for pointer, tags in met.items()}


def _met(report: Report, template: Template) -> Iterator[tuple[Field, str]]:
    """Each field with the wording above its answer."""
    for leaf in template.leaves():
        if label := report.answer(leaf.pointer).label:
            yield leaf, label
    wording = {plain(each.text): each.text for each in report.wording if each.kind is None}
    for field in (*template.header, *template.fields):
        known = {plain(each) for each in (*field.labels.all(), *field.aliases.all())} - {""}
        if field.pointer and (said := next((each for each in known if each in wording), "")):
            yield field, said


def _tags(field: Field, text: str) -> list[str]:
    """The languages in which a field has the wording that is nearest to a text; none where all are far."""
    from rapidfuzz import fuzz

    met = plain(text)
    likeness: dict[str, float] = {}
    for tag, wordings in (*field.labels.by_language, *field.aliases.by_language):
        best = max((fuzz.ratio(met, plain(each)) for each in wordings), default=0.0)
        likeness[tag] = max(best, likeness.get(tag, 0.0))
    nearest = max(likeness.values(), default=0.0)
    return [tag for tag, near in likeness.items() if near == nearest] if nearest >= _NEAR else []
