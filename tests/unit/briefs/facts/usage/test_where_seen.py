"""Where the work is to be seen and in which languages, as letters say it without the word "usage"."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read

SEEN = (
    ("One film of 90 seconds for our homepage, and five clips for TikTok.", {"online", "social"}),
    ("Der Film, 2 Minuten, ist für unsere Hauptversammlung und fürs Intranet.", {"events", "internal"}),
    ("Nous voulons un film de 2 min, on le passera en boucle sur l'écran de la salle d'attente.", {"internal"}),
    ("Vi vill ha två filmer på 30 s till hemsidan, de ska också visas på årsmötet.", {"online", "events"}),
    ("Ci serve un video di 90 secondi da proiettare in fiera e da mettere sul sito.", {"events", "online"}),
    ("We zoeken een film van 45 seconden voor op de socials en de schermen in de winkels.", {"social", "in-store"}),
    ("Um vídeo de 1 minuto para o Instagram e para passar nos telões do evento.", {"social", "events"}),
    ("A 60s film.\nFor: branch screens, our website.", {"in-store", "online"}),
)

NOT_SEEN = (
    "Our social media manager will be in touch about the two films of 30 seconds.",
    "The film, 2 minutes, must be ready for the trade fair.",
    "Two films of 60 s for our new shop; we run marketing at Fjell Outdoor.",
    "We need an aftermovie of our open day, 2 minutes.",
)


@pytest.mark.parametrize(("text", "media"), SEEN, ids=[text[:40] for text, _ in SEEN])
def test_what_a_piece_is_made_for_is_where_it_is_seen(text: str, media: set[str]) -> None:
    usage = read(text).facts.usage
    assert usage is not None
    assert set(usage.media) == media


@pytest.mark.parametrize("text", NOT_SEEN, ids=[text[:40] for text in NOT_SEEN])
def test_an_event_or_a_channel_that_is_only_talked_of_is_no_place_to_see_it(text: str) -> None:
    usage = read(text).facts.usage
    assert usage is None or not usage.media


def test_a_region_no_list_has_counts_behind_the_media_when_it_limits_them() -> None:
    usage = read("One spot of 30 s for cinema and our website, Ardenshire only, 6 months.").facts.usage
    assert usage is not None
    assert (usage.territory, usage.months) == ("Ardenshire", 6)


def test_in_portuguese_no_before_a_country_is_where_and_no_negation() -> None:
    usage = read("Um filme de 30 s. Uso na internet, no Brasil, por um ano.").facts.usage
    assert usage is not None
    assert usage.territory == "Brazil"


SPOKEN = (
    ("Un film de 60 s, voix off FR, sous-titres NL et EN.", {"French", "Dutch", "English"}),
    ("Ein Film, 2 Minuten, UT in engl. und frz.", {"English", "French"}),
    ("A 2-minute film with Spanish and Chuukese subtitles.", {"Spanish", "Chuukese"}),
    ("A film of 60s.\nVoice-over in two languages? German yes, Czech no.", {"German"}),
    ("Ein Film, 90 s, Untertitel auf Deutsch und Polnisch. Den polnischen Sprecher lassen wir doch weg.", {"German"}),
    ("Film of 90 s.\nThe same again in Hungarian.", {"Hungarian"}),
    ("Een film van 90 seconden in het Duits en het Pools.", {"German", "Polish"}),
    ("Um vídeo de 2 minutos com legendas em norueguês e sueco.", {"Norwegian", "Swedish"}),
    ("A film of 60 s with Polish subtitles. Welsh ruled out on cost.", {"Polish"}),
    ("Un vídeo de 2 min en castellano, con lengua de signos española.", {"Spanish", "Spanish Sign Language"}),
)


@pytest.mark.parametrize(("text", "languages"), SPOKEN, ids=[text[:40] for text, _ in SPOKEN])
def test_languages_are_read_by_code_abbreviation_and_company(text: str, languages: set[str]) -> None:
    assert set(read(text).facts.languages) == languages
