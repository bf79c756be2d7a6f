"""The graders forgive wording and nothing else; each way of reading a field wrong is told apart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from copilot.briefs.facts.usage.shown_for import showings_in
from copilot.briefs.facts.words import folded
from evals.brief_cases import FIELDS, BriefCase, load
from evals.graders import FieldGrade, Verdict, evidence_faults, grade, matches
from evals.words import MEDIA, medium
from store.proposals.facts import (
    SELDOM_SAID,
    Amount,
    BriefFacts,
    BriefReading,
    BriefWarning,
    Contact,
    Deliverable,
    Quote,
    Usage,
)

NOTHING = BriefFacts()


def film(quantity: int = 1, seconds: int | None = 30, *ratios: str, name: str = "film") -> Deliverable:
    return Deliverable(name=name, kind="film", quantity=quantity, duration_seconds=seconds, aspect_ratios=ratios)


def case_of(
    expect: BriefFacts, accept: Mapping[str, tuple[BriefFacts, ...]] | None = None, *, warnings: tuple[str, ...] = ()
) -> BriefCase:
    return BriefCase(
        name="case",
        path=Path("case.txt"),
        kind="prose mail",
        language="en",
        received_on=date(2026, 3, 2),
        expect=expect,
        warnings=warnings,
        alternatives=accept or {},
    )


def verdict(field: str, expect: BriefFacts, found: BriefFacts, **accept: tuple[BriefFacts, ...]) -> Verdict:
    grades = grade(case_of(expect, accept), BriefReading(facts=found, evidence={}), {}).fields
    return next(g.verdict for g in grades if g.field == field)


def test_silence_about_what_the_brief_does_not_say_is_right() -> None:
    assert verdict("delivery_on", NOTHING, NOTHING) is Verdict.RIGHTLY_SILENT


def test_a_fact_the_brief_does_not_state_is_invented() -> None:
    assert verdict("delivery_on", NOTHING, BriefFacts(delivery_on=date(2026, 5, 1))) is Verdict.INVENTED


def test_a_stated_fact_left_out_is_missed() -> None:
    assert verdict("revision_rounds", BriefFacts(revision_rounds=2), NOTHING) is Verdict.MISSED


def test_an_amount_in_another_currency_is_wrong() -> None:
    expect = BriefFacts(budget_max=Amount(minor=100_00, currency="USD"))
    found = BriefFacts(budget_max=Amount(minor=100_00, currency="CAD"))
    assert verdict("budget_max", expect, found) is Verdict.WRONG


def test_an_accepted_alternative_is_right_and_silence_too_when_it_is_accepted() -> None:
    expect, other = BriefFacts(shoot_days=Decimal(2)), BriefFacts(shoot_days=Decimal(3))
    assert verdict("shoot_days", expect, other, shoot_days=(other, NOTHING)) is Verdict.RIGHT
    assert verdict("shoot_days", expect, NOTHING, shoot_days=(other, NOTHING)) is Verdict.RIGHTLY_SILENT
    assert verdict("shoot_days", expect, BriefFacts(shoot_days=Decimal(4)), shoot_days=(other,)) is Verdict.WRONG


def test_half_days_are_equal_whatever_their_decimals() -> None:
    assert matches("shoot_days", BriefFacts(shoot_days=Decimal("1.5")), BriefFacts(shoot_days=Decimal("1.50")))


def test_deliverables_match_in_any_order_and_under_any_name() -> None:
    expect = BriefFacts(deliverables=(film(1, 60, "16:9"), film(4, 15, "1:1", "9:16")))
    found = BriefFacts(deliverables=(film(4, 15, "9:16", "1:1", name="shorts"), film(1, 60, "16:9", name="hero")))
    assert matches("deliverables", expect, found)


@pytest.mark.parametrize("wrong", [film(2, 60, "16:9"), film(1, 61, "16:9"), film(1, 60, "16:9", "1:1"), film(1, None)])
def test_a_deliverable_of_another_number_length_or_shape_is_wrong(wrong: Deliverable) -> None:
    assert not matches(
        "deliverables", BriefFacts(deliverables=(film(1, 60, "16:9"),)), BriefFacts(deliverables=(wrong,))
    )


def test_the_same_deliverable_twice_is_not_the_same_as_once() -> None:
    once, twice = BriefFacts(deliverables=(film(),)), BriefFacts(deliverables=(film(), film()))
    assert not matches("deliverables", once, twice)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Waldkauz Optik", "Waldkauz Optik GmbH", True),
        ("Parcelfox B.V.", "Parcelfox", True),
        ("Fenwick & Sons Removals", "FENWICK AND SONS REMOVALS", True),
        ("Conservas Salgada", "A Conservas Salgada", True),
        ("Veldt Coffee", "Bright & Co", False),
        ("Veldt Coffee", "Veldt Coffee roastery in Bristol", False),
    ],
)
def test_a_client_may_carry_its_legal_form_but_no_other_words(one: str, other: str, same: bool) -> None:
    assert matches("client", BriefFacts(client=one), BriefFacts(client=other)) is same


def test_a_title_drowned_in_a_long_line_is_not_the_title() -> None:
    expect = BriefFacts(title="Small Print")
    assert matches("title", expect, BriefFacts(title="“Small print”"))
    assert not matches("title", expect, BriefFacts(title="Brief for the small print films of Pennant Insurance"))


def test_an_objective_may_be_the_whole_sentence_but_not_a_single_word() -> None:
    expect = BriefFacts(objective="make chefs curious about cuttlefish")
    assert matches("objective", expect, BriefFacts(objective="We want to make chefs curious about cuttlefish again"))
    assert not matches("objective", expect, BriefFacts(objective="cuttlefish"))


def test_phone_numbers_are_compared_by_their_digits() -> None:
    def same(one: str, other: str) -> bool:
        return matches(
            "contact.phone", BriefFacts(contact=Contact(phone=one)), BriefFacts(contact=Contact(phone=other))
        )

    assert same("+44 (0)117 496 0133", "0044 117-496-0133")
    assert not same("+44 117 496 0133", "+44 117 496 0134")


def test_a_person_may_carry_a_title_but_not_another_name() -> None:
    expect = BriefFacts(contact=Contact(name="Gudrun Albers"))
    assert matches("contact.name", expect, BriefFacts(contact=Contact(name="Frau Dipl.-Ing. Gudrun Albers")))
    assert not matches("contact.name", expect, BriefFacts(contact=Contact(name="Frau Dipl.-Ing")))
    assert not matches("contact.name", expect, BriefFacts(contact=Contact(name="Gudrun")))


def test_a_place_and_its_region_may_be_one_item_or_two() -> None:
    expect = BriefFacts(locations=("Portland, Dorset",))
    assert matches("locations", expect, BriefFacts(locations=("Portland", "Dorset")))
    assert not matches("locations", expect, BriefFacts(locations=("Portland", "Devon")))


def test_places_match_one_to_one() -> None:
    expect = BriefFacts(locations=("Oban", "Stornoway"))
    assert matches("locations", expect, BriefFacts(locations=("the port of Stornoway", "Oban")))
    assert not matches("locations", expect, BriefFacts(locations=("Oban",)))
    assert not matches("locations", expect, BriefFacts(locations=("Oban", "Oban")))


def test_media_are_a_set_in_any_language() -> None:
    expect = BriefFacts(usage=Usage(media=("TV", "online", "social")))
    assert matches("usage.media", expect, BriefFacts(usage=Usage(media=("réseaux sociaux", "Fernsehen", "web"))))
    assert not matches("usage.media", expect, BriefFacts(usage=Usage(media=("TV", "online"))))


def test_the_reader_and_the_graders_call_a_medium_by_one_name() -> None:
    disagreed = {
        word: names
        for name, words in MEDIA.items()
        for word in words
        if (names := {medium(found) for *_, found in showings_in(folded(word))}) and names != {name}
    }
    assert disagreed == {}


def test_an_empty_contact_or_usage_says_nothing() -> None:
    assert verdict("contact.name", NOTHING, BriefFacts(contact=Contact())) is Verdict.RIGHTLY_SILENT
    assert verdict("usage.media", NOTHING, BriefFacts(usage=Usage())) is Verdict.RIGHTLY_SILENT


TEXT = "Budget: £5,000, one day in Leeds."


def quoted(field: str, words: str, *, shift: int = 0) -> BriefReading:
    start = TEXT.index(words) + shift
    quote = Quote(source="s", quote=words, start=start, end=start + len(words))
    return BriefReading(facts=BriefFacts(locations=("Leeds",)), evidence={field: (quote,)})


def test_a_quote_in_its_place_has_no_fault() -> None:
    assert evidence_faults(quoted("locations", "Leeds"), {"s": TEXT}) == ()


def test_a_shifted_quote_and_a_fact_without_a_quote_are_faults() -> None:
    assert evidence_faults(quoted("locations", "Leeds", shift=-1), {"s": TEXT}) == ("locations",)
    assert evidence_faults(quoted("client", "Budget"), {"s": TEXT}) == ("locations",)
    assert evidence_faults(quoted("locations", "Leeds"), {"other": TEXT}) == ("locations",)


def test_expected_warnings_may_not_be_missed_and_graded_ones_not_given_for_nothing() -> None:
    given = tuple(BriefWarning(code=code, message="") for code in ("contradiction", "over_budget"))
    result = grade(
        case_of(NOTHING, warnings=("hidden_text",)), BriefReading(facts=NOTHING, evidence={}, warnings=given), {}
    )
    assert result.warnings_missed == ("hidden_text",)
    assert result.false_alarms == ("contradiction",)


def test_every_dev_case_is_read_right_by_its_own_expectation() -> None:
    for case in load("dev"):
        result = grade(case, BriefReading(facts=case.expect, evidence={}), {})
        assert result.accuracy == 1.0, (case.name, [g for g in result.fields if not g.verdict.is_right])


def test_every_dev_case_fails_where_it_states_something_and_nothing_is_read() -> None:
    """Otherwise a reader that says nothing would be graded as right by the alternatives."""
    for case in load("dev"):
        grades: dict[str, FieldGrade] = {
            g.field: g for g in grade(case, BriefReading(facts=NOTHING, evidence={}), {}).fields
        }
        if "nothing_found" in case.warnings:
            continue
        assert not grades["deliverables"].verdict.is_right, case.name
        assert sum(not g.verdict.is_right for g in grades.values()) >= 3, case.name


def test_the_dev_set_covers_its_kinds_and_languages() -> None:
    cases = load("dev")
    languages = [case.language for case in cases]
    assert len(cases) >= 46
    assert all(languages.count(code) >= 3 for code in ("de", "fr", "es", "nl", "sv", "da", "no"))
    assert {w for case in cases for w in case.warnings} >= {
        "contradiction",
        "hidden_text",
        "injected_instruction",
        "nothing_found",
    }
    assert {case.path.suffix for case in cases} == {".txt", ".md", ".eml", ".pdf", ".docx"}


def test_a_case_with_an_unknown_field_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dev").mkdir()
    stated = {"kind": "k", "language": "en", "received_on": "2026-01-01", "expect": {}, "accept": {"budget": [1]}}
    (tmp_path / "dev" / "odd.json").write_text(json.dumps(stated))
    (tmp_path / "dev" / "odd.txt").write_text("x")
    monkeypatch.setattr("evals.brief_cases.BRIEFS", tmp_path)
    with pytest.raises(ValueError, match=r"case odd: 'budget' is not a graded field"):
        load("dev")


def test_fields_cover_every_fact() -> None:
    ungraded = set(SELDOM_SAID)  # the cases were written before briefs were read for them
    assert {field.partition(".")[0] for field in FIELDS} == set(BriefFacts.model_fields) - ungraded
