"""Checked values that the tests of all formats share: plain ones to read, and hostile ones."""

from __future__ import annotations

from hypothesis import strategies as st

from rapportkit.model.checked import Checked, CheckedFile, RuleNote
from rapportkit.model.finding import Finding, Severity
from rapportkit.model.location import Location

ERROR, WARNING, INFO = Severity

WORD, TEXT, SCAN, CLEAN = "rt12 Mobility.docx", "notes.txt", "scan.pdf", "quiet.docx"

FILES = (
    CheckedFile(WORD, "a-form", "A form of 2018", "1.2 Regional mobility"),
    CheckedFile(TEXT, "a-form", "A form of 2018", "2.1 Cities & migrants"),
    CheckedFile(SCAN),
    CheckedFile(CLEAN, "a-form", "A form of 2018", "3 Returns"),
)


def note(code: str, name: str, severity: Severity, summary: str) -> RuleNote:
    page = f"{code} {name} ({severity.value})\n\n{summary}\n\nWhy it matters: the fifth point is not heard.\n"
    return RuleNote(code, name, severity, summary, page)


RULES = (
    note("F008", "pdf-without-text", ERROR, "A PDF holds pictures of pages only."),
    note("L001", "too-many-points", ERROR, "A question holds more points than its form asks for."),
    note("Q002", "quotation-unmarked", WARNING, "A quotation bears neither a speaker nor “anonymous”."),
    note("T002", "label-reworded", INFO, "A label stands in other words."),
)


def finding(file=WORD, code="L001", name="too-many-points", severity=ERROR, **other) -> Finding:
    said = {
        "message": "“Progress” holds 5 points; the form asks for 4 at most",
        "pointer": "/progress/4",
        "location": Location(file, table=2, row=9),
        "help": "Keep the strongest points, or join two that say the same.",
        "key": "many",
        "quote": "The fifth point",
        "place": "table 2, row 9",
    }
    return Finding(file, code, name, severity, **(said | other))


CROWDED = finding()
UNMARKED = finding(
    TEXT,
    "Q002",
    "quotation-unmarked",
    WARNING,
    message="“Quotes”: “100% of <us> & you, now: *act*” bears no mark",
    pointer="/quotes/0",
    location=Location(TEXT, line=12, column=3),
    help="Put “anonymous” behind it.",
    quote="100% of <us> & you, now: *act*",
    place="line 12",
)
REWORDED = finding(
    TEXT,
    "T002",
    "label-reworded",
    INFO,
    message="“Challenges” stands as “Troubles”",
    pointer="",
    location=None,
    help="",
    quote="",
    place="",
)
UNREAD = finding(
    SCAN,
    "F008",
    "pdf-without-text",
    message="holds pictures of pages only",
    pointer="",
    location=None,
    help="Ask for the Word file.",
    quote="",
    place="",
)
WAIVED = finding(
    location=Location(WORD, table=3, row=1), place="table 3, row 1", waived="The chair asked for five."
)

CHECKED = Checked((CROWDED, UNMARKED, REWORDED, UNREAD), FILES, (WAIVED,), RULES)

REPEATED = Checked(
    tuple(
        finding(TEXT, location=Location(TEXT, line=line), place=f"line {line}", pointer=f"/progress/{line}")
        for line in range(1, 10)
    ),
    (FILES[1],),
    rules=RULES,
)
"""Nine of a kind: five are told, four more are of this kind."""

HOSTILE = (
    *("]]>", "--> <!--", "<script>alert(1)</script>", "&amp;&#0;", "\x00\x1b[2J\x9b31m\x7f", "\ud800\udfff"),
    *(
        "\udcff",
        "\u202eطبع\u2066",
        "مرحبا بكم",
        "a\nb\r\nc\u2028d\x85e",
        "::error::x",
        "%0A,:%",
        '=cmd|"x"!A1',
    ),
    *(
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "＝1",
        "[x](http://x.example)",
        "| a |\n|---|",
        "`” *_#",
        "\ufffe\uffff",
    ),
    *(
        "x" * 3000,
        "移民" * 20,
        "{place}",
        "%s",
        "'\"><img src=x>",
        "../a b/ü:%.docx",
        "",
        "1. a",
        "  ",
        "\u0301",
    ),
)
"""Words that break what is careless."""


def hostile() -> st.SearchStrategy[Checked]:
    """Findings with awkward words in every place that holds words."""
    words = st.one_of(
        st.sampled_from(HOSTILE), st.text(st.characters(codec=None), max_size=12), st.text(max_size=12)
    )
    names = st.one_of(words, st.just(WORD))
    numbers = st.none() | st.integers(1, 9999)
    places = st.builds(Location, page=numbers, line=numbers, column=numbers, table=numbers)
    findings = st.builds(
        Finding,
        file=names,
        code=st.sampled_from(["L001", "Q002", "T002", "Z999"]),
        name=words,
        severity=st.sampled_from(Severity),
        message=words,
        pointer=words,
        location=st.none() | places,
        help=words,
        key=words,
        quote=words,
        place=words,
    )
    waived = st.builds(
        Finding,
        file=names,
        code=st.just("L001"),
        name=words,
        severity=st.sampled_from(Severity),
        message=words,
        waived=st.text(min_size=1, max_size=9),
    )
    files = st.builds(
        CheckedFile, name=names, template=st.sampled_from(["", "a-form"]), title=words, session=words
    )
    rules = st.builds(
        RuleNote,
        code=st.sampled_from(["L001", "Q002"]),
        name=words,
        severity=st.sampled_from(Severity),
        summary=words,
        page=words,
    )
    return st.builds(
        Checked,
        findings=st.lists(findings, max_size=9).map(tuple),
        files=st.lists(files, max_size=3, unique_by=lambda file: file.name).map(tuple),
        waived=st.lists(waived, max_size=2).map(tuple),
        rules=st.lists(rules, max_size=2, unique_by=lambda rule: rule.code).map(tuple),
        language=st.sampled_from(["en", "fr", "es", "pt-BR", "zh-Hant", ""]),
    )
