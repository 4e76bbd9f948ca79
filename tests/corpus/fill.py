"""Fills in a form: what a document says is drawn here, field by field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from corpus.author import Author
from corpus.content import Advice, Chapter, Filled, Person, Said
from corpus.draw import Deck
from corpus.forms.prose import WORDINGS
from corpus.look import Look
from corpus.words.people import ANONYMOUS, CONSENT, GROUPS_OF_SPEAKERS, SPEAKERS

MARKS = {"en": ("“", "”"), "fr": ("« ", " »"), "es": ("«", "»")}
DAYS = {
    "en": ("Tuesday 19 January", "20 January 2021", "Wednesday 20 January", "Thursday, 21 January"),
    "fr": ("mardi 19 janvier", "20 janvier 2021"),
    "es": ("martes 19 de enero", "20 de enero de 2021"),
}
IDM_LEAD = {
    "en": "While contexts differ, participants shared practices such as the following:",
    "fr": "Les contextes diffèrent ; les participants ont néanmoins partagé les pratiques suivantes :",
    "es": "Aunque los contextos difieren, se compartieron prácticas como las siguientes:",
}
IDM_BRIDGE = "This document summarizes the main conclusions. A number of key areas of convergence emerged in the discussion:"


class Filler:
    """Fills in one document."""

    def __init__(self, author: Author, look: Look, language: str) -> None:
        self.author = author
        self.draw = author.draw
        self.look = look
        self.language = language
        self.notes = Deck(self.draw, [author.lead("note") for _ in range(2)])

    def some(self, kind: str, low: int, high: int, *, plain: bool = False) -> tuple[Said, ...]:
        """Points of a kind; with a nested list in the last one where the look asks for lists and `plain` does not forbid it."""
        count = self.draw.between(low, high)
        found = [Said(self._text(kind)) for _ in range(count)]
        if (
            self.look.label_like
            and kind in ("discussion", "practice", "priority", "lesson", "challenge")
            and count > 1
        ):
            found[self.draw.below(count)] = Said(self.author.sentence("trap"))
        if not plain and self.look.nested and count > 1:
            place = self.draw.below(count)
            found[place] = replace(found[place], points=self.below(self.look.nested))
        if (
            not plain
            and self.look.lists_with_lead
            and kind in ("discussion", "practice", "priority", "lesson")
        ):
            found.append(Said(self.author.lead(), self.below(1)))
        return tuple(found)

    def below(self, depth: int) -> tuple[Said, ...]:
        """A nested list; its second point has a list of its own while there is depth left."""
        texts = self.author.phrases("subpoint", self.draw.between(2, 3))
        found = [Said(text) for text in texts]
        if depth > 1:
            found[1] = replace(found[1], points=self.below(depth - 1))
        return tuple(found)

    def _text(self, kind: str) -> str:
        dice = self.draw.below(10)
        if self.look.length == "short":
            return self.author.sentence(
                "fragment" if dice < 3 and kind in ("discussion", "challenge") else kind
            )
        if self.look.length == "long":
            return self.author.paragraph(kind, self.draw.between(2, 4))
        if dice == 0 and kind in ("discussion", "challenge"):
            return self.author.sentence("fragment")
        return self.author.paragraph(kind, 2 if dice > 7 else 1)

    def paragraphs(self, kind: str, count: int, low: int, high: int) -> list[Said]:
        """Paragraphs of several sentences."""
        return [Said(self.author.paragraph(kind, self.draw.between(low, high))) for _ in range(count)]

    def quotes(self, low: int, high: int) -> tuple[Said, ...]:
        """Quotations, with speakers as the look has them."""
        count = self.draw.between(low, high)
        return tuple(self._quote(place) for place in range(count))

    def _quote(self, place: int) -> Said:
        text = self.author.sentence("quote")
        style = self.look.quotes
        if style == "plain" and place % 2:
            return Said(text)
        before, after = ('"', '"') if self.look.straight else MARKS[self.language]
        text = f"{before}{text}{after}"
        if style == "mixed":
            style = ("dash", "brackets", "approval")[(place + self.draw.below(3)) % 3]
        if style == "dash":
            speaker = self.draw.pick(SPEAKERS[self.language])
            return Said(text, speaker=speaker, tail=f" – {speaker}")
        if style == "brackets":
            speaker = ANONYMOUS[self.language]
            return Said(text, speaker=speaker, tail=f" ({speaker})")
        if style == "approval":
            speaker = self.draw.pick(GROUPS_OF_SPEAKERS[self.language])
            consent = self.draw.pick(CONSENT[self.language])
            return Said(text, speaker=speaker, consent=consent, tail=f" — {speaker} [{consent}]")
        return Said(text)


def fill(
    template: str, filler: Filler, event: dict[str, str], session: dict[str, str], people: tuple[Person, ...]
) -> Filled:
    """A filled form of a template."""
    filled = RECIPES[template](filler, Filled(template, event, session, people))
    look = filler.look
    answers = dict(filled.answers)
    for path in (*look.empty, *look.missing):
        answers[path] = ()
    fillers = dict(look.fillers)
    for path in fillers:
        answers[path] = ()
    if look.to_be_confirmed:
        answers[look.to_be_confirmed] = (Said("TBC"),)
    advice = () if "recommendations" in look.missing else filled.advice
    return replace(filled, answers=_touch(answers, look, filler.notes), fillers=fillers, advice=advice)


def _roundtable(filler: Filler, filled: Filled) -> Filled:
    one = filler.look.layout == "runin"
    plain = filler.look.points == "soft"
    some = filler.some
    answers = {
        "discussion_points": some("discussion", 1 if one else 4, 1 if one else 7, plain=plain or one),
        "challenges": some("challenge", 1 if one else 3, 1 if one else 5, plain=True),
        "good_practices": some("practice", 4, 7, plain=plain),
        "gcm_relevance": some("gcm", 1 if one else 2, 1 if one else 3, plain=True),
        "agenda_2030": some("sdg", 1, 1 if one else 2, plain=True),
        "quotes": filler.quotes(1, 2),
    }
    if filler.look.long_table:
        answers["discussion_points"] += some("discussion", 6, 6, plain=True)
        answers["good_practices"] += some("practice", 6, 6, plain=True)
    return replace(filled, answers=answers)


def _csd2016(filler: Filler, filled: Filled) -> Filled:
    look, author = filler.look, filler.author
    some = filler.some
    progress = list(some("practice", 2, 4, plain=True))
    if look.nested:
        progress[-1] = replace(progress[-1], points=filler.below(look.nested))
    if look.paragraphs_in_row:
        progress[0] = Said(f"{author.sentence('practice')}\n{author.sentence('practice')}")
    answers = {
        "progress": tuple(progress),
        "governance_mechanisms": some("governance", 1, 2, plain=True),
        "global_compact": some("compact", 1, 3, plain=True),
        "agenda_2030": some("sdg", 1, 2, plain=True),
        "women": some("women", 1, 1, plain=True),
        "children": some("children", 1, 1, plain=True),
        "priority_messages": some("message", 2, 2, plain=True),
        "quotes": filler.quotes(1, 2),
        "other_information": some("other", 1, 1, plain=True),
    }
    advice = []
    for place in range(look.recommendations):
        actions = some("action", 0 if place == 1 else 1, 3, plain=True)
        indicators = some("indicator", 1 if place else 2, 2, plain=True)
        advice.append(Advice(author.sentence("advice"), actions, indicators))
    if look.nested and advice:
        last = advice[-1].indicators[-1]
        kept = (*advice[-1].indicators[:-1], replace(last, points=filler.below(1)))
        advice[-1] = replace(advice[-1], indicators=kept)
    if look.long_table:
        answers["progress"] = some("practice", 4, 4, plain=True)
    return replace(filled, answers=answers, advice=tuple(advice))


def _csd2018(filler: Filler, filled: Filled) -> Filled:
    plain = filler.look.points == "soft"
    some = filler.some
    first, second = "recommendations_day", "commitments_day"
    return replace(
        filled,
        answers={
            f"{first}/priorities": some("priority", 3, 5, plain=plain),
            f"{first}/good_practices": some("practice", 2, 4, plain=True),
            f"{first}/counterproductive_policies": some("counter", 2, 3, plain=True),
            f"{first}/questions_for_governments": tuple(
                Said(filler.author.sentence("question")) for _ in range(3)
            ),
            f"{first}/quotes": filler.quotes(1, 2),
            f"{second}/lessons_learned": some("lesson", 3, 5, plain=plain),
            f"{second}/existing_structures": some("structure", 2, 4, plain=True),
            f"{second}/links_with_movements": some("link", 2, 3, plain=True),
            f"{second}/collective_action": some("collective", 2, 4, plain=True),
            f"{second}/quotes": filler.quotes(1, 2),
        },
    )


def _idm(filler: Filler, filled: Filled) -> Filled:
    look, draw, author = filler.look, filler.draw, filler.author
    chapters: list[Chapter] = []
    for place in range(draw.between(3, 5)):
        title = author.sentence("title")
        body = filler.paragraphs("area", draw.between(1, 2), 2, 5 if look.length != "short" else 3)
        if look.lists_with_lead and place == 1:
            body.append(Said(author.lead(), filler.below(1)))
        if look.label_like and place == 2:
            body.append(Said(f"{author.sentence('trap')} {author.sentence('area')}"))
        chapters.append(
            Chapter(
                "title",
                title.upper() if look.capitals else title,
                tuple(body),
                None if look.numbers == "none" else place + 1,
            )
        )
    intro = filler.paragraphs("intro", draw.between(1, 3), 1, 3)
    if filler.language == "en" and look.guidance == "kept":
        intro.append(Said(IDM_BRIDGE))
    practices = filler.some("idm_practice", 3, 5, plain=True)
    if look.lists_with_lead:
        practices = (Said(IDM_LEAD[filler.language], practices),)
    return replace(
        filled,
        answers={
            "introduction": tuple(intro),
            "good_practices": practices,
            "conclusion": tuple(filler.paragraphs("idm_conclusion", draw.between(1, 2), 1, 2)),
            "acknowledgements": (Said(author.lead("thanks")),),
        },
        chapters=tuple(chapters),
    )


def _speech(filler: Filler, filled: Filled) -> Filled:
    look, draw, author = filler.look, filler.draw, filler.author
    first = draw.pick(WORDINGS[filler.language].openings).format(
        n=filled.session["number"], date=draw.pick(DAYS[filler.language]), title=filled.session["title"]
    )
    chapters: list[Chapter] = []
    for place, heading in enumerate(author.phrases("heading", draw.between(2, 4))):
        body = filler.paragraphs("speech", draw.between(2, 3), 2, 4 if look.length != "short" else 2)
        if look.lists_with_lead and place == 0:
            items = tuple(Said(text) for text in author.phrases("speech_item", 3))
            if look.nested:
                items = (*items[:-1], replace(items[-1], points=filler.below(look.nested)))
            body.insert(1, Said(author.lead("speech_lead"), items))
        if look.label_like and place == 1:
            body.append(Said(f"{author.sentence('trap')} {author.sentence('speech')}"))
        chapters.append(Chapter("heading", heading.upper() if look.capitals else heading, tuple(body)))
    return replace(
        filled,
        answers={
            "opening": (Said(first), *filler.paragraphs("opening", draw.between(1, 3), 1, 2)),
            "conclusion": tuple(filler.paragraphs("closing", draw.between(1, 2), 1, 2)),
        },
        chapters=tuple(chapters),
    )


RECIPES: dict[str, Callable[[Filler, Filled], Filled]] = {
    "gfmd-roundtable-2018": _roundtable,
    "gfmd-csd-2016": _csd2016,
    "gfmd-csd-2018": _csd2018,
    "idm-summary-2017": _idm,
    "gfmd-rapporteur-summary-2021": _speech,
}


def _touch(answers: dict[str, tuple[Said, ...]], look: Look, notes: Deck) -> dict[str, tuple[Said, ...]]:
    """Let some points pass through the Word features that the look asks for: one point of each field."""
    wanted = ["tracked", "gone", "tracked"] * look.tracked + ["comment"] * look.comments
    wanted += ["link"] * look.links + ["note", "note"] * look.footnotes
    found: dict[str, tuple[Said, ...]] = {}
    for path, said in answers.items():
        fit = [place for place, point in enumerate(said) if _can_be_touched(point)]
        if not wanted or not fit:
            found[path] = said
            continue
        before, point, after = said[: fit[0]], said[fit[0]], said[fit[0] + 1 :]
        found[path] = (*before, *_touched(point, wanted.pop(0), notes), *after)
    return found


def _can_be_touched(point: Said) -> bool:
    return len(point.text.split()) > 7 and not point.points and not point.tail and "\n" not in point.text


def _touched(point: Said, feature: str, notes: Deck) -> tuple[Said, ...]:
    if feature == "gone":
        return (Said("This point was withdrawn before the report was sent.", gone=True), point)
    if feature == "note":
        return (replace(point, note=notes.deal()),)
    return (replace(point, touch=feature),)
