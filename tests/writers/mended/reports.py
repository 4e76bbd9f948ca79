"""Reports to mend: a form with some answers, as a text and as a Word file."""

from rapportkit import api
from rapportkit.model.mended import Mended
from rapportkit.model.report import Report
from rapportkit.templates.catalog import shipped
from rapportkit.wire import report as wire
from readers.docx_build import p, word

FORM = next(template for template in shipped() if template.id == "gfmd-roundtable-2018")
HEAD = (
    "Name of Rapporteur: Ana Exemplo",
    "Roundtable session: 1.2 Cities and migrants",
    "1. Summary/Main discussion points",
)
CHALLENGES = "2. Challenges"


def text(*points: str, challenges: str = CHALLENGES, end: str = "\n") -> str:
    """A report whose first question is answered with these lines."""
    lines = [*HEAD[:2], "", HEAD[2], "", *points, "", challenges, "", "- Nothing new was said.", ""]
    return end.join(lines)


def docx(*points: str, challenges: str = CHALLENGES, **parts: str) -> bytes:
    """The same report as a Word file; a point without a tag becomes a paragraph."""
    given = [point if point.startswith("<") else p(point) for point in points]
    body = [*map(p, HEAD), *given, p(challenges), p("- Nothing new was said.")]
    return word("".join(body), parts=dict(parts))


def read(data: bytes, name: str) -> Report:
    """The answers in a file."""
    return api.extract(api.read(data, name), FORM)


def mend(data: bytes | str, name: str = "report.txt") -> Mended:
    """A file's mended copy."""
    data = data.encode() if isinstance(data, str) else data
    document = api.read(data, name)
    return api.mend(data, document, api.extract(document, FORM), FORM)


def told(mended: Mended) -> list[tuple[str, str, str]]:
    """The changes as (kind, before, after)."""
    return [(change.kind, change.before, change.after) for change in mended.changes]


def fields(data: bytes, name: str = "report.txt") -> dict:
    """The answers as JSON has them, with white space and bullets in them as they are."""
    return wire.fields(read(data, name), FORM)
