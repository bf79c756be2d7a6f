"""What is under test: the one place where evals call the product's reading of a brief."""

from __future__ import annotations

import time

from copilot.briefs.reading import BriefReader, ReaderContext, rules_reader, source_of
from evals.brief_cases import BriefCase
from evals.outcome import Outcome
from store.documents.reading import read_document
from store.kernel.errors import Invalid

RULES = "rules"

STUDIO_NAMES = ("Northlight",)
STUDIO_DOMAINS = ("northlight.example",)
"""The studio that receives every case's brief: its own words in a thread are not the client's."""
HOME_CURRENCY = "EUR"


def reader_of(model: str) -> BriefReader:
    """The product's reader for a model's name. Raises `Invalid` for a model that cannot read briefs."""
    if model != RULES:
        raise Invalid(f"Briefs are read by '{RULES}' so far; '{model}' cannot be evaluated.", "model_not_supported")
    return rules_reader


def read_case(case: BriefCase, reader: BriefReader) -> Outcome:
    """Read one case's file as the product would; seconds cover opening the file and reading it.

    Raises the product's own `DomainError` where it refuses the file.
    """
    content = case.path.read_bytes()
    context = ReaderContext(case.received_on, HOME_CURRENCY, STUDIO_NAMES, STUDIO_DOMAINS)
    started = time.perf_counter()
    document = read_document(content, case.path.name)
    reading = reader(source_of(document, case.name, context))
    return Outcome(reading, {case.name: document.text}, time.perf_counter() - started)
