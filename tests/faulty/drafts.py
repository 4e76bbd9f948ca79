"""The drafts and what is expected of them, read from the pages of `drafts/`.

A page has a section for each draft: a name, a sentence that says what is wrong, settings in one line, the answers
that differ from the form's sound ones, and a table of what must be found: severity and code, JSON Pointer, and
the place in words in each of the formats. A place of “–” is the report as a whole; “no” means that this
format does not show the fault, so that nothing may be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from faulty import page, to_pdf, to_text, to_word

FOLDER = page.HERE / "drafts"
FORMATS = ("docx", "pdf", "txt")
_SETTING = re.compile(r"(\w+)(?:: (.*))?")


class Expected(NamedTuple):
    """One finding: file name, severity, code, pointer and place in words, "" for the report as a whole."""

    file: str
    severity: str
    code: str
    pointer: str
    place: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A form with answers and a fault or two, in one or more formats."""

    name: str
    about: str
    settings: Mapping[str, str]
    said: Mapping[str, str]
    changes: tuple[str, ...] = ()

    @property
    def formats(self) -> tuple[str, ...]:
        """In which formats it is made."""
        return tuple(self.settings["files"].split())

    def file(self, form: str) -> str:
        """The name of its file in a format; a misnamed one has another ending."""
        return f"{self.name}.{self.settings.get('named', form)}"

    def make(self, form: str) -> bytes:
        """The bytes of its file in a format."""
        drawn, sound = page.form(self.settings["form"])
        for change in self.changes:
            drawn = _changed(drawn, change)
        unknown = set(self.said) - set(re.findall(r"\{(\w+)\}", drawn))
        assert not unknown, f"{self.name}: the form has no {', '.join(unknown)}"
        blocks = page.blocks(drawn, {**sound, **self.said})
        if form == "txt":
            return to_text.write(blocks, int(self.settings.get("wrap", "0")))
        if form == "pdf":
            return to_pdf.write(blocks, int(self.settings.get("pictures", "0")))
        held = {name: self.settings[name] for name in ("creator", "title") if name in self.settings}
        return to_word.write(blocks, held, headed="headed" in self.settings)


@dataclass(frozen=True, slots=True)
class Run:
    """Files that are checked together, and everything that must be found in them, in order.

    `wrong` says why the tool does not find this yet; `programme` and `template` are files beside the drafts, `folder` one of
    templates; `limit` is a bound of reading that is lowered ("pages=1").
    `by` is "command" where only the command line can tell.
    """

    files: tuple[str, ...]
    findings: tuple[Expected, ...]
    programme: str = ""
    template: str = ""
    folder: str = ""
    limit: str = ""
    by: str = ""
    wrong: str = ""

    @property
    def name(self) -> str:
        """The names of its files."""
        return " + ".join(self.files)


@dataclass(slots=True)
class _Section:
    name: str
    about: list[str] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    changes: list[str] = field(default_factory=list)
    answers: str = ""
    rows: list[dict[str, str]] = field(default_factory=list)
    wrong: dict[str, str] = field(default_factory=dict)


def drafts() -> tuple[Draft, ...]:
    """Every draft that is made from a form, in the order of the pages."""
    return tuple(
        Draft(each.name, " ".join(each.about), each.settings, page.answers(each.answers), tuple(each.changes))
        for each in _sections()
        if "form" in each.settings
    )


def runs() -> tuple[Run, ...]:
    """Every file of a draft by itself, and the files that are checked together."""
    return tuple(run for section in _sections() for run in _runs(section))


def _runs(section: _Section) -> Iterator[Run]:
    given = {
        name: section.settings.get(name, "") for name in ("programme", "template", "folder", "limit", "by")
    }
    if "form" not in section.settings:
        files = tuple(section.settings["together"].split(" + "))
        found = tuple(_expected(row, row.get("file", files[0]), row["place"]) for row in section.rows)
        yield Run(files, found, **given, wrong=section.wrong.get("", ""))
        return
    for form in section.settings["files"].split():
        file = f"{section.name}.{section.settings.get('named', form)}"
        found = tuple(_expected(row, file, row[form]) for row in section.rows if row[form] != "no")
        yield Run((file,), found, **given, wrong=section.wrong.get(form, ""))


def _expected(row: Mapping[str, str], file: str, place: str) -> Expected:
    severity, code = row["found"].split()
    pointer = "" if row["pointer"] == "–" else row["pointer"]
    return Expected(file, severity, code, pointer, "" if place == "–" else place)


def _sections() -> Iterator[_Section]:
    for path in sorted(FOLDER.glob("*.md")):
        for text in path.read_text("utf-8").split("\n## ")[1:]:
            name, _, body = text.partition("\n")
            yield _read(_Section(name.strip()), body)


def _read(section: _Section, body: str) -> _Section:
    head, fence, rest = body.partition("```page\n")
    if fence:
        section.answers, _, rest = rest.partition("```\n")
    table: list[list[str]] = []
    for line in (*head.splitlines(), *rest.splitlines()):
        if line.startswith("|"):
            table.append([cell.strip() for cell in line.strip("|").split("|")])
        elif line.startswith(("swap: ", "drop: ", "cut: ", "add: ")):
            section.changes.append(line)
        elif line.startswith(("form: ", "together: ")):
            section.settings.update(_settings(line))
        elif line.startswith("wrong"):
            which, _, why = line.partition(": ")
            section.wrong.update(dict.fromkeys(which.split()[1:] or [""], why))
        elif line.strip():
            section.about.append(line.strip())
    columns, *rows = table or [[]]
    section.rows = [dict(zip(columns, row, strict=True)) for row in rows if set("".join(row)) - set("-")]
    return section


def _settings(line: str) -> dict[str, str]:
    pairs = (_SETTING.fullmatch(part.strip()) for part in line.split(";"))
    return {pair[1]: pair[2] or "" for pair in pairs if pair}


def _changed(drawn: str, change: str) -> str:
    """A form with other words (swap), without a line (drop) or what begins with it (cut), or with one more before it (add)."""
    how, _, what = change.partition(": ")
    old, _, new = what.partition(" => ")
    assert f"{old}\n" in f"{drawn}\n" or how == "swap", f"no line {old}"
    assert old in drawn, f"no words {old}"
    if how == "swap":
        return drawn.replace(old, new, 1)
    if how == "cut":
        return drawn.partition(f"{old}\n")[0]
    if how == "drop":
        return f"{drawn}\n".replace(f"{old}\n", "", 1)
    return drawn.replace(old, f"{new}\n{old}", 1)
