"""Budgets and rights as chats, tenders and forms word them, in every language we read."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.briefs.facts.briefs import read

MONDAY = date(2026, 4, 20)

BUDGETS = (
    ("Vi skal bruge 1 film på 2 min\nVi har 14.000 kr\nnej vent, 12.500 kr inkl. moms", 12_500, "DKK", True),
    ("1 film, 45s. max 1.800 € excl btw", 1_800, "EUR", False),
    ("6 reels, 20 secs each, up to £2.8k plus vat", 2_800, "GBP", False),
    ("4 vidéos de 20 s\nbudget 1 500 euros\npardon, 1 300 euros TTC, j'ai mal lu", 1_300, "EUR", True),
    ("A film of 60s. We have £14k, no wait, £12k, including VAT.", 12_000, "GBP", True),
    (
        "Ein Film, 60 s.\nBudget Produktion: 24.000 € zzgl. USt. (Mediabudget 1,9 Mio. € läuft gesondert)",
        24_000,
        "EUR",
        False,
    ),
    (
        "Un film de 60 s.\nBudget de production : 24 000 € HT (le film de 2024 avait coûté 40 000 €)",
        24_000,
        "EUR",
        False,
    ),
    ("Un vídeo de 60 s.\nPresupuesto de producción: 24.000 € IVA no incluido", 24_000, "EUR", False),
    ("En film på 60 s. Vi har 60 tusen kronor exklusive moms (förra videon kostade 45 000 kr).", 60_000, "SEK", False),
    ("A film of 60s. We have 60k euros ex VAT (last year's film cost us 45k).", 60_000, "EUR", False),
    ("Een film van 60 s. We hebben 16.000 euro, exclusief btw (vorige film kostte 20.000 euro).", 16_000, "EUR", False),
    ("En film på 60 s. Vi har 60 000 kr eks. mva (i fjor betalte vi 45 000 kr).", 60_000, "NOK", False),
    (
        "Un video di 60 s. Abbiamo 8.000 euro, IVA esclusa (il video precedente era costato 12.000 euro).",
        8_000,
        "EUR",
        False,
    ),
    (
        "Um filme de 60 s. Temos 8.000 euros, IVA não incluído (o filme anterior custou 12.000 euros).",
        8_000,
        "EUR",
        False,
    ),
)


@pytest.mark.parametrize(("text", "amount", "currency", "taxed"), BUDGETS)
def test_the_budget_stands_after_corrections_and_beside_the_past(
    text: str, amount: int, currency: str, taxed: bool
) -> None:
    reading = read(text, received_on=MONDAY)
    assert reading.facts.budget_max is not None
    assert (reading.facts.budget_max.minor, reading.facts.budget_max.currency) == (amount * 100, currency)
    assert reading.facts.tax_included is taxed
    assert reading.warnings == ()


RIGHTS = (
    (
        "Article 5 – Retouches\n  Deux allers-retours.\nArticle 6 – Droits\n  Site internet et cinéma, France, 5 ans.",
        60,
    ),
    ("§ 5 Korrekturen\n  Zwei Runden.\n§ 6 Nutzungsrechte\n  Website und Kino, Deutschland, 5 Jahre.", 60),
    ("Artículo 6. Derechos\n  Página web y cine, España, 5 años.", 60),
    ("Artikel 6 - Rechten\n  Website en bioscoop, Nederland, 5 jaar.", 60),
    ("Section 6: Rights\n  Website and cinema, UK, five years.", 60),
    ("Rights: website and cinema, UK, 24 months", 24),
    ("Nutzung: Website und Kino, Österreich, 24 Monate", 24),
    ("Droits : site internet et cinéma, Belgique, 24 mois", 24),
    ("Derechos: web y cine, España, 24 meses", 24),
    ("Rechten: website en bioscoop, België, 24 maanden", 24),
    ("Rättigheter: webb och bio, Sverige, 24 månader", 24),
    ("Rettigheder: hjemmeside og biograf, Danmark, 24 måneder", 24),
    ("Rettigheter: nettside og kino, Norge, 24 måneder", 24),
    ("Diritti: sito web e cinema, Italia, 24 mesi", 24),
    ("Direitos: site e cinema, Portugal, 24 meses", 24),
    ("| Rights | website and cinema, UK, 24 months |", 24),
    ("| Nutzung | Website und Kino, Österreich, 24 Monate |", 24),
    ("Queremos dos rondas de cambios. Uso: web y cine en España, 24 meses.", 24),
    ("We want two rounds of changes. Usage: website and cinema in the UK, 24 months.", 24),
    ("Background: we made a similar film in 2019, it was too long.\n\nFor website and cinema, UK, 24 months.", 24),
)


@pytest.mark.parametrize(("text", "months"), RIGHTS)
def test_rights_are_read_under_their_label_article_or_row(text: str, months: int) -> None:
    usage = read(f"We need one film of 60 seconds, 16:9.\n\n{text}", received_on=MONDAY).facts.usage
    assert usage is not None
    assert set(usage.media) == {"online", "cinema"}
    assert usage.territory is not None
    assert usage.months == months
