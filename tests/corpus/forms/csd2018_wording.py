"""The words of the Marrakesh 2018 civil society form, and of a secretariat's French version of it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.forms.parts import Label, Question

QUOTE_HINT = "If you like, please give one or two quotes that inspired you during the session."
QUOTE_NOTE = '*Please note that the sessions follow Chatham House rules, so please either ask for approval to name the speaker/organization or put "anonymous".'


@dataclass(frozen=True, slots=True)
class Section:
    """Section A or B with its questions."""

    title: Label
    subtitle: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The form in one language."""

    template: str
    theme: Label
    sections: tuple[Section, Section]
    words: dict[str, str]


ENGLISH = Wording(
    template="Reporting Template",
    theme=Label("Session theme", "Theme of the session", "Sesion theme"),
    sections=(
        Section(
            Label(
                "SECTION A: 4 December – Recommendations Day",
                "Section A – Recommendations Day (4 December)",
                "SECTION A: 4 December – Recomendations Day",
            ),
            "Priority messages and recommendations for States during Common Space",
            (
                Question(
                    "recommendations_day/priorities",
                    1,
                    Label(
                        "What are civil society's key priorities and concerns related to this theme?",
                        "What are the key priorities and concerns of civil society on this theme?",
                        "What are civil societys key prioritys and concerns related to this theme?",
                    ),
                ),
                Question(
                    "recommendations_day/good_practices",
                    2,
                    Label(
                        "What good practices or effective multi-stakeholder partnerships are OR have in the past OR could in the future respond to challenges related to this theme?",
                        "Which good practices or effective multi-stakeholder partnerships respond, have responded or could respond to challenges related to this theme?",
                        "What good practises or effective multi-stakholder partnerships are OR have in the past OR could in the future respond to challenges related to this theme?",
                    ),
                ),
                Question(
                    "recommendations_day/counterproductive_policies",
                    3,
                    Label(
                        "What policies and practices exist that are counter-productive to responding to challenges related to this theme, and can ways be identified to improve them?",
                        "What counter-productive policies and practices exist in relation to this theme, and how can they be improved?",
                        "What policies and practices exist that are counter-productive to responding to chalenges related to this theme, and can ways be identifed to improve them?",
                    ),
                ),
                Question(
                    "recommendations_day/questions_for_governments",
                    4,
                    Label(
                        "What are the three questions on this theme we want to ask governments in Common Space?",
                        "Which three questions do we want to ask governments in Common Space?",
                        "What are the three questions on this theme we want to ask goverments in Common Space?",
                    ),
                ),
                Question(
                    "recommendations_day/quotes",
                    0,
                    Label("Inspiring quotes", "Inspiring quotes of the day", "Inspring quotes"),
                    (QUOTE_HINT, QUOTE_NOTE),
                    (
                        "Please give one or two quotes that inspired you during the session (Chatham House rules: ask before naming the speaker/organization, or put “anonymous”).",
                    ),
                ),
            ),
        ),
        Section(
            Label(
                "SECTION B: 6 December – Commitments Day",
                "Section B – Commitments Day (6 December)",
                "SECTION B: 6 December – Comitments Day",
            ),
            "Civil society convergences, advocacy and action in and post Marrakesh Week, into the implementation phase of the Global Compact for Migration",
            (
                Question(
                    "commitments_day/lessons_learned",
                    1,
                    Label(
                        "What was learned from the discussions with governments during Common Space that informs/influences civil society strategy around this theme?",
                        "What did we learn from the discussions with governments during Common Space that influences civil society strategy on this theme?",
                        "What was learnt from the discussions with goverments during Common Space that informs/influences civil society strategy around this theme?",
                    ),
                ),
                Question(
                    "commitments_day/existing_structures",
                    2,
                    Label(
                        "What existing civil society structures, networks and initiatives are already working on this theme?",
                        "Which civil society structures, networks and initiatives already work on this theme?",
                        "What existing civil society structures, networks and iniatives are already working on this theme?",
                    ),
                ),
                Question(
                    "commitments_day/links_with_movements",
                    3,
                    Label(
                        "How can we link with other movements to amplify our voice and impact especially ones that are not in the room but that should be engaged going forward?",
                        "How can we link with other movements, especially those not in the room, to amplify our voice and impact?",
                        "How can we link with other movments to amplify our voice and impact especialy ones that are not in the room but that should be engaged going forward?",
                    ),
                ),
                Question(
                    "commitments_day/collective_action",
                    4,
                    Label(
                        "What collective civil society action should be taken in 2019, during the first year of Global Compact implementation, and at which level?",
                        "What collective action should civil society take in 2019, the first year of Global Compact implementation, and at what level?",
                        "What colective civil society action should be taken in 2019, during the first year of Global Compact implementation, and at wich level?",
                    ),
                ),
                Question(
                    "commitments_day/quotes",
                    0,
                    Label("Inspiring quotes", "Inspiring quotes of the day", "Inspring quotes"),
                    (QUOTE_HINT, QUOTE_NOTE),
                    (
                        "Please give one or two quotes that inspired you during the session (Chatham House rules: ask before naming the speaker/organization, or put “anonymous”).",
                    ),
                ),
            ),
        ),
    ),
    words={"session": "Session", "round": "Working session"},
)

