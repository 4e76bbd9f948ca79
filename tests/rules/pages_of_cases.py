"""Cases as pages: tests/rules/cases/CODE.md holds small reports and what their rule says of each.

A case is a heading of the second level and two fenced blocks. `json` describes a report:

- `template`: the id of a shipped template, or `schema`: a small one written out;
- `fields`: as `extract` writes them, where a bare string stands for a point or quotation of that text;
- `provenance`, `unplaced`, `confidence`, `language`: as `extract` writes them; may be left out;
- `labels`: pointer → {"label", "score", "place"} of the questions met; `wording`: passages of the form's
  own text; `remarks`: those of the reader. These three are what only a freshly read document knows.

`findings` holds one line for each finding of the page's rule: severity, pointer ("-" for the report as a
whole), place in brackets where it is known, and the sentence. It is empty where there is nothing to find.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rapportkit.model.document import Remark
from rapportkit.model.finding import Finding
from rapportkit.model.location import Location
from rapportkit.model.report import Answer, Passage, Report
from rapportkit.model.template import Template
from rapportkit.templates.build import build
from rapportkit.templates.catalog import find, shipped
from rapportkit.wire import report as wire

FOLDER = Path(__file__).parent / "cases"
SOURCE = "case.docx"
_CASE = re.compile(
    r"^## (?P<title>.+?)\n.*?```json\n(?P<report>.*?)```\s*```findings\n(?P<findings>.*?)```",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Case:
    """One case: a report and the findings of one rule that it should have."""

    code: str
    title: str
    given: dict[str, Any]
    expected: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.code}: {self.title}"

    @property
    def template(self) -> Template:
        if "schema" in self.given:
            return build(self.given["schema"], self.title)
        return find(self.given["template"], shipped())

    @property
    def report(self) -> Report:
        return report(self.given, self.template)


def cases() -> list[Case]:
    """All cases of all pages."""
    return [case for page in sorted(FOLDER.glob("*.md")) for case in _of_page(page)]


def told(finding: Finding) -> str:
    """A finding as the pages write it."""
    place = f" ({finding.location.place})" if finding.location and finding.location.place else ""
    return f"{finding.severity.value} {finding.pointer or '-'}{place}: {finding.message}"


def report(given: dict[str, Any], template: Template) -> Report:
    """Build the report that a case describes."""
    read = wire.load(
        {
            "rapportkit": "1",
            "template": template.id,
            "confidence": given.get("confidence", 1.0),
            "source": {
                "name": SOURCE,
                "sha256": "0" * 64,
                "format": "docx",
                "language": given.get("language", "en"),
            },
            "fields": _points(given.get("fields", {})),
            "provenance": given.get("provenance", {}),
            "unplaced": given.get("unplaced", []),
        },
        template,
    )
    return replace(
        read,
        answers=tuple(
            _labelled(answer, given.get("labels", {}).get(answer.pointer)) for answer in read.answers
        ),
        wording=tuple(Passage(each["text"], _place(each)) for each in given.get("wording", [])),
        remarks=tuple(Remark(each["code"], each["text"], _place(each)) for each in given.get("remarks", [])),
    )


def _of_page(page: Path) -> list[Case]:
    text = page.read_text("utf-8")
    found = [
        Case(
            page.stem,
            match["title"],
            json.loads(match["report"]),
            tuple(line for line in match["findings"].splitlines() if line),
        )
        for match in _CASE.finditer(text)
    ]
    assert len(found) == text.count("\n## "), f"{page.name}: a case lacks one of its two blocks"
    return found


def _points(value: Any, name: str = "") -> Any:
    """Write bare strings in lists out as points."""
    if isinstance(value, dict):
        return {key: _points(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [{"text": each} if isinstance(each, str) else _points(each, name) for each in value]
    return value


def _labelled(answer: Answer, met: dict[str, Any] | None) -> Answer:
    if met is None:
        return answer
    return replace(
        answer,
        label=met.get("label", ""),
        heading=_place(met.get("place", {"line": 1})),
        label_score=met.get("score", 1.0),
    )


def _place(place: dict[str, Any]) -> Location:
    numbers = ("block", "page", "line", "paragraph", "table", "row", "cell")
    return Location(SOURCE, **{name: place[name] for name in numbers if name in place})
