"""The shipped charts, rate cards and fringes are whole, and broken ones are refused."""

from datetime import date
from decimal import Decimal

import pytest

from store.budget.aicp import AccountGroup, ChartOfAccounts, chart, charts, prep_account
from store.budget.fringe_data import default_fringes, fringes_in_force, parse_fringes
from store.budget.rate_card import RateCard, RateItem, default_rate_cards, parse_rate_cards
from store.budget.rules import Unit
from store.kernel.errors import Invalid
from store.kernel.money import Money

AICP_SECTIONS = (
    "1 A, 50 A, 51 B, 100 B, 101 C, 113 C, 114 D, 139 D, 140 E, 150 E, 151 F, 167 F, 168 G, 180 G, 181 H, 192 H, "
    "193 I, 210 I, 211 J, 216 J, 217 K, 226 K, 227 L, 233 L, 234 M, 270 M, 271 N, 276 N"
)


@pytest.mark.parametrize(("account", "letter"), [pair.split() for pair in AICP_SECTIONS.split(", ")])
def test_aicp_numbers_fall_into_their_sections(account: str, letter: str) -> None:
    assert chart("aicp").group_of(account).letter == letter


@pytest.mark.parametrize("account", ["0", "340", "-1", "camera", "²", ""])
def test_a_number_outside_the_chart_is_refused(account: str) -> None:
    with pytest.raises(Invalid) as refused:
        chart("aicp").group_of(account)
    assert refused.value.code == "unknown_account"


def test_the_three_templates_are_there_and_an_unknown_one_names_them() -> None:
    assert set(charts()) == {"aicp", "feature", "documentary"}
    with pytest.raises(Invalid, match="aicp, documentary, feature"):
        chart("opera")


def test_groups_that_overlap_are_refused() -> None:
    with pytest.raises(Invalid, match="overlap"):
        ChartOfAccounts("x", "X", (AccountGroup("A", "a", 1, 10), AccountGroup("B", "b", 10, 20)))


def test_shoot_labour_has_its_prep_account_fifty_below() -> None:
    assert [prep_account(number) for number in ("53", "51", "100", "229", "101")] == ["3", "1", "50", "229", "101"]


def test_each_currency_has_a_full_card_and_every_item_an_aicp_account() -> None:
    cards = default_rate_cards()
    assert set(cards) == {"EUR", "GBP", "USD"}
    codes = {currency: [item.code for item in card.items] for currency, card in cards.items()}
    assert codes["EUR"] == codes["GBP"] == codes["USD"]
    assert len(codes["EUR"]) >= 70
    for card in cards.values():
        for item in card.items:
            assert chart("aicp").group_of(item.account)
            assert item.rate.minor > 0
            assert item.cost is None or item.cost <= item.rate


def test_a_card_with_a_code_twice_or_an_item_in_another_currency_is_refused() -> None:
    item = RateItem("1", "CAM-01", "53", "Camera", "DoP", Unit.DAY, Money.of(850, "EUR"))
    with pytest.raises(Invalid) as refused:
        RateCard("c", "Card", "EUR", (item, item))
    assert refused.value.code == "duplicate_code"
    with pytest.raises(Invalid) as refused:
        RateCard("c", "Card", "GBP", (item,))
    assert refused.value.code == "mixed_currencies"


def test_an_item_without_a_rate_in_a_currency_is_not_on_that_card() -> None:
    cards = parse_rate_cards(
        'name = "Card"\ncurrencies = ["EUR", "JPY"]\n[[items]]\ncode = "A-1"\naccount = "53"\n'
        'department = "Camera"\ndescription = "DoP"\nunit = "Day"\neur = 850.50\n'
    )
    assert cards["EUR"].find("A-1") == cards["EUR"].items[0]
    assert cards["EUR"].items[0].rate == Money(85050, "EUR")
    assert cards["JPY"].items == ()


@pytest.mark.parametrize(
    "text", ["name = ", 'name = "Card"', 'name="c"\ncurrencies=["EUR"]\nitems=[{code="A", eur=1}]']
)
def test_a_rate_card_that_cannot_be_read_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse_rate_cards(text)
    assert refused.value.code == "rate_card"


def test_the_fringe_in_force_is_the_latest_not_after_the_day() -> None:
    before = fringes_in_force(default_fringes(), "GB", date(2025, 4, 5))["gb-ni"]
    after = fringes_in_force(default_fringes(), "GB", date(2025, 4, 6))["gb-ni"]
    assert (before.percent, after.percent) == (Decimal("13.8"), Decimal(15))
    assert fringes_in_force(default_fringes(), "GB", date(2000, 1, 1)) == {}


def test_a_fringe_without_a_name_is_refused() -> None:
    with pytest.raises(Invalid) as refused:
        parse_fringes('[[fringe]]\nid = "x"\ncurrency = "EUR"\npercent = 1\n')
    assert refused.value.code == "fringes"
