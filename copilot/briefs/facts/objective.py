"""What the work is for: one thought, as the brief says it."""

from __future__ import annotations

import re

from copilot.briefs.facts.lines import Unit
from copilot.briefs.facts.reading import Read
from copilot.briefs.facts.words import cue
from copilot.briefs.facts.zones import Zones

_MATTER = frozenset(
    (
        "budget",
        "delivery",
        "shoot",
        "usage",
        "contact",
        "client",
        "title",
        "revisions",
        "languages",
        "locations",
        "pitch",
        "aside",
        "ratios",
        "territory",
        "term",
        "agency",
    )
)
_EXPLICIT = re.compile(
    r"\b(?:(?:the |our |main |key |its |primary )?(?:aim|goal|objective|purpose|idea|point|task|job)s?(?: (?:of "
    r"(?:the|this) [\w ]{2,30}|here|for (?:the|this) [\w ]{2,20}))?,? (?:is|are|being)(?: simply| just)?(?: to| "
    r"that)?|"
    r"(?:das |unser |unsere |die )?(?:ziel|absicht|idee|zweck|aufgabe)(?: (?:des|der|von|ist|dabei|dahinter)[\w "
    r"]{0,25}?)? ist(?: es)?,?|ziel:|(?:es geht (?:uns )?)?darum,|"
    r"(?:l'|notre |son )?(?:objectif|but|idee|enjeu)(?: (?:du|de la|de ce|des)[\w ]{0,25})? ?(?:est|:)(?: de| d'| "
    r"que)?|(?:il s'agit|l'idee,? c'est) (?:de|d')|"
    r"(?:el |nuestro |la )?(?:objetivo|meta|finalidad|idea|proposito)(?: (?:del|de la|de este)[\w ]{0,25})? es(?: "
    r"que)?|"
    r"(?:het |ons )?(?:doel|idee|bedoeling)(?: van [\w ]{0,25})? is(?: om| dat)?|"
    r"(?:vart |vort |varat )?(?:syftet|malet|tanken|formalet|ideen|iden|hensikten|maalet)(?: (?:med|er med)[\w "
    r"]{0,25})? (?:ar|er)(?: att| at| a)?|"
    r"(?:l'obiettivo|lo scopo|l'idea)(?: (?:del|di)[\w ]{0,20})? e(?:'| di)?|o objetivo(?: [\w ]{0,20})? e|a ideia e|"
    r"(?:is|are) (?:meant|intended|supposed|designed) to|(?:film|films|video|videos|spot|series|it|they|"
    r"campaign)(?: \w+)? (?:should|must|needs? to) (?:show|make|get|help|convince|explain|introduce|encourage|"
    r"persuade|tell|bring|inspire|attract|recruit)|"
    r"(?:film|filme|filmen|video|videos|spot|spots|er|sie|kampagne|serie) (?:soll|sollen)|(?:film|films|video|"
    r"videos|il|ils|campagne|spot) (?:doit|doivent|devra|devront)|"
    r"(?:video|videos|pieza|spot|campana|pelicula) (?:debe|deben|tiene que)|(?:film|films|video|video's|campagne|"
    r"filmpjes?) (?:moet|moeten)|"
    r"(?:film|filmen|filmer|filmerna|filmene|kampanjen|kampagnen|den) (?:ska|skal)|"
    r"what we want is (?:for|to)|we (?:want|need|would like|hope) (?:people|viewers|customers|them|everyone|our "
    r"\w+|more \w+|young \w+|to (?:persuade|convince|show|make|get|encourage|attract|recruit|raise|explain|"
    r"introduce|reach|inspire|win|increase|drive|promote|help))|"
    r"wir (?:wollen|mochten)(?: \w+){0,6} (?:zeigen|gewinnen|uberzeugen|erreichen|machen|erklaren|ansprechen|"
    r"begeistern)|afin (?:de|d'|que)|zodat|damit)"
)
_TO_SAY = re.compile(
    r"\b(?:to|and want to|wants? to|want to|like to) (?:teach|show|welcome|explain|recruit|introduce|promote|"
    r"persuade|convince|encourage|celebrate|announce|help \w+|attract|inspire|thank|invite (?!you|tender|compan|"
    r"bids|quot)|say|tell|launch|train|"
    r"remind|present|raise awareness|get (?:people|more|young))\b|"
    r"\b(?:para|quiere|quer|queremos|queren\w+|a fin de)(?: que)? (?:explicar|atraer|mostrar|ensenar|dar a "
    r"conocer|invitar|captar|promocionar|promover|animar|presentar|contar|convencer|celebrar|concienciar|ensinar|"
    r"convidar)|"
    r"\b(?:pour|afin de|souhait\w+|voul\w+) (?:donner envie|montrer|expliquer|faire (?:connaitre|decouvrir|aimer)|"
    r"recruter|presenter|promouvoir|sensibiliser|convaincre|attirer|inciter|valoriser|raconter|inviter|remercier)|"
    r"\b(?:per|vorremmo|vogliamo) (?:raccontare|mostrare|spiegare|far conoscere|promuovere|invitare|convincere|"
    r"presentare|attirare|invogliare)|"
    r"\b(?:om|waarin we|waarmee we|willen)\b[^.]{0,50}\b(?:laten zien|te laten zien|uit te leggen|uitleggen|te "
    r"werven|overtuigen|bekend te maken|vertellen|te tonen)|"
    r"\b(?:um|die|der|das)\b[^.]{0,80}\b(?:zu zeigen|zeigt|zeigen|zu erklaren|erklart|erklaren|zu gewinnen|"
    r"vorzustellen|zu uberzeugen|bekannt zu machen|bewerben)|"
    r"\b(?:for att|for at|for a|vill|vil|onskar|onsker a|onsker at)\b[^.]{0,20}\b(?:visa|vise|forklara|forklare|"
    r"rekrytera|rekruttere|locka|lokke|inspirera|inspirere|beratta|fortelle|fortaelle|presentera|presentere|"
    r"overtyga|overbevise|fa flere|fa fler)"
)
_PURPOSE = re.compile(
    r"\b(?:(?:film|video|spot|clip|series|films|videos|clips|trailer)\b[^.]{0,60}?\b(?:that|which) (?:makes?|"
    r"shows?|explains?|helps?|gets?|persuades?|encourages?|convinces?|introduces?|tells?)|\w[\w ]+ (?:wants?|"
    r"would like) [\w ]+ to (?:believe|know|see|feel|understand))\b"
)


