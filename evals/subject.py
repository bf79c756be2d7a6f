"""What is under test: the one place where evals call the product's reading of a brief."""

from __future__ import annotations

import time

from copilot.briefs.facts.reader import read_brief
from copilot.briefs.facts.source import BriefSource, HiddenText
from evals.brief_cases import BriefCase
from evals.outcome import Outcome
from store.documents.reading.read import read_document
from store.inbox.threads import split_thread
from store.kernel.errors import Invalid

RULES = "rules"

STUDIO_NAMES = ("Northlight",)
STUDIO_DOMAINS = ("northlight.example",)
"""The studio that receives every case's brief: its own words in a thread are not the client's."""
HOME_CURRENCY = "EUR"


def read_case(case: BriefCase, model: str) -> Outcome:
    """Read one case's file as the product would, with `model`; times cover opening the file and reading it.

    Raises the product's own `DomainError` where it refuses the file, and `Invalid` for a model it cannot read with.
    """
    if model != RULES:
        raise Invalid(f"Briefs are read by '{RULES}' so far; '{model}' cannot be evaluated.", "model_not_supported")
    content = case.path.read_bytes()
    started = time.perf_counter()
    document = read_document(content, case.path.name)
    headers = document.headers
    sender = headers.sender if headers else None
    subject = headers.subject if headers else None
    source = BriefSource(
        text=document.text,
        source_id=case.name,
        received_on=headers.sent_at.date() if headers and headers.sent_at else case.received_on,
        sender_name=sender.name if sender else None,
        sender_email=sender.email if sender else None,
        subject=subject,
        home_currency=HOME_CURRENCY,
        own_names=STUDIO_NAMES,
        own_domains=STUDIO_DOMAINS,
        segments=split_thread(document.text, subject=subject),
        hidden=tuple(HiddenText(found.text, found.reason) for found in document.hidden),
    )
    reading = read_brief(source)
    return Outcome(reading, {case.name: document.text}, time.perf_counter() - started)
