"""The reply part of mails that no one here wrote, from public parsers' own test data."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.documents.reading import read_document
from store.inbox.threads import split_thread

MAIL = Path(__file__).resolve().parents[4] / "shared" / "data" / "mail"

pytestmark = pytest.mark.skipif(not MAIL.is_dir(), reason="needs the public mail corpus in ../shared/data/mail")

# What the newest sender wrote, without history, signature and boilerplate: the first and the last words, and the count.
REPLIES = {
    "replies/begins_with_signature.txt": ("Thank you, Sonya Johnson.", "hope you can join.", 19),
    "replies/caution.txt": ("Hi lads's Team,", "", None),
    "replies/email_danish_1.txt": ("Hej Peter,", "Det lyder godt.", 9),
    "replies/email_ja_1_2.txt": ("田中様", "よろしくお願いいたします", None),
    "replies/email_nl_1_1.txt": ("Hallo allemaal,", "Java HTTP API.", 30),
    "replies/email_pl_1_2.txt": ("Czesc Anno,", "Jak się masz?", 5),
    "replies/email_swedish_1.txt": ("Hej Person A,", "vilket företag det gäller?", 19),
    "replies/forward.txt": ("FW: YYY Arrival", "without PU# and invoice?", None),
    "replies/multi_header.txt": ("No problem.", "start a new order.", 8),
    "replies/multiline_on_de.txt": ("Am heutigen Tage", "Am heutigen Tage", 3),
    "replies/outlook.txt": ("Dear Team,", "My number is: +00 0000 000 000", None),
    "replies/zapier-email_1_2.txt": ("Hi,", "delete them all individually.\"", None),
    "replies/zapier-email_1_4.txt": ("Awesome!", "another problem with it.", 8),
    "replies/zapier-email_1_6.txt": ("I get", "rendering as well.", 6),
    "replies/zapier-email_1_8.txt": ("I will reply under this one", "and under this.", 9),
    "replies/zapier-email_2_2.txt": ("Outlook with", "directly above line", 7),
    "replies/zapier-email_gmail.txt": ("This is a test", "a github message.", 11),
    "replies/zapier-email_partial_quote_header.txt": ("On your remote host", "tunnel is not working.", None),
    "replies/zapier-greedy_on.txt": ("On your remote host", "tunnel is not working.", None),
    "replies/zapier-pathological.txt": ("I think you're onto", "back to a computer.", None),
    "talon/android.eml": ("Hello", "Hello", 1),
    "talon/aol.eml": ("Hello", "Hello", 1),
    "talon/apple_mail.eml": ("Hello", "Hello", 1),
    "talon/gmail.eml": ("Hello", "Hello", 1),
    "talon/hotmail.eml": ("Hello", "Hello", 1),
    "talon/iphone.eml": ("Hello", "Hello", 1),
    "talon/outlook.eml": ("Hello", "Hello", 1),
    "talon/thunderbird.eml": ("Hello", "Hello", 1),
    "talon/gmail.html": ("Hi.", "I am fine.", 4),
    "talon/hotmail.html": ("Hi.", "I am fine.", 4),
    "talon/ms_outlook_2003.html": ("Hi.", "I am fine.", 4),
    "talon/ms_outlook_2007.html": ("Hi.", "I am fine.", 4),
    "talon/thunderbird.html": ("Hi.", "I am fine.", 4),
}  # fmt: skip


@pytest.mark.parametrize("name", REPLIES)
def test_the_newest_words_of_a_real_mail_are_its_body(name: str) -> None:
    path = MAIL / name
    text = read_document(path.read_bytes(), path.name).text
    parts = split_thread(text)
    assert "".join(text[part.start : part.end] for part in parts) == text
    body = " ".join(" ".join(text[part.start : part.end] for part in parts if part.kind == "body").split())
    first, last, count = REPLIES[name]
    assert body.startswith(first)
    assert body.endswith(last)
    assert count is None or len(body.split()) == count


@pytest.mark.parametrize("path", sorted(MAIL.glob("mime/*.eml")), ids=lambda path: path.name)
def test_every_odd_mail_has_a_sender_a_date_and_a_text(path: Path) -> None:
    read = read_document(path.read_bytes(), path.name)
    assert read.text.strip()
    assert read.headers is not None
    assert read.headers.sender is not None
    assert read.headers.sent_at is not None
    assert read.headers.sent_at.tzinfo is not None
