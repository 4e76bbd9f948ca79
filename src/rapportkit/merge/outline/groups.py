"""How each part of the body is arranged: by theme, by country, by session, or as one list."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapportkit.mentions.addressees import addressee
from rapportkit.mentions.attendance import is_attendance
from rapportkit.mentions.countries import country_name
from rapportkit.mentions.owners import owners
from rapportkit.merge.content import stems
from rapportkit.merge.objectives import filed
from rapportkit.merge.outline.candidates import Candidate
from rapportkit.model.grouping import Theme
from rapportkit.model.outline import Group, Part, Told
from rapportkit.model.summary import SummaryPoint
from rapportkit.model.template import Role

_MANY = 8
"""A list of so many paragraphs is parted by theme."""
_FEW = 2
"""So many of them make a group."""
_PAIR = 2
_PLAIN = 14
"""So many telling words make a sentence that can stand for others; a longer one must share more."""
_REFERRING = frozenset({Role.GLOBAL_COMPACT, Role.AGENDA_2030, Role.GOVERNANCE})
"""What is said of an instrument does not stand for what was discussed."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What arranging needs to know: the names of the sessions by report, and the paper's language."""

    sessions: Mapping[str, str]
    order: Mapping[str, int]
    language: str


def arrange(part: Part, candidates: Sequence[Candidate], setting: Setting) -> tuple[Group, ...]:
    """Arrange the paragraphs of one part; they have no numbers yet."""
    return tuple(_ARRANGED.get(part, _one_list)(candidates, setting))


def leading(candidates: Sequence[Candidate]) -> dict[int, int]:
    """The support of those that stand for a theme where points converge, by rank.

    The first of a theme has that of the theme, the first of another session that of two.
    """
    found: dict[int, int] = {}
    for theme, several in _by_theme([each for each in candidates if each.part is Part.CONVERGENCE]):
        if theme is not None:
            first, *others = _by_representative(several)
            found[first.rank] = theme.sessions
            other = next((each for each in others if each.session != first.session), None)
            if other is not None:
                found[other.rank] = max(_PAIR, other.point.sessions)
    return found


def _one_list(candidates: Sequence[Candidate], _setting: Setting) -> Iterator[Group]:
    yield Group(tuple(_told(_first_shared(candidates))))


def _themes(candidates: Sequence[Candidate], _setting: Setting) -> Iterator[Group]:
    """By theme, what more sessions raise first; the sentence that stands for it before the others."""
    for theme, several in _by_theme(candidates):
        told = tuple(_told(_by_representative(several)))
        if theme is None:
            yield Group(told, sessions=max(each.point.sessions for each in told))
        else:
            yield Group(told, "theme", theme.id, theme.name, theme.sessions)


def _long_list(candidates: Sequence[Candidate], _setting: Setting) -> Iterator[Group]:
    """One list, or where it is long, one for each objective or goal that several of its points share."""
    shared = {
        theme.id: several
        for theme, several in _by_theme(candidates)
        if theme is not None and theme.objective and len(several) >= _FEW
    }
    if len(candidates) < _MANY or len(shared) < _FEW:
        yield from _one_list(candidates, _setting)
        return
    for several in shared.values():
        theme = several[0].theme
        if theme is not None:
            sessions = len({session for each in several for session in _sessions(each, _setting)})
            yield Group(tuple(_told(_first_shared(several))), "theme", theme.id, theme.name, sessions)
    rest = [each for each in candidates if each.theme is None or each.theme.id not in shared]
    if rest:
        yield Group(tuple(_told(_first_shared(rest))))


def _sessions(candidate: Candidate, setting: Setting) -> set[str]:
    return {setting.sessions[support.report] for support in candidate.point.support}


def _by_session(candidates: Sequence[Candidate], setting: Setting) -> Iterator[Group]:
    sessions: dict[str, list[Candidate]] = defaultdict(list)
    for each in sorted(candidates, key=lambda each: (setting.order[each.session], each.rank)):
        sessions[setting.sessions[each.session]].append(each)
    for title, several in sessions.items():
        yield Group(tuple(_told(several)), "session", several[0].session, title, 1)


def _practices(candidates: Sequence[Candidate], setting: Setting) -> Iterator[Group]:
    """By country in the order of the alphabet; then by organisation, then what is nobody's.

    Within a country come its own practices, then those of its cities, then those of others there.
    """
    countries: dict[str, list[tuple[str, str, Candidate]]] = defaultdict(list)
    bodies: list[tuple[str, Candidate]] = []
    others: list[Candidate] = []
    for each in candidates:
        told = owners(each.point.text, each.point.told.language)
        city = next(iter(told.cities), "")
        if told.countries:
            countries[told.countries[0]].append((city, told.body, each))
        elif told.body or city:
            bodies.append((told.body or city, each))
        else:
            others.append(each)
    named = {code: country_name(code, setting.language) for code in countries}
    for code in sorted(countries, key=lambda code: alphabetical(named[code])):
        owned = sorted(
            countries[code],
            key=lambda pair: (
                bool(pair[0] or pair[1]),
                not pair[0],
                alphabetical(pair[0] or pair[1]),
                pair[2].rank,
            ),
        )
        yield Group(tuple(_owned(owned)), "country", code, named[code])
    if bodies:
        bodies.sort(key=lambda pair: (alphabetical(pair[0]), pair[1].rank))
        yield Group(tuple(_owned(("", body, each) for body, each in bodies)), "organisation")
    if others:
        yield Group(tuple(_told(_first_shared(others))))


