"""Persons and bodies that plainly do not exist: most are called "example" in some language."""

from __future__ import annotations

PEOPLE_DEV: tuple[tuple[str, str], ...] = (
    ("Ana Exemplo", "Example Network for Mobility"),
    ("Max Mustermann", "Federal Office of Samples"),
    ("Amina Mfano", "Ministry of Specimens and Models"),
    ("Ambassador Juan Ejemplo", "Permanent Representative of Utopia to the Office of Samples"),
    ("Jane Q. Placeholder", "Placeholder Institute"),
    ("Dr Luca Esempio", "University of Nowhere"),
    ("Siti Contoh", "Contoh Workers’ Union"),
    ("Jean Exemple", "Réseau Exemple"),
    ("Erika Muster-Beispiel", "Sample Cities Alliance"),
    ("H.E. Ms Namuna Khan", "Deputy Minister of Examples, Republic of Nowhere"),
)

PEOPLE_HELDOUT: tuple[tuple[str, str], ...] = (
    ("Claire Modèle", "Observatoire Modèle"),
    ("Jan Voorbeeld", "Voorbeeld Foundation"),
    ("Baraka Mfano", "Mfano Centre for Policy Samples"),
    ("María Ejemplo de Prueba", "Red Ejemplo"),
    ("John Doe-Sample", "Sample Chamber of Commerce"),
    ("Elin Exempel", "Exempel Migrant Forum"),
    ("Prof. Aiko Mihon", "Faculty of Fictional Studies"),
    ("Ambassador Tan Contoh", "Permanent Mission of Atlantis"),
    ("Rosa Modelo", "Sindicato Modelo"),
    ("Ms Ola Nordmann", "Directorate of Invented Affairs, Kingdom of Fable"),
)

SPEAKERS: dict[str, tuple[str, ...]] = {
    "en": (
        "Priya Namuna, Sample Union of Carers",
        "Otto Normal, City of Beispielhausen",
        "Fulana de Tal, Network of Returnees",
        "Joe Bloggs, Example Radio",
        "Hong Gildong, Model Youth Council",
        "Tizia Caia, Specimen Law Clinic",
    ),
    "fr": (
        "Awa Exemplaire, Collectif Échantillon",
        "Paul Quidam, Mairie de Nulle-Part",
        "Inès Modèle, Radio Exemple",
    ),
    "es": (
        "Fulana de Tal, Red de Ejemplos",
        "Perico Palotes, Alcaldía de Ninguna Parte",
        "Mengana Prueba, Radio Muestra",
    ),
}

GROUPS_OF_SPEAKERS: dict[str, tuple[str, ...]] = {
    "en": ("a youth delegate", "a mayor", "a trade unionist", "a returnee", "participant from the floor"),
    "fr": ("une jeune déléguée", "un maire", "une syndicaliste"),
    "es": ("una delegada juvenil", "un alcalde", "una sindicalista"),
}

ANONYMOUS: dict[str, str] = {"en": "anonymous", "fr": "anonyme", "es": "anónimo"}

CONSENT: dict[str, tuple[str, ...]] = {
    "en": ("quoted with approval", "quoted with permission"),
    "fr": ("cité avec son accord",),
    "es": ("citado con autorización",),
}
