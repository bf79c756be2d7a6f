"""Names of companies and people in a brief: their spelling, and where a signature holds them."""

from __future__ import annotations

import re
from itertools import islice

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.view import Span, View
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import folded
from store.proposals.facts import Quote

_PROPER = r"(?:[A-ZÀ-ÞŁŚŻĀ-Ž0-9][\w'’\-]*(?:\.\w[\w'’\-]*)*|[a-zà-ÿ]{1,3}[A-Z][\w'’\-]*)"
_JOINED = (
    r"(?:of|für|de|du|des|la|le|van|der|den|von|und|and|et|y|og|och|for|the|e|di|do|da|del|dos|las|los|delle|della|"
    r"dello|dei|degli|zum|zur|pour|am|sur|"
    r"aan|upon)"
)
NAME = (
    rf"(?:(?<![\w:.,/]){_PROPER}(?:[ ](?:(?:(?:d|l|dell|all|sull)')?{_PROPER}|[&+](?=[ ])|"
    rf"{_JOINED}(?=[ ]{_PROPER}))){{0,20}})"
)
LEGAL = re.compile(
    r"[,\s]+(?:g?GmbH(?: & Co(?:\.? KG)?)?|AG|"
    r"\(?P(?:ty|te|vt)\.?\)?(?: Ltd\.?)?|Sdn\.? Bhd\.?|Bhd\.?|Co\.,? Ltd\.?|"
    r"Ltd\.?|Limited|Inc\.?|LLC|S\.?A\.?S?|SARL|B\.?V\.?|"
    r"N\.?V\.?|AB|ApS|A/S|AS|"
    r"Oy|S\.?L\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|KG|SE|e\. ?V\.|g?GmbH & Co\. KG|eG|plc|PLC|Pvt\.? Ltd\.?|Pty Ltd|"
    r"Lda\.?|Ltda\.?|S\.?A\.?C\.?|E\.?I\.?R\.?L\.?|"
    r"S\.?A\.?R\.?L\.?|S\.?A\.?S\.?U\.?|S\.?C\.?O\.?P\.?|Sp\. ?z ?o\.?o\.?|"
    r"PartG(?: mbB)?|mbB|GbR|OHG|KGaA|UG(?: \(haftungsbeschränkt\))?|gUG|e\. ?K\.|AöR|"
    r"S\.?N\.?C\.?|S\.?C\.?A\.?|V\.?O\.?F\.?|C\.V\.|Oyj|ASA|ANS|I/S|K/S|S\.?A\.? de C\.?V\.?|LLP|CIC|CIO|"
    r"EIRELI|inc\.?)\.?$"
)
Named = tuple[str, int, int]
"""A name with its span of the view."""

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")


def first_lines(text: str) -> list[re.Match[str]]:
    """The first four lines that are not blank."""
    return list(islice((m for m in re.finditer(r"[^\n]+", text) if m[0].strip()), 4))


NOT_NAMES = frozenset(
    "ze zij jullie loro ils elles ellos ellas eles elas they've dere han mama papa mamma pappa opa oma kolleginnen "
    "kollegen "
    "kolleger kollegor colleagues colleghi collegues colegas damen herren ladies gentlemen madame monsieur we i you "
    "it he she they the this that there what who our your hi hello dear and but so if when as please "
    "thanks budget delivery deadline client usage shoot "
    "lo wir ich sie es der die das ein eine unser unsere man nous je vous il elle on le la les notre nuestro el los "
    "las usted wij we ik jij u het de een ons "
    "vi jag ni han hon den det en ett jeg du hun noi io lui lei voi mi si nos eu ele ela finance marketing legal "
    "management procurement team "
    "everything anything nothing all both each everyone someone nobody alles tout todo tutto tudo alt allt "
    "allting hej hei hallo hola bonjour ciao subject project film video they're who's kunde "
    "auftraggeber".split()
)


def tidy(name: str) -> str:
    bare = re.sub(r"\s*\([^)]*\)\s*$", "", name.strip(" \t\"'*_.,;:-–"))
    return bare.strip()


def labelled(zones: Zones, topic: str) -> Unit | None:
    return next((u for u in zones.units if u.topic == topic and u.kind == "field" and u.text.strip(" -–?")), None)


def names_after(
    view: View,
    pattern: re.Pattern[str],
    gap: str = r"\s*[:,]?\s*(?:the |der |die |den |la |le |el |de |het |das |dem )?",
) -> list[tuple[str, int, int]]:
    """Capitalised names right after a cue, with their spans."""
    low = folded(view.text)
    found = []
    for m in pattern.finditer(low):
        name = re.compile(gap + f"[\"'*]*({NAME})").match(view.text, m.end())
        if name:
            found.append((name[1], name.start(1), name.end(1)))
    return found


def may_be_client(name: str, source: BriefSource) -> bool:
    low = folded(tidy(name))
    own = any(folded(o) in low for o in source.own_names)
    day = re.match(r"\d{1,2}(?:st|nd|rd|th)?[\d\s./-]*\s?[a-z]{3,9}$", low) is not None  # "3-5 July"
    return len(low) > 1 and low.split()[0] not in NOT_NAMES and not own and not day and not low.isdigit()


def signature_lines(zones: Zones) -> list[Span]:
    text = zones.shown.text
    lines: list[Span] = []
    for start, end in zones.signatures:
        at = start
        for line in text[start:end].split("\n"):
            if line.strip():
                lines.append((at, at + len(line)))
            at += len(line) + 1
    return lines


def somewhere(view: View, words: str) -> tuple[Quote, ...]:
    """The first place where words stand in the text; a subject outside the text has no quote of its own."""
    at = folded(view.text).find(folded(words))
    if at >= 0:
        return (view.quote(at, at + len(words)),)
    first = next((w for w in re.findall(r"\w{4,}", words) if folded(w) in folded(view.text)), None)
    if first:
        at = folded(view.text).index(folded(first))
        return (view.quote(at, at + len(first)),)
    line = re.search(r"\S[^\n]*", view.text)
    return (view.quote(line.start(), line.end()),) if line else ()
