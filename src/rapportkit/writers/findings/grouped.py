"""Findings under their files: a heading with the session, counts, then places beside sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportkit.model.checked import Checked, CheckedFile
from rapportkit.model.finding import Finding, Severity
from rapportkit.writers.findings import repeats, signs, tally
from rapportkit.writers.findings.lines import (
    ROOM_FOR_NAMES,
    Paint,
    Part,
    Parts,
    Told,
    columns,
    lay,
    painted,
    plainly,
    set_in,
)
from rapportkit.writers.findings.phrases import Phrases

_INDENT = 2
_GAP = 2
_WIDEST = 40
"""Columns that places may take at most; longer ones go on below themselves."""

_NOWHERE = "–"


def write(checked: Checked) -> bytes:
    """The lines as a file."""
    return tell(checked).page


def tell(checked: Checked, *, width: int = 0, paint: Paint = plainly) -> Told:
    """Tell findings by file, in the order given; files without any are named, too.

    `width` wraps at that many columns; 0 leaves sentences whole.
    """
    phrases = Phrases(checked.language)
    lines: list[str] = []
    for file, findings in repeats.by_file(checked):
        lines.extend(_File(file, findings, phrases, width, paint).lines())
        lines.append("")
    closing = paint(tally.closing(checked), "count", tally.worst(checked.findings))
    return Told(tuple(lines), closing)


def _places(findings: Sequence[Finding], phrases: Phrases, width: int) -> int:
    """The columns that the places of one file ask for, within what there is."""
    asked = (signs.columns(signs.one_line(_place(each, phrases))) for each in findings)
    most = min(_WIDEST, max(12, width * 3 // 10)) if width else _WIDEST
    return min(max(asked, default=0), most)


def _place(finding: Finding, phrases: Phrases) -> str:
    """The place in words; a question that was not found has none, and is named by the sentence."""
    return finding.place or (_NOWHERE if finding.pointer else phrases.say("whole"))


class _File:
    """One file with its findings, and how wide its columns are."""

    def __init__(
        self, file: CheckedFile, findings: Sequence[Finding], phrases: Phrases, width: int, paint: Paint
    ) -> None:
        self.file, self.findings, self.phrases, self.width, self.paint = file, findings, phrases, width, paint
        self.places = _places(findings, phrases, width)
        self.named = not 0 < width < ROOM_FOR_NAMES

    def lines(self) -> Iterator[str]:
        """A heading, the counts, and the findings."""
        heading: list[tuple[str, Part]] = [(self.file.name, "file")]
        if self.file.session:
            heading.append((f"— {self.file.session}", "about"))
        yield from self._set_in(heading)
        yield from self._set_in([(self._about(), "about")])
        for each in repeats.told(self.findings):
            yield from self._more(each) if isinstance(each, repeats.Repeats) else self._finding(each)

    def _about(self) -> str:
        counted = tally.counts(self.findings, self.phrases)
        form = self.file.title or self.file.template
        if not tally.was_checked(self.file):
            return " · ".join(filter(None, (self.phrases.say("not_checked"), counted)))
        return " · ".join(filter(None, (counted or self.phrases.say("clean"), form)))

    def _finding(self, finding: Finding) -> Iterator[str]:
        said: Parts = [
            (self._kind(finding), "severity"),
            (finding.message, "message"),
            (self._rule(finding), "code"),
        ]
        yield from self._row(_place(finding, self.phrases), said, finding.help, finding.severity)

    def _more(self, more: repeats.Repeats) -> Iterator[str]:
        first = more.findings[0]
        text = more.say(self.phrases)
        said: Parts = [(self._kind(first), "severity"), (text, "message"), (self._rule(first), "code")]
        yield from self._row("…", said, "", first.severity)

    def _kind(self, finding: Finding) -> str:
        return self.phrases.say("place", place=self.phrases.say(finding.severity.value))

    def _rule(self, finding: Finding) -> str:
        return f"[{finding.code} {finding.name}]" if self.named and finding.name else f"[{finding.code}]"

    def _row(self, place: str, said: Parts, help: str, severity: Severity) -> Iterator[str]:  # noqa: A002 - the word of the finding
        """The place at the left, at the right the sentence and, set in a little, what to do."""
        left = lay([(place, "place")], self.places if self.width else 0, 0)
        start = _INDENT + self.places + _GAP
        room = self.width - start if self.width else 0
        right = [(0, line) for line in lay(said, room, 0)]
        right += [(_GAP, line) for line in lay([(help, "help")], room - _GAP if room else 0, 0)]
        for number in range(max(len(left), len(right))):
            at = left[number] if number < len(left) else []
            inner, words = right[number] if number < len(right) else (0, [])
            blank = " " * (max(self.places - columns(at), 0) + _GAP + inner) if words else ""
            yield f"{' ' * _INDENT}{painted(at, severity, self.paint)}{blank}{painted(words, severity, self.paint)}"

    def _set_in(self, parts: Parts) -> Iterator[str]:
        yield from set_in(parts, tally.worst(self.findings), self.paint, width=self.width)
