"""Who is on camera, what the client brings, which languages are heard and read, and how long an offer has to hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.questions import MAIN_SHAPE
from copilot.briefs.facts.reader import read_brief
from store.proposals.facts import BriefFacts, BriefReading
from tests.unit.briefs.facts.briefs import RECEIVED, read

IN = {
    "en": "Hello, we want one 60-second film for our hotel at the harbour. {} Delivery on 30 June 2026.",
    "de": "Wir brauchen einen Imagefilm von 60 Sekunden für unser Hotel am Hafen. {} Lieferung am 30. Juni 2026.",
    "fr": "Bonjour, nous voulons un film de 60 secondes pour notre hôtel au port. {} Livraison le 30 juin 2026.",
    "es": "Hola, queremos un vídeo de 60 segundos para nuestro hotel en el puerto. {} Entrega el 30 de junio de 2026.",
    "it": "Buongiorno, vogliamo un film di 60 secondi per il nostro hotel. {} Consegna il 30 giugno 2026.",
    "pt": "Olá, queremos um filme de 60 segundos para o nosso hotel no porto. {} Entrega a 30 de junho de 2026.",
    "nl": "Hallo, wij willen een film van 60 seconden voor ons hotel. {} Oplevering op 30 juni 2026.",
    "sv": "Hej, vi vill ha en film på 60 sekunder för vårt hotell vid hamnen. {} Leverans den 30 juni 2026.",
    "da": "Hej, vi vil gerne have en film på 60 sekunder til vores hotel. {} Levering den 30. juni 2026.",
    "no": "Hei, vi ønsker oss en film på 60 sekunder for hotellet vårt. {} Levering 30. juni 2026.",
}


def told(language: str, said: str) -> BriefReading:
    return read(IN[language].format(said))


def cast_of(facts: BriefFacts) -> str:
    return ", ".join(f"{group.text}{' extras' * group.background}{' theirs' * group.supplied}" for group in facts.cast)


@pytest.mark.parametrize(
    ("language", "said", "cast"),
    [
        ("en", "With two actors and 10 extras.", "actors (2), extras (10) extras"),
        ("en", "Six featured riders and 12 extras.", "featured riders (6), extras (12) extras"),
        ("en", "The film stars two climbers and 6 extras.", "climbers (2), extras (6) extras"),
        ("en", "Cast: lead actor + 4 extras.", "lead actor (1), extras (4) extras"),
        ("en", "One lead plus 4 extras.", "lead (1), extras (4) extras"),
        ("en", "Six featured products and 12 extras.", "extras (12) extras"),
        ("de", "Hauptdarstellerin plus 4 Komparsen.", "Hauptdarstellerin (1), Komparsen (4) extras"),
        ("de", "Zwei Hauptrollen und zehn Komparsen.", "Hauptrollen (2), Komparsen (10) extras"),
        ("fr", "Comédienne principale + 4 figurants.", "Comédienne principale (1), figurants (4) extras"),
        ("fr", "Deux rôles principaux, 6 figurants.", "rôles principaux (2), figurants (6) extras"),
        ("es", "Actriz protagonista y 4 figurantes.", "Actriz protagonista (1), figurantes (4) extras"),
        ("it", "Attrice protagonista e 4 comparse.", "Attrice protagonista (1), comparse (4) extras"),
        ("nl", "Hoofdrolspeelster en 4 figuranten.", "Hoofdrolspeelster (1), figuranten (4) extras"),
        ("da", "En hovedrolle og 5 statister.", "hovedrolle (1), statister (5) extras"),
        ("sv", "Två huvudroller och tio statister.", "huvudroller (2), statister (10) extras"),
        ("en", "With one presenter and 12 background extras.", "presenter (1), background extras (12) extras"),
        ("en", "A family of four (two adults, two children) must be cast.", "family (4)"),
        ("en", "With two runners (professional athletes, we bring them).", "runners (2) theirs"),
        ("en", "We want six of our nurses on camera.", "nurses (6) theirs"),
        ("de", "Gedreht wird mit zwei Schauspielern und zehn Komparsen.", "Schauspielern (2), Komparsen (10) extras"),
        ("de", "Eine vierköpfige Familie soll gecastet werden.", "Familie (4)"),
        ("de", "Unsere Pflegekräfte stehen vor der Kamera.", "Pflegekräfte theirs"),
        ("fr", "Avec trois actrices et 10 figurants, fournis par nous.", "actrices (3), figurants (10) extras theirs"),
        ("es", "Con dos actores y quince extras.", "actores (2), extras (15) extras"),
        ("it", "Con due attori e otto comparse.", "attori (2), comparse (8) extras"),
        ("pt", "Com dois atores e cinco figurantes.", "atores (2), figurantes (5) extras"),
        ("nl", "Met drie acteurs en twaalf figuranten.", "acteurs (3), figuranten (12) extras"),
        ("sv", "Med två skådespelare och tio statister.", "skådespelare (2), statister (10) extras"),
        ("da", "Med to skuespillere og ti statister.", "skuespillere (2), statister (10) extras"),
        ("no", "En familie på fire.", "familie (4)"),
    ],
)
def test_who_is_on_camera_is_read_in_ten_languages_with_its_words(language: str, said: str, cast: str) -> None:
    reading = told(language, said)
    assert cast_of(reading.facts) == cast
    assert len(reading.evidence["cast"]) == len(reading.facts.cast)
    assert all(quote.quote in said for quote in reading.evidence["cast"])


@pytest.mark.parametrize(
    "said",
    [
        "No actors, please.",
        "The voice-over is by a well-known Scottish actor.",
        "It shows two new models of bicycle.",
        "We also want 12 extra clips.",
        "500 runners start the race.",
        "Please host the files for a year.",
        "Our staff is nice.",
        "We want two actor interviews.",
        "Water plays a leading role in the film.",
    ],
)
def test_people_who_are_not_cast_are_not(said: str) -> None:
    assert told("en", said).facts.cast == ()


@pytest.mark.parametrize(
    ("language", "said", "brings"),
    [
        ("en", "We provide rooms and full board for a crew of up to 14.", [("hotel", 14), ("catering", 14)]),
        ("en", "We provide the studio and catering for everyone.", [("catering", None), ("studio", None)]),
        ("en", "We have a location in Utrecht already.", [("location", None)]),
        ("en", "Catering is provided by us.", [("catering", None)]),
        ("en", "We have locations in 12 countries.", []),
        ("en", "We provide catering services to hospitals.", []),
        ("en", "We cannot provide catering.", []),
        ("en", "We offer rooms with a view and meals from our own garden.", []),
        ("en", "Can you provide catering?", []),
        ("de", "Wir stellen das Studio und die Verpflegung.", [("catering", None), ("studio", None)]),
        ("fr", "Nous fournissons l'hébergement et les repas.", [("hotel", None), ("catering", None)]),
        ("es", "Nosotros ponemos el catering.", [("catering", None)]),
        ("sv", "Vi ordnar boende och mat och dryck.", [("hotel", None), ("catering", None)]),
        ("en", "We take care of hotel and catering.", [("hotel", None), ("catering", None)]),
        ("en", "The hotel is on us.", [("hotel", None)]),
        ("en", "We will not cover the hotel.", []),
        ("en", "We take care of the guests in our hotel.", []),
        ("de", "Hotel und Verpflegung übernehmen wir.", [("hotel", None), ("catering", None)]),
        ("de", "Das Hotel übernehmen wir.", [("hotel", None)]),
        ("de", "Die Hotelkosten tragen wir.", [("hotel", None)]),
        ("de", "Unterkunft und Essen gehen auf uns.", [("hotel", None), ("catering", None)]),
        ("fr", "Nous prenons en charge l'hôtel et les repas.", [("hotel", None), ("catering", None)]),
        ("fr", "L'hôtel est à notre charge.", [("hotel", None)]),
        ("es", "Nos encargamos del hotel y las comidas.", [("hotel", None), ("catering", None)]),
        ("es", "El hotel corre de nuestra cuenta.", [("hotel", None)]),
        ("it", "Ci occupiamo noi dell'hotel e dei pasti.", [("hotel", None), ("catering", None)]),
        ("pt", "Tratamos do hotel e das refeições.", [("hotel", None), ("catering", None)]),
        ("nl", "Wij regelen het hotel en de catering.", [("hotel", None), ("catering", None)]),
        ("nl", "Hotel is voor onze rekening.", [("hotel", None)]),
        ("sv", "Vi står för hotell och mat.", [("hotel", None), ("catering", None)]),
        ("da", "Vi sørger for hotel og forplejning.", [("hotel", None), ("catering", None)]),
        ("da", "Hotel betaler vi.", [("hotel", None)]),
        ("no", "Hotell og mat dekkes av oss.", [("hotel", None), ("catering", None)]),
        ("no", "Vi dekker hotellet.", [("hotel", None)]),
    ],
)
def test_what_the_client_brings_is_read_where_it_is_said_plainly(
    language: str, said: str, brings: list[tuple[str, int | None]]
) -> None:
    reading = told(language, said)
    assert [(supplied.what, supplied.heads) for supplied in reading.facts.supplied] == brings
    assert [quote.quote for quote in reading.evidence.get("supplied", ())] == [said.rstrip(".?")] * bool(brings)


@pytest.mark.parametrize(
    ("said", "heard", "read_along"),
    [
        ("Voice-over in English; subtitles in Dutch and Polish.", ("English",), ("Dutch", "Polish")),
        ("It is in Dutch, Polish and English (voice-over in each language).", ("Dutch", "Polish", "English"), ()),
        ("Languages: Dutch, English and German (subtitles)", (), ("Dutch", "English", "German")),
        ("English VO with Danish and Swedish subtitles.", ("English",), ("Danish", "Swedish")),
        ("Captions in English on everything.", (), ("English",)),
        ("We need it in German and French.", (), ()),
    ],
)
def test_languages_are_heard_or_read_where_the_brief_says_which(
    said: str, heard: tuple[str, ...], read_along: tuple[str, ...]
) -> None:
    facts = read(f"We need one 60-second film for our harbour.\n{said}\nDelivery by 30 June 2026.").facts
    assert (facts.spoken_languages, facts.subtitled_languages) == (heard, read_along)


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("Award 8 April 2026.", date(2026, 4, 8)),
        ("We will decide on 20 March 2026; please keep your offer open until 30 April 2026.", date(2026, 4, 30)),
        ("Decision: 10 April 2026", date(2026, 4, 10)),
        ("Offers must remain valid until 30 April 2026.", date(2026, 4, 30)),
        ("Das Angebot ist gültig bis 15. April 2026.", date(2026, 4, 15)),
        ("The award ceremony is on 8 April 2026.", None),
        ("The shop is open until 30 April 2026.", None),
    ],
)
def test_how_long_an_offer_has_to_hold(said: str, until: date | None) -> None:
    facts = read(f"We need one 60-second film for our harbour.\n{said}\nDelivery by 30 June 2026.").facts
    assert facts.offer_until == until


@pytest.mark.parametrize(
    ("language", "said", "words", "until"),
    [
        ("en", "Our offer must be valid for 90 days.", ("90 days",), date(2026, 5, 26)),
        ("en", "Please quote valid 90 days.", ("90 days",), date(2026, 5, 26)),
        ("en", "Offer validity: three months.", ("three months",), date(2026, 5, 25)),
        (
            "en",
            "Proposals are due by 12 March 2026 and must remain open for sixty days.",
            ("sixty days", "12 March 2026"),
            date(2026, 5, 11),
        ),
        (
            "en",
            "Tenders shall be binding for 6 weeks. Deadline for tenders: 2 March 2026.",
            ("6 weeks", "2 March 2026"),
            date(2026, 4, 13),
        ),
        ("de", "Das Angebot muss 60 Tage gültig sein.", ("60 Tage",), date(2026, 4, 26)),
        ("de", "Angebotsfrist: 10. März 2026. Bindefrist: 30 Tage.", ("30 Tage", "10. März 2026"), date(2026, 4, 9)),
        ("de", "\nGültigkeit des Angebots: 60 Tage\n", ("60 Tage",), date(2026, 4, 26)),
        ("fr", "Votre devis doit être valable 90 jours.", ("90 jours",), date(2026, 5, 26)),
        ("es", "La oferta debe ser válida durante 60 días.", ("60 días",), date(2026, 4, 26)),
        ("it", "L'offerta deve essere valida per 60 giorni.", ("60 giorni",), date(2026, 4, 26)),
        ("pt", "A proposta deve ser válida por 60 dias.", ("60 dias",), date(2026, 4, 26)),
        ("nl", "De offerte moet 60 dagen geldig zijn.", ("60 dagen",), date(2026, 4, 26)),
        ("sv", "Anbudet ska vara giltigt i 60 dagar.", ("60 dagar",), date(2026, 4, 26)),
        ("da", "Tilbuddet skal være gyldigt i 60 dage.", ("60 dage",), date(2026, 4, 26)),
        ("no", "Tilbudet må være gyldig i 60 dager.", ("60 dager",), date(2026, 4, 26)),
    ],
)
def test_how_long_an_offer_holds_counts_from_the_day_offers_are_due_or_from_the_message(
    language: str, said: str, words: tuple[str, ...], until: date
) -> None:
    reading = told(language, said)
    assert reading.facts.offer_until == until
    assert tuple(quote.quote for quote in reading.evidence["offer_until"]) == words


@pytest.mark.parametrize(
    "said",
    [
        "The price includes a licence valid for 12 months.",
        "The offer is for 3 days of filming.",
        "The voucher is valid for 90 days.",
        "Your quote should cover usage rights, open for 24 months.",
        "We need your offer within 10 days.",
        "Please make an offer for our open days, 12 days in May.",
        "Please quote for the fair, to be held for 3 days at a stand of our firm.",
    ],
)
def test_other_lengths_of_time_hold_no_offer(said: str) -> None:
    assert told("en", said).facts.offer_until is None


def test_without_any_day_to_count_from_it_is_asked() -> None:
    text = IN["en"].format("Your quote must be valid for 90 days.")
    undated = BriefSource(text=text, source_id="brief-1", received_on=RECEIVED, is_dated=False)
    reading = read_brief(undated)
    assert reading.facts.offer_until is None
    asked = [question.question for question in reading.open_questions if question.field == "offer_until"]
    assert asked == ["You ask for an offer that holds for “90 days”: from which day do you count?"]
    due = read_brief(replace(undated, text=f"{text} Quotes are due by 12 March 2026."))
    assert due.facts.offer_until == date(2026, 6, 10)


def test_versions_without_a_main_shape_are_asked_about() -> None:
    def asked(said: str) -> bool:
        questions = told("en", said).open_questions
        return any("the main films themselves" in question.question for question in questions)

    assert asked("We also need vertical versions of all of them.")
    assert asked("We also need three vertical versions.")
    assert not asked("It is 16:9, with vertical versions of it.")
    assert not asked("It is 9:16.")


@pytest.mark.parametrize(
    ("first", "reply", "asked"),
    [
        ("We also need vertical versions of all of them.", "The budget is £40,000.", True),
        ("We also need vertical versions of all of them.", "The film itself is 16:9.", False),
        ("It is 16:9.", "We also need three vertical versions.", False),
        ("It is for our website.", "We also need three vertical versions.", True),
    ],
)
def test_a_reply_leaves_the_main_shape_asked_about_as_long_as_nobody_names_it(
    first: str, reply: str, asked: bool
) -> None:
    quoted = f"We need one 60-second brand film. {first} Two shoot days in Leeds.\n>\n> Tom Hill"
    header = "On Mon, 5 Oct 2026 at 10:00, Tom Hill <tom@acme.example> wrote:"
    reading = read(f"Hi,\n\n{reply}\nEverything else as below.\n\nTom\n\n{header}\n> Hi,\n>\n> {quoted}\n")
    assert (MAIN_SHAPE in reading.open_questions) == asked, reading.facts.deliverables
