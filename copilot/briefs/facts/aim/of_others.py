"""What others are to do once the film is seen: wished of them, meant for them, or told as what the film does."""

from __future__ import annotations

import re

from copilot.briefs.facts.aim.frames import gerunds, stems
from copilot.briefs.facts.words import forms

_CREW = r"you\b|us\b|me\b|it\b|this\b|that\b|to\b|an?\b|one\b|two\b|three\b|four\b|five\b|six\b|some\w*\b|"
_CREW += (
    r"anyone\b|everything\b|"
    r"(?:the |our |your |a )?(?:film|video|spot|clip|crew|studio|team to film|edit|editor|piece|delivery|shoot|"
    r"footage|main film|files?)s?\b"
)
_NOT_YOU_DE = r"(?!,? ?(?:ihr|sie\b|du|der film|das video|die filme|die videos|es\b|wir\b|alles|man\b))"

OTHERS = re.compile(
    r"\b(?:(?:[\w-]+ (?:wants|would like)|(?:we|i|they|company|client|trust|board) (?:\w+ )?(?:want|wants|need|"
    r"needs|hope for|hope|hopes|wish|"
    r"wishes|would like|would love)|"
    rf"(?:we|i|they)'d (?:\w+ )?(?:like|love|want)|want|getting|get) (?:for )?(?!{_CREW})"
    r"[\w'-]+(?: [\w'-]+){0,6}? to (?!be (?:done|in|at|ready|with|on|\d)|be\b[^.]{0,20}\d)"
    r"|(?:we|i|they) hope (?:that )?(?:people|viewers|customers|visitors|parents|kids|members|them|everyone|"
    r"everybody|"
    r"nobody|folk|families|students|patients|buyers|donors|more \w+|young \w+) \w+"
    r"|hop(?:e|ing) (?:that )?(?:it|this|they|the (?:film|video)s?)(?:'ll| will)? "
    r"(?!(?:is|are) (?:fair|ok\w*|clear|enough|fine|possible|all|not|right)|helps\b|makes sense|works\b|"
    r"finds? you)\w+"
    r"|(?:it would be (?:great|nice|lovely|good)|we'd be (?:happy|delighted)|it's a success) (?:if |when )(?!you\b|"
    r"we\b|it\b|the film|this\b|i\b)[\w'-]+ \w+"
    r"|ideally (?:people|viewers|visitors|customers|everyone|everybody|they|parents|kids)\b|(?:we've|we have|we will "
    r"have|we'll have) (?:won|succeeded|done our job)"
    r"|(?:es ware|ware|ware es) (?:schon|toll|super|gut|ideal|grossartig),? wenn (?:\w+ ){0,2}?(?!ihr|sie\b|du|der "
    r"film|es\b|wir\b|das\b|man\b|die filme)\w+"
    r"|(?:il faudrait|ce serait (?:bien|super|genial|top)|il faut|nous aimerions|l'ideal serait) qu(?:e |')(?:les|"
    r"nos|"
    r"plus|la|le public|chacun|personne|des)\b"
    r"|(?:nos interesa|interesa|seria (?:genial|ideal|bonito)|ojala)(?: sobre todo| mucho)? que (?:los|las|la|el|mas|"
    r"nuestr\w+|quien)\b"
    r"|(?:het zou (?:mooi|fijn|top|geweldig) zijn|ideaal zou zijn) als (?!jullie|we\b|u\b|het|de film)\w+"
    r"|det (?:vore|hade varit|ville vare|ville vaere|ville vart|hadde vart) (?:fint|kul|roligt|bra|dejligt|gott|godt|"
    r"flott|fantastis\w+) (?:om|hvis) (?!ni\b|i\b|dere|vi\b|den\b|det\b)\w+"
    r"|(?:sarebbe (?:bello|ideale|perfetto)) (?:se|che) (?:i|le|la|gli|piu|tutti)\b|seria (?:bom|otimo|ideal) que "
    r"(?:os|as|mais|a|o publico)\b"
    r"|(?:wir (?:\w+ )?(?:wollen|mochten|wunschen uns|hoffen|brauchen)|(?:wollen|mochten|hoffen|wunschen) wir(?: "
    r"uns)?|unser wunsch ist|"
    r"schon ware|ideal ware|ich will|ich mochte|es ware schon),? (?:\w+ ){0,2}?dass "
    + _NOT_YOU_DE
    + r"|(?:on|nous|je) (?:veu[tx]|voulons|voudrai[st]|voudrions|souhaite|souhaitons|aimerai[st]|aimerions|espere|"
    r"esperons) (?:surtout |aussi |"
    r"vraiment |bien )?qu(?:e |')(?!vous|le film|la video|les films|les videos|tout|ce soit|ca soit|il soit|il dure)"
    r"|(?:queremos|quisieramos|quiero|nos gustaria|necesitamos|buscamos|lo que (?:queremos|buscamos) es|la gente|"
    r"esperamos|quiero(?: de verdad)?(?: es)?|espero|ojala|lo importante es) que (?!el video|"
    r"los videos|la pieza|o filme|o video|os filmes|tudo|todo|nos |usted|voces|sea|dure|est[ea]|lo )"
    r"|(?:we|wij|ik) (?:willen|hopen|wil|hoop|zouden willen) (?:graag |vooral |eigenlijk )?dat (?!jullie|u\b|je\b|de "
    r"film|het|alles|we\b|wij\b)"
    r"|(?:vogliamo|vorremmo|vorrei|voglio|ci piacerebbe|speriamo|desideriamo) che (?!il video|il film|i video|voi|"
    r"sia|"
    r"duri|tutto)"
    r"|(?:gostariamos|gostavamos|pretendemos|esperamos|a gente quer|(?:eu )?quero(?: mesmo)?(?: e)?|queremos(?: "
    r"mesmo)?(?: e)?|gostava|gostaria|o que (?:se )?(?:quer|queremos) e) (?:de )?que (?!o video|o filme|os videos|"
    r"tudo|voces|seja)"
    r"|vi (?:vill|vil|hoppas|haber|haper|onskar|onsker)(?: gerne?| jo| ju| pa)*(?: ha)?,? att? (?!ni\b|i\b|dere|"
    r"filmen|filmerna|filmene|alt\b|allt\b|"
    r"vi\b|det\b|den\b)(?=\w+ (?:\w+ ){0,9}?(?:ska|skal|far|kan|vil|vill|blir|bliver|\w+[ea]r)\b)"
    r"|(?:on veut|nous voulons|we want to|wir wollen|queremos|we willen|vogliamo|vi vill|vi vil) (?:[\w'-]+ "
    r"){0,4}?(?:remplir|fill|fullen|llenar|"
    r"vullen|riempire|encher|fylla|fylde|fylle|vendre|sell|verkaufen|vender|verkopen|vendere|salja|saelge|selge)\b)"
)
"""What others are to do then: "we want under-30s to come to us", "queremos que los jóvenes se animen"."""

