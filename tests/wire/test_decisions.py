"""The decisions file: written for a person, read back, and only ever added to."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merge.made import REPORTS, made, restricted, said, seeds
from rapportkit.errors import UsageError
from rapportkit.merge.consolidate import consolidate
from rapportkit.merge.propose import propose
from rapportkit.model.decisions import UNDECIDED, Decisions, ThemeDecision
from rapportkit.model.proposals import (
    Candidate,
    Named,
    OpenPair,
    OpenQuote,
    OpenTheme,
    OpenVersion,
    Proposals,
)
from rapportkit.model.template import Role
from rapportkit.wire.decisions import load
from rapportkit.wire.proposals import suggest

LAWS = settings(max_examples=40, deadline=None, derandomize=True)
ONE, TWO, THREE = (f"RT {number}:challenges:0000000{number}" for number in (1, 2, 3))
SHA = "0123456789abcdef" * 4
OTHER = "fedcba9876543210" * 4
OPEN = Proposals(
    pairs=(
        OpenPair(
            Named((ONE,), "Fees first"),
            Named((TWO,), "First, the fees"),
            0.75,
            ("fees", "first"),
            ("negation",),
        ),
        OpenPair(Named((TWO,), "The programme"), Named((THREE,), "The program"), joined=True),
    ),
    themes=(
        OpenTheme("gcm-6", "Recruitment", 2, (Named((ONE,), "Fees first"), Named((TWO,), "First, the fees"))),
    ),
    versions=(OpenVersion("1 Ports", (Candidate("v1.docx", SHA, 3), Candidate("v2.docx", OTHER, 4))),),
    quotes=(OpenQuote(Named((THREE,), "“Now.”"), "Eva Muster", "asked by mail"),),
)
FILE = f"""\
# Ours. NOT to be lost.
[[version]]
session = "1 Ports"
candidates = [{{ file = "v1.docx", sha256 = "{SHA[:12]}", points = 3 }}, {{ file = "v2.docx", sha256 = "{OTHER[:12]}", points = 4 }}]
prefer = "v2.docx"   # the chair said so

[[pair]]
left = "{TWO}"
right = "{ONE}"
decide = "Together"

[[pair]]
left = "{TWO}"
right = "{THREE}"
joined = true
decide = "apart"

[[theme]]
id = "gcm-6"
found = "Recruitment"
name = "Who pays"
sessions = 2
points = ["{ONE}", "{TWO}"]

[[theme]]
name = "Fees"
split = true
points = ["{TWO}"]

[[quote]]
id = "{THREE}"
approved = true

[[point]]
id = "{ONE}"
hide = true

