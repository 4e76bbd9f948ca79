"""Cases as pages: tests/rules/cases/CODE.md holds small reports and what their rule says of each.

A case is a heading of the second level and two fenced blocks. `json` describes a report:

- `template`: the id of a shipped template, or `schema`: a small one written out;
- `fields`: as `extract` writes them, where a bare string stands for a point or quotation of that text;
- `provenance`, `unplaced`, `confidence`, `language`: as `extract` writes them; may be left out;
- `labels`: pointer → {"label", "score", "place"} of the questions met; `wording`: passages of the form's
  own text; `remarks`: those of the reader, with `code`, `key` and `args`; `rivals`: template → confidence. These are what only a freshly read document knows;
- `blocks`: the document, for rules that look at how a text was set; points stand in the blocks that hold
  their words. `furniture` (kind, text) and `trust` belong to it.

`findings` holds one line for each finding of the page's rule: severity, pointer ("-" for the report as a
whole), place in brackets where it is known, and the sentence. It is empty where there is nothing to find.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rapportkit import rules
from rapportkit.model.document import (
    Block,
    BlockKind,
    Document,
    Furniture,
    FurnitureKind,
    Remark,
    Source,
    numbered,
)
from rapportkit.model.finding import Finding, Severity
from rapportkit.model.location import Location
from rapportkit.model.meeting import Meeting, Sibling
from rapportkit.model.report import Answer, Passage, Report
from rapportkit.model.settings import RuleChange, Settings
from rapportkit.model.template import Template
from rapportkit.templates.build import build
from rapportkit.templates.catalog import find, shipped
from rapportkit.wire import programme
from rapportkit.wire import report as wire
from rules.linked import linked

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

    def findings(self) -> tuple[Finding, ...]:
        """What the rule of the page finds."""
        source = document(self.given)
        found = rules.check(
            linked(self.report, source),
            self.template,
            settings(self.given.get("settings", {})),
            document=source,
            meeting=meeting(self.given, self.report),
        )
        return tuple(each for each in found if each.code == self.code)


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
                "format": given.get("format", "docx"),
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
        rivals=tuple((each, sure) for each, sure in given.get("rivals", {}).items()),
        answers=tuple(
            _labelled(answer, given.get("labels", {}).get(answer.pointer)) for answer in read.answers
        ),
        wording=tuple(Passage(each["text"], _place(each)) for each in given.get("wording", [])),
        remarks=tuple(_remark(each) for each in given.get("remarks", [])),
    )


def settings(given: dict[str, Any]) -> Settings:
    """The settings that a case describes."""
    changes = {
        rule: RuleChange(
            Severity(said["severity"]) if "severity" in said else None,
            said.get("off", False),
            options=said.get("options", {}),
        )
        for rule, said in given.get("changes", {}).items()
    }
    return Settings(given.get("language", "en"), changes=changes)


def document(given: dict[str, Any]) -> Document | None:
    """The document that a case describes; None for a case without blocks and properties."""
    if "blocks" not in given and "properties" not in given:
        return None
    blocks = [
        Block(
            BlockKind(each.get("kind", "paragraph")),
            each["text"],
            _place(each.get("place", {"line": number})),
            level=each.get("level", 0),
            marker=each.get("marker", ""),
            lead=each.get("lead", 0),
        )
        for number, each in enumerate(given.get("blocks", []), 1)
    ]
    source = Source(SOURCE, "0" * 64, given.get("format", "docx"), language=given.get("language", "en"))
    return replace(
        Document(source, numbered(blocks, SOURCE), _furniture(given), trust=given.get("trust", 1.0)),
        **({"properties": tuple(map(tuple, given["properties"]))} if "properties" in given else {}),
    )


def _furniture(given: dict[str, Any]) -> tuple[Furniture, ...]:
    return tuple(
        Furniture(FurnitureKind(each["kind"]), each["text"], _place(each))
        for each in given.get("furniture", [])
    )


def meeting(given: dict[str, Any], read: Report) -> Meeting:
    """The programme and the reports that a case's report stands beside, itself among them."""
    own = Sibling(
        SOURCE, read.template, read.value("/session/number"), read.value("/session/title"), read.source.sha256
    )
    plan = programme.load(given["programme"], "programme.json") if "programme" in given else None
    before, after = ([Sibling(**each) for each in given.get(key, [])] for key in ("before", "beside"))
    return Meeting(plan, (*before, own, *after))


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


def _remark(said: dict[str, Any]) -> Remark:
    args = tuple(said.get("args", {}).items())
    return Remark(said["code"], said.get("text", ""), _place(said), said.get("key", "remark"), args)


def _place(place: dict[str, Any]) -> Location:
    numbers = ("block", "page", "line", "paragraph", "table", "row", "cell")
    return Location(SOURCE, **{name: place[name] for name in numbers if name in place})
