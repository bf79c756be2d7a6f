"""The frames in which briefs say what the work is for, in ten languages, on folded text.

A frame ends where the verb of the aim begins, or (German, Dutch) opens the clause that the verb closes. What the verb
says decides: "we want to film in May" handles the film, "we want to fill the hall" is what the film is for.
"""

from __future__ import annotations

import re
from functools import cache

from copilot.briefs.facts.words import forms, names

_OF = r"(?: [^\s.;:!?]+){0,8}? ?"
"""Whose aim it is: "the goal of this first film for the museum is …"."""
_JUST = (
    r"(?:,? (?:simply|just|really|basically|mainly|clearly|above all|einfach|vor allem|nur|schlicht|simplement|"
    r"avant "
)
_JUST += (
    r"tout|surtout|bien|sobre todo|simplemente|vooral|gewoon|framst|bara|forst og fremst|bare|soprattutto|"
    r"apenas))?"
)

EXPLICIT = re.compile(
    r"\b(?:(?:aim|goal|objective|purpose|idea|point|task|job|scope|intent|intention|hope|ambition|mission|dream|"
    r"challenge|brief|wish)s?"
    rf"{_OF}\b(?:is|are|was|would be|being|here's|='s){_JUST},? (?:to|that|about|for \w+(?: \w+)? to)\b"
    r"|(?:aim|goal|point|purpose|objective|idea) (?:is|being) (?=(?:nobody|no one|everyone|everybody|people|more|"
    r"fewer|our|"
    r"patients|visitors|kids|parents|customers|they)\b)"
    r"|what (?:we|i|they) (?:really |actually )?(?:want|need|hope for|would like|'d like) is (?:for|that)\b"
    r"|(?:the (?:main|most important|important) thing|what (?:matters|counts)(?: \w+)?) is (?:to|that)\b"
    r"|l'(?:important|essentiel) (?:est|c'est) (?:de |d'|que |qu')|lo (?:mas )?importante es(?: que)?\b|l'importante "
    r"e(?: che)?\b"
    r"|o (?:mais )?importante e\b(?: que)?|(?:das wichtigste|wichtig) ist(?: uns)?,?|(?:het belangrijkste|"
    r"belangrijk) "
    r"is(?: om| dat)\b"
    r"|det (?:viktig\w*|vigtig\w*) (?:ar|er) (?:att?|a)\b"
    r"|(?:aim|goal|point|idea|hope|purpose|objective|mission)s?\b[ ,:–-]{1,3}(?:is |here )?(?:to|that|get|getting|"
    r"more)\b"
    r"|with the (?:goal|aim|purpose|intention|hope|idea) (?:of|that|to)\b|in (?:order|a bid) to\b|"
    r"in the hope (?:that|"
    r"of)\b"
    r"|(?:is|are) (?:meant|intended|supposed|designed|there|aimed|aiming) (?:to|at)\b|aims? (?:to|at)\b|aimed at\b"
    r"|(?:ziel|absicht|idee|zweck|aufgabe|anliegen|wunsch|hoffnung|anspruch|hintergedanke)e?"
    rf"{_OF}\b(?:ist|war|ware|lautet|sind)\b(?: es)?{_JUST},?"
    r"|mit de[mr] (?:ziel|absicht|zweck|wunsch|idee|hoffnung)\b,?|(?:zum|das) ziel\b,|im kern geht es\b"
    r"|(?:dient|dienen) (?:dazu|dem zweck|der)\b,?|(?:zielt|zielen) darauf(?: ab)?\b,?"
    r"|(?:objectif|but|idee|enjeu|ambition|finalite|intention|souhait|envie|defi|mission|vocation)s?"
    rf"{_OF}\b(?:est|c'est|serait|etant|reste|sera|sont){_JUST},? ?(?:de |d'|que |qu'|a )"
    r"|dans le but d|(?:avec|pour) (?:l'|comme )?(?:objectif|but|ambition|idee)s? (?:principal )?(?:de |d')|"
    r"en vue de\b"
    r"|dans l'(?:optique|idee|espoir) (?:de|d'|que)|(?:vise|visent|visant|vise-t-on) (?:surtout )?a\b"
    r"|(?:ont?|ayant) (?:pour|comme) (?:objectif|but|vocation|ambition|objet|mission) (?:de |d')|histoire (?:de|d'|"
    r"que)\b"
    r"|(?:objetivo|meta|finalidad|idea|proposito|intencion|gracia|reto|mision|fin)s?"
    rf"{_OF}\b(?:es|seria|sera|son){_JUST}(?: que)?\b"
    r"|con (?:el|la) (?:fin|objetivo|objeto|finalidad|idea|intencion|proposito) de\b|al? (?:fin|objeto|efecto)s? de\b"
    r"|(?:tiene|tienen) (?:por|como) (?:objeto|objetivo|finalidad|fin)\b"
    r"|(?:doel|doelstelling|idee|bedoeling|wens|opzet|insteek|ambitie|streven)"
    rf"{_OF}\bis\b(?: het)?{_JUST},?(?: om| dat)?\b"
    r"|met (?:als|het|de) (?:doel|bedoeling|oog op|idee|opzet)\b|(?:is|zijn) (?:bedoeld|bestemd) om\b|beoogt\b|"
    r"beogen\b"
    r"|(?:heeft|hebben) (?:als|tot) doel\b"
    r"|(?:syfte|mal|maal|formal|hensikt|tanke|ide|mening|ambition|onskan|onske|poang|pointe|poeng|hensigt|hap|hab|"
    r"uppdrag)"
    rf"(?:en|et|t|n|ne|ene)?{_OF}\b(?:ar|er|var|blir)\b(?: jo)?{_JUST},? (?:att?|a)\b"
    r"|i syfte att\b|med (?:det )?(?:formal|mal|malet|sikte|sigte|henblik|hensikt|syfte)\w*(?: pa| om)? (?:att?|a)\b"
    r"|(?:syftar|siktar|sikter|sigter|tar sikte) (?:till|pa|mot) (?:att?|a)\b|(?:destinad[oa]s?|destinee?s?|"
    r"destinat[oi]|destinat[ae]) a\b"
    r"|(?:obiettivo|scopo|idea|finalita|intento|fine|intenzione|desiderio|senso|sfida)"
    rf"{_OF}\b(?:e'?|sarebbe|era|resta) ?{_JUST},? ?(?:quell[oa] )?(?:(?:di|che|far)\b|(?=\w+re\b))"
    r"|(?:allo scopo|al fine|con l'(?:obiettivo|idea|intento)|con lo scopo|nell'ottica) di\b"
    r"|(?:mira|mirano|punta|punti?amo|volt[oai]) a\b|(?:ha|hanno) (?:lo scopo|l'obiettivo|il compito) di\b"
    r"|(?:objetivo|objectivo|meta|ideia|finalidade|intencao|proposito|intuito|desafio)s?"
    rf"{_OF}\b(?:e|sera|seria|passa por){_JUST} (?:que\b|(?=\w+[aei]r\b))"
    r"|com (?:o|a) (?:objetivo|objectivo|intuito|fim|finalidade|intencao) de\b|a fim de\b|(?:visa|visam) "
    r"(?=\w+[aei]r\b)"
    r"|(?:tem|têm) (?:como|por) (?:objetivo|objectivo|finalidade)\b)"
)
"""The aim is called one, or what the work serves is named."""

