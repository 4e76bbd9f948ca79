"""What `rapportkit merge` may be asked for: language, length, notes, the programme, decisions, what is withheld."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
import zipfile
from collections.abc import Iterator

import pytest

from merge.made import Pair, made, said
from rapportkit.wire import report as wire

FEES = "Employers should pay all recruitment fees of harbour workers."
FEES_TOO = "All recruitment fees of harbour workers should fall on employers, in cash and in kind."
QUEUES = "Queues at the counter are long."
LETTERS = "Nobody answers letters from abroad."
DESK = "One desk for all papers opened in the old customs house."
QUOTE = "“A door is a border.”"
SPEAKER = "Ana Exemplo, Harbour Union"
LATE = "Diplomas of nurses wait for a stamp."
TEXTS = (FEES, FEES_TOO, QUEUES, LETTERS, DESK, QUOTE)
PROGRAMME = "number,title\n1.1,Ports first\n2.1,Care at home\n3.1,Skills that travel\n"
PACE = 130


def first(content: str, *challenges: str) -> Pair:
    """A version of the report on session 1.1."""
    fields = {
        "rapporteurs": [{"name": "Bo Beispiel", "affiliation": "Quay Institute"}],
        "discussion_points": said(FEES),
        "challenges": said(*challenges),
        "quotes": [{"text": QUOTE, "speaker": SPEAKER}],
    }
    return made(fields, name=f"ports {content}.docx", content=content, number="1.1", title="Ports first")


def care() -> Pair:
    """The report on session 2.1."""
    fields = {"discussion_points": said(FEES_TOO), "good_practices": said(DESK)}
    return made(fields, name="care.docx", content="care", number="2.1", title="Care at home")


def skills() -> Pair:
    """The late report, on session 3.1."""
    fields = {"discussion_points": said("Recruitment fees were not discussed."), "challenges": said(LATE)}
    return made(fields, name="skills.docx", content="skills", number="3.1", title="Skills that travel")


def lines(*pairs: Pair) -> bytes:
    """Reports as `extract -f jsonl` writes them."""
    return "".join(f"{json.dumps(wire.dump(*pair), ensure_ascii=False)}\n" for pair in pairs).encode()


@pytest.fixture
def reports(tmp_path, monkeypatch):
    """Three reports on two sessions, in the folder at hand, where no configuration is found above."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rapportkit.toml").write_text("")
    (tmp_path / "late.jsonl").write_bytes(lines(skills()))
    file = tmp_path / "reports.jsonl"
    file.write_bytes(lines(first("v1", QUEUES), first("v2", LETTERS), care()))
    return file


@pytest.fixture
def folder(reports):
    """The folder, and a look at what is new in it."""
    there = {file.name for file in reports.parent.iterdir()}

    def new() -> list[str]:
        return sorted({file.name for file in reports.parent.iterdir()} - there)

    return reports.parent, new


def headings(page: str) -> list[str]:
    """The headings of a page in Markdown, without their numbers."""
    return [re.sub(r"^[IVX]+\. ", "", each) for each in re.findall(r"^#+ (.*)$", page, re.MULTILINE)]


def body(page: str) -> str:
    return re.split(r"^## Ann", page, flags=re.MULTILINE)[0]


def refused(ended, *named: str) -> bool:
    """Whether a run ended as wrong use does: one sentence that names what is meant, and no traceback."""
    told = ended.err.strip()
    assert (ended.status, ended.out) == (2, "")
    assert "Traceback" not in told
    assert len(told.splitlines()) == 1
    return all(each in told for each in named)


# Language and length.


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["Reports received", "Challenges", "Quotations"]),
        ("fr", ["Rapports reçus", "Défis", "Citations"]),
        ("es", ["Informes recibidos", "Desafíos", "Citas"]),
        ("fr-CA", ["Rapports reçus", "Défis", "Citations"]),
    ],
)
def test_the_headings_are_in_the_language_that_is_asked_for_and_the_words_stay(
    rapportkit, reports, language, told
):
    ended = rapportkit("merge", reports, "--lang", language)
    assert ended.status == 0
    assert {*told} <= {*headings(ended.out)}
    assert all(ended.out.count(text) >= 2 for text in TEXTS)