[[point]]
id = "{TWO}"
move = "recommendations"
"""
DECIDED = Decisions(
    together=((ONE, TWO),),
    apart=((TWO, THREE),),
    themes=(ThemeDecision("Who pays", "gcm-6", (ONE, TWO)), ThemeDecision("Fees", "", (TWO,), split=True)),
    hidden=(ONE,),
    moved=((TWO, Role.RECOMMENDATIONS),),
    preferred=(OTHER[:12],),
    approved=(THREE,),
)


def test_what_a_person_wrote_is_decided():
    assert load(FILE) == DECIDED
    assert load("\ufeff" + FILE.replace("\n", "\r\n")) == DECIDED


def test_an_empty_file_decides_nothing():
    assert load("") == load("# later\n") == UNDECIDED


def test_what_is_written_decides_nothing_and_says_all():
    text = suggest(None, OPEN)
    assert load(text) == UNDECIDED
    assert suggest(None, OPEN) == text
    held = tomllib.loads(text)
    assert [table["decide"] for table in held["pair"]] == ["?", "together"]
    assert held["version"][0]["candidates"][1] == {"file": "v2.docx", "sha256": OTHER[:12], "points": 4}
    assert held["theme"][0]["points"] == [ONE, TWO]
    assert held["quote"] == [{"id": THREE, "approved": False}]
    for told in (
        "# 0.75 alike (fees, first); they differ in negation",
        "# 1: Fees first",
        "# “Now.”",
        "# -- Eva Muster (asked by mail)",
        f'    "{TWO}",  # First, the fees',
    ):
        assert told in text.split("\n")


def test_the_file_that_is_written_can_be_answered():
    text = suggest(None, OPEN)
    text = text.replace('decide = "?"', 'decide = "together"').replace(
        'prefer = ""', f'prefer = "{OTHER[:12]}"'
    )
    text = text.replace('name = "Recruitment"', 'name = "Who pays"').replace(
        "approved = false", "approved = true"
    )
    assert load(text) == Decisions(
        together=((ONE, TWO),),
        themes=(ThemeDecision("Who pays", "gcm-6", (ONE, TWO)),),
        preferred=(OTHER[:12],),
        approved=(THREE,),
    )


def test_the_examples_in_the_head_work_without_their_marks():
    text = suggest(None, Proposals())
    example = (
        text[text.index("# [[point]]") : text.index("#\n# Sections")].replace("# ", "").replace("#\n", "\n")
    )
    here = "RT 1.2:challenges:3f9a1c20"
    assert load(example) == Decisions(hidden=(here,), moved=((here, Role.RECOMMENDATIONS),))
    assert all(f" {role}" in text for role in Role)


def test_a_file_that_knows_all_stays_as_it_is():
    assert suggest(FILE, OPEN) == FILE
    assert suggest(suggest(None, OPEN), OPEN) == suggest(None, OPEN)


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_what_is_new_comes_at_the_end(end):
    four = "RT 4:challenges:00000004"
    more = Proposals(
        pairs=(*OPEN.pairs, OpenPair(Named((ONE,), "Fees first"), Named((four,), "Fees"), 0.6, ("fees",))),
        themes=(*OPEN.themes, OpenTheme("theme-fees", "fees", 2, (Named((four,), "Fees"),))),
        versions=(OpenVersion("1 Ports", (*OPEN.versions[0].candidates, Candidate("v3.docx", "a" * 64, 5))),),
        quotes=(*OPEN.quotes, OpenQuote(Named((four,), "“Soon.”"), "Bo Beispiel")),
    )
    text = FILE.replace("\n", end) if end == "\r\n" else FILE.removesuffix("\n") + end
    whole = suggest(text, more)
    assert whole.startswith(text)
    added = whole.removeprefix(text)
    assert [added.count(f"[[{kind}]]") for kind in ("version", "quote", "pair", "theme")] == [1, 1, 1, 1]
    assert ("\r\n" in added) == (end == "\r\n")
    assert "\n" not in added.replace("\r\n", "") if end == "\r\n" else True
    assert load(whole) == DECIDED
    assert suggest(whole, more) == whole


def test_other_wordings_of_a_pair_that_was_asked_are_not_asked_again():
    late = Proposals(
        pairs=(OpenPair(Named(("RT 9:x:00000009", TWO), "later"), Named((ONE,), "Fees first"), 0.7),)
    )
    assert suggest(FILE, late) == FILE


def test_a_theme_that_goes_by_another_id_is_not_asked_again():
    renamed = Proposals(themes=(OpenTheme("theme-fees", "fees", 2, OPEN.themes[0].points),))
    assert suggest(FILE, renamed) == FILE


def test_a_theme_that_a_person_made_is_not_asked_again():
    made_anew = Proposals(
        themes=(*OPEN.themes, OpenTheme("theme-fees", "Fees", 2, (Named(("RT 9:x:00000009",), "x"),)))
    )
    assert suggest(FILE, made_anew) == FILE


def test_a_later_version_outweighs_the_one_chosen_before():
    late = FILE + (
        f'[[version]]\ncandidates = [{{ sha256 = "{SHA[:12]}" }}, {{ sha256 = "{OTHER[:12]}" }}, '
        f'{{ sha256 = "{"a" * 12}" }}]\nprefer = "%s"\n'
    )
    assert load(late % "").preferred == (OTHER[:12],)
    assert load(late % ("A" * 8)).preferred == ("a" * 8,)


@LAWS
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=20))
def test_any_words_can_be_written_and_read_back(words, name, speaker):
    point = Named((ONE,), words)
    found = Proposals(
        pairs=(OpenPair(point, Named((TWO,), name), 0.5, (words,)),),
        themes=(OpenTheme("theme-x", name, 2, (point,)),),
        versions=(OpenVersion(words, (Candidate(name, SHA, 1), Candidate("b", OTHER, 1))),),
        quotes=(OpenQuote(point, speaker, words),),
    )
    text = suggest(None, found)
    assert load(text) == UNDECIDED
    assert suggest(text, found) == text


@LAWS
@given(st.lists(REPORTS, max_size=4), st.lists(REPORTS, max_size=2))
def test_of_any_summary_a_file_can_be_made_and_kept(reports, late):
    text = suggest(None, propose(restricted(*reports)))
    assert load(text) == UNDECIDED
    both = restricted(*reports, *late)
    more = suggest(text, propose(both))
    assert more.startswith(text)
    assert load(more) == UNDECIDED
    assert suggest(more, propose(both)) == more


def test_every_id_that_is_written_is_met():
    summary = restricted(*seeds())
    text = (
        suggest(None, propose(summary))
        .replace('decide = "?"', 'decide = "together"')
        .replace("approved = false", "approved = true")
    )
    decisions = load(text)
    assert consolidate(seeds(), decisions=decisions).unmet == ()


def entry(kind, **values):
    return f"[[{kind}]]\n" + "".join(f"{key} = {value}\n" for key, value in values.items())


PAIR = {"left": f'"{ONE}"', "right": f'"{TWO}"', "decide": '"together"'}
BAD = {
    "no TOML": ('[[pair]]\nleft = "', "no sound TOML"),
    "deep": ("x = " + "[" * 100_000, "no sound TOML"),
    "digits": ("x = " + "9" * 10_000, "no sound TOML"),
    "unknown list": ("[[pairs]]\n", "“pairs” is not known; did you mean “pair”?"),
    "no list": ('pair = "x"\n', "write [[pair]]"),
    "one bracket": ("[pair]\nleft = 1\n", "write [[pair]]"),
    "inner list": ("pair = [1]\n", "write [[pair]]"),
    "unknown key": (
        entry("pair", **PAIR, decides='"x"'),
        "line 1, [[pair]]: “decides” is not known here; did you mean “decide”?",
    ),
    "second line": (
        "#\n" + entry("pair", **PAIR) + entry("pair", **PAIR, wrong="1"),
        "line 6, [[pair]]: “wrong” is not known",
    ),
    "no decision": (entry("pair", left=PAIR["left"], right=PAIR["right"]), "“decide” is missing"),
    "odd decision": (
        entry("pair", **PAIR | {"decide": '"yes"'}),
        "“decide” is “yes”; write “together”, “apart” or “?”",
    ),
    "no id": (entry("pair", **PAIR | {"left": '"the first"'}), "“left” holds “the first”, which is no id"),
    "number": (entry("pair", **PAIR | {"left": "7"}), "“left” must be a text"),
    "same twice": (entry("pair", **PAIR | {"right": PAIR["left"]}), "one and the same point"),
    "joined by word": (entry("pair", **PAIR, joined='"yes"'), "“joined” must be true or false"),
    "contradiction": (
        entry("pair", **PAIR) + entry("pair", left=PAIR["right"], right=PAIR["left"], decide='"apart"'),
        "line 5, [[pair]]: this says “apart”, and line 1, [[pair]] says “together” of the same",
    ),
    "two names": (
        entry("theme", id='"gcm-1"', name='"A"') + entry("theme", id='"gcm-1"', name='"B"'),
        "this says “B”, and line 1, [[theme]] says “A”",
    ),
    "two places": (
        entry("point", id=PAIR["left"], move='"other"') + entry("point", id=PAIR["left"], move='"quotes"'),
        "this says “quotes”",
    ),
    "unlike name": (
        entry("point", id=PAIR["left"], move='"nowhere"'),
        "“move” is “nowhere”, which is no section: there are key-messages, discussion, ",
    ),
    "near name": (
        entry("point", id=PAIR["left"], move='"practices"'),
        "which is no section; did you mean “good-practices”?",
    ),
    "point of nothing": (
        "\n" + entry("point", id=PAIR["left"]),
        "line 2, [[point]]: it has neither “hide” nor “move”",
    ),
    "move to nothing": (entry("point", id=PAIR["left"], move='""'), "it has neither “hide” nor “move”"),
    "name to nothing": (
        "\n\n" + entry("theme", id='"gcm-6"', found='"Recruitment"', name='" "', points=f"[{PAIR['left']}]"),
        "line 3, [[theme]]: “name” is missing or empty",
    ),
    "theme without name": (entry("theme", id='"gcm-6"'), "“name” is missing or empty"),
    "quote of nothing": (entry("quote", id=PAIR["left"]), "line 1, [[quote]]: “approved” is missing"),
    "name of nothing": (entry("theme", name='"A"'), "needs the “id” of its theme"),
    "split of nothing": (entry("theme", name='"A"', split="true"), "needs “points”"),
    "split without name": (entry("theme", split="true", points=f"[{PAIR['left']}]"), "“name” is missing"),
    "long name": (entry("theme", id='"x"', name=f'"{"n" * 301}"'), "too long for a heading"),
    "odd name": (entry("theme", id='"x"', name='"a\\u0000b"'), "cannot be printed"),
    "points": (entry("theme", id='"x"', name='"y"', points='"z"'), "“points” must be a list"),
    "sessions": (entry("theme", id='"x"', name='"y"', sessions='"2"'), "“sessions” must be a number"),
    "move": (entry("point", id=PAIR["left"], move='"recommendation"'), "did you mean “recommendations”?"),
    "hide": (entry("point", id=PAIR["left"], hide='"yes"'), "“hide” must be true or false"),
    "approved": (entry("quote", id=PAIR["left"], approved="1"), "“approved” must be true or false"),
    "prefer": (
        entry("version", prefer='"v9.docx"'),
        "“prefer” is “v9.docx”; write the “file” or the “sha256”",
    ),
    "short": (entry("version", prefer='"abc"'), "“prefer” is “abc”"),
    "stranger": (
        entry("version", candidates=f'[{{ file = "a", sha256 = "{SHA}" }}]', prefer=f'"{OTHER}"'),
        "which is none of the candidates",
    ),
    "namesakes": (
        entry(
            "version",
            candidates=f'[{{ file = "a", sha256 = "{SHA}" }}, {{ file = "a", sha256 = "{OTHER}" }}]',
            prefer='"a"',
        ),
        "two files are called “a”",
    ),
    "candidate": (
        entry("version", candidates='["v1.docx"]'),
        "“candidates” must be a list of { file, sha256, points }",
    ),
    "its key": (entry("version", candidates='[{ name = "a" }]'), "“name” is not known here"),
    "its sha": (entry("version", candidates='[{ sha256 = "xyz" }]'), "“sha256” is “xyz”"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_understood_is_told_in_one_sentence(case):
    text, told = BAD[case]
    for reading in (load, lambda text: suggest(text, OPEN)):
        with pytest.raises(UsageError) as trouble:
            reading(text)
        assert told in str(trouble.value)
        assert "\n" not in str(trouble.value)
        assert "?." not in str(trouble.value)
        assert len(str(trouble.value)) < 400


def test_what_was_taken_back_decides_nothing():
    assert load(entry("point", id=PAIR["left"], hide="false")) == UNDECIDED
    assert load(entry("point", id=PAIR["left"], hide="false", move='""')) == UNDECIDED
    assert load(entry("quote", id=PAIR["left"], approved="false")) == UNDECIDED
    assert load(entry("theme", id='"gcm-6"', found='"Fees"', name='"Fees"')) == UNDECIDED


def head(text):
    """The lines above the first question about a pair, without their marks."""
    return " ".join(line.removeprefix("# ") for line in text.partition("[[pair]]")[0].split("\n"))


def test_pairs_that_nobody_is_asked_about_are_counted_where_they_are_looked_for():
    more = "17 more pairs say nearly the same in different sections or below different points. They are told there"
    text = suggest(None, replace(OPEN, across=17))
    assert more in head(text)
    assert max(map(len, text.split("\n"))) < 110
    assert "see the merge log of the summary" in head(text)
    assert suggest(text, replace(OPEN, across=18)) == text
    assert "1 more pair says nearly the same" in head(suggest(None, replace(OPEN, across=1)))
    assert "merge log" not in suggest(None, OPEN)
    alone = suggest(None, Proposals(across=2))
    assert "# DO THESE SAY THE SAME?: 0" in alone
    assert "2 more pairs say" in head(alone)
    assert load(alone) == UNDECIDED


def test_pairs_of_different_sections_are_counted_and_not_asked():
    fees = "Employers should pay all recruitment fees of harbour workers"
    reports = [
        made({"discussion_points": said(fees)}, number="1", title="Ports"),
        made({"challenges": said(f"{fees}, everywhere")}, number="2", title="Care"),
    ]
    found = propose(restricted(*reports))
    assert (found.pairs, found.across) == ((), 1)


def test_a_file_of_endless_size_is_refused(monkeypatch):
    monkeypatch.setattr("rapportkit.wire.decisions._LONGEST", 100)
    with pytest.raises(UsageError, match="far too large"):
        load(FILE)


def test_versions_that_were_written_are_told_by_their_reports():
    reports = [made({"challenges": said(text)}, name=f"{text}.docx") for text in ("one", "two")]
    text = suggest(None, propose(restricted(*reports)))
    chosen = load(text.replace('prefer = ""', 'prefer = "two.docx"'))
    summary = consolidate(reports, edition="restricted", decisions=chosen)
    assert {entry.source.name: entry.superseded for entry in summary.reports} == {
        "one.docx": True,
        "two.docx": False,
    }


def test_the_page_on_deciding_shows_what_can_be_read():
    page = (Path(__file__).parents[2] / "docs" / "deciding.md").read_text("utf-8")
    asked, theme, points = (block.partition("```")[0] for block in page.split("```toml\n")[1:])
    assert load(asked) == UNDECIDED
    (named,) = load(theme.replace("    …\n", "")).themes
    assert (named.name, named.id) == ("What ports and mayors can do", "local-authorities")
    decided = load(points)
    assert len(decided.hidden) == len(decided.moved) == 1