CALLED = re.compile(
    r"\b(?:aim|goal|objective|purpose|ziel|zweck|l'objectif|objectif|but|l'enjeu|enjeu|objetivo|finalidad|finalidade|"
    r"doel|doelstelling|syfte|syftet|"
    r"malet?|formal|formalet|hensikt|hensikten|obiettivo|scopo|finalita)s?(?: principale?s?| premier)? ?: ?"
)
"""An aim labelled in the middle of a sentence: "rappelle l'enjeu : remplir la salle"."""

ABOUT = re.compile(
    r"\b(?:what (?:we're|we are|i'm|they're) after is|what (?:we|i|they) (?:really )?want(?: from (?:it|this))? is|"
    r"was wir (?:wollen|mochten|uns wunschen),? ist"
    r"|ce (?:qu'on|que nous) (?:veut|voulons|cherche|cherchons),? c'est|wat (?:we|wij) willen,? is|det vi (?:vill|"
    r"vil|"
    r"onsker|onskar)(?: ha)?,? (?:ar|er)"
    r"|quello che vogliamo e|o que (?:queremos|pretendemos) e|(?:it's|it is|this is|they're|that's|the film is|this "
    r"one is) (?:all |really |mostly |just |not about \w+[^.]{0,30}"
    r"it's )?(?:about|for) (?=getting|making|bringing|showing|helping|giving|convincing|persuading|reaching|letting|"
    r"raising|"
    r"recruiting|attracting|winning|changing|filling|selling|encouraging|telling|teaching|building|putting|stopping|"
    r"finding)"
    r"|(?:es|hier) geht(?:'s| es)? (?:uns |mir |hier |dabei |eigentlich |vor allem )*(?:darum|hier)\b,?|geht es "
    r"(?:uns |dabei )*darum\b,?"
    r"|il s'agit (?:surtout |avant tout |simplement )?(?:de|d'|que)|(?:c'est|ce serait|c'est surtout) pour (?:que )?"
    r"|se trata (?:sobre todo )?de\b(?: que\b)?|(?:va|ser[ai]a?) de que\b"
    r"|(?:het|t) (?:gaat|draait) (?:ons |er |vooral |eigenlijk )*om\b(?: dat)?|gaat (?:het )?erom\b,?(?: dat| om)?"
    r"|(?:det|alt) (?:handlar|handler|gar|dreier seg|drejer sig) (?:ju |jo |mest |egentlig |ut |ud )*(?:om|pa) "
    r"(?:att?|a)\b"
    r"|si tratta (?:soprattutto )?di\b|trata-se (?:sobretudo )?de\b|serve (?:a|per)\b|es soll darum gehen\b,?)"
)

