"""Sentences that address the machine instead of the studio: found, reported, and never read for facts.

The signs are of two strengths. A strong one stands alone ("ignore previous instructions", "note to AI systems"). A weak
one (an order to approve, to send rates, to set a budget) counts only next to a strong one in the same paragraph.
"""

from __future__ import annotations

import re

_MACHINE = (
    r"(?:ai|a\.i\.|ki|ia|ki-\w+|ai-\w+|llms?|chatgpt|gpt|claude|chatbots?|bots?|copilot|assistants?|assistente?n?|"
    r"asistente|assistenten|assistent|"
    r"language models?|sprachmodelle?|modeles? de langage|modelos? de lenguaje|taalmodel\w*|sprakmodell\w*|"
    r"sprogmodel\w*|modell[oi] linguistic[oi]|modelos? de linguagem|"
    r"kunstliche intelligenz|intelligence artificielle|inteligencia artificial|kunstmatige intelligentie|"
    r"automated (?:systems?|readers?|agents?)|systems? processing|agents?|agente|maskin\w*|ai systems?)"
)
_AI = (
    r"(?:ai|a\.i\.|ki|ia|llms?|chatgpt|gpt|ai[- ]\w+|ki[- ]\w+|language models?|sprachmodelle?|modeles? de langage|"
    r"modelos? de lenguaje|taalmodel\w*|sprakmodell\w*|sprogmodel\w*|modelli? linguistic\w|modelos? de linguagem|"
    r"automati\w+ (?:systeme?n?|systems?|system|sistemas?|systemen|systemer)|automated (?:systems?|agents?|readers?)|"
    r"kunstliche\w* intelligenz|intelligence artificielle|inteligencia artificial|intelligenza artificiale|"
    r"kunstmatige intelligentie|kunstig intelligens|artificiell intelligens|sistem[ai]s? automatic\w+|"
    r"sistemi automatic\w+|systemes? automati\w+|automatisch\w* system\w*|assist\w+ (?:de |d'|di |of |van |"
    r"med )?(?:ia|ai|"
    r"ki)|(?:ai|ki|ia)[- ]?assist\w+|asistentes? de ia|asistentes? virtual\w*|virtual assistants?|chatbots?|"
    r"robots? de "
    r"lecture|lettori automatici|leitores automaticos|lectores automaticos|intelligente systeme?n?)"
)
_IGNORE = (
    r"(?:ignor\w*|disregard\w*|forget|override|bypass|vergiss\w*|vergessen sie|missachte\w*|oubli(?:e|ez|er)|ne "
    r"tene?z pas compte|"
    r"fais abstraction|faites abstraction|olvida\w*|haz caso omiso|haga caso omiso|negeer\w*|vergeet|bortse fran|"
    r"strunta i|"
    r"glem|se bort fra|se bort ifra|dimentica\w*|esquec\w*|desconsider\w*)"
)
_ORDERS = (
    r"(?:(?:all|any|your|the|previous|prior|earlier|preceding|above|system)\s+){0,4}(?:instructions?|prompts?|"
    r"rules|guidelines|directives|polic\w+)|"
    r"(?:\w+\s+){0,4}(?:anweisung\w*|instruktion\w*|vorgaben|regeln|consignes?|instructions?|instruccion\w*|"
    r"instruct\w*|opdracht\w*|aanwijzing\w*|"
    r"anvisning\w*|instruks\w*|istruzion\w*|instruc\w*|ordenes|regler|regels|regras|"
    r"reglas|regole|regles|ordres|ordens|ordini)"
)
_STRONG = re.compile(
    "|".join(
        (
            rf"\b{_IGNORE}\W+(?:\w+\W+){{0,3}}?(?:{_ORDERS})",
            r"\b(?:ignore|disregard)\s+(?:everything|anything|all|the\s+(?:amounts?|text|budget|figures?|"
            r"above))\s*(?:above|below|before|else|of the above)?\b",
            rf"\b(?:note|notice|message|memo|instructions?|attention|attn|hinweis|nachricht|anweisung\w*|nota|note|"
            rf"mensaje|instruccion(?:es)?|istruzion[ei]|instruc(?:ao|oes)|instruktion\w*|instruks\w*|aviso|avviso|"
            rf"(?:upp|op|opp)lysning\w*|information|melding|meddelande|besked|"
            rf"beskjed|bericht|instructie|messaggio|mensagem|consigne)\b\W+(?:to|for|an|fur|aan|voor|till|til|para|"
            rf"pour|per|a|au|aux|al|a l')\W*"
            rf"(?:\w+\W+){{0,2}}?{_MACHINE}\b",
            rf"\b(?:to|an|till|til|aan|voor|fur|for|a|para|pour|per|all'|alla|agli|ao|aos|aux?)\s(?:(?:the|die|alle|"
            rf"i|gli|os|as|den|de|la|las|los|les|l'|any|all|eventuelle|every|jede|das)\s?){{0,2}}{_AI}\b[^.\n:]{{0,80}}:",
            r"[\[<{]\s*/?\s*(?:system|assistant|instructions?)\s*[\]>}]",
            r"\b(?:betrachte\w*|behandle\w*)\b[^.\n]{0,40}\bals (?:bereits )?(?:angenommen|genehmigt|"
            r"freigegeben|bestatigt)",
            r"\bconsidere[zr]?\b[^.\n]{0,40}\b(?:comme|como) (?:deja |ya |ja )?(?:accept|approuv|valid|aprobad|"
            r"aceptad|"
            r"aprovad|aceit)",
            r"\b(?:beschouw|behandel)\b[^.\n]{0,40}\bals (?:reeds |al )?(?:goedgekeurd|akkoord|bevestigd)",
            r"\b(?:betrakta|betragt|behandla|behandl)\b[^.\n]{0,40}\bsom (?:redan |allerede )?(?:godkan|"
            r"godkend|godkjent)",
            r"\b(?:considera|tratta)\b[^.\n]{0,40}\bcome (?:gia )?(?:approvat|accettat)",
            rf"\b{_MACHINE}\b[^.\n:]{{0,30}}\b(?:die dit (?:leest|lezen)|(?:that|who|which) (?:reads?|is reading|are "
            rf"reading|process\w*)|reading this|die (?:das|dies\w*)[^.\n:]{{0,20}} (?:liest|lesen)|qui (?:lit|lisez|"
            rf"lisent|lira|liront)|que (?:leen?|lean?|lerem|ler|leiam?)|che (?:legge|leggete|leggono|leggera)|"
            rf"som (?:laser|leser)|der laeser)\b",
            rf"\bas an? {_MACHINE}\b(?! (?:film|company|firm|studio|startup|start-up))",
            rf"\bif you(?:'re| are)? (?:an? |a )?{_MACHINE}\b",
            rf"\b(?:wenn du|falls du|wenn sie|falls sie|si tu es|si vous etes|si eres|si usted es|si es usted|als je|"
            rf"als u|om du ar|hvis du er|als du|se sei|se voce e|se es) (?:ein\w* |une? |un |een |"
            rf"en |et )?{_MACHINE}\b",
            rf"(?:^|[\n\[<(*#]\s*)(?:system|{_MACHINE})\s*(?:prompt|message|note|instruction|override)?\s*[\]>]?\s*:",
            rf"\b(?:dear|hey|hello|attention|hi|liebe\w*|cher|chere|querid\w|beste|kara|kjaere|kaere|achtung) "
            rf"(?:the )?{_MACHINE}\b(?!\s*(?:team|company))",
            r"\bsystem prompt\b|\bdeveloper mode\b|\bjailbreak\b|\bprompt injection\b|<\s*/?\s*(?:system|"
            r"instructions?)\s*>|\[/?inst\]",
            r"\byou are now (?:an?|the|in)\b|\bdu bist (?:jetzt|nun|ab sofort) ein|\btu es (?:maintenant|"
            r"desormais) un|\bahora eres un|\bje bent nu een",
            r"\b(?:do not|don't|never) (?:mention|reveal|report|disclose|flag) (?:this|these|the above) (?:note|"
            r"instruction\w*|message|text|line|paragraph)",
            r"\b(?:mark|treat|consider|flag) (?:this|the|it)\b[^.\n]{0,40}\bas (?:already |pre-?)?(?:approved|"
            r"greenlit|green-lit|accepted)",
            r"\b(?:auto-?approve|approve (?:this|the|it|all)[^.\n]{0,40}(?:automatically|immediately|without|at "
            r"once|right away)|greenlight (?:this|it|immediately|the)[^.\n]{0,30})",
            r"\b(?:genehmige|freigebe|gib)\b[^.\n]{0,50}\b(?:frei|sofort|automatisch|ohne (?:ruckfrage|prufung|"
            r"freigabe))",
            r"\b(?:approuve[rz]?|valide[rz]?)\b[^.\n]{0,50}\b(?:automatiquement|immediatement|sans (?:validation|"
            r"verification|controle|demander))",
            r"\b(?:aprueb\w+|apruebe)\b[^.\n]{0,50}\b(?:automaticamente|inmediatamente|sin (?:revision|preguntar|"
            r"consultar))",
            r"\b(?:keur|goedkeur\w*)\b[^.\n]{0,50}\b(?:automatisch|meteen|direct goed|zonder (?:controle|overleg|"
            r"na te vragen))",
            r"\b(?:godkann|godkend|godkjenn)\b[^.\n]{0,50}\b(?:automatisk|omedelbart|genast|straks|umiddelbart|"
            r"utan|uden|uten|med det samme)",
            r"\bset (?:the |your |all )?(?:budgets?|prices?|totals?|rates?|fees?|margins?|discounts?)(?: \w+)? "
            r"(?:to|at) (?:zero|0|nil|unlimited|100 ?%)",
            r"\b(?:setze|stelle|mets|fixe|pon|establece|zet|satt|sett|"
            r"saet)\b[^.\n]{0,30}\bbudget\w*\b[^.\n]{0,12}(?:auf|a|op|till|til) ?(?:null|0|zero|cero|nul|noll)\b",
            r"\b(?:send|forward|e-?mail|reveal|print|output|leak|share|schick\w*|sende\w*|envoie\w*|envoyez|"
            r"transmet\w*|envia\w*|stuur|skicka|invia)\b[^.\n]{0,60}"
            r"(?:other clients|client list|passwords?|api keys?|credentials|all (?:the )?(?:rates|rate cards?|"
            r"prices)|internal (?:rates|prices|margins)|"
            r"(?:the |your |our )(?:full |entire |complete |internal |whole )?(?:rate ?card|margins?|rates|"
            r"database)\b[^.\n]{0,20}\bto \S+@|system prompt|kundenliste|"
            r"alle (?:tagessatze|preise|tarife|tarieven)|tous (?:les|vos) tarifs|todas las tarifas|alla (?:priser|"
            r"dagspriser)|alle priser|alle satser)",
        )
    )
)
_WEAK = re.compile(
    r"(?:approve|greenlight|set the|mark |send |forward |e-?mail |transfer|add |output|respond|reply with|do not|"
    r"don't|never|use |return |state |"
    r"report |change |replace |write |answer|include |instead|disregard|ignore|the (?:budget|total|price) is "
    r"(?:now|actually)|budget\s*[:=]|"
    r"genehmig|gib |setz|sende|schick|antworte|erwahne|verwende|trag|approuv|valid|mets|mettez|fixe|fixez|envoi|"
    r"envoy|reponds|n'indique|ne mentionne|ne le|"
    r"aprueb|pon |establec|envia|no (?:lo )?mencion|responde|keur|zet |stuur|antwoord|vermeld|noem |godkann|satt |"
    r"skicka|svara|namn|godkend|saet |send|svar|"
    r"naevn|godkjenn|sett |nevn|approva|imposta|invia|non menzion|aprove|defina|envie|nao mencione)"
)


