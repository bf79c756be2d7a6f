"""Which fact a label, a heading or a question is about."""

from __future__ import annotations

import re
from functools import cache

from copilot.briefs.facts.words import cue, entries, folded, kind_patterns, label_topics, pattern_of

_OFFERS = re.compile(
    r"\b(?:tender|proposal|quot|bid|question|offer|angebot|frage|ruckfrage|devis|offre|reponse|ofert|propuesta|"
    r"consulta|offert|inschrijv|vrage|anbud|tilbud|fraga|fragor|sporgsmal|sporsmal|propost|preventiv|application|"
    r"response)"
)


ARTICLE_NUMBER = re.compile(
    r"\s*(?:article|artikel|art\.|articulo|artículo|articolo|artigo|section|abschnitt|punkt|kapitel|chapter|lot|los|"
    r"teil|part|"
    r"deel|hoofdstuk|capitulo|capítulo|§)\s*(?:\d{1,2}|[IVX]{1,4}|[A-H])(?:\.\d)*\b\s*[.:)–-]*\s*",
    re.IGNORECASE,
)
"""The number of a tender's section: "Article 2 – ", "§ 3 ", "Abschnitt B: "."""
_SENTENCE_END = re.compile(r"[^\W\d]{4,}[.!?]\s+\w")
_ABBREVIATED = re.compile(r"\b(?:excl|incl|exkl|inkl|ekskl|escl|zzgl|approx)\.", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_MEASURED = re.compile(r"\W*\d+(?:[.,]\d+)?\s?[^\W\d]{1,3}\.?\s*")
"""A number with its unit ("1 ST", "30 s") says how much and labels nothing."""
_PRICED = frozenset(("shoot", "deliverables", "title", "client", "usage", "delivery"))
_ANNOUNCED = re.compile(
    r"(?:one|two|three|four|some|a few|a couple of|zwei|drei|ein paar|einige|folgende|deux|trois|quelques|dos|tres|"
    r"algunos|twee|drie|enkele|een paar|tva|tre|nagra|ett par|to|nogle|noen|et par|due|tre|alcune|duas|tres|algumas)\s"
    r"(?:\w+\s)?(?:change|update|correction|anderung|korrektur|changement|modification|correction|cambio|correccion|"
    r"wijziging|aanpassing|correctie|andring|aendring|endring|rettelse|modific|correzion|alterac|mudanca)"
)


_AIM_OF = re.compile(
    r"(aim|goal|objective|purpose|ziel|zweck|objectif|but|objetivo|finalidad|doel|doelstelling|syfte|mal|formal|"
    r"obiettivo|scopo)s? (?:of|behind|der|des|von|du|de|del|della|van|for|med|av|af|di|do|da)\b"
)


_WHERE_IS = re.compile(
    r"(?:where(?:'s| is| are| do| can| will| would)|wo (?:ist|sind|wird|sitzt|findet)|ou (?:est|sont|se|tourne)|"
    r"donde (?:esta|estan|se)|waar (?:is|zijn|zit|wordt|vindt)|var (?:ar|finns|sker|spelas)|"
    r"hvor (?:er|skal|foregar|holder)|dov(?:e (?:sono|si)|'e)|onde (?:e|esta|fica|se))\b"
)


_WHERE_SEEN = re.compile(r"(?:where|wo|ou|donde|dove|onde|waar|var|hvor)\s(?=\w)")


EDITS = re.compile(r"(?:one|two|three|four|five|six|eight|ten|\d{1,2})\s?x?\s(?:[a-z-]+\s)?edits?")


_PART_OF_RIGHTS = re.compile(r"([^:–-]+)(?:\s[–-]\s|:\s?|,\s)(.+)")
_OF_RIGHTS = {"usage": "usage", "territory": "territory", "term": "term", "length": "term"}


@cache
def topic_of(label: str) -> str | None:
    """The topic a label or heading names, or None for words that label nothing we know."""
    if _SENTENCE_END.search(_ABBREVIATED.sub("", _BRACKETS.sub("", label))) or _MEASURED.fullmatch(label):
        return None  # "… two rounds of changes. Usage": a sentence and a label after it
    low = folded(re.sub(r"^[\W\d_]+|[\s:.?*#_-]+$", "", ARTICLE_NUMBER.sub("", label)))
    topics = label_topics()
    bare = _BRACKETS.sub("", low).strip()
    for form in (low, bare):
        if form in topics:
            return topics[form]
    for part in reversed(re.split(r"\s*(?:/|&|\+)\s*|\s+(?:and|und|et|y|en|och|og|e)\s+", bare)):
        if topics.get(part, "aside") != "aside":
            return topics[part]
    if _WHERE_IS.match(bare) and label.rstrip().endswith("?"):
        return None if _SHOWN_WHERE.search(bare) else "locations"  # "Where's the author?"
    if _WHERE_SEEN.match(bare) and cue("shows").search(bare) and not cue("shoot").search(bare):
        return "usage"  # "Dónde se va a ver", "Where people will watch it"
    named = _PART_OF_RIGHTS.match(bare)
    if named and topics.get(named[1].strip()) == "usage" and (part := topics.get(named[2])) in _OF_RIGHTS:
        return _OF_RIGHTS[part]  # "Rights - term", "Usage: territory"
    if head := _AIM_OF.match(bare):
        return topics.get(head[1])  # "Doel van de campagne": the aim, not the campaign
    if len(bare.split()) > 6 or not bare:
        return None
    if bare.endswith(" due"):
        return "pitch" if _OFFERS.search(bare) else "delivery"  # "Trailer due", "Everything due"
    padded = " " + re.sub(r"[^\w']+", " ", bare) + " "
    inside = [(len(entry), topic) for entry, topic in topics.items() if len(entry) > 3 and f" {entry} " in padded]
    if not inside:
        return "shoot" if len(bare.split()) <= 2 and cue("shoot").fullmatch(bare) else None
    longest, topic = max(inside)
    if longest * 3 < len(bare):
        return None
    if topic == "client" and any(pattern.search(bare) for _, pattern in kind_patterns()):
        return "deliverables"  # "Brand film: 100 seconds"
    if topic == "languages" and any(known == "delivery" for _, known in inside):
        return "delivery"  # "Delivery of all versions"
    if topic == "languages" and dict(kind_patterns())["interview"].search(bare):
        return "deliverables"  # "Speaker interviews"
    if topic in _PRICED and any(known == "budget" for _, known in inside):
        return "budget"  # "Budget Produktion": what it is for does not make it less of a budget
    if topic == "revisions" and EDITS.fullmatch(bare):
        return "deliverables"  # "Three edits - 15 seconds" are pieces
    if topic == "revisions" and _ANNOUNCED.match(bare):
        return None  # "Two changes:" announces what is new in the brief
    if topic == "timing" and any(known == "shoot" for _, known in inside):
        return "shoot"  # "Shoot schedule"
    if topic in ("delivery", "timing") and _OFFERS.search(bare):
        return "pitch"
    return topic


_YEARS = re.compile(
    r"\W*(?:\d{1,2}|\w+) (?:years?|months?|jahre?|monate?|ans?|annees?|mois|anos?|mes|meses|ann[io]|mes[ei]|jaar|jaren|"
    r"maand|maanden|ar|manad\w*|maned\w*)\b"
)


def answered_topic(label: str, answer: str) -> str | None:
    """The topic of a label by what stands behind it: "Duration" is a film's, but "Duration | 3 years" one of rights."""
    topic = topic_of(label)
    return "term" if topic == "length" and _YEARS.match(folded(answer)) else topic


@cache
def _question_words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    topics = ("budget", "delivery", "locations", "shoot", "usage", "languages", "revisions", "ratios", "client")
    return tuple((topic, re.compile(pattern_of(e for e in entries("labels", topic) if len(e) > 2))) for topic in topics)


_ACHIEVED = re.compile(
    r"\b(?:what (?:do|would|should) you (?:want|like|hope|wish)?.{0,12}(?:achieve|accomplish)|what should (?:the|"
    r"this) (?:film|video) (?:do|achieve)|"
    r"what is (?:the|it) (?:film |video )?(?:for|aim|goal|purpose)|was (?:mochten|wollen) sie .{0,20}erreichen|"
    r"was soll .{0,20}(?:erreichen|bewirken)|"
    r"que (?:souhaitez|voulez)-vous (?:obtenir|atteindre|accomplir)|quel est (?:l'objectif|le but)|que (?:quiere|"
    r"quieren|desea) (?:conseguir|lograr)|"
    r"wat (?:wilt u|wil je|willen jullie) (?:er )?(?:mee )?bereiken|vad vill ni uppna|hvad vil i opna|"
    r"hva vil dere oppna|cosa vol\w+ ottenere|"
    r"o que (?:pretende|quer)\w* (?:alcancar|conseguir))"
)


_SHOWN_WHERE = re.compile(
    r"\b(?:where (?:in the world|(?:will|would|do|does|should|are) (?:the |you |it |"
    r"they )?(?:[\w]+ )?(?:be )?(?:shown|seen|run|used|live|appear|published|"
    r"using))|for how long\b|wo (?:soll|wird|werden|lauft)[^?]{0,30}(?:gezeigt|laufen|eingesetzt|lauft)|ou (?:sera|"
    r"seront|allez)[^?]{0,30}(?:diffus|"
    r"montr)|donde se (?:vera|veran|usara|emitira|mostrara)|waar (?:wordt|worden|komt)[^?]{0,30}(?:getoond|gebruikt)|"
    r"var ska[^?]{0,20}(?:visas|"
    r"anvandas)|hvor skal[^?]{0,20}(?:vises|bruges|brukes))"
)


_NO_WHERE = re.compile(r"(?<=[\w)] )(?<!och )(?<!men )(?<!, )(?<!: )(?:var|ou)(?= )")
"""Swedish "var" and French "ou" ask where only at the beginning of a question: "15 000 var det, eller?"."""


def asked_topic(text: str) -> str | None:
    """What a question asks about, by the words of field labels; None when it asks for nothing we read."""
    low = folded(text)
    if "?" not in low:
        bare = topic_of(text) if len(text.split()) <= 3 else None
        return bare if bare in ("budget", "delivery", "locations", "shoot", "usage", "languages", "revisions") else None
    question = re.split(r"(?<=[.!])\s", low)[-1]
    for topic, pattern in _question_words():
        if pattern.search(_NO_WHERE.sub(" ", question)):
            return topic
    if _ACHIEVED.search(question):
        return "objective"
    if _SHOWN_WHERE.search(question):
        return "usage"
    if re.search(
        r"\bhow much\b|wie ?viel geld|combien|cuanto|hoeveel (geld|budget)|hvor meget|hur mycket|hvor mye|quanto",
        question,
    ):
        return "budget"
    if re.search(
        r"\bwhen\b.*(need|due|deliver)|\bbis wann|pour quand|para cuando|wanneer|till nar|hvornar|nar ma|per quando",
        question,
    ):
        return "delivery"
    if re.fullmatch(
        r"\W*(?:[\w!]+[,!.]?\s)?\W*(?:and |et |und |y |og |och )?(?:when|wann|quand|pour quand|cuando|wanneer|nar|"
        r"hvornar|quando|bis wann|para cuando)\W*",
        question,
    ):
        return "delivery"
    if cue("shoot").search(question) or re.search(
        r"how many days|combien de jours|wie viele tage|cuantos dias|hoeveel dagen", question
    ):
        return "shoot"
    return None
