"""What is asked of one document of the corpus."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.look import Look

TEMPLATES = {
    "rt": "gfmd-roundtable-2018",
    "c16": "gfmd-csd-2016",
    "c18": "gfmd-csd-2018",
    "idm": "idm-summary-2017",
    "sp": "gfmd-rapporteur-summary-2021",
}


@dataclass(frozen=True, slots=True)
class Spec:
    """One document: `name` begins with the form's short name, `suffix` is docx, txt or pdf."""

    name: str
    suffix: str
    topic: str
    look: Look
    language: str = "en"

    @property
    def template(self) -> str:
        """The id of the form."""
        return TEMPLATES[self.name.partition("-")[0]]


def unfair(spec: Spec) -> str:
    """Why a careful reader could not give one answer for such a document; "" if one could.

    Several paragraphs in one cell are one point, so list-like answers in cells need bullets; a list
    below a paragraph that does not end with a colon belongs to nobody; changes are Word's own.
    """
    look = spec.look
    celled = look.layout in ("table", "columns")
    if celled and look.points == "paragraphs" and not spec.name.startswith("c16"):
        return "paragraphs in cells"
    if look.nested and look.points in ("paragraphs", "soft") and not spec.name.startswith("sp"):
        return "nested points without bullets"
    if look.tracked and spec.suffix != "docx":
        return "changes outside Word"
    if (look.points == "soft" or look.frame or look.controls) and spec.suffix == "txt":
        return "Word's own features in text"
    if (look.html or look.inline_bullets) and (spec.suffix != "txt" or not celled or look.nested):
        return "inline lists outside text tables"
    if look.paragraphs_in_row and not (look.layout == "table" and (spec.suffix != "txt" or look.html)):
        return "paragraphs in a row that is none"
    if look.numbers == "auto" and (look.shuffled or look.missing):
        return "automatic numbers of questions that are not in order"
    if look.rapporteurs == "lines" and look.header != "table":
        return "names on lines of their own outside a table"
    return ""
