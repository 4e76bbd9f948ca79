"""Findings that are let pass: waived with a reason, or known from before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from rapportkit.model.finding import Finding
from rapportkit.model.settings import Waiver

Known = tuple[str, str, str]
"""File, code and field of findings that are counted together."""

KNOWN_BEFORE = "known from the baseline"


def known(finding: Finding) -> Known:
    """What a finding is counted under: edits move points and lines, and seldom a file, a rule or a field.

    >>> from rapportkit.model.finding import Severity
    >>> known(Finding("a.docx", "L001", "too-many-points", Severity.ERROR, "…", "/recommendations/0/actions/2"))
    ('a.docx', 'L001', '/recommendations/actions')
    """
    steps = (step for step in finding.pointer.split("/") if not step.isdigit())
    return finding.file, finding.code, "/".join(steps)


def waive(
    findings: Sequence[Finding], waivers: Sequence[Waiver], paths: Mapping[str, str]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[Waiver, ...]]:
    """Part findings into those that stand and those that are let pass.

    `paths` are the names of the files of this run and where they are; a waiver may mean either. The first that
    fits a finding gives the reason. Third come the waivers that are meant for one of the files and met nothing.
    """
    standing: list[Finding] = []
    passed: list[Finding] = []
    used: set[int] = set()
    for finding in findings:
        fitting = next((at for at, each in enumerate(waivers) if _fits(each, finding, paths)), None)
        if fitting is None:
            standing.append(finding)
        else:
            used.add(fitting)
            passed.append(replace(finding, waived=waivers[fitting].reason))
    idle = tuple(
        each
        for at, each in enumerate(waivers)
        if at not in used and any(_means(each, name, path) for name, path in paths.items())
    )
    return tuple(standing), tuple(passed), idle


def since(
    findings: Sequence[Finding], baseline: Mapping[Known, int]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Part findings into what is new since a baseline and what was known.

    Of each file, rule and field, as many are known as the baseline counts, from the first on.
    """
    left = Counter(baseline)
    new: list[Finding] = []
    passed: list[Finding] = []
    for finding in findings:
        if left[known(finding)] > 0:
            left[known(finding)] -= 1
            passed.append(replace(finding, waived=KNOWN_BEFORE))
        else:
            new.append(finding)
    return tuple(new), tuple(passed)


def _means(waiver: Waiver, name: str, path: str) -> bool:
    pattern = waiver.files.casefold()
    return any(fnmatchcase(called.casefold(), pattern) for called in (name, path) if called)


def _fits(waiver: Waiver, finding: Finding, paths: Mapping[str, str]) -> bool:
    rule = waiver.rule.casefold()
    return (
        _means(waiver, finding.file, paths.get(finding.file, ""))
        and (finding.name == rule or finding.code.casefold().startswith(rule))
        and f"{finding.pointer}/".startswith(f"{waiver.field.rstrip('/')}/")
    )
