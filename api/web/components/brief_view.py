"""A brief beside what was read in it: the text with every quote marked at its exact place, each fact with its quotes.

It takes plain values, so that any page can show a brief. A quote is marked where its offsets say, and nowhere else;
one whose words do not stand there is told as such and never marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import htpy as h

from api.web.components.figures import money
from api.web.components.icons import icon
from store.kernel.money import Money


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote: its words, and where in the text they begin and end."""

    words: str
    start: int
    end: int

    @property
    def mark(self) -> str:
        return f"q{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class PageShown:
    """One page of the text; `start` is its first character's place in the whole."""

    number: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class FactShown:
    """What was read, as people say it, and the quotes it rests on."""

    label: str
    values: tuple[str, ...]
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class WarningShown:
    """Something to look at; `grave` for what somebody may have meant to do to us."""

    message: str
    grave: bool
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class LeverShown:
    """A way to bring the total down."""

    description: str
    saving: Money
    new_total: Money
    fits: bool


@dataclass(frozen=True, slots=True)
class OfferShown:
    """The offer's total beside the client's budget; `ceiling` None where the brief states none in its currency."""

    total: Money
    total_ex_tax: Money
    ceiling: Money | None
    compared: Money
    with_tax: bool
    over_by: Money | None
    levers: tuple[LeverShown, ...]


@dataclass(frozen=True, slots=True)
class BriefShown:
    """A brief and its reading. `original` is where the file as it came can be had."""

    filename: str
    original: str
    pages: tuple[PageShown, ...]
    facts: tuple[FactShown, ...]
    questions: tuple[str, ...]
    warnings: tuple[WarningShown, ...]
    offer: OfferShown | None


def brief_view(brief: BriefShown) -> h.Element:
    """Draw the text on the left and what was read on the right; on a phone one of the two, by a switch."""
    return h.div(".brief", data_side="facts")[
        h.div(".brief-switch.tabs", role="group", aria_label="Show")[
            h.button(type="button", data_brief_side="facts", aria_pressed="true")["What was read"],
            h.button(type="button", data_brief_side="text", aria_pressed="false")["The brief's text"],
        ],
        _text(brief),
        h.div(".brief-facts")[
            _warnings(brief.warnings),
            _offer(brief.offer) if brief.offer else None,
            h.section(".sheet")[
                h.h2["What the brief says"], h.dl(".brief-list")[(_fact(fact) for fact in brief.facts)]
            ],
            h.section(".sheet")[h.h2["Open questions"], h.ul(".questions")[(h.li[one] for one in brief.questions)]]
            if brief.questions
            else None,
        ],
    ]


def _text(brief: BriefShown) -> h.Element:
    marks = tuple(dict.fromkeys([*_quotes(brief.facts), *_quotes(brief.warnings)]))
    grave = frozenset(quote.mark for quote in _quotes(one for one in brief.warnings if one.grave))
    several = len(brief.pages) > 1
    return h.section(".sheet.brief-text", aria_label=f"Text of {brief.filename}", tabindex="0")[
        h.header(".spread")[
            h.h2[brief.filename],
            h.a(".small", href=brief.original, download=brief.filename)["The original"] if brief.original else None,
        ],
        (
            h.div(".brief-page", id=f"page-{page.number}")[
                h.div(".page-number.small.muted")[f"Page {page.number}"] if several else None,
                h.div(".verbatim")[marked(page, marks, grave)],
            ]
            for page in brief.pages
        )
        if brief.pages
        else h.p(".muted")[
            "The text of this brief was not kept, or is not for your role. The quotes stand with the facts."
        ],
    ]


def marked(page: PageShown, quotes: Sequence[Quoted], grave: frozenset[str] = frozenset()) -> list[h.Node]:
    """Return a page's text with what is quoted in `<mark>`; where quotes overlap, a mark belongs to each of them."""
    here = [
        (max(quote.start - page.start, 0), min(quote.end - page.start, len(page.text)), quote)
        for quote in quotes
        if quote.start < page.start + len(page.text) and quote.end > page.start and stands(page, quote)
    ]
    cuts = sorted({0, len(page.text), *(cut for start, end, _ in here for cut in (start, end))})
    parts: list[h.Node] = []
    for start, end in pairwise(cuts):
        covering = [quote.mark for first, last, quote in here if first <= start and end <= last]
        text = page.text[start:end]
        if not covering:
            parts.append(text)
            continue
        tone = "grave" if grave.intersection(covering) else None
        parts.append(h.mark(class_=tone, data_marks=" ".join(covering))[text])
    return parts


def stands(page: PageShown, quote: Quoted) -> bool:
    """Whether as much of a quote as falls on this page stands there, word for word."""
    start, end = quote.start - page.start, quote.end - page.start
    on_page = page.text[max(start, 0) : end]
    return quote.words[max(-start, 0) :].startswith(on_page)


def _fact(fact: FactShown) -> h.Element:
    return h.div(".brief-fact", data_quotes=" ".join(quote.mark for quote in fact.quotes))[
        h.dt[fact.label],
        h.dd[(h.div(".fact-value")[value] for value in fact.values), _chips(fact.quotes)],
    ]


def _chips(quotes: Sequence[Quoted]) -> h.Node:
    return h.div(".evidence")[
        (
            h.button(".chip.quote", type="button", data_quote=quote.mark, title="Show it in the brief")[
                f"“{_short(quote.words)}”"
            ]
            for quote in quotes
        )
    ]


def _warnings(warnings: Sequence[WarningShown]) -> h.Node:
    return [
        h.div(class_=["callout", {"bad": one.grave}], role="note")[
            icon("warning"), h.div[h.p[one.message], _chips(one.quotes)]
        ]
        for one in warnings
    ]


def _offer(offer: OfferShown) -> h.Element:
    basis = "including tax" if offer.with_tax else "excluding tax"
    over = offer.over_by is not None and offer.over_by.minor > 0
    return h.section(".sheet.brief-offer")[
        h.h2["The offer beside the budget"],
        h.dl(".offer-rows")[
            h.div[h.dt["Total, including tax"], h.dd[money(offer.total.minor, offer.total.currency)]],
            h.div[h.dt["Total, excluding tax"], h.dd[money(offer.total_ex_tax.minor, offer.total_ex_tax.currency)]],
            h.div[h.dt[f"The client's budget ({basis})"], h.dd[money(offer.ceiling.minor, offer.ceiling.currency)]]
            if offer.ceiling
            else h.div[h.dt["The client's budget"], h.dd(".muted")["not stated"]],
        ],
        h.p(class_=f"badge tone-{'bad' if over else 'good'}")[
            ["Over by ", money(offer.over_by.minor, offer.over_by.currency)]
            if over and offer.over_by
            else "Within the budget"
        ]
        if offer.ceiling
        else None,
        h.h3[f"What would bring it down ({basis})"] if offer.levers else None,
        h.ul(".levers")[(_lever(lever) for lever in offer.levers)] if offer.levers else None,
    ]


def _lever(lever: LeverShown) -> h.Element:
    return h.li[
        h.div[lever.description],
        h.div(".small.muted")[
            "saves ",
            money(lever.saving.minor, lever.saving.currency),
            ", new total ",
            money(lever.new_total.minor, lever.new_total.currency),
            h.span(".badge.tone-good")["fits the budget"] if lever.fits else None,
        ],
    ]


def _quotes(things: Iterable[FactShown | WarningShown]) -> list[Quoted]:
    return [quote for thing in things for quote in thing.quotes]


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 70 else f"{flat[:69]}…"
