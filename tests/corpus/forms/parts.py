"""The parts that forms with questions are put together from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.blocks import Cell, Para, Piece, Sheet, Table, cell, para, pieces_of
from corpus.content import Filled, Person, Said
from corpus.look import MARKS, Look

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
PLACEHOLDER = {
    "en": "Click or tap here to enter text.",
    "fr": "Cliquez ou appuyez ici pour entrer du texte.",
    "es": "Haga clic o pulse aquí para escribir texto.",
}
CHILD_MARKS = {"- ": "* ", "• ": "– ", "* ": "- "}
PAGE_WIDTH = 16.5


@dataclass(frozen=True, slots=True)
class Label:
    """A label as the form prints it, slightly reworded, and mistyped."""

    official: str
    reworded: str = ""
    typo: str = ""

    def read(self, look: Look, n: int | str = "") -> str:
        """The label as this document has it; `n` stands where the label has a number of its own."""
        text = {"reworded": self.reworded, "typos": self.typo}.get(look.labels) or self.official
        text = text.replace("{n}", str(n))
        return text.upper() if look.capitals else text


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a form; `guidance` and its `edited` form stand below or beside the label."""

    path: str
    number: int
    label: Label
    guidance: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()

    def hints(self, look: Look) -> tuple[str, ...]:
        """The guidance that this document kept."""
        return hints(look, self.guidance, self.edited)


