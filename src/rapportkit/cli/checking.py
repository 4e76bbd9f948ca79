"""One run of `validate` over its inputs: from what was asked for to what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapportkit import api, rules
from rapportkit.cli.config import Config, known_rules
from rapportkit.cli.inputs import LARGEST, Input, Unread
from rapportkit.cli.reports import Read, Reading, kept
from rapportkit.cli.work import Work
from rapportkit.errors import ReadError, UsageError
from rapportkit.model.checked import Checked, CheckedFile
from rapportkit.model.finding import Finding
from rapportkit.model.meeting import Meeting, Sibling
from rapportkit.model.programme import Programme
from rapportkit.model.settings import Settings, Waiver
from rapportkit.model.template import Kind
from rapportkit.rules import changes, messages, passing


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of every report: settings of the rules, the programme, and the findings known before."""

    settings: Settings
    programme: Programme | None = None
    baseline: Mapping[passing.Known, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """What was found; `reports` are those that could be read, by the names that their findings bear.

    `unread` are the findings about files that could not be, `found` what a baseline would count, and `idle`
    the waivers for files of this run that met nothing. `paths` are the files' names to where they are.
    """

    checked: Checked
    reports: tuple[Read, ...]
    unread: tuple[Finding, ...] = ()
    found: tuple[Finding, ...] = ()
    idle: tuple[Waiver, ...] = ()
    paths: Mapping[str, str] = field(default_factory=dict)


def ask(
    config: Config,
    *,
    lang: str | None,
    select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    programme: Path | None,
    baseline: Path | None,
) -> Ask:
    """Put together what the command line says and what the configuration does; UsageError for what cannot be."""
    language = (lang or config.lang or "en").replace("_", "-")
    if language.partition("-")[0].casefold() not in messages.LANGUAGES:
        known = ", ".join(messages.LANGUAGES)
        raise UsageError(f"Findings are not told in “{language}”. Known are: {known}.")
    selected, ignored = _codes(select), _codes(ignore)
    known_rules((*selected, *ignored), "--select and --ignore")
    settings = Settings(
        language,
        selected or config.select,
        (*config.ignore, *ignored),
        config.rules,
        config.waivers,
    )
    plan, before = programme or config.programme, baseline or config.baseline
    return Ask(settings, _programme(plan) if plan else None, _baseline(before) if before else {})


def check(work: Work, asked: Ask) -> Result:
    """Read every input and ask every rule about each; what could not be read is told on the way."""
    if messages.base(asked.settings.language) != "en":
        work.worded = lambda unread: _complaint(_of_unread(unread, asked.settings))
    readings = list(work.readings("Checking", kept))
    reports = tuple(_told_apart(readings))
    for template in {each.template.id: each.template for each in reports}.values():
        for fault in changes.faults_of(template, rules.RULES):
            work.screen.note(f"In the template “{template.id}”, rules: {fault}")
    meeting = Meeting(asked.programme, tuple(_sibling(each) for each in reports))
    found = tuple(
        finding
        for each in reports
        for finding in api.validate(
            each.report, each.template, asked.settings, document=each.document, meeting=meeting
        )
    )
    paths = {each.report.source.name: _path(each.input) for each in reports}
    standing, waived, idle = passing.waive(found, asked.settings.waivers, paths)
    new, known = passing.since(standing, asked.baseline)
    lost = [each for each in readings if isinstance(each, Unread)]
    names = Counter((*(each.report.source.name for each in reports), *(each.input.name for each in lost)))
    untold = [_of_unread(each, asked.settings, alone=names[each.input.name] == 1) for each in lost]
    paths |= {finding.file: _path(each.input) for each, finding in zip(lost, untold, strict=True)}
    checked = Checked(
        new,
        tuple(_file(each) for each in reports),
        (*waived, *known),
        rules.notes(asked.settings),
        asked.settings.language,
    )
    return Result(checked, reports, tuple(untold), standing, idle, paths)


def with_unread(result: Result) -> Checked:
    """What was checked, with the files that could not be read at the end."""
    files = dict.fromkeys((each.file, result.paths.get(each.file, "")) for each in result.unread)
    return replace(
        result.checked,
        findings=(*result.checked.findings, *result.unread),
        files=(*result.checked.files, *(CheckedFile(name, path=path) for name, path in files)),
    )


def take_text(path: Path, what: str) -> bytes:
    """The bytes of a file that goes with the reports; UsageError where they cannot be had."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as trouble:
        why = (trouble.strerror or type(trouble).__name__).lower()
        raise UsageError(f"{path}: the {what} cannot be read ({why}).") from None
    if len(data) > LARGEST:
        raise UsageError(f"{path} is too long for a {what}.")
    return data


def _codes(given: Sequence[str] | None) -> tuple[str, ...]:
    """Codes and names, which may be parted by commas, in square brackets as findings show them."""
    return tuple(
        code for each in given or () for part in each.split(",") if (code := part.strip().strip("[]"))
    )


def _programme(path: Path) -> Programme:
    from rapportkit.wire import programme

    return programme.read(take_text(path, "programme"), str(path))


def _baseline(path: Path) -> Mapping[passing.Known, int]:
    from rapportkit.wire import baseline

    if not path.exists():
        raise UsageError(f"{path}: there is no baseline yet; write it with “--write-baseline {path}”.")
    return baseline.load(take_text(path, "baseline"), str(path))


def _told_apart(readings: Sequence[Reading]) -> Iterator[Read]:
    """The reports; those that share a file name, from different folders, go by what they were called."""
    reports = [reading for reading in readings if isinstance(reading, Read)]
    names = Counter(reading.report.source.name for reading in reports)
    for reading in reports:
        source = reading.report.source
        if names[source.name] > 1 and source.name == reading.input.name:
            source = replace(source, name=reading.input.shown)
        elif names[source.name] > 1 and reading.input.part:
            attached = reading.input.shown.partition(", attachment ")[2]
            source = replace(source, name=f"{reading.input.name}, attachment {attached}")
        yield replace(reading, report=replace(reading.report, source=source))


def _sibling(reading: Read) -> Sibling:
    number, title = (session(reading, name) for name in ("number", "title"))
    source = reading.report.source
    return Sibling(source.name, reading.template.id, number, title, source.sha256)


def session(reading: Read, name: str) -> str:
    """A value of the header field that tells the session; "" where the form or the report has none."""
    fields = (field for field in reading.template.header if field.kind is Kind.SESSION)
    return next((reading.report.value(f"{field.pointer}/{name}") for field in fields), "")


def _file(reading: Read) -> CheckedFile:
    told = " ".join(filter(None, (session(reading, name) for name in ("number", "title"))))
    template = reading.template
    return CheckedFile(reading.report.source.name, template.id, template.title, told, _path(reading.input))


def _path(given: Input) -> str:
    """Where a file is, seen from the folder at hand where it is below it; "" for standard input."""
    if given.path is None:
        return ""
    here = Path.cwd()
    whole = given.path.absolute()
    return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else given.shown


def _complaint(finding: Finding) -> str:
    """A finding about a whole file as a line for people."""
    return f"{finding.file}: {finding.message}. {finding.help}"


def _of_unread(reading: Unread, settings: Settings, *, alone: bool = False) -> Finding:
    """The finding about a file that could not be read; by its bare name where it is `alone` in having it."""
    shown = reading.input.shown
    file = reading.input.name if alone and reading.input.part is None else shown
    message = reading.message.removeprefix(f"{shown}: ").removeprefix(f"{shown}, ")
    if message.startswith(f"{shown} ") and reading.input.name != "stdin":
        message = f"The file{message.removeprefix(shown)}"
    if message.partition(" ")[0].isalpha():
        message = message[:1].upper() + message[1:]
    error = ReadError(message, code=reading.code, key=reading.key, args=reading.args)
    return rules.of_read_error(file, error, settings)
