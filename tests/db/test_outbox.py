"""The outbox: each effect once, however often it is tried; waits that grow; and mail by server or folder."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError
from sqlmodel import select

from store.changes.outbox import CLAIM, MOST_ATTEMPTS, Delivery, DeliveryFailed, deliver_waiting
from store.changes.tables import OutboxEntry
from store.inbox.mail_out import mail_handler
from store.inbox.operations import SendEmail
from store.kernel.errors import Invalid
from tests.studio import StudioForTests, operations

MAIL = {"to": ["mia@lumen.example"], "cc": ["ida@studio.example"], "subject": "Grüße", "body": "Wir beginnen.\n"}


def entry(studio: StudioForTests) -> OutboxEntry:
    with studio.database.read() as session:
        return session.exec(select(OutboxEntry)).one()


def deliver(studio: StudioForTests, handler: Callable[[Delivery], None]) -> tuple[int, int, int]:
    report = deliver_waiting(studio.database, studio.clock, {"email": handler})
    return report.delivered, report.postponed, report.failed


@pytest.fixture
def sending(studio: StudioForTests) -> StudioForTests:
    studio.apply(*operations(("send_email", MAIL)))
    return studio


def test_mail_without_a_server_becomes_a_file(sending: StudioForTests) -> None:
    handler = mail_handler(sending.settings, sending.clock)
    assert deliver(sending, handler) == (1, 0, 0)
    assert deliver(sending, handler) == (0, 0, 0)
    (path,) = (sending.settings.home / "outbox").iterdir()
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert (message["To"], message["Cc"], message["Subject"]) == ("mia@lumen.example", "ida@studio.example", "Grüße")
    assert message.get_content() == "Wir beginnen.\n"
    assert entry(sending).delivered_at == sending.clock.now()


def test_a_second_try_of_the_same_delivery_writes_nothing(sending: StudioForTests) -> None:
    handler = mail_handler(sending.settings, sending.clock)
    delivery = Delivery("CS-1:0", {**MAIL}, 1)
    handler(delivery)
    (path,) = (sending.settings.home / "outbox").iterdir()
    first = path.read_bytes()
    sending.clock.advance(timedelta(hours=1))
    handler(delivery)
    assert [path.read_bytes() for path in (sending.settings.home / "outbox").iterdir()] == [first]


def test_a_failure_waits_longer_each_time_and_gives_up_in_the_end(sending: StudioForTests) -> None:
    def refuse(_: Delivery) -> None:
        raise DeliveryFailed("busy", temporary=True)

    waits = []
    while entry(sending).status == "waiting":
        before = sending.clock.now()
        deliver(sending, refuse)
        waits.append(entry(sending).not_before - before)
        assert deliver(sending, refuse) == (0, 0, 0)
        sending.clock.at = max(entry(sending).not_before, before)
    assert waits[:4] == [timedelta(minutes=minutes) for minutes in (1, 2, 4, 8)]
    assert max(waits) <= timedelta(hours=6)
    assert (entry(sending).status, entry(sending).attempts, entry(sending).last_error) == (
        "failed",
        MOST_ATTEMPTS,
        "busy",
    )


def test_what_can_never_work_is_not_tried_again(sending: StudioForTests) -> None:
    def refuse(_: Delivery) -> None:
        raise DeliveryFailed("no such mailbox", temporary=False)

    assert deliver(sending, refuse) == (0, 0, 1)


def test_an_effect_that_nothing_delivers_waits_for_someone_who_does(sending: StudioForTests) -> None:
    assert deliver_waiting(sending.database, sending.clock, {}).postponed == 1


def test_two_workers_do_not_deliver_the_same_effect(sending: StudioForTests) -> None:
    tried = []

    def slow(delivery: Delivery) -> None:
        tried.append(delivery.id)
        # Another worker comes by while this one is at it.
        assert deliver(sending, slow) == (0, 0, 0)

    assert deliver(sending, slow) == (1, 0, 0)
    assert len(tried) == 1


def test_a_claim_of_a_dead_worker_runs_out(sending: StudioForTests) -> None:
    def die(_: Delivery) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        deliver(sending, die)
    handler = mail_handler(sending.settings, sending.clock)
    assert deliver(sending, handler) == (0, 0, 0)
    sending.clock.advance(CLAIM)
    assert deliver(sending, handler) == (1, 0, 0)


@pytest.mark.parametrize(
    "fields",
    [
        {"subject": "A\r\nBcc: all@world.example"},
        {"subject": "A\nB"},
        {"to": []},
        {"to": ["no address"]},
        {"to": ["a@b.example, c@d.example"]},
        {"to": ["a@b.example\r\nBcc: c@d.example"]},
        {"body": ""},
        {"bcc": ["a@b.example"]},
    ],
)
def test_a_mail_that_smuggles_a_header_or_goes_nowhere_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        SendEmail.model_validate({**MAIL, **fields})


class _MailServer(socketserver.StreamRequestHandler):
    """Just enough SMTP to receive a message, or to refuse it with `server.answer`."""

    def handle(self) -> None:
        def say(line: bytes) -> None:
            self.wfile.write(line + b"\r\n")

        say(b"220 here")
        for raw in self.rfile:
            word = raw[:4].upper()
            if word == b"EHLO":
                say(b"250 here")
            elif word == b"RCPT":
                say(self.server.answer)  # type: ignore[attr-defined]
            elif word == b"DATA":
                say(b"354 go on")
                lines = []
                while (line := self.rfile.readline()) not in (b".\r\n", b""):
                    lines.append(line)
                self.server.received.append(b"".join(lines))  # type: ignore[attr-defined]
                say(b"250 taken")
            elif word == b"QUIT":
                say(b"221 bye")
                return
            else:
                say(b"250 fine")


@pytest.fixture
def mail_server() -> Iterator[Any]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _MailServer) as server:
        server.daemon_threads = True
        server.received, server.answer = [], b"250 fine"  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def _by(server: Any, studio: StudioForTests) -> Callable[[Delivery], None]:
    url = f"smtp://127.0.0.1:{server.server_address[1]}?from=office@studio.example&tls=off"
    return mail_handler(studio.settings.model_copy(update={"smtp_url": SecretStr(url)}), studio.clock)


def test_mail_goes_by_the_server_with_the_same_message_id_on_every_try(
    sending: StudioForTests, mail_server: Any
) -> None:
    handler = _by(mail_server, sending)
    assert deliver(sending, handler) == (1, 0, 0)
    sent = entry(sending)
    handler(Delivery(sent.id, sent.payload, 2))
    first, second = (message_from_bytes(raw, policy=policy.default) for raw in mail_server.received)
    assert first["Message-ID"] == second["Message-ID"] == f"<{sent.id.replace(':', '.')}@studio.example>"
    assert (first["From"], first["Subject"]) == ("office@studio.example", "Grüße")


@pytest.mark.parametrize(("answer", "outcome"), [(b"450 later", (0, 1, 0)), (b"550 never", (0, 0, 1))])
def test_a_servers_refusal_is_for_now_or_for_good(
    sending: StudioForTests, mail_server: Any, answer: bytes, outcome: tuple[int, int, int]
) -> None:
    mail_server.answer = answer
    assert deliver(sending, _by(mail_server, sending)) == outcome


def test_a_server_that_is_not_there_is_tried_again(sending: StudioForTests, mail_server: Any) -> None:
    handler = _by(mail_server, sending)
    mail_server.shutdown()
    mail_server.server_close()
    assert deliver(sending, handler) == (0, 1, 0)


@pytest.mark.parametrize("url", ["smtp://host", "http://host?from=a@b.example", "smtp://?from=a@b.example"])
def test_an_smtp_setting_that_is_not_complete_is_refused_at_once(sending: StudioForTests, url: str) -> None:
    with pytest.raises(Invalid):
        mail_handler(sending.settings.model_copy(update={"smtp_url": SecretStr(url)}), sending.clock)


def test_a_password_in_the_setting_is_not_shown(sending: StudioForTests) -> None:
    settings = sending.settings.model_copy(update={"smtp_url": SecretStr("smtp://u:hunter2@h?from=a@b.example")})
    assert "hunter2" not in repr(settings)
