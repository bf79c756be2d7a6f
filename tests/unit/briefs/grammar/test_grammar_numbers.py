"""Numbers in digits and words, in the studio's languages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.briefs.grammar.lexicon import LEXICONS
from copilot.briefs.grammar.numbers import find_numbers, parse_decimal

WORDS = [
    ("en", "twelve", "12"), ("en", "twenty-five", "25"), ("en", "twenty five", "25"), ("en", "a couple of", "2"),
    ("en", "one and a half", "1.5"), ("en", "half a million", "500000"), ("en", "a hundred and five", "105"),
    ("en", "forty-five thousand", "45000"), ("en", "two hundred and fifty thousand", "250000"),
    ("en", "1½", "1.5"), ("en", "2 1/2", "2.5"), ("en", "two and a half", "2.5"), ("en", "1.2 million", "1200000"),
    ("en", "2 lakh", "200000"), ("en", "1.5 crore", "15000000"), ("en", "a dozen", "12"), ("en", "half a dozen", "6"),
    ("de", "vier", "4"), ("de", "zweieinhalb", "2.5"), ("de", "anderthalb", "1.5"), ("de", "zwoelf", "12"),
    ("de", "fünfundvierzigtausend", "45000"), ("de", "zweihundertfünfzig", "250"), ("de", "eintausend", "1000"),
    ("de", "eine halbe Million", "500000"), ("de", "ein Dutzend", "12"), ("de", "dreißig", "30"),
    ("de", "dreissig", "30"),
    ("fr", "quatre-vingt-dix-sept", "97"), ("fr", "soixante et onze", "71"), ("fr", "septante-deux", "72"),
    ("fr", "deux et demi", "2.5"), ("fr", "une douzaine de", "12"), ("fr", "deux cent mille", "200000"),
    ("fr", "un demi-million", "500000"), ("fr", "quatre-vingts", "80"),
    ("es", "una docena", "12"), ("es", "treinta y cinco mil", "35000"), ("es", "quinientos", "500"),
    ("es", "medio millón", "500000"), ("es", "veintidós", "22"), ("es", "ciento veinte mil", "120000"),
    ("nl", "tweeënhalf", "2.5"), ("nl", "anderhalve", "1.5"), ("nl", "vijfenveertigduizend", "45000"),
    ("nl", "drieëndertig", "33"), ("sv", "en och en halv", "1.5"), ("sv", "tjugofem tusen", "25000"),
    ("sv", "sjuttiotvå", "72"), ("da", "halvanden", "1.5"), ("da", "femogfyrre", "45"), ("da", "halvtreds", "50"),
    ("da", "to og en halv", "2.5"), ("no", "halvannen", "1.5"), ("no", "tjuefem", "25"), ("no", "femogtyve", "25"),
    ("it", "quarantacinquemila", "45000"), ("it", "ventuno", "21"), ("it", "ventotto", "28"),
    ("pt", "vinte e cinco mil", "25000"), ("pt", "duzentos", "200"),
    ("fi", "kaksikymmentäviisi", "25"), ("fi", "puolitoista", "1.5"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "value"), WORDS)
def test_a_number_in_words_has_its_value(language: str, text: str, value: str) -> None:
    found = find_numbers(f"- {text}, ok", language)
    assert [(f.value, f.text) for f in found] == [(Decimal(value), text)]


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("1,234.56", "1234.56"), ("1.234,56", "1234.56"), ("1 234,56", "1234.56"), ("1\u202f234,56", "1234.56"),
        ("1'234.56", "1234.56"), ("1’234.56", "1234.56"), ("12,34,567", "1234567"), ("45.000", "45000"),
        ("45,000", "45000"),
        ("2,5", "2.5"), ("2.5", "2.5"), ("0.125", "0.125"), ("1.234.567", "1234567"), ("1234567", "1234567"),
        ("４５", "45"),
    ],
)  # fmt: skip
def test_separators_of_every_kind_are_read(token: str, value: str) -> None:
    assert parse_decimal(token, "en") == Decimal(value)


@pytest.mark.parametrize("token", ["", "about", "12 films", "1,2.3,4", "--", "twelve or so"])
def test_what_is_not_one_number_is_none(token: str) -> None:
    assert parse_decimal(token, "en") is None


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "two, three and four", ["2", "3", "4"]),
        ("es", "dos y tres", ["2", "3"]),
        ("de", "zwei und drei", ["2", "3"]),
        ("fr", "trente et quatre", ["30", "4"]),
        ("en", "twenty and five", ["20", "5"]),
        ("en", "Q2 and H264 and MP4", []),
        ("fr", "un grand film au bord d'un lac", []),
        ("sv", "har ni tid", []),
        ("nl", "ten minste", []),
        ("en", "a film for an agency", []),
    ],
)
def test_lists_stay_apart_and_other_words_are_no_numbers(language: str, text: str, values: list[str]) -> None:
    assert [f.value for f in find_numbers(text, language)] == [Decimal(v) for v in values]


@given(st.sampled_from(sorted(LEXICONS)), st.data())
def test_every_cardinal_of_every_language_reads_back(language: str, data: st.DataObject) -> None:
    word, value = data.draw(st.sampled_from(sorted(LEXICONS[language].cardinals.items())))
    found = find_numbers(f"x: {word.upper()} pieces", language)
    assert [f.value for f in found][:1] == [value]


@given(
    st.integers(0, 10**9), st.sampled_from([(",", "."), (".", ","), (" ", ","), ("\u202f", ","), ("'", "."), ("", ".")])
)
def test_grouped_digits_read_back(number: int, style: tuple[str, str]) -> None:
    group, point = style
    text = f"{number:,}".replace(",", group) + f"{point}50"
    assert parse_decimal(text, "en") == Decimal(number) + Decimal("0.5")
