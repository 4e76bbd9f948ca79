"""Merging is algebra: no order and no nesting of merges changes the summary, and no point is lost."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from merge.made import REPORTS, again, dumped, seeds
from rapportkit.merge.consolidate import consolidate
from rapportkit.merge.records import distinct, from_report
from rapportkit.model.report import walk

LAWS = settings(max_examples=60, deadline=None, derandomize=True)
SETS = st.lists(REPORTS, max_size=5)


@LAWS
@given(SETS, st.randoms(use_true_random=False))
def test_the_order_of_the_reports_changes_nothing(reports, random):
    shuffled = random.sample(reports, len(reports))
    for edition in ("public", "restricted"):
        assert dumped(consolidate(shuffled, edition=edition)) == dumped(consolidate(reports, edition=edition))


@LAWS
@given(SETS, st.data())
def test_merging_in_steps_is_merging_at_once(reports, data):
    whole = consolidate(reports, edition="restricted")
    part = st.lists(st.sampled_from(reports), max_size=3) if reports else st.just([])
    first = data.draw(part)
    second = data.draw(part)
    one = consolidate(first, edition="restricted")
    two = consolidate(second, [again(one)], edition="restricted")
    assert dumped(consolidate(reports, [again(two), again(one)], edition="restricted")) == dumped(whole)
    assert dumped(consolidate(reports, [again(two)])) == dumped(consolidate(reports))


@LAWS
@given(SETS)
def test_merging_twice_changes_nothing(reports):
    whole = consolidate(reports, edition="restricted")
    assert again(whole) == whole
    assert dumped(consolidate([], [again(whole), again(whole)], edition="restricted")) == dumped(whole)
    assert dumped(consolidate([*reports, *reports], edition="restricted")) == dumped(whole)


@LAWS
@given(SETS)
def test_every_point_stands_in_exactly_one_support(reports):
    whole = consolidate(reports, edition="restricted")
    points_in = Counter(
        (record.entry.source.sha256, support.pointer, support.text)
        for record in distinct(from_report(*pair) for pair in reports)
        for _, support in record.supports
    )
    files = {entry.key: entry.source.sha256 for entry in whole.reports}
    points_out = Counter(
        (files[support.report], support.pointer, support.text) for support in whole.supports()
    )
    assert points_out == points_in
    kept = whole.conservation
    assert kept.points_in == kept.points_out == points_in.total()
    assert len({support.reference for support in whole.supports()}) == kept.points_out


@LAWS
@given(SETS)
def test_the_public_edition_keeps_every_support_and_no_name(reports):
    whole, public = consolidate(reports, edition="restricted"), consolidate(reports)
    assert [(each.report, each.pointer) for each in public.supports()] == [
        (each.report, each.pointer) for each in whole.supports()
    ]
    for given_, told in zip(whole.supports(), public.supports(), strict=True):
        assert told.text == given_.text or told.withheld
    written = dumped(public)
    assert "Modelo" not in written
    assert "garcia" not in written
    assert all(
        support.consent == "quoted with approval" or "Exemplo" not in f"{support.text} {support.speaker}"
        for support in public.supports()
    )
    for support in public.supports():
        assert "Exemplo" not in "".join((support.text, *(note.text for note in support.notes)))


def test_the_seeds_are_all_there_in_any_order_and_nesting():
    reports = seeds()
    whole = consolidate(reports, edition="restricted")
    points = sum(1 for report, _ in reports for answer in report.answers for _ in walk(answer.points, ""))
    assert whole.conservation.points_in == whole.conservation.points_out == points == 173
    parts = [consolidate(reports[:2], edition="restricted"), consolidate(reports[1:4], edition="restricted")]
    nested = consolidate(reports[4:], [again(part) for part in reversed(parts)], edition="restricted")
    assert dumped(nested) == dumped(whole)
