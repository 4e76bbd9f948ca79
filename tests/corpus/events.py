"""Where and when the events of the corpus took place; some forms were used again for a later event."""

from __future__ import annotations

from corpus.spec import Spec

Known = dict[str, tuple[tuple[str, str, str], ...]]

ROUNDTABLES: Known = {
    "en": (
        ("Roundtable Sessions", "Marrakesh", "6 December 2018"),
        ("Roundtable Sessions", "Marrakesh", "5-6 December 2018"),
        ("Roundtable Sessions", "Quito", "21 January 2020"),
    ),
    "fr": (("Tables rondes", "Marrakech", "6 décembre 2018"),),
    "es": (("Mesas redondas", "Marrakech", "6 de diciembre de 2018"),),
}
DAYS_2016: Known = {
    "en": (("Civil Society Days 2016", "Dhaka, Bangladesh", "8-9 December"),),
    "es": (("Jornadas de la Sociedad Civil 2016", "Daca, Bangladesh", "8-9 de diciembre"),),
}
DAYS_2018: Known = {
    "en": (("2018 Working sessions of the GFMD Civil Society Days", "Marrakesh", "4–6 December 2018"),),
    "fr": (
        (
            "Sessions de travail 2018 des Journées de la société civile du FMMD",
            "Marrakech",
            "4–6 décembre 2018",
        ),
    ),
}
DIALOGUES: Known = {
    "en": (
        (
            "International Dialogue on Migration 2017",
            "Conference room XVII, Palais des Nations, Geneva",
            "18-19 July 2017",
        ),
        (
            "International Dialogue on Migration 2018",
            "Conference Room 4, United Nations Headquarters, New York",
            "26-27 March 2018",
        ),
        ("International Dialogue on Migration 2019", "Palais des Nations, Geneva", "15–16 October 2019"),
    ),
    "fr": (
        ("Dialogue international sur la migration 2017", "Palais des Nations, Genève", "18-19 juillet 2017"),
    ),
    "es": (
        (
            "Diálogo Internacional sobre la Migración 2017",
            "Palacio de las Naciones, Ginebra",
            "18-19 de julio de 2017",
        ),
    ),
}
EVENTS: dict[str, Known] = {
    "gfmd-roundtable-2018": ROUNDTABLES,
    "gfmd-csd-2016": DAYS_2016,
    "gfmd-csd-2018": DAYS_2018,
    "idm-summary-2017": DIALOGUES,
}


def event_of(spec: Spec, place: int) -> dict[str, str]:
    """The event as a document prints it; {} where it prints none."""
    if spec.template not in EVENTS or spec.look.event == "missing":
        return {}
    known = EVENTS[spec.template][spec.language]
    title, where, dates = known[place % len(known)]
    if spec.template == "gfmd-csd-2018" and spec.look.event == "line":
        return {"title": title}
    return {"title": title, "place": where, "dates": dates}
