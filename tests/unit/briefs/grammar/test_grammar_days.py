"""How many days, and of what."""

from __future__ import annotations

from decimal import Decimal

import pytest

from copilot.briefs.grammar.days import find_day_counts

COUNTS = [
    ("en", "2 shoot days", "2", "shoot"), ("en", "1.5 shooting days", "1.5", "shoot"),
    ("en", "a 2-day shoot", "2", "shoot"), ("en", "half-day shoot", "0.5", "shoot"),
    ("en", "two days of filming", "2", "shoot"), ("en", "one and a half days", "1.5", "unknown"),
    ("en", "3 days of editing", "3", "edit"),
    ("en", "a travel day", "1", "travel"), ("en", "1 prep day", "1", "prep"),
    ("en", "single shoot day", "1", "shoot"), ("en", "half a day", "0.5", "unknown"),
    ("en", "1/2 day shoot", "0.5", "shoot"),
    ("en", "two half days", "1", "unknown"), ("en", "three days on location", "3", "shoot"),
    ("en", "2 post-production days", "2", "edit"),
    ("de", "1,5 Drehtage", "1.5", "shoot"), ("de", "zwei Tage", "2", "unknown"),
    ("de", "zweitägiger Dreh", "2", "shoot"), ("de", "halber Drehtag", "0.5", "shoot"),
    ("de", "anderthalb Drehtage", "1.5", "shoot"), ("de", "ein Drehtag", "1", "shoot"),
    ("fr", "deux jours de tournage", "2", "shoot"),
    ("fr", "un jour et demi de tournage", "1.5", "shoot"), ("fr", "demi-journée", "0.5", "unknown"),
    ("fr", "2 jours de montage", "2", "edit"),
    ("es", "dos días de rodaje", "2", "shoot"), ("es", "día y medio", "1.5", "unknown"),
    ("es", "dos días y medio de rodaje", "2.5", "shoot"),
    ("nl", "een halve draaidag", "0.5", "shoot"), ("nl", "twee draaidagen", "2", "shoot"),
    ("nl", "tweedaagse shoot", "2", "shoot"),
    ("sv", "två inspelningsdagar", "2", "shoot"), ("sv", "1,5 dagar inspelning", "1.5", "shoot"),
    ("da", "to optagedage", "2", "shoot"),
    ("da", "halvanden optagedag", "1.5", "shoot"), ("da", "2 dages optagelse", "2", "shoot"),
    ("no", "to opptaksdager", "2", "shoot"),
    ("it", "due giorni di riprese", "2", "shoot"), ("pt", "dois dias de filmagem", "2", "shoot"),
    ("fi", "kaksi kuvauspäivää", "2", "shoot"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "days", "kind"), COUNTS)
def test_days_are_counted_and_their_purpose_told(language: str, text: str, days: str, kind: str) -> None:
    (found,) = find_day_counts(f"({text})", language)
    assert (found.value.days, found.value.kind) == (Decimal(days), kind)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "We will shoot for two days.", "shoot"), ("fr", "tournage sur 2 jours", "shoot"),
        ("de", "Dreh: 2 Tage", "shoot"),
        ("es", "rodaje de 2 días", "shoot"), ("en", "Post-production: 2 days", "edit"),
        ("en", "Pre-production: 2 days", "prep"),
    ],
)  # fmt: skip
def test_the_words_before_tell_the_purpose_too(language: str, text: str, kind: str) -> None:
    (found,) = find_day_counts(text, language)
    assert (found.value.days, found.value.kind) == (Decimal(2), kind)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Drehtage: 2 (8./9. Dezember)"), ("en", "Shoot days: 2"), ("en", "| Shoot days | 2 |"),
        ("fr", "Jours de tournage : 2"),
    ],
)  # fmt: skip
def test_a_labelled_count_is_read(language: str, text: str) -> None:
    (found,) = find_day_counts(text, language)
    assert (found.value.days, found.value.kind) == (Decimal(2), "shoot")


def test_a_range_of_days_gives_both_ends() -> None:
    (found,) = find_day_counts("2-3 shoot days", "en")
    assert (found.value.low, found.value.high, found.value.kind) == (Decimal(2), Decimal(3), "shoot")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "within 10 days"), ("en", "10 days before delivery"), ("en", "10 working days"),
        ("en", "30 day payment terms"), ("en", "net 30 days"),
        ("en", "these days"), ("en", "Day 1"), ("en", "12 March"), ("de", "binnen 10 Tagen"),
        ("de", "in 10 Werktagen"), ("fr", "sous 15 jours"),
        ("en", "two weeks"), ("es", "15 días hábiles"), ("en", "the other day"),
    ],
)  # fmt: skip
def test_deadlines_and_terms_are_no_day_counts(language: str, text: str) -> None:
    assert find_day_counts(text, language) == ()
