"""What a piece is made for: "a 60s for the website", "fem klipp till instan", "on le passera sur l'écran du foyer".

A medium counts as a destination when a word for "for" leads to it, or a verb of showing with its preposition, with
nothing between but articles and an attribute; when it goes on a list that so began; or when a screen stands in it.
Gatherings count only beside a piece and never as what something is ready for; those that a film may advertise (an open
day, a festival, a shop) need the verb, the screen or the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.usage.screens import screens_in
from copilot.briefs.facts.words import cue, kind_patterns, names

_FOR = r"(?:for|fur|furs|pour|para|pra|pro|pros|per|voor|til|till|zur|zum)"
_ON = (
    r"(?:on|in|at|to|onto|via|auf|aufs|im|ins|am|an|beim|bei|unter|uber|sur|en|dans|aux?|sous|a|al|sul|sulla|sui|"
    r"sugli|sulle|nei|nel|nella|nelle|alla|alle|ai|op|pa|i|ved|under|no|na|nos|nas|em|con)"
)
_ARTICLE = (
    r"(?:the|our|a|an|your|their|its|my|der|die|das|den|dem|des|unser\w*|eure\w*|ihr\w*|eigene\w*|le|la|les|l'|d'|"
    r"notre|nos|un|une|el|los|las|una|nuestr\w+|vuestr\w+|il|lo|i|gli|nostr\w+|o|os|as|um|uma|noss[oa]s?|de|het|een|"
    r"onze|ons|det|en|ett|et|var|vart|vara|vores|vore|vart|vare|own|both|beide|begge|bada|paid|organic)"
)
_ATTRIBUTED = rf"(?:{_ARTICLE}[\s']+(?:[\w'-]+\s+){{0,2}}?){{0,2}}(?:[\w'-]+\s+)?$"
_LED_BY_FOR = re.compile(rf"(?<!\w){_FOR}:?\s+(?:{_ON}\s+)?{_ATTRIBUTED}")
_LED_BY_ON = re.compile(rf"(?<!\w){_ON}\s+{_ATTRIBUTED}")
_LED_BY_LIST = re.compile(
    rf"(?<!\w){_ON}\s+(?:[\w'-]+\s){{0,4}}?[\w'-]+(?:,|\s(?:and|und|et|y|e|en|och|og|&|\+))\s(?:{_ARTICLE}[\s']+)?"
    r"(?:[\w'-]+\s+)?$"
)
"""The same with something before it that no list has: "on the ward tablets and the Trust website"."""
_SEPARATOR = (
    r"(?:[,/&+]|,?\s?(?:and|und|et|y|e|en|och|og|as well as|sowie|plus|or|oder|ou|o|of|eller|then|also|n|after|"
    r"auch|aussi|tambien|anche|ook|dann|puis|luego|poi|daarna|danach|sedan|sa|senare)(?!\w))"
)
_GOES_ON = re.compile(rf"^(?:'s)?(?:\s*{_SEPARATOR})+\s*(?:(?:{_FOR}|{_ON})\s+)?(?:{_ARTICLE}[\s']+)?(?:[\w'-]+\s+)?$")
_READY = re.compile(
    r"\b(?:ready|time|due|finished|done|deadline|needed|klar\w*|fertig|rechtzeitig|bereit|prete?s?|temps|listos?|"
    r"tiempo|klaar|tijd|fardig\w*|tid|pronto|pronti|tempo|thanks|danke|merci|budget|paid|pay\w*|tickets?|here|"
    r"reserved|booked|money|needs? (?:it|them|everything|all)|wants? (?:it|them)|"
    r"brauchen (?:es|ihn|sie|alles|wir (?:es|ihn|sie))|"
    r"invit\w+|registr\w+|quote|angebot|devis|costs?|looking|apply|responsible|manager|agency)"
    r"\s*[,:]?\s*$"
)
_NO_MEDIUM = re.compile(
    r"[\s-]?(?:team|manager\w*|agency|agentur|agence|department|abteilung|strategy|strategie|presence|budget|designer|"
    r"people|guy|girl|lead|editor|redaktion\w*|stations?|relaunch|redesign|form|formular|address|link|licen[cs]e|"
    r"company|companies|industry|branche|producer|production company|channel manager|sponsor\w*|ticket\w*)\b"
)
_MAIN_MEDIA = frozenset(("online", "social", "TV", "cinema", "all media", "radio", "email"))
_OCCASION = re.compile(
    r"screen|display|jumbotron|board|bildschirm|leinwand|ecran|pantalla|scherm|skarm|skjerm|skaerm|schermo|telao|"
    r"fair|trade|messe|salon|feria|fiera|feira|beurs|massa|expo|conferen|konferen|kongress|congr|convegn|tagung|agm|"
    r"meeting|versammlung|assembl|asamblea|forsamling|stamma|mote|mode|gala|dinner|dance|soiree|serata|cena|jantar|"
    r"junta|abend|avond|kvall|aften|kveld|stand|booth|monter|rally|rallies|kundgebung|foyer|waiting|warte|attente|"
    r"espera|attesa|wacht|vant|vente|canteen|kantine|intern|intran|staff|employee|mitarbeiter|medarb|onboarding|"
    r"training|schul|formation|lobby|induction|recruit|careers|summit|roadshow|congress|exhibit|ausstellung"
)
_SCREEN = re.compile(
    r"\b(?:\w*screens?|tvs?|monitors?|displays?|\w*bildschirm\w*|\w*leinwand|monitor\w*|ecrans?|televiseur\w*|pantallas?|"
    r"\w*scherm(?:en|i|o)?|\w*skarm\w*|\w*skjerm\w*|\w*skaerm\w*|\w*skarm\w*|telas?|telao|teloes|totems?|loops?|"
    r"bucle|boucle|schleife|dauerschleife|endlosschleife)\b"
)
_LENGTH = re.compile(
    r"\d\s?(?:s|sec|sek|min|mins|seconds?|sekund\w*|secondes?|segundos?|secondi|minut\w*|''|\"|')(?!\w)"
)
_OPENS = re.compile(
    rf"(?:\W*(?:it's|its|it is|they're|this is|all|alles|es ist|das ist|c'est|es|e|det er|det ar|het is|only|just|nur|"
    rf"solo|uniquement|seulement|alleen|enkel|bara|endast|kun|bare|apenas|soltanto))*\W*{_FOR}:?\s"
)
_MODAL = re.compile(
    r"\b(?:must be|should be|needs to (?:be|go|work)|has to (?:be|go|work)|"
    r"moet(?:en)?|mag|mogen|kan|kunnen|soll(?:en)?|muss|mussen|darf|durfen|skal|ska|maste|ma|"
    r"doit (?:aller|etre)|doivent (?:aller|etre)|tiene que (?:ir|estar)|"
    r"deve (?:andare|stare|ir|estar)|devono andare|devem (?:ir|estar))\s*$"
)
"""Right before "on": "de spot moet op tv", "soll auf die Website"."""
_SOME = re.compile(r"\s+(?!og\b|and\b|och\b|i\b|pa\b|samt\b)\w")  # "some people" is English, "til some" is not
_CALLED_OFF = re.compile(
    r"\b(?:is off|off the table|cancel\w*|dropped|no longer|entfallt|entfallen|gestrichen|annul\w*|supprim\w*|"
    r"abandon\w*|utgar|vervalt|geschrapt|inte langre|ikke lenger|ikke laengere|nicht mehr|ya no|n'est plus)\b"
)
_SEEN_BEFORE = 48
_VERB_BEFORE = 60


def destinations(unit: Unit, *, follows_piece: bool) -> Iterator[tuple[str, Span]]:
    """The media that the unit's pieces are made for, in the order named; `follows_piece`: the unit before has one."""
    low, end = unit.low, None
    beside = follows_piece or _OPENS.match(low) is not None or names_piece(unit)
    for start, stop, name in showings_in(low):
        if _NO_MEDIUM.match(low, stop) or _is_no_medium(unit, start, stop):
            continue
        on_list = end is not None and start - end <= _SEEN_BEFORE and _GOES_ON.search(low[end:start])
        if on_list or _is_led_to(low, start, stop, name, beside=beside) or _has_screen(low, start, stop, name):
            end = stop
            yield name, (unit.start + start, unit.start + stop)


