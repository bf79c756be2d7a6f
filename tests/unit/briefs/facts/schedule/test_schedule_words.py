"""Days, dates and deliveries in the words of chats, memos, tenders and forms, in every language we read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.unit.briefs.facts.briefs import read

MONDAY = date(2026, 4, 20)


def day(text: str) -> date:
    """ "27/5" as that day of 2026."""
    number, month = text.split("/")
    return date(2026, int(month), int(number))


HALF_DAYS = (
    "Need 6 reels, 20 secs each, filming one morning at our Leeds club.",
    "1 film of 60s please. Half a day is enough i think, Tuesday 12 May.",
    "Wir brauchen einen Film von 60 Sekunden. Gedreht wird an einem Vormittag.",
    "Wir brauchen drei Reels, ein Nachmittag reicht für den Dreh.",
    "On voudrait 4 vidéos de 20 secondes, une matinée chez nous.",
    "On voudrait un film de 2 minutes. Tournage : un après-midi à Lyon.",
    "Necesitamos un vídeo de 45 segundos, una mañana de rodaje.",
    "We willen een film van 60 seconden, een ochtend draaien bij ons op kantoor.",
    "Vi behöver en film på 60 sekunder, en förmiddag räcker.",
    "Vi vil gerne have en film på 60 sekunder, en formiddag med filmning.",
    "Vi trenger en film på 60 sekunder, en ettermiddag med opptak.",
    "Ci serve un video di 60 secondi, una mattinata di riprese.",
    "Precisamos de um filme de 60 segundos, uma manhã de filmagem.",
)


@pytest.mark.parametrize("text", HALF_DAYS)
def test_a_morning_is_half_a_shoot_day(text: str) -> None:
    assert read(text, received_on=MONDAY).facts.shoot_days == Decimal("0.5")


WHOLE_DAYS = (
    "We need a 2 minute film. You'd be filming all day.",
    "Ein Film von 2 Minuten. Ihr filmt den ganzen Tag.",
    "Un film de 2 minutes. On tourne toute la journée.",
    "Un vídeo de 2 minutos. Rodamos todo el día.",
    "Een film van 2 minuten. We draaien de hele dag.",
    "En film på 2 minuter. Ni filmar hela dagen.",
    "1 film på 2 min. I skal filme hele dagen.",
    "En film på 2 minutter. Dere skal filme hele dagen.",
    "Un film di 2 minuti. Giriamo tutto il giorno.",
    "Um filme de 2 minutos. Vamos filmar o dia todo.",
)


@pytest.mark.parametrize("text", WHOLE_DAYS)
def test_filming_the_whole_day_is_one_day(text: str) -> None:
    assert read(text, received_on=MONDAY).facts.shoot_days == 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A music video. You'd have one day in the observatory and one day in a studio nearby.", "2"),
        ("One film, 75 seconds.\n- Shoot on board and at the depot in Graz, two nights, 12 and 13 August", "2"),
        ("Ein Film, 75 Sekunden.\n- Dreh im Depot in Graz, zwei Nächte, 12. und 13. August", "2"),
        ("A film of 90 seconds. You would be with us for a day and a half, on 17 and 18 September.", "1.5"),
    ],
)
def test_days_add_up_and_nights_count(text: str, days: str) -> None:
    assert read(text, received_on=MONDAY).facts.shoot_days == Decimal(days)


SHOOT_DATES = (
    ("1 video, 45s. Half a day is enough, Tuesday 12 May before opening hours", "12/5"),
    ("Vi vil gerne have 1 film på 2 min, en dag 16. juni", "16/6"),
    ("Un film de 60 secondes, une journée, le 16 juin", "16/6"),
    ("Un vídeo de 60 segundos, un día, el 16 de junio", "16/6"),
    ("Ein Film von 60 Sekunden, ein Tag, 16. Juni", "16/6"),
    ("Een film van 60 seconden, een dag, 16 juni", "16/6"),
    ("We need a 3 minute music video. The band is free on 27 May only.", "27/5"),
    ("Wir brauchen ein Musikvideo, 3 Minuten. Die Band steht nur am 27. Mai zur Verfügung.", "27/5"),
    ("On veut un clip de 3 minutes. Le groupe est disponible le 27 mai. Livraison le 30 juin.", "27/5"),
    ("We willen een clip van 3 minuten. De band is beschikbaar op 27 mei.", "27/5"),
    ("Two cutdowns of 30 seconds.\n- Filming at the harbour, weather permitting, with a small crew, 13 August", "13/8"),
)


@pytest.mark.parametrize(("text", "on"), SHOOT_DATES)
def test_a_day_beside_counted_or_free_days_is_the_shoot(text: str, on: str) -> None:
    assert read(text, received_on=MONDAY).facts.shoot_dates == (day(on),)


OCCASIONS = (
    ("Vi holder løb den 30. maj i Silkeborg\nVil gerne have 1 film på 2 min\nI skal filme hele dagen", "30/5"),
    ("We play the derby at home on 30 May and want it filmed. A 2-minute highlights film.", "30/5"),
    ("Sports day is on Saturday 30 May. Could you film it and make a recap of 3 minutes?", "30/5"),
    ("Could you make the aftermovie, 3 minutes? We're on the beach on Saturday 30 May.", "30/5"),
    ("Unser Sommerfest findet am 30. Mai statt. Könnt ihr den Tag filmen? Ein Film, 2 Minuten.", "30/5"),
    ("Notre fête a lieu le 30 mai. Il faudrait filmer la journée : un film de 2 minutes.", "30/5"),
    ("Nuestra fiesta se celebra el 30 de mayo, hay que grabarla. Un vídeo de 2 minutos.", "30/5"),
    ("Onze open dag vindt plaats op 30 mei. Willen jullie filmen? Eén film van 2 minuten.", "30/5"),
    ("Vi har öppet hus den 30 maj och vill att ni filmar. En aftermovie på 2 minuter.", "30/5"),
    ("Vi arrangerer løpet den 30. mai og vil ha det filmet. En film på 2 minutter.", "30/5"),
    ("La nostra festa si tiene il 30 maggio, bisogna filmare tutto. Un video di 2 minuti.", "30/5"),
    ("A nossa festa acontece no dia 30 de maio, queremos gravar tudo. Um vídeo de 2 minutos.", "30/5"),
)


@pytest.mark.parametrize(("text", "on"), OCCASIONS)
def test_the_day_of_a_filmed_occasion_is_the_shoot(text: str, on: str) -> None:
    facts = read(text, received_on=MONDAY).facts
    assert facts.shoot_dates == (day(on),)
    assert facts.shoot_days == 1


@pytest.mark.parametrize(
    "text",
    [
        "We need a 60s film to be shown at our conference on 30 May. Shoot: 2 days.",
        "We open the 2nd shop on 30 May. Want 1 video, 45s, and 20 photos.",
        "One 30s spot. First transmission 30 May, so files five working days before first transmission.",
        "Drei Filme von 30 Sekunden. Unser Fest ist am 30. Mai.",
    ],
)
def test_an_occasion_that_is_not_filmed_is_no_shoot(text: str) -> None:
    assert read(text, received_on=MONDAY).facts.shoot_dates == ()


DELIVERIES = (
    ("1 video, 45s. Need it Wednesday 27 May 🙏", "27/5"),
    ("6 reels of 20s, all done by 27 May pls", "27/5"),
    ("One film, 60s. We would need the film on 27 May for our importers' dinner.", "27/5"),
    ("Ein Film, 60 Sekunden. Den brauchen wir am 27. Mai.", "27/5"),
    ("4 vidéos de 20 secondes, et il les faut pour le 27 mai", "27/5"),
    ("Un vídeo de 45 segundos. Lo necesitamos el 27 de mayo", "27/5"),
    ("Een film van 60 seconden. We hebben hem nodig op 27 mei", "27/5"),
    ("En film på 60 sekunder. Vi behöver den 27 maj", "27/5"),
    ("1 film på 2 min, klart til 30/6", "30/6"),
    ("1 film på 2 min. Den må gerne være færdig 30. juni", "30/6"),
    ("En film på 2 minutter. Vi trenger den 30. juni", "30/6"),
    ("Un video di 60 secondi. Ci serve per il 27 maggio", "27/5"),
    ("Um vídeo de 60 segundos. Precisamos dele até 27 de maio", "27/5"),
    ("Vi holder løb den 30. maj, I skal filme hele dagen. 1 film, må gerne være færdig 3 uger efter løbet", "20/6"),
    ("We open on the 3rd of June so I want the film, 2 minutes, a week before that.", "27/5"),
    ("Singeln släpps den 29 maj och vi behöver videon på 3 minuter tio dagar innan, alltså den 19 maj.", "19/5"),
    ("The derby is on 6 June. A 2-minute film within three weeks of the match? That's 27 June.", "27/6"),
    ("One 30s spot. First transmission 5 June 2026; files five working days before first transmission.", "29/5"),
    ("Wir brauchen ein Video, 30 Sekunden. Es erscheint am 30. Mai, Lieferung bitte bis 27. Mai.", "27/5"),
    ('Onze serie "Tot morgen", 8 afleveringen van 12 minuten, alles moet eind mei binnen zijn.', "31/5"),
)


@pytest.mark.parametrize(("text", "on"), DELIVERIES)
def test_the_day_something_is_needed_is_its_delivery(text: str, on: str) -> None:
    assert read(text, received_on=MONDAY).facts.delivery_on == day(on)


NO_BRIEFS = (
    "Good morning, lovely weather today.",
    "Thank you for your message. I am out of the office until Monday and will have limited access to e-mail.",
    "Hi, could you resend the invoice for 4,500 EUR? It was due 30 April.",
    "Vielen Dank für Ihre Nachricht. Dies ist eine automatisch erzeugte Antwort. Ich bin ab Montag wieder da.",
    "Guten Morgen, Ihre Rechnung über 1.200 € ist bei uns eingegangen und wird am 30. April bezahlt.",
    "Réponse automatique : absent du bureau jusqu'au 4 mai.",
    "Hola, ¿podéis reenviar la factura de marzo? Gracias.",
    "Automatisch antwoord: ik ben afwezig tot maandag 4 mei.",
    "Autosvar: jag är inte på kontoret förrän den 4 maj.",
    "Hej, har I modtaget jeres faktura på 3.000 kr? Betaling senest 30. april.",
    "Risposta automatica: sono fuori ufficio fino al 4 maggio.",
    "Resposta automática: estou fora do escritório até 4 de maio.",
)


@pytest.mark.parametrize("text", NO_BRIEFS)
def test_mail_that_orders_nothing_is_no_brief(text: str) -> None:
    reading = read(text, received_on=MONDAY)
    assert [w.code for w in reading.warnings] == ["nothing_found"]
    assert reading.facts.delivery_on is None
    assert reading.facts.budget_max is None


def test_a_greeting_of_today_delivers_nothing() -> None:
    facts = read("Good morning, lovely weather today. We need a 30s film, delivery 27 May.", received_on=MONDAY).facts
    assert facts.delivery_on == day("27/5")
