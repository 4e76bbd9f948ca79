"""How a document looks: every liberty that people take with a form, one switch each."""

from __future__ import annotations

from dataclasses import dataclass, fields

MARKS = {
    "bullets": "",
    "numbers": "",
    "paragraphs": "",
    "soft": "- ",
    "dash": "- ",
    "dot": "• ",
    "star": "* ",
    "endash": "– ",
    "paren": "{n}) ",
    "letter": "({a}) ",
}
"""Ways of writing the points of an answer, with the marker typed before each (none: Word's own lists)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The liberties taken with one document; the defaults are the form as it was sent out."""

    # The form.
    layout: str = "headings"  # table, headings, labels, runin, columns; idm and speech: headings, runin
    labels: str = "official"  # official, reworded, typos
    numbers: str = "form"  # form, none, roman, paren, q, auto
    capitals: bool = False
    label_style: str = "heading"  # heading, bold, plain, title
    guidance: str = "kept"  # kept, edited, missing
    header: str = "line"  # line, tab, table, heading: how "Name of Rapporteur" and the like are set out
    event: str = "line"  # line, lines, missing
    session: str = "colon"  # colon, rt, dash, plain, round: "RT 2.3: Title" and the like
    rapporteurs: str = "comma"  # comma, brackets, name, and, semicolons, lines
    shuffled: bool = False
    missing: tuple[str, ...] = ()

    # The answers.
    points: str = "bullets"  # a key of MARKS
    length: str = "mixed"  # short, mixed, long
    nested: int = 0
    lists_with_lead: bool = False
    label_like: bool = False
    empty: tuple[str, ...] = ()
    fillers: tuple[tuple[str, str], ...] = ()
    to_be_confirmed: str = ""
    quotes: str = "plain"  # plain, dash, brackets, approval, mixed
    straight: bool = False
    recommendations: int = 4
    paragraphs_in_row: bool = False

    # Word, and PDF printed from Word.
    controls: bool = False
    tracked: bool = False
    comments: bool = False
    footnotes: bool = False
    links: bool = False
    frame: bool = False  # the whole form inside a table of one cell
    merged: bool = False
    running: bool = False  # running header and footer with page numbers
    list_paragraph: bool = False  # lists by direct numbering on "List Paragraph", as Word's button does
    tagged: bool = False
    serif: bool = False
    long_table: bool = False

    # Text.
    wrap: int = 0
    hanging: bool = True
    newline: str = "\n"
    encoding: str = "utf-8"
    mail: bool = False
    markdown: bool = False
    stray_blanks: bool = False
    page_numbers: bool = False
    hyphens: bool = False
    html: bool = False
    inline_bullets: bool = False
    bullet: str = "• "


TRAITS: dict[tuple[str, object], str] = {
    ("layout", "table"): "table-form",
    ("layout", "headings"): "headings",
    ("layout", "labels"): "label-lines",
    ("layout", "runin"): "label-and-answer-in-one-paragraph",
    ("layout", "columns"): "two-column-table",
    ("labels", "reworded"): "reworded-labels",
    ("labels", "typos"): "typos-in-labels",
    ("numbers", "none"): "unnumbered-labels",
    ("numbers", "roman"): "roman-numbers",
    ("numbers", "paren"): "parenthesis-numbers",
    ("numbers", "q"): "q-numbers",
    ("numbers", "auto"): "auto-numbered-labels",
    ("label_style", "bold"): "bold-labels",
    ("label_style", "plain"): "plain-labels",
    ("label_style", "title"): "title-style-labels",
    ("guidance", "edited"): "guidance-edited",
    ("guidance", "missing"): "guidance-missing",
    ("event", "lines"): "event-on-lines",
    ("event", "missing"): "event-missing",
    ("rapporteurs", "brackets"): "affiliation-in-brackets",
    ("rapporteurs", "and"): "several-rapporteurs",
    ("rapporteurs", "semicolons"): "several-rapporteurs",
    ("rapporteurs", "lines"): "several-rapporteurs",
    ("length", "short"): "short",
    ("length", "long"): "long",
    ("paragraphs_in_row", True): "paragraphs-in-a-row",
    ("lists_with_lead", True): "colon-list",
    ("label_like", True): "label-like-points",
    ("encoding", "cp1252"): "cp1252",
    ("encoding", "utf-16"): "utf-16",
    ("encoding", "utf-8-sig"): "bom",
    ("newline", "\r\n"): "crlf",
    ("header", "tab"): "tabs",
    ("frame", True): "nested-table",
    ("merged", True): "merged-cells",
    ("controls", True): "content-controls",
    ("list_paragraph", True): "list-paragraph",
    ("running", True): "running-header",
    ("mail", True): "mail-quoting",
    ("html", True): "inline-html",
}
"""What a switch is called in the gold's "traits" where the name of the switch does not say it."""

PLAIN_SWITCHES = frozenset(
    {
        "capitals",
        "shuffled",
        "tracked",
        "comments",
        "footnotes",
        "links",
        "tagged",
        "long_table",
        "markdown",
        "stray_blanks",
        "page_numbers",
        "hyphens",
        "inline_bullets",
    }
)


def traits(look: Look, language: str, suffix: str) -> list[str]:
    """The names of everything that is particular about a document, sorted."""
    names = {suffix, language}
    for each in fields(look):
        value = getattr(look, each.name)
        if (each.name, value) in TRAITS:
            names.add(TRAITS[each.name, value])
        elif each.name in PLAIN_SWITCHES and value:
            names.add(each.name.replace("_", "-"))
    names.add(f"points-{look.points}")
    if look.quotes != "plain":
        names.add("quotes-with-speaker")
    if look.nested:
        names.add(f"nested-{look.nested + 1}-levels")
    if look.wrap:
        names.add(f"wrapped-{look.wrap}" if look.hanging else f"wrapped-{look.wrap}-flush")
    for given, name in (
        (look.missing, "section-missing"),
        (look.empty, "empty-sections"),
        (look.fillers, "fillers"),
        (look.to_be_confirmed, "to-be-confirmed"),
    ):
        if given:
            names.add(name)
    return sorted(names)
