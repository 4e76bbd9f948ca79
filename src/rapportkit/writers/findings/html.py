"""Findings as one web page that needs nothing else: no network, no script, no colours to be understood.

A table of the files comes first, then each file with its findings; a rule's page opens where the
finding is. On paper the rules' pages stay closed and the lines are kept together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from rapportkit.model.checked import Checked, CheckedFile
from rapportkit.model.finding import Finding, Severity
from rapportkit.writers.findings import repeats, signs, tally
from rapportkit.writers.findings.phrases import Phrases

_QUOTED = re.compile("([“«])([^“”«»]*)([”»])")


def write(checked: Checked) -> bytes:
    """The page in UTF-8."""
    return ("\n".join(_Page(checked).lines()) + "\n").encode()


class _Page:
    """The page, top to bottom; its words are those of the findings' language."""

    def __init__(self, checked: Checked) -> None:
        self.checked = checked
        self.phrases = Phrases(checked.language)
        self.pages = {rule.code: rule.page for rule in checked.rules}
        self.files = tuple(repeats.by_file(checked))

    def lines(self) -> Iterator[str]:
        title = _text(self.phrases.say("title"))
        yield "<!DOCTYPE html>"
        yield f'<html lang="{self.phrases.language}">'
        yield '<head>\n<meta charset="utf-8">'
        # Should anything get past the escaping, the browser still loads and runs nothing.
        policy = "default-src 'none'; style-src 'unsafe-inline'"
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{title}</title>\n<style>\n{_style()}</style>\n</head>\n<body>"
        yield f"<header>\n<h1>{title}</h1>"
        yield f'<p class="closing">{_text(tally.closing(self.checked))}</p>\n</header>\n<main>'
        if self.files:
            yield from self._summary()
        for number, (file, findings) in enumerate(self.files, 1):
            if findings:
                yield from self._file(number, file, findings)
        if self.checked.waived:
            yield from self._waived()
        yield "</main>\n</body>\n</html>"

    def _summary(self) -> Iterator[str]:
        """The table of files; its roles are spelled out for narrow screens, where rows are no table rows."""
        labels = [self.phrases.say(f"{severity.value}_column") for severity in Severity]
        heads = (self.phrases.say("file"), *labels)
        cells = "".join(f'<th scope="col" role="columnheader">{_text(head)}</th>' for head in heads)
        yield f'<table role="table">\n<caption>{_text(self.phrases.say("summary"))}</caption>'
        yield f'<thead role="rowgroup">\n<tr role="row">{cells}</tr>\n</thead>\n<tbody role="rowgroup">'
        for number, (file, findings) in enumerate(self.files, 1):
            name = f"<bdi>{_text(file.name)}</bdi>"
            link = f'<a href="#file-{number}">{name}</a>' if findings else name
            yield _row(f'{link}<span class="about">{self._about(file)}</span>', findings, labels)
        yield "</tbody>"
        if len(self.files) > 1:
            row = _row(_text(self.phrases.say("all")), self.checked.findings, labels)
            yield f'<tfoot role="rowgroup">\n{row}\n</tfoot>'
        yield "</table>"

    def _about(self, file: CheckedFile) -> str:
        if not tally.was_checked(file):
            return _text(self.phrases.say("not_checked"))
        told = filter(None, (file.session, file.title or file.template))
        return " · ".join(f"<bdi>{_text(each)}</bdi>" for each in told)

    def _file(self, number: int, file: CheckedFile, findings: Sequence[Finding]) -> Iterator[str]:
        yield f'<section id="file-{number}" aria-labelledby="name-{number}">'
        yield f'<header>\n<h2 id="name-{number}"><bdi>{_text(file.name)}</bdi></h2>'
        yield f'<p class="about">{self._about(file)}</p>'
        yield f'<p>{_text(tally.counts(findings, self.phrases))}</p>\n</header>\n<ol role="list">'
        for each in repeats.told(findings):
            if isinstance(each, repeats.Repeats):
                yield from self._more(each)
            else:
                yield from self._finding(each)
        yield "</ol>\n</section>"

    def _finding(self, finding: Finding) -> Iterator[str]:
        yield f'<li class="finding {finding.severity.value}">\n{self._place(finding)}'
        yield f'<p class="message">{_sentence(finding.message)}</p>'
        if finding.help:
            yield f'<p class="help">{_sentence(finding.help)}</p>'
        page = _paragraphs(self.pages.get(finding.code, ""))
        if page:
            yield f"<details>\n<summary>{self._rule(finding)}</summary>"
            yield f'<div class="rule" lang="en">\n{page}\n</div>\n</details>'
        else:
            yield f'<p class="code">{self._rule(finding)}</p>'
        yield "</li>"

    def _more(self, more: repeats.Repeats) -> Iterator[str]:
        """Those of a kind that are too many to be told one by one; on a page they can be opened."""
        first = more.findings[0]
        yield f'<li class="finding {first.severity.value}">'
        yield f"<p>{self._severity(first)} · {_text(self.phrases.say('more', n=len(more.findings)))}</p>"
        yield f'<details open>\n<summary>{self._rule(first)}</summary>\n<ul class="rest" role="list">'
        for each in more.findings:
            yield f"<li>{self._where(each)}{_sentence(each.message)}</li>"
        yield "</ul>\n</details>\n</li>"

    def _waived(self) -> Iterator[str]:
        yield '<section aria-labelledby="waived">'
        yield f'<h2 id="waived">{_text(self.phrases.say("waived_title"))}</h2>\n<ul role="list">'
        for each in self.checked.waived:
            yield f'<li class="finding {each.severity.value}">\n<p><bdi>{_text(each.file)}</bdi></p>'
            yield f'{self._place(each)}\n<p class="message">{_sentence(each.message)}</p>'
            yield f'<p class="help">{_text(self.phrases.say("reason", reason=each.waived))}</p>'
            yield f'<p class="code">{self._rule(each)}</p>\n</li>'
        yield "</ul>\n</section>"

    def _place(self, finding: Finding) -> str:
        """Severity and place; a question that was not found has none, and is named by the sentence."""
        place = finding.place or ("" if finding.pointer else self.phrases.say("whole"))
        said = f' · <span class="place">{_sentence(place)}</span>' if place else ""
        return f"<p>{self._severity(finding)}{said}</p>"

    def _severity(self, finding: Finding) -> str:
        word = self.phrases.say(finding.severity.value)
        return f'<span class="severity">{_text(word[:1].upper() + word[1:])}</span>'

    def _where(self, finding: Finding) -> str:
        if not finding.place:
            return ""
        return f'<span class="place">{_sentence(self.phrases.say("place", place=finding.place))}</span> '

    def _rule(self, finding: Finding) -> str:
        return _text(" ".join(filter(None, (finding.code, finding.name))))


