"""Mail out: by SMTP where the studio has a server, else as `.eml` files in the home's `outbox` folder.

Both carry the delivery's id, in the Message-ID and in the file's name: a second try writes no second file, and a
mail server or reader can tell a second copy. (SMTP itself cannot say whether a message whose answer was lost went.)
"""

from __future__ import annotations

import os
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from store.changes.outbox import Delivery, DeliveryFailed, Handler
from store.kernel.clock import Clock
from store.kernel.errors import Invalid
from store.kernel.settings import Settings

_NOBODY = "greenlight@studio.invalid"
_TIMEOUT_S = 30


def mail_handler(settings: Settings, clock: Clock) -> Handler:
    """Return what delivers mail for these settings. Raises `Invalid` for an SMTP URL that names no server or sender.

    `GREENLIGHT_SMTP_URL` is `smtp://user:password@host:587?from=office@studio.com` (STARTTLS) or `smtps://…:465`;
    the sender is the user when that is an address. `smtp://host?from=…&tls=off` is for a relay on the same machine.
    """
    if settings.smtp_url is None:
        folder = settings.home / "outbox"
        return lambda delivery: _to_folder(folder, message_of(delivery, _NOBODY, clock), delivery.id)
    url = settings.smtp_url.get_secret_value()
    sender = _sender(url)
    return lambda delivery: _to_server(url, message_of(delivery, sender, clock))


def message_of(delivery: Delivery, sender: str, clock: Clock) -> EmailMessage:
    """Return the message of an `email` effect; its Message-ID is the same on every try."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = ", ".join(delivery.payload["to"])
    if delivery.payload["cc"]:
        message["Cc"] = ", ".join(delivery.payload["cc"])
    message["Subject"] = delivery.payload["subject"]
    message["Date"] = format_datetime(clock.now())
    message["Message-ID"] = f"<{_name(delivery.id)}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(delivery.payload["body"])
    return message


def _to_folder(folder: Path, message: EmailMessage, delivery_id: str) -> None:
    """Write the message whole or not at all; a file that is there already stays as it is."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / f"{_name(delivery_id)}.eml"
    if target.exists():
        return
    # The process's own name: two that write the same message do not share a half-written file.
    partial = folder / f".{target.name}.{os.getpid()}.part"
    try:
        with partial.open("wb") as file:
            file.write(message.as_bytes())
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as error:
        raise DeliveryFailed(f"the outbox folder cannot be written: {error.strerror}", temporary=True) from error


def _to_server(url: str, message: EmailMessage) -> None:
    parts = urlsplit(url)
    try:
        with _connected(parts) as server:
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(message)
    except smtplib.SMTPResponseException as error:
        raise DeliveryFailed(f"the mail server answered {error.smtp_code}", temporary=error.smtp_code < 500) from error
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        raise DeliveryFailed(
            f"the mail server refused every recipient ({min(codes)})", temporary=min(codes) < 500
        ) from error
    except (smtplib.SMTPException, OSError) as error:
        raise DeliveryFailed(f"the mail server was not reached: {type(error).__name__}", temporary=True) from error


def _connected(parts: SplitResult) -> smtplib.SMTP:
    """Return a connection that is encrypted and whose server's name was checked, unless `tls=off` was written."""
    host, context = parts.hostname or "", ssl.create_default_context()
    if parts.scheme == "smtps":
        return smtplib.SMTP_SSL(host, parts.port or 465, timeout=_TIMEOUT_S, context=context)
    server = smtplib.SMTP(host, parts.port or 587, timeout=_TIMEOUT_S)
    if parse_qs(parts.query).get("tls") != ["off"]:
        server.starttls(context=context)
    return server


def _sender(url: str) -> str:
    parts = urlsplit(url)
    sender = parse_qs(parts.query).get("from", [unquote(parts.username or "")])[0]
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or "@" not in sender:
        raise Invalid(
            "GREENLIGHT_SMTP_URL is not complete. Write smtp://user:password@host:587?from=office@studio.com.",
            "smtp_url",
        )
    return sender


def _name(delivery_id: str) -> str:
    return delivery_id.replace(":", ".")
