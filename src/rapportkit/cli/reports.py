"""From inputs to reports: each is read, matched with a template and extracted, or its trouble is told.

One broken file of six is one `Unread` among five `Read`s: nothing here stops the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapportkit.cli import carried
from rapportkit.cli.desk import Desk
from rapportkit.cli.inputs import CARRIED, Input, Unread
from rapportkit.cli.screen import Screen, some
from rapportkit.errors import RapportkitError, ReadError, SeveralError
from rapportkit.model.document import Document
from rapportkit.model.report import SURE, Report
from rapportkit.model.template import Template
from rapportkit.readers import READERS

if TYPE_CHECKING:
    from rapportkit.model.summary import Summary

_UNLIKE = 0.2
"""Below this confidence a document has next to nothing of a form, whoever named it."""


@dataclass(frozen=True, slots=True)
class Read:
    """A report, with the template it was read against.

    `doubt` says that the template may be the wrong one; it is empty where that is sure, and for a report
    that was extracted earlier, when it was said. `document` is what the report was read from, where it was kept.
    """

    input: Input
    report: Report
    template: Template
    doubt: str = ""
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """A summary that an earlier `merge` wrote; `place` is its name, and the entry in a list of several."""

    input: Input
    summary: Summary
    place: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Something met in a searched folder that nobody will have meant, and why."""

    input: Input
    message: str


@dataclass(frozen=True, slots=True)
class Identified:
    """A document and how well each template fits it, best first, as (id, 0 to 1).

    `evidence` is what speaks for the best; `fits` says whether it may be used.
    """

    input: Input
    candidates: tuple[tuple[str, float], ...]
    evidence: tuple[str, ...]
    fits: bool


Reading = Read | Earlier | Unread | Aside | Identified
How = Callable[[bytes, Input, "Choice", Desk], Reading]
"""What is done with the bytes of a document."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The templates at hand, and the one that the person named."""

    templates: tuple[Template, ...]
    named: Template | None = None


def choose(folders: Sequence[Path], name: str | None, screen: Screen) -> Choice:
    """Collect the templates; TemplateError for one that is unknown or unsound.

    Notes which files stand in the place of a shipped template: such a file is easily a forgotten copy.
    """
    from rapportkit.templates.catalog import catalog, find, replaces_shipped

    at_hand = catalog(folders)
    templates = at_hand.templates
    replaced = [str(path) for path in at_hand.replaced]
    named = find(name, templates) if name is not None else None
    if named is not None and named not in templates:
        replaced += [str(name)] if replaces_shipped(named) else []
        templates = (named, *(each for each in templates if each.id != named.id))
    if replaced:
        screen.note(
            f"Used in place of a template of the same id that comes with rapportkit: {some(replaced)}."
        )
    return Choice(templates, named)


def readings(given: Input, choice: Choice, desk: Desk, how: How) -> Iterator[Reading]:
    """Everything one input holds: a document is one thing, JSON may carry several reports."""
    from rapportkit.cli.outcome import sentence

    try:
        data = desk.take(given)
        if is_carried(given, data):
            yield from _carried(data, given, choice)
        else:
            yield from _documents(data, given, choice, desk, how)
    except RapportkitError as trouble:
        yield _unread(given, trouble)
    except Exception as fault:  # noqa: BLE001 - a fault met in one file must not cost the other five
        yield Unread(given, f"{given.shown} could not be read: {sentence(fault)}")


def _documents(data: bytes, given: Input, choice: Choice, desk: Desk, how: How) -> Iterator[Reading]:
    """What comes of the one document that an input is, or of each that it holds."""
    parts: tuple[tuple[int, str], ...] = ()
    aside: tuple[str, ...] = ()
    try:
        yield how(data, given, choice, desk)
    except SeveralError as several:
        parts, aside = several.parts, several.aside
    for name in aside:
        yield Aside(given, f"{given.shown}, attachment {name} is of a kind that is not read.")
    for part, name in parts:
        inner = replace(given, shown=f"{given.shown}, attachment {name}" if part else given.shown, part=part)
        try:
            yield how(data, inner, choice, desk)
        except RapportkitError as trouble:
            yield _unread(inner, trouble)


def is_carried(given: Input, data: bytes) -> bool:
    """Whether these bytes are JSON to be read back, and not a document."""
    if given.suffix in CARRIED:
        return True
    return given.suffix not in READERS and carried.looks_like_json(data)


def extracted(data: bytes, given: Input, choice: Choice, desk: Desk) -> Reading:
    """Read a document as a report on the template that was named, or on the one that fits."""
    return _report(desk.read(data, given), given, choice)


def kept(data: bytes, given: Input, choice: Choice, desk: Desk) -> Reading:
    """The same, with the document beside its report."""
    document = desk.read(data, given)
    reading = _report(document, given, choice)
    return replace(reading, document=document) if isinstance(reading, Read) else reading


def _report(document: Document, given: Input, choice: Choice) -> Reading:
    from rapportkit import api

    if is_paper(document):
        return _paper(given)
    best = api.recognise(document, (choice.named,) if choice.named else choice.templates)
    if given.part == 0 and not best.fits:
        return Aside(given, f"The text of {given.shown} follows no template: it is a letter.")
    if not best.fits and choice.named is None:
        message = none_fits(given, best.template.id, best.confidence, best.evidence, best.lacking)
        args = (
            ("nearest", best.template.id),
            ("confidence", f"{best.confidence:.2f}"),
            ("lacking", ", ".join(best.lacking[:3])),
        )
        return Unread(given, message, "F011", "nearest" if best.lacking else "unread", args)
    report = replace(api.extract(document, best.template, best.confidence, best.outline), rivals=best.rivals)
    return Read(given, report, best.template, _doubt(given, report, named=choice.named is not None))


