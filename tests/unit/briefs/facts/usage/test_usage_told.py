"""Usage that no word for usage announces: sentences and bare lines that say where, in which market and how long."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read

TOLD: tuple[tuple[str, set[str], str | None, int | None], ...] = (
    ("Two spots of 20 s.\n\nCinema and radio in Wales for eighteen months.", {"cinema", "radio"}, "Wales", 18),
    ("Zwei Filme, je 30 s.\n\nWebsite und Newsletter. Österreich. Zwei Jahre.", {"online", "email"}, "Austria", 24),
    ("Un film de 30 s. Il sera sponsorisé sur LinkedIn en Suisse romande pendant un trimestre.", {"social"}, None, 3),
    ("Een spot van 15 s. Die moet op tv in Vlaanderen gedurende 6 maanden.", {"TV"}, "Flanders", 6),
    ("Tre filmer på 20 s. Bio, Gotland och Sverige, 4 månader.", {"cinema"}, None, 4),
    ("Uno spot di 30 secondi. Sponsorizzato su Facebook, Italia e Canton Ticino, sei mesi.", {"social"}, None, 6),
    ("One 60s film, final by 3 May, two rounds, Spain only, 9 months.", set(), "Spain", 9),
    ("Un video de 1 minuto.\nDónde se verá: la web y las redes.", {"online", "social"}, None, None),
    ("Un video da 1 minuto.\nDove: totem in stazione, sito, Facebook.", {"online", "social"}, None, None),
    (
        "Fünf Clips à 15 s.\n\nYouTube, Instagram, Karriereseite.\n\nWir freuen uns auf Ihr Angebot.",
        {"online", "social"},
        None,
        None,
    ),
)


@pytest.mark.parametrize(("text", "media", "market", "months"), TOLD, ids=[case[0][:40] for case in TOLD])
def test_a_sentence_with_media_market_and_term_is_about_usage(
    text: str, media: set[str], market: str | None, months: int | None
) -> None:
    usage = read(text).facts.usage
    assert usage is not None
    assert media <= set(usage.media)
    assert usage.months == months
    assert market is None or usage.territory == market


def test_a_market_no_list_has_counts_where_a_list_joins_it_to_a_known_one() -> None:
    usage = read("A film of 30 s.\nUsage: online, Norway and Svalbard, 1 year").facts.usage
    assert usage is not None
    assert usage.territory == "Norway and Svalbard"


def test_the_part_of_a_country_keeps_its_adjective() -> None:
    usage = read("Un film de 30 s.\nDiffusion : web, Belgique francophone, 1 an").facts.usage
    assert usage is not None
    assert usage.territory == "Belgique francophone"


@pytest.mark.parametrize(
    "text",
    [
        "A film of 2 minutes for our intranet. It won't be going on the socials.",
        "Ein Film, 2 Minuten, fürs Intranet. Er läuft nicht auf Instagram.",
        "En film på 2 minuter till intranätet. Den ska inte ut på sociala medier.",
    ],
)
def test_a_channel_that_is_kept_out_is_none(text: str) -> None:
    usage = read(text).facts.usage
    assert usage is not None
    assert "social" not in usage.media


def test_a_tenders_item_that_opens_with_its_heading_is_a_field() -> None:
    facts = read("1. DELIVERABLES. One film of 60 s.\n2. PURPOSE. Donors who give again.\n3. USAGE. Online.").facts
    assert facts.objective == "Donors who give again"
    assert facts.usage is not None
    assert facts.usage.media == ("online",)


@pytest.mark.parametrize(
    ("said", "perpetual", "asks"),
    [
        ("Usage: online, worldwide, no time limit.", True, False),
        ("Nutzung: online, weltweit, zeitlich unbegrenzt.", True, False),
        ("Online and social, UK, no time limit.", True, False),
        ("Usage: online, worldwide, 12 months.", False, False),
        ("Usage: online, worldwide.", False, True),
    ],
)
def test_a_use_without_limit_is_told_from_one_whose_term_is_open(said: str, perpetual: bool, asks: bool) -> None:
    reading = read(f"A film of 30 s.\n{said}")
    usage = reading.facts.usage

    assert usage is not None
    assert usage.perpetual is perpetual
    assert any("how long will the work run" in q.question for q in reading.open_questions) is asks
