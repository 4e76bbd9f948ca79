"""The few words of a blank form that are not its template's: the names of the controls to fill in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """Names of controls in one language, and how that language sets a colon. `tag` is what Word spells by."""

    tag: str
    place: str
    session: str
    theme: str
    number: str
    person: str
    title: str
    heading: str
    colon: str = ":"


_BY_LANGUAGE = {
    "en": Phrases(
        tag="en-GB",
        place="place and dates",
        session="number and title of the session",
        theme="title of the session",
        number="number of the session",
        person="name, affiliation",
        title="title of the paragraph",
        heading="a heading of your own",
    ),
    "fr": Phrases(
        tag="fr-FR",
        place="lieu et dates",
        session="numéro et titre de la séance",
        theme="titre de la séance",
        number="numéro de la séance",
        person="nom, fonctions",
        title="titre du paragraphe",
        heading="intertitre de votre choix",
        colon="\N{NO-BREAK SPACE}:",
    ),
    "es": Phrases(
        tag="es-ES",
        place="lugar y fechas",
        session="número y título de la sesión",
        theme="título de la sesión",
        number="número de la sesión",
        person="nombre, cargo",
        title="título del párrafo",
        heading="un título propio",
    ),
}


def phrases(language: str) -> Phrases:
    """The phrases of a language: exact tag, then base language, then English."""
    for tag in (language, language.split("-", maxsplit=1)[0]):
        if tag in _BY_LANGUAGE:
            return _BY_LANGUAGE[tag]
    return _BY_LANGUAGE["en"]