_HIDDEN = re.compile(
    rf"\b{_MACHINE}\b|\b(?:summari[sz]\w*|instructions?|anweisung\w*|consignes?|instrucci\w*|istruzion\w*|instruc\w*|"
    rf"opdracht\w*|zusammenfass\w*|resum\w*|samenvat\w*|sammanfatt\w*|opsummer\w*|oppsummer\w*|riassum\w*)\b"
)
_ORDER = re.compile(
    r"\b(?:set|output|report|state|approve|confirm|answer|reply|respond|treat|accept|ignore|disregard|add|raise|"
    r"lower|"
    r"change|mark|send|write|use|do not|must|should|setze|antwort\w*|bestatig\w*|genehmig\w*|trag\w*|gib|melde|"
    r"erhohe|"
    r"fixe\w*|mets|mettez|indique\w*|confirme\w*|repond\w*|approuve\w*|considere\w*|inscri\w*|ajoute\w*|note|pon|"
    r"responde|confirma|aprueba|establece|indica|zet|antwoord|bevestig|keur|vermeld|meld|satt|svara|bekrafta|godkann|"
    r"ange|saet|sat|svar|bekraeft|godkend|angiv|sett|bekreft|godkjenn|oppgi|imposta|rispondi|conferma|approva|scrivi|"
    r"defina|responda|confirme|aprove|escreva)\b"
)


