"""Whom to answer, by rules and learnt weights together: letters in which the rules alone choose wrongly."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs.facts.contact.candidates import contact_candidates
from copilot.briefs.facts.contact.contact import read_contact, rules_contact
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import zones_of


def _source(text: str, sender: str | None = None, address: str | None = None) -> BriefSource:
    return BriefSource(
        text=text,
        source_id="brief",
        received_on=date(2026, 3, 2),
        sender_name=sender,
        sender_email=address,
        own_names=("Northlight",),
        own_domains=("northlight.example",),
    )


def test_a_form_is_answered_to_who_filled_it_in_and_not_to_the_word_their_address_spells() -> None:
    source = _source(
        "your_name: Petra Lund\nrole: Assistant Harbour Master\nemail: harbour@skerrie.example\n"
        "project: one film, 2 minutes, 16:9\nbudget: £4,000"
    )
    zones = zones_of(source)
    contact, ruled = read_contact(source, zones).value, rules_contact(source, zones).value

    assert contact is not None
    assert (contact.name, contact.email) == ("Petra Lund", "harbour@skerrie.example")
    assert ruled is not None
    assert ruled.name != "Petra Lund"


@pytest.mark.parametrize(
    ("text", "name", "phone"),
    [
        (
            "Hola,\n\nNecesitamos un vídeo de 40 segundos, 16:9, para el 5 de mayo. 2.000 €.\nPara lo que haga falta, "
            "nuestra coordinadora, Elvira Sanz: 955 555 014.\n\nUn saludo,\nRamón Ruiz\nTalleres Ruiz",
            "Elvira Sanz",
            "955 555 014",
        ),
        (
            "Hej,\n\nVi vill ha en film på 60 sekunder, 16:9, klar 4 maj, 40 000 kr.\nJag går på semester i morgon, så "
            "hör av er till Ylva Brandt, 08-555 01 44.\n\nMvh\nRamón Ruiz\nHolms Bageri",
            "Ylva Brandt",
            "08-555 01 44",
        ),
    ],
)
def test_who_is_named_with_a_number_to_call_is_answered_before_who_signs(text: str, name: str, phone: str) -> None:
    source = _source(text, "Ramón Ruiz", "ramon@ruiz.example")
    contact = read_contact(source, zones_of(source)).value

    assert contact is not None
    assert (contact.name, contact.phone) == (name, phone)


def test_a_name_with_a_particle_of_one_letter_is_whole() -> None:
    source = _source("Questions to Aoife Ó Faoláin, aoife@weirhouse.example, 091 555 0177. One film, 2 minutes, 16:9.")

    assert "aoife o faolain" in [c.core for c in contact_candidates(source, zones_of(source), None)]


def test_every_contact_is_quoted_where_it_stands() -> None:
    text = "Named officer for questions: L. Marchbanks.\n\nOne film, 2 minutes, 16:9, £4,000, by 4 May."
    source = _source(text)
    read = read_contact(source, zones_of(source))

    assert read.value is not None
    assert all(text[quote.start : quote.end] == quote.quote for quote in read.quotes)


@pytest.mark.parametrize("text", ["", "\n\n", "....", "1 x 30 sec, 16:9"])
def test_a_text_without_people_has_no_contact(text: str) -> None:
    source = _source(text)

    assert read_contact(source, zones_of(source)).value is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anruferin: Yasemin Aydin, Gründerin von Lüttbrew\n\nAydin: Wir bräuchten einen Film.\nWir: Wie lang?\n"
         "Aydin: Eine Minute. Erreichen können Sie mich unter 0151 555 22 109.", "Yasemin Aydin"),
        ("Zwei Filme, je 20 Sekunden.\n\nRuft mich gern an: 079 555 01 42\n\nEure Theodora Sorge", "Theodora Sorge"),
        ("Bonjour, Mehdi Lahlou, cofondateur de Vélocargo. Il nous faut une vidéo de 45 s. Pouvez-vous m'appeler au "
         "06 55 51 20 08 ?", "Mehdi Lahlou"),
        ("Wir möchten ein Musikvideo, 3:20, 16:9. Budget 5.000 Euro. LG Jule", "Jule"),
    ],
)  # fmt: skip
def test_a_name_is_told_in_full_and_without_what_stands_before_it(text: str, name: str) -> None:
    source = _source(text)
    contact = read_contact(source, zones_of(source)).value
    assert contact is not None
    assert contact.name == name


def test_a_day_behind_the_word_for_a_telephone_note_is_no_number() -> None:
    source = _source("Telefonnotiz 08.04.2027\n\nAnruferin: Frau Seeliger\nRückruf unter 0421 555 0177\n\n- ein Film")
    contact = read_contact(source, zones_of(source)).value
    assert contact is not None
    assert contact.phone == "0421 555 0177"