def test_a_language_that_is_not_at_hand_is_refused(rapportkit, reports):
    assert refused(rapportkit("merge", reports, "--lang", "xx"), "xx", "en", "fr", "es")


def test_without_a_bound_all_is_told_and_no_room_is_missed(rapportkit, reports):
    ended = rapportkit("merge", reports, "--max-words", "0")
    assert ended.status == 0
    assert all(text in body(ended.out) for text in TEXTS)
    assert [line for line in ended.err.splitlines() if line.startswith("The body")] == []
    assert "annex only" not in ended.out


def test_a_small_bound_sends_points_to_the_annex_and_says_so(rapportkit, reports):
    ended = rapportkit("merge", reports, "--max-words", "12")
    assert ended.status == 0
    note = re.search(
        r"^The body has (\d+) words; (\d+) points stand in the annex alone\.$", ended.err, re.MULTILINE
    )
    assert note is not None
    assert 0 < int(note[1]) <= 12
    alone = ended.out.count("annex only") - 1  # once it is explained
    assert int(note[2]) == alone > 0
    assert all(text in ended.out for text in TEXTS)
    assert sum(text in body(ended.out) for text in TEXTS) < len(TEXTS)


@pytest.mark.parametrize("words", ["-1", "many"])
def test_a_bound_is_a_number(rapportkit, reports, words):
    ended = rapportkit("merge", reports, "--max-words", words)
    assert (ended.status, ended.out) == (2, "")
    assert "--max-words" in ended.err
    assert "Traceback" not in ended.err


def test_tables_know_of_no_bound(rapportkit, reports):
    bound, free = (rapportkit("merge", reports, "-f", "json", "--max-words", each) for each in ("5", "0"))
    assert bound == free
    assert "The body" not in bound.err


@pytest.mark.parametrize("minutes", [3, 5, 10])
def test_speaking_notes_fit_their_minutes(rapportkit, reports, minutes):
    many = [first("many", *(f"Counter {count} closes early on all market days." for count in range(200)))]
    reports.write_bytes(lines(*many))
    ended = rapportkit("merge", reports, "--notes", minutes)
    assert ended.status == 0
    assert f"Speaking notes for {minutes} minutes" in ended.out
    said_ = re.findall(r"^(?:\d+\.|[-*]) (?:<a[^>]*></a>)?(.*?)(?:\s|&nbsp;)\\?\[RT", ended.out, re.MULTILINE)
    words = sum(len(each.split()) for each in said_)
    assert 0.9 * minutes * PACE < words <= minutes * PACE
    assert "Annex" not in ended.out


@pytest.mark.parametrize("minutes", ["4", "0", "five"])
def test_speaking_notes_are_for_three_five_or_ten_minutes(rapportkit, reports, minutes):
    assert refused(rapportkit("merge", reports, "--notes", minutes), "3, 5, 10")


# The programme.


def test_a_session_without_a_report_stands_in_the_table(rapportkit, reports, tmp_path):
    (tmp_path / "p.csv").write_text(PROGRAMME)
    ended = rapportkit("merge", reports, "--programme", "p.csv")
    assert ended.status == 0
    missing = [line for line in ended.out.splitlines() if "no report received" in line]
    assert len(missing) == 1
    assert "Skills that travel" in missing[0]
    assert "2 of 3 sessions of the programme" in ended.out
    assert "Skills that travel" not in rapportkit("merge", reports).out


@pytest.mark.parametrize(
    ("name", "data"),
    [("none.csv", None), ("p.csv", b"\xff\xfe\x00"), ("p.json", b"{"), ("p.csv", b"colour\nblue\n")],
)
def test_a_programme_that_cannot_be_read_is_refused_by_name(rapportkit, reports, folder, name, data):
    here, new = folder
    if data is not None:
        (here / name).write_bytes(data)
    ended = rapportkit("merge", reports, "--programme", name, "-o", "s.md", "--suggest", "d.toml")
    assert refused(ended, name)
    assert new() == ([] if data is None else [name])


# Several outputs.


