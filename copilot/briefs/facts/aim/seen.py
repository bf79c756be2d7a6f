"""What is seen in and around a sentence that may say what the work is to achieve.

The frames of `aim_frames` and `aim_of_others` are seen one by one. Their weight (`aim_told`) is left out: it has been
fitted to the letters we learn from, and what is learnt from it would hold for no other letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from copilot.briefs.facts.aim.frames import ABOUT, CALLED, CLOSED, DUTY, EXPLICIT, WISH, effect, handling, stems
from copilot.briefs.facts.aim.of_others import DOING, FELT, OTHERS, SO_THAT, THEY, TO, TO_CLOSED
from copilot.briefs.facts.aim.people import THAT_THEY, THEIR_DUTY, WHO, asks_aim
from copilot.briefs.facts.aim.told import FILM, LOGISTIC, MEASURED, ORDERED, points_back
from copilot.briefs.facts.letter.lines import Unit
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import cue, folded, kind_patterns
from copilot.briefs.learned.surroundings import tokens

_SIGN, _WORD, _PAIR = 0.5, 0.15, 0.25
"""How much a sign, a word and two words in a row count: the less, the more letters must agree before it weighs."""
_STEM = 5
_LENGTHS = (5, 8, 12, 18, 26, 40)
"""Words of a sentence, in steps."""
_FRAMES: Mapping[str, re.Pattern[str]] = {
    "called": CALLED, "explicit": EXPLICIT, "about": ABOUT, "others": OTHERS, "they": THEY, "wish": WISH, "duty": DUTY,
    "closed": CLOSED, "that_they": THAT_THEY, "their_duty": THEIR_DUTY, "so_that": SO_THAT, "doing": DOING, "to": TO,
    "to_closed": TO_CLOSED, "felt": FELT, "film": FILM, "ordered": ORDERED, "logistic": LOGISTIC, "measured": MEASURED,
}  # fmt: skip
_CUES = ("budget", "delivery", "shoot", "usage", "shows", "correction", "open", "not_budget")
_SMALL_WORDS = {
    "more": "more|fewer|less|mehr|weniger|plus de|moins|davantage|mas|menos|meer|minder|fler|flere|mer|mere|faerre|"
    "farre|piu|meno|mais",
    "no_longer": "no longer|stop|instead|nicht mehr|nicht nur|statt|anstatt|au lieu|ya no|en vez|niet meer|in plaats|"
    "inte langre|i stallet|ikke lenger|ikke laengere|i stedet|non piu|invece|em vez|nao so|not just|not only",
    "why": "why|how|warum|wieso|wie|dass|pourquoi|comment|por que|como|waarom|hoe|varfor|hur|hvorfor|hvordan|perche|"
    "come|porque",
    "we": r"we|we're|we'd|i|wir|ich|nous|on|je|queremos|wij|vi|jeg|jag|vogliamo|vorremmo",
    "you": r"you|your|ihr|euch|sie|ihnen|vous|votre|vos|os|vuestr\w+|usted\w*|jullie|u|je|ni|er|jer|dere|voi|voces",
    "want": r"want\w*|need\w*|wish\w*|hop\w+|wollen|mochten|brauchen|suchen|veut|voulons|souhait\w+|cherch\w+|quer\w+|"
    r"quisi\w+|busc\w+|willen|zoeken|vill|vil|onsk\w+|vogliamo|vorremmo|precis\w+",
    "should": r"should|must|shall|has to|have to|needs to|soll\w*|muss|mussen|doit|doivent|devr\w+|debe\w*|"
    r"tienen? que|moet\w*|zou|ska|skal|maste|deve|devono|devem",
    "that": "that|which|who|der|die|das|dem|den|qui|que|che|dat|som|waarin|waardoor|waarmee|wodurch|damit|so that|"
    "zodat|sa att|sa at|slik at|pour que|para que|affinche",
    "make": r"make|makes|making|get|gets|getting|let|lets|letting|help\w*|bring\w*|turn\w*|lass\w*|mach\w*|hilft|"
    r"helfen|fait|faire|fasse|donne\w*|aide\w*|laisse\w*|hac\w+|haga\w*|ayud\w+|invit\w+|maak\w*|maken|laat|laten|"
    r"overhaal\w*|far|gor\w*|fa|faar|lader|lar|hjalp\w*|hjaelp\w*|hjelp\w*|faccia\w*|faz\w*|faca\w*|ajud\w+|leve\w*",
    "because": "because|since|as|weil|da|denn|parce|car|porque|omdat|want|eftersom|fordi|for att|perche|pois",
    "greeting": "hello|hi|dear|hallo|liebe|guten|bonjour|hola|buenas|dag|hej|hei|ciao|buongiorno|ola|sehr geehrte",
    "thanks": r"thank\w*|regards|best|danke|grusse|merci|cordialement|gracias|saludos|dank|groet\w*|tack|hilsen|takk|"
    r"grazie|obrigad\w+",
    "past": r"last year|years? ago|in 20\d\d|letztes jahr|vorjahr|l'an dernier|en 20\d\d|el ano pasado|vorig jaar|"
    r"forra aret|sidste ar|i fjor|l'anno scorso",
    "offer": r"quote|offer|proposal|angebot|devis|offre|presupuesto|oferta|offerte|tilbud|anbud|offert|preventivo|"
    r"orcamento|price|invoice|pay\w*",
}
_SAID_OF_PIECE = re.compile(
    r"(?P<relative>,\s(?:an |mit |nach |in |bei |auf |durch )?(?:der|die|das|dem|den|denen)\s|\b(?:that|which|who|qui|"
    r"que|che|dat|som|waarin|waardoor|waarmee|waarop|wodurch|womit|where|ou|donde|dove|onde|hvor|dar|die|der)\s)|"
    r"\b(?:to|so that|so|pour|afin d'?e?|para|per|om|um|damit|for att?|zodat|sa att?|slik att?|affinche)\s"
)
"""Words before what a piece does, and before what it is made for."""
_THING = (
    r"\b(?:content|something|etwas|was|quelque chose|algo|iets|nagot|noget|noe|qualcosa|seconds?|sekund\w*|secondes?|"
    r"segundos?|minut\w*)\b"
)
_CLAUSE = re.compile(r"[^.,;:()?!]*")


def aim_features(zones: Zones, units: Sequence[Unit], at: int) -> dict[str, float]:
    """The features of the sentence `units[at]`, and where it stands among the letter's others."""
    unit = units[at]
    found = dict(_words(tokens(unit.low)))
    seen = {f"f={name}" for name, pattern in _FRAMES.items() if pattern.search(unit.low)}
    seen |= set(_signs(unit.low))
    seen |= set(_clauses(unit.low))
    seen |= set(_size(unit.low))
    seen |= set(_place(zones, units, at))
    found |= dict.fromkeys(seen, _SIGN)
    found["where"] = _SIGN * at / max(1, len(units) - 1)
    label = folded(zones.wanted.text[slice(*unit.label)]) if unit.label else ""
    found |= {f"l:{word}": _SIGN for word in tokens(label)}
    return found


