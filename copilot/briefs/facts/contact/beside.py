"""The person named right before an address or a number: "(ref. Ada Riva, info@…)", "mw. J. Bos, inkoop@…".

Whoever is written beside a way to reach them is who is reached; what they are ("secretario:", "(Comms)") may stand
between. A house, an office or a job alone is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copilot.briefs.facts.client.told import is_house_named
from copilot.briefs.facts.client.vocabulary import bare_kind, job
from copilot.briefs.facts.letter.names import EMAIL, LEGAL, Named
from copilot.briefs.facts.letter.people import ROLE, TITLES, is_ours
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.view import View
from copilot.briefs.facts.words import entries, folded, pattern_of

_CAP = r"[A-ZÀ-ÞŁŚŻĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*"
_NAME = re.compile(
    rf"(?<![\w.@])(?:[A-ZÀ-Þ]\.[ -]?){{0,2}}{_CAP}(?:[ ](?:{_CAP}|[A-ZÀ-Þ]\.|van|von|de|der|den|la|el|al|af|da|di|dos|"
    r"le|ten|ter|du|del|y|e))*"
)
_BETWEEN = re.compile(
    r"(?:\s?\([^()\n]{2,40}\))?(?:,\s[^,.:;\n@]{2,45}?)?[\s,:;()<|/–-]{1,4}(?:(?:e-?mail|mail|correo|courriel|tel|tlf|"
    r"telefon\w*|phone|mobile?|mob|m|t|e|durchwahl|portable|gsm|cell)\b[.:]?\s?)?(?:on\s|at\s|unter\s|under\s|via\s|op\s|"
    r"au\s|al\s|på\s)?[<(+]{0,2}",
    re.IGNORECASE,
)
_REACH = 130


def beside(view: View, at: int, source: BriefSource) -> Named | None:
    """The person right before the address or number that stands at `at`, on its line."""
    start = max(view.text.rfind("\n", 0, at) + 1, at - _REACH)
    before = view.text[start:at]
    found = [m for m in _NAME.finditer(before) if _BETWEEN.fullmatch(before, m.end())]
    address = view.text[at : at + 80]
    people = [p for m in found if (p := bare_person(m[0], start + m.start())) and is_person(p[0], source)]
    people = [p for p in people if not _is_house_of(p[0], address)]
    local = folded(address.partition("@")[0])
    # "Ms Hessa Al Mutawa, Patient Experience, hessa.m@…": what they do may be written like a name.
    return max(people, key=lambda p: (_is_spelt(p[0], local), " " in p[0], -p[1]), default=None)


def _is_spelt(name: str, local: str) -> bool:
    words = re.split(r"[\s.-]+", folded(name))
    tokens = re.split(r"[._-]", local)
    return any(word in tokens for word in words if len(word) > 1) or local in (words[0][:1] + words[-1], words[-1])


def _is_house_of(name: str, address: str) -> bool:
    """Whether a name spells the domain of the address behind it: "Loomhaven Rugs, priya@loomhaven.example"."""
    email = EMAIL.match(address)
    domain = email[0].partition("@")[2].rpartition(".")[0] if email else ""
    return bool(domain) and is_house_named(name, re.sub(r"\W", "", domain), email[0] if email else None)


def bare_person(name: str, at: int) -> Named | None:
    """The name without titles and the job before it: "Upphandlare Kerstin Wallmo"."""
    name = re.sub(r"(?: (?:van|von|de|der|den|la|el|al|af|da|di|dos|le|ten|ter|du|del|y|e))+$", "", name)
    while True:
        titled = TITLES.match(name)
        first = name.split(" ", 1)
        cut = titled.end() if titled else 0
        if not cut and len(first) > 1 and (job().fullmatch(folded(first[0])) or _office().fullmatch(folded(first[0]))):
            cut = len(first[0]) + 1
        if not cut:
            break
        name, at = name[cut:], at + cut
    return (name, at, at + len(name)) if name else None


@cache
def _office() -> re.Pattern[str]:
    words = {*entries("client", "department"), *entries("labels", "contact")}
    return re.compile(pattern_of(words))


def is_office(word: str) -> bool:
    """Whether a folded word is a department's or a label for contacts: "vertrieb", "kontakt"."""
    return _office().fullmatch(word) is not None


def is_person(name: str, source: BriefSource) -> bool:
    """Whether a capitalised name may be a person's: no house, office, job or label, and none of ours."""
    low = folded(name)
    words = low.split()
    kind = bare_kind().search(low)
    is_house = kind is not None and (len(words) > 2 or kind.start() == 0) and len(words) > 1
    is_house = is_house or LEGAL.search(name) is not None
    plain = ROLE.search(low) or job().fullmatch(low) or _office().fullmatch(low)
    return not is_house and not plain and not is_ours(name, source) and len(name) > 2 and not name.isupper()


def spelt_singles(view: View, email: str, source: BriefSource) -> Iterator[Named]:
    """First names anywhere that an address spells: "Ines" and ines@…, "Siv" and siv.aasgaard@…."""
    tokens = [t for t in re.split(r"[._-]", folded(email.split("@")[0])) if len(t) > 2]
    for m in re.finditer(_CAP, view.text):
        if folded(m[0]) in tokens and is_person(m[0], source):
            yield m[0], m.start(), m.end()