def _is_no_medium(unit: Unit, start: int, stop: int) -> bool:
    """ "some people", "per E-Mail", and the end of a firm's name: "at Solveig Outdoor"."""
    if re.search(r"\b(?:per|par|por|via|by) $", unit.low[:start]) and "mail" in unit.low[start:stop]:
        return True
    if unit.low[start:stop] == "some":
        return _SOME.match(unit.low, stop) is not None
    return unit.text[start:stop] == "Outdoor" and re.search(r"[A-ZÀ-Þ][\w&.-]+ $", unit.text[:start]) is not None


def _is_led_to(low: str, start: int, stop: int, name: str, *, beside: bool) -> bool:
    since = max(0, start - _SEEN_BEFORE)
    if led := _LED_BY_FOR.search(low[since:start]):
        opening = low[: since + led.start()][-40:]
        decisive = name in _MAIN_MEDIA or (beside and _OCCASION.search(low[start:stop]) is not None)
        if decisive and not _READY.search(opening):
            return True
    return is_shown_on(low, start)


def is_shown_on(low: str, start: int) -> bool:
    """Whether a verb of showing with its preposition leads to a place: "goes on", "moet op", "sponsorisées sur"."""
    since = max(0, start - _SEEN_BEFORE)
    led = _LED_BY_ON.search(low[since:start]) or _LED_BY_LIST.search(low[since:start])
    if led is None:
        return False
    opening = low[: since + led.start()][-_VERB_BEFORE:]
    return cue("shows").search(opening) is not None or _MODAL.search(opening) is not None