def test_several_outputs_in_one_run_are_the_same_bytes_as_one_by_one(rapportkit, reports, tmp_path):
    names = [f"s.{form}" for form in ("docx", "md", "html", "pdf", "json", "xlsx", "csv")]
    options = ["--lang", "es", "--max-words", "30"]
    ended = rapportkit("merge", reports, *options, *(part for name in names for part in ("-o", name)))
    assert (ended.status, ended.out) == (0, "")
    together = {name: (tmp_path / name).read_bytes() for name in names}
    for name in names:
        rapportkit("merge", reports, *options, "-o", f"one-{name}")
    assert together == {name: (tmp_path / f"one-{name}").read_bytes() for name in names}
    assert zipfile.is_zipfile(tmp_path / "s.docx")
    assert together["s.pdf"].startswith(b"%PDF-")


def test_a_format_beside_several_outputs_is_refused(rapportkit, reports, folder):
    ended = rapportkit("merge", reports, "-f", "md", "-o", "a.md", "-o", "b.md")
    assert refused(ended, "-f")
    assert folder[1]() == []


@pytest.mark.parametrize("bad", ["nowhere/s.html", "s.tiff", "."])
def test_where_one_output_cannot_be_written_none_is(rapportkit, reports, folder, bad):
    here, new = folder
    (here / "kept.md").write_text("as it was")
    ended = rapportkit("merge", reports, "-o", "kept.md", "-o", "s.md", "-o", bad, "--suggest", "d.toml")
    assert refused(ended)
    assert new() == ["kept.md"]
    assert (here / "kept.md").read_text() == "as it was"


@pytest.mark.parametrize("option", ["--suggest", "--withheld"])
def test_lists_have_to_have_a_place_before_anything_is_written(rapportkit, reports, folder, option):
    ended = rapportkit("merge", reports, "-o", "s.md", option, "nowhere/d.csv")
    assert refused(ended, "nowhere")
    assert folder[1]() == []


def test_an_output_that_cannot_be_finished_leaves_what_was_there(rapportkit, reports, folder, monkeypatch):
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    here, new = folder
    (here / "s.md").write_text("as it was")
    monkeypatch.setattr("os.fsync", full)
    ended = rapportkit("merge", reports, "-o", "s.md", "-o", "s.json")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.splitlines()[-2:] == [
        f"{name} cannot be written: the disk is full." for name in ("s.md", "s.json")
    ]
    assert new() == ["s.md"]
    assert (here / "s.md").read_text() == "as it was"


@pytest.mark.parametrize("option", ["-o", "--suggest", "--withheld"])
def test_no_list_replaces_a_report(rapportkit, reports, tmp_path, option):
    given = reports.read_bytes()
    report = tmp_path / "in.csv"
    report.write_bytes(given)
    ended = rapportkit("merge", report, option, report)
    assert ended.status in {2, 3}
    assert report.read_bytes() == given


@pytest.mark.parametrize(
    "options",
    [
        ["--programme", "p.csv", "-o", "p.csv"],
        ["--programme", "p.csv", "--withheld", "p.csv", "-o", "s.md"],
        ["--decisions", "d.txt", "--withheld", "d.txt", "-o", "s.md"],
    ],
)
def test_no_list_replaces_the_programme_or_what_was_decided(rapportkit, reports, folder, options):
    here, new = folder
    (here / "p.csv").write_text(PROGRAMME)
    (here / "d.txt").write_text("# mine\n")
    assert refused(rapportkit("merge", reports, *options), options[1])
    assert new() == ["d.txt", "p.csv"]
    assert (here / "p.csv").read_text() == PROGRAMME
    assert (here / "d.txt").read_text() == "# mine\n"


@pytest.mark.parametrize(
    "options",
    [
        ["-o", "x.csv", "--withheld", "x.csv"],
        ["-o", "x.md", "--suggest", "x.md"],
        ["-o", "s.md", "--suggest", "x.txt", "--withheld", "x.txt"],
    ],
)
def test_two_lists_of_one_name_are_refused(rapportkit, reports, folder, options):
    assert refused(rapportkit("merge", reports, *options), options[-1])
    assert folder[1]() == []


# Decisions.


@pytest.fixture
def suggested(rapportkit, reports, tmp_path) -> str:
    """The decisions file that is written for the reports."""
    ended = rapportkit("merge", reports, "-o", "draft.md", "--suggest", "d.toml")
    assert ended.status == 0
    assert "Wrote d.toml: decide there, then merge with --decisions d.toml." in ended.err.splitlines()
    return (tmp_path / "d.toml").read_text("utf-8")


