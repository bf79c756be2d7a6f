"""Two versions of an offer: every part is accounted for once, and the other way round it is the other way round."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from store.kernel.money import Money
from store.proposals.compare import Version, VersionLine, VersionStep, VersionTerm, compare, difference

_MONEY = st.integers(0, 3).map(lambda minor: Money(minor * 100, "EUR"))
# Few values each, so that lines meet their like, their half-like, and each other's.
_LINES = st.lists(
    st.builds(
        VersionLine,
        account=st.sampled_from(["51", "193"]),
        account_name=st.just("Camera"),
        description=st.sampled_from(["Camera", "Lenses", "Light"]),
        quantity=st.integers(1, 2).map(Decimal),
        multiplier=st.just(Decimal(1)),
        unit=st.sampled_from(["Day", "Flat"]),
        rate=_MONEY,
        total=_MONEY,
        rate_item_id=st.sampled_from([None, "rit_1", "rit_2"]),
    ),
    max_size=8,
).map(tuple)
_TEXTS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=5).map(tuple)
_DAYS = st.integers(1, 3).map(lambda number: date(2027, 1, number))
_STEPS = st.lists(st.builds(VersionStep, st.sampled_from(["Shoot", "Edit"]), _DAYS, _DAYS), max_size=4).map(tuple)
_TERMS = st.lists(st.builds(VersionTerm, st.sampled_from(["Usage", "Tax"]), st.sampled_from("ab")), max_size=4).map(
    tuple
)
_VERSIONS = st.builds(
    Version,
    proposal_id=st.just("pro_1"),
    revision=st.integers(1, 3),
    status=st.just("draft"),
    totals=_MONEY.map(lambda total: (("total", total),)),
    lines=_LINES,
    steps=_STEPS,
    terms=_TERMS,
    assumptions=_TEXTS,
    exclusions=_TEXTS,
)


@given(_VERSIONS)
def test_a_version_says_the_same_as_itself(version: Version) -> None:
    found = compare(version, version)
    assert found.is_empty
    assert found.lines.kept == len(version.lines)


@given(_VERSIONS, _VERSIONS)
def test_every_line_is_accounted_for_once(before: Version, after: Version) -> None:
    lines = compare(before, after).lines
    old = [*lines.removed, *(pair[0] for pair in lines.changed)]
    new = [*lines.added, *(pair[1] for pair in lines.changed)]
    assert len(old) + lines.kept == len(before.lines)
    assert len(new) + lines.kept == len(after.lines)
    # What is kept is in both: without it, both versions are what was told of.
    left_before, left_after = list(before.lines), list(after.lines)
    for line in old:
        left_before.remove(line)
    for line in new:
        left_after.remove(line)
    assert sorted(map(repr, left_before)) == sorted(map(repr, left_after))


@given(_VERSIONS, _VERSIONS)
def test_the_lines_told_of_make_up_the_difference_of_the_sums(before: Version, after: Version) -> None:
    def net(lines: tuple[VersionLine, ...]) -> int:
        return sum(line.total.minor for line in lines)

    lines = compare(before, after).lines
    changes = sum(new.total.minor - old.total.minor for old, new in lines.changed)
    assert net(after.lines) - net(before.lines) == net(lines.added) - net(lines.removed) + changes


@given(_VERSIONS, _VERSIONS)
def test_the_other_way_round_what_came_has_gone(before: Version, after: Version) -> None:
    there, back = compare(before, after), compare(after, before)
    for one, other in ((there.lines, back.lines), (there.steps, back.steps), (there.terms, back.terms)):
        assert (one.added, one.removed) == (other.removed, other.added)
        assert sorted(map(repr, one.changed)) == sorted(repr((old, new)) for new, old in other.changed)
    assert there.totals == tuple((name, old, new) for name, new, old in back.totals)
    assert there.is_empty == back.is_empty


@given(_VERSIONS, _VERSIONS)
def test_nothing_differs_only_where_all_is_alike(before: Version, after: Version) -> None:
    def said(version: Version) -> list[object]:
        parts = (version.lines, version.steps, version.terms, version.assumptions, version.exclusions)
        return [version.totals, *(sorted(map(repr, part)) for part in parts)]

    assert compare(before, after).is_empty == (said(before) == said(after))


def test_a_line_is_known_by_its_words_and_then_by_its_rate() -> None:
    day, zero = Money(100, "EUR"), Money.zero("EUR")
    camera = VersionLine("193", "Camera", "Camera", Decimal(2), Decimal(1), "Day", day, Money(200, "EUR"), "rit_1")
    lenses = replace(camera, description="Lenses", rate_item_id=None)
    longer = replace(camera, quantity=Decimal(3), total=Money(300, "EUR"))
    renamed = replace(camera, description="Camera package")
    offers = [
        Version("pro", 1, "draft", (("total", zero),), lines)
        for lines in ((camera, lenses), (longer, lenses), (renamed,))
    ]
    assert compare(offers[0], offers[1]).lines.changed == ((camera, longer),)
    third = compare(offers[0], offers[2]).lines
    assert (third.changed, third.removed, third.added) == (((camera, renamed),), (lenses,), ())


def test_moved_steps_and_reworded_terms_are_changes() -> None:
    steps = difference(
        (VersionStep("Shoot", date(2027, 1, 1), date(2027, 1, 2)),),
        (VersionStep("Shoot", date(2027, 1, 3), date(2027, 1, 4)),),
        (lambda step: step.name,),
    )
    assert len(steps.changed) == 1
    assert not steps.added + steps.removed