FRENCH_QUOTES = (
    "Si vous le souhaitez, donnez une ou deux citations qui vous ont inspiré pendant la séance.",
    "*Veuillez noter que les séances suivent la règle de Chatham House : merci de demander l’accord avant de nommer l’orateur ou l’organisation, ou d’indiquer « anonyme ».",
)

FRENCH = Wording(
    template="Modèle de compte rendu",
    theme=Label("Thème de la session"),
    sections=(
        Section(
            Label("SECTION A : 4 décembre – Journée des recommandations"),
            "Messages prioritaires et recommandations aux États pendant l’Espace commun",
            (
                Question(
                    "recommendations_day/priorities",
                    1,
                    Label(
                        "Quelles sont les principales priorités et préoccupations de la société civile sur ce thème ?"
                    ),
                ),
                Question(
                    "recommendations_day/good_practices",
                    2,
                    Label(
                        "Quelles bonnes pratiques ou quels partenariats multipartites efficaces répondent, ont répondu ou pourraient répondre aux défis liés à ce thème ?"
                    ),
                ),
                Question(
                    "recommendations_day/counterproductive_policies",
                    3,
                    Label(
                        "Quelles politiques et pratiques sont contre-productives face aux défis liés à ce thème, et comment les améliorer ?"
                    ),
                ),
                Question(
                    "recommendations_day/questions_for_governments",
                    4,
                    Label(
                        "Quelles sont les trois questions que nous voulons poser aux gouvernements sur ce thème pendant l’Espace commun ?"
                    ),
                ),
                Question("recommendations_day/quotes", 0, Label("Citations inspirantes"), FRENCH_QUOTES),
            ),
        ),
        Section(
            Label("SECTION B : 6 décembre – Journée des engagements"),
            "Convergences, plaidoyer et action de la société civile pendant et après la semaine de Marrakech, en vue de la mise en œuvre du Pacte mondial pour les migrations",
            (
                Question(
                    "commitments_day/lessons_learned",
                    1,
                    Label(
                        "Qu’avons-nous appris des échanges avec les gouvernements pendant l’Espace commun qui puisse influencer la stratégie de la société civile sur ce thème ?"
                    ),
                ),
                Question(
                    "commitments_day/existing_structures",
                    2,
                    Label(
                        "Quels structures, réseaux et initiatives de la société civile travaillent déjà sur ce thème ?"
                    ),
                ),
                Question(
                    "commitments_day/links_with_movements",
                    3,
                    Label(
                        "Comment nous lier à d’autres mouvements pour amplifier notre voix et notre impact, en particulier ceux qui ne sont pas dans la salle mais devraient être associés à l’avenir ?"
                    ),
                ),
                Question(
                    "commitments_day/collective_action",
                    4,
                    Label(
                        "Quelle action collective la société civile devrait-elle mener en 2019, première année de mise en œuvre du Pacte mondial, et à quel niveau ?"
                    ),
                ),
                Question("commitments_day/quotes", 0, Label("Citations inspirantes"), FRENCH_QUOTES),
            ),
        ),
    ),
    words={"session": "Session", "round": "Session de travail"},
)

WORDINGS = {"en": ENGLISH, "fr": FRENCH}
