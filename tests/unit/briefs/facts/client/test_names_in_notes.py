"""Clients and contacts in few words: voice messages, chats and notes, where nothing but its place marks a name."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read

NOTES = [
    (
        "hallo hier ist nochmal frau brandt von der kita regenbogenfisch in kiel wir hätten gern den film vom "
        "sommerfest so fünf minuten und bezahlen können wir dreihundert",
        "kita regenbogenfisch",
        "brandt",
    ),
    (
        "hoi, brauchen 3x 20 sek hochkant für insta, bis 5.4. fertig, mehr als 1500 geht nicht. lg, Jonte von Bäckerei "
        "Mohnkorn",
        "Bäckerei Mohnkorn",
        "Jonte",
    ),
    ("jo, klant = stichting blauwe kade. 1 film van 3 min, 12k incl. ✌️ joris", "stichting blauwe kade", "joris"),
    ("Coucou c'est Manon de la ferme Ter Linde, 1 vidéo de 45s avant le 20/6, max 900 ?", "Ter Linde", "Manon"),
    ("Al final 30 s, no 45. Viernes 8 lo queremos. Máx 700. Pilar (Óptica Garza)", "Óptica Garza", "Pilar"),
    ("oi gente aqui é a Bia da Padoca Girassol, precisamos de 3 reels de 30s", "Padoca Girassol", "Bia"),
    ("2 films de 30 s, tournage le 19 juin. On paie 2 300 ttc. Yann, club de voile", "club de voile", "Yann"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "client", "person"), NOTES)
def test_a_note_names_its_house_and_who_writes(note: str, client: str, person: str) -> None:
    facts = read(note).facts

    assert (facts.client or "").casefold() == client.casefold()
    assert facts.contact is not None
    assert (facts.contact.name or "").casefold() == person.casefold()


@pytest.mark.parametrize(
    "note",
    [
        "Confirmado: sábado 5, plaza vieja, de 9 a 14. Un clip de 40 segundos. Para el lunes 14. Rubén",
        "Drehtag ist jetzt der 12. Juni. Alles andere stimmt: 2 x 0:45, 6.500 plus MwSt. VG Kalle",
    ],
)
def test_who_signs_alone_is_no_client(note: str) -> None:
    assert read(note).facts.client is None