SO_THAT = re.compile(
    r"\b(?:so (?:that )?(?:they|people|everyone|everybody|more \w+|fewer \w+|our \w+|nobody|no one|no-one|kids|"
    r"children|parents|customers|patients|"
    r"visitors|members|families|young \w+|new \w+|the (?:public|town|next|kids|children|families|young|people|"
    r"world))\b"
    r"|damit (?!ihr|sie das|sie es|wir|der film|das video|die filme|es\b|ich|man\b|alles)(?:\w+ ){0,2}?\w+"
    r"|(?:afin|pour) qu(?:e |')(?:les|nos|plus|tout le monde|chacun|personne|ils|elles|la|le public|des|on vienne|on "
    r"nous)"
    r"|(?:para|a fin de) que (?:los|las|la gente|mas|nuestr\w+|os|as|mais|todos|nadie|o publico|el publico|quien|la "
    r"\w+|el \w+|as \w+|um|un)\b"
    r"|zodat (?!jullie|we\b|wij\b|de film|ik|u\b|alles)\w+"
    r"|affinche|perche (?:i|le|gli|la gente) \w+no\b|cosi (?:che|i|le|la gente)"
    r"|sa att? (?:fler|folk|alla|folk|flere|alle|unga|unge|de|ingen|barn\w*|\w+arna|foraldra\w*)\b|slik at (?!vi|"
    r"dere|"
    r"filmen)|sadan at (?!vi|i\b|filmen)|"
    r"sa flere|sa fler|sa folk|for att (?:fler|folk|alla|unga)|for at (?:flere|folk|alle|unge) (?:skal|kan|vil))"
)

