"""The list of what the public edition withholds, and that nothing of it stands anywhere else."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merge.made import REPORTS, dumped, made, restricted, said, seeds
from rapportkit import api
from rapportkit.merge.editions import conceal, gate, publish, unlooked, withheld
from rapportkit.model.coverage import Coverage, CoveredSession
from rapportkit.model.summary import WITHHELD, Summary
from rapportkit.model.withheld import IN_WORDS, Case, Published, Where, Withheld
from rapportkit.writers import WRITERS
from rapportkit.writers.withheld import COLUMNS, write_csv, write_text

EVENT = Path(__file__).parents[1] / "gold" / "event"


def event() -> Summary:
    """The example event as a careful person reads it, restricted."""
    told = [json.loads(path.read_text("utf-8")) for path in sorted(EVENT.glob("*.json"))]
    reports = [
        made(
            each["fields"],
            each["template"],
            number=each["fields"]["session"].get("number", ""),
            title=each["fields"]["session"].get("title", ""),
            language=each["language"],
        )
        for each in told
    ]
    return restricted(*reports)


def texts(summary: Summary) -> Counter[tuple[str, str]]:
    """How often […] stands where: by the reference of a point or the key of a report, and by the kind of place."""
    found: Counter[tuple[str, str]] = Counter()
    found["", Where.SUMMARY] += summary.title.count(WITHHELD)
    for entry in summary.reports:
        found[entry.key, Where.SESSION] += (entry.number + entry.title).count(WITHHELD)
        found[entry.key, Where.EVENT] += sum(value.count(WITHHELD) for _, value in entry.event)
    for each in summary.supports():
        found[each.reference, Where.TEXT] += each.text.count(WITHHELD)
        found[each.reference, Where.CONSENT] += each.consent.count(WITHHELD)
        found[each.reference, Where.PLACE] += each.place.count(WITHHELD)
        found[each.reference, Where.NOTE] += sum(note.text.count(WITHHELD) for note in each.notes)
    return +found


def listed(found: Published) -> Counter[tuple[str, str]]:
    return Counter((case.reference, case.where) for case in found.withheld if case.where in IN_WORDS)


def assert_each_mark_is_one_case(whole: Summary) -> None:
    found = gate(whole)
    assert texts(found.summary) - texts(whole) == listed(found)
    speakers = {case.reference for case in found.withheld if case.where is Where.SPEAKER}
    changed = {
        told.reference
        for given_, told in zip(whole.supports(), found.summary.supports(), strict=True)
        if given_.speaker != told.speaker
    }
    assert speakers == changed
    for case in found.withheld + found.kept:
        assert case.words
        if case.at >= 0:
            assert case.text[case.at : case.at + len(case.words)] == case.words


def test_each_mark_of_the_seeds_is_one_case():
    assert_each_mark_is_one_case(restricted(*seeds()))


def test_each_mark_of_the_example_event_is_one_case():
    whole = event()
    assert_each_mark_is_one_case(whole)
    found = gate(whole)
    words = {case.words for case in found.withheld if case.where is Where.TEXT}
    assert words == {
        "Mayor of Port Selene, Ines Modelo",
        "Director of the Quayside Institute for Work, Henrik Eksempel",
        "Minister of Labour of the host country, Jakub Przykład",
        "City of Rotterdam and the City of Mombasa",
        "Northern Pier",
        "Mayor",
        "Leila",
        "Sénégal",
    }
    assert [case.words for case in found.withheld if case.kind is Withheld.SPEAKER] == [
        "Greta Muster, Maravelle Chamber of Crewing Agents"
    ]
    assert [case.consent for case in found.kept] == ["quoted with approval", "approved by e-mail"]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(REPORTS, max_size=4))
def test_each_mark_is_one_case(reports):
    assert_each_mark_is_one_case(restricted(*reports))


def told(cases: tuple[Case, ...]) -> list[tuple[str, str, str]]:
    return [(case.kind.value, case.where.value, case.words) for case in cases]


def full_report(**more):
    return made(
        {
            "rapporteurs": [{"name": "Ana Exemplo", "affiliation": "Agency for Examples"}],
            "event": {"title": "Forum in memory of Luis Modelo"},
            "challenges": said(
                "The Director of the Agency for Samples, Ilva Modelska, said no. Costs rise. Spain noted this.",
                "Write to ana@example.org; the Minister of Labour said so.",
            ),
            "quotes": [
                {"text": "“One.”", "speaker": "Eva Muster, ILO", "consent": "approved by mail"},
                {
                    "text": "“Two.”",
                    "speaker": "Olaf Beispiel, IOM",
                    "notes": [{"label": "1", "text": "Said to Ana Exemplo."}],
                },
                {"text": "“Three.”", "speaker": "anonyme"},
                {"text": "“Four.”", "speaker": "Jan Voorbeeld", "consent": "to be approved by Jan Voorbeeld"},
            ],
        },
        name="exemplo.docx",
        title="Talk with Professor Ficta",
        **more,
    )


def test_every_case_says_what_was_taken_out_of_which_sentence():
    found = gate(restricted(full_report()))
    assert told(found.withheld) == [
        ("person", "summary", "Luis Modelo"),
        ("file", "report", "exemplo.docx"),
        ("rapporteur", "report", "Ana Exemplo, Agency for Examples"),
        ("person", "session", "Professor Ficta"),
        ("person", "event", "Luis Modelo"),
        ("person", "text", "Director of the Agency for Samples, Ilva Modelska"),
        ("affiliation", "text", "Spain"),
        ("contact", "text", "ana@example.org"),
        ("office", "text", "Minister of Labour"),
        ("speaker", "speaker", "Olaf Beispiel, IOM"),
        ("person", "note", "Ana Exemplo"),
        ("speaker", "speaker", "Jan Voorbeeld"),
        ("person", "consent", "Jan Voorbeeld"),
    ]
    spain = next(case for case in found.withheld if case.words == "Spain")
    assert (spain.reference, spain.text, spain.at) == ("RT 1.2/1", "Spain noted this.", 0)
    assert (spain.session, spain.file) == ("1.2 Talk with Professor Ficta", "exemplo.docx")
    assert told(found.kept) == [("speaker", "speaker", "Eva Muster, ILO")]
    assert (found.kept[0].consent, found.kept[0].kept) == ("approved by mail", True)
    assert withheld(restricted(full_report())) == found.withheld + found.kept


def test_an_anonymous_speaker_keeps_the_words_of_the_report():
    public = publish(restricted(full_report()))
    (three,) = (each for each in public.supports() if each.text == "“Three.”")
    assert (three.speaker, three.withheld) == ("anonyme", False)


def test_the_same_reports_give_the_same_list_in_any_order():
    others = [
        made({"challenges": said("Minister Beispiel said no")}, number=str(number)) for number in range(3)
    ]
    reports = [full_report(), *others]
    assert withheld(restricted(*reports)) == withheld(restricted(*reversed(reports)))


def test_the_list_as_a_table():
    cases = withheld(restricted(full_report()))
    rows = list(csv.DictReader(io.StringIO(write_csv(cases).decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(cases)
    assert {row["circulation"] for row in rows} == {"restricted: not for circulation"}
    assert [row["words"] for row in rows if row["decision"] == "kept"] == ["Eva Muster, ILO"]


@pytest.mark.parametrize(
    ("language", "opening", "count"),
    [
        ("en", "RESTRICTED", "13 cases in which words are withheld"),
        ("fr", "DIFFUSION RESTREINTE", "13 cas où des mots sont retirés"),
        ("es", "DIFUSIÓN RESTRINGIDA", "13 casos en que se retiran palabras"),
    ],
)
def test_the_list_to_read_says_first_that_it_is_restricted(language, opening, count):
    lines = write_text(withheld(restricted(full_report())), language).decode().splitlines()
    assert lines[0].startswith(opening)
    assert any(line.startswith(count) for line in lines)
    assert "    ⟦Spain⟧ noted this." in lines


def test_the_list_of_nothing():
    lines = write_text(()).decode().splitlines()
    assert lines[4:] == ["Nothing is withheld.", "", "No speaker of a quotation is named."]
    assert write_csv(()).decode("utf-8-sig").splitlines() == [",".join(COLUMNS)]


def test_the_phrases_are_complete():
    from importlib.resources import files

    table = json.loads(files("rapportkit.writers.data").joinpath("withheld_phrases.json").read_text("utf-8"))
    assert {frozenset(phrases) for phrases in table.values()} == {frozenset(table["en"])}
    for phrases in table.values():
        assert set(phrases["kinds"]) == {kind.value for kind in Withheld}
        assert set(phrases["where"]) == {each.value for each in Where} - {"text", "speaker", "report"}


# A person who stands in every place that a report has, and what tells her.
NAME = "Ximena Ficticia-Prueba"
OFFICE = "Commissioner for Quarries, Quillonia Agency"
TELLING = ("ximena", "ficticia", "quillonia", "quarries")
PLANTS = {
    "rapporteur": {"rapporteurs": [{"name": NAME, "affiliation": OFFICE}]},
    "speaker": {"quotes": [{"text": "“Stone lasts.”", "speaker": f"{NAME}, {OFFICE}"}]},
    "consent": {
        "quotes": [
            {"text": "“Stone lasts.”", "speaker": "anonymous", "consent": f"asked of {NAME}, {OFFICE}"}
        ]
    },
    "approver": {"quotes": [{"text": "“Stone lasts.”", "consent": f"approval by {NAME} pending"}]},
    "note": {
        "challenges": [{"text": "Dust.", "notes": [{"label": "1", "text": f"Said by {NAME}, {OFFICE}."}]}]
    },
    "text": {"challenges": said(f"As {NAME}, {OFFICE}, explained, dust is everywhere")},
    "office ahead": {"challenges": said(f"The {OFFICE}, {NAME}, presented three findings on dust")},
    "brackets": {"challenges": said(f"{NAME} ({OFFICE}): dust is everywhere")},
    "of": {"challenges": said(f"{NAME} of the Quillonia Agency said that dust is everywhere")},
    "heads": {"challenges": said(f"{NAME}, who heads the Quillonia Agency, spoke of dust")},
    "thanks": {"good_practices": said(f"Dust is swept at night. Thanks to {NAME} for this example")},
    "below": {"challenges": [{"text": "Dust:", "points": said(f"Ms {NAME} noted it")}]},
    "mail": {"challenges": said("Write to ximena.ficticia-prueba@example.org about dust")},
    "page": {"challenges": said("Dust: see https://example.org/staff/ximena-ficticia-prueba.html")},
    "profile": {"challenges": said("Dust: see linkedin.com/in/ximena-ficticia, @ximenaficticia")},
    "event": {
        "event": {
            "title": f"Forum opened by {NAME}",
            "place": f"Hall of Ms {NAME}",
            "dates": f"at Dr {NAME}’s request",
        }
    },
}


def planted(*plants: str, number: str = "1.2", title: str = "Dust", name: str = "report.docx"):
    fields: dict[str, object] = {"challenges": said("Dust is everywhere on the road")}
    for plant in plants:
        for key, value in PLANTS[plant].items():
            fields[key] = [*fields.get(key, ()), *value] if isinstance(value, list) else value
    return made(fields, number=number, title=title, name=name)


def written(summary: Summary) -> dict[str, str]:
    """All that every writer says of a summary, unpacked, in small letters."""
    paper = api.paper(summary)
    pages = {"json": dumped(summary).encode()}
    pages |= {name: write(paper) for name, write in WRITERS.items() if name != "pdf"}
    return {name: unpacked(page).casefold() for name, page in pages.items()}


def unpacked(page: bytes) -> str:
    if not page.startswith(b"PK"):
        return page.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(page)) as held:
        return "\n".join(f"{name}\n{held.read(name).decode('utf-8', 'replace')}" for name in held.namelist())


def printed(summary: Summary) -> str:
    """The words and properties of the PDF, in small letters."""
    import pypdfium2

    with pypdfium2.PdfDocument(WRITERS["pdf"](api.paper(summary))) as pages:
        properties = pages.get_metadata_dict()
        text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    return f"{properties} {' '.join(text.split())}".casefold()


def assert_nobody_is_told(summary: Summary) -> None:
    for form, page in written(summary).items():
        for part in TELLING:
            assert part not in page, f"{form}: {page[max(0, page.index(part) - 80) : page.index(part) + 40]}"


@pytest.mark.parametrize("plant", PLANTS)
def test_a_person_in_one_place_is_told_nowhere(plant):
    whole = restricted(planted(plant))
    assert any(part in dumped(whole).casefold() for part in TELLING)
    assert_nobody_is_told(api.merge([planted(plant)]))


@pytest.mark.parametrize(
    "about",
    [
        {"name": "Ximena_Ficticia-Prueba_final.docx"},
        {"title": f"Keynote by {NAME}"},
        {"title": f"{NAME}, Quillonia Agency: a keynote", "number": ""},
        {"number": f"1.2 {NAME}"},
    ],
)
def test_a_person_in_what_is_said_of_a_report_is_told_nowhere(about):
    assert_nobody_is_told(api.merge([planted(**about)]))


def test_a_person_in_every_place_of_several_reports_is_told_nowhere():
    about = {"title": f"Keynote by {NAME}", "name": "ximena_ficticia.docx"}
    reports = [planted(*PLANTS, number=number, **about) for number in ("1.1", "1.2", "2.1")]
    summary = api.merge(reports)
    assert summary.conservation.points_in == summary.conservation.points_out > 30
    assert_nobody_is_told(summary)
    assert "dust is everywhere" in printed(summary)
    assert not [part for part in TELLING if part in printed(summary)]
    loose = said(
        "See ficticia_dust.docx",
        "Ficticia agreed",
        "XIMENA FICTICIA again",
        "the slides of X. Ficticia-Prueba",
    )
    assert_nobody_is_told(api.merge([*reports, made({"challenges": loose}, number="3")]))


def test_a_programme_is_told_without_people():
    sessions = (
        CoveredSession("1.2", f"Keynote by {NAME}, {OFFICE}", rapporteurs=("Ana Exemplo",)),
        CoveredSession("2.1", "Ports: a talk with Exemplo, and Ficticia"),
        CoveredSession("2.2", "Spain and Morocco: five years of cooperation"),
    )
    told = conceal(Coverage("Harbour Forum", planned=True, sessions=sessions))
    assert [each.title for each in told.sessions] == [
        "Keynote by […]",
        "Ports: a talk with […], and […]",
        "Spain and Morocco: five years of cooperation",
    ]
    assert told.sessions[0].rapporteurs == ()
    assert told.event == "Harbour Forum"


def test_a_key_made_of_a_name_is_made_anew():
    reports = [planted(number="", title=f"{who} on dust") for who in (NAME, "Ana Exemplo", "Costs")]
    summary = api.merge(reports)
    assert_nobody_is_told(summary)
    keys = [entry.key for entry in summary.reports]
    assert "RT Costs" in keys
    assert len(set(keys)) == 3
    assert {each.report for each in summary.supports()} == set(keys)
    named = [case for case in withheld(restricted(*reports)) if case.where is Where.KEY]
    assert {case.words for case in named} == {"RT Ximena", "RT Exemplo"}


PLACES = {
    "attachment session 3.1 diaspora.docx, table 2, row 4": "attachment, table 2, row 4",
    "attachment notes, v2.docx, Ximena.odt, line 3": "attachment, line 3",
    "attachment report.docx": "attachment",
    "attachment a.docx, second bullet, under “See b.docx, or c.docx”": "attachment, second bullet, under “See b.docx, or c.docx”",
    "page 2, line 4": "page 2, line 4",
}


@pytest.mark.parametrize("place", PLACES)
def test_the_name_of_an_attached_file_is_told_in_no_place(place):
    whole = restricted(made({"challenges": said("Spain noted the cost")}))
    (section,) = (each for each in whole.sections if each.points)
    (point,) = section.points
    given = replace(point, support=(replace(point.support[0], place=place),))
    whole = replace(
        whole,
        sections=tuple(
            replace(each, points=(given,)) if each is section else each for each in whole.sections
        ),
    )
    found = gate(whole)
    assert next(found.summary.supports()).place == PLACES[place]
    assert_each_mark_is_one_case(whole)
    assert Where.PLACE not in {case.where for case in found.withheld}


def test_the_case_of_a_name_between_commas_has_neither_of_them():
    whole = restricted(made({"challenges": said("The Director of the Agency, Ilva Modelska, announced it")}))
    found = gate(whole)
    assert next(found.summary.supports()).text == "The […] announced it"
    (case,) = (case for case in found.withheld if case.where is Where.TEXT)
    assert case.words == "Director of the Agency, Ilva Modelska"
    assert_each_mark_is_one_case(whole)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Costs rise", ()),
        ("fr-CH", "Les frais montent", ()),
        ("", "Costs rise", ()),
        ("ru", "Сборы растут", ("ru",)),
        ("pt-BR", "As taxas sobem", ("pt",)),
        ("", "الرسوم مرتفعة", ("",)),
    ],
)
def test_languages_in_which_no_names_are_looked_for(language, text, told):
    report = made({"challenges": said(text)}, language=language)
    assert unlooked(restricted(report)) == told
    assert unlooked(publish(restricted(report))) == told


def test_on_the_record_every_language_is_as_it_is():
    report = made({"introduction": said("Сборы растут")}, "idm-summary-2017", number="7", language="ru")
    assert unlooked(restricted(report)) == ()
    beside = made({"challenges": said("Costs rise")}, language="en")
    assert unlooked(restricted(report, beside)) == ("ru",)
