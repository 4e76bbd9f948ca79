"""Nothing appears in a paper that no report says, no figure that the reports do not give, and no point is lost."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace

import lxml.etree
import lxml.html
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from merge.made import REPORTS, made, said, seeds
from rapportkit.merge.consolidate import consolidate
from rapportkit.model.decisions import Decisions, ThemeDecision
from rapportkit.model.outline import PACE
from rapportkit.writers import WRITERS
from rapportkit.writers.summary.nodes import Heading, Item, Node, Paragraph, Picture, Row, Run, Table
from rapportkit.writers.summary.paper import lay_out
from rapportkit.writers.summary.phrases import Phrases
from writers.paper_figures import annexed, meetings, misfigured, misplaced, words_of
from writers.paper_words import Truth, strangers, truth_of
from writers.papers_made import (
    EDITIONS,
    LANGUAGES,
    MINUTES,
    PACKAGE,
    PROGRAMME,
    SETS,
    Made,
    event,
    known,
    laid,
    merged,
    plain,
    points_of,
    runs_of,
)

LAWS = settings(max_examples=60, deadline=None, derandomize=True)
INVENTED = "Delegates agreed that fees must end"
every_set = pytest.mark.parametrize("name", SETS)
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_edition = pytest.mark.parametrize("edition", EDITIONS)


# Words.


@every_set
@every_language
@every_edition
def test_every_run_of_text_stands_in_a_report_or_in_a_closed_table(name, language, edition):
    made_ = known(name, edition, language)
    truth = truth_of(made_, PROGRAMME)
    papers, notes = laid(name, edition, language)
    assert strangers(made_.nodes(200, PROGRAMME), truth) == []
    for nodes in (*papers.values(), *notes.values()):
        assert strangers(nodes, truth) == []


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@LAWS
@given(
    st.lists(REPORTS, max_size=4),
    st.sampled_from(EDITIONS),
    st.sampled_from(LANGUAGES),
    st.sampled_from([0, 20, 3300]),
    st.booleans(),
)
def test_whatever_is_reported_nothing_is_added_and_nothing_lost(reports, edition, language, budget, planned):
    made_ = merged(reports, edition, language)
    programme = PROGRAMME if planned else None
    nodes, truth = made_.nodes(budget, programme), truth_of(made_, programme)
    assert strangers(nodes, truth) == []
    assert strangers(made_.nodes(minutes=3), truth) == []
    assert misfigured(nodes, made_) == []
    assert misfigured(made_.nodes(minutes=3), made_) == []
    assert misplaced(nodes, made_, budget) == []


def test_names_that_an_editor_gave_are_told_and_no_others():
    reports = [
        made({"discussion_points": said("Employers should pay recruitment fees.")}, number=number)
        for number in ("1", "2")
    ]
    decisions = Decisions(themes=(ThemeDecision("Who pays for a job", "gcm-6"),))
    made_ = merged(reports, "public", decisions=decisions)
    assert strangers(made_.nodes(), truth_of(made_, editor=["Who pays for a job"])) == []
    assert "Who pays for a job" in strangers(made_.nodes(), truth_of(made_))


def test_no_table_speaks_of_a_consensus():
    tables = [*PACKAGE.glob("writers/data/*_phrases.json"), PACKAGE / "merge" / "data" / "wording.json"]
    assert len(tables) > 4
    assert [
        file.name for file in tables if re.search("consens", file.read_text("utf-8"), re.IGNORECASE)
    ] == []


def test_a_consensus_that_a_report_tells_of_is_told_word_for_word():
    nodes = known("seeds").nodes(0)
    told = [run for node in nodes if isinstance(node, Item) for run in node.runs if "consensus" in run.text]
    reported = {point.text for report, _ in seeds() for _, point in points_of(report)}
    assert told
    assert all(any(run.text.strip(" .…") in text for text in reported) for run in told)


# What an invented word would meet.


def is_lead(node: Node) -> bool:
    return isinstance(node, Paragraph) and node.style == "lead"


def is_notice(node: Node) -> bool:
    return isinstance(node, Paragraph) and node.style == "notice"


def is_table(head: str) -> Callable[[Node], bool]:
    return lambda node: isinstance(node, Table) and Phrases().say(head) in node.head


PLACES: dict[str, Callable[[Node], bool]] = {
    "title": lambda node: isinstance(node, Heading) and node.level == 0,
    "heading": lambda node: isinstance(node, Heading) and node.level == 2,
    "cover": is_lead,
    "theme": is_notice,
    "body": lambda node: isinstance(node, Item),
    "coverage": is_table("form"),
    "addressees": is_table("addressee"),
    "annex": is_table("told_in"),
    "log": is_table("shared"),
    "picture": lambda node: isinstance(node, Picture),
}


def with_words(node: Node, words: str) -> Node:
    """A node that says some more."""
    match node:
        case Table():
            row = node.rows[-1]
            return replace(node, rows=(*node.rows[:-1], replace(row, cells=((Run(words),), *row.cells[1:]))))
        case Picture():
            return replace(node, rows=(*node.rows[:-1], words))
    return replace(node, runs=(*node.runs, Run(words)))


@pytest.fixture(scope="module")
def forum() -> tuple[list[Node], Truth]:
    return known("event").nodes(), truth_of(known("event"))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "words", [f"{INVENTED}.", INVENTED, "General consensus", "(by consensus)", "most sessions"]
)
def test_an_invented_run_is_caught_wherever_it_stands(forum, place, words):
    nodes, truth = forum
    at = next(at for at, node in enumerate(nodes) if PLACES[place](node))
    changed = [*nodes[:at], with_words(nodes[at], words), *nodes[at + 1 :]]
    assert strangers(changed, truth) == [words]


@pytest.mark.parametrize(
    "node",
    [
        Heading(1, (Run(INVENTED),)),
        Paragraph((Run(f"{INVENTED}."),), "notice"),
        Item(1, (Run(f"{INVENTED}."),)),
        Table((INVENTED,), (), (1.0,)),
        Picture(INVENTED, (), (), ()),
    ],
)
def test_an_invented_node_is_caught(forum, node):
    nodes, truth = forum
    assert [plain(each).rstrip(".") for each in strangers([*nodes, node], truth)] == [INVENTED]


def test_an_invented_sentence_in_speaking_notes_is_caught(forum):
    nodes = known("event").nodes(minutes=3)
    assert strangers([*nodes, Item(0, (Run(f"{INVENTED}."),))], forum[1]) == [f"{INVENTED}."]


CHANGES: dict[str, Callable[[str], str]] = {
    "a word more": lambda text: f"{text[:-1]} always.",
    "a word less": lambda text: text.partition(" ")[2],
    "a word changed": lambda text: re.sub(r"\w+", "nobody", text, count=1),
    "the end cut off": lambda text: text.rpartition(" ")[0],
    "two in one": lambda text: f"{text} {text}",
    "an end cut off within a word": lambda text: f"{text[: text.rindex(' ') + 2]} …",
}


@pytest.mark.parametrize("change", CHANGES)
def test_words_of_a_report_that_are_not_its_own_any_more_are_caught(forum, change):
    nodes, truth = forum
    at, item = next(
        (at, node) for at, node in enumerate(nodes) if isinstance(node, Item) and len(node.runs[1].text) > 60
    )
    run = replace(item.runs[1], text=CHANGES[change](item.runs[1].text))
    changed = [*nodes[:at], replace(item, runs=(item.runs[0], run, *item.runs[2:])), *nodes[at + 1 :]]
    assert strangers(changed, truth) == [plain(run.text)]


# Figures.


@every_set
@every_language
@every_edition
def test_every_figure_and_every_number_of_a_paragraph_is_right(name, language, edition):
    made_ = known(name, edition, language)
    papers, notes = laid(name, edition, language)
    for budget, nodes in papers.items():
        assert misfigured(nodes, made_) == []
        assert misplaced(nodes, made_, budget) == []
    for nodes in notes.values():
        assert misfigured(nodes, made_) == []


@pytest.mark.parametrize(("name", "count"), [("seeds", 5), ("event", 10)])
def test_a_session_that_is_reported_twice_counts_once(name, count):
    assert len(set(meetings(known(name)).values())) == known(name).summary.sessions == count


@every_language
def test_against_the_programme_each_session_is_received_or_missing(language):
    nodes, phrases = known("event", language=language).nodes(200, PROGRAMME), Phrases(language)
    cover = " ".join(run.text for node in nodes[:6] for run in runs_of(node))
    assert re.search(r"\b10\b\D*\b11\b", cover) or "10 de 11" in cover
    (table,) = (node for node in nodes if isinstance(node, Table) and phrases.say("form") in node.head)
    rows = [[run.text for cell_ in row.cells for run in cell_[:1]] for row in table.rows]
    assert [row[:3] for row in rows if phrases.say("missing") in row] == [
        ["1.5", "Home from sea: return and reintegration of seafarers", phrases.say("missing")]
    ]
    received = {row[2]: [int(figure) for figure in row[5:7]] for row in rows[:-1] if row[5]}
    assert received == {
        key: [
            sum(len(point.text.split()) for _, point in points_of(report)),
            sum(1 for _ in points_of(report)),
        ]
        for key, (report, _) in known("event", language=language).reports.items()
    }
    assert [int(figure) for figure in rows[-1][-3:-1]] == [
        sum(each) for each in zip(*received.values(), strict=True)
    ]


def test_what_an_editor_decided_is_told_with_the_right_figures_and_reasons():
    pairs = event()
    (second,) = (report for report, _ in pairs if "v2 FINAL" in report.source.name)
    whole = consolidate(pairs, edition="restricted")
    hidden = next(
        each.id for each in whole.supports() if "ends when the night" in each.text or each.order == 3
    )
    decisions = Decisions(preferred=(second.source.sha256[:12],), hidden=(hidden,))
    for edition in EDITIONS:
        made_ = merged(pairs, edition, decisions=decisions)
        nodes = made_.nodes()
        assert strangers(nodes, truth_of(made_)) == []
        assert misfigured(nodes, made_) == []
        assert misplaced(nodes, made_, 3300) == []
        said_ = {where.text for rows in annexed(nodes).values() for _, _, _, where in rows}
        assert {"superseded", "left out", "annex only"} <= said_


def test_a_superseded_report_raises_nothing():
    pairs = [
        made({"challenges": said("Forms come in one language.")}, number="1", content="first"),
        made({"challenges": said("Queues are long.")}, number="1", content="second"),
        made({"challenges": said("Forms come in one language.")}, number="2", content="other"),
    ]
    made_ = merged(pairs, "public", decisions=Decisions(preferred=(pairs[1][0].source.sha256[:12],)))
    assert misfigured(made_.nodes(), made_) == []


@pytest.mark.parametrize("language", ["fr", "es"])
def test_a_speaker_who_is_not_named_is_called_so_in_the_language_of_the_paper(language):
    quote = {"text": "“A door is a border.”", "speaker": "Ana Exemplo, ILO"}
    nodes = merged([made({"quotes": [quote]})], "public", language).nodes()
    told = [run.text for node in nodes for run in runs_of(node) if run.text.startswith(" — ")]
    assert told == [f" — {Phrases(language).say('anonymous')}"] * 2


FIRST = next(
    point.text
    for report, _ in event()
    for pointer, point in points_of(report)
    if pointer == "/discussion_points/0"
)
FIGURES: dict[str, str] = {
    "a point": r" \(raised in \d+ of \d+ sessions\)",
    "a theme": r"Raised in \d+ of \d+ sessions: ",
    "the cover": r"The reports hold \d+ points.*",
    "the sessions of the cover": r"\d+ reports on \d+ sessions",
}


@pytest.fixture(scope="module")
def shared() -> tuple[Made, list[Node]]:
    """The event with a point that a session more raises."""
    more = made({"discussion_points": said(FIRST)}, number="9.9", title="Home again", content="more")
    made_ = merged([*event(), more], "public")
    return made_, made_.nodes()


@pytest.mark.parametrize("which", FIGURES)
@pytest.mark.parametrize("figure", [0, -1])
def test_a_wrong_figure_is_caught(shared, which, figure):
    made_, nodes = shared
    at, run = next(
        (at, run)
        for at, node in enumerate(nodes)
        if not isinstance(node, Table)
        for run in runs_of(node)
        if re.fullmatch(FIGURES[which], run.text)
    )
    number = [*re.finditer(r"\d+", run.text)][figure]
    text = f"{run.text[: number.start()]}{int(number[0]) + 1}{run.text[number.end() :]}"
    changed = with_run(nodes, at, run, replace(run, text=text))
    assert misfigured(nodes, made_) == []
    assert misfigured(changed, made_) != []


def with_run(nodes: Sequence[Node], at: int, run: Run, other: Run) -> list[Node]:
    """Nodes of which one has another run."""
    node = nodes[at]
    assert not isinstance(node, Table | Picture)
    runs = tuple(other if each is run else each for each in node.runs)
    return [*nodes[:at], replace(node, runs=runs), *nodes[at + 1 :]]


def test_a_paragraph_that_is_not_about_the_theme_is_caught():
    made_, nodes = known("event"), known("event").nodes()
    caught = 0
    for at, node in enumerate(nodes):
        for run in runs_of(node) if is_notice(node) else ():
            if re.fullmatch(r"p\d+", run.link):
                other = replace(run, text="1", link="p1")
                caught += misfigured(with_run(nodes, at, run, other), made_) != []
                break
    assert caught > 2


def test_words_beside_the_reference_of_another_report_are_caught():
    made_, nodes = known("event"), known("event").nodes()
    items = [(at, node) for at, node in enumerate(nodes) if isinstance(node, Item) and node.level == 0]
    (at, one), (_, other) = items[0], items[-1]
    mixed = replace(one, runs=(*one.runs[:2], *other.runs[2:]))
    assert one.runs[1].text in misfigured([*nodes[:at], mixed, *nodes[at + 1 :]], made_)


@pytest.mark.parametrize("change", ["lost", "twice", "elsewhere", "reworded", "another reason"])
def test_a_slip_in_the_annex_is_caught(change):
    made_, nodes = known("event"), known("event").nodes()
    at, table = next((at, node) for at, node in enumerate(nodes) if is_table("told_in")(node))
    assert isinstance(table, Table)
    rows = [row for row in table.rows if not row.label]
    reason = next((row for row in rows if not row.cells[2][0].link), rows[0])
    wrong = {
        "lost": (rows[0], ()),
        "twice": (rows[0], (rows[0], rows[0])),
        "elsewhere": (rows[0], (cell(rows[0], 2, Run("2", link="p2")),)),
        "reworded": (rows[0], (cell(rows[0], 1, Run("Fees are fair.")),)),
        "another reason": (reason, (cell(reason, 2, Run(Phrases().say("superseded"))),)),
    }
    row, others = wrong[change]
    changed = [each for one in table.rows for each in (others if one is row else (one,))]
    assert misplaced(nodes, made_, 3300) == []
    assert misplaced([*nodes[:at], replace(table, rows=tuple(changed)), *nodes[at + 1 :]], made_, 3300) != []


def cell(row: Row, at: int, run: Run) -> Row:
    """A row of which one cell says something else."""
    return replace(row, cells=(*row.cells[:at], (run,), *row.cells[at + 1 :]))


# Room and formats.


@every_set
@every_edition
@pytest.mark.parametrize("budget", [1, 50, 200, 1000, 3300])
def test_the_body_keeps_to_its_words(name, edition, budget):
    made_ = known(name, edition)
    paper = made_.paper(budget)
    told = [words_of(node) for node in lay_out(paper, Phrases()) if isinstance(node, Item)]
    words = sum(len(text.split()) for texts in told for text in texts)
    assert words == paper.outline.words <= budget
    assert words > 0.9 * budget or budget < 200


def spoken(name: str, language: str, minutes: int) -> int:
    """The words that are said aloud: all but references."""
    nodes = laid(name, "public", language)[1][minutes]
    runs = [run for node in nodes if isinstance(node, Item) for run in node.runs if not run.small]
    return sum(word != "…" for run in runs for word in run.text.split())


@every_set
@every_language
@pytest.mark.parametrize("minutes", MINUTES)
def test_what_is_spoken_fills_its_minutes(name, language, minutes):
    # A figure behind a sentence is not counted yet: see the next test.
    assert 0.6 * minutes * PACE < spoken(name, language, minutes) < 1.03 * minutes * PACE


def test_what_is_spoken_keeps_to_its_minutes():
    told = {
        (name, language, minutes): spoken(name, language, minutes)
        for name in SETS
        for language in LANGUAGES
        for minutes in MINUTES
    }
    assert [each for each, words in told.items() if words > each[2] * PACE] == []


def shown_docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        body = lxml.etree.fromstring(file.read("word/document.xml"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    breaks = {f"{w}p", f"{w}br", f"{w}tab"}
    return "".join(
        "\n" if each.tag in breaks else each.text or ""
        for each in body.iter()
        if each.tag in {*breaks, f"{w}t"}
    )


def shown_md(data: bytes) -> str:
    page = MarkdownIt("commonmark").enable("table").render(data.decode())
    return str(lxml.html.fromstring(page.replace("<br", " <br")).text_content())


def shown_html(data: bytes) -> str:
    page = lxml.html.fromstring(data.decode())
    return " ".join(str(text) for text in page.xpath("//body//text()[not(parent::script or parent::style)]"))


def shown_pdf(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded(bottom=62) for page in pdf)


_SHORTEST = 40
"""Letters: less of a text does not stand by itself at the end of a page."""
SHOWN = {"docx": shown_docx, "md": shown_md, "html": shown_html, "pdf": shown_pdf}


def letters(text: str) -> str:
    """Letters and figures alone: what no hyphen, line or page parts, and no mark-up eats."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def holds(page: str, text: str, parts: int = 4) -> bool:
    """Whether a page holds a text, which may be parted by the ends of pages."""
    if text in page:
        return True
    start = max(at for at in range(len(text) + 1) if text[:at] in page)
    # What follows at the end of a page may begin with the same letters.
    return parts > 1 and any(
        holds(page, text[at:], parts - 1) for at in range(start, max(_SHORTEST, start - 4), -1)
    )


@every_set
@pytest.mark.parametrize("form", SHOWN)
def test_every_format_holds_every_text_of_the_annex(name, form):
    made_ = known(name, "restricted")
    page = letters(SHOWN[form](WRITERS[form](made_.paper(200))))
    texts = [point.text for report, _ in made_.pairs for _, point in points_of(report)]
    assert [text for text in texts if not holds(page, letters(text))] == []
    assert not holds(page, letters(INVENTED))