def read_objective(zones: Zones) -> Read[str | None]:
    """The sentence that says what the work is for, with its quote; a labelled one first, then the clearest sentence."""
    labelled = [
        u
        for u in zones.units
        if u.topic == "objective" and u.kind == "field" and len(u.text) > 9 and not cue("open").fullmatch(u.low)
    ]
    if labelled:
        return _spanned(zones, [u for u in labelled if u.label == labelled[0].label])
    section = [u for u in zones.units if u.section == "objective" and u.kind != "heading"]
    if section:
        return _spanned(zones, section[:1])
    return next(filter(None, (_spoken(zones, pattern) for pattern in (_EXPLICIT, _PURPOSE, _TO_SAY))), Read(None))


_SHOWN = re.compile(
    r"\b(?:uiterlijk|klar|klart|fertig|af zijn|ready|delivered|livr\w+|entreg\w+|ferdig|faerdig)\b.*\d|"
    r"\d.*\b(?:af zijn|ready|klar|fertig)\b|"
    r"\b(?:vises|visas|brukes|anvandas|bruges|anvendes|used on|shown on|run on|eingesetzt|ausgespielt|gezeigt "
    r"werden|utilis\w+ (?:sur|pour)|"
    r"diffuse\w* (?:sur|a)|getoond|ingezet)\b"
)


def _spoken(zones: Zones, pattern: re.Pattern[str]) -> Read[str | None] | None:
    """The first sentence of the message that says its purpose in a way the pattern knows."""
    for unit in zones.units:
        if unit.topic or unit.subject in _MATTER or unit.kind in ("heading", "cell"):
            continue
        m = None if _SHOWN.search(unit.low) else pattern.search(unit.low)
        if m and re.search(r"\bif (?:the )?$", unit.low[: m.start() + 1]):
            continue
        if m and len(unit.text) >= 25 and not unit.text.rstrip().endswith("?"):
            return Read(_thought(unit), (zones.wanted.quote(unit.start, unit.end),))
    return None


def _spanned(zones: Zones, units: list[Unit]) -> Read[str | None]:
    start, end = units[0].start, units[-1].end
    return Read(" ".join(zones.wanted.text[start:end].split()).rstrip(" ."), (zones.wanted.quote(start, end),))


def _thought(unit: Unit) -> str:
    return " ".join(unit.text.split()).rstrip(" .")
