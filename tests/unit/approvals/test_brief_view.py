"""Quotes are marked where their offsets say and nowhere else; nothing of a brief becomes markup."""

from __future__ import annotations

import htpy as h

from api.web.components.brief_view import (
    BriefShown,
    FactShown,
    PageShown,
    Quoted,
    WarningShown,
    brief_view,
    marked,
)

TEXT = "We need a film. Deliver by 12 May. A film it is."


def shown(page: PageShown, *quotes: Quoted) -> str:
    return str(h.div[marked(page, quotes)])


def quote(words: str, text: str = TEXT) -> Quoted:
    start = text.index(words)
    return Quoted(words, start, start + len(words))


def test_a_quote_is_marked_at_its_offsets_and_the_text_is_whole() -> None:
    html = shown(PageShown(1, 0, TEXT), quote("12 May"))
    assert f'Deliver by <mark data-marks="{quote("12 May").mark}">12 May</mark>.' in html
    assert html.count("<mark") == 1


def test_overlapping_quotes_share_the_words_they_share() -> None:
    first, second = quote("need a film"), quote("a film. Deliver")
    html = shown(PageShown(1, 0, TEXT), first, second)
    assert f'<mark data-marks="{first.mark} {second.mark}">a film</mark>' in html
    assert f'<mark data-marks="{first.mark}">need </mark>' in html


def test_a_quote_is_found_on_the_page_it_stands_on() -> None:
    pages = [PageShown(1, 0, TEXT[:16]), PageShown(2, 16, TEXT[16:])]
    assert "<mark" not in shown(pages[0], quote("12 May"))
    assert ">12 May</mark>" in shown(pages[1], quote("12 May"))


def test_a_quote_over_a_page_break_is_marked_on_both() -> None:
    across = quote("film. Deliver")
    assert ">film. </mark>" in shown(PageShown(1, 0, TEXT[:16]), across)
    assert ">Deliver</mark>" in shown(PageShown(2, 16, TEXT[16:]), across)


def test_words_that_do_not_stand_there_are_not_marked() -> None:
    assert "<mark" not in shown(PageShown(1, 0, TEXT), Quoted("13 May", 27, 33))


def test_nothing_of_the_brief_becomes_markup() -> None:
    text = "<img src=x onerror=alert(1)> wants <b>it</b>"
    brief = BriefShown(
        filename="<i>brief</i>.txt",
        original="",
        pages=(PageShown(1, 0, text),),
        facts=(FactShown("Client", ("<script>x</script>",), (quote("<b>it</b>", text),)),),
        questions=("<u>?</u>",),
        warnings=(WarningShown("<s>!</s>", True, (quote("<img src=x", text),)),),
        offer=None,
    )
    html = str(brief_view(brief))
    for tag in ("<img", "<script", "<b>", "<i>", "<u>", "<s>"):
        assert tag not in html


def test_thirty_pages_with_their_quotes_are_drawn_at_once() -> None:
    page = "A line of the brief that says something.\n" * 60
    pages = tuple(PageShown(number + 1, number * len(page), page) for number in range(30))
    quotes = tuple(Quoted(page[:10], number * len(page), number * len(page) + 10) for number in range(30))
    brief = BriefShown("long.pdf", "", pages, (FactShown("Client", ("x",), quotes),), (), (), None)
    assert str(brief_view(brief)).count("<mark") == 30
