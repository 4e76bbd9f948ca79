"""Checks the files of a run as `rapportkit validate` does, by way of the Python interface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from faulty.drafts import Expected, Run
from faulty.make_drafts import FILES
from faulty.page import HERE
from rapportkit import api
from rapportkit.errors import ReadError
from rapportkit.model.document import Document
from rapportkit.model.finding import Finding
from rapportkit.model.meeting import Meeting, Sibling
from rapportkit.model.options import Limits, ReadOptions
from rapportkit.model.report import Report
from rapportkit.model.template import Template
from rapportkit.rules import of_read_error
from rapportkit.templates.catalog import catalog, load
from rapportkit.wire import programme

Held = tuple[Document, Report, Template]


def options(run: Run) -> ReadOptions:
    """The bounds that a run reads within: as usual, or one of them lower."""
    name, _, value = run.limit.partition("=")
    return ReadOptions(limits=replace(Limits(), **{name: int(value)})) if name else ReadOptions()


def templates(run: Run) -> Sequence[Template]:
    """The templates at hand: the shipped ones and those of a folder, or the one that is named."""
    if run.template:
        return (load(HERE / "templates" / run.template),)
    return catalog([HERE / run.folder] if run.folder else []).templates


def check(run: Run) -> tuple[Finding, ...]:
    """Everything that is found in the files of a run, in their order."""
    held: list[Held] = []
    refused: list[Finding] = []
    for name in run.files:
        try:
            held.append(_held(name, run))
        except ReadError as trouble:
            refused.append(of_read_error(name, trouble))
    planned = programme.read((HERE / run.programme).read_bytes(), run.programme) if run.programme else None
    meeting = Meeting(planned, tuple(_sibling(report) for _, report, _ in held))
    found = (
        finding
        for document, report, template in held
        for finding in api.validate(report, template, document=document, meeting=meeting)
    )
    return (*found, *refused)


def told(finding: Finding) -> Expected:
    """What a draft's page says of a finding."""
    return Expected(finding.file, finding.severity.value, finding.code, finding.pointer, finding.place)


def _held(name: str, run: Run) -> Held:
    document = api.read(Path(FILES / name).read_bytes(), name, options(run))
    best = api.recognise(document, templates(run))
    if not best.fits:
        raise ReadError("It follows none of the forms at hand.", code="F011")
    report = api.extract(document, best.template, best.confidence, best.outline)
    return document, replace(report, rivals=best.rivals), best.template


def _sibling(report: Report) -> Sibling:
    number, title = report.value("/session/number"), report.value("/session/title")
    return Sibling(report.source.name, report.template, number, title, report.source.sha256)
