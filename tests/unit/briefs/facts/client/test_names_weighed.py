"""Who the client, the contact and the title are when nothing labels them: how far names go and who stands for them."""

from __future__ import annotations

import pytest

from tests.unit.briefs.facts.briefs import read

ORDER = "\nOne film of 60 seconds, 16:9, shoot on 4 May 2026, budget EUR 5,000 plus VAT, delivery 1 June 2026.\n"


@pytest.mark.parametrize(
    ("said", "client"),
    [
        ("Hi, I'm a trainee at Gorse Hill Festival and Tamsin asked me to write.", "Gorse Hill Festival"),
        ("Hallo, ich arbeite in der Pressestelle der Stadtwerke Mörlen und brauche Hilfe.", "Stadtwerke Mörlen"),
        ("Hej, jag är kantor i Ekeby pastorat och leder kören.", "Ekeby pastorat"),
        (
            "Bonjour, la Chambre régionale des notaires de la Sauldre souhaite un film.",
            "Chambre régionale des notaires de la Sauldre",
        ),
        ("hey, client = pinecone soda, need a number today", "pinecone soda"),
        ("oigan, les paso lo de Barro Vivo (la cooperativa de alfareras de Talpa)", "Barro Vivo"),
        ("Hej, skal sige fra Nordals Harmonikavenner at de gerne vil have en film.", "Nordals Harmonikavenner"),
    ],
)
def test_a_clients_name_goes_as_far_as_its_house_does(said: str, client: str) -> None:
    assert read(said + ORDER).facts.client == client


def test_an_agencys_own_domain_speaks_for_nobody_once_it_names_its_client() -> None:
    text = f"We're Plover & Sons, the agency for Tarn.{ORDER}\nRegards,\nIda Holt\nPlover & Sons\n"
    assert read(text, sender=("Ida Holt", "ida@ploverandsons.example")).facts.client == "Tarn"


def test_a_sender_that_bears_the_houses_name_is_the_client() -> None:
    facts = read(f"Buongiorno,{ORDER}", sender=("Ceccarini Orologi", "bottega@ceccarini-orologi.example")).facts
    assert facts.client == "Ceccarini Orologi"


@pytest.mark.parametrize(
    ("said", "person"),
    [
        ("(rif. Livia Corradi, eventi@ortoverde.example)", "Livia Corradi"),
        ("Frågor: upphandlare Maj Törnqvist, maj.tornqvist@regionvik.example", "Maj Törnqvist"),
        ("Vragen aan mw. J. Hoekstra, inkoop@lagewaard.example.", "J. Hoekstra"),
        ("Sent by Curating (Dr Imogen Pell) i.pell@canalhouse.example", "Imogen Pell"),
    ],
)
def test_whoever_is_named_beside_an_address_is_the_contact(said: str, person: str) -> None:
    contact = read(f"{ORDER}{said}\n").facts.contact
    assert contact is not None
    assert contact.name == person


def test_the_only_number_with_a_towns_zero_is_the_contacts() -> None:
    text = f"Hello,{ORDER}The one at the hall is 015395 55064, let it ring.\n\nKen"
    contact = read(text, sender=("Ken Dowthwaite", "ken@hall.example")).facts.contact
    assert contact is not None
    assert contact.phone == "015395 55064"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Orto Botanico di Valfosca – filmati d'autunno", "filmati d'autunno"),
        ("# Weaver Mills Ltd — Spring lookbook film", "Spring lookbook film"),
    ],
)
def test_what_is_neither_house_nor_paper_is_the_title(text: str, title: str) -> None:
    assert read(text + "\n" + ORDER).facts.title == title


def test_a_web_forms_answer_is_the_title_and_its_notice_is_none() -> None:
    text = f"Name: Ana Prado\nTitle: director\nProject type: recruitment film\n{ORDER}"
    assert read(text, subject="New enquiry (#31)").facts.title == "recruitment film"
