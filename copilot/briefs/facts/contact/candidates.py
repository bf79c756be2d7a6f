"""Every name in a letter that may be its contact's: whoever writes, signs, is named with an address, or is told of.

Recall comes first: headers, closing lines, people's names of two words and more, a title with a family name, and first
names where a letter names its people. Whom of them to answer, if anybody, is for `weighed` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from copilot.briefs.facts.client.introductions import introductions
from copilot.briefs.facts.client.small import speaking
from copilot.briefs.facts.contact.beside import bare_person, is_person
from copilot.briefs.facts.contact.phones import PHONE
from copilot.briefs.facts.contact.sign_off import signed_names, without_company
from copilot.briefs.facts.letter.candidates import RULED, Candidate, Mention, bare_words, placed
from copilot.briefs.facts.letter.names import EMAIL
from copilot.briefs.facts.letter.people import TITLED, is_ours
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import folded

_MOST_PEOPLE, _MOST_SINGLES, _CLOSING = 40, 30, 5
_WORD = r"[A-ZÀ-ÞŁŚŻĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*"
_PARTICLE = (
    r"(?:van|von|vom|zu|de|der|den|la|le|el|al|af|da|di|do|dos|das|du|del|della|ter|ten|y|e|i|av|bin|ibn|Ó|Ní|Mac|O)"
)
_FULL = re.compile(rf"(?<!\w)(?:{_WORD}|[A-ZÀ-Þ]\.)(?:[ ](?:{_WORD}|[A-ZÀ-Þ]\.|{_PARTICLE})){{0,5}}[ ]{_WORD}")
_INITIALED = re.compile(
    rf"(?<![\w.])(?P<name>(?:[A-ZÀ-Þ]\.[ -]?){{1,3}}(?:van |von |de |del |di |du )?{_WORD}(?:-{_WORD})?)"
)
_OPENS = re.compile(
    rf"^[ \t>*_•–—~(-]*(?:[xX]+ )?(?P<name>{_WORD})"
    r"(?=[ \t]*(?:$|[,.(|/–—-]|\s(?:from|at|von|vom|de|du|fra|från|van|da|di|x+\b|[|–—-])))",
    re.M,
)
_CLOSES = re.compile(rf"(?<![\w.])(?P<name>{_WORD})[ \t]*[.!x*_)]*[ \t]*$", re.M)
_SAID = re.compile(
    r"\b(?:i'm|i am|this is|it's|name's|my name is|ask for|call|ring|contact|with|to|from|ich bin|hier ist|hier|"
    r"mein name ist|bei|an|"
    r"soy|habla|aqui|con|me llamo|je suis|c'est|avec|chez|ici|sono|ik ben|met|bij|aan|jag heter|jag ar|jeg er|"
    r"jeg heter|jeg hedder|med|till|til|"
    r"sou|sou o|sou a|com|a|here is|het is|das ist|es|via|through|over|by|durch|par|por|door|av|af)[ ](?:die |"
    r"der |la |el |il |o |a )?"
)
_BEHIND = re.compile(
    r"[ ](?:here|hier|aqui|ici|qui|her|har|speaking|am apparat)\b|"
    r"[ ](?:from|vom|von|de|du|del|della|van|fra|fran|at|hos|bei|da|do)[ ]"
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_SMALL = r"[^\W\d_][\w'’-]*"
_SPOKEN = re.compile(
    rf"(?:(?:frau|herr|fr|hr|mw|mevrouw|meneer|dhr|mme|sra?|don|inge|dr)\.? )?(?P<one>{_SMALL})(?P<two> {_SMALL})?"
)
_PAIR = re.compile(rf"(?<!\w){_WORD} (?:&|\+|und|and|et|y|e|en|og|och) {_WORD}(?!\w)")
_ENDS_WITH = re.compile(
    rf"(?:^|[.!?…)\n/–—-]|[^\w\s,'’])[ ]*(?:x+ )?(?P<name>{_SMALL}(?: {_SMALL})?)"
    r"(?=[ ]?(?:[,/(|@·–—-]| x | (?:from|at|von|vom|de|du|d'|fra|från|van|da|di|hos)\b|[^\w\s]*$))"
)
_FEW, _LAST = 110, 70
"""Words of a letter in which every capital may begin a name; and the characters in which it is signed."""


def contact_candidates(source: BriefSource, zones: Zones, ruled: str | None) -> list[Candidate]:
    """The names that may be the contact's, in the order met; `ruled` is the one that the rules read."""
    found: dict[str, list[Mention]] = {}
    for mention in _mentions(source, zones, ruled):
        core = bare_words(mention.name)
        if len(core) > 1 and (mention.origin == RULED or not is_ours(mention.name, source)):
            found.setdefault(core, []).append(mention)
    return [Candidate(core, tuple(mentions)) for core, mentions in found.items()]


