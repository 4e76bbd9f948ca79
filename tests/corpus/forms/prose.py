"""The two forms that are prose: the IDM's summary of conclusions and the rapporteur's speech of 2021."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.blocks import Para, Piece, Sheet, para, pieces_of
from corpus.content import Chapter, Filled, Said
from corpus.forms.parts import Label, points
from corpus.look import Look


@dataclass(frozen=True, slots=True)
class Wording:
    """The few words of the two forms that are the form's own, in one language."""

    summary: Label
    introduction: str
    areas: Label
    practices: Label
    conclusion: Label
    thanks: Label
    speech: Label
    speech_conclusion: Label
    openings: tuple[str, ...]


WORDINGS: dict[str, Wording] = {
    "en": Wording(
        summary=Label("Summary of Conclusions", "Summary of the Conclusions", "Sumary of Conclusions"),
        introduction="Introduction",
        areas=Label("Areas of convergence", "Main areas of convergence", "Areas of convergance"),
        practices=Label(
            "Sharing Good Practices", "Good practices shared at the workshop", "Sharing Good Practises"
        ),
        conclusion=Label("Conclusion", "Conclusions", "Conlusion"),
        thanks=Label("Acknowledgements", "Acknowledgments", "Aknowledgements"),
        speech=Label(
            "Roundtable {n} rapporteur summary",
            "Rapporteur’s summary – Roundtable {n}",
            "Rountable {n} raporteur summary",
        ),
        speech_conclusion=Label("Conclusion", "In conclusion", "Conlcusion"),
        openings=(
            "I am pleased to present a summary of our discussion during roundtable {n} held on {date}, which was on ‘{title}’.",
            "It is an honour for me to present the summary of roundtable {n}, which took place on {date} and was devoted to ‘{title}’.",
            "I have the honour of reporting back from roundtable {n}, held on {date} under the title ‘{title}’.",
            "Excellencies, ladies and gentlemen, I am honoured to present a summary of our discussion during roundtable {n} held on {date}, on the theme of ‘{title}’.",
        ),
    ),
    "fr": Wording(
        summary=Label("Synthèse des conclusions"),
        introduction="Introduction",
        areas=Label("Domaines de convergence"),
        practices=Label("Échange de bonnes pratiques"),
        conclusion=Label("Conclusion"),
        thanks=Label("Remerciements"),
        speech=Label("Table ronde {n} – synthèse du rapporteur"),
        speech_conclusion=Label("Conclusion"),
        openings=(
            "J’ai l’honneur de présenter la synthèse de nos échanges lors de la table ronde {n}, tenue le {date}, qui portait sur « {title} ».",
        ),
    ),
    "es": Wording(
        summary=Label("Resumen de conclusiones"),
        introduction="Introducción",
        areas=Label("Ámbitos de convergencia"),
        practices=Label("Intercambio de buenas prácticas"),
        conclusion=Label("Conclusión"),
        thanks=Label("Agradecimientos"),
        speech=Label("Mesa redonda {n}: resumen del relator"),
        speech_conclusion=Label("Conclusión"),
        openings=(
            "Tengo el honor de presentar un resumen de nuestras deliberaciones en la mesa redonda {n}, celebrada el {date}, que trató sobre «{title}».",
        ),
    ),
}


def compose_idm(filled: Filled, look: Look, language: str, order: list[str]) -> Sheet:
    """A summary of conclusions; its parts always come in the order of the form."""
    wording = WORDINGS[language]
    sheet = Sheet()
    event = filled.event
    sheet.add(para(event["title"], "title"), para(filled.session["title"], "subtitle"))
    if look.event == "line":
        sheet.add(para(event["dates"], "subtitle"), para(event["place"], "subtitle"))
    elif look.event == "lines":
        sheet.add(para(f"{event['dates']}, {event['place']}", "subtitle"))
    sheet.add(para(wording.summary.read(look), "question"))
    if look.header == "heading":
        sheet.add(_heading(look, wording.introduction))
    sheet.add(*_body(filled.said("introduction"), look, sheet, "paragraphs"))
    if look.header == "heading":
        sheet.add(_heading(look, wording.areas.read(look)))
    for chapter in filled.chapters:
        _convergence(sheet, chapter, look)
    practices = filled.said("good_practices")
    style = "paragraphs" if any(point.points for point in practices) else look.points
    _part(sheet, look, wording.practices.read(look), _body(practices, look, sheet, style))
    _part(
        sheet,
        look,
        wording.conclusion.read(look),
        _body(filled.said("conclusion"), look, sheet, "paragraphs"),
    )
    thanks = _body(filled.said("acknowledgements"), look, sheet, "paragraphs")
    if look.header == "heading" and thanks:
        sheet.add(_heading(look, wording.thanks.read(look)))
    sheet.add(*thanks)
    return sheet


def compose_speech(filled: Filled, look: Look, language: str, order: list[str]) -> Sheet:
    """A speech with headed sections; its parts always come in the order of the form."""
    wording = WORDINGS[language]
    sheet = Sheet()
    sheet.add(para(wording.speech.read(look, filled.session["number"]), "title"))
    sheet.add(*_body(filled.said("opening"), look, sheet, "paragraphs"))
    for chapter in filled.chapters:
        sheet.add(_heading(look, chapter.title), *_body(chapter.points, look, sheet, "paragraphs"))
    if filled.said("conclusion"):
        label = wording.speech_conclusion.read(look)
        sheet.add(_heading(look, label), *_body(filled.said("conclusion"), look, sheet, "paragraphs"))
    return sheet


def _heading(look: Look, text: str) -> Para:
    return para(text.upper() if look.capitals else text, "question")


def _body(said: Sequence[Said], look: Look, sheet: Sheet, style: str) -> list[Para]:
    """Prose: one paragraph a point; a paragraph that introduces a list has it below."""
    if style != "paragraphs":
        return points(said, look, sheet, style)
    found: list[Para] = []
    for point in said:
        found.append(Para(pieces_of(point), gone=point.gone))
        if point.points:
            found += points(
                point.points, look, sheet, "bullets" if look.points == "paragraphs" else look.points
            )
    return found


def _convergence(sheet: Sheet, chapter: Chapter, look: Look) -> None:
    number = {"form": f"{chapter.number}. ", "paren": f"{chapter.number}) "}.get(look.numbers, "")
    body = _body(chapter.points, look, sheet, "paragraphs")
    if look.layout == "runin":
        sheet.add(Para((Piece(f"{number}{chapter.title}. ", "bold"), *body[0].pieces)), *body[1:])
        return
    title = chapter.title.upper() if look.capitals else chapter.title
    if look.numbers == "auto":
        if chapter.number == 1:
            sheet.questions = sheet.next_series()
        sheet.add(Para((Piece(title),), "question", level=1, list="questions", series=sheet.questions), *body)
        return
    sheet.add(para(f"{number}{title}", "question"), *body)


def _part(sheet: Sheet, look: Look, label: str, body: list[Para]) -> None:
    if look.layout == "runin" and body and body[0].role == "text":
        mark = ". " if len(label) > 12 else ": "
        sheet.add(Para((Piece(f"{label}{mark}", "bold"), *body[0].pieces)), *body[1:])
        return
    sheet.add(_heading(look, label), *body)
