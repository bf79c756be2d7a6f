"""Every reading stands at its offsets, whatever the text is made of."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.briefs.grammar.dates import find_dates
from copilot.briefs.grammar.days import find_day_counts
from copilot.briefs.grammar.durations import find_durations
from copilot.briefs.grammar.fold import fold
from copilot.briefs.grammar.lexicon import LEXICONS
from copilot.briefs.grammar.money import find_money
from copilot.briefs.grammar.numbers import find_numbers
from copilot.briefs.grammar.ratios import find_ratios
from copilot.briefs.grammar.span import Found
from copilot.briefs.grammar.tax import find_tax

FRAGMENTS = st.sampled_from(
    [
        "€45k", "45 000 kr", "zwischen 40 und 60 Tausend Euro", "12 March 2027", "12.–14. März", "le 3 mars",
        "KW 14", "30\"", "1'30", ":30",
        "16:9", "square", "zwei Drehtage", "half-day shoot", "ekskl. moms", "next Friday", "within 10 working days",
        "two weeks after the shoot",
        "½", "1½ Minuten", "œuvre", "ß", "Straße", "\u200b", "\u00ad", "\u202f", "\u00a0", "\n", "\n\n", "\t",
        "e\u0301t\u00e9", "İ", "ﬁn", "😀", "—",
        "“", "«", "| ", "- ", "**", "2027", "3/4", "12/03", "$", "€", "%", ",", ".", "-", "to", "and", "x", "(",
        ")", "per day", "max",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(FRAGMENTS, max_size=14).map(" ".join), st.lists(FRAGMENTS, max_size=14).map("".join), st.text(max_size=60)
)


@given(TEXTS, st.sampled_from(sorted(LEXICONS)))
def test_every_found_slice_is_at_its_offsets_in_order_and_apart(text: str, language: str) -> None:
    findings: list[list[Found[Any]]] = [
        list(find_numbers(text, language)),
        list(find_money(text, language, "EUR")),
        list(find_dates(text, language, date(2027, 2, 3))),
        list(find_durations(text, language)),
        list(find_ratios(text, language)),
        list(find_day_counts(text, language)),
        list(find_tax(text)),
    ]
    for found in findings:
        for f in found:
            assert 0 <= f.start < f.end <= len(text)
            assert text[f.start : f.end] == f.text
        for before, after in pairwise(found):
            assert before.end <= after.start


@given(st.text(max_size=80))
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= s < e <= len(text) for s, e in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)


@pytest.mark.parametrize(
    "text",
    [
        "€\u200b45\u200bk",
        "EUR\u00a045\u202f000",
        "E\u00adUR 45,000",
        "45,000\nEUR",
        "**€45k**",
        "４５,０００ EUR",
        "€45 000",
    ],
)
def test_odd_characters_do_not_hide_an_amount(text: str) -> None:
    (found,) = find_money(f"Budget {text} all in", "en")
    assert found.value.low_value == 45000


def test_a_list_item_ends_what_came_before_it() -> None:
    assert [f.text for f in find_durations("- 15s\n- 30s", "en")] == ["15s", "30s"]
    assert [f.text for f in find_money("- €15k\n- €30k", "en")] == ["€15k", "€30k"]


def test_columns_set_apart_by_gaps_are_not_one_number() -> None:
    assert [f.text for f in find_numbers("Cutdowns   12    450", "en")] == ["12", "450"]


@pytest.mark.parametrize(
    "text", ["€" + "9" * 400, "hundred " * 500, "1." * 3000, "to " * 3000, "12, " * 3000 + "March"]
)
def test_hostile_lengths_raise_nothing(text: str) -> None:
    for language in ("en", "da"):
        assert find_money(text, language) == []
        find_dates(text, language, date(2027, 2, 3))
        find_durations(text, language)
        find_day_counts(text, language)
