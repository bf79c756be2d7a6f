"""Aims told as what people are to do, as a clause or an infinitive of their own, or as the answer to a question."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read

_FILM = "We need one film of 60 seconds, 16:9. "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (_FILM + "\n\nThe tenants must find the meter without calling us.", "must find the meter"),
        (_FILM + "\n\nWhat does success look like?\nTwenty new trainees by autumn.", "Twenty new trainees"),
        (_FILM + "\n\nThe choir wants boys to feel welcome at the first rehearsal.", "feel welcome"),
        (_FILM + "\n\nThe goal is nobody throws batteries in the bin again.", "nobody throws"),
        ("Necesitamos un vídeo de 60 segundos. Que los vecinos dejen de aparcar en la plaza.", "dejen de aparcar"),
        ("Il nous faut un film de 60 secondes. Que les familles osent pousser la porte.", "osent pousser"),
        ("Ci serve un video di 60 secondi. Che la gente smetta di buttare il pane.", "smetta"),
        ("Precisamos de um filme de 60 segundos. Aumentar as visitas ao museu no inverno.", "Aumentar as visitas"),
        ("Wir brauchen einen Film, 60 Sekunden. Er soll Mieter mit der neuen Heizung vertraut machen.", "vertraut"),
        ("Vi trenger en film på 60 sekunder. Målet er at elevene skal spise der oftere.", "spise der"),
        ("Wij zoeken een film van 60 seconden. De film moet bewoners doen begrijpen wat er komt.", "doen begrijpen"),
        ("1 video, 60 sec.\nWarum: keiner kennt unsere Werkstatt", "keiner kennt"),
        ("Cláusula 1.ª (Objeto) Um filme de 60 segundos.\nCláusula 2.ª (Finalidade) Mais leitores.", "Mais leitores"),
    ],
)  # fmt: skip
def test_what_people_are_to_do_is_the_aim(text: str, said: str) -> None:
    assert said in (read(text).facts.objective or "")


@pytest.mark.parametrize(
    "text",
    [
        _FILM + "\n\nI hope this is clear. Last year we paid 900 euros.",
        _FILM + "\n\nThe visitors should be filmed from behind.",
        "Necesitamos un vídeo de 60 segundos. Que el vídeo dure lo mismo que el anterior.",
        "Précisez le prix. Envoyer le devis avant lundi. Un film de 60 secondes.",
    ],
)
def test_what_is_asked_of_the_film_or_the_crew_is_no_aim(text: str) -> None:
    assert read(text).facts.objective is None


def test_a_section_on_why_gives_its_plainest_sentence() -> None:
    text = "Why\nPeople choose a mayor in May. The film should explain how to vote by post.\n\nA 2 minute film"
    assert "vote by post" in (read(text).facts.objective or "")
