"""Figures in brackets and question marks that an author set: what is a mark of a list, and what is said."""

from __future__ import annotations

import pytest

from rapportkit import api
from rapportkit.templates.catalog import shipped

FORM = """Roundtable Sessions, Marrakesh, 6 December 2018
Reporting Template

Name and affiliation of rapporteur: Ana Exemplo, Example Network
Roundtable session number and title: Round Table 1.2 Migrants

1. Summary / Main discussion points
- Access needs a long view.

2. Challenges
{challenges}

3. Opportunities / good practices / innovations for the way forward
- One counter for all offices.
"""


def challenges(text: str) -> list[str]:
    template = next(each for each in shipped() if each.id == "gfmd-roundtable-2018")
    report = api.extract(api.read(FORM.format(challenges=text).encode(), "x.txt"), template)
    return [point.text for point in report.answer("/challenges").points]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("- [1] See the note.\n- Budgets are short.", ["[1] See the note.", "Budgets are short."]),
        ("[3] See the note.", ["[3] See the note."]),
        ("[1] Budgets are short.\n[2] Data are old.", ["Budgets are short.", "Data are old."]),
        ("- ???\n- Budgets are short.", ["???", "Budgets are short."]),
        ("- …\n- Budgets are short.", ["Budgets are short."]),
        ("- ???", []),
        ("Ninguno/a", []),
        ("Nihil.", []),
        ("Sans objet", []),
        ("None of the States agreed.", ["None of the States agreed."]),
    ],
)
def test_what_is_said_stays_and_what_counts_goes(text, points):
    assert challenges(text) == points