_WE = r"(?:we|i|they|the \w+|everyone|everybody|our \w+)"
WISH = re.compile(
    rf"\b(?:(?:{_WE} (?:(?:all|really|just|basically|mainly|also|simply|now|only) )*(?:want|wants|need|needs|hope|"
    rf"hopes|aim|wish|seek|seeks|"
    r"intend|intends|would (?:really )?(?:like|love)|are (?:hoping|aiming|trying|keen|seeking))|(?:we'd|i'd|they'd) "
    r"(?:really )?(?:like|love)|"
    r"(?:we're|they're|i'm) (?:hoping|aiming|trying|keen)|what (?:we|i) (?:really )?(?:want|need) (?:is|it to do is)|"
    r"trying|hoping|"
    r"wanting|wants?|hopes?|wishes|seeks|intends|aims) to\b"
    r"|(?:on|nous|je|il|elle|la \w+|le \w+|l'\w+|s') ?(?:veut|veux|voudrais|voudrait|voulons|voudrions|souhaite|"
    r"souhaitons|aimerais|aimerait|aimerions|"
    r"cherche|cherchons|espere|esperons|compte|comptons|entend|entendons|desire|desirons|tient|tenons)(?: vraiment| "
    r"surtout| aussi| bien| donc| ainsi)*"
    r"(?: a)?\b"
    r"|(?:queremos|quisieramos|quiere|quieren|nos gustaria|buscamos|busca|pretendemos|pretende|se pretende|se busca|"
    r"se quiere|esperamos|"
    r"deseamos|desea|lo que (?:queremos|buscamos|necesitamos) es|aspiramos a|tratamos de|"
    r"intentamos)\b(?: sobre todo| "
    r"asi| con el(?:lo)?)?"
    r"|(?:vogliamo|vorremmo|ci piacerebbe|speriamo di|puntiamo a|intendiamo|cerchiamo di|si vuole|si intende|vuole|"
    r"vorrebbe|intende|"
    r"desideriamo)\b(?: soprattutto| anche| cosi)?"
    r"|(?:gostariamos de|pretendemos|pretende-se|pretende|procuramos|esperamos|a gente quer|quer-se|desejamos|"
    r"quer|querem)\b"
    r"|vi (?:vill|vil|hoppas|haper|haber|onskar|onsker|skulle vilja|skulle (?:gerne )?(?:ville|onske)|onskjer|satsar "
    r"pa|satser pa)(?: gerne?| jo| ju| sa| bara| bare| ogsa| ocksa| ogsa)*"
    r"(?: att?| a)?\b|(?:vill|vil|hoppas|onskar|onsker|haber|haper) vi(?: gerne?| jo| ju| bara| bare)*(?: att?| a)?\b"
    r"|(?:onsker|onskjer|onskar|haper|haber|hoppas)(?: jo| ju| gerne?)? (?:att?|a)\b|(?:og|och) (?:vil|vill|onsker|"
    r"onskar)(?: gerne?)?(?: att?| a)?\b"
    r"|(?:souhaite|veut|cherche|entend|espere|compte)(?:nt)?(?: a)?\b|et (?:voulons|souhaitons|cherchons)\b|y "
    r"queremos\b)"
)
"""A wish or a hope right before a verb (English and the Romance and Scandinavian languages)."""

