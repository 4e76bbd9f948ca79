"""The GFMD roundtable reporting template, Marrakesh 2018, as other people fill it in."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.blocks import Cell, Sheet, Table, cell, para
from corpus.content import Filled
from corpus.forms.parts import (
    PAGE_WIDTH,
    Label,
    Question,
    answer,
    header_blocks,
    header_row,
    hints,
    label_cell,
    lay_out,
    persons,
    session_line,
    side_by_side,
)
from corpus.look import Look


@dataclass(frozen=True, slots=True)
class Wording:
    """The form in one language."""

    template: str
    preamble: tuple[str, ...]
    edited: tuple[str, ...]
    name: Label
    session: Label
    questions: tuple[Question, ...]
    words: dict[str, str]


ENGLISH = Wording(
    template="Reporting Template",
    preamble=(
        "This template is meant to facilitate reporting from the different Roundtable discussions to the closing session on Friday, December 7 (15h30-17h00).",
        "In the interest of time, we advise you to use this template to directly take notes during the respective Roundtable session. Please write in concise bullet points to facilitate the preparation of the final report.",
        'When quoting: the sessions follow Chatham House rules, so please either ask for approval to name speakers/organizations or put "anonymous"',
        "Thank you for your assistance!",
    ),
    edited=(
        "This template is meant to facilitate the reporting from the Roundtable discussions to the closing session on Friday, 7 December.",
        "In the interest of time, we advise you to use this template to take notes directly during the Roundtable session. Please write concise bullet points.",
        "When quoting: the sessions follow the Chatham House rule, so please ask for approval to name speakers/organizations or put “anonymous”.",
    ),
    name=Label("Name of Rapporteur", "Name of the rapporteur(s)", "Name of Raporteur"),
    session=Label("Roundtable session", "Roundtable session (number and title)", "Rountable session"),
    questions=(
        Question(
            "discussion_points",
            1,
            Label(
                "Summary/Main discussion points",
                "Summary / main points discussed",
                "Summary/Main discusion points",
            ),
        ),
        Question("challenges", 2, Label("Challenges", "Main challenges", "Challanges")),
        Question(
            "good_practices",
            3,
            Label(
                "Opportunities / good practices / innovations for the way forward",
                "Good practices / opportunities / innovations",
                "Oportunities / good practises / innovations for the way foward",
            ),
        ),
        Question(
            "gcm_relevance",
            4,
            Label(
                "Relevance to the Global Compact for Migration and its follow-up, implementation and review",
                "Relevance for the Global Compact for Migration, its implementation, follow-up and review",
                "Relevence to the Global Compact for Migration and its follow-up, implementaton and review",
            ),
        ),
        Question(
            "agenda_2030",
            5,
            Label(
                "Contributions to the achievement of the Agenda 2030",
                "Contribution to the 2030 Agenda",
                "Contributions to the acheivement of the Agenda 2030",
            ),
        ),
        Question(
            "quotes",
            6,
            Label("Inspiring quotes", "Inspiring quotes from the session", "Inspring quotes"),
            guidance=(
                "If you like, please give one or two quotes that inspired you during the session.",
                '*Please note that the sessions follow Chatham House rules, so please either ask for approval to name the speaker/organization or put "anonymous".',
            ),
            edited=(
                "If you like, please provide one or two quotes which inspired you during the session. (Chatham House rules apply: please ask for approval to name the speaker/organization, or put “anonymous”.)",
            ),
        ),
    ),
    words={"session": "Session", "round": "Round Table"},
)

FRENCH = Wording(
    template="Modèle de compte rendu",
    preamble=(
        "Le présent modèle vise à faciliter la restitution des différentes tables rondes lors de la séance de clôture du vendredi 7 décembre (15h30-17h00).",
        "Pour gagner du temps, nous vous conseillons d’y prendre directement vos notes pendant la table ronde. Merci d’écrire sous forme de points concis afin de faciliter la préparation du rapport final.",
        "Citations : les séances suivent la règle de Chatham House ; merci de demander l’accord des personnes avant de nommer un orateur ou une organisation, ou d’indiquer « anonyme ».",
        "Merci de votre aide !",
    ),
    edited=(),
    name=Label("Nom du rapporteur", "Nom du/de la rapporteur(e)"),
    session=Label("Table ronde", "Table ronde (numéro et titre)"),
    questions=(
        Question(
            "discussion_points",
            1,
            Label("Résumé / principaux points de discussion", "Principaux points de discussion"),
        ),
        Question("challenges", 2, Label("Défis", "Principaux défis")),
        Question(
            "good_practices",
            3,
            Label(
                "Opportunités / bonnes pratiques / innovations pour l’avenir",
                "Bonnes pratiques / opportunités / innovations",
            ),
        ),
        Question(
            "gcm_relevance",
            4,
            Label(
                "Pertinence pour le Pacte mondial pour les migrations et son suivi, sa mise en œuvre et son examen",
                "Pertinence au regard du Pacte mondial sur les migrations",
            ),
        ),
        Question(
            "agenda_2030",
            5,
            Label("Contributions à la réalisation de l’Agenda 2030", "Contribution à l’Agenda 2030"),
        ),
        Question(
            "quotes",
            6,
            Label("Citations inspirantes", "Citations marquantes"),
            guidance=(
                "Si vous le souhaitez, donnez une ou deux citations qui vous ont inspiré pendant la séance.",
                "*Veuillez noter que les séances suivent la règle de Chatham House : merci de demander l’accord avant de nommer l’orateur ou l’organisation, ou d’indiquer « anonyme ».",
            ),
        ),
    ),
    words={"session": "Session", "round": "Table ronde"},
)

SPANISH = Wording(
    template="Plantilla de informe",
    preamble=(
        "Esta plantilla pretende facilitar la presentación de las distintas mesas redondas en la sesión de clausura del viernes 7 de diciembre (15:30-17:00).",
        "Para ahorrar tiempo, le aconsejamos tomar notas directamente en esta plantilla durante la mesa redonda. Escriba, por favor, en puntos concisos para facilitar la preparación del informe final.",
        "Al citar: las sesiones siguen la regla de Chatham House; pida autorización para nombrar a oradores u organizaciones o escriba «anónimo».",
        "¡Gracias por su ayuda!",
    ),
    edited=(),
    name=Label("Nombre del relator", "Nombre del relator o la relatora"),
    session=Label("Mesa redonda", "Mesa redonda (número y título)"),
    questions=(
        Question(
            "discussion_points",
            1,
            Label("Resumen / principales puntos de discusión", "Principales puntos de discusión"),
        ),
        Question("challenges", 2, Label("Desafíos", "Principales desafíos")),
        Question(
            "good_practices",
            3,
            Label(
                "Oportunidades / buenas prácticas / innovaciones para el futuro",
                "Buenas prácticas / oportunidades / innovaciones",
            ),
        ),
        Question(
            "gcm_relevance",
            4,
            Label(
                "Relevancia para el Pacto Mundial para la Migración y su seguimiento, implementación y examen",
                "Relevancia para el Pacto Mundial sobre Migración",
            ),
        ),
        Question(
            "agenda_2030",
            5,
            Label("Contribuciones al logro de la Agenda 2030", "Contribución a la Agenda 2030"),
        ),
        Question(
            "quotes",
            6,
            Label("Citas inspiradoras", "Citas que inspiraron"),
            guidance=(
                "Si lo desea, indique una o dos citas que le hayan inspirado durante la sesión.",
                "*Tenga en cuenta que las sesiones siguen la regla de Chatham House: pida autorización para nombrar al orador o a la organización o escriba «anónimo».",
            ),
        ),
    ),
    words={"session": "Sesión", "round": "Mesa redonda"},
)

WORDINGS = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}


def compose(filled: Filled, look: Look, language: str, order: list[str]) -> Sheet:
    """The filled form on a sheet; `order` lists the paths of the questions that are there."""
    wording = WORDINGS[language]
    sheet = Sheet()
    _top(sheet, filled, look, wording)
    rows: list[tuple[Cell, ...]] = []
    head = [
        (wording.name.read(look), persons(filled.rapporteurs, look)),
        (wording.session.read(look), [session_line(filled, look, wording.words)]),
    ]
    kind = "control" if look.controls else ""
    if look.layout == "columns":
        rows += [header_row(label, values, kind) for label, values in head]
    else:
        sheet.add(*header_blocks(head, look))
    by_path = {question.path: question for question in wording.questions}
    wide = 2 if look.merged else 1
    if look.layout == "table":
        rows.append((cell(wording.template, "bold", span=wide, shade=True),))
    for path in order:
        question = by_path[path]
        style = _quote_style(look) if path == "quotes" else ""
        answers = answer(filled, path, look, sheet, language, style)
        label, guidance = question.label.read(look), question.hints(look)
        if look.layout == "table":
            rows.append((label_cell(look, question.number, label, guidance, span=wide),))
            rows.append((Cell(tuple(answers), span=wide),))
        elif look.layout == "columns":
            rows += side_by_side(look, label_cell(look, question.number, label, guidance), answers)
        else:
            lay_out(sheet, look, question.number, label, guidance, answers)
    if look.layout == "table":
        sheet.add(Table(tuple(rows), (6.0, PAGE_WIDTH - 6.0) if look.merged else (PAGE_WIDTH,)))
    elif look.layout == "columns":
        sheet.add(Table(tuple(rows), (5.5, PAGE_WIDTH - 5.5)))
    return sheet


def _quote_style(look: Look) -> str:
    return (
        look.points
        if look.layout in ("table", "columns") or look.points in ("bullets", "dash")
        else "paragraphs"
    )


def _top(sheet: Sheet, filled: Filled, look: Look, wording: Wording) -> None:
    event = filled.event
    if look.event == "line":
        sheet.add(para(f"{event['title']}, {event['place']}, {event['dates']}", "title"))
    elif look.event == "lines":
        sheet.add(para(event["title"], "title"), para(f"{event['place']}, {event['dates']}", "subtitle"))
    sheet.add(para(wording.template, "title" if look.event == "missing" else "subtitle"))
    sheet.add(*(para(line, "guidance") for line in hints(look, wording.preamble, wording.edited)))
