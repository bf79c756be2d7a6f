"""What rules mode is given to read: the extracted text of one brief and what is known about how it came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from store.documents.reading.types import HiddenText
from store.inbox.threads import Segment

__all__ = ["BriefSource", "HiddenText"]


@dataclass(frozen=True)
class BriefSource:
    """One brief: its text, when and from whom it came, and who we are (`own_*`: never the client's contact).

    `received_on` anchors relative dates; `is_dated` is false where it only stands for a mail's own date, which nobody
    can read. `home_currency` is taken for amounts that name none. `is_enclosed`: the brief
    is the file or the mail that the newest message brings along, whatever that says itself. `is_update`: it only
    changes another message, and nothing is read in the stretches `unsaid`.
    """

    text: str
    source_id: str
    received_on: date
    sender_name: str | None = None
    sender_email: str | None = None
    subject: str | None = None
    home_currency: str | None = None
    own_names: tuple[str, ...] = ()
    own_domains: tuple[str, ...] = ()
    segments: tuple[Segment, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    is_enclosed: bool = False
    is_update: bool = False
    unsaid: tuple[tuple[int, int], ...] = ()
    is_dated: bool = True
