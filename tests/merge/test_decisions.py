"""What an editor decided holds for the whole set, in any order and nesting, and loses no word."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merge.made import REPORTS, again, dumped, made, public, restricted, said, section, texts
from rapportkit.merge.consolidate import consolidate
from rapportkit.merge.decide import point_id
from rapportkit.merge.unmet import unmet
from rapportkit.model.decisions import UNDECIDED, Decisions, ThemeDecision
from rapportkit.model.template import Role

LAWS = settings(max_examples=40, deadline=None, derandomize=True)
SETS = st.lists(REPORTS, min_size=1, max_size=4)
HOUSING = "Housing near the port is too dear for seasonal crews."
RENT = "Seasonal crews cannot pay the rents near the port."
PAPERS = "Birth certificates are issued too late to open a school door."


def whole(decisions, *reports):
    return consolidate(reports, edition="restricted", decisions=decisions)


def ids(summary):
    """The id of each support by its words and report."""
    return {(each.report, each.text): each.id for each in summary.supports()}


def id_of(summary, text):
    """The id of the only point that says this."""
    (found,) = {each.id for each in summary.supports() if each.text == text}
    return found


def one(number, *challenges, **more):
    return made({"challenges": said(*challenges), **more}, number=number, title=f"Session {number}")


@st.composite
def decided(draw):
    """Some reports, and decisions about points and files of theirs; a few about none of theirs."""
    reports = draw(SETS)
    summary = consolidate(reports, edition="restricted")
    known = sorted({each.id for each in summary.supports()}) or ["RT 9:challenges:00000000"]
    name = st.sampled_from([*known, "RT 9:challenges:00000000"])
    pair = st.tuples(name, name).map(lambda both: (min(both), max(both)))
    file = st.sampled_from([*(entry.source.sha256[:8] for entry in summary.reports), "0" * 64])
    theme = st.builds(
        ThemeDecision,
        name=st.sampled_from(["Rooms", "Papers"]),
        id=st.sampled_from(["", *(theme.id for theme in summary.themes)]),
        points=st.lists(name, max_size=3).map(tuple),
        split=st.booleans(),
    )
    decisions = draw(
        st.builds(
            Decisions,
            together=st.lists(pair, max_size=3).map(tuple),
            apart=st.lists(pair, max_size=3).map(tuple),
            themes=st.lists(theme, max_size=2).map(tuple),
            hidden=st.lists(name, max_size=2).map(tuple),
            moved=st.lists(st.tuples(name, st.sampled_from(Role)), max_size=2).map(tuple),
            preferred=st.lists(file, max_size=2).map(tuple),
            approved=st.lists(name, max_size=2).map(tuple),
        )
    )
    return reports, decisions


@LAWS
@given(decided(), st.randoms(use_true_random=False))
def test_the_order_of_reports_and_pairs_changes_nothing(both, random):
    reports, decisions = both
    shuffled = replace(
        decisions,
        together=tuple((other, one) for one, other in reversed(decisions.together)),
        apart=tuple((other, one) for one, other in reversed(decisions.apart)),
    )
    for edition in ("public", "restricted"):
        assert dumped(
            consolidate(random.sample(reports, len(reports)), edition=edition, decisions=shuffled)
        ) == dumped(consolidate(reports, edition=edition, decisions=decisions))


@LAWS
@given(decided(), st.data())
def test_deciding_last_is_deciding_at_once(both, data):
    reports, decisions = both
    part = st.lists(st.sampled_from(reports), max_size=3)
    first = whole(data.draw(st.sampled_from([decisions, UNDECIDED])), *data.draw(part))
    second = consolidate(
        data.draw(part),
        [again(first)],
        edition="restricted",
        decisions=Decisions(hidden=tuple(ids(first).values())),
    )
    at_once = whole(decisions, *reports)
    nested = consolidate(reports, [again(second), again(first)], edition="restricted", decisions=decisions)
    assert dumped(nested) == dumped(at_once)
    assert nested.unmet == at_once.unmet
    assert dumped(consolidate([], [again(at_once)] * 2, edition="restricted", decisions=decisions)) == dumped(
        at_once
    )
    assert dumped(consolidate([], [again(at_once)], edition="restricted")) == dumped(restricted(*reports))
    assert dumped(consolidate([], [again(at_once)], decisions=decisions)) == dumped(
        consolidate(reports, decisions=decisions)
    )


@LAWS
@given(decided())
def test_no_decision_loses_or_doubles_a_word(both):
    reports, decisions = both
    before, after = restricted(*reports), whole(decisions, *reports)

    def held(summary):
        return Counter((each.report, each.pointer, each.text) for each in summary.supports())

    assert held(after) == held(before)
    assert after.conservation.points_out == before.conservation.points_in
    assert [replace(entry, superseded=False) for entry in after.reports] == list(before.reports)


@LAWS
@given(decided())
def test_what_is_to_stay_apart_does(both):
    reports, decisions = both
    summary = whole(decisions, *reports)
    waiting = [point for each in summary.sections for point in each.points]
    while waiting:
        point = waiting.pop()
        waiting += point.points
        held = {each.id for each in point.support}
        assert not any(left != right and {left, right} <= held for left, right in decisions.apart)


@LAWS
@given(decided())
def test_what_takes_no_part_is_in_no_theme_and_no_suggestion(both):
    reports, decisions = both
    for edition in ("public", "restricted"):
        summary = consolidate(reports, edition=edition, decisions=decisions)
        behind = {entry.key for entry in summary.reports if entry.superseded}
        told = {
            each.reference for each in summary.supports() if not each.hidden and each.report not in behind
        }
        members = [each for theme in summary.themes for each in theme.members]
        assert len(members) == len(set(members))
        assert {*members, *(each.left for each in summary.suggestions)} <= told
        assert {each.right for each in summary.suggestions} <= told


def test_an_id_is_session_question_and_words():
    summary = restricted(
        made(
            {"recommendations": [{"text": "Build", "actions": said("Homes ")}]}, "gfmd-csd-2016", number="4.1"
        )
    )
    assert [each.id.rpartition(":")[0] for each in summary.supports()] == [
        "WS 4.1:recommendations",
        "WS 4.1:recommendations/actions",
    ]
    assert summary.sections[0].points[0].support[0].id == point_id("WS 4.1", "/recommendations/7", "build.")


def test_ids_outlast_other_places_and_late_reports():
    before = restricted(one("1", HOUSING, PAPERS), one("2", RENT))
    after = restricted(one("1", "Another", PAPERS, HOUSING), one("1", PAPERS), one("2", RENT), one("3", RENT))
    assert {each.id for each in before.supports()} <= {each.id for each in after.supports()}


def test_no_id_stands_in_the_public_edition():
    assert all(each.id == "" for each in public(one("1", HOUSING)).supports())
    assert all(each.id for each in restricted(one("1", HOUSING)).supports())


def test_together_joins_what_likeness_leaves_apart():
    reports = (one("1", HOUSING, PAPERS), one("2", RENT), one("3", f"  {RENT.upper()}"))
    before = restricted(*reports)
    assert [point.sessions for point in section(before, "challenges")] == [2, 1, 1]
    pair = (id_of(before, HOUSING), id_of(before, RENT))
    joined = section(whole(Decisions(together=(pair,)), *reports), "challenges")
    assert [(point.sessions, len(point.support)) for point in joined] == [(3, 3), (1, 1)]
    assert joined[0].text == HOUSING


def test_together_means_points_of_one_list_only():
    reports = (one("1", HOUSING), made({"good_practices": said(RENT)}, number="2"))
    before = restricted(*reports)
    pair = (id_of(before, HOUSING), id_of(before, RENT))
    assert dumped(whole(Decisions(together=(pair,)), *reports)) == dumped(before)
    moved = Decisions(together=(pair,), moved=((pair[1], Role.CHALLENGES),))
    (point,) = section(whole(moved, *reports), "challenges")
    assert [(each.text, each.moved_from) for each in point.support] == [
        (HOUSING, None),
        (RENT, Role.GOOD_PRACTICES),
    ]


def test_together_joins_no_action_with_an_indicator():
    report = made(
        {"recommendations": [{"text": "Build", "actions": said("Homes"), "indicators": said("Rooms")}]},
        "gfmd-csd-2016",
        number="4.1",
    )
    before = restricted(report)
    pair = (id_of(before, "Homes"), id_of(before, "Rooms"))
    assert dumped(whole(Decisions(together=(pair,)), report)) == dumped(before)


def test_apart_parts_what_is_the_same_word_for_word():
    reports = (one("1", HOUSING), one("2", HOUSING), one("3", HOUSING))
    before = restricted(*reports)
    pair = tuple(ids(before)[key, HOUSING] for key in ("RT 1", "RT 2"))
    points = section(whole(Decisions(apart=(pair,)), *reports), "challenges")
    assert [[each.report for each in point.support] for point in points] == [["RT 1", "RT 3"], ["RT 2"]]


def test_apart_outweighs_together_in_whatever_order_they_stand():
    reports = (one("1", HOUSING), one("2", RENT), one("3", PAPERS))
    first, second, third = (each.id for each in restricted(*reports).supports())
    pairs = ((first, second), (second, third))
    found = [
        whole(Decisions(together=together, apart=((third, first),)), *reports)
        for together in (pairs, pairs[::-1], tuple(pair[::-1] for pair in pairs[::-1]))
    ]
    assert [len(point.support) for point in section(found[0], "challenges")] == [2, 1]
    assert dumped(found[0]) == dumped(found[1]) == dumped(found[2])


def test_a_hidden_point_is_flagged_with_what_hangs_below():
    report = made({"challenges": [{"text": HOUSING, "points": said(RENT)}, {"text": PAPERS}]})
    before = restricted(report)
    summary = whole(Decisions(hidden=(id_of(before, HOUSING),)), report)
    assert {each.text: each.hidden for each in summary.supports()} == {
        HOUSING: True,
        RENT: True,
        PAPERS: False,
    }


def test_a_point_moves_with_all_that_says_the_same_and_hangs_below():
    reports = (
        made({"challenges": [{"text": HOUSING, "points": said("in summer")}]}, number="1"),
        one("2", HOUSING, PAPERS),
    )
    before = restricted(*reports)
    summary = whole(Decisions(moved=((ids(before)["RT 2", HOUSING], Role.RECOMMENDATIONS),)), *reports)
    assert texts(section(summary, "challenges")) == [PAPERS]
    (point,) = section(summary, "recommendations")
    assert {each.moved_from for each in point.supports()} == {Role.CHALLENGES}
    assert (point.sessions, texts(point.points)) == (2, ["in summer"])


def test_a_point_that_moves_to_where_it_stands_stays_as_it_is():
    before = restricted(one("1", HOUSING))
    moved = ((id_of(before, HOUSING), Role.CHALLENGES),)
    assert dumped(whole(Decisions(moved=moved), one("1", HOUSING))) == dumped(before)


def test_what_hangs_below_a_point_does_not_move_alone():
    report = made({"challenges": [{"text": HOUSING, "points": said(RENT)}]})
    before = restricted(report)
    assert dumped(whole(Decisions(moved=((id_of(before, RENT), Role.OTHER),)), report)) == dumped(before)


@pytest.mark.parametrize(("preferred", "told", "counted"), [("v1", HOUSING, 1), ("v2", HOUSING.upper(), 2)])
def test_the_preferred_version_tells_and_the_other_stays(preferred, told, counted):
    versions = {
        "v1": made({"challenges": said(HOUSING, PAPERS)}, content="v1"),
        "v2": made({"challenges": said(HOUSING.upper(), RENT)}, content="v2"),
    }
    reports = (*versions.values(), one("7", RENT))
    file = versions[preferred][0].source.sha256
    summary = whole(Decisions(preferred=(file[:8].upper(),)), *reports)
    assert {entry.source.sha256: entry.superseded for entry in summary.reports} == {
        report.source.sha256: report.source.sha256 not in {file, reports[2][0].source.sha256}
        for report, _ in reports
    }
    points = {point.text: point for point in section(summary, "challenges")}
    both = points[told]
    assert (both.text, both.sessions, len(both.support)) == (told, 1, 2)
    counting = {entry.key for entry in summary.reports if entry.source.sha256 == file}
    assert {both.told.report} == counting
    before = restricted(*reports)
    assert summary.sessions == before.sessions == 2
    # What only the version behind says is not counted beside the other session that says the same.
    assert (points[RENT].sessions, len(points[RENT].support)) == (counted, 2)
    assert {point.text: point.sessions for point in section(before, "challenges")}[RENT] == 2


@pytest.mark.parametrize("preferred", ["v1", "v2", "v3"])
def test_words_that_all_versions_have_are_told_by_the_preferred_one(preferred):
    versions = {name: made({"challenges": said(HOUSING, name)}, content=name) for name in ("v1", "v2", "v3")}
    file = versions[preferred][0].source.sha256
    summary = whole(Decisions(preferred=(file,)), *versions.values())
    (counting,) = (entry.key for entry in summary.reports if not entry.superseded)
    point = section(summary, "challenges")[0]
    assert (point.text, len(point.support), point.told.report) == (HOUSING, 3, counting)
    assert dumped(consolidate([], [again(summary)], edition="restricted")) == dumped(
        restricted(*versions.values())
    )


def test_the_words_of_superseded_reports_are_not_told_however_many_use_them():
    reports = [
        made({"challenges": said(text)}, number=number, content=f"{number} {text}")
        for number, text in (
            ("1", RENT),
            ("1", RENT.upper()),
            ("2", RENT),
            ("2", RENT.lower()),
        )
    ]
    files = tuple(reports[at][0].source.sha256 for at in (1, 3))
    (point,) = section(whole(Decisions(preferred=files), *reports), "challenges")
    assert point.text == RENT.upper()
    assert section(restricted(*reports), "challenges")[0].text == RENT


def test_of_two_preferred_versions_neither_is_superseded():
    reports = [made({"challenges": said(text)}, content=text) for text in (HOUSING, RENT, PAPERS)]
    files = [report.source.sha256 for report, _ in reports]
    summary = whole(Decisions(preferred=(files[0], files[2])), *reports)
    behind = [entry.source.sha256 for entry in summary.reports if entry.superseded]
    assert behind == [files[1]]
    keys = {entry.source.sha256: entry.key for entry in summary.reports}
    first, second = sorted(keys[file] for file in (files[0], files[2]))
    (notice,) = summary.notices
    assert notice == (
        "RT 1.2a, RT 1.2b and RT 1.2c report on the same session, which is counted once. By decision of the "
        f"editor it is told by {first} and {second}; the rest of {keys[files[1]]} stands in the annex."
    )


def test_another_form_on_the_same_session_is_not_superseded():
    reports = (one("1", HOUSING), made({"women": said(RENT)}, "gfmd-csd-2016", number="1", title="Session 1"))
    summary = whole(Decisions(preferred=(reports[0][0].source.sha256,)), *reports)
    assert summary.sessions == 1
    assert not any(entry.superseded for entry in summary.reports)


def test_an_approved_quotation_has_its_speaker_in_the_public_edition():
    report = made(
        {
            "quotes": [
                {"text": "“Now.”", "speaker": "Eva Muster"},
                {"text": "“Then.”", "speaker": "Bo Beispiel"},
            ]
        }
    )
    name = id_of(restricted(report), "“Now.”")
    told = consolidate([report], decisions=Decisions(approved=(name,)))
    assert {each.text: each.speaker for each in told.supports()} == {
        "“Now.”": "Eva Muster",
        "“Then.”": "anonymous",
    }
    assert "Beispiel" not in dumped(told)


def test_what_meets_nothing_changes_nothing_and_is_told():
    report = one("1", HOUSING)
    here, gone = id_of(restricted(report), HOUSING), "RT 1:challenges:00000000"
    decisions = Decisions(
        together=((here, gone),),
        apart=((gone, here),),
        hidden=("RT 2:x:00000001",),
        moved=((gone, Role.OTHER),),
        preferred=("abcdef01",),
        themes=(ThemeDecision("Rooms", points=(gone,)),),
        approved=(gone,),
    )
    summary = whole(decisions, report)
    assert dumped(summary) == dumped(restricted(report))
    assert (
        summary.unmet
        == unmet(decisions, summary, ())
        == (
            f"nothing has the id {gone}; what it decides has no effect.",
            "nothing has the id RT 2:x:00000001; what it decides has no effect.",
            "[[version]] abcdef01: no report comes from a file with this sha256, so it cannot be preferred.",
        )
    )
    assert consolidate([report], decisions=decisions).unmet == summary.unmet


def in_vain(decisions, *reports):
    """The sentences about decisions that change no byte of either edition."""
    summary = whole(decisions, *reports)
    assert dumped(summary) == dumped(restricted(*reports))
    public_one = consolidate(reports, decisions=decisions)
    assert dumped(public_one) == dumped(public(*reports))
    assert public_one.unmet == summary.unmet
    return summary.unmet


def test_pairs_of_different_sections_are_told():
    reports = (one("1", HOUSING), made({"good_practices": said(RENT)}, number="2"))
    before = restricted(*reports)
    left, right = id_of(before, HOUSING), id_of(before, RENT)
    assert in_vain(Decisions(together=((left, right),)), *reports) == (
        (
            f"[[pair]] {left} and {right}: they stand in different sections, so they cannot be told as one; "
            "move one of them first."
        ),
    )
    moved = Decisions(together=((left, right),), moved=((right, Role.CHALLENGES),))
    assert whole(moved, *reports).unmet == ()


def test_pairs_of_different_lists_are_told():
    report = made(
        {"recommendations": [{"text": "Build", "actions": said("Homes"), "indicators": said("Rooms")}]},
        "gfmd-csd-2016",
        number="4.1",
    )
    before = restricted(report)
    pairs = tuple((id_of(before, "Homes"), id_of(before, other)) for other in ("Rooms", "Build"))
    lists, above = in_vain(Decisions(together=pairs), report)
    assert lists.endswith("they stand in different lists, so they cannot be told as one.")
    assert above.endswith("they do not hang below one and the same point, so they cannot be told as one.")


def test_a_pair_that_another_keeps_apart_is_told():
    reports = (one("1", HOUSING), one("2", RENT), one("3", PAPERS))
    first, second, third = (each.id for each in restricted(*reports).supports())
    decisions = Decisions(together=((first, second), (second, third)), apart=((third, first),))
    (told,) = whole(decisions, *reports).unmet
    assert told.endswith("by another [[pair]], one is to stay apart from what is told with the other.")
    assert whole(Decisions(together=((first, second),), apart=((third, first),)), *reports).unmet == ()


def test_a_point_that_cannot_move_is_told():
    report = made({"challenges": [{"text": HOUSING, "points": said(RENT)}]})
    before = restricted(report)
    above, below = id_of(before, HOUSING), id_of(before, RENT)
    moved = ((below, Role.OTHER), (above, Role.CHALLENGES))
    assert in_vain(Decisions(moved=moved), report) == (
        (
            f"[[point]] {below}: it hangs below another point, and only points at the top of a list can move; "
            "move the one above it."
        ),
        f"[[point]] {above}: it stands in “challenges” already, so it is not moved.",
    )
    assert whole(Decisions(moved=((above, Role.OTHER),)), report).unmet == ()


def test_of_two_goals_the_one_that_does_not_count_is_told():
    reports = (one("1", HOUSING), one("2", HOUSING))
    first, second = (each.id for each in restricted(*reports).supports())
    moved = ((second, Role.OTHER), (first, Role.RECOMMENDATIONS))
    assert whole(Decisions(moved=moved), *reports).unmet == (
        f"[[point]] {second}: another [[point]] moves it or what says the same, so it is not in “other”.",
    )


@pytest.mark.parametrize("speaker", ["", " ", "Anonymous", "anónimo"])
def test_an_approval_of_nobody_is_told(speaker):
    report = made({"challenges": said(HOUSING), "quotes": [{"text": "“Now.”", "speaker": speaker}]})
    before = restricted(report)
    names = (id_of(before, HOUSING), id_of(before, "“Now.”"))
    told = whole(Decisions(approved=names), report).unmet
    assert told == tuple(
        f"[[quote]] {name}: no speaker is named there, so there is nobody whom “approved” could name."
        for name in names
    )


def test_a_version_without_another_is_told():
    versions = [made({"challenges": said(text)}, content=text) for text in (HOUSING, RENT)]
    reports = (*versions, one("7", PAPERS))
    files = [report.source.sha256[:12] for report, _ in reports]
    assert whole(Decisions(preferred=(files[0],)), *reports).unmet == ()
    assert in_vain(Decisions(preferred=(files[2],)), *reports) == (
        f"[[version]] {files[2]}: no other report on the same session and form is there to be put behind it.",
    )
    assert len(in_vain(Decisions(preferred=tuple(files)), *reports)) == 3


def test_a_theme_that_is_not_there_is_told():
    fees = "Employers should pay all recruitment fees of migrant workers"
    reports = (one("1", fees), one("2", f"{fees}, everywhere and always"))
    before = restricted(*reports)
    (theme,) = before.themes
    (here, _) = (each.id for each in before.supports())
    assert in_vain(
        Decisions(
            themes=(ThemeDecision("Rooms", "gcm-99"), ThemeDecision("Doors", "", ("RT 9:x:00000000",)))
        ),
        *reports,
    ) == (
        "nothing has the id RT 9:x:00000000; what it decides has no effect.",
        "[[theme]] “Rooms”: no theme has the id “gcm-99”, so none is called so.",
    )
    named = [
        ThemeDecision("Fees", theme.id),
        ThemeDecision("Dues", "gcm-99", (here,)),
        ThemeDecision("New", points=(here,), split=True),
    ]
    assert all(whole(Decisions(themes=(each,)), *reports).unmet == () for each in named)
    assert whole(Decisions(themes=(named[0], replace(named[1], id=""))), *reports).unmet == (
        "[[theme]] “Dues”: the theme that it means is called otherwise by another entry, or is no more.",
    )
    assert whole(Decisions(themes=(replace(named[2], name="Old"), named[2])), *reports).unmet == (
        "[[theme]] “New”: its points are in no theme or have left with another entry, so none is made of them.",
    )


@LAWS
@given(decided())
def test_where_nothing_changes_nothing_is_silent(both):
    reports, decisions = both
    summary = whole(decisions, *reports)
    active = replace(decisions, apart=(), themes=())
    if active != UNDECIDED and dumped(whole(active, *reports)) == dumped(restricted(*reports)):
        together_already = any(
            {left, right} <= {each.id for each in point.support}
            for section in summary.sections
            for point in every(section.points)
            for left, right in active.together
        )
        assert summary.unmet or together_already
    assert all(each.endswith(".") and "\n" not in each for each in summary.unmet)


def every(points):
    """Points at every depth."""
    for point in points:
        yield point
        yield from every(point.points)


@pytest.mark.parametrize("decisions", [UNDECIDED, Decisions(preferred=("",)), Decisions(hidden=("",))])
def test_nothing_decided_changes_nothing(decisions):
    reports = (one("1", HOUSING), one("1", RENT))
    assert dumped(whole(decisions, *reports)) == dumped(restricted(*reports))


def test_a_point_is_withheld_as_its_report_has_it_wherever_it_is_told():
    report = one("1", "A desk for seafarers should open at night (Kenya).")
    (name,) = ids(restricted(report)).values()
    told = consolidate([report], decisions=Decisions(moved=((name, Role.GOOD_PRACTICES),)))
    assert "Kenya" not in dumped(told)
