"""The forms' own words, as the secretariat of the Harbour Forum sent them out: dates changed, three languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Roundtable:
    """The six questions; `questions` maps fields to their labels, `note` follows the last of them."""

    title: str
    preamble: tuple[str, ...]
    rapporteur: str
    session: str
    questions: dict[str, str]
    wish: str
    note: str


@dataclass(frozen=True, slots=True)
class TwoDays:
    """Two sections of questions; each section is its title, its second line and its questions by field."""

    title: str
    theme: str
    sections: tuple[tuple[str, str, dict[str, str]], ...]
    quotes: str
    wish: str
    note: str


ROUNDTABLE_EN = Roundtable(
    "Reporting Template",
    (
        "This template is meant to facilitate reporting from the different Roundtable discussions to the closing session on Thursday, October 16 (15h30-17h00).",
        "In the interest of time, we advise you to use this template to directly take notes during the respective Roundtable session. Please write in concise bullet points to facilitate the preparation of the final report.",
        'When quoting: the sessions follow Chatham House rules, so please either ask for approval to name speakers/organizations or put "anonymous"',
        "Thank you for your assistance!",
    ),
    "Name of Rapporteur:",
    "Roundtable session:",
    {
        "discussion_points": "1. Summary/Main discussion points",
        "challenges": "2. Challenges",
        "good_practices": "3. Opportunities / good practices / innovations for the way forward",
        "gcm_relevance": "4. Relevance to the Global Compact for Migration and its follow-up, implementation and review",
        "agenda_2030": "5. Contributions to the achievement of the Agenda 2030",
        "quotes": "6. Inspiring quotes",
    },
    "If you like, please give one or two quotes that inspired you during the session.",
    '*Please note that the sessions follow Chatham House rules, so please either ask for approval to name the speaker/organization or put "anonymous".',
)

ROUNDTABLE_FR = Roundtable(
    "Modèle de compte rendu",
    (
        "Ce modèle doit faciliter la restitution des différentes tables rondes lors de la séance de clôture du jeudi 16 octobre (15h30-17h00).",
        "Pour gagner du temps, nous vous conseillons d’y prendre directement vos notes pendant la table ronde. Merci d’écrire sous forme de points concis.",
        "Citations : les séances suivent la règle de Chatham House ; merci de demander l’accord des personnes avant de nommer un orateur ou une organisation, ou d’indiquer « anonyme ».",
    ),
    "Nom du rapporteur / de la rapporteuse :",
    "Table ronde :",
    {
        "discussion_points": "1. Résumé / principaux points de discussion",
        "challenges": "2. Défis",
        "good_practices": "3. Opportunités / bonnes pratiques / innovations pour l’avenir",
        "gcm_relevance": "4. Pertinence pour le Pacte mondial pour les migrations et son suivi, sa mise en œuvre et son examen",
        "agenda_2030": "5. Contributions à la réalisation du Programme 2030",
        "quotes": "6. Citations inspirantes",
    },
    "Si vous le souhaitez, donnez une ou deux citations qui vous ont inspiré pendant la séance.",
    "*Veuillez noter que les séances suivent la règle de Chatham House : merci de demander l’accord avant de nommer l’orateur ou l’organisation, ou d’indiquer « anonyme ».",
)

ROUNDTABLE_ES = Roundtable(
    "Plantilla de informe",
    (
        "Esta plantilla pretende facilitar la presentación de las distintas mesas redondas en la sesión de clausura del jueves 16 de octubre (15:30-17:00).",
        "Para ahorrar tiempo, le aconsejamos tomar notas directamente en esta plantilla durante la mesa redonda. Escriba, por favor, en puntos concisos.",
        "Al citar: las sesiones siguen la regla de Chatham House; pida autorización para nombrar a oradores u organizaciones o escriba «anónimo».",
    ),
    "Nombre del relator o la relatora:",
    "Mesa redonda:",
    {
        "discussion_points": "1. Resumen / principales puntos de discusión",
        "challenges": "2. Desafíos",
        "good_practices": "3. Oportunidades / buenas prácticas / innovaciones para el futuro",
        "gcm_relevance": "4. Pertinencia para el Pacto Mundial para la Migración y su seguimiento, implementación y examen",
        "agenda_2030": "5. Contribuciones al logro de la Agenda 2030",
        "quotes": "6. Citas inspiradoras",
    },
    "Si lo desea, indique una o dos citas que le hayan inspirado durante la sesión.",
    "*Tenga en cuenta que las sesiones siguen la regla de Chatham House: pida autorización para nombrar al orador o a la organización o escriba «anónimo».",
)

ROUNDTABLES = {"en": ROUNDTABLE_EN, "fr": ROUNDTABLE_FR, "es": ROUNDTABLE_ES}

TWO_DAYS_EN = TwoDays(
    "Reporting Template",
    "Session theme:",
    (
        (
            "SECTION A: 15 October – Recommendations Day",
            "Priority messages and recommendations for States during Common Space",
            {
                "priorities": "What are civil society's key priorities and concerns related to this theme?",
                "good_practices": "What good practices or effective multi-stakeholder partnerships are OR have in the past OR could in the future respond to challenges related to this theme?",
                "counterproductive_policies": "What policies and practices exist that are counter-productive to responding to challenges related to this theme, and can ways be identified to improve them?",
                "questions_for_governments": "What are the **three questions** on this theme we want to ask governments in Common Space?",
            },
        ),
        (
            "SECTION B: 16 October – Commitments Day",
            "Civil society convergences, advocacy and action in and after the Harbour Forum, in the implementation phase of the Global Compact for Migration",
            {
                "lessons_learned": "What was learned from the discussions with governments during Common Space that informs/influences civil society strategy around this theme?",
                "existing_structures": "What existing civil society structures, networks and initiatives are already working on this theme?",
                "links_with_movements": "How can we link with other movements to amplify our voice and impact especially ones that are not in the room but that should be engaged going forward?",
                "collective_action": "What collective civil society action should be taken in 2026, and at which level?",
            },
        ),
    ),
    "Inspiring quotes",
    "If you like, please give one or two **quotes** that inspired you during the session.",
    '*Please note that the sessions follow Chatham House rules, so please either ask for approval to name the speaker/organization or put "anonymous".',
)

TWO_DAYS_FR = TwoDays(
    "Modèle de compte rendu",
    "Thème de la session :",
    (
        (
            "SECTION A : 15 octobre – Journée des recommandations",
            "Messages prioritaires et recommandations aux États pendant l’Espace commun",
            {
                "priorities": "Quelles sont les principales priorités et préoccupations de la société civile sur ce thème ?",
                "good_practices": "Quelles bonnes pratiques ou quels partenariats multipartites efficaces répondent, ont répondu ou pourraient répondre aux défis liés à ce thème ?",
                "counterproductive_policies": "Quelles politiques et pratiques sont contre-productives face aux défis liés à ce thème, et comment les améliorer ?",
                "questions_for_governments": "Quelles sont les **trois questions** que nous voulons poser aux gouvernements sur ce thème pendant l’Espace commun ?",
            },
        ),
        (
            "SECTION B : 16 octobre – Journée des engagements",
            "Convergences, plaidoyer et action de la société civile pendant et après le Forum du Port, pour la mise en œuvre du Pacte mondial pour les migrations",
            {
                "lessons_learned": "Qu’avons-nous appris des échanges avec les gouvernements pendant l’Espace commun qui puisse influencer la stratégie de la société civile sur ce thème ?",
                "existing_structures": "Quelles structures, quels réseaux et quelles initiatives de la société civile travaillent déjà sur ce thème ?",
                "links_with_movements": "Comment nous lier à d’autres mouvements pour amplifier notre voix et notre action, en particulier ceux qui ne sont pas dans la salle ?",
                "collective_action": "Quelle action collective la société civile devrait-elle mener en 2026, et à quel niveau ?",
            },
        ),
    ),
    "Citations inspirantes",
    "Si vous le souhaitez, donnez une ou deux **citations** qui vous ont inspiré pendant la séance.",
    "*Veuillez noter que les séances suivent la règle de Chatham House : merci de demander l’accord avant de nommer l’orateur ou l’organisation, ou d’indiquer « anonyme ».",
)

TWO_DAYS = {"en": TWO_DAYS_EN, "fr": TWO_DAYS_FR}


@dataclass(frozen=True, slots=True)
class Block:
    """One numbered table of the working-session form: its question, what explains it, and the labels of its rows."""

    title: str
    guidance: tuple[str, ...]
    rows: tuple[tuple[str, str], ...] = ()


WORKING_SESSION = "Reporting Template for working session"
HEAD = ("Session", "Name of rapporteur(s)", "Session # and theme")
PROGRESS = Block(
    "1. Progress: inspiring practices, partnerships and tools",
    (
        "Describe, as concretely as possible, <i>up to four</i> examples identified during the session where progress has been made in the past years in terms of policies, practices or state-civil society partnerships",
    ),
)
RECOMMENDATIONS = Block(
    "2. Four recommendations, with related actions and indicators for change in policies and practices",
    (
        "Recommendations: Describe, as concretely as possible, <i>up to four</i> recommendations where changes are needed in policies and practices—either national, regional or global. Also indicate at whom this recommendation is targeted (e.g., states, civil society actors, international agencies, etc.)",
        "Actions: for each recommendation, what does civil society need to <i>do</i> to get these recommendations heard and implemented, either at national, regional or global level?",
        "Indicator(s) of change or success: <u>What specific event(s), or what specific number(s),</u> will demonstrate progress or success on this recommendation?",
    ),
)
RECOMMENDATION = "Recommendation {} and who targeted to"
ACTIONS = "Action(s) for this recommendation (up to two maximum)."
INDICATORS = "Indicator(s) of change or success on this recommendation (up to two maximum)"
GOVERNANCE = Block(
    "3. Governance mechanisms and the Global Compact for safe, orderly and regular migration",
    (
        "Did your session suggest anything about (1) global or regional governance mechanisms that need to be improved/changed; and (2) elements of the Global Compact for safe, orderly and regular Migration that need attention (<i>or where relevant also the Global Compact on Refugees</i>)",
    ),
    (("1. Governance mechanisms:", "governance_mechanisms"), ("2. Global Compact:", "global_compact")),
)
AGENDA = Block(
    "4. Implementing related targets of the 2030 Sustainable Development Agenda",
    (
        "Are there any lessons we can already draw from implementing its targets related to your session’s theme specifically on the local/national level, and what (more) should civil society do?",
    ),
)
WOMEN_CHILDREN = Block(
    "5. Recommendations and actions for women / children",
    (
        "Do any of the recommendations <u>or</u> action steps of your session specifically relate to women or children and how? <i>[if you have addressed this in the recommendations itself just simply refer to the recommendation no.]</i>",
    ),
    (("1. Women:", "women"), ("2. Children:", "children")),
)
MESSAGES = Block(
    "6. Priority messages to convey to governments by the CSD Chair on 16 October",
    (
        "If your session could choose only two key messages to be conveyed by the civil society CSD Chair in her report to states on the 16th of October, which would these be? <i>(feel free to just refer back to any point written out above)</i>",
    ),
)
QUOTES = Block(
    "7. Inspiring quotes",
    (
        "If you like, please provide one or two quotes that you heard during the session that you found inspiring. The sessions follow Chatham House rules, so please either ask for approval to name the speaker/organization <u>or</u> put “anonymous”.",
    ),
)
OTHER = Block("8. Other information", ("Provide here any other information you think relevant",))
