"""Places that no preposition announces: "Lagos, 2 days", "1.5 day shoot, Singapore", a voice memo without capitals.

A known town (`lexicon/words/towns.toml`) or country counts wherever a part of a shoot's line is nothing but its name;
an unknown name only right at the start of such a line or of an answer to "where?".
"""

from __future__ import annotations

import re
from functools import cache

from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.words import cue, folded, names

Place = tuple[str, int, int]

_PART = re.compile(r"[^,;/()+&•|:\n]+")
_NAMED = re.compile(
    r"[A-ZÀ-ÞŁŚŻ][\w'’.\-]+(?:[ ](?:(?:de|del|la|le|am|an der|of|upon|den|do|da|Al)[ ])?[A-ZÀ-ÞŁŚŻ][\w'’.\-]+){0,3}"
)
_LEAD = re.compile(
    r"\s*(?:(?:mainly|mostly|vor allem|surtout|vooral|sobre todo|soprattutto|sobretudo|framst|"
    r"and|und|et|y|e|en|og|och|the|then|plus|in|at|"
    r"(?:(?:shoot(?:ing)? )?day|(?:dreh)?tag|jour(?:nee)?|(?:draai|opname)?dag|dia|giorno) ?\d{1,2} ?[:.–-]?)\s+)*",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"\b(?:\d+(?:[.,]\d)?|an?|one|two|three|four|five|half|halb\w*|ein\w*|zwei|drei|une?|deux|trois|demi\w*|un|"
    r"dos|tres|"
    r"medi[ao]|een|twee|drie|halve|en|tva|tre|to|ett|et|due|mezza|um|dois)\s?(?:full |half |ganze |volle )?"
    r"(?:days?|tage?n?|jours?|journees?|dias?|jornadas?|dag(?:en|ar|e|er)?|giorn[oi]|giornata)\b|"
    r"\b(?:half-day|halvdag\w*|demi-journees?|halbtag\w*|halve dag|media jornada|mezza giornata|meio dia)\b"
)
_GATHERING = re.compile(
    r"\b\w*(?:messe|festival|festivalen|conference|summit|kongress|congress|congreso|congres|salon|feria|fair|expo|"
    r"evento?|evenement|event|gala|konferen\w*|tagung|beurs|massan?|fiera|feira|veranstaltung)\b"
)
_SPOKEN = re.compile(
    r"\b(?:(?:bei uns|chez nous|bij ons|hos oss|hos os|da noi|qui|here|up|down|over|nosotros|yard|factory|farm|shop|"
    r"school|studio|werk|hof|brewery|warehouse|office|site|film\w*|shoot\w*|girare|grab\w+|drehen|gedreht|tourner|"
    r"dagen?|tage?|days?|dia|medio|jours?|journee|draaien|filmen|inspelning|optagelse)\s+)(?:in|en|a|i|at|te|"
    r"em)\s+([^\W\d_]{4,})"
)
_NO_PLACE = frozenset(
    "the our your this that here there all total march april june july august autumn summer spring winter september "
    "october november december januar februar marz april juni juli oktober dezember herbst sommer diesem unserem einem "
    "dieser junio julio agosto septiembre octubre noviembre diciembre enero febrero marzo abril mayo total september "
    "english german french spanish landscape portrait vertical horizontal formato horizontale verticale orizzontale "
    "hochformat querformat advance order person house studio nuestra nuestro juin juillet aout octobre".split()
)


@cache
def _known() -> re.Pattern[str]:
    return re.compile("|".join(p.pattern for kind in ("towns", "territories") for _, p in names(kind)))


def is_known(name: str) -> bool:
    """Whether a name is a town or a country of our lists."""
    return _known().fullmatch(folded(name)) is not None


def unannounced(unit: Unit) -> list[Place]:
    """Places that are whole parts of a line about the shoot, of an answer, or the town of a fair or festival."""
    answer = unit.asked == "locations"
    about = answer or cue("shoot").search(unit.low) or unit.asked == "shoot" or _DAYS.search(unit.low)
    if not about and not _GATHERING.search(unit.low):
        return []
    if re.search(
        r"\b(?:usage|rights|market|rechte|nutzung|droits|derechos|rattighet\w*|rettighed\w*|live in)\b", unit.low
    ):
        return []
    listed = _after_colon(unit)
    if listed:
        return listed
    found: list[Place] = []
    for i, part in enumerate(_PART.finditer(unit.text)):
        if answer and i > 0 and not found:
            break
        found.extend(_whole(unit, part.start(), part[0], first=i == 0))
    gathered = None if found else _gathered(unit)
    return [gathered] if gathered else found