DOING = re.compile(
    r"\b(?:\w*films?|\w*videos?|\w*spots?|\w*clips?|series?|reels?|trailers?|pieces?|\w*filmer|\w*filme|\w*filmen|"
    r"piezas?|courts?|capsules?|pastilles?|"
    r"filmpjes?|video's|ones?|something|etwas|quelque chose|algo|iets|nagot|noget|noe|qualcosa|animation|teasers?|"
    r"seconds?|secondes?|sekunden?|minutes?|"
    r"minuten?|minuut|animatie\w*|animacion\w*|animazion\w*|campaign|kampagne|campagne|serie)\b[^.;!?]{0,60}?[ "
    r",](?:that|which|qui|que|che|(?<=, )(?:der|die|das)|dat|som|waarin (?:we|wij)|waarmee (?:we|wij)|"
    r"in dem|mit dem|in denen|en el que)\s"
    rf"(?:(?:will|can|should|really|kan|skal|ska|helps?|kunnen|moet|moeten|soll|les|nos|unsere?|\w+en|de|het|la|a|le|"
    rf"jungen?|menschen|mensen|ons|uns) ){{0,4}}?"
    rf"(?:{stems()}|make[s]? (?:people|them|you|kids|parents|everyone)|gets? (?:\w+ ){{1,4}}to|donne(?:nt)? envie|"
    rf"fasse\w*|den? ganas|muestr\w+|conv(?:en|in)z\w+|"
    r"cuent\w+|far (?:flere|fler|folk|unge|unga|\w+ )|lar\b|makes? (?!an? |the |up |it |sense|use|for )[\w-]+ \w+|"
    r"makes? (?:it )?clear|laat zien|laten zien|overhaal\w*|trek\w* )"
    rf"|\b(?:films?|videos?|spots?|clips?|series|seconds|minutes|animations?|reels?|pieces)\b[^.;!?]{{0,60}}?[ "
    rf",](?:{gerunds()})"
    r"|\b(?:showing|teaching|telling|explaining to|encouraging|inviting|persuading|reminding|helping|convincing|"
    r"getting) [\w' -]{3,40} (?:to|how|why|what|that|where)\b"
)
"""A film that does something to people: "three films that get parents to …", "filmer som får flere menn til å …"."""

TO = re.compile(
    r"\b(?:(?:(?:and |who |also )?(?:wants? |like |hoping |trying )?to|pour|de facon a|para|a fin de|con vistas a|"
    r"per|"
    r"allo scopo di|a fim de|for att|"
    r"for at|for a|med sikte pa a)\s|afin d[e'] ?)"
)
"""Words before a purpose's verb."""

TO_CLOSED = re.compile(r"\b(?:um|om)\b(?=[^.;!?]{0,120}?\b(?:zu|te|\w+zu\w+en)\b)")
"""Words before a purpose whose verb comes last: "um … zu begeistern"."""

CREW = re.compile(
    r"\W*(?:film|shoot|record|edit|produce|deliver|quote|capture|cover|document|drehen|filmen|tourner|filmer|grabar|"
    r"rodar|filma|filme|girare|"
    r"send us|make (?:a|the|us|our)|come (?:in |over )?(?:and )?(?:film|over|here|on)|hold|handle|supply|provide)\b"
)
"""What is wished of a crew is no aim: "we want someone to film"."""

FELT = re.compile(
    r"(?<!\w)(?:"
    + "|".join(sorted((re.escape(f) for f in forms("aims")["felt"]), key=len, reverse=True))
    + r")(?:ing|s)?(?!\w)"
)
"""What those who see the film are to do, know or feel."""

THEY = re.compile(
    r"(?:^|[.,:;–-] ?|\b(?:that|dass|dat|att|que|and|und|et|y|och|og|en) )(?:(?:the|our|die|unsere|les|nos|los|"
    r"nuestr[oa]s|las|de|onze|i|gli|le|os|as|alla|alle|"
    r"everyone|everybody|people|viewers|young|junge|jonge|unga|unge|more|mehr|plus de|mas|meer|fler|flere|jede\w*|"
    r"chaque|cada|elke|whoever|anyone|wer|man|on|folk|"
    r"menschen|mensen|leute) ?)(?:[\w'-]+ ){0,4}?(?:should|shall|must|ought to|need to|have to|sollen|soll|sollten|"
    r"mussen|doivent|doit|devraient|deben|debe|"
    r"tienen que|tiene que|moeten|moet|ska|skal|skulle|maste|ma|devono|deve|devem) "
    r"|^(?:[\w'-]+ ){1,5}(?:should|ought to|need to|must|sollen|sollten|doivent|deben|tienen que|moeten|ska|skal|"
    r"devono|"
    r"devem)(?<!we should)(?<!you should)(?<!i should)(?<!you must)(?<!we must)(?<!we need to)(?<!you need to) "
    r"(?!be\b|es\b|wir\b)"
    r"|\b(?:soll|sollen|moet|moeten|ska|skal|maste|ma|doit|doivent|debe|deben|should|deve|devono) (?:iedereen|mensen|"
    r"bezoekers|bewoners|alle|jeder|jede\w*|man|folk|"
    r"alla|tout le monde|les gens|chacun|la gente|todo el mundo|todos|tutti|everyone|people|zuschauer\w*|besucher\w*|"
    r"ingen|niemand) "
)
"""Others and their duty: "die Haushalte sollen verstehen", "people should feel"."""
