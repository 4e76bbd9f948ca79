"""A summary as JSON, out and back: the shape in schemas/shapes/summary.json.

The restricted edition carries all that is needed to merge it again. Keys without a value are left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rapportkit.errors import ReadError
from rapportkit.model.document import Note, Source
from rapportkit.model.grouping import Suggestion, Theme
from rapportkit.model.summary import (
    Conservation,
    Inferred,
    ReportEntry,
    Summary,
    SummaryPoint,
    SummarySection,
    Support,
)
from rapportkit.model.template import Role

VERSION = "1"


def dump(summary: Summary) -> dict[str, Any]:
    """Turn a summary into the contract's JSON."""
    return {
        "rapportkit": VERSION,
        "title": summary.title,
        "edition": summary.edition,
        "reports": [_entry(entry) for entry in summary.reports],
        "sessions": summary.sessions,
        "sections": [
            {"role": section.role.value, "title": section.title, "points": _points(section.points)}
            for section in summary.sections
        ],
        "themes": [_theme(theme) for theme in summary.themes],
        "suggestions": [_suggestion(each) for each in summary.suggestions],
        "conservation": {
            "points_in": summary.conservation.points_in,
            "points_out": summary.conservation.points_out,
            "merged": summary.conservation.merged,
        },
        "notices": list(summary.notices),
    }


def load(data: Mapping[str, Any]) -> Summary:
    """Read a summary back from the contract's JSON; ReadError F009 where its shape is another."""
    try:
        return _load(data)
    except KeyError as trouble:
        raise _changed(f"“{trouble.args[0]}” is missing") from trouble
    except (AttributeError, TypeError, ValueError, OverflowError, RecursionError) as trouble:
        raise _changed("a value in it is of another kind than expected") from trouble


def _changed(what: str) -> ReadError:
    return ReadError(
        f"This JSON is not as “rapportkit merge” wrote it ({what}): merge the reports again.", code="F009"
    )


def _entry(entry: ReportEntry) -> dict[str, Any]:
    source = entry.source
    session = {"number": entry.number, "title": entry.title}
    people = [_known({"name": name, "affiliation": place}) for name, place in entry.rapporteurs]
    return {
        "key": entry.key,
        "stem": entry.stem,
        "template": entry.template,
        "form": entry.form,
        "source": _known({"name": source.name})
        | {"sha256": source.sha256, "format": source.format}
        | _known({"pages": source.pages, "language": source.language}),
        "event": dict(entry.event),
        "session": _known(session),
        **({"rapporteurs": people} if people else {}),
        "chatham_house": entry.chatham_house,
        "points": entry.points,
        "words": entry.words,
        "unplaced": entry.unplaced,
        "errors": entry.errors,
        "warnings": entry.warnings,
        **({"superseded": True} if entry.superseded else {}),
    }


def _theme(theme: Theme) -> dict[str, Any]:
    return {
        "id": theme.id,
        "name": theme.name,
        **_known({"objective": theme.objective}),
        "sessions": theme.sessions,
        "points": list(theme.members),
    }


def _suggestion(each: Suggestion) -> dict[str, Any]:
    return {
        "left": each.left,
        "right": each.right,
        "score": each.score,
        "shared": list(each.shared),
        **_known({"parted": list(each.parted)}),
        "joinable": each.joinable,
    }


def _points(points: Sequence[SummaryPoint]) -> list[dict[str, Any]]:
    return [
        {
            "text": point.text,
            "themes": list(point.themes),
            "countries": list(point.countries),
            **(
                {"inferred": [{"id": each.id, "words": each.words} for each in point.inferred]}
                if point.inferred
                else {}
            ),
            "sessions": point.sessions,
            "support": [_support(support) for support in point.support],
            **({"points": _points(point.points)} if point.points else {}),
        }
        for point in points
    ]


def _support(support: Support) -> dict[str, Any]:
    required = {
        "report": support.report,
        "session": support.session,
        "pointer": support.pointer,
        "text": support.text,
        "order": support.order,
    }
    optional = {
        "place": support.place,
        "label": support.label,
        "part": support.part,
        "language": support.language,
        "speaker": support.speaker,
        "consent": support.consent,
        "heading": support.heading,
        "number": support.number,
        "notes": [_known({"label": note.label}) | {"text": note.text} for note in support.notes],
        "withheld": support.withheld,
        "hidden": support.hidden,
        "moved_from": support.moved_from.value if support.moved_from else "",
        "approved": support.approved,
        "id": support.id,
    }
    return required | _known(optional)


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    """What has a value; a number may be 0."""
    return {key: value for key, value in values.items() if value or (value == 0 and value is not False)}


