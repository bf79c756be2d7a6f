"""Amounts of money as clients write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.briefs.grammar.money import find_money
from copilot.briefs.grammar.tax import find_tax
from store.proposals.facts import Amount

SINGLE = [
    ("en", "$45k", 45000, "USD"), ("en", "45K EUR", 45000, "EUR"), ("en", "$1.2m", 1_200_000, "USD"),
    ("en", "US$ 45,000", 45000, "USD"), ("en", "CA$45,000", 45000, "CAD"), ("en", "A$20k", 20000, "AUD"),
    ("en", "$45,000 CAD", 45000, "CAD"), ("en", "£30,000", 30000, "GBP"), ("en", "30k GBP", 30000, "GBP"),
    ("en", "2 lakh INR", 200000, "INR"), ("en", "₹1.5 crore", 15_000_000, "INR"), ("en", "Rs 2,50,000", 250000, "INR"),
    ("en", "45 tys zł", 45000, "PLN"), ("en", "R$ 300.000", 300000, "BRL"), ("en", "₺500.000", 500000, "TRY"),
    ("en", "AED 200,000", 200000, "AED"), ("en", "SAR 100,000", 100000, "SAR"),
    ("en", "3.000.000 KRW", 3_000_000, "KRW"),
    ("en", "1,000,000円", 1_000_000, "JPY"), ("en", "500万円", 5_000_000, "JPY"), ("en", "¥800,000", 800000, "JPY"),
    ("en", "half a million dollars", 500000, "USD"), ("en", "forty-five thousand dollars", 45000, "USD"),
    ("en", "€ 45\u202f000", 45000, "EUR"), ("en", "EUR\u00a045.000", 45000, "EUR"),
    ("en", "45 grand USD", 45000, "USD"),
    ("de", "60 Tausend Euro", 60000, "EUR"), ("de", "1,5 Mio. €", 1_500_000, "EUR"), ("de", "60 T€", 60000, "EUR"),
    ("de", "60 TEUR", 60000, "EUR"), ("de", "CHF 12'500.-", 12500, "CHF"), ("de", "45.000,00 EUR", 45000, "EUR"),
    ("de", "fünfundvierzigtausend Euro", 45000, "EUR"), ("fr", "45 mille euros", 45000, "EUR"),
    ("fr", "60 k€", 60000, "EUR"),
    ("fr", "45 000 €", 45000, "EUR"), ("es", "35.000 €", 35000, "EUR"),
    ("es", "treinta y cinco mil euros", 35000, "EUR"),
    ("nl", "€ 60.000,-", 60000, "EUR"), ("nl", "€ 37.500,–", 37500, "EUR"), ("sv", "100 tkr", 100000, "SEK"),
    ("sv", "45 000:-", 45000, "SEK"), ("sv", "1,2 mkr", 1_200_000, "SEK"), ("sv", "MSEK 1,2", 1_200_000, "SEK"),
    ("sv", "350 000 kr", 350000, "SEK"), ("da", "80 TDKK", 80000, "DKK"), ("da", "250.000 kr", 250000, "DKK"),
    ("no", "kr 450 000,-", 450000, "NOK"), ("no", "NOK 1,2 mill", 1_200_000, "NOK"),
    ("it", "25 mila euro", 25000, "EUR"),
    ("pt", "R$ 45 mil", 45000, "BRL"), ("pt", "vinte mil reais", 20000, "BRL"), ("fi", "20 000 €", 20000, "EUR"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "major", "currency"), SINGLE)
def test_an_amount_is_read_in_any_currency_and_scale(language: str, text: str, major: int, currency: str) -> None:
    source = f"Total: {text}, thanks"
    (found,) = find_money(source, language)
    assert (found.text, found.value.low_value, found.value.currency) == (text, Decimal(major), currency)
    assert found.value.low == found.value.high
    assert source[found.start : found.end] == text


RANGES = [
    ("en", "40-60k €", 40000, 60000), ("en", "€40k–€60k", 40000, 60000),
    ("en", "between 40,000 and 60,000 EUR", 40000, 60000),
    ("en", "$40-60k", 40000, 60000), ("en", "40.000-60.000 EUR", 40000, 60000),
    ("en", "from 40 to 60 thousand euros", 40000, 60000),
    ("en", "40-60,000 GBP", 40000, 60000), ("de", "zwischen 40 und 60 Tausend Euro", 40000, 60000),
    ("de", "40.000 bis 60.000 €", 40000, 60000),
    ("de", "20 bis max. 25k €", 20000, 25000), ("fr", "de 40 à 60 k€", 40000, 60000),
    ("fr", "entre 40 et 60 K€", 40000, 60000),
    ("es", "entre 40.000 y 60.000 euros", 40000, 60000), ("nl", "tussen 40 en 60 duizend euro", 40000, 60000),
    ("sv", "mellan 40 och 60 tkr", 40000, 60000), ("da", "mellem 150 og 200 tusinde kr", 150000, 200000),
    ("it", "tra 20 e 25 mila euro", 20000, 25000), ("sv", "40–60 000 kr", 40000, 60000),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "low", "high"), RANGES)
def test_a_range_shares_its_currency_and_scale(language: str, text: str, low: int, high: int) -> None:
    (found,) = find_money(f"Budget {text}.", language)
    assert found.value.qualifier == "range"
    assert (found.value.low_value, found.value.high_value) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("en", "up to £30,000", "max"), ("en", "max €45k", "max"), ("en", "must not exceed USD 50,000", "max"),
        ("en", "there's a ceiling of AED 200,000", "max"), ("en", "€45k max", "max"),
        ("fr", "35 k€ HT maximum", "max"), ("en", "> 45k EUR", "exact"), ("en", "at least CHF 20,000", "min"),
        ("en", "about 45,000 USD", "about"), ("en", "45,000 USD or so", "about"), ("en", "EUR 45,000", "exact"),
        ("de", "höchstens 45.000 €", "max"), ("de", "bis zu 45.000 €", "max"), ("de", "etwa 45.000 €", "about"),
        ("fr", "un plafond de 45 000 €", "max"), ("fr", "ne doit pas dépasser 45 000 €", "max"),
        ("fr", "environ 45 000 €", "about"),
        ("es", "hasta 50.000 euros", "max"), ("es", "unos 50.000 euros", "about"), ("nl", "tot € 40.000", "max"),
        ("nl", "ongeveer € 40.000", "about"), ("sv", "högst 400 tkr", "max"), ("sv", "ca 400 tkr", "about"),
        ("da", "højst 300.000 kr", "max"), ("no", "maks 300 000 kr", "max"), ("it", "fino a 25.000 €", "max"),
        ("pt", "até 60.000 euros", "max"),
    ],
)  # fmt: skip
def test_the_words_around_an_amount_bound_it(language: str, text: str, qualifier: str) -> None:
    (found,) = find_money(f"We can spend {text}.", language)
    assert found.value.qualifier == qualifier
    assert (found.value.low is None) == (qualifier == "max")
    assert (found.value.high is None) == (qualifier == "min")


@pytest.mark.parametrize(
    ("text", "tax"),
    [
        ("€45k excl. VAT", "excluded"), ("€45k ex VAT", "excluded"), ("€45k + VAT", "excluded"),
        ("€45k plus 20% VAT", "excluded"),
        ("€45k (excluding VAT)", "excluded"), ("€45k, VAT not included", "excluded"), ("€45k incl. VAT", "included"),
        ("€45k including VAT", "included"), ("€45k gross", "included"), ("€45k net of tax", "excluded"),
        ("€45k netto", "excluded"),
        ("€45k zzgl. 19 % MwSt.", "excluded"), ("€45k zzgl. gesetzl. MwSt.", "excluded"),
        ("€45k inkl. MwSt.", "included"),
        ("€45k HT", "excluded"), ("€45k TTC", "included"), ("€45k hors taxes", "excluded"),
        ("€45k sin IVA", "excluded"),
        ("€45k + IVA", "excluded"), ("€45k IVA incluido", "included"), ("€45k excl. btw", "excluded"),
        ("€45k incl. btw", "included"),
        ("€45k exkl. moms", "excluded"), ("€45k inkl. moms", "included"), ("€45k plus moms", "excluded"),
        ("€45k eks. mva", "excluded"),
        ("€45k + alv", "excluded"), ("€45k ekskl. moms", "excluded"), ("€45k", None), ("€45k net 30", None),
        ("The net budget is €45k", "excluded"), ("€45k. Send invoices without VAT to London", None),
    ],
)  # fmt: skip
def test_tax_beside_an_amount_is_understood(text: str, tax: str | None) -> None:
    (found,) = find_money(text, "en")
    assert found.value.tax == tax


def test_a_tax_phrase_is_its_own_finding_with_its_words() -> None:
    assert [(f.text, f.value) for f in find_tax("Alle Preise zzgl. 19 % MwSt. bitte")] == [
        ("zzgl. 19 % MwSt.", "excluded")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a 30 second film", "call +45 20 12 34 56", "on 12/03/2027", "in 2027", "25% of it", "4K ProRes",
        "5k followers",
        "echo $HOME and $1abc", "Budget 2027 planning", "10 sek film", "won 3 awards", "3 TOP films", "try 2 cuts",
        "Fr. 12.3.", "5 real people", "16:9", "budget: 12 videos", "budget: 500 followers",
    ],
)  # fmt: skip
def test_other_figures_are_not_money(text: str) -> None:
    assert find_money(text, "en") == []


def test_a_budget_word_makes_a_bare_figure_money_in_the_callers_currency() -> None:
    (found,) = find_money("Our budget is around 45-60k", "en", "EUR")
    assert (found.value.low, found.value.high) == (
        Amount(minor=4_500_000, currency="EUR"),
        Amount(minor=6_000_000, currency="EUR"),
    )
    assert not found.value.currency_stated


def test_without_any_currency_the_value_stands_and_no_amount_is_invented() -> None:
    (found,) = find_money("Budget: 45k", "en")
    assert (found.value.high, found.value.high_value, found.value.currency) == (None, Decimal(45000), None)


@pytest.mark.parametrize(
    ("text", "language", "currency"),
    [
        ("kr 45.000 for a shoot in Oslo", "en", "NOK"), ("45 000 kr, Stockholm", "en", "SEK"),
        ("kr 45.000", "en", None),
        ("$45,000, all figures in CAD", "en", "CAD"), ("$45,000 for a shoot in Toronto", "en", "USD"),
        ("$ 60.000.000 de pesos colombianos", "es", "COP"), ("$45,000", "en", "USD"),
    ],
)  # fmt: skip
def test_an_ambiguous_sign_is_settled_by_the_text_or_left_open(text: str, language: str, currency: str | None) -> None:
    (found,) = find_money(text, language)
    assert found.value.currency == currency


def test_a_day_rate_is_marked_as_a_rate() -> None:
    assert [f.value.per_unit for f in find_money("€650 per day, €9,000 in total", "en")] == [True, False]


FORMATS = st.sampled_from(
    [
        ("en", "${:,.2f}", ",", ".", "USD"), ("en", "£{:,.2f}", ",", ".", "GBP"),
        ("en", "EUR {:,.2f}", ",", ".", "EUR"),
        ("de", "{:,.2f} €", ".", ",", "EUR"), ("fr", "{:,.2f} €", "\u202f", ",", "EUR"),
        ("sv", "{:,.2f} kr", " ", ",", "SEK"),
        ("sv", "SEK {:,.2f}", "\u00a0", ",", "SEK"), ("da", "{:,.2f} kr.", ".", ",", "DKK"),
        ("no", "kr {:,.2f}", " ", ",", "NOK"),
        ("de", "CHF {:,.2f}", "’", ".", "CHF"), ("nl", "€ {:,.2f}", ".", ",", "EUR"),
        ("es", "{:,.2f} EUR", ".", ",", "EUR"),
    ]
)  # fmt: skip


@given(st.integers(100, 10**11), FORMATS, st.sampled_from(["", "Budget: ", "insgesamt\n", "« "]))
def test_an_amount_printed_in_any_locale_reads_back(
    minor: int, style: tuple[str, str, str, str, str], lead: str
) -> None:
    language, pattern, group, point, currency = style
    printed = pattern.format(Decimal(minor) / 100)
    printed = (
        printed.replace(",", "\x00").replace(".", point, 1) if "kr." not in pattern else printed.replace(",", "\x00")
    )
    if "kr." in pattern:
        digits, unit = printed.split(" ")
        printed = digits.replace(".", point) + " " + unit
    printed = printed.replace("\x00", group)
    (found,) = find_money(f"{lead}{printed} \u2028ok", language)
    assert found.value.high == Amount(minor=minor, currency=currency)
