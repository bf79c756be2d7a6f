"""The words of questions (`words.toml`): what is asked, what is bought, who works, what holds a sentence together."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from store.budget.aicp import chart
from store.budget.rate_card import default_rate_cards


@dataclass(frozen=True)
class Vocabulary:
    """`classes` are those of a word: what is said alike in many words."""

    trades: frozenset[str]
    bought: frozenset[str]
    stop: frozenset[str]
    classes: Mapping[str, tuple[str, ...]]

    def is_trade(self, word: str) -> bool:
        return word in self.trades or word.removesuffix("s") in self.trades

    def is_bought(self, word: str) -> bool:
        return word in self.bought or word.removesuffix("s") in self.bought


@cache
def vocabulary() -> Vocabulary:
    """The shipped vocabulary, with the words of the rate card that ships and of the chart of accounts."""
    said = tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))
    trades, bought, stop, common = (
        frozenset(said[name].split()) for name in ("trades", "bought", "stop", "too_common")
    )
    named = [item.description for item in default_rate_cards()["EUR"].items] + [*chart("aicp").accounts.values()]
    sold = {word for name in named for word in re.findall(r"[a-zà-ÿ'-]{3,}", name.lower())}
    classes: defaultdict[str, list[str]] = defaultdict(list)
    for name, words in said["classes"].items():
        for word in words.split():
            classes[word].append(name)
    return Vocabulary(
        trades, (bought | sold | trades) - common - stop, stop, {word: tuple(names) for word, names in classes.items()}
    )