def _has_screen(low: str, start: int, stop: int, name: str) -> bool:
    """ "The stand has a huge screen", "the TV in our waiting room": what stands there is watched there."""
    if name in _MAIN_MEDIA or name == "OOH":
        return False
    around = low[max(0, start - 30) : start], low[stop : stop + 30]
    return any(_SCREEN.search(words) and not re.search(r"[.;:]", words) for words in around)


def names_piece(unit: Unit) -> bool:
    """Whether a unit speaks of something that is made: a film, a clip, so many seconds."""
    return _LENGTH.search(unit.low) is not None or any(pattern.search(unit.low) for _, pattern in kind_patterns())


def pieces_named_by(unit: Unit) -> Iterator[tuple[str, Span]]:
    """Media that name the kind of a piece: "a TV commercial", "ti TikTok-klip", "Kinospot"."""
    for start, stop, name in showings_in(unit.low):
        if _CALLED_OFF.search(unit.low):
            return
        said, following = unit.low[start:stop], unit.low[stop : stop + 24]
        if name in _MAIN_MEDIA and (
            _COMPOUND.search(said) or _PIECE_AFTER.match(following) or (_PLATFORM.match(said) and names_piece(unit))
        ):
            yield name, (unit.start + start, unit.start + stop)


_PIECE = (
    r"(?:spots?|commercials?|ads?|adverts?|films?|filme|videos?|clips?|reels?|klip\w*|trailers?|teasers?|stor(?:y|ies)|"
    r"posts?|cut-?downs?|edits?|shorts|anuncios?|comerciales?|pauta|annonces?|filmer|filmy|filmpjes?)"
)
_PLATFORM = re.compile(r"(?:insta\w*|tiktok|tik tok|facebook|linkedin|youtube|snapchat|fb)$")
_COMPOUND = re.compile(rf"-{_PIECE}$|(?:kino|tv|fernseh|online|web|bio)-?{_PIECE}$")
_PIECE_AFTER = re.compile(rf"[\s-]{_PIECE}\b")


def showings_in(low: str, after: int = 0) -> list[tuple[int, int, str]]:
    """Every medium and every place of showing that folded words name, the longest reading of each place, in order."""
    hits = [(m.start(), m.end(), name) for name, pattern in _all_names() for m in pattern.finditer(low, after)]
    hits += [hit for hit in screens_in(low) if hit[0] >= after]
    hits.sort(key=lambda hit: (hit[0], -hit[1]))
    kept: list[tuple[int, int, str]] = []
    for hit in hits:
        if kept and hit[0] < kept[-1][1]:
            continue
        if low[hit[0] : hit[1]] == "site" and _GROUND.search(low[: hit[0]][-12:]):
            continue  # where one builds and films
        if kept and hit[2] not in _MAIN_MEDIA and _WHOSE.fullmatch(low[kept[-1][1] : hit[0]]):
            continue  # "the museum's own site" said the other way round: "the website of the museum"
        if kept and kept[-1][2] not in _MAIN_MEDIA and low[kept[-1][1] : hit[0]] in (" ", "-", "'s ", "s "):
            kept.pop()  # "our shop website", "the festival's Instagram"
        kept.append(hit)
    return kept


_WHOSE = re.compile(
    r"\s(?:of (?:the|our)|des|der|unser\w+|du|de la|de l'|de notre|del|de nuestr\w+|van (?:de|het|onze|ons)|della|"
    r"dell'|del nostro|do|da|d[ao] noss[ao]|for (?:the|our))\s?"
)


_GROUND = re.compile(r"\b(?:the|this|that|on|a|each|whole|building)\s$")


@cache
def _all_names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return (*names("media"), *names("showings"))