def hints(look: Look, kept: tuple[str, ...], edited: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Guidance as this document has it."""
    return {"kept": kept, "edited": edited or kept}.get(look.guidance, ())


def numbered(look: Look, number: int, label: str) -> str:
    """A label with its number in the style of the document."""
    if not number:
        return label
    prefix = {
        "form": f"{number}. ",
        "roman": f"{ROMAN[number]}. ",
        "paren": f"{number}) ",
        "q": f"Q{number}. ",
    }.get(look.numbers, "")
    return prefix + label


def question_para(look: Look, sheet: Sheet, number: int, label: str) -> Para:
    """A question's label as a paragraph of its own."""
    text = numbered(look, number, label)
    if look.layout == "labels" and not text.endswith("?"):
        text += ":"
    if look.numbers == "auto" and number:
        if number == 1:
            sheet.questions = sheet.next_series()
        return Para((Piece(text),), "question", list="questions", series=sheet.questions)
    return para(text, "question")


def answer(filled: Filled, path: str, look: Look, sheet: Sheet, language: str, style: str = "") -> list[Para]:
    """The paragraphs that stand under a question."""
    if path in filled.fillers:
        return [para(filled.fillers[path])]
    said = filled.said(path)
    if not said and look.controls:
        return [placeholder(language)]
    return points(said, look, sheet, style or look.points)


def placeholder(language: str) -> Para:
    """The prompt of a content control that nobody filled in."""
    return para(PLACEHOLDER[language], control=True, placeholder=True)


def points(said: Sequence[Said], look: Look, sheet: Sheet, style: str) -> list[Para]:
    """Points in one of the ways people write them."""
    if style == "soft" and len(said) > 1:
        lines = [f"{MARKS[style]}{point.text}{point.tail}" for point in said]
        return [para("\n".join(lines), control=look.controls)]
    if style == "paragraphs" or (len(said) == 1 and style == "soft"):
        return [each for point in said for each in _paragraph(point, look, sheet)]
    return _items(said, look, sheet, style, 0, sheet.next_series())


def _paragraph(point: Said, look: Look, sheet: Sheet) -> list[Para]:
    first = Para(pieces_of(point), control=look.controls, gone=point.gone)
    below = _items(point.points, look, sheet, "bullets", 0, sheet.next_series()) if point.points else []
    return [first, *below]


def _items(said: Sequence[Said], look: Look, sheet: Sheet, style: str, level: int, series: int) -> list[Para]:
    found: list[Para] = []
    for place, point in enumerate(said):
        mark = _mark(style, place, level)
        found.append(
            Para(
                pieces_of(point),
                "item",
                level=level,
                list="" if mark else ("numbers" if style == "numbers" and not level else "bullets"),
                series=series,
                marker=mark,
                control=look.controls,
                gone=point.gone,
            )
        )
        found += _items(point.points, look, sheet, style, level + 1, series)
    return found


def _mark(style: str, place: int, level: int) -> str:
    mark = MARKS[style].format(n=place + 1, a="abcdefghijklmnopqrstuvwxyz"[place])
    for _ in range(level if mark else 0):
        mark = CHILD_MARKS.get(mark, "- ")
    return mark


def persons(people: Sequence[Person], look: Look) -> list[str]:
    """The rapporteurs as one line, or one line each."""
    commas = [f"{one.name}, {one.affiliation}" if one.affiliation else one.name for one in people]
    brackets = [f"{one.name} ({one.affiliation})" if one.affiliation else one.name for one in people]
    if look.rapporteurs == "lines":
        return commas
    if look.rapporteurs == "semicolons":
        return ["; ".join(commas)]
    if look.rapporteurs in ("and", "brackets"):
        return [" and ".join(brackets)]
    return ["; ".join(commas)]


def session_line(filled: Filled, look: Look, words: dict[str, str]) -> str:
    """Number and title of the session on one line; `words` has the language's "session" and "round"."""
    number, title = filled.session.get("number", ""), filled.session["title"]
    if not number:
        return title
    return {
        "colon": f"{number}: {title}",
        "rt": f"RT {number}: {title}",
        "dash": f"{words['session']} {number} – {title}",
        "plain": f"{number} {title}",
        "round": f"{words['round']} {number} {title}",
    }[look.session]


def header_blocks(rows: Sequence[tuple[str, list[str]]], look: Look) -> list[Para | Table]:
    """Labels with short values, such as the rapporteur's name, in the way of the document."""
    kind = "control" if look.controls else ""
    if look.header == "table":
        cells = tuple(header_row(label, values, kind) for label, values in rows)
        return [Table(cells, (5.0, PAGE_WIDTH - 5.0))]
    found: list[Para | Table] = []
    for label, values in rows:
        gap = "\t" if look.header == "tab" else " "
        if look.header == "heading":
            found.append(para(label, "question"))
            found += [Para((Piece(value, kind),)) for value in values]
            continue
        found.append(Para((Piece(f"{label}:", "bold"), Piece(gap), Piece(values[0], kind)), "line"))
        found += [para(value, "line") for value in values[1:]]
    return found


def header_row(label: str, values: list[str], kind: str = "") -> tuple[Cell, ...]:
    """One row of a header table."""
    return (cell(label, "bold"), Cell(tuple(Para((Piece(value, kind),), "line") for value in values)))


def lay_out(
    sheet: Sheet, look: Look, number: int, label: str, guidance: Sequence[str], answers: list[Para]
) -> None:
    """Put one question and its answer on the sheet, outside tables."""
    head = question_para(look, sheet, number, label)
    if look.layout == "runin" and len(answers) == 1 and not answers[0].gone:
        only = answers[0]
        start = f"{numbered(look, number, label)}: "
        sheet.add(Para((Piece(start, "bold"), *only.pieces), control=only.control))
        return
    sheet.add(head, *(para(line, "guidance", "italic") for line in guidance), *answers)


def label_cell(
    look: Look, number: int, label: str, guidance: Sequence[str], *, span: int = 1, shade: bool = True
) -> Cell:
    """A cell with a question's label, and the guidance below it."""
    lines = [para(numbered(look, number, label), "line", "bold")]
    return Cell((*lines, *(para(line, "line", "italic") for line in guidance)), span=span, shade=shade)


def side_by_side(look: Look, label: Cell, answers: list[Para]) -> list[tuple[Cell, ...]]:
    """Rows with the label left and the answer right; merged downwards where each point has a row."""
    if look.merged and len(answers) > 1 and not any(each.level for each in answers):
        first = replace(label, merge="start")
        rest = replace(label, blocks=(), merge="continue")
        bare = [replace(each, role="text", list="", marker="") for each in answers]
        return [(first if not place else rest, Cell((each,))) for place, each in enumerate(bare)]
    return [(label, Cell(tuple(answers)))]