def _after_colon(unit: Unit) -> list[Place]:
    """ "four in each country: Belize, Fiji, Kenya and the Maldives": a list of names with a known one among them."""
    colon = unit.text.rfind(": ")
    if colon < 0:
        return []
    rest = re.split(r"\.\s|\.$|;", unit.text[colon + 2 :])[0]
    spans = [m.span() for m in re.finditer(r"(?:(?!,|\s(?:and|und|et|y|og|och|e|en)\s).)+", rest)]
    out = []
    for a, b in spans:
        a += _lead(rest[a:b])
        bare = rest[a:b].strip(" .")
        if not _NAMED.fullmatch(bare):
            return []
        out.append((bare, unit.start + colon + 2 + a, unit.start + colon + 2 + a + len(bare)))
    return out if len(out) >= 2 and any(is_known(name) for name, _, _ in out) else []


def _lead(text: str) -> int:
    m = _LEAD.match(text)
    return m.end() if m else 0


def _whole(unit: Unit, at: int, part: str, *, first: bool) -> list[Place]:
    out = []
    pieces = re.split(r"\s(?:and|und|et|y|og|och|e)\s", part)
    for piece in pieces:
        start = at + part.index(piece) + _lead(piece)
        bare = unit.text[start : at + part.index(piece) + len(piece)].rstrip(" .!?")
        named = _NAMED.fullmatch(bare)
        unknown_is_fine = first and unit.asked == "locations"
        if named and (is_known(bare) or unknown_is_fine):
            out.append((bare, unit.start + start, unit.start + start + len(bare)))
    return out


_SHOWN = re.compile(
    r"\b(?:for|fur|zur|zum|pour|para|voor|till|til|per|pra|shown|show|screen\w*|played|gezeigt|zeigen|lauft|projete\w*|"
    r"diffus\w*|montrer|montre\w*|proyect\w*|mostrar\w*|vertoond|tonen|getoond|visas|visa|vises|vise|proiett\w*|"
    r"mostrare|exib\w*|stand|booth|loop)\b(?: \w+){0,4} ?$"
)


def is_shown_at(before: str) -> bool:
    """Whether the words before a gathering make it the place where the film is shown: "for our fair in Ghent"."""
    return _SHOWN.search(before[-60:]) is not None


def _gathered(unit: Unit) -> Place | None:
    """The town of a fair or a festival: "Optikmesse München, 27.-29.3.", "(28 t/m 30 augustus, Texel)"."""
    gathering = _GATHERING.search(unit.low)
    if gathering is None or is_shown_at(unit.low[: gathering.start()]):
        return None
    for _, pattern in names("towns"):
        for m in pattern.finditer(unit.low):
            if unit.text[m.start()].isupper():
                return unit.text[m.start() : m.end()], unit.start + m.start(), unit.start + m.end()
    return None


def spoken(unit: Unit) -> list[Place]:
    """The place in a transcript without capitals: "in bilbao", "the yard in barrow"."""
    if unit.text[:1].isupper() or sum(c.isupper() for c in unit.text) > 0.02 * len(unit.text):
        return []
    for m in re.finditer(r"\b(?:in|en|a|i|at|te|em)\s+", unit.low):
        for _, pattern in names("towns"):
            town = pattern.match(unit.low, m.end())
            if town:
                return [_titled(unit, *town.span())]
    return [_titled(unit, *m.span(1)) for m in _SPOKEN.finditer(unit.low) if m[1] not in _NO_PLACE][:1]


def _titled(unit: Unit, a: int, b: int) -> Place:
    return unit.text[a:b].title(), unit.start + a, unit.start + b


def has_days(unit: Unit) -> bool:
    """Whether a line counts days: "our site in Milton Keynes for 5 days" is about the shoot without saying so."""
    return _DAYS.search(unit.low) is not None
