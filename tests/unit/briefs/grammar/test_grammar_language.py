"""Which language a brief is written in, from a line or a page."""

from __future__ import annotations

import pytest

from copilot.briefs.grammar.language import detect_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We need a 30 second film by Friday, budget 45k"), ("en", "Hello"), ("en", ""),
        ("en", "45k, 2 films"), ("en", "12345"),
        ("de", "Wir brauchen einen Film, zwei Drehtage, Budget 45.000 €"),
        ("de", "Imagefilm 90 Sek., Budget 40 T€, Abgabe KW 14"),
        ("fr", "Bonjour, nous souhaitons un film de 30 secondes pour notre marque"),
        ("fr", "Film 30s, budget 40k€ HT, livraison fin mars"),
        ("es", "Necesitamos un vídeo de 30 segundos para redes sociales"),
        ("nl", "Wij zoeken een productiebedrijf voor een film van 60 seconden"),
        ("sv", "Hej! Vi behöver en film på 30 sekunder, leverans senast vecka 14"),
        ("sv", "Reklamfilm 30 sek, budget 100 tkr exkl. moms, klart v. 14"),
        ("da", "Hej, vi skal bruge en film på 30 sekunder, levering senest uge 14"),
        ("no", "Hei, vi trenger en film på 30 sekunder, levering innen uke 14"),
        ("it", "Ciao, abbiamo bisogno di un video di 30 secondi"),
        ("pt", "Olá, precisamos de um vídeo de 30 segundos até abril"),
        ("fi", "Hei, tarvitsemme 30 sekunnin videon huhtikuun loppuun mennessä"),
    ],
)  # fmt: skip
def test_the_language_is_told(language: str, text: str) -> None:
    assert detect_language(text) == language
