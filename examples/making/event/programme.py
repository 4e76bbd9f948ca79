"""The programme of the forum: eleven sessions, one of which nobody reports on."""

from __future__ import annotations

import csv
import io

HEAD = ("number", "title", "date", "chair", "rapporteur", "room", "language")
SESSIONS = (
    (
        "0",
        "Work that moves, rights that stay: opening dialogue of the Harbour Forum",
        "2025-10-14",
        "Ines Modelo",
        "",
        "Harbour Hall",
        "en",
    ),
    (
        "1.1",
        "Fair recruitment: who pays, who checks, who answers",
        "2025-10-14",
        "Tomas Vzor",
        "Ana Exemplo",
        "Warehouse 1",
        "en",
    ),
    (
        "1.2",
        "Recognition without borders",
        "2025-10-14",
        "Sofia Paradigma",
        "Bram Voorbeeld",
        "Warehouse 2",
        "en",
    ),
    (
        "1.3",
        "Santé et logement des travailleurs mobiles : l’accès avant le statut",
        "2025-10-14",
        "Marc Échantillon",
        "Lionel Modèle; Claire Fictive",
        "Warehouse 3",
        "fr",
    ),
    (
        "1.4",
        "Trabajo de temporada: circular, seguro y digno",
        "2025-10-15",
        "Pilar Muestra",
        "Elena Ejemplo",
        "Warehouse 2",
        "es",
    ),
    (
        "1.5",
        "Home from sea: return and reintegration of seafarers",
        "2025-10-15",
        "Eeva Malli",
        "Rui Amostra",
        "Warehouse 3",
        "en",
    ),
    (
        "2.1",
        "Ports, towns and first contacts: what local authorities can do",
        "2025-10-15",
        "Ivana Uzorak",
        "Dora Beispiel",
        "Seamen's Club",
        "en",
    ),
    (
        "2.2",
        "Care and domestic work: a workplace behind a front door",
        "2025-10-15",
        "Lena Probe",
        "Noor Namuna; Katri Esimerkki",
        "Seamen's Club",
        "en",
    ),
    (
        "3.1",
        "Diaspora capital: from remittances to shared enterprise",
        "2025-10-15",
        "Ahmed Numune",
        "",
        "Pilot House",
        "en",
    ),
    (
        "3.2",
        "Jeunes en mobilité : premier emploi, voix et droits",
        "2025-10-15",
        "Anaïs Spécimen",
        "",
        "Pilot House",
        "fr",
    ),
    (
        "4",
        "From the quay to the plenary: what we can do on Monday",
        "2025-10-16",
        "Tomas Vzor; Ivana Uzorak",
        "Jonas Pavyzdys",
        "Harbour Hall",
        "en",
    ),
)


def programme() -> bytes:
    """The programme as a table, one session a line."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows((HEAD, *SESSIONS))
    return text.getvalue().encode()
