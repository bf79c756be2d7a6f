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
    r"(?:the|this) [\w ]{2,30}|here|behind (?:it|this|that|all this)|for (?:the|this) [\w ]{2,20}))?,? (?:is|are|"
    r"being)(?: simply| just)?(?: to| "
    r"that)?|"
    r"(?:das |unser |unsere |die )?(?:ziel|absicht|idee|zweck|aufgabe)(?: (?:des|der|von|ist|dabei|dahinter)[\w "
    r"]{0,25}?)? ist(?: es)?,?|ziel:|(?:es geht (?:uns )?)?darum,|"
    r"(?:l'|notre |son )?(?:objectif|but|idee|enjeu)(?: (?:du|de la|de ce|des)[\w ]{0,25})? ?(?:est|:)(?: de| d'| "
    r"que)?|(?:il s'agit|(?:l'idee|le but|l'objectif),? c'est) (?:de|d'|que?|qu')|"
    r"(?:el |nuestro |la )?(?:objetivo|meta|finalidad|idea|proposito)(?: (?:del|de la|de este)[\w ]{0,25})? es(?: "
    r"que)?|"
    r"(?:het |ons )?(?:doel|idee|bedoeling)(?: van [\w ]{0,25})? is(?: om| dat)?|"
    r"(?:vart |vort |varat )?(?:syftet|malet|tanken|formalet|ideen|iden|hensikten|maalet)(?: (?:med|er med)[\w "
    r"]{0,25})? (?:ar|er)(?: att| at| a)?|"
    r"(?:l'obiettivo|lo scopo|l'idea)(?: (?:del|di)[\w ]{0,20})? e(?:'| di)?|o objetivo(?: [\w ]{0,20})? e|a ideia e|"
    r"with the (?:goal|aim|purpose|intention) of|(?:mit dem|mit der) (?:ziel|absicht|zweck)|(?:dans le but|"
    r"avec l'objectif|en vue) d|"
    r"con (?:el fin|el objetivo|la finalidad|l'obiettivo|lo scopo) d|com o objetivo d|met (?:als doel|het doel)|"
    r"i syfte att|"
    r"med (?:det )?(?:formal|malet|sigte pa)\w* (?:om )?a|destinad[oa]s? a (?:captar|atraer|informar|dar|promover|"
    r"fomentar)|aimed at)"
)
_SHOULD = re.compile(
    r"\b(?:(?:is|are) (?:meant|intended|supposed|designed) to|(?:film|films|video|videos|spot|series|it|they|"
    r"campaign)(?: \w+)? (?:should|must|needs? to) (?:show|make|get|help|convince|explain|introduce|encourage|"
    r"persuade|tell|bring|inspire|attract|recruit|motivate|invite|remind|teach|raise|reach|win)|"
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
_THAT_THEY = re.compile(
    r"\b(?:we want (?!you\b|it\b|the (?:film|video|spot)|this|that|them\b|to\b|a\b|an\b|one|two|three|four|five|six|"
    r"some|everything)"
    r"[\w'-]+(?: [\w'-]+){0,4} to (?!be\b)|(?:wir (?:wollen|mochten|wunschen uns|hoffen)|"
    r"unser wunsch ist),? dass (?!ihr|sie\b|der film|das video|die filme)|"
    r"(?:on|nous) (?:veut|voulons|voudrait|voudrions|souhaite|souhaitons|aimerait) que (?!vous|le film|la video|"
    r"les films|tout)|"
    r"(?:queremos|quisieramos|nos gustaria) que (?!el video|los videos|la pieza|o filme|o video|os filmes|tudo|todo|"
    r"nos |usted|voces)|"
    r"(?:we|wij) (?:willen|hopen) (?:graag )?dat (?!jullie|de film|het)|(?:vogliamo|vorremmo) che (?!il video|"
    r"il film|"
    r"voi)|"
    r"vi (?:vill|vil|hoppas|haber|haper|onskar|onsker)(?: gerne?)?(?: ha)?,? att? (?!ni\b|i\b|dere|filmen|filmerna|"
    r"filmene)|"
    r"(?:on veut|nous voulons|we want to|wir wollen|queremos|we willen|vogliamo|vi vill|"
    r"vi vil) (?:[\w'-]+ ){0,4}?(?:remplir|fill|fullen|llenar|vullen|"
    r"riempire|encher|fylla|fylde|fylle|vendre|sell|verkaufen|vender|verkopen|vendere|salja|saelge|selge)|"
    r"so (?:that )?(?:they|people|everyone|everybody|more \w+|our \w+|nobody|kids|children|parents|customers|"
    r"patients|"
    r"visitors)\b|"
    r"para que (?:los|las|la gente|mas|nuestr\w+|os|as|mais|todos|nadie)|pour que (?:les|nos|plus|tout le monde|"
    r"chacun)|"
    r"affinche|perche (?:i|le|gli|la gente) \w+no|sa att (?:fler|folk|alla)|slik at|sadan at)"
)
"""What others are to do then: "we want under-30s to come to us", "so that more girls sign up"."""
_TO_SAY = re.compile(
    r"\b(?:to|and want to|wants? to|want to|like to) (?:teach|show|welcome|explain|recruit|introduce|promote|"
    r"persuade|convince|encourage|celebrate|announce|help \w+|attract|inspire|thank|invite (?!you|tender|compan|"
    r"bids|quot)|say|tell|launch|train|"
    r"remind|present|raise awareness|motivate|win over|draw|get (?:people|more|young)|bring (?:\w+ ){1,3}(?:in|to|"
    r"back|into|along|round)|"
    r"reach (?:more|new|young))\b|\b(?:showing|teaching|telling|explaining to|encouraging|inviting|"
    r"persuading) [\w' -]{3,40} (?:to|how|why|what|that|where)\b|"
    r"\b(?:para|quiere|quer|queremos|queren\w+|a fin de)(?: que)? (?:explicar|atraer|mostrar|ensenar|dar a "
    r"conocer|invitar|captar|promocionar|promover|animar|presentar|contar|convencer|celebrar|concienciar|ensinar|"
    r"convidar)|"
    r"\b(?:pour|afin de|souhait\w+|voul\w+) (?:donner envie|montrer|expliquer|faire (?:connaitre|decouvrir|aimer)|"
    r"recruter|presenter|promouvoir|sensibiliser|convaincre|attirer|inciter|valoriser|raconter|inviter|remercier)|"
    r"\b(?:per|vorremmo|vogliamo) (?:raccontare|mostrare|spiegare|far conoscere|promuovere|invitare|convincere|"
    r"presentare|attirare|invogliare)|"
    r"\b(?:om|waarin we|waarmee we|willen)\b[^.]{0,50}\b(?:laten zien|te laten zien|uit te leggen|uitleggen|te "
    r"werven|overtuigen|bekend te maken|vertellen|te tonen|te lokken|te verleiden|te trekken|te halen|te krijgen)|"
    r"\b(?:um|die|der|das)\b[^.]{0,80}\b(?:zu zeigen|zeigt|zeigen|zu erklaren|erklart|erklaren|zu gewinnen|"
    r"vorzustellen|zu uberzeugen|bekannt zu machen|bewerben|zu begeistern|anzulocken|zu locken|zu werben|"
    r"anzusprechen)|"
    r"\b(?:for att|for at|for a|vill|vil|onskar|onsker a|onsker at)\b[^.]{0,20}\b(?:visa|vise|forklara|forklare|"
    r"rekrytera|rekruttere|locka|lokke|inspirera|inspirere|beratta|fortelle|fortaelle|presentera|presentere|"
    r"overtyga|overbevise|fa flere|fa fler|fa folk|fa unga|fa unge|vacka|vekke)"
)
_PURPOSE = re.compile(
    r"\b(?:(?:film|video|spot|clip|series|films|videos|clips|trailer)\b[^.]{0,60}?\b(?:that|which) (?:makes?|"
    r"shows?|explains?|helps?|gets?|persuades?|encourages?|convinces?|introduces?|tells?)|\w[\w ]+ (?:wants?|"
    r"would like) [\w ]+ to (?:believe|know|see|feel|understand))\b|"
    r"\b(?:films?|videos?|spots?|clips?|courts?|series?)\b[^.;]{0,60}?\bqui (?:donne(?:nt)? envie|montre(?:nt)?|"
    r"explique(?:nt)?|raconte(?:nt)?|"
    r"presente(?:nt)?|fasse\w*|invite(?:nt)?)\b|"
    r"\b(?:films?|videos?|spots?|piezas?|clips?)\b[^.;]{0,60}?\bque (?:anim[ea]n?|muestren?|expliquen?|inviten?|"
    r"den? ganas|mostrem?|"
    r"convidem?|expliquem?|convenzan?)\b|\b(?:film|video|spot|clip)\b[^.;]{0,60}?\bche (?:inviti(?:no)?|"
    r"mostri(?:no)?|"
    r"spieghi(?:no)?|faccia(?:no)?|racconti(?:no)?)\b"
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
        wished = [u for u in section if any(p.search(u.low) for p in (_WISHED, _EXPLICIT, _TO_SAY))]
        return _spanned(zones, (wished or section)[:1])
    patterns = (_EXPLICIT, _THAT_THEY, _SHOULD, _PURPOSE, _TO_SAY)
    return next(filter(None, (_spoken(zones, pattern) for pattern in patterns)), Read(None))


_WISHED = re.compile(
    r"\b(?:wants?|should|must|aims?|will|wollen|mochte\w*|soll\w*|ziel|veut|souhait\w+|doi\w+|quiere\w*|debe\w*|wil|"
    r"willen|moet\w*|vill|vil|"
    r"ska|skal|vuole|deve|devono|quer\w*|pretende\w*)\b"
)
"""A section on occasion and aim tells the occasion first; what is wished for is the aim."""

_NO_AIM = re.compile(
    r"\s?(?:(?<=is\s)an?|one|two|three|ein(?:e[nrs]?)?|zwei|drei|une?|deux|trois|una?|dos|tres|een|twee|drie|en|ett|"
    r"et|tva|tre|to|"
    r"uno|due|um|uma|dois|duas)\s"
)
"""A thing is no aim: "the idea is a man who …" tells the plot, "tanken är en huvudfilm på …" the order."""
_SHOWN = re.compile(
    r"\b(?:uiterlijk|klar|klart|fertig|af zijn|ready|delivered|livr\w+|entreg\w+|ferdig|faerdig)\b.*\d|"
    r"\d.*\b(?:af zijn|ready|klar|fertig)\b|"
    r"\b(?:fertig|ready|finished|klar|ferdig|faerdig|pret|prets|listo|listos|klaar|pronto|pronti)\b.{0,30}?\b(?:bis|"
    r"by|before|till|"
    r"innan|inden|avant|antes|tegen|voor|entro)\b|"
    r"\b(?:ligga|ligge|liegen|vare|vara|dauern|dure|durer|durar|duren|last|vivra|leven) |\b(?:vises|visas|brukes|"
    r"anvandas|bruges|anvendes|used on|shown on|run on|eingesetzt|ausgespielt|gezeigt "
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
        if m and pattern is _EXPLICIT and _NO_AIM.match(unit.low, m.end()):
            continue
        if m and len(unit.text) >= 25 and not unit.text.rstrip().endswith("?"):
            return Read(_thought(unit), (zones.wanted.quote(unit.start, unit.end),))
    return None


def _spanned(zones: Zones, units: list[Unit]) -> Read[str | None]:
    start, end = units[0].start, units[-1].end
    return Read(" ".join(zones.wanted.text[start:end].split()).rstrip(" ."), (zones.wanted.quote(start, end),))


def _thought(unit: Unit) -> str:
    return " ".join(unit.text.split()).rstrip(" .")
