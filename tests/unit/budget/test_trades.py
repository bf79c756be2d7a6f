"""What the trade shortens is found under its full name, and short words are no parts of others."""

from __future__ import annotations

import pytest

from store.budget.queries import matching
from store.budget.rate_card import default_rate_cards
from store.budget.trades import spelled_out

ITEMS = default_rate_cards()["EUR"].items


def codes(words: str) -> list[str]:
    found = matching(words, ITEMS, [f"{item.code} {item.department} {item.description}" for item in ITEMS])
    return [item.code for item in found]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("DoP", "CAM-01"),
        ("DPs", "CAM-01"),
        ("1st AD", "PRO-04"),
        ("first AC", "CAM-03"),
        ("2nd AC", "CAM-04"),
        ("DIT", "CAM-05"),
        ("PM", "PRO-02"),
        ("UPM", "PRO-02"),
        ("PA", "PRO-03"),
        ("HMU", "MUA-01"),
        ("make-up artist", "MUA-01"),
        ("VO", "VOI-01"),
        ("sound mixer", "SND-01"),
        ("colorist", "GRD-01"),
    ],
)
def test_a_job_is_found_as_the_trade_shortens_it(said: str, code: str) -> None:
    assert codes(said)[0] == code


def test_an_assistant_camera_may_be_either() -> None:
    assert codes("AC") == ["CAM-03", "CAM-04"]


@pytest.mark.parametrize("said", ["EP", "script supervisor", "zz"])
def test_a_job_that_is_not_on_the_card_is_not_another(said: str) -> None:
    assert codes(said) == []


@pytest.mark.parametrize("words", ["camera", "gaffer", "Adrian", "a pad", "VFX"])
def test_words_that_shorten_nothing_stay(words: str) -> None:
    assert spelled_out(words) == words
