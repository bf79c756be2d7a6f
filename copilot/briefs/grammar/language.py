"""Which of the studio's languages a text is written in.

Everyday words vote first: a brief of a few lines is decided by them, also among the Scandinavian neighbours. A
statistical model (py3langid, restricted to our languages; loading it takes half a second, so it is loaded only then)
settles what they do not.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from copilot.briefs.grammar.fold import fold, fold_word
from copilot.briefs.grammar.lexicon.stopwords import STOPWORDS

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES = tuple(STOPWORDS)
_ENOUGH_VOTES = 3.0
_CLEAR_LEAD = 1.35


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the text's main language, "en" when nothing tells."""
    votes = _votes(text)
    (best, score), (_, second), *_rest = sorted(votes.items(), key=lambda item: -item[1])
    if score >= _ENOUGH_VOTES and score >= second * _CLEAR_LEAD:
        return best
    letters = sum(c.isalpha() for c in text)
    if letters < 12:
        return best if score else "en"
    return _by_model(text, votes)


def _by_model(text: str, votes: dict[str, float]) -> str:
    """Return the model's first choice among the languages that have votes, of all when none has any."""
    scores = dict(_identifier().rank(text))
    candidates = [code for code in LANGUAGES if votes[code] >= 0.5 * max(votes.values(), default=0.0)] or list(
        LANGUAGES
    )
    return max(candidates, key=lambda code: scores.get(code, float("-inf")))


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    """Return for each word the languages it votes for; a word of n languages gives each 1/n."""
    owners: dict[str, set[str]] = {}
    for code, entry in STOPWORDS.items():
        for word in entry.split():
            owners.setdefault(word, set()).add(code)
            owners.setdefault(fold_word(word), set()).add(code)
    return {word: dict.fromkeys(codes, 1 / len(codes)) for word, codes in owners.items()}


def _votes(text: str) -> dict[str, float]:
    weights = _weights()
    votes: dict[str, float] = dict.fromkeys(LANGUAGES, 0.0)
    for word in re.findall(r"[^\W\d_]+", text.lower()[:20_000]):
        for code, weight in (weights.get(word) or weights.get(fold(word).text, {})).items():
            votes[code] += weight
    return votes


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier
