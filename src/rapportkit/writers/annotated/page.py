"""The web page of a text with its findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from rapportkit.model.document import Source
from rapportkit.model.finding import Finding, Severity
from rapportkit.writers.annotated.lines import Stretch
from rapportkit.writers.annotated.phrases import Phrases

# Pages cannot hold signs of control and half characters; what stands in the text is shown by a picture.
_SHOWN = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: "\u2421",
    **dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd"),
}
_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "●"}

_STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 1.5rem 1rem 4rem; background: #fff; color: #1a1a1a;
  font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
p { margin: 0; }
nav ol { list-style: none; margin: 1rem 0 0; padding: 0; columns: 20rem; }
nav li { break-inside: avoid; }
a { color: #0b4a8f; }
a:focus-visible { outline: 3px solid #0b4a8f; outline-offset: 2px; }
.line { display: flex; gap: 1rem; font: .9rem/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; }
.number { flex: none; text-align: right; color: #595959; user-select: none; }
.said { flex: 1; min-width: 0; min-height: 1.5em; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
mark { color: inherit; text-decoration-line: underline; text-decoration-thickness: 2px;
  text-underline-offset: 3px; padding: .1em 0; }
mark[data-finding]::after { content: attr(data-finding); margin: 0 .15em; padding: 0 .3em; border-radius: .3em;
  background: #333; color: #fff; font: bold .7rem/1.4 system-ui, sans-serif; vertical-align: super;
  text-decoration: none; display: inline-block; }
mark.error { background: #ffd6d6; text-decoration-style: solid; }
mark.warning { background: #ffecb8; text-decoration-style: dashed; }
mark.info { background: #d9eaff; text-decoration-style: dotted; }
.finding { margin: .4rem 0 .8rem; padding: .5rem .75rem; border: 1px solid #767676; border-left-width: 6px;
  border-radius: 0 .3rem .3rem 0; background: #fafafa; overflow-wrap: anywhere; }
.line + .finding, .finding + .finding { margin-left: var(--inset); }
.finding.error { border-left: 6px solid #a00000; }
.finding.warning { border-left: 6px dashed #7a5200; }
.finding.info { border-left: 6px dotted #0b4a8f; }
.finding:target { outline: 3px solid #0b4a8f; }
.error .severity { color: #a00000; }
.warning .severity { color: #6b4700; }
.info .severity { color: #0b4a8f; }
.severity { font-weight: bold; }
.rule { font: .85em ui-monospace, "DejaVu Sans Mono", Consolas, monospace; color: #444; white-space: nowrap; }
.listed { list-style: none; margin: 0; padding: 0; }
@media (max-width: 40rem) {
  body { padding: 1rem .75rem 3rem; }
  .line { gap: .6rem; }
  .line + .finding, .finding + .finding { margin-left: 0; }
  .rule { white-space: normal; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  .finding { break-inside: avoid; }
  mark, mark[data-finding]::after { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
""".strip()


class Numbered(NamedTuple):
    """A finding with its number on the page, and what is marked for it."""

    number: int
    finding: Finding
    stretches: tuple[Stretch, ...]


def page(source: Source, lines: Sequence[str], found: Sequence[Numbered], words: Phrases) -> str:
    """The whole page."""
    title = words.title.format(source.name)
    heading = words.title.format(f"\u2068{source.name}\u2069")
    listed = [each for each in found if not each.stretches]
    placed = [each for each in found if each.stretches]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{words.tag}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_shown(title)}</title>",
            f"<style>\n{_STYLE}\n</style>",
            "</head>",
            "<body>",
            f"<header>\n<h1>{_shown(heading)}</h1>",
            f"<p>{_summary(len(placed), len(listed), words)}</p>\n</header>",
            *_contents(placed, words),
            "<main>",
            *_listed(listed, words),
            *_text(source, lines, placed, words),
            "</main>",
            "</body>",
            "</html>\n",
        ]
    )


