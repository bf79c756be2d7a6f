"""How plainly a sentence says what the work is for: one weight a sentence, from every frame it holds.

"We want to" opens an aim and an order alike. The verb behind it tells them apart: what a film does to people is an
aim, what is done with a film is none, and a verb we do not know is an aim where no date, sum or length stands by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.briefs.facts.aim.frames import ABOUT, CALLED, CLOSED, DUTY, EXPLICIT, WISH, effect, handling
from copilot.briefs.facts.aim.of_others import CREW, DOING, FELT, OTHERS, SO_THAT, THEY, TO, TO_CLOSED
from copilot.briefs.facts.aim.people import THAT_THEY, THEIR_DUTY
from copilot.briefs.facts.words import cue

ENOUGH = 3.0
"""From this weight on a sentence is an aim."""

_NO_AIM = re.compile(
    r"\s?(?:(?<=[sréa]\s)an?|one|two|three|ein(?:e[nrs]?)?|zwei|drei|une?|deux|trois|una?|dos|tres|een|twee|drie|en|"
    r"ett|"
    r"et|tva|tre|to|uno|due|um|uma|dois|duas|d'une?|(?:de |di |om )(?:une?|una?|uno|een|ein\w*|um|uma))\s"
)
"""A thing is no aim: "the idea is a man who …" tells the plot, "tanken är en huvudfilm på …" the order."""
LOGISTIC = re.compile(
    r"\b(?:uiterlijk|klar|klart|fertig|af zijn|ready|delivered|livr\w+|entreg\w+|ferdig|faerdig)\b.*\d|"
    r"\d.*\b(?:af zijn|ready|klar|fertig)\b|"
    r"\b(?:fertig|ready|finished|klar|ferdig|faerdig|pret|prets|listo|listos|klaar|pronto|pronti)\b.{0,30}?\b(?:bis|"
    r"by|before|till|innan|inden|avant|antes|tegen|voor|entro)\b|"
    r"\b(?:ligga|ligge|liegen|vare|vara|dauern|dure|durer|durar|duren|last (?=\d|about|around|for|up|no|at most)|"
    r"vivra|"
    r"leven) |\b(?:vises|visas|brukes|"
    r"anvandas|bruges|anvendes|used on|shown on|run on|eingesetzt|ausgespielt|gezeigt werden|utilis\w+ (?:sur|pour)|"
    r"diffuse\w* (?:sur|a)|getoond|ingezet)\b"
)
"""When it is ready, how long it lasts and where it runs."""
MEASURED = re.compile(
    r"\d\s?(?:sec|sek|min|s\b|\"|eur|usd|gbp|chf|sek|nok|dkk|k\b|€|\$|£|x\b|:\d|/\d|%?\s?(?:film|video|clip|spot))|"
    r"[€$£]\s?\d|"
    r"\b(?:20\d\d|seconds?|sekund\w*|secondes?|segundos?|secondi|minut\w*|monday|montag|lundi|lunes)\b"
)
_SMALL = re.compile(
    r"(?:-se)?[\s,]*(?:(?:not |also |really |first |please |again |all |together |finally |then |auch |mal |gerne? |"
    r"nicht |y |et |ne "
    r"pas |aussi |surtout |enfin |donc |tambien |sobre todo |anche |tambem |ook |graag |framst |ocksa |ogsa |gerne |"
    r"sa |"
    r"inte |ikke |to |at |att |a |zu |om |te |kunna |kunne |konnen |kunnen |pouvoir |poder |poter |be able to |d'|l'|"
    r"le |la |les |lo |el )){0,3}"
)
_ITSELF = re.compile(
    r"\b(?:film|films|video|videos|spot|spots|clip|clips|series|serie|campaign|it|they|this|campagne|kampagne|il|ils|"
    r"elle|"
    r"elles|ca|cela|pieza|piezas|campana|pelicula|capsul\w+|er|es|sie|das \w+|die \w+|filmpjes?|video's|reeks|filmen|"
    r"filmer|"
    r"filmerna|filmene|kampanjen|kampagnen|serien|den|de|det|campagna|campanha|filmes?|filmo|filmato|\w*film\w*|"
    r"\w*video\w*|animation|trailer|teaser|aftermovie|message|result\w*|resultat\w*|ergebnis)(?: [\w']+){0,3},?$"
)
"""The film, right before what it has to do."""


_POINTS_BACK = re.compile(
    r"\b(?:that's (?:it, )?(?:that's )?(?:really |basically |the whole )?(?:the |our |my )?(?:only |whole |main "
    r")?(?:goal|aim|point|idea|purpose|objective|brief|job)"
    r"|(?:das|dies) (?:ist|ware) (?:das|unser|die) (?:ganze )?(?:ziel|idee|sinn)|(?:c'est|voila) (?:ca )?(?:l'|le |"
    r"notre )(?:objectif|but|idee|enjeu)"
    r"|(?:ese|eso|este) es (?:el|nuestro|la) (?:objetivo|idea|meta)|(?:dat|dit) is (?:het|ons|de) (?:doel|bedoeling|"
    r"idee)"
    r"|det (?:ar|er) (?:malet|maalet|tanken|syftet|formalet|poangen|pointen|hele ideen)|(?:questo|ecco) (?:e "
    r")?l(?:'obiettivo|o scopo)"
    r"|(?:esse|este) e o (?:nosso )?objetivo)\b[^,:;]{0,20}$"
)


def points_back(low: str) -> bool:
    """Whether a folded sentence calls the one before it the goal: "That's it, that's the goal." """
    return len(low) < 60 and _POINTS_BACK.search(low) is not None


def is_measured(low: str) -> bool:
    """Whether a folded sentence counts or measures pieces, days or money."""
    return MEASURED.search(low) is not None or FILM.search(low) is not None


def breaks_off(low: str) -> bool:
    """Whether a folded unit ends right after it has called an aim: "Doel: meer", with the rest on the next line."""
    return any(len(low) - called.end() <= 9 for called in CALLED.finditer(low))


def aim_weight(low: str) -> float:
    """The weight of the plainest frame in a folded sentence; 0 without one."""
    if LOGISTIC.search(low) and not EXPLICIT.search(low):
        return 0.0
    best = max(_weights(low), default=0.0)
    return (
        best
        - (0.5 if re.search(r"\d", low) or MEASURED.search(low) else 0.0)
        - (1.5 if low.rstrip().endswith("?") else 0.0)
        if best
        else 0.0
    )


def _weights(low: str) -> Iterator[float]:
    measured = MEASURED.search(low) is not None
    for m in CALLED.finditer(low):
        yield 10.0 if len(low) - m.end() > 9 and not LOGISTIC.search(low, m.end()) else 0.0
    for m in EXPLICIT.finditer(low):
        if not _is_thing(low, m) and not re.search(r"\bif (?:the )?$", low[: m.start() + 1]):
            verb = "unknown" if _of_somebody(low, m) else _verb(low, m.end(), closing=not _VERB_FIRST.search(m[0]))
            yield _WEIGHED[verb] if not LOGISTIC.search(low) else 0.0
    for m in ABOUT.finditer(low):
        romance = re.search(r"(?:pour|\bde|d'|\bdi|\ba|\bper)$", m[0].rstrip())
        if not _is_thing(low, m) and not (romance and not _INFINITIVE.match(low, m.end())):
            verb = "unknown" if _of_somebody(low, m) else _verb(low, m.end(), closing=not _VERB_FIRST.search(m[0]))
            yield {"effect": 9.0, "caused": 8.0, "unknown": 0.0 if measured else 7.0}.get(verb, 0.0)
    for m in OTHERS.finditer(low):
        yield 9.0 if not CREW.match(low, m.end()) else 0.0
    for m in THEY.finditer(low):
        felt = FELT.search(low, m.end(), m.end() + 120)
        film = FILM.search(low, m.start(), m.end())
        yield 7.0 if felt and not film else 0.0
    for m in WISH.finditer(low):
        loose = not measured and _opens_verb(low, m) and not ORDERED.search(low, m.end())
        yield {"effect": 6.5, "caused": 6.0, "unknown": 3.5 if loose else 0.0}.get(_verb(low, m.end()), 0.0)
    for m in DUTY.finditer(low):
        moved = _MOVED.match(low, m.end())
        if _ITSELF.search(low[max(0, m.start() - 60) : m.start()].rstrip()):
            verb = "caused" if moved and not FILM.search(moved[0]) else _verb(low, m.end())
            yield {"effect": 6.0, "caused": 6.0}.get(verb, 0.0)
    for m in CLOSED.finditer(low):
        loose = not measured and not re.search(r"soll|muss|moet", m[0]) and not ORDERED.search(low, m.end())
        yield {"effect": 6.5, "unknown": 3.5 if loose else 0.0}.get(_closing_verb(low, m.end()), 0.0)
    if THAT_THEY.search(low):
        yield 7.0 if not cue("delivery").search(low) else 0.0
    if not re.search(r"\d", low) and THEIR_DUTY.match(low) and not cue("shoot").search(low) and not FILM.search(low):
        yield 3.5
    if effect().match(low) and not FILM.search(low) and _OPENS_INFINITIVE.match(low):
        yield 4.5
    if SO_THAT.search(low):
        yield 0.0 if cue("delivery").search(low) and re.search(r"\d", low) else 5.5
    if DOING.search(low):
        yield 4.5
    if any(_verb(low, m.end()) in ("effect", "caused") for m in TO.finditer(low)):
        yield 4.0
    if any(_closing_verb(low, m.end()) == "effect" for m in TO_CLOSED.finditer(low)):
        yield 4.0


_OPENS_INFINITIVE = re.compile(r"\w+(?:ar|er|ir|re|are|ere|ire|eindre|dre)\b|\w+(?:-l[oae]s?)\b")
"""Romance infinitives that open a sentence: "Donner envie aux jeunes …", "Aumentar as dormidas"."""
_WEIGHED = {"effect": 10.0, "caused": 9.5, "unknown": 9.0, "handling": 0.0}
FILM = re.compile(
    r"\b(?:\w*films?|\w*filme[nr]?|\w*videos?|\w*video's|\w*spots?|\w*clips?|\w*dreh\w*|\w*shoot\w*|edits?|files?|"
    r"dateien|fichiers|archivos|bestanden|filer|"
    r"delivery|lieferung|tournage|rodaje|budget|offers?|angebote?|tenders?|bidders?|bieter\w*)\b"
)
ORDERED = re.compile(
    r"\b(?:\w*films?|\w*filme[nr]?|\w*videos?|\w*video's|\w*spots?|\w*clips?|filmpjes?|portret\w*|portrat\w*|dreh\w*|"
    r"two|three|four|five|six|zwei|drei|vier|funf|sechs|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|twee|drie|vijf|"
    r"zes|tva|tre|fyra|fem|to|fire|seks|due|quattro|cinque|quote|quotes|offer|offre|offerta|oferta|offert|offerte|"
    r"angebot|tilbud|anbud|"
    r"devis|presupuesto|preventivo|orcamento|price|preis|prix|precio|prijs|pris|prezzo|preco|footage|material|files?|"
    r"shoot|budget|proposal|call|meeting|"
    r"appointment|termin|you|ihnen|euch|vous|usted\w*|vosotros|jullie|dere|er|jer|with this|it all|date|dates)\b"
)
"""What is ordered, or you: a wish about them is no aim."""
_INFINITIVE = re.compile(r"[\s,]*(?:ne pas |no |non |nao |inte |ikke )?(?:\w{2,}(?:er|ir|re|ar|oir)\b|s'\w+|se \w+r\b)")
_NORDIC = re.compile(r"vi\b|\w+ vi\b")


def _is_thing(low: str, frame: re.Match[str]) -> bool:
    """Whether a thing follows a frame: "the idea is a man who …"; behind "that" and "que" it is somebody who acts."""
    says = re.search(r"\b(?:that|dass|que|che|dat|att?)$|qu'$", frame[0].rstrip())
    return says is None and _NO_AIM.match(low, frame.end()) is not None


_THAT_OTHERS = re.compile(
    r"[\s,]*(?:that|dass|dat) (?!(?:we|you|it|i|wir|sie|ihr|es|man|jullie|u|je|het|(?:the|der|das|die|de) \w*(?:film|"
    r"video|spot|clip|dreh|shoot)\w*)\b)"
)


def _of_somebody(low: str, frame: re.Match[str]) -> bool:
    """Whether what others do follows a frame: "the hope is that donors stay", "dass die Leute wieder kommen"."""
    said = re.search(r"\b(?:that|dat|dass)$", frame[0])
    return _THAT_OTHERS.match(low, frame.end() - len(said[0]) if said else frame.end()) is not None


def _opens_verb(low: str, frame: re.Match[str]) -> bool:
    """Whether a verb that we do not know may follow a wish: an infinitive by its mark or its ending."""
    if re.search(r"\b(?:to|att?|a|de|di)$", frame[0].rstrip()):
        return True
    if _NORDIC.match(frame[0]):
        return re.match(r" (?!ha\b|en\b|et\b|ett\b)\w{3,}[ae]\b", low[frame.end() :]) is not None
    return _INFINITIVE.match(low, frame.end()) is not None


_MOVED = re.compile(
    r" (?:(?:make|let|get|faire|hacer|machen|fare|fazer|maken) (?:the|our|les|nos|la|il|i|le|os|as|a los|de|onze) "
    r"[\w'-]+ [\w'-]+ \w+"
    r"|(?:fa|gora|gore|gjore|have|la|lade|lata) (?:[\w'-]+ ){1,4}?(?:til )?(?:att?|a) )"
)
"""The film moves somebody: "make the room raise", "få de unge til at tage"."""
_CAUSED = re.compile(
    r"[\s,]*(?:make|have|let|get|give|faire|hacer|machen|lassen|fare|far|fazer|maken|laten|gora|gore|gjore|lata|lade|"
    r"put|leave)\s"
    r"(?:(?:it|us|this|them) (?:the|an?|part of) [\w'-]+ (?:people|that|who|everyone|of|for)\b|"
    r"(?!(?:an?|one|the|it|its|this|them|these|that|those|some|any|every\w*|all|more|our|your|sure|us|you|two|three|"
    r"up|in|on|un|une|le|la|les|el|los|las|un[oa]|il|"
    r"het|de|een|en|ett|et|den|det|der|die|das|ein\w*|dat|to|use|fun|full|final|good|jer|dere|deg|dig|er|euch|sie|"
    r"ihnen|vous|te|os|jullie|je|u|filmed|made|done|shot|\w*films?|\w*videos?|access|enough|\d+|lavet|laget|gjort)\b|"
    r"\d)"
    r"[\w'-]+ (?:[\w'-]+ ){0,5}?(?:[\w'-]+))"
)
"""Verbs that let others do or feel something: "make parents trust", "have folk til at", "göra ombuden stolta"."""


_VERB_FIRST = re.compile(r"\b(?:to|att?|a|de|di|que|che)\s*$")
"""Behind these the verb comes at once; a German or Dutch clause closes with it."""


def _verb(low: str, at: int, *, closing: bool = True) -> str:
    """What kind of verb stands at `at`, behind small words; in German and Dutch it closes the clause."""
    small = _SMALL.match(low, at)
    starts = {at, small.end() if small else at, at + len(low[at:]) - len(low[at:].lstrip())}
    done = max((m.end() - m.start() for s in starts if (m := handling().match(low, s))), default=0)
    told = max((m.end() - m.start() for s in starts if (m := effect().match(low, s))), default=0)
    caused = any(m and not FILM.search(m[0]) for m in (_CAUSED.match(low, start) for start in starts))
    if told or done:
        return "effect" if told >= done else "caused" if caused else "handling"
    if caused:
        return "caused"
    return _closing_verb(low, at) if closing and _VERB_LAST.match(low, at) else "unknown"


_VERB_LAST = re.compile(r"[^.;!?]*?\b(?:dass|zu|die|der|das|den|te|het|dat|een|mehr|junge|jonge|meer|ons|unser\w*)\b")


_AFTERTHOUGHT = re.compile(r" (?:voor|in|op|bij|van|aan|met|naar|uit|door|als|dan|fur|auf|mit|bei|aus|zum|zur)\b")
_SHOWING = re.compile(
    r"\b(?:den|die|das|het|de|ihn|hem) (?:\w+ )?\w*(?:film|video|spot|clip)\w*\b.*\b(?:zeigen|tonen|"
    r"laten zien|vorstellen|prasentieren)$"
)


def _closing_verb(low: str, at: int) -> str:
    """The kind of the verb that closes a German or Dutch clause opened at `at`."""
    clause = re.compile(r"[^.;:!?]*").match(low, at)
    said = clause[0][:260] if clause else ""
    parts = [part for part in re.split(r",|\s-\s|\b(?:und|en|waarom|hoe|wat|waar|wie|om|dat)\b", said) if part.strip()]
    found = "unknown"
    for part in parts:
        tail = part.rstrip()
        told = [m for m in effect().finditer(tail) if m.end() >= len(tail) - 14 or _AFTERTHOUGHT.match(tail, m.end())]
        if told and _SHOWING.search(tail):
            return "handling"
        done = [m for m in handling().finditer(tail) if m.end() == len(tail)]
        if told:
            return "effect"
        if done and found == "unknown":
            found = "handling"
    closes = any(re.search(r"(?:\w{2,}en|zijn|sein|tun)\W*$", part) for part in parts)
    return found if closes and not cue("delivery").search(said) else "handling"
