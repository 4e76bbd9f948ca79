"""The words of the Dhaka 2016 form, and of a secretariat's Spanish version of it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.forms.parts import Label, Question


@dataclass(frozen=True, slots=True)
class Wording:
    """The form in one language; `pairs` are the two named boxes of sections 3 and 5."""

    template: str
    head: str
    name: Label
    session: Label
    sections: dict[str, Question]
    pairs: dict[str, tuple[tuple[str, str], tuple[str, str]]]
    recommendation: Label
    actions: Label
    indicators: Label
    words: dict[str, str]


def _by_path(*questions: Question) -> dict[str, Question]:
    return {question.path: question for question in questions}


ENGLISH = Wording(
    template="Reporting Template for working session",
    head="Session",
    name=Label("Name of rapporteur(s)", "Name of the rapporteur(s)", "Name of raporteur(s)"),
    session=Label("Session # and theme", "Session number and its theme", "Session # and teme"),
    sections=_by_path(
        Question(
            "progress",
            1,
            Label(
                "Progress: inspiring practices, partnerships and tools",
                "Progress – inspiring practices, tools and partnerships",
                "Progress: inspiring practises, partnerships and tools",
            ),
            (
                "Describe, as concretely as possible, up to four examples identified during the session where progress has been made in the past years in terms of policies, practices or state-civil society partnerships",
            ),
            (
                "Please describe, as concretely as possible, up to four examples from the session where progress has been made in recent years in policies, practices or state-civil society partnerships.",
            ),
        ),
        Question(
            "recommendations",
            2,
            Label(
                "Four recommendations, with related actions and indicators for change in policies and practices",
                "Recommendations, with actions and indicators for change in policies and practices",
                "Four recomendations, with related actions and indicaters for change in policies and practices",
            ),
            (
                "Recommendations: Describe, as concretely as possible, up to four recommendations where changes are needed in policies and practices—either national, regional or global. Also indicate at whom this recommendation is targeted (e.g., states, civil society actors, international agencies, etc.)",
                "Actions: for each recommendation, what does civil society need to do to get these recommendations heard and implemented, either at national, regional or global level?",
                "Indicator(s) of change or success: What specific event(s), or what specific number(s), will demonstrate progress or success on this recommendation?",
            ),
            (
                "Recommendations: describe, as concretely as possible, up to four recommendations where changes are needed in policies and practices (national, regional or global). Please also say at whom each recommendation is targeted, e.g. states, civil society, international agencies.",
                "Actions: for each recommendation, what does civil society need to do to have it heard and implemented?",
                "Indicator(s) of change or success: what specific event(s) or number(s) will show progress on this recommendation?",
            ),
        ),
        Question(
            "governance",
            3,
            Label(
                "Governance mechanisms and the Global Compact for safe, orderly and regular migration",
                "Governance mechanisms and the Global Compact for Migration",
                "Governence mechanisms and the Global Compact for safe, orderly and regular migration",
            ),
            (
                "Did your session suggest anything about (1) global or regional governance mechanisms that need to be improved/changed; and (2) elements that need to be included in the Global Compact for safe, orderly and regular Migration (or where relevant also the Global Compact on Refugees)",
            ),
        ),
        Question(
            "agenda_2030",
            4,
            Label(
                "Implementing related targets of the 2030 Sustainable Development Agenda",
                "Implementation of related targets of the 2030 Agenda for Sustainable Development",
                "Implementing related targets of the 2030 Sustainable Developement Agenda",
            ),
            (
                "One year after the adoption of the 2030 Agenda, are there any lessons we can already draw from implementing its targets related to your session’s theme specifically on the local/national level, and what (more) should civil society do?",
            ),
        ),
        Question(
            "women_children",
            5,
            Label(
                "Recommendations and actions for women / children",
                "Recommendations and actions concerning women and children",
                "Recomendations and actions for women / children",
            ),
            (
                "Do any of the recommendations or action steps of your session specifically relate to women or children and how? [if you have addressed this in the recommendations itself just simply refer to the recommendation no.]",
            ),
        ),
        Question(
            "priority_messages",
            6,
            Label(
                "Priority messages to convey to governments by the CSD Chair on 10 December",
                "Priority messages to be conveyed to governments by the CSD Chair on 10 December",
                "Prioriy messages to convey to goverments by the CSD Chair on 10 December",
            ),
            (
                "If your session could choose only two key messages to be conveyed by the civil society CSD Chair in his report to states on the 10th of December, which would these be? (feel free to just refer back to any point written out above)",
            ),
        ),
        Question(
            "quotes",
            7,
            Label("Inspiring quotes", "Quotes that inspired", "Inspring quotes"),
            (
                "If you like, please provide one or two quotes that you heard during the session that you found inspiring. The sessions follow Chatham House rules, so please either ask for approval to name the speaker/organization or put “anonymous”.",
            ),
        ),
        Question(
            "other_information",
            8,
            Label("Other information", "Any other information", "Other infomation"),
            ("Provide here any other information you think relevant",),
        ),
    ),
    pairs={
        "governance": (
            ("governance_mechanisms", "Governance mechanisms"),
            ("global_compact", "Global Compact"),
        ),
        "women_children": (("women", "Women"), ("children", "Children")),
    },
    recommendation=Label(
        "Recommendation {n} and who targeted to",
        "Recommendation {n} and who it is targeted to",
        "Recomendation {n} and who targetted to",
    ),
    actions=Label(
        "Action(s) for this recommendation (up to two maximum)",
        "Action(s) for this recommendation (two at most)",
        "Action(s) for this recomendation (up to two maximum)",
    ),
    indicators=Label(
        "Indicator(s) of change or success on this recommendation (up to two maximum)",
        "Indicator(s) of change or success for this recommendation (two at most)",
        "Indicater(s) of change or sucess on this recommendation (up to two maximum)",
    ),
    words={"session": "Session", "round": "Working session"},
)

SPANISH = Wording(
    template="Plantilla de informe para la sesión de trabajo",
    head="Sesión",
    name=Label("Nombre del/de los relator(es)"),
    session=Label("N.º y tema de la sesión"),
    sections=_by_path(
        Question(
            "progress",
            1,
            Label("Avances: prácticas, alianzas y herramientas inspiradoras"),
            (
                "Describa, de la manera más concreta posible, hasta cuatro ejemplos identificados durante la sesión en los que se haya avanzado en los últimos años en políticas, prácticas o alianzas entre Estado y sociedad civil",
            ),
        ),
        Question(
            "recommendations",
            2,
            Label(
                "Cuatro recomendaciones, con acciones e indicadores de cambio en políticas y prácticas",
            ),
            (
                "Recomendaciones: describa, de la manera más concreta posible, hasta cuatro recomendaciones en las que se necesiten cambios en políticas y prácticas, ya sean nacionales, regionales o globales. Indique también a quién va dirigida cada una (p. ej. Estados, sociedad civil, organismos internacionales)",
                "Acciones: para cada recomendación, ¿qué debe hacer la sociedad civil para que sea escuchada y aplicada?",
                "Indicador(es) de cambio o éxito: ¿qué hechos o cifras concretas demostrarán el avance o el éxito de esta recomendación?",
            ),
        ),
        Question(
            "governance",
            3,
            Label(
                "Mecanismos de gobernanza y el Pacto Mundial para una migración segura, ordenada y regular"
            ),
            (
                "¿Sugirió su sesión algo sobre (1) los mecanismos de gobernanza globales o regionales que deben mejorarse o cambiarse y (2) los elementos que deben incluirse en el Pacto Mundial para una migración segura, ordenada y regular?",
            ),
        ),
        Question(
            "agenda_2030",
            4,
            Label("Aplicación de las metas relacionadas de la Agenda 2030 para el Desarrollo Sostenible"),
            (
                "A un año de la adopción de la Agenda 2030, ¿qué lecciones pueden extraerse ya de la aplicación de sus metas relacionadas con el tema de su sesión, y qué (más) debería hacer la sociedad civil?",
            ),
        ),
        Question(
            "women_children",
            5,
            Label("Recomendaciones y acciones para mujeres / niñas y niños"),
            (
                "¿Se refiere alguna de las recomendaciones o acciones de su sesión específicamente a mujeres o a niñas y niños, y cómo?",
            ),
        ),
        Question(
            "priority_messages",
            6,
            Label(
                "Mensajes prioritarios que el Presidente de las Jornadas transmitirá a los gobiernos el 10 de diciembre"
            ),
            (
                "Si su sesión pudiera elegir solo dos mensajes clave para el informe del Presidente a los Estados el 10 de diciembre, ¿cuáles serían?",
            ),
        ),
        Question(
            "quotes",
            7,
            Label("Citas inspiradoras"),
            (
                "Si lo desea, indique una o dos citas que haya escuchado durante la sesión y que le hayan inspirado. Las sesiones siguen la regla de Chatham House: pida autorización para nombrar al orador o a la organización o escriba «anónimo».",
            ),
        ),
        Question(
            "other_information",
            8,
            Label("Otra información"),
            ("Indique aquí cualquier otra información que considere relevante",),
        ),
    ),
    pairs={
        "governance": (
            ("governance_mechanisms", "Mecanismos de gobernanza"),
            ("global_compact", "Pacto Mundial"),
        ),
        "women_children": (("women", "Mujeres"), ("children", "Niñas y niños")),
    },
    recommendation=Label("Recomendación {n} y a quién va dirigida"),
    actions=Label("Acción(es) para esta recomendación (dos como máximo)"),
    indicators=Label("Indicador(es) de cambio o éxito de esta recomendación (dos como máximo)"),
    words={"session": "Sesión", "round": "Sesión de trabajo"},
)

WORDINGS = {"en": ENGLISH, "es": SPANISH}
