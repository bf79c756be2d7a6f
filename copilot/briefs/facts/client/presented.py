"""Clients that present themselves: "I'm Ana, head of brand at X", "jag jobbar på X", "wir (X GmbH)", "our brand X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.briefs.facts.letter.names import NAME, Named
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import folded

_ARTICLE = (
    r"(?:(?:the|der|die|das|dem|den|la|le|les|el|los|las|de|het|il|lo|gli|o|a|os|as|our|unser\w*|notre|"
    r"nuestr[oa]|onze|ons)\s+"
    r"|l'|(?:brand|label|firma|firmaet|foretaget|virksomheden|company|marke|marque|marca|merk|start-?up|agriturismo|"
    r"startup|verein|stiftung)\s+)*"
)
_ME = (
    r"\b(?:i'm|i am|this is|my name is|my name's|ich bin|mein name ist|ich heisse|je suis|je m'appelle|soy|"
    r"me llamo|sono|"
    r"mi chiamo|ik ben|ik heet|mijn naam is|jag heter|jag ar|mitt namn ar|jeg hedder|jeg heter|jeg er|mit navn er|sou|"
    r"chamo-me|me chamo|aqui e)\b"
)
_SURE = r"\s(?:at|from|with|chez|bei|beim|vom|von der|hos|pa|fra|fran|presso|bij|dal|dalla|dall')\s*"
_LOOSE = r"\s(?:of|for|de la|de|del|du|des|van|von|fur|di|della|dei|da|do|dos|voor|till|til|for|i)\s"
_WORKS = (
    r"\b(?:work\w*|arbeit\w*|travaill\w*|trabaj\w*|lavor\w*|trabalh\w*|werk\w*|arbetar|jobb\w*|arbejder|run \w+|"
    r"lead \w+|"
    r"leite \w+|manage \w+|look after [\w ]{2,20}|head up \w+|dirig\w+ [\w ]{2,20}|in charge of [\w ]{2,20})"
    r"\s(?:at|for|with|bei|fur|chez|pour|en|para|per|in|na|no|em|bij|voor|pa|hos|i|de|del|van|von)\s"
)
_WE = (
    r"\b(?:(?:wir|we|nous|nosotros|noi|wij|vi)(?:\s\(|,?\s(?:at|from|bei|von|vom|chez|de chez|desde|van|bij|hos|"
    r"pa|fra|fran|di)\s)"
    r"|(?:escrib\w+|ecri\w+|schreib\w*|scriv\w+|writ\w+|skriver|schrij\w+|escrev\w+)\s(?:\w+\s)?(?:desde|depuis|"
    r"de|von|fur|"
    r"im namen|da|per|from|for|on behalf of|fra|fran|for|van|namens|em nome d[aoe])\s"
    r"|(?:our|the|my|die|unsere|der|notre|la|nuestra|mi|het|ons|onze|vart|vores|var|il|nostro|a|"
    r"nossa)\s(?:brand|label|marke|marque|"
    r"marca|merk|varumarke|maerke|brandet|maerket|merkevare\w*|marchio|company|firma|start-?up|festival|"
    r"band)(?:,|:)?\s(?:called\s)?"
    r"|(?:^|\n|[.!]\s)(?:for|kunde|client|klant|kund|fur|pour|para|voor|per):\s"
    r"|^\W*(?:from|von|van|fran|fra)\s)"
)
_NAME = re.compile(NAME)
_CLAUSE = re.compile(r"[^.!?\n]{0,90}")


def presented(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """Names after a self-presentation, from the surest wording to the loosest."""
    text = zones.wanted.text
    low = folded(text)
    after_me = [(m.end(), m.end() + len(_clause(text, m.end()))) for m in re.finditer(_ME, low)]
    for pattern, spans in ((_SURE, after_me), (_WORKS, [(0, len(low))]), (_WE, [(0, len(low))]), (_LOOSE, after_me)):
        for a, b in spans:
            for m in re.finditer(pattern + _ARTICLE, low[a:b], re.MULTILINE if pattern is not _WE else 0):
                if pattern is _WORKS and text[a + m.start()].isupper():
                    continue  # German "Werk in", "Arbeit für"
                named = _NAME.match(text, a + m.end())
                if named and not named[0].isdigit() and not _is_particle(text, a + m.start(), pattern):
                    yield named[0], named.start(), named.end()


def _clause(text: str, at: int) -> str:
    m = _CLAUSE.match(text, at)
    return m[0] if m else ""


def _is_particle(text: str, at: int, pattern: str) -> bool:
    """ "Jan de Vries": the particle belongs to a person when only one capitalised word stands before it."""
    before = re.search(r"([A-ZÀ-Þ][\w'’-]+)$", text[:at])
    rest = _NAME.match(text, at + 1 + len(text[at + 1 :].split(" ", 1)[0]) + 1)
    return pattern is _LOOSE and before is not None and rest is not None and len(rest[0].split()) == 1
