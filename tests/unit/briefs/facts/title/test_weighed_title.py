"""The title, chosen by learnt weights among a letter's wordings."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.zones import zones_of
from copilot.briefs.facts.title.candidates import title_candidates
from copilot.briefs.facts.title.cover import cover_of
from copilot.briefs.facts.title.title import read_title


def _source(text: str, subject: str | None = None) -> BriefSource:
    return BriefSource(
        text=text, source_id="brief", received_on=date(2026, 3, 2), subject=subject, own_names=("Northlight",)
    )


def test_what_the_film_is_called_is_its_title_under_a_subject_that_says_nothing() -> None:
    source = _source(
        "Hallo,\n\nwir brauchen einen Film von 60 Sekunden, 16:9, bis 4. Mai, 9.000 Euro. Der Film heißt "
        '"Vom Korn zum Brot".\n\nGruß\nJan Voss',
        "Anfrage / bitte bis Freitag",
    )

    assert read_title(source, zones_of(source), None).value == "Vom Korn zum Brot"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("hello, do you do school plays? 40 mins, 22 May, £300. Kim", "do you film school plays?"),
        (
            "# Harbour committee, Tuesday 6 October, the net loft\n\nPresent: Ada, Finn, Moss.\n\nWe want one film of "
            "three minutes, 16:9, for the website. £2,000. By 4 May.",
            None,
        ),
    ],
)
def test_a_question_or_the_head_of_minutes_is_no_title(text: str, subject: str | None) -> None:
    source = _source(text, subject)

    assert read_title(source, zones_of(source), None).value is None


def test_a_line_counts_whole_and_in_its_parts() -> None:
    source = _source("One film, 2 minutes, 16:9.", 'RE: Kiln & Daughters / "Slow Clay" - request for a quote')
    names = [c.name for c in title_candidates(source, zones_of(source))]

    assert {"Slow Clay", "Kiln & Daughters", 'Kiln & Daughters / "Slow Clay"'} <= set(names)


def test_every_title_is_quoted_where_it_stands() -> None:
    text = 'Working title: "Deed of Wool".\n\nOne film, 2 minutes, 16:9, £4,000, by 4 May.'
    source = _source(text)
    read = read_title(source, zones_of(source), None)

    assert read.value == "Deed of Wool"
    assert all(text[quote.start : quote.end] == quote.quote for quote in read.quotes)


@pytest.mark.parametrize("text", ["", "\n\n", "....", "16:9"])
def test_a_text_that_says_nothing_has_no_title(text: str) -> None:
    source = _source(text)

    assert read_title(source, zones_of(source), None).value is None


@pytest.mark.parametrize(
    "cover",
    [
        "KESTREL FERRIES\n\n14 January 2027\n\n# The Last Crossing\n\nSlow is the new far.\n\nFilm brief\n\n"
        "## Why\n\nOne film: 60 s",
        "The Last Crossing | Kestrel Ferries Ltd\n\n# Creative Brief\n\n## Who we are\n\n- one film, 60 s",
        "# Leistungsbeschreibung\n\n## The Last Crossing\n\n1 Quay Road - info@kestrel.example\n\nBudget | 9,000 EUR",
    ],
)
def test_a_cover_leaves_its_title_among_slogan_letterhead_date_and_kind_of_paper(cover: str) -> None:
    assert cover_of(cover, frozenset({"kestrel", "ferries"})).place_of("the last crossing") == "largest"


def test_the_first_lines_of_a_letter_and_of_a_form_without_a_title_leave_none() -> None:
    assert cover_of("Organisation | Orr Trust\nBudget | 9,000 EUR", frozenset()).lines == ()
    assert cover_of("# Cahier des charges\n\n## 1. Objet\n\nUn film.", frozenset()).lines == ()
