"""Where sentences end in mails and chats of several languages: abbreviations and dates do not end one."""

from __future__ import annotations

import itertools
import re

from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.words import folded

_NEAR = 60
_LONGEST = 800
"""Characters of the longest sentence that is read as one; people's sentences stay below 300."""

_STOP = re.compile(r"[.!?…]+[\"')\]]*(?=\s)|\n(?=\n)")
_ABBREVIATIONS = frozenset(
    "approx ca circa bzw inkl incl excl exkl zzgl max min st str nr no nos vs etc resp evtl ggf usw mio mrd tsd "
    "ref tel dt engl frz franz ital span poln turk arab russ ukr ndl ltg lt abt "
    "mr mrs ms dr prof sr sra mme mlle ing ltd inc co corp bros vol fig pt pty pvt abs art sog zb z.b d.h u.a "
    "p.ex e.g i.e eg ie "
    "p. ej ex env c.a bl.a t.ex f.eks dvs osv bv o.a m.fl m.m ekskl eks stk pr kl ung geg bspw mwst ust gem "
    "einschl vgl jan feb mar mrz "
    "apr jun jul aug sep sept okt oct nov dez dec janv fevr avr juil des tlf dipl int ext sek sec secs mins std "
    "wg a.m p.m uds"
    " u.s u.k v.a n.chr t.b.c nb mind netto.excl fr chf iva cant aprox av avd fl".split()
)
_MONTH = re.compile(
    r"(jan|feb|fev|mar|mrz|apr|avr|abr|mai|maj|may|mei|maa|jun|jui|jul|aug|ago|aou|sep|set|okt|oct|out|nov|dez|"
    r"dec|des|dic|gen|ene|giu|lug)"
)


# "… and the point is", "… und wir hätten", "… pero bueno lo necesitaríamos": a joining word and a new subject or verb.
_NEW_THOUGHT = re.compile(
    r"\s(?="
    r"(?:um |uh |oh |ok |so )*(?:and|oh|but|so|because|also)\s(?:then|the|we|we'd|i|it|it's|they|that|that's|"
    r"what|could|everything|money|delivery|budget|for)\b"
    r"|(?:we can|we've got|we have|we'd|i've got|what we're|money wise|budget wise)\s"
    r"|(?:und|also|aber|oder|dann)\s(?:wir|es|das|die|dann|dafur|gedreht|fertig|dreh\w*)\b|(?:gedreht werden|"
    r"fertig sein|wir (?:hatten|haben|mochten|brauchen|konnten)|mehr geht|eine korrektur\w+)\b"
    r"|(?:y|pero|mira|bueno|luego|ademas)\s(?:el|la|lo|los|te|que|bueno|nos|tenemos|es)\b|(?:lo (?:grab|rod|"
    r"neces|quer)\w+|necesit\w+ (?:un|una|el|que)|tenemos)\b"
    r"|(?:et|mais|alors|donc|puis)\s(?:le|la|on|nous|il|ca|c'est|pour)\b|(?:on (?:tourne|a|aurait|voudrait)|il "
    r"(?:nous )?faudrait)\b"
    r"|(?:e|ma|poi|allora)\s(?:il|la|lo|i|le|ci|abbiamo|poi)\b|(?:avete|ci (?:serve|servirebbe|servono)|abbiamo|"
    r"volevamo|una sola revisione)\b"
    r"|(?:en|maar|dan|dus)\s(?:we|het|de|dat|dan|wij)\b|(?:we (?:hebben|willen|draaien|zouden))\b"
    r"|(?:och|og|men|sa)\s(?:vi|det|den|sa|alt|allt|budget\w*)\b|(?:vi (?:har|vil|vill|skal|ska|trenger|behover))\b"
    r"|(?:e|mas|entao|depois)\s(?:o|a|os|as|nos|temos|precis\w+)\b|(?:temos|precisamos|queremos)\b"
    r")"
)


def sentence_spans(text: str, start: int, end: int) -> list[Span]:
    """The sentences of `text[start:end]` as spans without surrounding space."""
    spans: list[Span] = []
    at = start
    for m in _STOP.finditer(text, start, end):
        if m.end() >= end or not _ends(text, start, m, end):
            continue
        spans.append((at, m.end()))
        at = m.end()
    spans.append((at, end))
    spans = [part for a, b in spans for part in _breaths(text, a, b)]
    return [s for s in (_trim(text, a, b) for a, b in spans) if s[0] < s[1]]


def _breaths(text: str, start: int, end: int) -> list[Span]:
    """The clauses of a transcript that has no punctuation: one ends where the speaker starts a new thought."""
    said = folded(text[start:end])
    if len(said) < 220 or len(re.findall(r"[,;:.!?]", said)) * 110 > len(said):
        return [(start, end)]
    cuts = [start]
    for m in _NEW_THOUGHT.finditer(said):
        if start + m.start() - cuts[-1] > 14:
            cuts.append(start + m.start() + 1)
    return list(itertools.pairwise([*cuts, end]))


_OPENER = re.compile(
    r"(?:We|The|I|It|You|They|That|This|And|Also|Can|Could|Please|Wir|Ihr|Dazu|Gedreht|Drehen|Nous|Vous|On|Il|Le|La|"
    r"Les|El|"
    r"Los|Las|Se|Si|Os|De|Jullie|Wij|Vi|Det|Dere|Ni|Kan|Har|Delivery|Usage|Budget)\s"
)
"""Words that open a sentence even behind an abbreviation."""


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    if stop[0][0] != ".":
        return True
    # Only the words next to the stop tell, so a long paragraph costs no more a stop than a short one.
    before = folded(re.split(r"[\s(\[/]", text[max(start, stop.start() - _NEAR) : stop.start()])[-1])
    after = text[stop.end() : min(end, stop.end() + _NEAR)].lstrip()
    if len(stop[0].rstrip("\"')]")) > 1:
        return after[:1].isupper()
    if before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha()):
        # An abbreviation may still close a sentence when the next one opens with an unmistakable word.
        return _OPENER.match(after) is not None and len(before) > 2
    if re.fullmatch(r"\d{1,2}(?:\.\d{1,2})?", before):
        return not _MONTH.match(folded(after)) and after[:1].isupper()
    if after[:1].islower():
        return len(before) >= 3 and not before.endswith("-")
    return True


def bounded(text: str, start: int, end: int) -> list[Span]:
    """The span in parts of at most 800 characters, cut at spaces where there are any.

    What a reader does for a unit may grow with the square of its length; the bound keeps a whole text's cost linear.
    """
    parts: list[Span] = []
    while end - start > _LONGEST:
        space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = space if space > start else start + _LONGEST
        parts.append(_trim(text, start, cut))
        start = cut
    return [*parts, _trim(text, start, end)] if parts else [(start, end)]


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
