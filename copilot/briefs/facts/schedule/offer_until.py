"""Until when an offer has to hold: the day a brief asks for or comes to, or the day on which the client decides."""

from __future__ import annotations

import re
from datetime import date

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Findings, Read
from copilot.briefs.facts.schedule.offer_held import held, labelled, offers_due
from copilot.briefs.grammar.dates import find_dates
from store.proposals.facts import OpenQuestion

_HOLDS = re.compile(
    r"\b(?:(?:offers?|quot\w+|proposals?|prices?|bids?|tenders?)\b[^.;]{0,30}\b(?:open|valid\w*|binding|hold|holds|"
    r"firm|stand)"
    r"\b[^.;]{0,12}|(?:valid|open|binding)\b[^.;]{0,10}\b(?:until|till|through)\b|(?:angebot\w*|"
    r"preis\w*)\b[^.;]{0,30}\b"
    r"(?:gultig|bindend|gilt|gelten)\b[^.;]{0,12}|gultig bis|bindefrist|zuschlagsfrist|(?:offre|devis|"
    r"prix)\b[^.;]{0,30}\b"
    r"valab\w+[^.;]{0,14}|(?:oferta|presupuesto|orcamento|proposta|offerta|"
    r"preventivo)\b[^.;]{0,30}\bvalid[oa]\b[^.;]{0,14}|"
    r"(?:offerte|aanbieding)\b[^.;]{0,30}\bgeldig\b[^.;]{0,10}|(?:anbud\w*|offert\w*|tilbud\w*)\b[^.;]{0,30}\b"
    r"(?:giltig\w*|galla|gaelde\w*|gyldig\w*)\b[^.;]{0,14})$"
)
_DECIDES = re.compile(
    r"(?:\b(?:contract )?award(?:ed)?(?: date| of contract)?(?: on| by)?|\bwe(?:'ll| will)? decide(?: on| by)?|"
    r"\bdecision(?: date)?(?: is| will be(?: made| taken)?)?(?: on| by)?|\bwir entscheiden(?: am| bis)?|"
    r"\bentscheidung(?: fallt)?(?: am| bis)?|\bzuschlag(?: am)?|\bdecision(?: le| d'ici)?|\battribution(?: le)?|"
    r"\bdecidimos(?: el)?|\bdecision(?: el)?|\badjudicacion(?: el)?|\bdecisione(?: il)?|\baggiudicazione(?: il)?|"
    r"\bdecisao(?: a| em)?|\badjudicacao(?: a| em)?|\b(?:beslissing|gunning)(?: op)?|\bbeslut(?: den)?|"
    r"\bbeslutning(?: den)?|"
    r"\bafgorelse(?: den)?)\s*[:–-]?\s*(?:the )?$"
)


def read_offer_until(zones: Zones, language: str, source: BriefSource, findings: Findings) -> Read[date | None]:
    """Return the latest day that is asked for or decided on, with its words.

    A length of time for which offers hold counts from the day they are due, else from the message's own; where the
    brief gives neither, it is asked about.
    """
    named = _named(zones, language, source.received_on)
    counted = _counted(zones, language, source, findings)
    if named.value is None or (counted.value is not None and counted.value > named.value):
        return counted
    return named


def _named(zones: Zones, language: str, received_on: date) -> Read[date | None]:
    latest: tuple[date, int, int] | None = None
    for unit in zones.units:
        if unit.aside:
            continue
        for found in find_dates(unit.text, language, received_on):
            before = labelled(zones, unit, found.start)
            on = found.value.end or found.value.start
            if on is None or not (_HOLDS.search(before) or _DECIDES.search(before)):
                continue
            if on >= received_on and (latest is None or on > latest[0]):
                latest = (on, unit.start + found.start, unit.start + found.end)
    if latest is None:
        return Read(None)
    return Read(latest[0], (zones.wanted.quote(latest[1], latest[2]),))


def _counted(zones: Zones, language: str, source: BriefSource, findings: Findings) -> Read[date | None]:
    asked = held(zones, language)
    if asked is None:
        return Read(None)
    quote = zones.wanted.quote(*asked.span)
    due = offers_due(zones, language)
    if due is not None:
        return Read(asked.until(due[0]), (quote, zones.wanted.quote(*due[1])))
    if source.is_dated or zones.reference != source.received_on:
        return Read(asked.until(zones.reference), (quote,))
    question = f"You ask for an offer that holds for “{quote.quote}”: from which day do you count?"
    findings.questions.append(OpenQuestion(field="offer_until", question=question))
    return Read(None)