DUTY = re.compile(
    r"\b(?:(?:has|have|had|got|gotta|needs?|ought|are going) to|should|shall|must|will|can|could|would"
    r"|(?:doi(?:t|vent)|devra(?:it|ient|ont)?|peu(?:t|vent)|va|vont|serv(?:e|ent|ira|irait) a|aide(?:nt|r)? a)(?: "
    r"surtout| avant tout)?"
    r"|(?:tienen? que|debe[nr]?(?:ia[n]?)? ?|va[n]? a|ha[n]? de|sirva[n]? para|sirve[n]? para|ayude[n]? a)"
    r"|(?:deve|devono|dovrebbe|dovra|bisogna|servono? (?:a|per)|serva(?:no)? (?:a|per)|aiuti(?:no)? a)"
    r"|(?:devem?|tem (?:de|que)|ajudem? a|sirvam? para|servem? para)"
    r"|(?:ska|skal|skulle|maste|ma|bor|far|kan|skal kunne)(?: gerne?| hjalpa till att| bidra till att|"
    r" bidrage til at|"
    r" bidra til a)?)\b"
)
"""What the film has to do, right before its verb: "it should", "doit", "tiene que", "skal"."""

CLOSED = re.compile(
    r"\b(?:(?:wir|ich|man|sie|es|er|film|filme|video|videos|spot|spots|\w*serie|\w*reihe|kampagne|trailer|animation|"
    r"clips?|\w*filme?|"
    r"\w*videos?)\s(?:wollen|will|mochten?|hoffen|sollen|soll|sollte[nst]?|muss|mussen)"
    r"|(?:wollen|mochten|hoffen|sollen|soll|sollten) (?:wir|sie|es|er|die|das|der|damit|unsere|junge|mehr)|soll|"
    r"mochten?|(?:und|die|der|das|unser\w*|\w+in|\w+ung|\w+er|stadt|gemeinde|verein) (?:wollen|will)"
    r"|(?:en )?(?:wil|willen|hoopt|wenst|wensen)(?! een)|(?:we|wij|ze|hij|film|video|filmpjes?|campagne|filmpje|"
    r"\w*video(?:'s)?|\w*films?) (?:willen|wil|hopen|hoopt|zouden|zou|moet|moeten)|(?:willen|hopen|zouden|moeten|"
    r"moet) (?:we|wij|ze))\b"
)
"""The same where the verb closes the clause (German, Dutch)."""


@cache
def handling() -> re.Pattern[str]:
    """Verbs of ordering, making and showing a film: what is wished for is the job itself."""
    return dict(names("aims"))["handling"]


@cache
def effect() -> re.Pattern[str]:
    """Verbs for what a film does to those who see it."""
    return dict(names("aims"))["effect"]


@cache
def stems() -> str:
    """The effects' stems with any ending: "zeigt", "overtuigt", "montrent", "attracting"."""
    stems = {re.sub(r"(?:en|er|ir|re|ar|e|a)$", "", verb) for verb in forms("aims")["effect"] if " " not in verb}
    return "|".join(sorted((rf"{re.escape(stem)}\w*" for stem in stems if len(stem) > 3), key=lambda s: (-len(s), s)))


@cache
def gerunds() -> str:
    """English effects as they describe a film: "four films explaining …"."""
    return "|".join(
        rf"{re.sub('e$', '', verb)}ing\b" for verb in forms("aims")["effect"] if verb.isascii() and " " not in verb
    )