def _words(words: list[str]) -> Iterator[tuple[str, float]]:
    for word in set(words):
        yield f"u:{word}", _WORD
        if len(word) >= _STEM:
            yield f"u:{word[:_STEM]}*", _WORD
    for one, two in pairwise(words):
        yield f"2:{one} {two}", _PAIR
    for word in words[:2]:
        yield f"0:{word}", _WORD


def _signs(low: str) -> Iterator[str]:
    """Kinds of words that hold in every language, where words are learnt in one."""
    for name, pattern in _small_words().items():
        if pattern.search(low):
            yield f"t={name}"
    for key in _CUES:
        if cue(key).search(low):
            yield f"c={key}"
    for name, pattern in _verbs().items():
        if pattern.search(low):
            yield f"v={name}"


def _clauses(low: str) -> Iterator[str]:
    """What is told of a piece (`r`) and what it is made for (`q`): the words up to the next stop."""
    piece = _pieces().search(low)
    if piece is None:
        return
    if _small_words()["should"].match(low[piece.end() :].lstrip()):
        yield "piece_should"
    for said in _SAID_OF_PIECE.finditer(low, piece.end()):
        clause = _CLAUSE.match(low, said.end())
        words = tokens(clause[0]) if clause else []
        if len(words) < 3 or clause is None:
            continue
        side = "r" if said["relative"] else "q"
        yield from (f"{side}{sign}" for sign in _signs(clause[0]))
        yield f"{side}len={min(3, len(words) // 4)}"
        yield f"{side}near={min(3, (said.start() - piece.end()) // 20)}"
        if "#" in words:
            yield f"{side}#"


def _size(low: str) -> Iterator[str]:
    yield f"digits={min(3, len(re.findall(r'[0-9]+', low)))}"
    yield f"len={sum(len(low.split()) >= step for step in _LENGTHS)}"
    if low.rstrip().endswith("?"):
        yield "?"


def _place(zones: Zones, units: Sequence[Unit], at: int) -> Iterator[str]:
    unit = units[at]
    for name, value in (("topic", unit.topic), ("section", unit.section), ("asked", unit.asked), ("kind", unit.kind)):
        yield f"{name}={value}"
    yield f"at={min(at, 6)}"
    for name, holds in (
        ("last", at >= len(units) - 2),
        ("chat", unit.author is not None),
        ("newest", zones.unit_at(unit.start) is not None),
        ("asked_aim", at > 0 and asks_aim(units[at - 1].low)),
        ("pointed_at", at + 1 < len(units) and points_back(units[at + 1].low)),
        ("goes_on", at > 0 and units[at - 1].paragraph == unit.paragraph),
        ("goes_on_below", at + 1 < len(units) and units[at + 1].paragraph == unit.paragraph),
    ):
        if holds:
            yield name


@cache
def _small_words() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(rf"\b(?:{words})\b") for name, words in _SMALL_WORDS.items()}


@cache
def _verbs() -> dict[str, re.Pattern[str]]:
    return {
        "effect": effect(),
        "handling": handling(),
        "stem": re.compile(rf"\b(?:{stems()})"),
        "people": re.compile(rf"\b{WHO}"),
    }


@cache
def _pieces() -> re.Pattern[str]:
    """A noun for a piece, or for what stands in its place."""
    return re.compile("|".join([*(pattern.pattern for _, pattern in kind_patterns()), _THING]))
