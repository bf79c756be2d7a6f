"""The client in a signature and in the sender's domain: companies with a legal form, under a name, or spelt there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from copilot.briefs.facts.letter.names import EMAIL, LEGAL, NAME, Named, signature_lines, tidy
from copilot.briefs.facts.letter.people import ROLE
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.view import Span
from copilot.briefs.facts.letter.zones import Zones
from copilot.briefs.facts.words import folded

_FREE_MAIL = frozenset(
    "gmail googlemail outlook hotmail yahoo icloud gmx web live aol proton protonmail mail orange wanadoo free "
    "laposte telenet ziggo".split()
)


def signed(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """A company with a legal form in the signature or the last lines, or one that spells the sender's domain."""
    stem = writers_stem(zones, source)
    found: list[tuple[int, Named]] = []
    for a, b in _closing_lines(zones):
        line = zones.shown.text[a:b]
        for m in re.finditer(NAME, line):
            name = tidy(m[0])
            joint = re.search(r"^.*\b(?:der|des|von|for|für|pour|de la|van|of)\s+(?=[A-ZÀ-Þ])", m[0])
            legal = LEGAL.search(line[m.start() : m.end() + 12]) and LEGAL.search(m[0] + _tail(line, m.end()))
            if "@" in line[max(0, m.start() - 1) : m.end() + 1]:
                continue
            if legal or (stem and len(name) > 3 and spells(name, stem)):
                cut = joint.end() if joint and re.match(r"\w*(?:film|video|spot|clip|brief)", m[0].lower()) else 0
                found.append((0 if stem and spells(name, stem) else 1, (m[0][cut:], a + m.start() + cut, a + m.end())))
    yield from _spelt_whole(zones, stem)
    yield from (named for _, named in sorted(found, key=lambda f: f[0]))


