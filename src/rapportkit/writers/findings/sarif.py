"""Findings as a SARIF 2.1.0 log, the format that code scanners share.

A Word file has no lines. Where code scanning wants a region, such a finding stands at line 1 of its
file; the place in words is in the message and, with the JSON Pointer, among the logical locations.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any
from urllib.parse import quote

from rapportkit.model.checked import Checked, CheckedFile, RuleNote
from rapportkit.model.finding import Finding, Severity
from rapportkit.writers.findings import signs
from rapportkit.writers.findings.fingerprints import fingerprint

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_NAME_MOST = 255
_TEXT_MOST = 1024
"""Signs that code scanning takes of a rule's name and of its descriptions."""


def write(checked: Checked) -> bytes:
    """The log in UTF-8; waived findings are in it, suppressed with their reasons."""
    rules = _rules(checked)
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "rapportkit", "rules": [_descriptor(rule) for rule in rules]}},
        **_language(checked.language),
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(file) for file in _files(checked)],
        "results": _results(checked, rules),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(log, ensure_ascii=False, indent=2) + "\n").encode()


def _rules(checked: Checked) -> tuple[RuleNote, ...]:
    """The rules that were asked, then those that only the findings know of."""
    known = {rule.code: rule for rule in checked.rules}
    for each in (*checked.findings, *checked.waived):
        known.setdefault(each.code, RuleNote(each.code, each.name, each.severity, "", ""))
    return tuple(known.values())


def _descriptor(rule: RuleNote) -> dict[str, Any]:
    """A rule; none of its texts may be empty."""
    name = signs.one_line(rule.name) or rule.code
    short = signs.one_line(rule.summary) or name
    page = "\n".join(signs.lines(rule.page)).strip()
    return {
        "id": rule.code,
        "name": signs.cut(name, _NAME_MOST),
        "shortDescription": {"text": signs.cut(short, _TEXT_MOST)},
        "fullDescription": {"text": signs.cut(page or short, _TEXT_MOST)},
        "help": {"text": page or short},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _language(tag: str) -> dict[str, str]:
    """The language of the sentences, where its tag is one that SARIF knows how to write."""
    base = tag.partition("-")[0].casefold()
    return {"language": base} if len(base) == 2 and base.isascii() and base.isalpha() else {}


def _files(checked: Checked) -> tuple[CheckedFile, ...]:
    known = {file.name: file for file in checked.files}
    for each in (*checked.findings, *checked.waived):
        known.setdefault(each.file, CheckedFile(each.file))
    return tuple(known.values())


def _artifact(file: CheckedFile) -> dict[str, Any]:
    told = {"template": signs.one_line(file.template), "session": signs.one_line(file.session)}
    properties = {key: value for key, value in told.items() if value}
    return {
        "location": {"uri": _uri(file.path or file.name)},
        **({"properties": properties} if properties else {}),
    }


def _results(checked: Checked, rules: tuple[RuleNote, ...]) -> list[dict[str, Any]]:
    """All findings, waived ones last; like ones in one file are told apart by a count."""
    indexes = {rule.code: index for index, rule in enumerate(rules)}
    files = {file.name: index for index, file in enumerate(_files(checked))}
    met: Counter[str] = Counter()
    paths = checked.paths()
    results = []
    for each in (*checked.findings, *checked.waived):
        mark = fingerprint(each)
        met[mark] += 1
        place = _location(each, files[each.file], paths.get(each.file, each.file))
        results.append(_result(each, indexes[each.code], place, f"{mark}:{met[mark]}"))
    return results


def _result(finding: Finding, rule: int, place: dict[str, Any], mark: str) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [place],
        # GitHub looks at the first name only, all others may prefer our own.
        "partialFingerprints": {"primaryLocationLineHash": mark, "rapportkit/v1": mark},
        # All results of a run have this list or none has: an empty one says "not waived".
        "suppressions": [_suppression(finding)] if finding.waived else [],
        **_properties({"key": signs.one_line(finding.key), "quote": signs.one_line(finding.quote)}),
    }


def _message(finding: Finding) -> str:
    """What and where as one sentence, then what to do: viewers cut behind the first."""
    said = signs.one_line(finding.message).rstrip(" .") or finding.code
    place = f" ({signs.one_line(finding.place)})" if finding.place and not _line(finding) else ""
    return " ".join(filter(None, (f"{said}{place}.", signs.one_line(finding.help))))


def _suppression(finding: Finding) -> dict[str, str]:
    return {"kind": "external", "justification": signs.one_line(finding.waived)}


def _location(finding: Finding, file: int, path: str) -> dict[str, Any]:
    place = finding.location
    logical = []
    if finding.pointer:
        logical.append({"fullyQualifiedName": signs.one_line(finding.pointer), "kind": "property"})
    if finding.place:
        logical.append({"name": signs.one_line(finding.place), "kind": "place"})
    page = {"page": place.page} if place is not None and place.page is not None else {}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(path), "index": file},
            "region": _region(finding),
        },
        **({"logicalLocations": logical} if logical else {}),
        **_properties(page),
    }


def _region(finding: Finding) -> dict[str, int]:
    """Where the finding begins: one letter of one line."""
    line = _line(finding)
    column = (finding.location.column if finding.location and line else None) or 1
    return {"startLine": line or 1, "startColumn": column, "endLine": line or 1, "endColumn": column + 1}


def _line(finding: Finding) -> int | None:
    """The line in a text file; a line on a page is none that a program could find."""
    place = finding.location
    return place.line if place is not None and place.page is None else None


def _properties(told: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in told.items() if value}
    return {"properties": kept} if kept else {}


def _uri(name: str) -> str:
    """A file's name as a relative URI; bytes that are no UTF-8 stay those bytes.

    >>> _uri("Séance 1/rt 12%.docx")
    'S%C3%A9ance%201/rt%2012%25.docx'
    """
    try:
        raw = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = name.encode("utf-8", "replace")
    return quote(raw.lstrip(b"/"), safe="/") or "-"
