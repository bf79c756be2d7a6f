"""Every part of a mail speaks for itself."""

from __future__ import annotations

from email.message import EmailMessage

from store.documents.reading import read_document
from store.documents.reading.segments import segments_of

HISTORY = "From: Jo <jo@studio.example>\nSent: 9 March 2026 10:00\nTo: Ana\nSubject: Film\n\nWe offered 99k.\n"


def message(body: str, subject: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "ana@lumen.example", subject, "Mon, 9 Mar 2026 17:05:00 +0100"
    mail.set_content(body)
    return mail


def test_old_history_in_the_body_does_not_swallow_the_attached_brief() -> None:
    mail = message(f"Brief attached.\n\n{HISTORY}", "RE: Film")
    mail.add_attachment(b"Two films, 40k.\n", maintype="text", subtype="plain", filename="brief.txt")
    read = read_document(mail.as_bytes(), "mail.eml")
    segments = segments_of(read)
    assert "".join(read.text[part.start : part.end] for part in segments) == read.text
    kinds = {read.text[part.start : part.end].strip(): part.kind for part in segments}
    assert kinds["Two films, 40k."] == "body"
    assert kinds["We offered 99k."] == "quoted"
    assert kinds["===== brief.txt ====="] == "header"


def test_the_subject_tells_a_forward_from_an_answer() -> None:
    for subject, kind in (("Fwd: Film", "forwarded"), ("Re: Film", "quoted")):
        read = read_document(message(f"For you.\n\n{HISTORY}", subject).as_bytes(), "mail.eml")
        assert kind in {part.kind for part in segments_of(read)}


def test_a_mail_sent_along_as_a_file_is_forwarded() -> None:
    outer = message("See the mail attached.\n", "Film")
    outer.add_attachment(message("Two films, 40k.\n", "Brief"))
    read = read_document(outer.as_bytes(), "mail.eml")
    (passed,) = [part for part in segments_of(read) if part.kind == "forwarded"]
    assert read.text[passed.start : passed.end].strip() == "Two films, 40k."
