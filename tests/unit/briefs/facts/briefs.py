"""Briefs written for these tests, in many shapes and languages, and the one way the tests read them."""

from __future__ import annotations

from datetime import date

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.reader import read_brief
from store.documents.reading.types import HiddenText
from store.proposals.facts import BriefReading

RECEIVED = date(2026, 2, 25)


def read(
    text: str,
    *,
    received_on: date = RECEIVED,
    sender: tuple[str, str] | None = None,
    subject: str | None = None,
    hidden: tuple[HiddenText, ...] = (),
) -> BriefReading:
    """Read a text as the studio Northlight would receive it."""
    return read_brief(
        BriefSource(
            text=text,
            source_id="brief-1",
            received_on=received_on,
            sender_name=sender[0] if sender else None,
            sender_email=sender[1] if sender else None,
            subject=subject,
            home_currency="EUR",
            own_names=("Northlight",),
            own_domains=("northlight.example",),
            hidden=hidden,
        )
    )


Piece = tuple[int, int | None, tuple[str, ...]]
"""How many, seconds each, aspect ratios."""


def pieces_of(text: str) -> list[Piece]:
    """Return the pieces read in a text, the shortest first."""
    return sorted(
        ((d.quantity, d.duration_seconds, d.aspect_ratios) for d in read(text).facts.deliverables),
        key=lambda piece: (piece[1] or 0, piece[0]),
    )


ENGLISH_MAIL = """\
Hello,

We're Hatch & Co, the agency for Lumen. Lumen is launching a new desk lamp in the autumn and we need a hero film \
(60s, 16:9), four cutdowns each in 9:16 and 1:1 at 15 seconds, and 12 product stills.

The aim is to make the lamp feel like a piece of furniture rather than a gadget.

We think it's a two day shoot in Copenhagen, on 14 and 15 September 2026. Final files by 9 October please.

Budget: we have between £40k and £50k ex VAT. For reference, the 2024 film cost us £80k all in, and the media budget \
of £500k is separate.

Usage: paid social and cinema, UK and Ireland, 2 years. Two rounds of revisions. English VO with Danish and Swedish \
subtitles.

Kind regards,
Tessa Brandt
Senior Account Director
Hatch & Co
tessa@hatchco.example
+44 20 7946 0111
"""

GERMAN_FIELDS = """\
Kunde: Alpenmilch AG
Projekt: Sommerfrische
Ansprechpartnerin: Julia Kern, julia.kern@alpenmilch.example, +41 44 555 01 20
Ziel: Junge Familien sollen wissen, dass unsere Milch aus der Region kommt.
Leistungen: 1 Hauptfilm 45 Sek. (16:9), 3 Cutdowns à 15 Sek. (9:16 und 1:1), 2 Bumper à 6 Sek.
Drehtage: 2 (am 3. und 4. Juni 2026)
Drehort: Davos und Chur
Abgabe: 30.06.2026
Budget: CHF 60'000 exkl. MwSt.
Korrekturschleifen: zwei
Nutzung: TV und Online, Schweiz, 12 Monate
Sprachen: Deutsch und Französisch
"""

FRENCH_MAIL = """\
Bonjour,

Nous sommes l'agence Horizon et nous vous contactons pour notre client Maison Cléry, qui lance une nouvelle gamme.

Nous aurions besoin de :
- 1 film de 30 secondes en 16/9
- 5 stories de 10 secondes en 9/16
- 8 photos produit

Tournage : une journée et demie à Annecy, le 12 et 13 mai 2026.
Livraison au plus tard le 5 juin 2026.
Budget : 18 000 € HT maximum. L'année dernière nous avions dépensé 25 000 € pour un film similaire.
Droits : réseaux sociaux et web, France et Belgique, 1 an.
Trois allers-retours. Voix off en français, sous-titres en néerlandais.

Bien cordialement,
Sophie Marchand
sophie.marchand@horizon.example
01 84 55 01 22
"""

SWEDISH_MAIL = """\
Hej!

Skogsbolaget söker en produktionspartner för en rekryteringsfilm på 90 sekunder (16:9) samt fyra korta versioner på \
20 sekunder, stående. Syftet är att få fler unga att söka jobb hos oss.

Vi räknar med två inspelningsdagar i Umeå den 20-21 april. Leverans senast den 15 maj 2026.

Budget: max 250 000 kr exkl. moms. Två korrvändor ska ingå.

Filmen ska användas på webben och i sociala medier i Sverige i 2 år.

Med vänlig hälsning
Lars Ekman
lars@skogsbolaget.example
"""

TENDER = """\
REQUEST FOR PROPOSAL – Safety training series

1. About Polar Logistics
Polar Logistics A/S was founded in 1987 and has 2,300 employees. Turnover in 2025 was EUR 410 million.

2. Scope
2.1 Six training films, each 4 minutes, 16:9.
2.2 From each film, two teasers of 20 seconds in 9:16.
2.3 One animated explainer of 90 seconds, 16:9.

3. Production
3.1 Filming takes place over five days in Rotterdam and Antwerp between 1 and 12 June 2026.

4. Timeline
Proposals due: 30 March 2026
Decision: 10 April 2026
First edits: 26 June 2026
Final delivery: 17 July 2026

5. Budget
The maximum budget is EUR 120,000 excluding VAT. Our standard day rate for freelancers is EUR 650.

6. Usage
Internal use and at events, Europe, unlimited in time.

7. Languages
Voice-over in English; subtitles in Dutch, German and Polish.

8. Contact
Questions to Pieter van Dam, pieter.vandam@polarlogistics.example, +31 10 555 0123 by 20 March 2026.
"""

DANISH_CHAT = """\
[12/04/26, 09:01:11] Anna Kvist: Hej! Vi skal bruge en film til vores nye butik
[12/04/26, 09:01:40] Anna Kvist: 45 sek, 16:9 og 9:16
[12/04/26, 09:02:10] Northlight Jo: Spændende! Hvornår skal den være klar?
[12/04/26, 09:03:00] Anna Kvist: senest 1. juni
[12/04/26, 09:03:20] Northlight Jo: Og budget?
[12/04/26, 09:04:00] Anna Kvist: 80.000 kr ex moms
[12/04/26, 09:05:00] Anna Kvist: vi optager en halv dag i Odense den 11. maj
"""

TABLE = """\
Hi team

Please find our needs for the Brightwater campaign:

| Item | Qty | Duration | Format |
|------|-----|----------|--------|
| Brand film | 1 | 90s | 16:9 |
| Cutdown | 2 | 30s | 16:9, 1:1 |
| Story | 6 | 0:10 | 9:16 |
| Key visual | 4 | - | - |

Budget is 55,000 USD. Delivery by Friday 12 June 2026. Later on: the total budget is capped at $48,000.

Best
Dana Whitfield
Brightwater Beverages
dana@brightwater.example
"""

ALL = (ENGLISH_MAIL, GERMAN_FIELDS, FRENCH_MAIL, SWEDISH_MAIL, TENDER, DANISH_CHAT, TABLE)
