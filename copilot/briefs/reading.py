"""Which words of a file are the brief, and the quarantined reading of them to typed facts.

The reader has no tools and no database; all that leaves it is a `BriefReading`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from copilot.briefs.facts.letter.source import BriefSource, HiddenText
from copilot.briefs.worker import read_within_limits
from store.access.tables import Studio
from store.documents.reading import ReadText
from store.documents.reading.segments import segments_of
from store.proposals.facts import BriefReading, BriefWarning

BriefReader = Callable[[BriefSource], BriefReading]
"""Reads a brief. `rules_reader` is rules mode's; a model's is made by `copilot.briefs.quarantine`."""

rules_reader: BriefReader = read_within_limits


@dataclass(frozen=True, slots=True)
class ReaderContext:
    """Who we are and when the brief came, so that our own people are no contacts and `tomorrow` is a day."""

    received_on: date
    home_currency: str | None = None
    own_names: tuple[str, ...] = ()
    own_domains: tuple[str, ...] = ()

    @classmethod
    def of(cls, studio: Studio, received_on: date) -> ReaderContext:
        return cls(received_on, studio.home_currency, (studio.name,), tuple(studio.email_domains))


def source_of(read: ReadText, source_id: str, context: ReaderContext) -> BriefSource:
    """Return what the reader is given of a document: a mail's own date and sender count, whatever the file's are."""
    headers = read.headers
    received_on = headers.sent_at.date() if headers and headers.sent_at else context.received_on
    return BriefSource(
        text=read.text,
        source_id=source_id,
        received_on=received_on,
        sender_name=headers.sender.name if headers and headers.sender else None,
        sender_email=headers.sender.email if headers and headers.sender else None,
        subject=headers.subject if headers else None,
        home_currency=context.home_currency,
        own_names=context.own_names,
        own_domains=context.own_domains,
        segments=segments_of(read),
        hidden=tuple(HiddenText(hidden.text, hidden.reason) for hidden in read.hidden),
        is_dated=headers is None or headers.sent_at is not None,
    )


def with_what_was_not_read(reading: BriefReading, read: ReadText) -> BriefReading:
    """Return the reading with the file's own warnings first: an offer may rest on less than the client sent.

    The reader sees only text, so what never became any (a locked attachment, pages beyond the limit) is told here.
    """
    of_file = tuple(BriefWarning(code=one.code, message=one.message) for one in read.warnings)
    return reading.model_copy(update={"warnings": (*of_file, *reading.warnings)})
