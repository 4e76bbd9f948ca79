"""A paper as sheets: what each is called, its columns and its rows, in the language of the paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapportkit.model.grouping import Suggestion
from rapportkit.model.outline import Paper
from rapportkit.model.summary import Summary
from rapportkit.writers.summary.cross import GOALS, GROUPS, OBJECTIVES, CrossRow, cross
from rapportkit.writers.summary.inventory import practices, recommendations, themes
from rapportkit.writers.summary.rows import PointRow, points, walk
from rapportkit.writers.summary.table_phrases import TablePhrases

Cell = str | int | float | None
"""None and "" leave a cell empty."""

_WIDTHS = {
    "reference": 12,
    "references": 15,
    "session": 28,
    "section": 16,
    "question": 22,
    "part": 12,
    "text": 70,
    "unused": 14,
    "theme": 22,
    "place": 18,
    "notes": 22,
    "theme_id": 14,
    "inferred": 36,
    "joined_with": 14,
    "country": 18,
    "owner": 20,
    "practice": 70,
    "recommendation": 50,
    "addressee": 18,
    "below": 22,
    "first": 12,
    "second": 12,
    "first_text": 46,
    "second_text": 46,
    "entry": 15,
    "remark": 34,
}
_ELSE = 11
_LISTED = 34
_COUNTED = 5.5
_PRINTED = PointRow._fields.index("place") + 1
"""So many columns of the points are printed; what stands behind them is for sorting and filtering."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: columns as (head, width in signs), rows, and rows below the table that add it up.

    `still` is how many columns stay in view at the left, `printed` how many are printed (0 for all of them).
    """

    title: str
    columns: tuple[tuple[str, float], ...]
    rows: Iterable[Sequence[Cell]]
    totals: Sequence[Sequence[Cell]] = field(default=())
    still: int = 1
    printed: int = 0


def sheets(paper: Paper) -> Iterator[Sheet]:
    """All sheets of a paper, in their order."""
    said = TablePhrases(paper.language)
    yield _points(paper, said)
    for key, ids in (("gcm", OBJECTIVES), ("sdg", GOALS)):
        yield _crossed(paper.summary, said, key, ids)
    yield _groups(paper.summary, said)
    yield _themes(paper, said)
    yield _practices(paper, said)
    yield _recommendations(paper, said)
    log = ("entry", "first", "second", "figure", "first_text", "second_text", "remark")
    yield Sheet(said.named("sheets", "log"), _columns(said, log), _log(paper, said))


def _columns(said: TablePhrases, keys: Sequence[str]) -> tuple[tuple[str, float], ...]:
    return tuple((said.named("columns", key), _WIDTHS.get(key, _ELSE)) for key in keys)


def _points(paper: Paper, said: TablePhrases) -> Sheet:
    def row(each: PointRow) -> Sequence[Cell]:
        withheld = said.say("yes") if each.withheld else ""
        return each._replace(unused=said.named("why", each.unused), withheld=withheld)

    rows = (row(each) for each in points(paper))
    columns = _columns(said, PointRow._fields)
    return Sheet(said.named("sheets", "points"), columns, rows, printed=_PRINTED)


def _crossed(summary: Summary, said: TablePhrases, key: str, ids: Sequence[str]) -> Sheet:
    """Two rows for each session, so that each kind of count can be filtered and added up by itself."""
    columns = (
        *_columns(said, ("reports", "session", "how")),
        *((said.head(each), _COUNTED) for each in ids),
    )
    found = cross(summary, ids)
    rows = [
        (", ".join(row.keys), row.session, said.say(how), *_counts(row, at))
        for row in found
        for at, how in enumerate(("cited", "told"))
    ]
    totals: list[Sequence[Cell]] = [
        ("", said.say("total"), said.say(how), *_added([_counts(row, at) for row in found], len(ids)))
        for at, how in enumerate(("cited", "told"))
    ]
    return Sheet(said.named("sheets", key), columns, rows, totals, still=3)


def _groups(summary: Summary, said: TablePhrases) -> Sheet:
    """One row for each session: who is named by name or by another word is no question of rank."""
    columns = (
        *_columns(said, ("reports", "session")),
        *((said.head(each), _ELSE) for each in GROUPS),
    )
    found = cross(summary, GROUPS)
    counts = [[sum(count) or None for count in row.counts] for row in found]
    rows = [(", ".join(row.keys), row.session, *each) for row, each in zip(found, counts, strict=True)]
    totals: list[Sequence[Cell]] = [("", said.say("total"), *_added(counts, len(GROUPS)))]
    return Sheet(said.named("sheets", "groups"), columns, rows, totals, still=2)


def _counts(row: CrossRow, at: int) -> list[int | None]:
    return [count[at] or None for count in row.counts]


def _added(counts: Sequence[Sequence[int | None]], width: int) -> list[int]:
    return [sum(row[at] or 0 for row in counts) for at in range(width)]


def _themes(paper: Paper, said: TablePhrases) -> Sheet:
    keys = ("theme", "theme_id", "objective", "sessions", "points", "reports", "paragraph")
    columns = _columns(said, keys)
    wide = tuple((head, _LISTED if at in {0, 5, 6} else width) for at, (head, width) in enumerate(columns))
    rows = (
        each._replace(objective=said.head(each.objective) if each.objective else "") for each in themes(paper)
    )
    return Sheet(said.named("sheets", "themes"), wide, rows)


def _practices(paper: Paper, said: TablePhrases) -> Sheet:
    keys = ("country", "owner", "practice", "paragraph", "references", "session", "sessions")
    return Sheet(said.named("sheets", "practices"), _columns(said, keys), practices(paper))


def _recommendations(paper: Paper, said: TablePhrases) -> Sheet:
    heads, found = recommendations(paper)
    first = _columns(said, ("recommendation", "addressee"))
    last = _columns(said, ("below", "paragraph", "references", "session", "sessions"))
    rows = (
        (
            each.recommendation,
            each.addressee,
            *each.parts,
            each.below,
            each.paragraph,
            each.references,
            each.session,
            each.sessions,
        )
        for each in found
    )
    columns = (*first, *((head, _LISTED) for head in heads), *last)
    return Sheet(said.named("sheets", "recommendations"), columns, rows)


def _log(paper: Paper, said: TablePhrases) -> Iterator[Sequence[Cell]]:
    """What merging did and what it leaves to a person: the account first, then what was joined and what may be."""
    summary, kept = paper.summary, paper.summary.conservation
    account = said.say("account", n=kept.points_in, out=kept.points_out, merged=kept.merged)
    yield said.named("entries", "account"), "", "", kept.points_in, "", "", account
    for entry in summary.reports:
        if entry.superseded:
            yield said.named("entries", "superseded"), entry.key, "", entry.points, entry.session, "", ""
    for entry in summary.reports:
        if entry.unplaced:
            yield said.named("entries", "unplaced"), entry.key, "", entry.unplaced, entry.session, "", ""
    texts: dict[str, str] = {}
    for section in summary.sections:
        for point, _ in walk(section.points):
            texts[point.told.reference] = point.text
            told = point.told
            for other in point.support:
                if other is not told:
                    yield (
                        said.named("entries", "joined"),
                        told.reference,
                        other.reference,
                        None,
                        told.text,
                        other.text,
                        section.title,
                    )
    for pair in summary.suggestions:
        yield (
            said.named("entries", "suggested"),
            pair.left,
            pair.right,
            pair.score,
            texts.get(pair.left, ""),
            texts.get(pair.right, ""),
            _remark(pair, said),
        )


def _remark(pair: Suggestion, said: TablePhrases) -> str:
    """Why the two were not joined, and what they share."""
    told = [said.named("parted", each) for each in pair.parted]
    if not pair.joinable:
        told.append(said.say("not_joinable"))
    if pair.shared:
        told.append(said.say("shared", words=", ".join(pair.shared)))
    return "; ".join(told)
