"""`greenlight brief FILE`: a brief becomes facts, a priced proposal and a pending change set."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.desk import Json, desk, emit, note

if TYPE_CHECKING:
    from rich.console import Console

    from copilot.briefs.report import BriefReport, ReportedProposal


def install(app: typer.Typer) -> None:
    app.command("brief")(brief)


def brief(
    file: Annotated[str, typer.Argument(help="A .txt, .md, .pdf, .docx, .html or .eml file; - reads standard input.")],
    json_output: Json = False,
) -> None:
    """Read a client's brief, price it by the rate card, and file the proposal for a greenlight."""
    from copilot.briefs.intake import BriefFile
    from copilot.briefs.report import report
    from copilot.open import open_intake
    from copilot.settings import CopilotSettings
    from store.changes.engine import Origin

    content, name = _read(file)
    with desk() as at:
        intake = open_intake(at.database, at.settings, at.clock, CopilotSettings())
        change_set = intake.take(
            at.actor, BriefFile(content, name), origin=Origin("cli"), progress=lambda step: note(f"… {step}")
        )
        with at.database.read() as session:
            outcome = report(session, at.actor, change_set)
    if json_output:
        emit(outcome.model_dump(mode="json"))
    else:
        from api.cli.desk import console

        _show(console(), outcome)


def _read(file: str) -> tuple[bytes, str]:
    from store.kernel.errors import Invalid

    if file == "-":
        return sys.stdin.buffer.read(), "brief.txt"
    path = Path(file)
    try:
        return path.read_bytes(), path.name
    except FileNotFoundError as error:
        raise Invalid(f"There is no file {file}. Check the name.", "no_file") from error
    except (IsADirectoryError, PermissionError) as error:
        raise Invalid(f"{file} cannot be read: {error.strerror}. Name one file you may read.", "no_file") from error


def _show(out: Console, outcome: BriefReport) -> None:
    _show_facts(out, outcome)
    _show_notes(out, outcome)
    _show_budget(out, outcome.proposal)
    _show_levers(out, outcome.proposal)
    _show_plan(out, outcome.proposal)
    out.print(
        f"\n[bold yellow]{outcome.change_set}[/] is pending: nothing has changed yet.\n"
        f"  greenlight changes show {outcome.change_set}        see the exact before and after\n"
        f"  greenlight changes greenlight {outcome.change_set}  apply it, after signing in"
    )


def _show_facts(out: Console, outcome: BriefReport) -> None:
    from rich.markup import escape

    from api.cli.render import heading, table

    heading(out, "Facts")
    facts = table("fact", "what the brief says", "in its words")
    for field, value in outcome.facts.items():
        if value in (None, [], ""):
            continue
        quotes = " · ".join(f"“{' '.join(quote.quote.split())}”" for quote in outcome.evidence.get(field, ()))
        facts.add_row(field.replace("_", " "), escape(_fact(value)), f"[dim]{escape(quotes)}[/]")
    out.print(facts)


def _fact(value: object) -> str:
    from store.kernel.money import Money
    from store.proposals.facts import CastGroup, Usage

    match value:
        case {"minor": int(minor), "currency": str(currency)}:
            return str(Money(minor, currency))
        case {"name": str(name), "quantity": int(quantity), **rest}:
            seconds, ratios = rest.get("duration_seconds"), rest.get("aspect_ratios")
            length = f", {seconds} s" if seconds else ""
            shapes = f" ({', '.join(map(str, ratios))})" if isinstance(ratios, list) and ratios else ""
            return f"{quantity} × {name}{length}{shapes}"
        case {"name": str(), "heads": _, "background": _, "supplied": bool(supplied)}:
            return CastGroup.model_validate(value).text + (", brought by the client" if supplied else "")
        case {"what": str(what), "words": _, "heads": heads}:
            return f"{what}, for up to {heads}" if heads else what
        case {"first": str(first), "last": str(last)}:
            return f"{first} to {last}"
        case {"media": list(), "months": _}:
            usage = Usage.model_validate(value)
            return "; ".join(filter(None, (", ".join(usage.media), usage.territory, usage.term)))
        case dict():
            parts = (part for part in value.values() if part not in (None, []))
            return "; ".join(", ".join(map(str, part)) if isinstance(part, list) else _fact(part) for part in parts)
        case list():
            return "\n".join(_fact(part) for part in value)
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value)


def _show_notes(out: Console, outcome: BriefReport) -> None:
    from rich.text import Text

    from api.cli.render import bullets, heading

    if outcome.open_questions:
        heading(out, "Open questions for the client")
        bullets(out, [question.question for question in outcome.open_questions], "?")
    if outcome.warnings:
        heading(out, "To check")
        notes = []
        for warning in outcome.warnings:
            note_text = Text(warning.message)
            for quote in warning.quotes:
                words = " ".join(quote.quote.split())
                if words not in warning.message:
                    note_text.append(f"\n“{words[:160]}”", style="dim")
            notes.append(note_text)
        bullets(out, notes, "[yellow]![/]")


def _show_budget(out: Console, offer: ReportedProposal) -> None:
    from rich.markup import escape

    from api.cli.render import heading, money, table

    heading(out, f"Budget in {offer.currency}, by account")
    lines = table("", "description", "qty", "unit", "rate", "total", numbers=("qty", "rate", "total"))
    account = ""
    for line in offer.lines:
        rate, total = (money(amount.minor, amount.currency) for amount in (line.rate, line.total))
        shown = line.account if line.account != account else ""
        lines.add_row(f"[dim]{shown}[/]", escape(line.description), f"{line.quantity:g}", line.unit, rate, total)
        account = line.account
    lines.add_section()
    lines.add_row()
    for name, amount in (
        ("subtotal", offer.subtotal),
        ("contingency", offer.contingency),
        ("production fee", offer.fee),
        ("total before tax", offer.total_ex_tax),
        ("tax", offer.tax),
        ("total", offer.total),
    ):
        style = "bold" if name.startswith("total") else "default"
        lines.add_row("", f"[{style}]{name}[/]", "", "", "", f"[{style}]{money(amount.minor, amount.currency)}[/]")
    out.print(lines)


def _show_levers(out: Console, offer: ReportedProposal) -> None:
    from rich.markup import escape

    from api.cli.render import heading, money, table
    from store.proposals.comparison import basis_of_lever

    if not offer.levers:
        return
    first = offer.levers[0]
    basis = basis_of_lever(first.saving.minor, first.new_total.minor, total_minor=offer.total.minor)
    heading(out, f"Levers to bring it down, {basis}")
    levers = table("", "saves", "new total", "", numbers=("saves", "new total"))
    for lever in offer.levers:
        saves, new = (money(amount.minor, amount.currency) for amount in (lever.saving, lever.new_total))
        levers.add_row(escape(lever.description), saves, new, "[green]fits[/]" if lever.fits else "")
    out.print(levers)


def _show_plan(out: Console, offer: ReportedProposal) -> None:
    from rich.markup import escape

    from api.cli.render import bullets, heading, table

    if offer.milestones:
        heading(out, "Schedule outline")
        outline = table("step", "from", "to")
        for milestone in offer.milestones:
            starts, ends = f"{milestone.starts_on:%a %d %b %Y}", f"{milestone.ends_on:%a %d %b %Y}"
            outline.add_row(escape(milestone.name), starts, "" if starts == ends else ends)
        out.print(outline)
    for title, items in (
        ("Terms", [f"{term.title}: {term.text}" for term in offer.terms]),
        ("Assumptions", offer.assumptions),
        ("Not included", offer.exclusions),
    ):
        if items:
            heading(out, title)
            bullets(out, items)