def decide(text: str, kind: str, found: str, written: str, *, naming: str = "") -> str:
    """The file with one line of its first table of a kind (that holds `naming`) written otherwise."""
    for table in re.findall(rf"^\[\[{kind}\]\]\n(?:(?!\[\[).*\n?)*", text, re.MULTILINE):
        if naming in table and found in table:
            return text.replace(table, table.replace(found, written, 1))
    raise AssertionError(f"No [[{kind}]] with {found}")


def test_what_is_suggested_decides_nothing(rapportkit, reports, suggested, tmp_path):
    tables = tomllib.loads(suggested)
    assert {"version", "quote", "theme"} <= tables.keys()
    plain, decided = (
        rapportkit("merge", reports, "--edition", "restricted", "-f", "json", *more).data
        for more in ((), ("--decisions", "d.toml"))
    )
    assert decided == plain
    assert (tmp_path / "draft.md").read_bytes() == rapportkit("merge", reports).data


@pytest.fixture
def decided(rapportkit, reports, suggested, tmp_path) -> str:
    """The same file with five decisions."""
    text = decide(suggested, "version", 'prefer = ""', 'prefer = "ports v2.docx"')
    text = decide(text, "quote", "approved = false", "approved = true", naming=QUOTE)
    text = decide(text, "pair", 'decide = "?"', 'decide = "together"', naming="recruitment fees")
    called = next(each for each in tomllib.loads(text)["theme"] if "recruitment" in each["name"])
    text = decide(text, "theme", f'name = "{called["name"]}"', 'name = "Who pays"')
    rapportkit("merge", reports, "--edition", "restricted", "-o", "whole.json")
    whole = json.loads((tmp_path / "whole.json").read_text("utf-8"))
    desk = next(each["id"] for each in supports(whole) if each["text"] == DESK)
    text += f'\n[[point]]\nid = "{desk}"\nhide = true\n'
    (tmp_path / "d.toml").write_text(text, "utf-8")
    return text


def supports(value) -> Iterator[dict]:
    """Every support in the JSON of a summary."""
    if isinstance(value, dict):
        yield from value.get("support", ())
        for each in value.values():
            yield from supports(each)
    elif isinstance(value, list):
        for each in value:
            yield from supports(each)


def holds_decisions(page: str) -> bool:
    """Whether a paper is as the five decisions want it."""
    told = body(page)
    assert LETTERS in told
    assert QUEUES not in told  # only the version that does not count says so
    assert QUEUES in page
    assert SPEAKER in told
    assert DESK not in told
    assert DESK in page
    assert "Who pays (GCM 6)" in headings(page)
    assert told.count(FEES) + told.count(FEES_TOO) == 1
    return True


def test_what_was_decided_is_done_and_holds_when_a_late_report_comes(rapportkit, reports, decided):
    ended = rapportkit("merge", reports, "--decisions", "d.toml")
    assert ended.status == 0
    assert holds_decisions(ended.out)
    late = rapportkit("merge", reports, "late.jsonl", "--decisions", "d.toml")
    assert late.status == 0
    assert holds_decisions(late.out)
    assert LATE in body(late.out)
    assert "no effect" not in late.err


def test_the_same_file_takes_what_is_new_at_its_end(rapportkit, reports, decided, tmp_path):
    late = (rapportkit("merge", reports, "late.jsonl", *more) for more in (("--suggest", "d.toml"),) * 2)
    assert holds_decisions(next(late).out)
    once = (tmp_path / "d.toml").read_text("utf-8")
    assert once.startswith(decided)
    tables = tomllib.loads(once)
    assert [each["prefer"] for each in tables["version"]] == ["ports v2.docx"]
    assert holds_decisions(next(late).out)
    assert (tmp_path / "d.toml").read_text("utf-8") == once


def test_decisions_and_suggestions_may_be_one_file(rapportkit, reports, decided, tmp_path):
    ended = rapportkit("merge", reports, "--decisions", "d.toml", "--suggest", "d.toml")
    assert ended.status == 0
    assert holds_decisions(ended.out)
    assert (tmp_path / "d.toml").read_text("utf-8").startswith(decided)


