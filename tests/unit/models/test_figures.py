"""Figures of a request are read as they are said; where they say how much more or less, none is made up."""

from __future__ import annotations

import pytest

from copilot.models.rules.figures import currency_in, line_figures, number_of, reached_at
from copilot.models.rules.stages import stage_in


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("gaffer on Halo to €1,250.50", {"rate": "1250.50"}),
        ("make it 4 days of colourist", {"quantity": "4"}),
        ("storyboard artist: 3 days at 500", {"quantity": "3", "rate": "500"}),
        ("hard drives should be from 120 to 95 EUR", {"rate": "95"}),
        ("the gaffer should be 600", {"rate": "600"}),
        ("make it 2 days, no, 4 days at €500, sorry, €520", {"quantity": "4", "rate": "520"}),  # the last word counts
        ("set the days to 6", {"quantity": "6"}),  # and is no rate as well
        ("gaffer to 1.250,50 euros", {"rate": "1250.50"}),
        ("key grip 10 % cheaper", {}),
        ("bump the rate a bit", {}),
        ("half of the 600 EUR for the gaffer", {}),
    ],
)
def test_the_new_rate_and_quantity_of_a_line(text: str, figures: dict[str, str]) -> None:
    assert line_figures(text) == figures


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.250,50", "1250.50"),
        ("1,250", "1250"),
        ("1 250 000", "1250000"),
        ("650 EUR", "650"),
        ("3 days", "3"),
        ("1.250.50", None),  # is it 1,250.50 or 125,050?
        ("3 times 200", None),
        ("half", None),
        ("x", None),
    ],
)
def test_a_number_as_people_write_it(text: str, number: str | None) -> None:
    assert number_of(text) == number


def test_where_a_person_is_reached() -> None:
    assert reached_at("Rory Finch, rory@halden.example, +31 20 555 0134") == {
        "email": "rory@halden.example",
        "phone": "+31 20 555 0134",
    }
    assert reached_at("It is rory@halden.example.")["email"] == "rory@halden.example"
    assert reached_at("Rory Finch") == {"email": None, "phone": None}


def test_the_currency_that_is_asked_for_is_the_only_one_named() -> None:
    assert currency_in("rates in pounds for camera") == "GBP"
    assert currency_in("pounds or euros?") is None
    assert currency_in("camera rates") is None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("still in pre-pro", "pre-production"),
        ("from post to delivery", "delivery"),
        ("production", "production"),
        ("x", None),
    ],
)
def test_a_stage_by_its_everyday_names(text: str, stage: str | None) -> None:
    assert stage_in(text) == stage
