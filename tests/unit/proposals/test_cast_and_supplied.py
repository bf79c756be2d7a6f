"""Who is on camera, what the client brings, nights away and languages are priced as the brief tells them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from store.proposals.compose import compose
from store.proposals.facts import BriefFacts, CastGroup, Supplied
from store.proposals.pricing import PricedProposal, price
from tests.unit.proposals.brief_examples import ANIMATION, BRAND_FILM, CARD, COMMERCIAL, RULES, TODAY, piece


def priced(facts: BriefFacts, **changes: object) -> PricedProposal:
    return price(facts.model_copy(update=changes), CARD, RULES, on=TODAY)


def quantity(of: PricedProposal, rule: str) -> float:
    return float(sum(line.quantity for line in of.lines if line.source.rule == rule))


def notes(of: PricedProposal, field: str) -> list[str]:
    return [note.text for note in of.assumptions if note.field == field]


ACTORS = CastGroup(name="actors", heads=2)
EXTRAS = CastGroup(name="extras", heads=10, background=True)
NURSES = CastGroup(name="nurses", supplied=True)


def test_a_cast_that_the_brief_tells_takes_the_place_of_the_rule_of_thumb() -> None:
    told = priced(COMMERCIAL, cast=(ACTORS, EXTRAS))
    assert (quantity(told, "talent.fee"), quantity(told, "talent.background")) == (4, 20)
    assert notes(told, "cast") == [
        "The cast is actors (2), extras (10), on every shoot day. Extras are booked near the place, without travel and "
        "buy-out."
    ]
    assert not any("tell us who is on camera" in note.text for note in told.assumptions)
    thumb = priced(COMMERCIAL)
    assert quantity(told, "location.catering") - quantity(thumb, "location.catering") == 9 * 2  # one actor fewer


def test_whom_the_client_brings_costs_nothing_and_is_named() -> None:
    told = priced(COMMERCIAL, cast=(NURSES,))
    assert not any(line.source.rule.startswith(("talent.", "usage.")) for line in told.lines)
    assert notes(told, "cast") == ["The client brings nurses: no fee, wardrobe, travel or buy-out is priced for them."]


def test_a_cast_of_extras_alone_is_no_cast_that_is_left_out() -> None:
    exclusions = compose(COMMERCIAL.model_copy(update={"cast": (EXTRAS,)}), CARD, RULES, TODAY).exclusions
    assert "talent" not in {exclusion.code for exclusion in exclusions}


def test_a_crowd_that_no_shoot_has_is_set_aside() -> None:
    told = priced(COMMERCIAL, cast=(ACTORS, CastGroup(name="extras", heads=9000, background=True)))
    assert quantity(told, "talent.background") == 0
    assert any("9000 extras" in warning.message for warning in told.warnings)


def test_what_the_client_brings_is_left_out_and_named_with_its_words() -> None:
    words = "We provide rooms and catering"
    brings = tuple(Supplied(what=what, words=words) for what in ("hotel", "catering", "studio", "equipment"))
    told = priced(BRAND_FILM, supplied=brings)
    gone = {line.description for line in priced(BRAND_FILM).lines} - {line.description for line in told.lines}
    assert {"Hotel night, per head", "Catering, per head and day", "Location fee, small", "Sound package"} <= gone
    assert "Per diem, per head and day" not in gone
    assert notes(told, "supplied")[0] == f"Hotel provided by the client and not priced: “{words}”."


def test_only_as_many_heads_are_left_out_as_the_client_looks_after() -> None:
    plain = priced(BRAND_FILM)
    told = priced(BRAND_FILM, supplied=(Supplied(what="hotel", words="rooms for up to 4", heads=4),))
    assert quantity(plain, "travel.hotel") - quantity(told, "travel.hotel") == 4 * 2
    assert "only the rest is priced" in notes(told, "supplied")[0]


def test_nights_are_counted_over_a_weekend_between_the_dates_and_twice_for_two_journeys() -> None:
    heads = quantity(priced(BRAND_FILM), "travel.fare")
    weekend = priced(BRAND_FILM, shoot_dates=(date(2027, 2, 5), date(2027, 2, 8)))
    assert quantity(weekend, "travel.hotel") == heads * 4
    assert "2 free days" in notes(weekend, "shoot_dates")[0]
    apart = priced(BRAND_FILM, shoot_dates=(date(2027, 2, 2), date(2027, 2, 16)))
    assert (quantity(apart, "travel.hotel"), quantity(apart, "travel.fare")) == (heads * 2, heads * 2)
    assert quantity(priced(BRAND_FILM, shoot_days=Decimal(6)), "travel.hotel") == heads * 8  # a week and a day


def test_a_language_is_heard_or_read_not_both() -> None:
    film = BRAND_FILM.model_copy(update={"deliverables": (piece("film", 1, 120),)})
    three = ("Dutch", "Polish", "English")
    heard = priced(film, languages=three, spoken_languages=three, extras=("voice-over",))
    assert quantity(heard, "languages.subtitles") == 0
    assert quantity(heard, "languages.adaptation") == 2 * 2
    assert quantity(heard, "extras.voice-over") == 3 + 3 * 1.5
    mixed = priced(film, languages=three, spoken_languages=("Dutch",), subtitled_languages=("Polish", "English"))
    assert quantity(mixed, "languages.subtitles") == 2 * 2
    assert quantity(mixed, "extras.voice-over") == 2.5
    captioned = priced(film, languages=("English",), subtitled_languages=("English",))
    assert quantity(captioned, "languages.subtitles") == 2


def test_subtitles_of_what_is_drawn_need_one_voice() -> None:
    read = ("Dutch", "English", "German")
    told = priced(ANIMATION, languages=read, subtitled_languages=read)
    assert (quantity(told, "languages.voice_artist"), quantity(told, "languages.subtitles")) == (1, 3)


def test_a_kind_with_captions_of_its_own_is_not_captioned_twice() -> None:
    clips = BriefFacts(deliverables=(piece("social", 6, 20),), languages=("English",), subtitled_languages=("English",))
    told = priced(clips)
    assert (quantity(told, "kinds.*.captions"), quantity(told, "languages.subtitles")) == (6, 0)


def test_portraits_take_longer_to_edit_than_the_trailer_cut_from_them() -> None:
    told = priced(BriefFacts(deliverables=(piece("interview", 4, 120), piece("trailer", 1, 30))))
    assert quantity(told, "kinds.interview.edit_days") == 6
    assert quantity(told, "kinds.interview.edit_days") > quantity(told, "kinds.trailer.edit_days")
