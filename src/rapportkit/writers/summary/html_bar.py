"""What the script needs: the bar of filters and the panel of sources. Both are hidden until it runs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from rapportkit.model.outline import Paper
from rapportkit.writers.summary.body import capital
from rapportkit.writers.summary.html_index import Index, is_country
from rapportkit.writers.summary.html_text import line
from rapportkit.writers.summary.page_phrases import PagePhrases
from rapportkit.writers.summary.phrases import Phrases

Option = tuple[str, str]
"""The value of an option and the words that name it."""

_FIELDS = ("session", "question", "place", "language", "cited", "inferred", "used")
_GROUPS = ("tags_gcm", "tags_sdg", "tags_group")


class Bar:
    """Writes the filters of one paper."""

    def __init__(self, paper: Paper, phrases: Phrases, own: PagePhrases, index: Index) -> None:
        self.paper = paper
        self.phrases = phrases
        self.own = own
        self.index = index

    def filters(self) -> Iterator[str]:
        """A form; the place of an option among its fellows is the number that rows are marked with."""
        points = len(self.index.rows)
        yield f'<form id="bar" role="search" aria-label="{self._say("filter")}" data-of="{points}"{self._said()} hidden>'
        yield '<div class="fields">'
        yield from self._select("session", [("", self._sessions())])
        yield from self._select("theme", self._themes())
        yield from self._select("country", [("", self._countries())])
        yield from self._select("tag", self._tags())
        yield f'<div><label for="f-words">{self._say("words")}</label>'
        yield '<input id="f-words" name="words" type="search" autocomplete="off" spellcheck="false"></div>'
        yield "</div>"
        yield f'<p class="told"><span id="told" role="status"></span> <button type="reset">{self._say("clear")}</button></p>'
        yield "</form>"
        yield '<p id="filtered" hidden></p>'

    def panel(self) -> Iterator[str]:
        """The panel, and what one source is told in."""
        yield '<aside id="panel" aria-labelledby="panel-title" hidden>'
        yield f'<h2 id="panel-title" tabindex="-1">{self._say("source")}</h2>'
        yield f'<button type="button" class="close">{self._say("close")}</button>'
        yield '<div class="sources"></div>\n</aside>'
        fields = "".join(f'<div><dt>{self._say(each)}</dt><dd class="{each}"></dd></div>' for each in _FIELDS)
        yield '<template id="source"><article><h3></h3><blockquote></blockquote><div class="notes"></div>'
        yield f'<dl>{fields}</dl><p><a class="goto" href="#">{self._say("goto")}</a></p></article></template>'

    def _say(self, what: str) -> str:
        return line(self.own.say(what))

    def _said(self) -> str:
        return "".join(f' data-{what}="{line(text)}"' for what, text in self.own.script().items())

    def _select(self, name: str, groups: Iterable[tuple[str, list[Option]]]) -> Iterator[str]:
        yield f'<div><label for="f-{name}">{self._say(name)}</label><select id="f-{name}" name="{name}">'
        yield f'<option value="">{self._say("any")}</option>'
        for title, options in groups:
            told = "".join(f'<option value="{line(value)}">{line(text)}</option>' for value, text in options)
            yield f'<optgroup label="{line(title)}">{told}</optgroup>' if title and told else told
        yield "</select></div>"

    def _sessions(self) -> list[Option]:
        return [(entry.key, entry.session) for entry in self.index.meetings]

    def _themes(self) -> Iterator[tuple[str, list[Option]]]:
        """Themes in the order of the summary: those that several sessions raise come first there."""
        counts = self.index.themes()
        found: dict[str, list[Option]] = {"themes_shared": [], "themes_single": []}
        for number, theme in enumerate(self.paper.summary.themes, 1):
            short = self.phrases.objective(theme.id)
            name = " – ".join(filter(None, (short, capital(theme.name))))
            shared = theme.sessions > 1
            found["themes_shared" if shared else "themes_single"].append(
                (theme.id, f"{name} ({counts[number]})")
            )
        for title, options in found.items():
            yield self.own.say(title), options

    def _countries(self) -> list[Option]:
        named = {
            code: self.index.countries.get(code, code) for code in self.index.codes() if is_country(code)
        }
        counts = self.index.codes()
        ordered = sorted(named, key=lambda code: (_plain(named[code]), code))
        return [(code, f"{named[code]} ({counts[code]})") for code in ordered]

    def _tags(self) -> Iterator[tuple[str, list[Option]]]:
        counts = self.index.codes()
        found: dict[str, list[str]] = {title: [] for title in _GROUPS}
        for code in counts:
            if not is_country(code):
                kind = code.partition("-")[0]
                found[f"tags_{kind}" if f"tags_{kind}" in found else "tags_group"].append(code)
        for title, codes in found.items():
            ordered = sorted(codes, key=self._in_order)
            yield self.own.say(title), [(code, f"{self._tag(code)} ({counts[code]})") for code in ordered]

    def _in_order(self, code: str) -> tuple[list[int], str]:
        """Objectives and goals by number, a target below its goal; groups by name."""
        number = code.partition("-")[2]
        figures = [int(part) if part.isdigit() else 0 for part in number.split(".")]
        return (figures, "") if number[:1].isdigit() else ([], _plain(self._tag(code)))

    def _tag(self, code: str) -> str:
        """A tag by name: "SDG 10.7", "Women"."""
        goal, _, target = code.partition(".")
        short = self.phrases.objective(goal)
        if short:
            return f"{short}.{target}" if target else short
        group = self.phrases.group(code)
        return group if group != code else self.own.named("groups", code)


def _plain(name: str) -> str:
    """A name without accents and capitals, to put names in the order of a dictionary."""
    decomposed = unicodedata.normalize("NFD", name.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