def _load(data: Mapping[str, Any]) -> Summary:
    kept = data["conservation"]
    return Summary(
        title=_text(data["title"]),
        edition=_text(data["edition"]),
        reports=tuple(_load_entry(entry) for entry in data["reports"]),
        sections=tuple(
            SummarySection(Role(section["role"]), _text(section["title"]), _load_points(section["points"]))
            for section in data["sections"]
        ),
        conservation=Conservation(kept["points_in"], kept["points_out"], kept["merged"]),
        notices=tuple(_text(notice) for notice in data.get("notices", ())),
        sessions=int(data.get("sessions", 0)),
        themes=tuple(_load_theme(theme) for theme in data.get("themes", ())),
        suggestions=tuple(_load_suggestion(each) for each in data.get("suggestions", ())),
    )


def _load_theme(data: Mapping[str, Any]) -> Theme:
    return Theme(
        id=_text(data["id"]),
        name=_text(data["name"]),
        members=tuple(map(_text, data["points"])),
        sessions=int(data["sessions"]),
        objective=_text(data.get("objective", "")),
    )


def _load_suggestion(data: Mapping[str, Any]) -> Suggestion:
    return Suggestion(
        left=_text(data["left"]),
        right=_text(data["right"]),
        score=float(data["score"]),
        shared=tuple(map(_text, data["shared"])),
        parted=tuple(map(_text, data.get("parted", ()))),
        joinable=bool(data["joinable"]),
    )


def _load_entry(data: Mapping[str, Any]) -> ReportEntry:
    source, session = data["source"], data["session"]
    return ReportEntry(
        key=_text(data["key"]),
        source=Source(
            _text(source.get("name", "")),
            _text(source["sha256"]),
            _text(source["format"]),
            source.get("pages"),
            _text(source.get("language", "")),
        ),
        template=_text(data["template"]),
        event=tuple((key, _text(value)) for key, value in data["event"].items()),
        number=_text(session.get("number", "")),
        title=_text(session.get("title", "")),
        rapporteurs=tuple(
            (_text(each.get("name", "")), _text(each.get("affiliation", "")))
            for each in data.get("rapporteurs", ())
        ),
        chatham_house=bool(data["chatham_house"]),
        points=int(data["points"]),
        unplaced=int(data["unplaced"]),
        stem=_text(data["stem"]),
        form=_text(data["form"]),
        words=int(data.get("words", 0)),
        errors=int(data.get("errors", 0)),
        warnings=int(data.get("warnings", 0)),
        superseded=bool(data.get("superseded", False)),
    )


def _load_points(data: Sequence[Mapping[str, Any]]) -> tuple[SummaryPoint, ...]:
    return tuple(
        SummaryPoint(
            text=_text(point["text"]),
            support=tuple(_load_support(support) for support in point["support"]),
            points=_load_points(point.get("points", ())),
            themes=tuple(map(_text, point["themes"])),
            inferred=tuple(
                Inferred(_text(each["id"]), _text(each["words"])) for each in point.get("inferred", ())
            ),
            countries=tuple(map(_text, point["countries"])),
            sessions=int(point["sessions"]),
        )
        for point in data
    )


def _load_support(data: Mapping[str, Any]) -> Support:
    return Support(
        report=_text(data["report"]),
        session=_text(data["session"]),
        pointer=_text(data["pointer"]),
        text=_text(data["text"]),
        order=int(data["order"]),
        place=_text(data.get("place", "")),
        label=_text(data.get("label", "")),
        part=_text(data.get("part", "")),
        language=_text(data.get("language", "")),
        speaker=_text(data.get("speaker", "")),
        consent=_text(data.get("consent", "")),
        heading=bool(data.get("heading", False)),
        number=data.get("number"),
        notes=tuple(
            Note(_text(note.get("label", "")), _text(note["text"])) for note in data.get("notes", ())
        ),
        withheld=bool(data.get("withheld", False)),
        hidden=bool(data.get("hidden", False)),
        moved_from=Role(data["moved_from"]) if "moved_from" in data else None,
        approved=bool(data.get("approved", False)),
        id=_text(data.get("id", "")),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r:.40} is no text")
    return value
