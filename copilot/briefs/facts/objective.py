"""What the work is for (one thought), how many rounds of changes, and where it is shot."""

from __future__ import annotations

import re

from copilot.briefs.facts.lines import Unit
from copilot.briefs.facts.reading import Findings, Read
from copilot.briefs.facts.words import cue
from copilot.briefs.facts.zones import Zones
from copilot.briefs.grammar.numbers import find_numbers

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


_ONE_ROUND = re.compile(
    r"\b(?:an?|one|single|une?|seule?|eine[rn]?|una?|uno|een|en|ett|et|um|uma|solo)\s+(?:single |only |seule? |"
    r"einzige |sola |enkele )?(?:round|revision|korrekturschleife|korrekturrunde|feedbackrunde|feedbackschleife|"
    r"ronda|vuelta|tour de|aller-retour|serie de|"
    r"feedbackronde|correctieronde|ronde|runda|korrvanda|korrekturrunda|runde|rettelsesrunde|korrekturrunde|"
    r"revisione|giro)\b|\b(?:comment|feedback|review|amend)\w*(?: only)? twice\b"
)


def read_revisions(zones: Zones, language: str, findings: Findings) -> Read[int | None]:
    """How many rounds of changes the price must hold."""
    found: list[tuple[int, Unit, int, int]] = []
    for unit in zones.units:
        labelled = unit.topic == "revisions" or unit.section == "revisions"
        spoken = list(cue("revision").finditer(unit.low))
        if not labelled and (not spoken or (unit.topic in ("contact", "pitch", "aside") or unit.section == "aside")):
            continue
        single = _ONE_ROUND.search(unit.low)
        if single:
            found.append(
                (2 if "twice" in single[0] else 1, unit, unit.start + single.start(), unit.start + single.end())
            )
            continue
        for number in find_numbers(unit.text, language):
            if number.value != int(number.value) or not 0 < number.value <= 12:
                continue
            gap = min((m.start() - number.end for m in spoken if 0 <= m.start() - number.end <= 28), default=None)
            if gap is not None and re.search(
                r"\b(?:day|week|tag|jour|dia|dag|hour|hours|days|working|%|film|films|people|person)\b",
                unit.low[number.end : number.end + gap],
            ):
                gap = None
            after = any(0 <= number.start - m.end() <= 4 for m in spoken)
            if gap is not None or (labelled and (len(unit.text) < 40 or after)) or (unit.asked == "revisions"):
                found.append((int(number.value), unit, unit.start + number.start, unit.start + number.end))
                break
    if not found:
        return Read(None)
    values = {v for v, *_ in found}
    if len(values) > 1:
        corrected = [f for f in found[1:] if cue("correction").search(f[1].low)]
        if corrected:
            found = corrected[-1:]
        else:
            quotes = tuple(zones.wanted.quote(u.start, u.end) for _, u, _, _ in found[:2])
            findings.contradiction(
                "revision rounds",
                f"How many rounds of changes should we include, {found[0][0]} or {found[1][0]}?",
                "revision_rounds",
                quotes,
            )
            found = [min(found, key=lambda f: f[0])]
    value, unit, *_ = found[0]
    return Read(value, (zones.wanted.quote(unit.start, unit.end),))