def _summary(placed: int, listed: int, words: Phrases) -> str:
    if not placed + listed:
        return _shown(words.nothing)
    counts = (words.marked, placed), (words.listed, listed)
    said = [words.count(words.found, placed + listed) + "."]
    said += [words.count(forms, number) for forms, number in counts if number]
    return _shown(" ".join(said))


def _contents(placed: Sequence[Numbered], words: Phrases) -> Iterator[str]:
    if not placed:
        return
    yield f'<nav aria-label="{_shown(words.marked_list)}">\n<ol>'
    for number, finding, (first, *_) in placed:
        line = words.line.format(first.line + 1)
        said = f"{number}. {line}{words.colon} {words.severity(finding.severity)}, {finding.name}"
        yield f'<li><a href="#finding-{number}">{_shown(said)}</a></li>'
    yield "</ol>\n</nav>"


def _listed(listed: Sequence[Numbered], words: Phrases) -> Iterator[str]:
    if not listed:
        return
    yield f'<section aria-labelledby="elsewhere">\n<h2 id="elsewhere">{_shown(words.elsewhere)}</h2>'
    yield '<ol class="listed">'
    for each in listed:
        place = each.finding.place
        yield f"<li>{_finding(each, words, place)}</li>"
    yield "</ol>\n</section>"


def _text(source: Source, lines: Sequence[str], placed: Sequence[Numbered], words: Phrases) -> Iterator[str]:
    at: dict[int, list[tuple[Numbered, Stretch]]] = defaultdict(list)
    below: dict[int, list[Numbered]] = defaultdict(list)
    for each in placed:
        below[each.stretches[-1].line].append(each)
        for stretch in each.stretches:
            at[stretch.line].append((each, stretch))
    width = len(str(len(lines)))
    yield f'<section aria-labelledby="text">\n<h2 id="text">{_shown(words.text)}</h2>'
    yield f'<div style="--inset: calc({width}ch + 1rem)">'
    language = escape(source.language)
    for index, line in enumerate(lines):
        yield (
            f'<div class="line" id="line-{index + 1}"><span class="number" style="width: {width}ch">{index + 1}'
            f'</span><span class="said" dir="auto" lang="{language}">{_marked(line, at.get(index, ()))}</span></div>'
        )
        yield from (_finding(each, words) for each in below.get(index, ()))
    yield "</div>\n</section>"


def _marked(line: str, marks: Sequence[tuple[Numbered, Stretch]]) -> str:
    """A line with its marks; where some overlap, the worst shows, and each is numbered where it ends."""
    edges = sorted({0, len(line), *(edge for _, stretch in marks for edge in stretch[1:])})
    pieces = []
    for start, stop in pairwise(edges):
        here = [each for each, stretch in marks if stretch.start <= start and stop <= stretch.stop]
        said = _shown(line[start:stop])
        if not here:
            pieces.append(said)
            continue
        ending = [
            str(each.number)
            for each, stretch in marks
            if stretch.stop == stop and stretch is each.stretches[-1] and stretch.start < stop
        ]
        worst = min((each.finding.severity for each in here), key=lambda severity: severity.rank)
        numbers = f' data-finding="{" ".join(ending)}"' if ending else ""
        pieces.append(f'<mark class="{worst}"{numbers}>{said}</mark>')
    return "".join(pieces)


def _finding(each: Numbered, words: Phrases, place: str = "") -> str:
    number, finding, _ = each
    severity = words.severity(finding.severity)
    where = f"{place}{words.colon} " if place else ""
    return (
        f'<div class="finding {finding.severity}" id="finding-{number}" role="note" '
        f'aria-label="{_shown(words.finding.format(number))}">'
        f'<p><span class="severity">{number}. <span aria-hidden="true">{_SIGNS[finding.severity]}</span> '
        f"{_shown(severity)}{words.colon}</span> {_shown(where + finding.message)}</p>"
        f'<p>{_shown(finding.help)} <span class="rule">[{_shown(f"{finding.code} {finding.name}")}]</span></p></div>'
    )


def _shown(text: str) -> str:
    return escape(text.translate(_SHOWN))