_LETTER = (
    r"(?:th(?:is|ese)|incoming|dies\w*|eingehende\w*|ce|cet|cette|ces|est[eao]|estas?|deze|dit|inkomende|denna|detta|"
    r"dessa|denne|dette|disse|in(?:n|d)?komm\w+|quest[aoei])"
)
_DIGESTS = (
    r"(?:summari[sz]\w+|zusammenfass\w*|zusammengefasst|resum\w+|samenvat\w*|samengevat|sammanfatt\w*|opsummer\w*|"
    r"oppsummer\w*|riassum\w+)"
)
_READS = (
    rf"(?:{_DIGESTS}|read\w*|process\w*|pars\w+|evaluat\w+|sort(?:s|ed|ing|iert\w*|ieren)|extract\w*|liest|lesen|"
    r"\w*auswert\w*|ausgewertet|verarbeite\w*|vorsortier\w*|einliest|lit|lisent|lu|lus|traite\w*|trait(?:er|ant)|"
    r"analys\w+|lee|leen|lea|leido|proces\w+|analiz\w+|lezen|leest|gelezen|verwerk\w*|laser|lases|behandla[rs]\w*|"
    r"bearbeta\w*|laeser|laeses|leser|leses|behandle[rs]\w*|legg\w+|letto|elabor\w+|leem|ler|lerem|lido)"
)
_SOFTWARE = rf"(?:{_AI}|\w*software|programm?\w*|bots?|large language models?)"
_BY = r"(?:by|von|durch|par|por|door|av|af|da)(?: \w{1,5})?"
_BY_MACHINE = re.compile(
    rf"\b(?:{_SOFTWARE}\b(?=[^.\n]{{0,60}}\b{_LETTER}\b)[^.\n]{{0,60}}\b{_READS}|"
    rf"assist\w+\b(?=[^.\n]{{0,60}}\b{_LETTER}\b)[^.\n]{{0,30}}\b{_DIGESTS})\b|"
    rf"\b{_LETTER}\b[^.\n:]{{0,50}}\b(?:{_BY} {_SOFTWARE}|maschinell|automatically|automati\w+)\b"
    rf"[^.\n:]{{0,20}}\b{_READS}\b"
)
"""A machine that reads this very letter: "language models summarising this document"."""
_TOLD = re.compile(
    r"\b(?:must|shall|should|please|would|is to|are to|has to|have to|muss|mussen|soll\w*|bitte|do(?:it|ivent)|"
    r"devra\w*|veuillez|merci de|debe\w*|por favor|favor de|moet\w*|gelieve|graag|ska|skall|skal|bor|maste|ma|"
    r"venligst|vennligst|dev(?:e|ono|em)|si prega|dovra\w*)\b"
)


def _tells_reader(sentence: str) -> bool:
    """Whether a sentence tells a machine that reads this letter what to do."""
    return _BY_MACHINE.search(sentence) is not None and _TOLD.search(sentence) is not None


def hidden_order(text: str) -> bool:
    """Whether hidden words (folded) name a machine or its work and give an order: shown words would need more."""
    return _HIDDEN.search(text) is not None and _ORDER.search(text) is not None


def strong(sentence: str) -> bool:
    """Whether a sentence (folded) is an instruction to a machine by itself."""
    return _STRONG.search(sentence) is not None or _tells_reader(sentence)


def follows(sentence: str) -> bool:
    """Whether a sentence (folded) next to an injected one goes on giving orders."""
    return (
        _WEAK.match(
            re.sub(
                r"^[\W\d_]+|^(?:and|then|also|und|et|y|en|och|og|bitte|please|veuillez|por favor|merci de)\s+",
                "",
                sentence,
            )
        )
        is not None
    )
