"""Comments as Word keeps them: their texts in one part, and marks in the text that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice

from rapportkit.model.finding import Finding
from rapportkit.writers.annotated.names import Dialect
from rapportkit.writers.annotated.phrases import Phrases
from rapportkit.writers.annotated.ranges import Cut, Range, keeping_space
from rapportkit.writers.annotated.splices import Splice
from rapportkit.writers.word_markup import clean

_LARGEST = 2**31 - 1
_REFERENCE = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>{}</w:r>'


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding, the range of its comment, and how the paragraph there writes names."""

    finding: Finding
    range: Range
    dialect: Dialect


def new_ids(taken: Iterable[str], number: int) -> list[int]:
    """Ids above those taken; the lowest free ones where there is no room above.

    >>> new_ids({"4", "x"}, 2), new_ids({"0", str(2**31 - 1)}, 2)
    ([5, 6], [1, 2])
    """
    used = {int(each) for each in taken if each.isascii() and each.isdigit()}
    above = max(used, default=-1) + 1
    first = above if above + number <= _LARGEST else 0
    return list(islice((each for each in count(first) if each not in used), number))


def markup(finding: Finding, number: int, phrases: Phrases) -> str:
    """The comment of a finding: its sentence, then what to do, then the rule."""
    help_and_rule = f"{finding.help} {rule(finding, phrases)}".strip()
    mark = _REFERENCE.format("<w:annotationRef/>")
    return (
        f'<w:comment w:id="{number}" w:author="rapportkit" w:initials="rk">'
        f"{_line(finding.message, phrases, mark)}{_line(help_and_rule, phrases)}</w:comment>"
    )


def rule(finding: Finding, phrases: Phrases) -> str:
    """The rule of a finding in brackets: [L001 too-many-points, error]."""
    return f"[{finding.code} {finding.name}, {phrases.severity(finding.severity)}]"


def one_line(text: str) -> str:
    r"""A text without ends of lines; spaces that hold words together stay.

    >>> one_line("a\n b\u00a0: c ")
    'a b\xa0: c'
    """
    return re.sub(r"[ \t\n\r\x0b\f\u2028\u2029]+", " ", text).strip(" ")


def _line(text: str, phrases: Phrases, before: str = "") -> str:
    said = clean(one_line(text))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{before}<w:r><w:rPr>'
        f'<w:lang w:val="{phrases.spelling}"/></w:rPr><w:t xml:space="preserve">{said}</w:t></w:r></w:p>'
    )


@dataclass(slots=True)
class _Point:
    """All that is put in at one offset, in the order that keeps ranges apart."""

    cut: Cut
    ends: list[bytes] = field(default_factory=list)
    both: list[bytes] = field(default_factory=list)
    starts: list[bytes] = field(default_factory=list)

    @property
    def splice(self) -> Splice:
        marks = b"".join([*self.ends, *self.both, *self.starts])
        return Splice(self.cut.at, self.cut.close + marks + self.cut.reopen)


def marks(placed: Sequence[Placed], ids: Sequence[int]) -> Iterator[Splice]:
    """What to put into the document, so that each comment stands at its range."""
    points: dict[int, _Point] = {}
    spaced: dict[int, bytes] = {}
    for each, number in zip(placed, ids, strict=True):
        begin, end = (points.setdefault(cut.at, _Point(cut)) for cut in each.range)
        start = each.dialect.written(f'<w:commentRangeStart w:id="{number}"/>')
        reference = _REFERENCE.format(f'<w:commentReference w:id="{number}"/>')
        stop = each.dialect.written(f'<w:commentRangeEnd w:id="{number}"/>{reference}')
        if begin is end:
            begin.both.append(start + stop)
        else:
            begin.starts.append(start)
            end.ends.append(stop)
        spaced |= {cut.spaced: keeping_space(cut) for cut in each.range if cut.spaced}
    yield from (point.splice for point in points.values())
    yield from (Splice(at, new) for at, new in spaced.items())