def under_name(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """The company after the writer's name: "Ollie Marsh, Brackenbury Cheese", or alone on a signature's line."""
    person = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:[ ](?:[A-ZÀ-Þ][\w'’.-]*|van|von|de|der|du|da)){0,3}")
    lines = _closing_lines(zones)
    for i, (a, b) in enumerate(lines):
        line = zones.shown.text[a:b]
        parts = [(m.start(), m.end()) for m in re.finditer(r"(?:\bA/S\b|[^,|/•])+", line)]
        heads = [line[x:y].strip() for x, y in parts]
        if len(parts) >= 2 and person.fullmatch(heads[0]):
            rest = parts[1:]
        elif len(parts) == 1 and _follows_person(zones, lines[:i], person):
            rest = parts
            bare = re.sub(r"\s*\([A-Z]{2,8}\)$", "", line.strip(" ."))
            after_role = ROLE.search(folded(zones.shown.text[slice(*lines[i - 1])])) is not None
            if (
                after_role
                and re.fullmatch(_HOUSE_LINE, bare)
                and not re.fullmatch(NAME, bare)
                and not ROLE.search(folded(bare))
            ):
                yield bare, a + line.index(bare), a + line.index(bare) + len(bare)
        else:
            continue
        for x, y in reversed(rest):
            said = line[x:y].strip(" .")
            if (
                re.fullmatch(NAME, said)
                and not ROLE.search(folded(said))
                and not re.search(r"\d", said)
                and said != heads[0]
            ):
                at = a + line.index(said, x)
                yield said, at, at + len(said)


_FORMULA = re.compile(
    r"^(?:(?:[Mm]vh|MVH|LG|VG|[Hh]ilsen|[Gg]roet(?:en|jes)?|[Gg]ru(?:ß|ss)|[Gg]rüße|Best|Regards|"
    r"Cheers|Thanks|Saludos|Saluti|Abraço|Med vennlig hilsen|Hälsningar),? )+(?=[A-ZÀ-Þ])"
)
"""A closing before the name on its line: "Hilsen Terje"."""


_HOUSE_LINE = r"[A-ZÀ-Þ][\w'’&-]+(?: [a-zà-ÿ]{2,12}| [A-ZÀ-Þ&][\w'’-]*){1,6} [A-ZÀ-Þ][\w'’-]+"
"""A house with small words in its name, below a role: "Centrale générale du Rail"."""


def _follows_person(zones: Zones, above: list[Span], person: re.Pattern[str]) -> bool:
    """Whether a person's name stands right above, with no more than one line for their role between."""
    said = [_FORMULA.sub("", zones.shown.text[a:b].strip(" ,.")) for a, b in above[-2:]]
    if said and ROLE.search(folded(said[-1])) and len(said[-1]) < 60:
        said = said[:-1]
    return bool(said) and person.fullmatch(said[-1]) is not None and not ROLE.search(folded(said[-1]))


def _tail(line: str, at: int) -> str:
    m = re.match(
        r"[ ,]+(?:B\.V\.|S\.A\.S?|S\.L\.|N\.V\.|S\.r\.l\.|S\.p\.A\.|Co\., Ltd\.?|GmbH|AG|AB|AS|A/S|ApS|\(Pty\) Ltd)|"
        r"\.? KG\b",
        line[at:],
    )
    return m[0] if m else ""


def _closing_lines(zones: Zones) -> list[Span]:
    lines = signature_lines(zones)
    ends = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", zones.wanted.text) if m[0].strip()]
    return lines + [e for e in ends[-5:] if e not in lines and e[1] - e[0] < 60]


def writers_stem(zones: Zones, source: BriefSource) -> str:
    """The telling part of the domain of who wrote the brief, or nothing for our own and for free mail."""
    texts = [zones.shown.text[a:b] for a, b in zones.signatures] + [zones.wanted.text]
    written = next((m[0] for text in texts if (m := EMAIL.search(text))), None)
    return stem_of(zones.email or written or source.sender_email, source)


def stem_of(address: str | None, source: BriefSource) -> str:
    """The telling part of an address's domain, or nothing for our own and for free mail."""
    domain = address.split("@")[1].lower().rstrip(".") if address and "@" in address else ""
    stem = re.sub(r"\W", "", domain.rsplit(".", 1)[0].split(".")[-1]) if domain else ""
    return "" if domain in source.own_domains or stem in _FREE_MAIL or len(stem) < 3 else stem


_WITH_MORE = re.compile(
    rf"{NAME}(?:[ ](?:in|on|at|to|with|without|by|im|am|mit|ohne|i|på|med|con|sans|avec|met|op)[ ]{NAME})+"
)


def _spelt_whole(zones: Zones, stem: str) -> Iterator[Named]:
    """ "Hearts on Wheels" where the domain spells all its words: a preposition is then no end of the name."""
    for m in _WITH_MORE.finditer(zones.shown.text) if stem else ():
        if re.sub(r"[^a-z0-9]", "", _plain(LEGAL.sub("", m[0]))) == _plain(stem):
            yield m[0], m.start(), m.end()


def from_domain(zones: Zones, source: BriefSource) -> Iterator[Named]:
    """Names anywhere that spell the writer's domain, the longest first."""
    stem = writers_stem(zones, source)
    hits = [
        (m[0], m.start(), m.end())
        for m in re.finditer(NAME, zones.shown.text)
        if stem
        and len(m[0]) > 3
        and spells(tidy(m[0]), stem)
        and "@" not in zones.shown.text[max(0, m.start() - 1) : m.end() + 1]
    ]
    yield from _spelt_whole(zones, stem)
    yield from sorted(hits, key=lambda h: -len(h[0]))


_SMALL = frozenset(
    "the of for and de du des la le les del van het der die das von zum zur og och y e et di da do d l".split()
)
_TWO_FOR_ONE = {"ae": "a", "oe": "o", "ue": "u", "aa": "a", "ss": "s"}


def _plain(text: str) -> str:
    low = folded(text)
    for two, one in _TWO_FOR_ONE.items():
        low = low.replace(two, one)
    return low


def spells(name: str, stem: str) -> bool:
    """Whether a name spells a domain's stem: "Lumen Home Ltd" and lumenhome, "St Bride's Hospice" and stbridehospice.

    The stem is made of the beginnings of the name's words in their order; small words may be missing, and so may words
    before the first that counts and after the last, as long as four letters of one word stand in it.
    """
    bare = _plain(LEGAL.sub("", name))
    whole = _plain(stem)
    forms = {re.sub(r"[^a-z0-9]", "", bare.replace("&", word)) for word in ("and", "und", "")}
    if whole in forms or (len(whole) >= 5 and any(len(f) >= 5 and (f.startswith(whole) or f in whole) for f in forms)):
        return True
    words = re.findall(r"[a-z0-9]+", bare.replace("'", ""))[:8]
    pairs = [one + two for one, two in pairwise(words)] if len(words) > 2 else []
    if any(len(pair) >= 7 and whole.startswith(pair) for pair in pairs):
        return True  # "St Columba's Primary School" and stcolumbasdunmore
    return len(whole) >= 5 and (any(_covers(words[at:], whole) for at in range(len(words))) or _picks(words, whole))


def _picks(words: list[str], whole: str) -> bool:
    """Whether some of the words, whole or cut after four letters, make up a stem: "Orto Botanico di X" and ortox."""
    reached = {0: 0}  # how far the stem is made up, and of how many words
    for word in words:
        ahead = dict(reached)
        for at, used in reached.items():
            for k in range(len(word), min(len(word), 4) - 1, -1):
                if k >= 3 and whole.startswith(word[:k], at):
                    ahead[at + k] = max(ahead.get(at + k, 0), used + 1)
        reached = ahead
    return reached.get(len(whole), 0) >= 2


def _covers(words: list[str], whole: str) -> bool:
    """Whether the beginnings of the words in their order make up a stem, from the first word on."""
    reached = {0: 0}  # how far the words cover the stem, and the longest beginning that stands in it
    for n, word in enumerate(words):
        ahead = {at: longest for at, longest in reached.items() if n and word in _SMALL}
        for at, longest in reached.items():
            common = next(
                (k for k in range(min(len(word), len(whole) - at), 0, -1) if whole.startswith(word[:k], at)), 0
            )
            for k in range(1, common + 1):
                ahead[at + k] = max(ahead.get(at + k, 0), longest, k)
        reached = ahead
        if reached.get(len(whole), 0) >= 4:
            return True
    return False
