"""Names of places within a paper, for links: a report in the annex, one of its points, a paragraph of the body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapportkit.model.outline import Paper
from rapportkit.model.summary import Support


@dataclass(frozen=True, slots=True)
class Anchors:
    """`reports` maps the key of each report to its anchor, `paragraphs` a support's reference to its paragraph."""

    reports: Mapping[str, str]
    paragraphs: Mapping[str, int]

    @classmethod
    def of(cls, paper: Paper) -> Anchors:
        """The anchors of a paper: "r2" for its second report, "r2p14" for a point of it, "p31" for a paragraph."""
        reports = {entry.key: f"r{index}" for index, entry in enumerate(paper.summary.reports, 1)}
        return cls(reports, paper.outline.numbers)

    def point(self, support: Support) -> str:
        """Where the annex lists a point."""
        return f"{self.reports[support.report]}p{support.order}"

    def reference(self, reference: str) -> str:
        """Where the annex lists a point, by its reference ("RT 1.2/14")."""
        report, _, order = reference.rpartition("/")
        return f"{self.reports[report]}p{order}"

    def paragraph(self, number: int) -> str:
        """A paragraph of the body."""
        return f"p{number}"
