"""The instalments of an offer as its terms write them: "50 % (EUR 12,000.00) on agreement", one form to write and read.

The invariant: where the shares that a term names are the whole, their amounts add up to the price, to the minor unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from store.kernel.money import Money
from store.proposals.wording import plain

_INSTALMENT = re.compile(r"(\d+(?:\.\d+)?) % \([A-Z]{3} -?[\d,]+(?:\.\d+)?\)")


def instalment(percent: Decimal, amount: Money) -> str:
    """Return an instalment as a term writes it."""
    return f"{plain(percent)} % ({amount})"


def with_instalments_of(terms: Iterable[Mapping[str, str]], price: Money) -> list[dict[str, str]]:
    """Return the terms with every split of the price naming what its shares of this price are; other words stay."""
    return [{**term, "text": _split(term["text"], price)} for term in terms]


def _split(text: str, price: Money) -> str:
    shares = [Decimal(share) for share in _INSTALMENT.findall(text)]
    if sum(shares) != 100:
        return text
    fresh = iter([instalment(share, part) for share, part in zip(shares, price.split(shares), strict=True)])
    return _INSTALMENT.sub(lambda _: next(fresh), text)
