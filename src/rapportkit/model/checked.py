"""What a run of `validate` found in all its files: what every format of findings is written from."""

from __future__ import annotations

from dataclasses import dataclass

from rapportkit.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class RuleNote:
    """What a reader of findings may want to know of a rule; `page` is its documentation as plain text."""

    code: str
    name: str
    severity: Severity
    summary: str
    page: str


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that was looked at, by the name that its findings bear.

    `template` is the id of its form and `title` that form's title, both "" for a file that could not be read;
    `session` is its number and title as the report gives them ("1.2 Regional mobility"), "" where it has none.
    `path` is what the person called it, folders included, for programs that look for the file; "" if unknown.
    """

    name: str
    template: str = ""
    title: str = ""
    session: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """All findings in the order of the files and, within each, of the form; files without any are there, too.

    `waived` are findings let pass, each with its reason; `rules` those that were asked, in the order of the
    reference. `language` is that of the sentences, a BCP 47 tag.
    """

    findings: tuple[Finding, ...] = ()
    files: tuple[CheckedFile, ...] = ()
    waived: tuple[Finding, ...] = ()
    rules: tuple[RuleNote, ...] = ()
    language: str = "en"

    def paths(self) -> dict[str, str]:
        """The name of each file to where it is to be found, which is the name where that is not known."""
        return {file.name: file.path or file.name for file in self.files}

    def of(self, file: CheckedFile) -> tuple[Finding, ...]:
        """The findings of one file."""
        return tuple(each for each in self.findings if each.file == file.name)