def _mentions(source: BriefSource, zones: Zones, ruled: str | None) -> Iterator[Mention]:
    text = zones.shown.text
    if ruled:
        yield placed(ruled, text, RULED)
    yield from _of_headers(source, zones)
    for m in islice(_FULL.finditer(text), _MOST_PEOPLE):
        yield from _people(text, m.start(), m.end(), source)
    for pattern, origin in ((TITLED, "titled"), (_INITIALED, "initialed")):
        for m in islice(pattern.finditer(text), 10):
            yield Mention(m["name"], *m.span("name"), origin)
    for name, start, end in signed_names(zones.voiced):
        yield Mention(name, start, end, "signed")
    for said in introductions(zones.wanted):
        if said.person:
            yield Mention(*said.person, "introduced")
    if len(zones.wanted.text.split()) <= _FEW:
        yield from _of_note(zones)
    for found in islice(_singles(zones), _MOST_SINGLES):
        if is_person(found.name, source):
            yield found


def _of_note(zones: Zones) -> Iterator[Mention]:
    """Names in few words: whoever says so or closes it, written small or not, pairs, and every other capital."""
    text = zones.shown.text
    low = folded(text)
    for m in islice(speaking().finditer(low), 5):
        if named := _SPOKEN.match(low, m.end()):
            a, b = named.span("one")
            yield Mention(text[a:b], a, b, "speaking")
            if named["two"]:
                yield Mention(text[a : named.end()], a, named.end(), "speaking two")
    ends = len(zones.voiced.text.rstrip())
    for m in _ENDS_WITH.finditer(text, max(0, ends - _LAST), ends):
        a, b = m.span("name")
        yield Mention(text[a:b], a, b, "ending")
        if " " in text[a:b]:
            yield Mention(text[a:b].split()[0], a, a + len(text[a:b].split()[0]), "ending first")
    for m in islice(_PAIR.finditer(text), 4):
        yield Mention(m[0], *m.span(), "pair")
    for m in islice(re.finditer(_WORD, text), 60):
        if text[m.start() - 1 : m.start()] not in ("@", ".", "/", "-"):
            yield Mention(m[0], *m.span(), "capital")


def _of_headers(source: BriefSource, zones: Zones) -> Iterator[Mention]:
    text = zones.shown.text
    said = [("sender", source.sender_name), ("author", zones.author)]
    said += [("older", segment.author) for segment in source.segments[:6]]
    for origin, name in said:
        if not name or "@" in name:
            continue
        bare = re.sub(r"\s*[(\[|/].*$", "", name).strip(" \"'")
        turned = re.fullmatch(rf"({_WORD}), ({_WORD})", bare)
        bare = f"{turned[2]} {turned[1]}" if turned else bare
        if len(bare) > 1:
            yield placed(bare, text, origin)
            first = bare.split()[0]
            if first != bare and zones.is_chat:
                yield placed(first, text, f"{origin} first")


def _people(text: str, start: int, end: int, source: BriefSource) -> Iterator[Mention]:
    """A name of several words whole, without its house, and without a word that opened the sentence."""
    named = bare_person(text[start:end], start)
    if named is None:
        return
    whole, at, _ = named
    name = without_company(whole)
    if is_person(name, source):
        yield Mention(name, at, at + len(name), "person")
    words = [m.start() for m in re.finditer(r"\S+", name)]
    for n in (1, 2):
        if n < len(words) - 1 + (n == 1) and name[words[n]].isupper() and is_person(name[words[n] :], source):
            yield Mention(name[words[n] :], at + words[n], at + len(name), f"tail{n}")
    if len(words) > 1 and is_person(first := name.split()[0], source):
        yield Mention(first, at, at + len(first), "first")
    if len(words) > 2:
        two = " ".join(name.split()[:2])
        if name.split()[1][0].isupper():
            yield Mention(two, at, at + len(two), "head2")


def _singles(zones: Zones) -> Iterator[Mention]:
    """First names where people are named: closing and opening lines, who says so, and who stands by an address."""
    text, low = zones.shown.text, folded(zones.shown.text)
    lines = [m.span() for m in _LINE.finditer(zones.voiced.text)]
    for a, b in reversed(lines[-_CLOSING:]):
        for pattern in (_OPENS, _CLOSES):
            for m in pattern.finditer(text, a, b):
                yield Mention(m["name"], *m.span("name"), "closing")
    for m in (*islice(EMAIL.finditer(text), 10), *islice(PHONE.finditer(text), 10)):
        for word in re.finditer(_WORD, text[max(0, m.start() - 60) : m.start()]):
            at = max(0, m.start() - 60) + word.start()
            yield Mention(word[0], at, at + len(word[0]), "by address")
    for m in islice(_SAID.finditer(low), 60):
        named = re.compile(_WORD).match(text, m.end())
        if named:
            yield Mention(named[0], named.start(), named.end(), "said")
    for m in islice(re.finditer(_WORD, text), 200):
        if _BEHIND.match(low, m.end()) and not text[m.start() - 1 : m.start()].isalpha():
            yield Mention(m[0], m.start(), m.end(), "behind")
