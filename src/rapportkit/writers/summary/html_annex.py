"""The annex of the page: every point of every report as its report has it, where it comes from and where it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rapportkit.model.outline import Paper, Why
from rapportkit.model.summary import ReportEntry, Support
from rapportkit.text.excerpts import spaced
from rapportkit.writers.summary.anchors import Anchors
from rapportkit.writers.summary.html_index import Index, Marks
from rapportkit.writers.summary.html_text import line, lines, spoken
from rapportkit.writers.summary.page_phrases import PagePhrases
from rapportkit.writers.summary.phrases import Phrases
from rapportkit.writers.summary.spelling import same

_DEEPEST = 4
"""What hangs deeper is not set further in: there is no room on a narrow screen."""


class Annex:
    """Writes the annex of one paper.

    A row carries what the filters ask: `data-t` numbers of themes, `data-c` tags and countries, `data-i` tags that
    its words tell with those words, `data-u` the row above it.
    """

    def __init__(self, paper: Paper, phrases: Phrases, own: PagePhrases, index: Index) -> None:
        self.paper = paper
        self.phrases = phrases
        self.own = own
        self.page = phrases.language
        self.index = index
        self.anchors = Anchors.of(paper)

    def inside(self) -> Iterator[str]:
        """All that stands below the heading."""
        if self.paper.summary.conservation.points_in:
            yield f'<p class="lead">{line(self.phrases.say("annex_lead"))}</p>'
        whys = sorted({*self.paper.outline.unused.values()}, key=[*Why].index)
        if whys:
            told = "".join(f"<li>{line(self.phrases.why_in_full(why))}</li>" for why in whys)
            yield f'<ul class="notice">{told}</ul>'
        for entry in self.paper.summary.reports:
            yield from self._report(entry)

    def _report(self, entry: ReportEntry) -> Iterator[str]:
        name = self.anchors.reports[entry.key]
        title = f" – <span{spoken(entry.title, entry.source.language, self.page)}>{line(entry.title)}</span>"
        yield f'<div class="report" data-n="{self.index.session[entry.key]}">'
        yield f'<h3 id="{name}">{line(entry.key)}{title if entry.title else ""}</h3>'
        for told in self._origin(entry):
            yield f'<p class="notice">{line(told)}</p>'
        for number, (label, several) in enumerate(groupby(self.index.listed[entry.key], _label), 1):
            heading = f"{name}q{number}"
            said = line(label or self.own.say("no_label"))
            yield f'<div class="question"><h4 id="{heading}">{said}</h4>'
            yield '<ol role="list">'
            yield from map(self._row, several)
            yield "</ol></div>"
        yield "</div>"

    def _origin(self, entry: ReportEntry) -> Iterator[str]:
        """The form and the language; and in the restricted edition, which alone knows them, file and rapporteurs."""
        form = ", ".join(filter(None, (entry.form, self._tongue(entry.source.language))))
        mark = f" ({self.phrases.say('superseded')})" if entry.superseded else ""
        yield f"{form}{mark}"
        if entry.source.name:
            yield f"{self.phrases.say('source')}: {entry.source.name}"
        people = "; ".join(", ".join(part for part in person if part) for person in entry.rapporteurs)
        if people:
            yield f"{self.phrases.say('rapporteurs')}: {people}"

    def _row(self, support: Support) -> str:
        name = self.anchors.point(support)
        marks = self.index.marks[support.reference]
        depth = min(depth_of(support.pointer), _DEEPEST)
        look = f' class="{" ".join(self._looks(support, depth))}"' if depth or support.heading else ""
        return (
            f'<li id="{name}"{look}{_filtered(marks)}><a class="k" href="#{name}">{line(support.reference)}</a>'
            f'<div class="w"><p>{self._whole(support)}</p>{self._notes(support)}'
            f'<p class="m">{self._about(support)}</p></div></li>'
        )

    def _looks(self, support: Support, depth: int) -> Sequence[str]:
        return [*([f"x{depth}"] if depth else []), *(["h"] if support.heading else [])]

    def _whole(self, support: Support) -> str:
        """All that a report says at one point, its words in an element of their own."""
        text = spaced(support.text)
        words = f'<span class="t"{spoken(text, support.language, self.page)}>{lines(text)}</span>'
        part = f'<i class="part">{line(support.part)}: </i>' if support.part else ""
        number = f"{support.number}. " if support.number is not None else ""
        speaker = f' <bdi class="by">— {line(support.speaker)}</bdi>' if support.speaker else ""
        consent = f" ({line(support.consent)})" if support.consent else ""
        return f"{part}{number}{words}{speaker}{consent}"

    def _notes(self, support: Support) -> str:
        label = self.phrases.say("note")
        return "".join(
            f'<p class="note"><b>{line(" ".join(filter(None, (label, note.label))))}:</b> '
            f"<span{spoken(note.text, support.language, self.page)}>{lines(note.text)}</span></p>"
            for note in support.notes
        )

    def _about(self, support: Support) -> str:
        """Place, language where it is not the page's, and the paragraph that tells the point or why none does."""
        told = [f'<span class="pl">{line(support.place)}</span>'] if support.place else []
        if support.language and not same(support.language, self.page):
            told.append(f'<span class="la">{line(self._tongue(support.language))}</span>')
        told.append(f'<span class="us">{self._where(support)}</span>')
        return " · ".join(told)

    def _where(self, support: Support) -> str:
        number = self.paper.outline.numbers.get(support.reference)
        if number is not None:
            said = line(self.own.say("paragraph_low", n=number))
            return f'<a href="#{self.anchors.paragraph(number)}">{said}</a>'
        why = self.paper.outline.unused.get(support.reference)
        return line(self.phrases.why(why)) if why else "–"

    def _tongue(self, tag: str) -> str:
        return self.own.named("languages", tag)


def depth_of(pointer: str) -> int:
    """How deep a point hangs below others: one step for each index but the first."""
    return max(sum(step.isdigit() for step in pointer.split("/")) - 1, 0)


def _label(support: Support) -> str:
    return support.label


def _filtered(marks: Marks) -> str:
    """What the filters ask, as short as it can be said."""
    themes = f' data-t="{" ".join(map(str, marks.themes))}"' if marks.themes else ""
    codes = f' data-c="{line(" ".join(marks.codes))}"' if marks.codes else ""
    above = f' data-u="{marks.above}"' if marks.above is not None else ""
    told = "|".join(f"{code}={words.replace('|', ' ')}" for code, words in marks.inferred)
    return f"{themes}{codes}{above}" + (f' data-i="{line(told)}"' if told else "")
