"""Mails as they really arrive: every header guarded by itself, the best body chosen, nothing raised."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.inbox.headers import Address
from store.inbox.mime import read_mime

MAIL = Path(__file__).resolve().parents[4] / "shared" / "data" / "mail"


def plain(content: bytes) -> str:
    return "\n".join(body.plain or "" for body in read_mime(content).bodies)


def test_headers_become_values() -> None:
    mail = read_mime(
        b"From: =?utf-8?q?Ana_S=C3=ADlva=2C_Producer?= <ana@LUMEN.example>\r\nTo: a@x.example, Bo <b@x.example>\r\n"
        b"Subject: =?iso-8859-1?q?Vid=E9o?= =?utf-8?b?IOKAkyBicmllZg==?=\r\nDate: Mon, 9 Mar 2026 17:05:00 +0100\r\n"
        b"Message-ID: <1@x.example>\r\nReferences: <0@x.example>\r\n\r\nHi\r\n"
    )
    assert mail.headers.sender == Address("Ana Sílva, Producer", "ana@lumen.example")
    assert [to.email for to in mail.headers.to] == ["a@x.example", "b@x.example"]
    assert mail.headers.subject == "Vidéo – brief"
    assert mail.headers.sent_at == datetime(2026, 3, 9, 16, 5, tzinfo=UTC)
    assert mail.headers.message_id == "<1@x.example>"
    assert mail.headers.references == ("<0@x.example>",)
    assert mail.warnings == ()


@pytest.mark.parametrize("date", ["", "yesterday", "Mon, 99 Foo 2026 99:99:99 +9999", "Thu, 1 Jan 1970 00:00:00 +0000"])
def test_a_missing_or_impossible_date_is_a_warning_and_never_a_guess(date: str) -> None:
    mail = read_mime(f"From: a@x.example\nDate: {date}\n\nHi\n".encode())
    assert mail.headers.sent_at is None
    assert [code for code, _ in mail.warnings] == ["no_date"]


def test_the_servers_receipt_stands_in_for_a_broken_date() -> None:
    mail = read_mime(b"Received: from a by b; Mon, 9 Mar 2026 17:05:00 +0000\nFrom: a@x.example\nDate: ?\n\nHi\n")
    assert mail.headers.sent_at == datetime(2026, 3, 9, 17, 5, tzinfo=UTC)


def test_a_date_without_a_zone_is_aware() -> None:
    mail = read_mime(b"From: a@x.example\nDate: Mon, 9 Mar 2026 17:05:00 -0000\n\nHi\n")
    assert mail.headers.sent_at == datetime(2026, 3, 9, 17, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("charset", "data"),
    [
        ("iso-8859-1", "Größe \u201cA\u201d 5\u20ac".encode("cp1252")),
        ("us-ascii", "Größe \u201cA\u201d 5\u20ac".encode()),
        ("x-no-such-charset", "Größe \u201cA\u201d 5\u20ac".encode()),
        ("utf-8", "Größe \u201cA\u201d 5\u20ac".encode("cp1252")),
        ("windows-1252", "Größe \u201cA\u201d 5\u20ac".encode("cp1252")),
    ],
)
def test_a_wrong_or_unknown_charset_still_gives_the_right_words(charset: str, data: bytes) -> None:
    content = f"From: a@x.example\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    assert plain(content.encode() + data).strip() == "Größe “A” 5€"


def test_flowed_lines_are_one_again() -> None:
    content = b"From: a@x.example\nContent-Type: text/plain; format=flowed\n\nTwo \nshoot days.\n> and \n> more\nEnd\n"
    assert plain(content) == "Two shoot days.\n> and more\nEnd\n"


def test_files_come_with_their_bytes_and_harmless_names() -> None:
    message = EmailMessage()
    message["From"] = "a@x.example"
    message.set_content("See attached.")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="../../etc/brief\u202efdp.pdf")
    mail = read_mime(message.as_bytes())
    assert [(file.name, file.content) for file in mail.files] == [("brieffdp.pdf", b"%PDF-1.4")]


def test_a_mail_inside_a_mail_is_a_file() -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "client@x.example", "Brief"
    inner.set_content("Two films.")
    outer = EmailMessage()
    outer["From"] = "a@x.example"
    outer.set_content("FYI")
    outer.add_attachment(inner)
    mail = read_mime(outer.as_bytes())
    assert [(file.name, file.media_type) for file in mail.files] == [("Brief.eml", "message/rfc822")]
    assert b"Two films." in mail.files[0].content


def test_a_plain_part_that_only_points_to_the_html_gives_way_to_it() -> None:
    message = EmailMessage()
    message["From"] = "a@x.example"
    message.set_content("Your mail program does not support HTML e-mail.")
    message.add_alternative("<p>Two films.</p>", subtype="html")
    (body,) = read_mime(message.as_bytes()).bodies
    assert body.plain is None
    assert body.html is not None


@pytest.mark.parametrize(
    ("kind", "code"),
    [("application/ms-tnef", "winmail"), ("application/pkcs7-mime", "encrypted_part")],
)
def test_what_cannot_be_opened_is_a_warning(kind: str, code: str) -> None:
    mail = read_mime(
        f"From: a@x.example\nDate: Mon, 9 Mar 2026 17:05:00 +0000\nContent-Type: {kind}\n\nAAAA\n".encode()
    )
    assert [found for found, _ in mail.warnings] == [code]


def test_a_multipart_mail_without_its_boundary_is_read_as_it_stands() -> None:
    content = b"From: a@x.example\nContent-Type: multipart/mixed; boundary=nowhere\n\nTwo films, 40k.\n"
    assert "Two films, 40k." in plain(content)
    assert "broken_mime" in [code for code, _ in read_mime(content).warnings]


def test_deep_nesting_ends_in_a_warning() -> None:
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{level}"\n\n--b{level}\n' for level in range(400))
    mail = read_mime(f"From: a@x.example\n{head}Content-Type: text/plain\n\nHi\n".encode())
    assert "broken_mime" in [code for code, _ in mail.warnings]


@settings(max_examples=60)
@given(st.binary(max_size=600))
def test_any_bytes_are_a_mail_of_some_kind(content: bytes) -> None:
    mail = read_mime(content)
    assert mail.headers.sent_at is None or mail.headers.sent_at.tzinfo is not None


@pytest.mark.skipif(not MAIL.is_dir(), reason="needs the public mail corpus in ../shared/data/mail")
def test_mutated_real_mails_never_raise() -> None:
    chance = random.Random(7)
    for path in sorted(MAIL.rglob("*.eml")):
        for _ in range(25):
            content = bytearray(path.read_bytes())
            for _ in range(chance.randint(1, 40)):
                content[chance.randrange(len(content))] = chance.randrange(256)
            del content[chance.randrange(len(content)) :]
            read_mime(bytes(content))
