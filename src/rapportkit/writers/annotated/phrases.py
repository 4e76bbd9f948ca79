"""The few words of annotated copies that no rule says, in three languages."""

from __future__ import annotations

from dataclasses import dataclass

from rapportkit.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words of one language. `tag` is its BCP 47 tag, `spelling` the one that Word spells by.

    Each pair is for one and for many. `severities` are in the order of Severity.
    """

    tag: str
    spelling: str
    found: tuple[str, str]
    nothing: str
    placed: tuple[str, str]
    marked: tuple[str, str]
    listed: tuple[str, str]
    remove: str
    signed: str
    severities: tuple[str, str, str]
    text: str
    elsewhere: str
    line: str
    finding: str
    title: str
    marked_list: str
    colon: str = ":"

    def count(self, forms: tuple[str, str], number: int) -> str:
        """One of two forms, with the number filled in."""
        return forms[number != 1].format(number)

    def severity(self, severity: Severity) -> str:
        """A severity in words."""
        return self.severities[severity.rank]


_BY_LANGUAGE = {
    "en": Phrases(
        tag="en",
        spelling="en-GB",
        found=("rapportkit: {} finding", "rapportkit: {} findings"),
        nothing="rapportkit: nothing to mend was found.",
        placed=(
            "{} stands as a comment at its place.",
            "{} stand as comments at their places.",
        ),
        marked=("{} is marked at its place.", "{} are marked at their places."),
        listed=(
            "{} has no single place in the text and is listed here.",
            "{} have no single place in the text and are listed here.",
        ),
        remove="Before you send the report, delete this shaded list and all comments by rapportkit.",
        signed="The digital signature of the original does not hold for this copy.",
        severities=("error", "warning", "note"),
        text="The text",
        elsewhere="Findings without a place",
        line="Line {}",
        finding="Finding {}",
        title="Findings in {}",
        marked_list="Findings in the text",
    ),
    "fr": Phrases(
        tag="fr",
        spelling="fr-FR",
        found=("rapportkit\N{NO-BREAK SPACE}: {} constat", "rapportkit\N{NO-BREAK SPACE}: {} constats"),
        nothing="rapportkit\N{NO-BREAK SPACE}: rien à corriger.",
        placed=(
            "{} figure en commentaire à sa place.",
            "{} figurent en commentaire à leur place.",
        ),
        marked=("{} est signalé à sa place.", "{} sont signalés à leur place."),
        listed=(
            "{} ne correspond à aucun endroit précis et figure ci-dessous.",
            "{} ne correspondent à aucun endroit précis et figurent ci-dessous.",
        ),
        remove=(
            "Avant d’envoyer le rapport, supprimez cette liste sur fond gris et tous les commentaires de "
            "rapportkit."
        ),
        signed="La signature numérique de l’original ne vaut pas pour cette copie.",
        severities=("erreur", "avertissement", "remarque"),
        text="Le texte",
        elsewhere="Constats sans endroit précis",
        line="Ligne {}",
        finding="Constat {}",
        title="Constats dans {}",
        marked_list="Constats dans le texte",
        colon="\N{NO-BREAK SPACE}:",
    ),
    "es": Phrases(
        tag="es",
        spelling="es-ES",
        found=("rapportkit: {} observación", "rapportkit: {} observaciones"),
        nothing="rapportkit: no hay nada que corregir.",
        placed=(
            "{} figura como comentario en su lugar.",
            "{} figuran como comentarios en su lugar.",
        ),
        marked=("{} está marcada en su lugar.", "{} están marcadas en su lugar."),
        listed=(
            "{} no corresponde a un lugar concreto y figura aquí.",
            "{} no corresponden a un lugar concreto y figuran aquí.",
        ),
        remove=(
            "Antes de enviar el informe, borre esta lista sombreada y todos los comentarios de rapportkit."
        ),
        signed="La firma digital del original no es válida para esta copia.",
        severities=("error", "advertencia", "nota"),
        text="El texto",
        elsewhere="Observaciones sin lugar concreto",
        line="Línea {}",
        finding="Observación {}",
        title="Observaciones sobre {}",
        marked_list="Observaciones en el texto",
    ),
}


def phrases(language: str) -> Phrases:
    """The phrases of a BCP 47 tag's language; English stands in for one that is not at hand."""
    return _BY_LANGUAGE.get(language.split("-", maxsplit=1)[0].lower(), _BY_LANGUAGE["en"])
