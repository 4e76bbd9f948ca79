"""The Python interface, and the only place where the rooms meet.

read · identify · recognise · extract · validate · annotate · mend · cover · said · differences · merge · paper ·
decide · propose · withheld · blank. Every function takes values and returns values; reading and writing files is
the command line's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, overload

from rapportkit import readers
from rapportkit.extract.fill import fill
from rapportkit.extract.identify import Match, best, rank
from rapportkit.model.decisions import UNDECIDED, Decisions
from rapportkit.model.meeting import ALONE, Meeting
from rapportkit.model.options import AS_USUAL, ReadOptions
from rapportkit.model.settings import AS_SHIPPED, Settings

if TYPE_CHECKING:
    from rapportkit.extract.outline import Outline
    from rapportkit.model.coverage import Coverage, Received
    from rapportkit.model.difference import Difference, Said
    from rapportkit.model.document import Document
    from rapportkit.model.finding import Finding
    from rapportkit.model.mended import Mended
    from rapportkit.model.outline import Paper
    from rapportkit.model.programme import Programme
    from rapportkit.model.report import Report
    from rapportkit.model.summary import Summary
    from rapportkit.model.template import Template
    from rapportkit.model.withheld import Case
    from rapportkit.readers.worker import Worker

_MANY = 12
"""Reports: to look at as many is worth a process of its own."""


def read(data: bytes, name: str, options: ReadOptions = AS_USUAL) -> Document:
    """Read a file's bytes; `name` (without folders) gives the suffix and is shown in messages.

    Raises ReadError when the bytes cannot be read as what they are, or hold no text. It is read in this
    process: what hangs or crashes its reader hangs or crashes whoever calls. `reader` keeps that away.
    """
    return readers.read(data, name, options)


def reader(options: ReadOptions = AS_USUAL) -> Worker:
    """Read many files, whatever they are, in a process of its own that keeps to the limits of time and memory.

    with api.reader(ReadOptions(passwords=("…",))) as reader: document = reader.read(data, name)
    """
    from rapportkit.readers.worker import Worker

    return Worker(options)


def identify(document: Document, templates: Sequence[Template]) -> tuple[Match, ...]:
    """Score every template against a document, best first; `Match.fits` says whether it may be used."""
    return rank(document, templates)


def recognise(document: Document, templates: Sequence[Template]) -> Match:
    """The best of `identify`, sooner: where one template is plainly the right one, the others are not scored."""
    return best(document, templates)


def extract(
    document: Document, template: Template, confidence: float = 1.0, outline: Outline | None = None
) -> Report:
    """Read a document against a template; never raises for what a document says.

    `outline` spares finding the labels again, where a `Match` of the two has it. Letters that were recognised
    in pictures lower the confidence of the report (`Document.trust`).
    """
    return fill(document, template, confidence * document.trust, outline)


def validate(
    report: Report,
    template: Template,
    settings: Settings = AS_SHIPPED,
    *,
    document: Document | None = None,
    meeting: Meeting = ALONE,
) -> tuple[Finding, ...]:
    """Say what a rapporteur must fix, in the order of the report.

    With the `document` it was read from, more is seen (bullets, spacing, marks of converters); with the
    `meeting`, the report is held against the programme and against the other reports.
    """
    from rapportkit.rules import check

    return check(report, template, settings, document=document, meeting=meeting)


def annotate(
    data: bytes, document: Document, findings: Sequence[Finding], language: str = "en"
) -> tuple[bytes, str]:
    """A copy of the author's own file with what was found written beside it, and the suffix that it has.

    A Word file gets comments, a text becomes a page (HTML). UsageError for what can have neither.
    """
    suffix = PurePath(document.source.name).suffix.casefold()
    if suffix == ".txt":
        from rapportkit.writers.annotated import txt

        return txt.write(data, document, findings, language), ".html"
    from rapportkit.writers.annotated import docx

    return docx.write(data, document, findings, language), suffix


def mend(
    data: bytes,
    document: Document,
    report: Report,
    template: Template,
    options: ReadOptions = AS_USUAL,
) -> Mended:
    """A copy of the author's own file with spacing, stray markup, bullets and slips in labels mended.

    Every answer stays what it is: the copy is read again, and what would change one is left alone. UsageError
    for what is neither a plain text nor an open Word file. `options` are those that the file was read with.
    """
    from rapportkit.writers.mended import mending

    def again(copy: bytes) -> tuple[Document, Report]:
        reread = read(copy, document.source.name, options)
        return reread, extract(reread, template)

    return mending.mend(data, document, report, template, again)


def cover(
    received: Sequence[Received],
    programme: Programme | None = None,
    unread: Sequence[tuple[str, str]] = (),
    language: str = "en",
) -> Coverage:
    """Lay reports beside the programme: who has sent what, and what is missing."""
    from rapportkit.merge.coverage import cover

    return cover(received, programme, unread, language)


@overload
def said(thing: Report, template: Template) -> tuple[Said, ...]: ...
@overload
def said(thing: Summary) -> tuple[Said, ...]: ...
def said(thing: Report | Summary, template: Template | None = None) -> tuple[Said, ...]:
    """What a report (with its template) or a summary says, thing by thing: what `differences` compares."""
    from rapportkit.merge import difference

    if template is not None:
        return difference.of_report(thing, template)  # type: ignore[arg-type]
    return difference.of_summary(thing)  # type: ignore[arg-type]


def differences(old: Sequence[Said], new: Sequence[Said]) -> tuple[Difference, ...]:
    """What came, went and changed between two versions, by heading."""
    from rapportkit.merge.difference import differences

    return differences(old, new)


def merge(
    reports: Sequence[tuple[Report, Template]],
    summaries: Sequence[Summary] = (),
    *,
    edition: str = "public",
    language: str = "en",
    decisions: Decisions = UNDECIDED,
) -> Summary:
    """Make one summary of reports and earlier (restricted) summaries, in whatever order they come.

    `language` is that of its headings. `decisions` are applied to the whole; what was decided when an earlier
    summary was made is forgotten, so give them again. What of them has no effect is told in `Summary.unmet`.
    """
    from rapportkit.merge.consolidate import consolidate
    from rapportkit.merge.forked import mapped

    return consolidate(
        reports,
        summaries,
        edition=edition,
        language=language,
        decisions=decisions,
        findings=mapped(lambda each: _counted(*each), reports, _MANY),
    )


def _counted(report: Report, template: Template) -> tuple[int, int]:
    """How many errors and warnings a report has, as its JSON carries it: so a document and its JSON merge alike."""
    from rapportkit.model.finding import Severity
    from rapportkit.wire import report as wire

    found = validate(wire.load(wire.dump(report, template), template), template)
    errors, warnings = (
        sum(each.severity is severity for each in found) for severity in (Severity.ERROR, Severity.WARNING)
    )
    return errors, warnings


def decide(text: str) -> Decisions:
    """Read a decisions file (TOML); UsageError says what in it cannot be understood, and where."""
    from rapportkit.wire.decisions import load

    return load(text)


def propose(summary: Summary, decisions: Decisions = UNDECIDED, text: str | None = None) -> str:
    """What a person may decide about a restricted summary, as a decisions file (TOML).

    `decisions` are those that were applied to it, if any. The `text` of a file that is there already is kept,
    and what is new is added at its end.
    """
    from rapportkit.merge.propose import propose
    from rapportkit.wire.proposals import suggest

    return suggest(text, propose(summary, decisions))


def paper(
    summary: Summary,
    *,
    language: str = "en",
    max_words: int = 3300,
    programme: Programme | None = None,
    minutes: int = 0,
) -> Paper:
    """Lay out a summary as a paper, or with `minutes` as what to say in so many minutes; writers.WRITERS write it.

    `max_words` bounds the body, 0 for no bound: what does not fit stands in the annex. `language` is that of the
    paper's own few words.
    """
    from rapportkit.merge.countries import named_countries
    from rapportkit.merge.coverage import covered
    from rapportkit.merge.editions import conceal, unlooked
    from rapportkit.merge.outline import outline, spoken
    from rapportkit.model.outline import Paper
    from rapportkit.model.summary import PUBLIC

    laid = outline(summary, language=language, max_words=0 if minutes else max_words)
    if minutes:
        laid = spoken(laid, minutes)
    coverage = covered(summary, programme, language)
    if summary.edition == PUBLIC and any(entry.chatham_house for entry in summary.reports):
        coverage = conceal(coverage)
    countries = named_countries(summary, language)
    return Paper(summary, laid, language, coverage, minutes, countries, unlooked(summary))


def withheld(summary: Summary) -> tuple[Case, ...]:
    """What the public edition of a restricted summary leaves out, case by case, and then what it keeps on purpose."""
    from rapportkit.merge import editions

    return editions.withheld(summary)


def blank(template: Template, report: Report | None = None, language: str = "en") -> bytes:
    """A Word form (docx bytes) to fill in, or one filled in with a report."""
    from rapportkit.writers.form_docx import write

    return write(template, report, language)
