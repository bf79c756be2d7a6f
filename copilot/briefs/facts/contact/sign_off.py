"""Who signs a brief without a signature block: the name after a closing formula, or alone as its very last words.

"Mvh Kasper, 22 55 01 74", "Gracias,\\nPaco Belchí, 968 55 01 15", "… geht das? LG Jule", "…: 5 November. Selin".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copilot.briefs.facts.letter.people import TITLES
from copilot.briefs.facts.letter.view import View
from copilot.briefs.facts.words import entries, folded, names, pattern_of

Named = tuple[str, int, int]

_WORD = r"[A-ZÀ-ÞŁŚŻĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*\.?"
_NAME = re.compile(
    rf"(?:{_WORD})(?:[ ](?:{_WORD}|van|von|de|der|den|la|el|al|af|da|di|dos|le|ten|ter|du|del|y)){{0,3}}"
)
_GAP = re.compile(rf"[\s,.!:;*_–-]*(?:\(?[xX❤]+\)?\s*)?(?:/\s*)?(?:{TITLES.pattern})?")
_TAIL = re.compile(
    r"\s*(?:$|[,;|/(•–—-]|\n|\s(?:\+|\d|at\b|from\b|von\b|de\b|van\b|fra\b|från\b|di\b|x+\b|:\)|[^\w\s]))"
)
_ALONE = re.compile(
    rf"(?:[.!?…)]|\n)\s+[-–/~]*\s?(?:{TITLES.pattern})?({_WORD}(?: {_WORD})?)(?:,\s[A-ZÀ-Þ][^,.\n]{{2,40}}|"
    rf"\s\([A-ZÀ-Þ][^)\n]{{2,40}}\))?\s*[.!x]*\s*$"
)


def _formulas() -> re.Pattern[str]:
    return dict(names("sign_offs"))["formula"]


def signed_names(view: View) -> Iterator[Named]:
    """Names after closing formulas, the last formula first; then a lone last word that reads like a name."""
    low = folded(view.text)
    for m in reversed(list(_formulas().finditer(low))):
        at = m.end()
        gap = _GAP.match(view.text, at)
        at = gap.end() if gap else at
        named = _NAME.match(view.text, at)
        if named and _TAIL.match(view.text, named.end()) and not _formulas().match(low, at):
            yield _trimmed(named[0]), at, at + len(_trimmed(named[0]))
    alone = _ALONE.search(view.text)
    if alone and not _says_something(alone[1]):
        yield alone[1].strip("."), alone.start(1), alone.start(1) + len(alone[1].strip("."))


def _trimmed(name: str) -> str:
    return re.sub(r"(?:\s(?:van|von|de|der|den|la|el|al|af|da|di|dos|le|ten|ter|du|del|y))+$", "", name).rstrip(".")


def _says_something(word: str) -> bool:
    """A last word that is a thanks, a place or a language closes a sentence, it signs nothing."""
    low = folded(word.strip("."))
    kinds = ("languages", "territories", "towns", "media", "sign_offs")
    return any(p.fullmatch(low) for kind in kinds for _, p in names(kind))


@cache
def _of_house() -> re.Pattern[str]:
    """ "Fer de Vinculación": a department or the kind of a house is no family's name."""
    keys = ("department", "institution", "business")
    return re.compile(pattern_of({entry for key in keys for entry in entries("client", key)}))


def without_company(name: str) -> str:
    """ "Marta de Conservas Ría Alta" is Marta; "Ruud van den Berg" is all his name."""
    parts = re.split(r"\s(?=(?:de|del|di|da|do|van|von|du)\s)", name)
    while len(parts) > 1 and (
        len([w for w in parts[-1].split()[1:] if w[0].isupper()]) >= 2
        or _of_house().match(folded(parts[-1].split(" ", 1)[-1]))
    ):
        parts.pop()
    return " ".join(parts)
