"""What people talk about: one topic's titles and the words that sentences are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of a migration and development conference.

    `issue` is a noun phrase; `groups` and `actors` are plural noun phrases; `obstacles` are noun
    phrases; `measures` are verb phrases that follow "to" and, after a plural subject, stand in the
    present; `facts` are clauses that follow "that". `own` are whole sentences of this topic.
    """

    titles: tuple[str, ...]
    issue: str
    groups: tuple[str, ...]
    actors: tuple[str, ...]
    obstacles: tuple[str, ...]
    measures: tuple[str, ...]
    facts: tuple[str, ...]
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language's sentence frames by kind, and the names that fill them.

    A frame's slots are {issue}, {group}, {actor}, {obstacle}, {measure}, {fact}, {country}, {other},
    {city}, {few}, {many}, {share}, {year}; a capital initial capitalises the words. {Measuring} and
    {measuring} are the English gerund.
    """

    frames: dict[str, tuple[str, ...]]
    countries: tuple[str, ...]
    cities: tuple[str, ...]
