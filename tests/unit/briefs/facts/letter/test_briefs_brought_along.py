"""A mail that brings the brief along, as a file or passed on below, and changes a few things in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from email.message import EmailMessage

import pytest

from copilot.briefs.facts.letter.renewed import says_nothing_new
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.standing import still_standing
from copilot.briefs.facts.reader import read_brief
from copilot.briefs.reading import ReaderContext, source_of
from store.documents.reading import read_document
from store.proposals.facts import BriefReading

FILE = """\
Client: Fernhill Kettles
Title: Slow Water

Deliverables:
- 1 film of 60 seconds, 16:9
- 4 clips of 15 seconds, 9:16

Shoot: 9 and 11 March 2027, two days, in Leeds
Budget: €20,000 plus VAT
Delivery: 16 April 2027
Revisions: two rounds
"""
PASSED_ON = f"""\
From: Ada Quill <ada@fernhill.example>
Sent: 2 February 2027 10:00
To: Noor Blake <noor@brightside.example>
Subject: Slow Water

Noor, here it is.

{FILE}
Best,
Ada Quill
Brand Manager, Fernhill Kettles
"""
CONTEXT = ReaderContext(date(2027, 2, 3), "EUR", ("Northlight",), ("northlight.example",))


def attached(body: str, file: str = FILE) -> BriefSource:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Ada Quill <ada@fernhill.example>", "A job for you"
    mail["Date"] = "Wed, 3 Feb 2027 10:00:00 +0000"
    mail.set_content(body)
    mail.add_attachment(file.encode(), maintype="text", subtype="plain", filename="brief.txt")
    return source_of(read_document(mail.as_bytes(), "mail.eml"), "brief", CONTEXT)


def passed_on(body: str) -> BriefSource:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Noor Blake <noor@brightside.example>", "FW: Slow Water"
    mail["Date"] = "Wed, 3 Feb 2027 10:00:00 +0000"
    mail.set_content(f"{body}\n\nNoor Blake\nProducer, Brightside Agency\n+44 20 7946 0555\n\n{PASSED_ON}")
    return source_of(read_document(mail.as_bytes(), "mail.eml"), "brief", CONTEXT)


def counts(reading: BriefReading) -> list[tuple[int, int | None]]:
    return [(piece.quantity, piece.duration_seconds) for piece in reading.facts.deliverables]


def test_a_mail_that_only_points_at_its_file_says_what_the_file_says() -> None:
    facts = read_brief(attached("Hello,\n\nsee attached.\n\nAda Quill\n+44 20 7946 0123\n")).facts
    assert (facts.client, facts.title, facts.shoot_days) == ("Fernhill Kettles", "Slow Water", Decimal(2))
    assert (facts.delivery_on, facts.revision_rounds) == (date(2027, 4, 16), 2)
    assert facts.contact is not None
    assert (facts.contact.name, facts.contact.email) == ("Ada Quill", "ada@fernhill.example")


def test_the_mail_wins_over_its_file_where_it_says_something_and_nothing_contradicts() -> None:
    words = (
        "Hello,\n\nsee attached. Two things have changed since we made it: the budget has gone up to 24,000 euros, and"
    )
    reading = read_brief(attached(f"{words}\nwe film on 16 and 17 March (not 9 and 11).\n\nAda\n"))
    facts = reading.facts
    assert facts.budget_max is not None
    assert facts.budget_max.minor == 2_400_000
    assert facts.shoot_dates == (date(2027, 3, 16), date(2027, 3, 17))
    assert (facts.locations, facts.delivery_on) == (("Leeds",), date(2027, 4, 16))
    assert not [warning for warning in reading.warnings if warning.code == "contradiction"]


def test_a_day_taken_back_leaves_the_others() -> None:
    reading = read_brief(attached("Hello,\n\nsee attached. The second shoot day is 10 March, not 11 March.\n\nAda\n"))
    assert reading.facts.shoot_dates == (date(2027, 3, 9), date(2027, 3, 10))
    assert reading.facts.shoot_days == Decimal(2)


def test_a_correction_is_no_round_of_changes() -> None:
    words = "see attached. One correction since it was written: all of it must reach us by 2 April 2027, not in May."
    facts = read_brief(attached(f"Hello,\n\n{words}\n\nAda\n")).facts
    assert (facts.delivery_on, facts.revision_rounds) == (date(2027, 4, 2), 2)


@pytest.mark.parametrize(
    "words",
    [
        "We need three clips instead of four.",
        "Statt der vier Clips brauchen wir nur drei.",
        "Doe maar 3 clips in plaats van 4.",
        "Al final son tres clips, no cuatro.",
    ],
)
def test_a_number_corrected_in_words_changes_the_pieces_of_the_file(words: str) -> None:
    assert counts(read_brief(attached(f"Hello,\n\nsee attached. {words}\n\nAda\n"))) == [(1, 60), (3, 15)]


def test_fewer_days_of_shoot_than_the_file_says() -> None:
    file = FILE.replace("9 and 11 March 2027, two days,", "3 days")
    reading = read_brief(attached("Hello,\n\nsee attached. We need only 2 shoot days instead of 3.\n\nAda\n", file))
    assert reading.facts.shoot_days == Decimal(2)


def test_a_mail_that_is_the_brief_is_read_as_one_with_the_terms_it_brings() -> None:
    terms = "Terms\n\nInvoices are paid within 30 days of receipt.\nOur registered office is in Leeds.\n"
    assert still_standing(attached(FILE, terms)) is None


def test_a_brief_passed_on_stands_in_all_that_the_mail_above_does_not_change() -> None:
    words = "Hi,\n\nAda's brief is below. Two things have moved on since she wrote it: we film on 23 and 24 March, and"
    reading = read_brief(
        passed_on(f"{words} the budget is €26k plus VAT.\n\nEverything else stands. Replies to me please.")
    )
    facts = reading.facts
    assert facts.client == "Fernhill Kettles"
    assert facts.contact is not None
    assert facts.contact.email == "noor@brightside.example"
    assert facts.budget_max is not None
    assert facts.budget_max.minor == 2_600_000
    assert facts.shoot_dates == (date(2027, 3, 23), date(2027, 3, 24))
    assert (facts.delivery_on, facts.revision_rounds, facts.shoot_days) == (date(2027, 4, 16), 2, Decimal(2))
    assert counts(reading) == [(1, 60), (4, 15)]


def test_what_the_two_say_stands_at_its_place_in_the_text() -> None:
    source = attached("Hello,\n\nsee attached. The second shoot day is 10 March, not 11 March.\n\nAda\n")
    quotes = [quote for found in read_brief(source).evidence.values() for quote in found]
    assert quotes
    assert all(source.text[quote.start : quote.end] == quote.quote for quote in quotes)


@pytest.mark.parametrize(
    ("language", "words", "unsaid"),
    [
        ("en", "on 28 and 29 April (not 22 and 23), please", ["not 22 and 23"]),
        ("en", "by 26 February and not in March.", ["not in March"]),
        ("en", "not before 5 May, no more than 3 films", []),
        ("de", "Statt der vier Filme nur drei, nicht der 11.", ["Statt der vier", "nicht der 11"]),
        ("it", "Ci sono due aggiornamenti: le riprese", ["Ci sono due aggiornamenti:"]),
        ("de", "Am 3. Mai. Sonst alles wie unten.", ["Sonst alles wie unten"]),
    ],
)
def test_words_that_say_nothing_of_the_job(language: str, words: str, unsaid: list[str]) -> None:
    assert [words[a:b] for a, b in says_nothing_new(words, language)] == unsaid


@pytest.mark.parametrize("bring", [attached, passed_on])
@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("We only need ONE clip of the shop, not four. Everything else as Ada wrote.", [(1, 60), (1, 15)]),
        ("One change: we only need TWO clips. The rest as it is below.", [(1, 60), (2, 15)]),
        ("We want ONE film of 90 seconds instead of 60.", [(1, 90), (4, 15)]),
        ("The budget is 24,000 euros now, and we need six clips.", [(1, 60), (6, 15)]),
    ],
)
def test_a_piece_told_anew_leaves_the_rest_of_the_brief_as_it_was(
    bring: Callable[[str], BriefSource], words: str, pieces: list[tuple[int, int | None]]
) -> None:
    reading = read_brief(bring(f"Hello,\n\nsee below. {words}"))
    assert sorted(counts(reading), key=lambda piece: -(piece[1] or 0)) == pieces
    facts = reading.facts
    assert facts.shoot_dates == (date(2027, 3, 9), date(2027, 3, 11))
    assert (facts.locations, facts.delivery_on, facts.revision_rounds) == (("Leeds",), date(2027, 4, 16), 2)
    assert not any(question.question.startswith("How long") for question in reading.open_questions)
