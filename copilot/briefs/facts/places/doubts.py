"""What speaks against a name being a place of the shoot: its form, what it is elsewhere, and what governs it.

Doubts are added up; `places` sets them against what names the place. A label answers for its values, so that only
their form is doubted there.
"""

from __future__ import annotations

import re

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.places.fit import is_abstract, is_language
from copilot.briefs.facts.places.sites import names_venue
from copilot.briefs.facts.places.towns import is_known
from copilot.briefs.facts.schedule.roles import words_of
from copilot.briefs.facts.words import cue, folded, names
from copilot.briefs.grammar.days import find_day_counts

NO_PLACE = 20
"""More than any source weighs."""
ELSEWHERE = 4
"""Where people meet: only a sentence about the shoot makes it the shoot's."""

_INNER_CAPITAL = re.compile(r"(?!(?:Mc|Mac|De|Di|La|Le|Fitz|Van|O')[A-Z])\w*[a-zà-ÿ][A-ZÀ-Þ]")
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,6}(?:'s|s)?")
_SHORT_TOWNS = frozenset("UK US USA NYC LA SF DC UAE KL HK NZ CDMX BCN CPH NRW".split())
_WEEKDAYS = re.compile(
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|"
    r"sonnabends?|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|"
    r"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|man(?:dag)|tisdag|onsdag|torsdag|fredag|lordag|"
    r"sondag|"
    r"lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|segunda|terca|quarta|quinta|sexta)\b[ ,/&]*)+\d{0,2}"
)
_GREETING = re.compile(
    r"(?:hi|hiya|hello|hey|dear|morning|thanks|cheers|hallo|moin|servus|liebe\w*|sehr|guten|danke|bonjour|salut|"
    r"cher\w*|"
    r"merci|hola|buenas|buenos|estimad\w+|gracias|hoi|beste|geachte|dag|goedemorgen|bedankt|hej|hejsan|tjena|"
    r"halla|hei|heisann|"
    r"kare|kara|kjare|tack|tak|takk|ciao|buongiorno|gentil\w+|salve|grazie|spett\w*|ola|bom|boa|car[oa]s?|"
    r"obrigad[oa]|okay|ok)"
)
_PERSON_BY_OFFICE = re.compile(
    r"(?:president\w*|vice\w*|director\w*|direktor\w*|directeur|directrice|direttor\w*|direttric\w*|"
    r"geschaftsfuhrer\w*|"
    r"burgermeister\w*|mayor|maire|alcald\w*|sindaco|sindaca|burgemeester|borgmester\w*|borgermester\w*|"
    r"ordforande\w*|"
    r"prefeit\w*|chef\w*|chief|ceo|cfo|cto|coo|vd|chair\w*|vorsitzend\w*|vorstand\w*|kanzler\w*|rektor\w*|"
    r"rector\w*|"
    r"notar\w*|minister\w*|professor\w*|prof|doktor|doctor|doutor\w*|dottor\w*|dott\w*|mister|herrn?|frau|frau|"
    r"madame|"
    r"monsieur|senor\w*|signor\w*|god|christ)(?:['’]?s)?"
)
_SPOKEN_IN = re.compile(
    r"\b(?:speak\w*|spoken|talk\w*|subtitl\w*|dubb\w*|narrat\w*|voice-?over\w*|translat\w*|interpret\w*|"
    r"language\w*|version\w*|"
    r"sprech\w*|spricht|gesprochen|untertitel\w*|ubersetz\w*|parl\w+|sous-titr\w*|tradu\w+|habl\w+|subtitul\w*|"
    r"spre(?:ken|ekt)|gesproken|ondertitel\w*|vertaal\w*|pratar|talar|taler|snakker|textad\w*|undertext\w*|"
    r"undertekst\w*|"
    r"teksting\w*|sottotitol\w*|fal(?:a|am|ado)|legend\w*)\b[^.;:!?]{0,24}\b(?:in|en|auf|pa|em|i|op|into)\s$"
)
_WORDS_OF_SPEECH = re.compile(
    r"\s?,?\s?(?:(?:with|and|mit|und|avec|et|con|y|med|och|og|met|com|e)\s)?(?:\w+\s)?"
    r"(?:subtitl|untertitel|sous-titr|subtitul|undertext|undertekst|ondertitel|sottotitol|legend|speak|sprach|"
    r"dialect|dialekt)"
)
_SEEN_AT = re.compile(
    r"\b(?:show|shows|shown|showing|screen|screened|screening|play|played|put (?:it |this |them )?on|"
    r"premiere\w*|projected|"
    r"streamed|posted|published|zeig\w*|gezeigt|lauft|laufen|vorgefuhrt|gespielt|veroffentlicht|diffus\w+|"
    r"projete\w*|montre(?:r|nt|ra|e|es|ee|ees|z)?|"
    r"passera|passe|proyect\w+|mostrar\w*|se ve|se vera|emitir\w*|estren\w+|vertoond?|getoond|toont|tonen|"
    r"draait in|speelt|"
    r"visas|visar|spelas|vises|viser|spilles|proiett\w+|mostr\w+|trasmess\w+|va sul|exib\w+|passa|projetad\w*)\b"
    r"(?:\s[\w'-]+){0,4}?\s?$"
)


_GATHERS_IN = re.compile(
    r"(?:\b(?:meeting|agm|assembly|conference|congress|summit|fair|trade show|expo|dinner|office|\w*sitzung|"
    r"\w*versammlung|"
    r"\w*konferenz|\w*messe|reunion|assemblee|congres|salon|conference|junta|asamblea|feria|congreso|"
    r"vergadering|beurs|mote|mote[rt]|"
    r"massan?|modet?|riunione|assemblea|fiera|reuniao|assembleia|feira))\s(?:is |ist |est |es |e |er |ar )?"
    r"(?:in|at|im|a|au|en|te|i|pa|em|na|no|nel|nella|auf|bei)\s(?:(?:the|der|dem|den|la|le|el|de|het|il|o|a) )?$"
)
_AND_NAME = re.compile(r"(?:,\s\w+){0,2}\s(?:and|or|und|oder|et|ou|y|o|e|en|of|och|og|&)\s(\w+)")
_NAME_AND = re.compile(r"(\w+)\s(?:and|or|und|oder|et|ou|y|o|e|en|of|och|og|&)\s$")


def doubt_about(name: str, start: int, end: int, unit: Unit | None, language: str, *, is_labelled: bool) -> int:
    """How much speaks against a name at `[start, end)` of the view, from 0 to `NO_PLACE` and more."""
    low = folded(name)
    if _is_no_name(name, low, language):
        return NO_PLACE
    if is_known(name) or is_labelled or unit is None:
        return 0
    before, after = unit.low[: max(0, start - unit.start)], unit.low[max(0, end - unit.start) :]
    if _is_thing(name, low, unit, before, after) or _is_possessor(name, after):
        return NO_PLACE
    if _SPOKEN_IN.search(before) or (before.endswith((" in ", " auf ", " en ")) and _WORDS_OF_SPEECH.match(after)):
        return NO_PLACE
    if _is_beside_language(unit.text[max(0, end - unit.start) :], unit.text[: max(0, start - unit.start)]):
        return NO_PLACE
    if is_seen_there(before):
        return NO_PLACE
    return ELSEWHERE if _GATHERS_IN.search(before) else 0


def _is_beside_language(after: str, before: str) -> bool:
    """ "Interviews are in Kikamba and Swahili": what is listed with a language is one."""
    follows = _AND_NAME.match(after)
    leads = _NAME_AND.search(before[-40:])
    return any(m is not None and is_language(m[1]) for m in (follows, leads))


def is_seen_there(before: str) -> bool:
    """Whether a verb of showing governs what follows, and none of filming stands after it."""
    shown = _SEEN_AT.search(before[-70:])
    return shown is not None and not cue("shoot").search(shown[0])


def _is_no_name(name: str, low: str, language: str) -> bool:
    """Whether the words cannot be a place's name anywhere: days, a greeting, an office, days counted, a "
    "sentence."""
    if _WEEKDAYS.fullmatch(low) or _GREETING.fullmatch(low) or _PERSON_BY_OFFICE.fullmatch(low):
        return True
    if find_day_counts(name, language) or cue("shoot_days").search(low):
        return True
    small = [word for word in name.split() if word[:1].islower()]
    return len(small) > 5 and len(small) * 2 > len(name.split())


_ARTICLE = re.compile(
    r"\b(?:the|our|an?|your|der|die|das|dem|den|am|im|beim|zum|zur|eine[rmn]?|unser\w*|la|le|les|l'|au|aux|"
    r"notre|el|los|las|al|"
    r"del|nuestr\w+|het|de|een|onze|ons|il|lo|i|alla|nella|nel|nostr\w+|o|a|as|os|na|no|noss\w+|vart?|vores|"
    r"vore?)\s?$"
)


def _is_thing(name: str, low: str, unit: Unit, before: str, after: str) -> bool:
    """Whether the name is a product's or a medium's, an abbreviation, an occasion or where films are shown."""
    if name in _SHORT_TOWNS or unit.text.isupper():
        return False
    if _INNER_CAPITAL.match(name) or _ACRONYM.fullmatch(name):
        return True
    of_house = names_venue(after[:20].partition(" ")[2].partition(" ")[0])  # "our Derby bakery"
    if words_of("occasion").fullmatch(low) and _ARTICLE.search(before) and not of_house:
        return True  # "at the Gala", where "in Derby" is a town
    return any(p.fullmatch(low) for kind in ("media", "showings") for _, p in names(kind)) or is_abstract(low)


def _is_possessor(name: str, after: str) -> bool:
    """ "TEC's workshops in Ashby", "Anna's kitchen": whose it is, where it stands is told after it."""
    return name.endswith(("'s", "s'")) and re.match(r"\s[a-z]", after) is not None
