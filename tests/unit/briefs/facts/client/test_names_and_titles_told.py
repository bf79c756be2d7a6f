"""Clients, contacts and titles, as letters, forms and papers give them."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read

_ORDER = "\n\nWe need one film of 60 seconds, 16:9, by 30 May 2026. Budget £9,000."


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("das Theater am alten Hafen braucht einen Film von 60 Sekunden.", "Theater am alten Hafen"),
        ("Hoi! wat kost een aftermovie van 60 seconden, groet Teun (HC De Specht)", "HC De Specht"),
        ("Necesito un vídeo de 30 segundos para mi restaurante (Casa Fonseca, en Lugo).", "Casa Fonseca"),
        ("Ente richiedente: Ospedale Santa Brigida\nUn film di 60 secondi, 16:9.", "Ospedale Santa Brigida"),
        ("Hei! Ragnhild i Bukkene klatresenter her. Vi trenger en film på 30 sek.", "Bukkene"),
    ],
)  # fmt: skip
def test_a_client_is_named_whole(text: str, client: str) -> None:
    assert (read(text).facts.client or "").startswith(client)


def test_an_office_that_sends_is_no_person() -> None:
    contact = read(
        "Buongiorno," + _ORDER + "\n\nDott. Furio Bellandi\nMarketing\nTorniture Adda S.p.A.\ntel. +39 030 555 0190",
        sender=("Ufficio Marketing Torniture", "info@torniture.example"),
    ).facts.contact
    assert contact is not None
    assert contact.name == "Furio Bellandi"


def test_a_forms_first_and_last_name_are_one_person() -> None:
    form = "Vorname: Aylin\nNachname: Brandstetter\nE-Mail: a.b@pumpwerk.example\nNachricht: ein Film von 60 Sekunden"
    contact = read(form).facts.contact
    assert contact is not None
    assert contact.name == "Aylin Brandstetter"


def test_an_agency_that_passes_a_mail_on_is_who_to_answer() -> None:
    mail = (
        "One for you. Reply to me please, the client is away.\n\nFenella Drake\nOx & Quill\n0491 555 313\n\n"
        "---------- Forwarded message ---------\nFrom: Ivo Lund <ivo@saltmarsh.example>\n"
        "Date: Fri, 20 Feb 2026\nSubject: Marsh film\n\nSaltmarsh Trust needs one film of 60 seconds by 30 May.\n"
    )
    contact = read(
        mail, sender=("Fenella Drake", "fenella@oxandquill.example"), subject="Fwd: Marsh film"
    ).facts.contact
    assert contact is not None
    assert contact.email == "fenella@oxandquill.example"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("FERNCLIFF PORT AUTHORITY\nREQUEST FOR QUOTATION: RFQ 92/2026\nSAFETY FILMS\n", "SAFETY FILMS"),
        ("OFFERTEAANVRAAG\nGemeente Roodveen\n\nOnderwerp\nPromotiefilms 'Kom wonen'\n", "Kom wonen"),
        ("Förfrågan: informationsfilm om simhallen\nBeställare: Lövsta kommun\n", "informationsfilm om simhallen"),
        ("Job #: FB-1180\nClient: Fernbrook Dairy\nProject Name: Slow Mornings\n", "Slow Mornings"),
    ],
)  # fmt: skip
def test_a_paper_tells_its_title_below_its_kind_and_number(text: str, title: str) -> None:
    assert read(text + _ORDER).facts.title == title


def test_a_forms_notice_is_no_title() -> None:
    assert read("Hallo," + _ORDER, subject="Neue Anfrage über das Kontaktformular").facts.title is None
