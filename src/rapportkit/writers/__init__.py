"""Values become bytes for people.

`WRITERS` maps a format to the function that writes a summary's paper in it, `FINDING_WRITERS` one of findings;
`FINDING_TEXTS` are the forms of text among these, which a terminal can have wrapped and painted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapportkit.model.checked import Checked
    from rapportkit.model.outline import Paper
    from rapportkit.writers.findings.lines import Paint, Told


def _docx(paper: Paper) -> bytes:
    from rapportkit.writers.summary.docx import write

    return write(paper)


def _md(paper: Paper) -> bytes:
    from rapportkit.writers.summary.md import write

    return write(paper)


def _summary_html(paper: Paper) -> bytes:
    from rapportkit.writers.summary.html import write

    return write(paper)


def _pdf(paper: Paper) -> bytes:
    from rapportkit.writers.summary.pdf import write

    return write(paper)


def _summary_csv(paper: Paper) -> bytes:
    from rapportkit.writers.summary.csv import write

    return write(paper)


def _xlsx(paper: Paper) -> bytes:
    from rapportkit.writers.summary.xlsx import write

    return write(paper)


WRITERS: dict[str, Callable[[Paper], bytes]] = {
    "docx": _docx,
    "md": _md,
    "html": _summary_html,
    "pdf": _pdf,
    "xlsx": _xlsx,
    "csv": _summary_csv,
}


def _sarif(checked: Checked) -> bytes:
    from rapportkit.writers.findings.sarif import write

    return write(checked)


def _junit(checked: Checked) -> bytes:
    from rapportkit.writers.findings.junit import write

    return write(checked)


def _github(checked: Checked) -> bytes:
    from rapportkit.writers.findings.github import write

    return write(checked)


def _markdown(checked: Checked) -> bytes:
    from rapportkit.writers.findings.markdown import write

    return write(checked)


def _html(checked: Checked) -> bytes:
    from rapportkit.writers.findings.html import write

    return write(checked)


def _csv(checked: Checked) -> bytes:
    from rapportkit.writers.findings.csv import write

    return write(checked)


def _full(checked: Checked, *, width: int = 0, paint: Paint | None = None) -> Told:
    from rapportkit.writers.findings.full import tell
    from rapportkit.writers.findings.lines import plainly

    return tell(checked, width=width, paint=paint or plainly)


def _concise(checked: Checked, *, width: int = 0, paint: Paint | None = None) -> Told:
    from rapportkit.writers.findings.concise import tell
    from rapportkit.writers.findings.lines import plainly

    return tell(checked, width=width, paint=paint or plainly)


def _grouped(checked: Checked, *, width: int = 0, paint: Paint | None = None) -> Told:
    from rapportkit.writers.findings.grouped import tell
    from rapportkit.writers.findings.lines import plainly

    return tell(checked, width=width, paint=paint or plainly)


FINDING_TEXTS: dict[str, Callable[..., Told]] = {
    "full": _full,
    "concise": _concise,
    "grouped": _grouped,
}
"""Each takes what was checked, `width` (columns to wrap at, 0 for none) and `paint`."""


def _page(form: str) -> Callable[[Checked], bytes]:
    return lambda checked: FINDING_TEXTS[form](checked).page


FINDING_WRITERS: dict[str, Callable[[Checked], bytes]] = {
    "text": _page("full"),
    **{form: _page(form) for form in FINDING_TEXTS},
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "markdown": _markdown,
    "html": _html,
    "csv": _csv,
}
