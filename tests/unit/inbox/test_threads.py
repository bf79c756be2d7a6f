"""Who says what in a mail: the newest words are the brief, everything else is labelled and kept."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.inbox.threads import Segment, split_thread


def words(text: str, kind: str, *, subject: str | None = None) -> str:
    """Everything of one kind in `text`, blanks collapsed."""
    segments = split_thread(text, subject=subject)
    return " ".join(" ".join(text[part.start : part.end] for part in segments if part.kind == kind).split())


def only(text: str, kind: str, *, subject: str | None = None) -> Segment:
    found = [part for part in split_thread(text, subject=subject) if part.kind == kind]
    assert len(found) == 1, found
    return found[0]


def test_a_plain_brief_is_all_body() -> None:
    brief = "Client: Lumen\nBudget: 40k\n\nTwo films of 30 seconds.\n"
    assert split_thread(brief) == (Segment("body", 0, len(brief), 0),)


def test_an_empty_text_has_no_segments() -> None:
    assert split_thread("") == ()


@pytest.mark.parametrize(
    "header",
    [
        "On Mon, 9 Mar 2026 at 17:05, Jo Tanner <jo@studio.example> wrote:",
        "On Mar 9, 2026, at 5:05 PM, Jo Tanner <jo@studio.example>\nwrote:",
        "On 03/09/2026 05:05 PM, Jo Tanner <jo@studio.example> wrote:",
        "Am 09.03.2026 um 17:05 schrieb Jo Tanner <jo@studio.example>:",
        "Jo Tanner <jo@studio.example> schrieb am Mo., 9. März 2026, 17:05:",
        "Le lun. 9 mars 2026 à 17:05, Jo Tanner <jo@studio.example> a écrit :",
        "El lun, 9 mar 2026 a las 17:05, Jo Tanner (<jo@studio.example>) escribió:",
        "Op ma 9 mrt 2026 om 17:05 schreef Jo Tanner <jo@studio.example>:",
        "Den mån 9 mars 2026 kl 17:05 skrev Jo Tanner <jo@studio.example>:",
        "Den man. 9. mar. 2026 kl. 17.05 skrev Jo Tanner\n<jo@studio.example>:",
        "man. 9. mars 2026 kl. 17:05 skrev Jo Tanner <jo@studio.example>:",
        "Il giorno lun 9 mar 2026 alle ore 17:05 Jo Tanner <jo@studio.example> ha scritto:",
    ],
)
def test_quoted_history_is_recognised_in_every_language_with_who_and_when(header: str) -> None:
    text = f"Budget is 52k now.\n\n{header}\n> Budget was 40k.\n"
    assert words(text, "body") == "Budget is 52k now."
    quoted = only(text, "quoted")
    assert (quoted.author, quoted.email, quoted.depth) == ("Jo Tanner", "jo@studio.example", 1)
    assert quoted.sent_at == datetime(2026, 3, 9, 17, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "block",
    [
        "From: Jo Tanner <jo@studio.example>\nSent: Monday, March 9, 2026 5:05 PM\nTo: Priya\nSubject: Spring",
        "Von: Jo Tanner <jo@studio.example>\nGesendet: Montag, 9. März 2026 17:05\nAn: Priya\nBetreff: Spring",
        "De : Jo Tanner <jo@studio.example>\nEnvoyé : lundi 9 mars 2026 17:05\nÀ : Priya\nObjet : Spring",
        "De: Jo Tanner <jo@studio.example>\nEnviado el: lunes, 9 de marzo de 2026 17:05\nPara: Priya\nAsunto: Spring",
        "Van: Jo Tanner <jo@studio.example>\nVerzonden: maandag 9 maart 2026 17:05\nAan: Priya\nOnderwerp: Spring",
        "Fra: Jo Tanner <jo@studio.example>\nSendt: 9. marts 2026 17:05\nTil: Priya\nEmne: Spring",
        "Från: Jo Tanner <jo@studio.example>\nSkickat: den 9 mars 2026 17:05\nTill: Priya\nÄmne: Spring",
        "-----Original Message-----\nFrom: Jo Tanner <jo@studio.example>\nSent: 9 March 2026 17:05\nTo: P\nSubject: S",
        "________________________________\nFrom: Jo Tanner <jo@studio.example>\nDate: 9 March 2026 17:05\nTo: P",
    ],
)
def test_an_outlook_block_opens_quoted_history_without_quote_marks(block: str) -> None:
    text = f"Budget is 52k now.\n\n{block}\n\nBudget was 40k.\n"
    assert words(text, "body", subject="RE: Spring") == "Budget is 52k now."
    quoted = only(text, "quoted", subject="RE: Spring")
    assert text[quoted.start : quoted.end].strip() == "Budget was 40k."
    assert (quoted.author, quoted.email) == ("Jo Tanner", "jo@studio.example")
    assert quoted.sent_at == datetime(2026, 3, 9, 17, 5, tzinfo=UTC)


def test_nested_history_gets_deeper_with_every_message() -> None:
    text = "Newest\n\nOn 3 Mar 2026, at 10:00, B wrote:\n> Second\n>\n> On 2 Mar 2026, at 10:00, C wrote:\n>> First\n"
    parts = {text[part.start : part.end].strip("> \n"): part for part in split_thread(text) if part.kind == "quoted"}
    assert parts["Second"].depth == 1
    assert parts["First"].depth == 2
    assert parts["First"].author == "C"


def test_answers_between_quotes_are_body() -> None:
    text = "See inline.\n\n> How many films?\n\nThree.\n\n> When?\n\nIn May.\n"
    assert words(text, "body") == "See inline. Three. In May."
    assert words(text, "quoted") == "> How many films? > When?"


def test_an_answer_below_the_quote_is_body() -> None:
    text = "On 3 Mar 2026, at 10:00, B wrote:\n> 40k?\n\nNo, 52k.\n"
    assert words(text, "body") == "No, 52k."


@pytest.mark.parametrize(
    "marker",
    [
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "-------- Weitergeleitete Nachricht --------",
        "---------- Message transféré ---------",
        "---------- Vidarebefordrat meddelande ----------",
        "Anfang der weitergeleiteten Nachricht:",
    ],
)
def test_a_forwarded_message_is_told_from_reply_history(marker: str) -> None:
    head = "From: Ana <ana@lumen.example>\nDate: 9 March 2026\nSubject: Brief"
    text = f"Can you price this?\n\n{marker}\n{head}\n\nTwo films.\n"
    passed = only(text, "forwarded")
    assert text[passed.start : passed.end].strip() == "Two films."
    assert passed.author == "Ana"


def test_under_a_forwarding_subject_an_outlook_block_is_forwarded_and_under_an_answer_quoted() -> None:
    text = "For you.\n\nFrom: Ana <ana@lumen.example>\nSent: 9 March 2026 10:00\nTo: Jo\nSubject: Brief\n\nTwo films.\n"
    assert words(text, "forwarded", subject="WG: Brief") == "Two films."
    assert words(text, "quoted", subject="AW: Brief") == "Two films."


def test_a_message_that_only_passes_something_on_forwards_it_without_a_subject() -> None:
    text = (
        "See below.\n\nFrom: Ana <ana@lumen.example>\nSent: 9 March 2026 10:00\nTo: Jo\nSubject: Brief\n\nTwo films.\n"
    )
    assert words(text, "forwarded") == "Two films."


def test_history_inside_a_forward_is_quoted_not_forwarded() -> None:
    text = (
        "FYI\n\n---------- Forwarded message ---------\nFrom: Ana <ana@lumen.example>\nDate: 9 March 2026\n\n"
        "Two films.\n\n"
        "On 8 Mar 2026, at 10:00, Jo wrote:\n> One film?\n"
    )
    assert words(text, "forwarded") == "Two films."
    assert words(text, "quoted") == "> One film?"


@pytest.mark.parametrize(
    "closing",
    [
        "Best,\nAna",
        "Kind regards,\n\nAna Silva\nProducer\n+351 21 555 0190",
        "Mit freundlichen Grüßen\nAna Silva",
        "Cordialement,\nAna",
        "Saludos,\nAna",
        "Met vriendelijke groet,\nAna",
        "Med vänlig hälsning\nAna",
        "Mvh\nAna",
        "Venlig hilsen\nAna",
        "Med vennlig hilsen\nAna",
        "-- \nAna Silva\nLumen Ltd",
        "Sent from my iPhone",
    ],
)
def test_a_sign_off_with_a_name_is_a_signature(closing: str) -> None:
    text = f"Two films, please.\n\n{closing}\n"
    assert words(text, "body") == "Two films, please."
    assert words(text, "signature") == " ".join(closing.split())


def test_what_follows_a_signature_is_still_the_brief() -> None:
    text = "Brief below.\n\nBest,\nAna\n\nDeliverables: two films of 30 seconds\nBudget: 40k\n"
    assert words(text, "body") == "Brief below. Deliverables: two films of 30 seconds Budget: 40k"
    assert words(text, "signature") == "Best, Ana"


@pytest.mark.parametrize(
    "brief",
    [
        "Best,\nwe think, is a film of two minutes that shows the whole plant at work.\n",
        "Thanks!\n\nShoot: 3 days in March\nBudget: 40k\n",
        "Period\nFrom: 12 March\nTo: 14 March\nSubject to weather.\n",
        "On the second day we wrote:\nall is well, we need two films.\n",
        "Deliverables:\n> one film of 60 seconds\n> two of 15 seconds\nBudget 40k\n",
        "The deadline is confidential, the launch is on 3 May.\n",
        "From: the archive\nWe want 3 clips.\n",
    ],
)
def test_a_brief_that_only_looks_like_mail_keeps_all_its_words(brief: str) -> None:
    assert {part.kind for part in split_thread(brief)} == {"body"}


def test_a_banner_and_a_legal_notice_are_set_apart() -> None:
    text = (
        "CAUTION: This email originated from outside the company. Do not click links.\n\nTwo films.\n\n"
        "This e-mail is confidential. If you are not the intended recipient, delete it and notify the sender.\n"
    )
    assert words(text, "body") == "Two films."
    assert words(text, "disclaimer").startswith("CAUTION")
    assert words(text, "disclaimer").endswith("notify the sender.")


def test_the_newest_message_is_the_body_where_a_pasted_thread_runs_oldest_first() -> None:
    text = (
        "From: Ana\nDate: 13 April 2026\nSubject: Film\n\nThirty thousand, ten minutes.\n\n"
        "From: Nils\nDate: 15 April 2026\nSubject: RE: Film\n\nCould you stretch?\n\n"
        "From: Ana\nDate: 23 April 2026\nSubject: RE: Film\n\nThirty-two, final.\n"
    )
    assert words(text, "body") == "Thirty-two, final."
    dates = [part.sent_at for part in split_thread(text) if part.kind == "quoted"]
    assert dates == [datetime(2026, 4, 13, tzinfo=UTC), datetime(2026, 4, 15, tzinfo=UTC)]


def test_a_message_that_begins_with_its_own_header_is_body_with_an_author() -> None:
    text = "From: Ana Silva <ana@lumen.example>\nDate: 13 April 2026\nSubject: Film\n\nTwo films.\n"
    body = only(text, "body")
    assert text[body.start : body.end].strip() == "Two films."
    assert (body.author, body.depth) == ("Ana Silva", 0)


_FRAGMENTS = st.sampled_from(
    [
        "On 3 Mar 2026, at 10:00, B <b@x.example> wrote:", "> quoted", ">> deeper", "", "From: A <a@x.example>",
        "Sent: 3 March 2026", "Subject: x", "-- ", "Best,", "Anna", "Two films.", "-----Original Message-----",
        "\u2028", "\x0c", "\r", "> ", "Sent from my iPhone", "This is confidential, delete it if received in error.",
    ]
)  # fmt: skip


@given(
    st.one_of(st.text(max_size=300), st.lists(st.one_of(_FRAGMENTS, st.text(max_size=20)), max_size=25).map("\n".join))
)
def test_segments_cover_any_text_in_order_without_gap_or_overlap(text: str) -> None:
    segments = split_thread(text)
    assert "".join(text[part.start : part.end] for part in segments) == text
    assert all(part.start < part.end for part in segments)
    assert [part.start for part in segments[1:]] == [part.end for part in segments[:-1]]
    assert all(part.sent_at is None or part.sent_at.tzinfo is not None for part in segments)
