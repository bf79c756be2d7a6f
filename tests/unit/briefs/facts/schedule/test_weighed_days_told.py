"""Days of the shoot that no rule knows by its words, told by what letters have taught about such words."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.briefs.facts.briefs import read


@pytest.mark.parametrize(
    ("text", "days", "delivery"),
    [
        (
            "We need a two minute film about our glassworks. The furnace is relit on 3 June and the first bottles come "
            "out on 4 June, both days are yours. Finished film by 30 June. Budget 9,000 euro.",
            (date(2026, 6, 3), date(2026, 6, 4)),
            date(2026, 6, 30),
        ),
        (
            "Wir hätten gern einen Film über unsere Orgel, drei Minuten. Die Werkstatt ist am 4. und 5. Mai für Sie "
            "offen. Fertig bis 12. Juni, weil am 21. Juni Weihe ist. 7.000 Euro netto.",
            (date(2026, 5, 4), date(2026, 5, 5)),
            date(2026, 6, 12),
        ),
    ],
)
def test_days_that_are_the_crews_are_shoot_dates(text: str, days: tuple[date, ...], delivery: date) -> None:
    facts = read(text).facts

    assert facts.shoot_dates == days
    assert facts.delivery_on == delivery


def test_a_day_weighed_in_keeps_its_quote() -> None:
    text = (
        "A 90 second film for the mill, so that more people buy bread from us. We open the mill for you on 6 May, "
        "from dawn. Master by 12 June. Budget 5,000 euro."
    )

    quotes = read(text).evidence["shoot_dates"]

    assert [text[q.start : q.end] for q in quotes] == ["6 May"]


def test_what_the_film_is_for_is_no_day_of_the_shoot() -> None:
    text = (
        "A 90 second film for the lifeboat station, to find us more volunteers. Finished film by 5 June. The new "
        "boathouse is opened on 20 June, in the evening. 6,000 euro."
    )

    assert read(text).facts.shoot_dates == ()
