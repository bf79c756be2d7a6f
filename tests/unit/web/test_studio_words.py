"""What the settings say in words: limits, rights, passwords, and how a page names a database."""

from __future__ import annotations

import pytest

from api.web.components.fields import Given
from api.web.studio.people.drawing import draw_crew, draw_profile
from api.web.studio.people.reading import Crew, Listed, Profile
from api.web.studio.rate_card.reading import Department, ShownCard
from api.web.studio.rate_card.table import draw_card
from api.web.studio.settings.account import Password
from api.web.studio.settings.gates import _check, check_words
from api.web.studio.settings.letterhead import letterhead
from api.web.studio.settings.policy import limit_words
from api.web.studio.settings.tokens import scope_words
from api.web.studio.settings.words import permission_words, proposing_words, sight_words
from store.access.passwords import one_time_password
from store.access.policy import ALL_PERMISSIONS, ROLE_PERMISSIONS
from store.budget.rate_card import RateCard, RateItem
from store.budget.rules import Unit
from store.kernel.money import Money

EVIL = '<img src=x onerror="alert(1)">'


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (None, "alone, whatever the amount"),
        (Money.of(50_000, "EUR"), "alone up to EUR 50,000, above it with a second person"),
        (Money.of("99.50", "EUR"), "alone up to EUR 99.50, above it with a second person"),
        (Money.of(7_000, "JPY"), "alone up to JPY 7,000, above it with a second person"),
        (Money.zero("EUR"), "alone where no money is at stake, else with a second person"),
    ],
)
def test_a_limit_is_said_in_words(limit: Money | None, words: str) -> None:
    assert limit_words(limit) == words


@pytest.mark.parametrize("permission", sorted(ALL_PERMISSIONS))
def test_every_right_has_words_without_a_dot_or_an_underscore(permission: str) -> None:
    assert not set("._") & set(permission_words(permission))


def test_what_a_role_sees_is_said_and_all_of_it_is_everything() -> None:
    assert sight_words(ALL_PERMISSIONS) == proposing_words(ALL_PERMISSIONS) == "everything"
    assert sight_words(ROLE_PERMISSIONS["crew"]) == "the studio's set-up and projects"
    assert proposing_words(ROLE_PERMISSIONS["crew"]) == ""


def test_scopes_are_said_in_words() -> None:
    assert scope_words(("propose", "read")) == "Read all that the role sees, propose changes"
    assert scope_words(("budget.read",)) == "See budgets"


def test_a_one_time_password_is_long_and_another_each_time() -> None:
    made = {one_time_password() for _ in range(50)}

    assert len(made) == 50
    assert all(len(one.replace("-", "")) == 20 and not set(one) & set("0O1lI") for one in made)


def test_a_password_is_taken_with_its_spaces() -> None:
    assert Password("new", "New").read("  a b c  ") == "  a b c  "


def test_a_gates_check_is_made_from_what_a_person_should_confirm() -> None:
    given = Given({"check": "confirmed", "label": "The music is licensed!"})

    assert _check(given) == "confirmed:the_music_is_licensed"
    assert check_words("document:call_sheet") == "a document filed as call sheet"


def test_nothing_that_was_typed_becomes_markup() -> None:
    evil = Listed("ppl_1", EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, None)
    item = RateItem("r1", EVIL, EVIL, EVIL, EVIL, Unit.DAY, Money(1, "EUR"))
    card = ShownCard((), RateCard("rc", EVIL, "EUR", (item,)), EVIL, (Department(EVIL, (item,)),), True, False)
    drawn = "".join(
        (
            str(draw_crew(Crew((evil,), 1, EVIL, (EVIL,), False), None, may_add=True)),
            str(draw_profile(Profile(evil, None, ()), EVIL, "2027-01-01")),
            str(draw_card(card, may_change=True)),
            str(letterhead({"legal_name": EVIL, "address": EVIL, "tax_number": EVIL, "email": EVIL})),
        )
    )
    assert "<img" not in drawn


def test_a_person_whose_rates_were_not_read_is_drawn_without_a_place_for_them() -> None:
    ida = Listed("ppl_1", "Ida", "Gaffer", "Lighting", None, None, None, None)

    assert "Rate" not in str(draw_crew(Crew((ida,), 1, "", (), False), None, may_add=False))
    assert "Rates" not in str(draw_profile(Profile(ida, None, ()), "", "2027-01-01"))
