"""Shoot days that a reply, a number behind its noun or a bare day tells."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.unit.briefs.facts.briefs import read

REPLY = """Hi again,

Right, the skipper is away that week, so we film on Thursday 23 April instead, same pier.

Gwen

From: Gwen Moyle
Sent: Monday 16 February 2026 15:40
To: hello@northlight.example
Subject: Summer film

Hi there,

We want a 40 second film for Instagram and two cutdowns of 20 seconds.

One day's filming, Thursday 16 April, on the pier. Budget 4,000 euro. Masters to us by 15 May.

Gwen
"""


def test_a_replys_own_shoot_day_beats_that_of_the_brief_below() -> None:
    assert read(REPLY).facts.shoot_dates == (date(2026, 4, 23),)


def test_the_number_may_stand_behind_the_days_noun() -> None:
    assert read("Un video di 2 minuti. Le giornate di ripresa sarebbero quattro.").facts.shoot_days == Decimal(4)


def test_two_days_that_bound_more_than_are_filmed_name_none() -> None:
    text = "Gedreht wird an 6 Drehtagen zwischen dem 14.09. und dem 02.10.2026 in Wesen. Ein Film, 2 Minuten."
    assert read(text).facts.shoot_dates == ()


def test_german_films_are_delivered_not_filmed() -> None:
    assert read("Abgabe der fertigen Filme: 19. Juni 2026").facts.shoot_dates == ()


def test_a_bare_day_before_its_place_is_filmed_too() -> None:
    text = "Se graba en la fábrica el 22 de julio y en la lonja el 23 de madrugada."
    assert read(text).facts.shoot_dates == (date(2026, 7, 22), date(2026, 7, 23))