def test_a_new_file_of_suggestions_beside_decisions_holds_both(rapportkit, reports, decided, tmp_path):
    ended = rapportkit("merge", reports, "--decisions", "d.toml", "--suggest", "new.toml")
    assert ended.status == 0
    assert (tmp_path / "new.toml").read_text("utf-8").startswith(decided)
    assert (tmp_path / "d.toml").read_text("utf-8") == decided


def test_a_second_file_of_decisions_is_refused(rapportkit, reports, folder, decided):
    here, new = folder
    (here / "other.toml").write_text("# mine\n")
    before = new()
    ended = rapportkit("merge", reports, "--decisions", "d.toml", "--suggest", "other.toml", "-o", "s.md")
    assert refused(ended, "other.toml")
    assert new() == before
    assert (here / "other.toml").read_text() == "# mine\n"


def test_an_id_that_no_point_has_is_told_and_changes_nothing(rapportkit, reports, tmp_path):
    (tmp_path / "d.toml").write_text('[[point]]\nid = "RT 9.9:challenges:0123abcd"\nhide = true\n')
    ended = rapportkit("merge", reports, "--decisions", "d.toml")
    assert ended.status == 0
    told = "d.toml: nothing has the id RT 9.9:challenges:0123abcd; what it decides has no effect."
    assert told in ended.err.splitlines()
    assert ended.data == rapportkit("merge", reports).data


BROKEN = {
    "no TOML": b"[[pair]\nleft = ",
    "no UTF-8": b"# \xff\xfe\n",
    "unknown list": b"[[opinion]]\nid = 1\n",
    "unknown key": b'[[point]]\nid = "RT 1:challenges:0123abcd"\ncolour = "red"\n',
    "no id": b'[[point]]\nid = "the first one"\nhide = true\n',
    "no section": b'[[point]]\nid = "RT 1:challenges:0123abcd"\nmove = "attic"\n',
    "no choice": b'[[pair]]\nleft = "RT 1:a:0123abcd"\nright = "RT 2:a:0123abce"\ndecide = "perhaps"\n',
    "no brackets": b'[point]\nid = "RT 1:challenges:0123abcd"\n',
    "no truth": b'[[quote]]\nid = "RT 1:quotes:0123abcd"\napproved = "yes"\n',
}


@pytest.mark.parametrize("option", ["--decisions", "--suggest"])
@pytest.mark.parametrize("kind", BROKEN)
def test_decisions_that_cannot_be_understood_are_refused_by_name(rapportkit, reports, folder, kind, option):
    here, new = folder
    (here / "mine.toml").write_bytes(BROKEN[kind])
    ended = rapportkit("merge", reports, option, "mine.toml", "-o", "s.md", "-o", "s.json")
    assert refused(ended, "mine.toml")
    assert new() == ["mine.toml"]
    assert (here / "mine.toml").read_bytes() == BROKEN[kind]


@pytest.mark.parametrize("name", ["none.toml", "drawer"])
def test_decisions_that_are_no_file_are_refused_by_name(rapportkit, reports, folder, name):
    here, new = folder
    (here / "drawer").mkdir()
    ended = rapportkit("merge", reports, "--decisions", name, "-o", "s.md")
    assert refused(ended, name)
    assert new() == ["drawer"]


def test_suggestions_are_written_to_no_folder(rapportkit, reports, folder):
    here, new = folder
    (here / "drawer").mkdir()
    assert refused(rapportkit("merge", reports, "--suggest", "drawer", "-o", "s.md"), "drawer")
    assert new() == ["drawer"]


# What is withheld.


def withheld_words(file) -> list[str]:
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))
    assert {row["circulation"] for row in rows} == {"restricted: not for circulation"}
    return [row["words"] for row in rows if row["decision"] == "withheld"]


def test_each_case_of_what_is_withheld_is_listed(rapportkit, reports, tmp_path):
    ended = rapportkit("merge", reports, "-o", "s.md", "--withheld", "w.csv", "-o", "s.json")
    assert ended.status == 0
    words = withheld_words(tmp_path / "w.csv")
    assert words.count(SPEAKER) == 2  # in both versions
    assert words.count("Bo Beispiel, Quay Institute") == 2
    assert sorted(each for each in words if each.endswith(".docx")) == [
        "care.docx",
        "ports v1.docx",
        "ports v2.docx",
    ]
    page = (tmp_path / "s.md").read_text("utf-8")
    assert not any(each in page for each in words)
    count = len(list(csv.reader(io.StringIO((tmp_path / "w.csv").read_text("utf-8-sig"))))) - 1
    assert (
        f"Wrote w.csv: {count} cases withheld. It holds what is withheld: not for circulation." in ended.err
    )