def _doubt(given: Input, report: Report, *, named: bool) -> str:
    """What a person should know of a template that hardly fits; whoever named it needs less telling."""
    sure = f"confidence {report.confidence:.2f}"
    if named and report.confidence < _UNLIKE:
        return f"{given.shown} hardly looks like the form {report.template} that was named ({sure})."
    if not named and report.confidence < SURE:
        return (
            f"{given.shown} is taken for {report.template}, which is not sure ({sure}): look with “rapportkit "
            "identify”, or name its template with -t."
        )
    return ""


def no_report(earlier: Earlier) -> Unread | Aside:
    """Refuse a summary where reports are wanted; one met in a folder was hardly meant."""
    message = f"{earlier.place} is a summary of several reports"
    if earlier.input.searched:
        return Aside(earlier.input, f"{message}.")
    return Unread(earlier.input, f"{message}: only merge takes it. Name the reports themselves.", "F009")


def is_paper(document: Document) -> bool:
    """Whether a document is a summary that `merge` wrote for people: it says so in a sentence of its own."""
    from rapportkit.writers.summary.phrases import Phrases

    sign = Phrases().say("references")
    return any(sign in block.text for block in document.blocks)


def _paper(given: Input) -> Reading:
    message = f"{given.shown} is a summary that rapportkit wrote, and no report."
    if given.searched:
        return Aside(given, message)
    return Unread(given, f"{message} To merge a summary, name its .json of the restricted edition.", "F011")


def is_summary(given: Input, desk: Desk) -> bool:
    """Whether a file is what `merge` wrote, for people or as JSON: such a file may be replaced."""
    try:
        data = desk.take(given)
        if is_carried(given, data):
            return any(
                carried.is_ours(value) and carried.is_summary(value) for _, value in carried.values(data, "")
            )
        return is_paper(desk.read(data, given))
    except RapportkitError:
        return False


def identified(data: bytes, given: Input, choice: Choice, desk: Desk) -> Reading:
    """Score every template against a document."""
    from rapportkit import api

    document = desk.read(data, given)
    if is_paper(document):
        return _paper(given)
    matches = api.identify(document, (choice.named,) if choice.named else choice.templates)
    if given.part == 0 and not matches[0].fits:
        return Aside(given, f"The text of {given.shown} follows no template: it is a letter.")
    candidates = tuple((match.template.id, match.confidence) for match in matches)
    return Identified(given, candidates, matches[0].evidence, matches[0].fits)


def none_fits(
    given: Input, nearest: str, confidence: float, evidence: Sequence[str], lacking: Sequence[str]
) -> str:
    """Say that a document follows no template, which is nearest and why, what it lacks, and what to do."""
    for_it = f"only {some(evidence)}" if evidence else "nothing speaks for it"
    if lacking:
        for_it += f", and it lacks {some(lacking)}"
    return (
        f"{given.shown} follows none of the templates; the nearest is {nearest} "
        f"({confidence:.2f}: {for_it}). If it is a report all the same, name its template with -t."
    )


def _carried(data: bytes, given: Input, choice: Choice) -> Iterator[Reading]:
    held = list(carried.values(data, given.shown))
    if not held:
        raise ReadError(f"{given.shown} holds an empty list: there is no report in it.", code="F009")
    for place, value in held:
        try:
            yield _value(value, place, given, choice)
        except RapportkitError as trouble:
            yield _unread(given, trouble)


def _value(value: Any, place: str, given: Input, choice: Choice) -> Reading:
    from rapportkit.wire import report

    if isinstance(value, ReadError):
        raise value
    if not carried.is_ours(value):
        message = f"{place} is JSON, but neither “rapportkit extract” nor “rapportkit merge” wrote it."
        return Aside(given, message) if given.searched else Unread(given, message, "F009")
    carried.check_version(value, place)
    if carried.is_summary(value):
        from rapportkit.wire import summary

        return Earlier(given, summary.load(value), place)
    if not isinstance(value.get("template"), str):
        raise ReadError(
            f"{place} holds neither a whole report nor a whole summary, though rapportkit wrote its beginning: "
            "extract the report, or merge the reports, again.",
            code="F009",
        )
    template = next((each for each in choice.templates if each.id == value["template"]), None)
    if template is None:
        raise ReadError(
            f"{place} was extracted with the template “{value['template']}”, which is not at hand: "
            "name its file with -t or its folder with --template-dir.",
            code="F009",
        )
    return Read(given, report.load(value, template), template)


def _unread(given: Input, trouble: RapportkitError) -> Unread:
    """Name the file as the person named it, so that two of one name stay apart."""
    message = str(trouble)
    called = next((name for name in _names(given) if message.startswith(name)), None)
    message = f"{given.shown}: {message}" if called is None else given.shown + message.removeprefix(called)
    return Unread(given, message, trouble.code if isinstance(trouble, ReadError) else "F001")


def _names(given: Input) -> tuple[str, ...]:
    """What a message may call an input, longest first."""
    if given.path is None:
        return (given.shown, "stdin.docx", "stdin.pdf", "stdin.txt")
    inner = given.shown.partition(", attachment ")[2]
    return (given.shown, *([f"{given.name}, attachment {inner}"] if given.part else []), given.name)
