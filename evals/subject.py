"""What is under test: the one place where evals call the product's reading of a brief."""

from __future__ import annotations

import time

from copilot.briefs.reading import BriefReader, ReaderContext, rules_reader, source_of
from copilot.open import reader_for
from copilot.settings import CopilotSettings
from evals.brief_cases import BriefCase
from evals.outcome import Outcome
from store.documents.reading import read_document

RULES = "rules"

STUDIO_NAMES = ("Northlight",)
STUDIO_DOMAINS = ("northlight.example",)
"""The studio that receives every case's brief: its own words in a thread are not the client's."""
HOME_CURRENCY = "EUR"


def reader_of(model: str) -> BriefReader:
    """The product's reader for a model's name; its endpoint and key come from the environment, as everywhere.

    Raises `Invalid` where that model is not configured.
    """
    return reader_for(CopilotSettings(model=model))


def read_case(case: BriefCase, reader: BriefReader) -> Outcome:
    """Read one case's file as the product would; seconds cover opening the file and reading it.

    A model's reader asks it once; it does not tell its tokens, so a brief's cost stays unknown.
    Raises the product's own `DomainError` where it refuses the file.
    """
    content = case.path.read_bytes()
    context = ReaderContext(case.received_on, HOME_CURRENCY, STUDIO_NAMES, STUDIO_DOMAINS)
    started = time.perf_counter()
    document = read_document(content, case.path.name)
    reading = reader(source_of(document, case.name, context))
    calls = 0 if reader is rules_reader else 1
    return Outcome(reading, {case.name: document.text}, time.perf_counter() - started, model_calls=calls)