def _owned(owned: Iterable[tuple[str, str, Candidate]]) -> Iterator[Told]:
    for city, body, each in owned:
        for told in _told([each]):
            yield Told(told.point, told.role, title=told.title, owner=city or body)


def alphabetical(name: str) -> str:
    """A key that puts names in the order of a dictionary, accents aside.

    >>> sorted(["Zambia", "Éthiopie", "Espagne"], key=alphabetical)
    ['Espagne', 'Éthiopie', 'Zambia']
    """
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).replace("œ", "oe")


def _by_theme(candidates: Sequence[Candidate]) -> list[tuple[Theme | None, list[Candidate]]]:
    """Candidates by theme, the themes that more sessions raise first, what has none last."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    themes: dict[str, Theme | None] = {}
    for each in candidates:
        name = each.theme.id if each.theme else ""
        found[name].append(each)
        themes[name] = each.theme

    def order(name: str) -> tuple[bool, int, int, str]:
        theme = themes[name]
        return theme is None, -(theme.sessions if theme else 0), -len(theme.members if theme else ()), name

    return [(themes[name], found[name]) for name in sorted(found, key=order)]


def _first_shared(candidates: Sequence[Candidate]) -> list[Candidate]:
    """What more sessions raise first, else as in the summary."""
    return sorted(candidates, key=lambda each: (-each.point.sessions, each.rank))


def _by_representative(candidates: Sequence[Candidate]) -> list[Candidate]:
    """What stands for all first: of what most sessions raise, the one that shares most words with the others.

    The rest follows as in the summary, what stands below one title together.
    """
    words = {each.rank: set(stems(each.point.text, each.point.told.language)) for each in candidates}
    used = Counter(word for each in words.values() for word in each)

    def shared(each: Candidate) -> float:
        own = words[each.rank]
        return sum(used[word] - 1 for word in own) / max(1.0, len(own) / _PLAIN)

    def order(each: Candidate) -> tuple[bool, int, bool, float, int]:
        return (
            not _is_telling(each),
            -each.point.sessions,
            each.role in _REFERRING,
            -shared(each),
            each.rank,
        )

    first = min(candidates, key=order)
    return [first, *(each for each in _first_shared(candidates) if each is not first)]


def _is_telling(candidate: Candidate) -> bool:
    """Whether the words of a point say what its theme is: it may be there for what it hangs below, or is like."""
    theme, point = candidate.theme, candidate.point
    if theme is None or not theme.objective:
        return True
    if is_attendance(point.text):
        return False
    return theme.objective in {filed(each) for each in (*point.themes, *(each.id for each in point.inferred))}


def _told(candidates: Iterable[Candidate]) -> Iterator[Told]:
    """Paragraphs, the title of a stretch ahead of the first of them that stands below it."""
    titles: set[str] = set()
    for each in candidates:
        title = each.title if each.title and each.title.told.reference not in titles else None
        if title:
            titles.add(title.told.reference)
        yield Told(each.point, each.role, title=title, addressee=_addressee(each.point, each.role))


def addressed(candidates: Sequence[Candidate]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Who is asked to act in any recommendation, those of whom most is asked first, with the references of these."""
    names: dict[str, str] = {}
    asked: dict[str, list[str]] = defaultdict(list)
    for each in candidates:
        name = _addressee(each.point, each.role)
        if name:
            asked[names.setdefault(name.casefold(), name)].append(each.point.told.reference)
    for name in sorted(asked, key=lambda name: (-len(asked[name]), alphabetical(name))):
        yield name, tuple(asked[name])


def _addressee(point: SummaryPoint, role: Role) -> str:
    return addressee(point.text, point.told.language) if role is Role.RECOMMENDATIONS else ""


_ARRANGED: Mapping[Part, Callable[[Sequence[Candidate], Setting], Iterator[Group]]] = {
    Part.CONVERGENCE: _themes,
    Part.DIFFERENCE: _one_list,
    Part.CHALLENGES: _long_list,
    Part.RECOMMENDATIONS: _long_list,
    Part.PRACTICES: _practices,
    Part.SINGLE: _by_session,
    Part.OTHER: _by_session,
}