def _row(head: str, findings: Sequence[Finding], labels: Sequence[str]) -> str:
    """A file, or all of them, with a cell for each severity; those that are not 0 in bold."""
    counts = [tally.number(findings, severity) for severity in Severity]
    some = ' class="some"'
    cells = "".join(
        f'<td role="cell" data-label="{_text(label)}"{some if count else ""}>{count}</td>'
        for label, count in zip(labels, counts, strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{head}</th>{cells}</tr>'


def _text(text: str) -> str:
    return escape(signs.one_line(text))


def _sentence(text: str) -> str:
    """A sentence whose quotations, where they run from right to left, do not turn the rest around."""
    escaped = _text(text)
    if not any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text):
        return escaped
    return _QUOTED.sub(lambda quoted: f"{quoted[1]}<bdi>{quoted[2]}</bdi>{quoted[3]}", escaped)


def _paragraphs(page: str) -> str:
    """A rule's page, whose lines were broken for a screen; those of a list or an example stay lines."""
    blocks = "\n".join(signs.lines(page)).strip("\n").split("\n\n")
    told = (block.split("\n") for block in blocks if block.strip())
    return "\n".join(
        f"<p>{('<br>' if any(line.startswith((' ', '-', '*')) for line in lines) else ' ').join(map(escape, lines))}</p>"
        for lines in told
    )


@cache
def _style() -> str:
    return files("rapportkit.writers.data").joinpath("findings.css").read_text("utf-8")
