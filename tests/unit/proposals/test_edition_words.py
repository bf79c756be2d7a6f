"""What a proposal says in words is computed from facts; what no fact states is not said."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.web.components.facts import LABELS, said
from store.proposals.edition.data import Step
from store.proposals.edition.timeline import timeline
from store.proposals.edition.words import approach, length, stated
from store.proposals.facts import (
    Amount,
    BriefFacts,
    BudgetEach,
    CastGroup,
    Contact,
    DaySpan,
    Deliverable,
    Supplied,
    Usage,
)
from store.proposals.validity import renewed, valid_until


def test_an_empty_brief_has_nothing_to_say() -> None:
    assert approach(BriefFacts()) == ()


def test_each_fact_is_said_once_and_as_it_stands() -> None:
    facts = BriefFacts(
        deliverables=(
            Deliverable(name="Film", kind="film", quantity=1, duration_seconds=90, aspect_ratios=("16:9",)),
            Deliverable(name="Cutdown", kind="cutdown", quantity=4, duration_seconds=15),
            Deliverable(name="Stills", kind="stills", quantity=20),
        ),
        shoot_days=Decimal(2),
        locations=("Amsterdam", "Utrecht"),
        languages=("German", "English"),
        usage=Usage(media=("online", "social"), territory="worldwide", months=24),
        revision_rounds=2,
        delivery_on=date(2026, 4, 30),
    )
    assert approach(facts) == (
        ("We make", "1 × Film of 90 seconds (16:9), 4 × Cutdown of 15 seconds and 20 × Stills."),
        ("We shoot", "2 days in Amsterdam and Utrecht."),
        ("Languages", "German and English."),
        ("Use", "Online and social, worldwide, 24 months."),
        ("Revisions", "2 rounds of revisions."),
        ("Delivery", "Final files on 30 Apr 2026."),
    )


def test_the_paper_and_the_page_say_who_is_on_camera_and_what_the_client_brings() -> None:
    facts = BriefFacts(
        cast=(CastGroup(name="actors", heads=2), CastGroup(name="nurses", supplied=True)),
        supplied=(Supplied(what="hotel", words="rooms for up to 14", heads=14), Supplied(what="studio", words="ours")),
    )
    assert approach(facts) == (
        ("On camera", "Actors (2) and nurses, brought by the client."),
        ("You bring", "Hotel for up to 14 and studio."),
    )
    assert said(facts, "cast") == ("actors (2)", "nurses, brought by the client")
    assert said(facts, "supplied") == ("hotel, for up to 14", "studio")
    each = BudgetEach(amount=Amount(minor=800_000, currency="EUR"), pieces="films", count=4)
    assert said(BriefFacts(budget_each=each), "budget_each") == (stated(each),) == ("EUR 8,000.00 × 4 films",)
    assert set(LABELS) == set(BriefFacts.model_fields)
    assert stated(DaySpan(first=date(2026, 4, 1), last=date(2026, 4, 9))) == "1 Apr 2026 to 9 Apr 2026"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (15, "15 seconds"),
        (60, "1 minute"),
        (75, "75 seconds"),
        (90, "90 seconds"),
        (150, "2 min 30 s"),
        (600, "10 minutes"),
    ],
)
def test_a_length_reads_as_one_says_it(seconds: int, words: str) -> None:
    assert length(seconds) == words


def test_facts_are_stated_in_words() -> None:
    assert stated(Amount(minor=4_500_000, currency="EUR")) == "EUR 45,000.00"
    assert stated(Contact(name="Ada", email="ada@x.example")) == "Ada, ada@x.example"
    assert stated(False) == "no"
    assert stated((date(2026, 4, 30), date(2026, 5, 1))) == "30 Apr 2026; 1 May 2026"


def test_an_offer_ends_when_its_validity_says_so() -> None:
    assert valid_until([{"title": "Validity", "text": "It holds until 4 Nov 2026."}]) == date(2026, 11, 4)
    assert valid_until([{"title": "Usage", "text": "Until 4 Nov 2026."}]) is None
    assert valid_until([{"title": "Validity", "text": "From 1 Nov 2026 to 4 Nov 2026."}]) is None
    assert valid_until([{"title": "Validity", "text": "Until 31 Feb 2026."}]) is None


def test_a_new_version_holds_as_long_from_its_own_day() -> None:
    terms = [{"title": "Validity", "text": "It holds until 31 Jan 2026."}, {"title": "Tax", "text": "On 31 Jan 2026."}]
    anew = renewed(terms, made_on=date(2026, 1, 1), today=date(2026, 3, 1))
    assert anew[0]["text"] == "It holds until 31 Mar 2026."
    assert anew[1] == terms[1]
    assert renewed(terms, made_on=None, today=date(2026, 3, 1)) == terms


_STEPS = st.lists(
    st.tuples(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.integers(0, 900)).map(
        lambda pair: Step("Step", pair[0], pair[0] + timedelta(days=pair[1]), None)
    ),
    max_size=12,
)


@given(_STEPS)
def test_every_bar_and_tick_stands_within_the_outline(steps: list[Step]) -> None:
    outline = timeline(steps)
    assert len(outline.bars) == len(steps)
    for bar in outline.bars:
        assert bar.length >= 1
        assert 0 <= bar.start <= bar.start + bar.length <= 1001
    places = [at for at, _ in outline.ticks]
    assert places == sorted(places)
    assert all(0 <= at <= 1000 for at in places)
    assert bool(places) == bool(steps)
