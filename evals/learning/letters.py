"""The letters to learn from, as the product sees them: each message that is read, cut into its zones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import get_args

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.standing import still_standing
from copilot.briefs.facts.letter.view import legible
from copilot.briefs.facts.letter.zones import Zones, zones_of
from copilot.briefs.grammar.language import detect_language
from copilot.briefs.reading import ReaderContext, source_of
from evals.brief_cases import BriefCase, CaseSet, load
from evals.subject import HOME_CURRENCY, STUDIO_DOMAINS, STUDIO_NAMES
from store.documents.reading import read_document
from store.inbox.threads import split_thread

_NOT_LEARNT_FROM = ("aside", "apart", "papers_apart", "afresh", "all")
LEARNT_FROM: tuple[CaseSet, ...] = tuple(name for name in get_args(CaseSet) if name not in _NOT_LEARNT_FROM)
UNTOUCHED: frozenset[CaseSet] = frozenset(("taught",))
"""Nobody has made a rule or a feature for these letters: how far rules and weights are trusted is measured on them."""


@dataclass(frozen=True)
class Letter:
    """One message of a case that the product reads; `case_set` says where it stands.

    `is_update` is true only for a message that changes another, whose pieces are weighed without it.
    """

    case_set: CaseSet
    case: BriefCase
    zones: Zones
    language: str
    message: BriefSource
    is_update: bool


def letters(sets: Iterable[CaseSet] = LEARNT_FROM) -> Iterator[Letter]:
    """Every message that is read; one that lets another stand gives two."""
    for case_set in sets:
        for case in load(case_set):
            source = _source(case)
            standing = still_standing(source)
            for message in reversed(standing) if standing else (source,):
                zones = zones_of(message)
                yield Letter(case_set, case, zones, detect_language(zones.wanted.text), message, message.is_update)


def _source(case: BriefCase) -> BriefSource:
    document = read_document(case.path.read_bytes(), case.path.name)
    context = ReaderContext(case.received_on, HOME_CURRENCY, STUDIO_NAMES, STUDIO_DOMAINS)
    source = source_of(document, case.name, context)
    if not source.segments:
        source = replace(source, segments=split_thread(legible(source.text)))
    return source