def test_the_list_to_read_holds_the_same_words(rapportkit, reports, tmp_path):
    rapportkit("merge", reports, "-o", "s.md", "--withheld", "w.csv")
    ended = rapportkit("merge", reports, "-o", "s.md", "--withheld", "w.txt", "--lang", "fr")
    assert ended.status == 0
    page = (tmp_path / "w.txt").read_text("utf-8")
    assert all(each in page for each in withheld_words(tmp_path / "w.csv"))


def test_a_quotation_that_was_approved_is_kept_and_listed_as_such(rapportkit, reports, decided, tmp_path):
    rapportkit("merge", reports, "--decisions", "d.toml", "-o", "s.md", "--withheld", "w.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "w.csv").read_text("utf-8-sig"))))
    assert {row["decision"] for row in rows if row["words"] == SPEAKER} == {"kept"}


def test_the_list_is_the_same_beside_either_edition(rapportkit, reports, tmp_path):
    for edition in ("public", "restricted"):
        rapportkit("merge", reports, "--edition", edition, "-o", "s.md", "--withheld", f"{edition}.csv")
    assert (tmp_path / "public.csv").read_bytes() == (tmp_path / "restricted.csv").read_bytes()


@pytest.mark.parametrize("name", ["w.docx", "w", "w.csv.bak"])
def test_a_list_of_another_kind_is_refused(rapportkit, reports, folder, name):
    assert refused(rapportkit("merge", reports, "-o", "s.md", "--withheld", name), name)
    assert folder[1]() == []


# What a project has settled.


def test_language_and_programme_of_the_project_count_unless_they_are_not_wanted(
    rapportkit, reports, tmp_path
):
    (tmp_path / "p.csv").write_text(PROGRAMME)
    plain = rapportkit("merge", reports).out
    (tmp_path / "rapportkit.toml").write_text('lang = "fr"\nprogramme = "p.csv"\n')
    settled = rapportkit("merge", reports).out
    assert "Rapports reçus" in headings(settled)
    assert sum("aucun rapport reçu" in line for line in settled.splitlines()) == 1
    assert rapportkit("merge", reports, "--isolated").out == plain
    spanish = rapportkit("merge", reports, "--lang", "es").out
    assert "Informes recibidos" in headings(spanish)
    assert "Skills that travel" in spanish


def test_a_programme_that_is_settled_and_gone_is_refused_by_name(rapportkit, reports, folder):
    (folder[0] / "rapportkit.toml").write_text('programme = "gone.csv"\n')
    assert refused(rapportkit("merge", reports, "-o", "s.md"), "gone.csv")
    assert folder[1]() == []
    assert rapportkit("merge", reports, "-q", "-o", "s.md", "--isolated").status == 0


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"rapportkit": "1"}', "holds neither a whole report nor a whole summary"),
        (b'{"rapportkit": "1", "sections": [], "conservation": {}}', "is missing): merge the reports again."),
    ],
)
def test_half_a_json_is_told_without_words_of_the_program(rapportkit, tmp_path, data, told):
    (tmp_path / "half.json").write_bytes(data)
    ended = rapportkit("merge", tmp_path / "half.json", "-o", "s.md")
    (line,) = [line for line in ended.err.splitlines() if "half.json" in line]
    assert told in line
    assert "Error" not in line
    assert "None" not in line


def test_a_decision_that_cannot_work_is_told_with_its_file(rapportkit, reports, tmp_path):
    (tmp_path / "d.toml").write_text('[[theme]]\nid = "gcm-99"\nname = "Doors"\n')
    ended = rapportkit("merge", reports, "--decisions", "d.toml")
    assert ended.status == 0
    assert "d.toml: [[theme]] “Doors”: no theme has the id “gcm-99”, so none is called so." in ended.err
    assert ended.data == rapportkit("merge", reports).data
