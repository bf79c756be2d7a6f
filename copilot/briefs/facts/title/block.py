"""The title among a document's first lines: who asks, what kind of paper it is, and what it is about."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from copilot.briefs.facts.client.vocabulary import institution
from copilot.briefs.facts.letter.names import LEGAL, tidy
from copilot.briefs.facts.letter.topics import topic_of
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import folded, kind_patterns

_PAPER = re.compile(
    r"(?:(?:creative |production |video |film |internal |project )*brief(?:ing)?|requests? for (?:proposals?|quotes?|"
    r"quotations?|tenders?)|rf[pqt]|invitation to (?:tender|quote)|"
    r"tender|terms of reference|statement of work|specification|ausschreibung|leistungsbeschreibung|"
    r"leistungsverzeichnis|pflichtenheft|lastenheft|anfrage|"
    r"angebotsanfrage|cahier des (?:charges|clauses)|appel d'offres|"
    r"marche (?:public|passe)[a-z ',]*|consulta previa|"
    r"consultation|demande de devis|pliego(?: de [a-z "
    r"]{4,30})?|terminos de referencia|solicitud(?: de [a-z]+)?|encargo|"
    r"bestek|offerteaanvraag|aanvraag|uitvraag|forfragningsunderlag|forfragan|direktupphandling|upphandling|udbud|"
    r"udbudsmateriale|tilbudsforesporgsel|foresporgsel|"
    r"konkurransegrunnlag|anbud|anbudsforesporsel|foresporsel|capitolato|bando|avviso(?: di [a-z ]{4,30})?|richiesta "
    r"di (?:preventivo|offerta)|caderno de encargos|convite|pedido de [a-z]+)"
    r"(?:\s?(?:no|nr|n[o°º]|#)?[.:]?\s?[a-z]{0,6}[ /-]?\d[\w/.-]*)?"
)
_REFERENCE = re.compile(
    r"(?:ref\w*|expediente|exp|n[o°º.r]|nr|dnr|diarienr|kenmerk|az|aktenzeichen|vergabenummer|date|datum|fecha|data|dato|"
    r"stand|version|issued|published)\b"
)
"""Labels that stand between who asks and what about."""
_JOINT = re.compile(r"\s*(?:[:–—|-]+\s*|\b(?:for|of|fur|zum|zur|pour|para|voor|om|av|til|per|de|van)\s+)")
_SHORT = 90


def block_title(zones: Zones) -> Read[str | None] | None:
    """What the paper's kind stands before, behind or above on the first lines; silent without such a kind."""
    text = zones.wanted.text
    papered = False
    for m in islice((m for m in re.finditer(r"[^\n]+", text) if m[0].strip()), 5):
        line = m[0].replace("**", "  ").strip(" *#_=")
        low = folded(line)
        if len(line) > _SHORT or line.endswith((".", ",", "!", "?")):
            return None
        named = re.match(r"([^:]{2,30}):\s", line)
        paper = _PAPER.match(low)
        if named and not paper and _REFERENCE.match(low):
            continue
        if named and not paper:
            return None
        said = line
        if paper and (paper.end() == len(low) or not low[paper.end()].isalnum()):
            papered = True
            joint = _JOINT.match(low, paper.end())
            said = line[joint.end() if joint else paper.end() :].strip(" :–—-|")
        elif tail := re.search(r"\s[-–—|]+\s" + _PAPER.pattern + r"$", low):
            papered, said = True, line[: tail.start()]
        quoted = re.search(r"\"([^\"]{3,60})\"", line)
        parts = [part for part in re.split(r"\s[-–—|]\s", said) if not institution().search(folded(part))]
        name = quoted[1] if quoted else tidy(parts[0] if parts else said)
        if re.match(r"\d+[.)]\d*\s", name):
            return None  # the first clause
        if papered and (_is_title(name) or (quoted and not institution().fullmatch(folded(name)))):
            at = m.start() + m[0].index(name)
            return Read(name, (zones.wanted.quote(at, at + len(name)),))
    return None


def under_label(zones: Zones) -> Read[str | None] | None:
    """What stands below a heading that only says "Title" or "1. Onderwerp"."""
    lines = [m for m in re.finditer(r"[^\n]+", zones.wanted.text[:2000]) if m[0].strip()]
    for head, below in pairwise(lines[:14]):
        bare = re.sub(r"^[\s#*\d.)]+|[\s:*]+$", "", head[0])
        said = below[0].strip(" *#")
        if re.match(r"[^:]{2,30}:(?:\s|$)", said):
            continue  # the next label: this one was left empty
        if (
            len(bare.split()) <= 4
            and topic_of(bare) == "title"
            and len(said) < _SHORT
            and not said.endswith((".", ":", "?"))
        ):
            quoted = re.search(r"[\"']([^\"']{3,60})[\"']", said)
            name = quoted[1] if quoted else said
            at = below.start() + below[0].index(name)
            return Read(name, (zones.wanted.quote(at, at + len(name)),))
    return None


def _is_title(name: str) -> bool:
    low = folded(name)
    words = re.findall(r"[^\W\d_]{3,}", low)
    film = any(pattern.search(low) for _, pattern in kind_patterns())
    house = (
        institution().search(low)
        or LEGAL.search(name)
        or re.search(
            r"\(pty\)|\b(?:ltd|inc|gmbh|region|"
            r"department|office of|afdeling|abteilung|avdeling|afdeling|service)\b",
            low,
        )
    )
    return (
        len(words) >= 2 - film
        and (film or not house)
        and topic_of(name) in (None, "deliverables")
        and not re.match(
            r"(?:ref\w*|prot|protocollo|expediente|exp|nr|no|from|von|van|fra|fran|diarienr|kenmerk|az|date|datum)\b",
            low,
        )
    )
