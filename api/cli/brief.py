"""`greenlight brief FILE`: a brief becomes facts, a priced proposal and a pending change set."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.desk import Json, desk, emit, note

if TYPE_CHECKING:
    from rich.console import Console

    from copilot.briefs.report import BriefReport


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
        outcome = report(change_set)
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
    _show_offer(out, outcome)
    out.print(
        f"\n[bold yellow]{outcome.change_set}[/] is pending: nothing has changed yet.\n"
        f"  greenlight changes show {outcome.change_set}        the exact before and after\n"
        f"  greenlight changes greenlight {outcome.change_set}  apply it (you will be asked to sign in)"
    )


def _show_facts(out: Console, outcome: BriefReport) -> None:
    from rich.markup import escape

    from api.cli.render import table

    facts = table("fact", "what the brief says", "in its words", title="Facts")
    for field, value in outcome.facts.items():
        if value in (None, [], ""):
            continue
        quotes = " · ".join(f"“{quote.quote.strip()}”" for quote in outcome.evidence.get(field, ()))
        facts.add_row(field.replace("_", " "), escape(_fact(value)), f"[dim]{escape(quotes[:200])}[/]")
    out.print(facts)


def _fact(value: object) -> str:
    from store.kernel.money import Money

    match value:
        case {"minor": int(minor), "currency": str(currency)}:
            return str(Money(minor, currency))
        case {"name": str(name), "quantity": int(quantity), **rest}:
            seconds, ratios = rest.get("duration_seconds"), rest.get("aspect_ratios")
            length = f" × {seconds} s" if seconds else ""
            return f"{quantity} × {name}{length}" + (f" ({', '.join(map(str, ratios))})" if ratios else "")
        case dict():
            return "; ".join(f"{_fact(part)}" for part in value.values() if part not in (None, []))
        case list():
            return "\n".join(_fact(part) for part in value)
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value)


def _show_notes(out: Console, outcome: BriefReport) -> None:
    from rich.markup import escape

    if outcome.open_questions:
        out.print("\n[bold]Open questions for the client[/]")
        for question in outcome.open_questions:
            out.print(f"  ? {escape(question.question)}")
    if outcome.warnings:
        out.print("\n[bold]Look at[/]")
        for warning in outcome.warnings:
            out.print(f"  [yellow]![/] {escape(warning.message)}")
            for quote in warning.quotes:
                out.print(f"      [dim]“{escape(quote.quote.strip()[:160])}”[/]")


def _show_offer(out: Console, outcome: BriefReport) -> None:
    from rich.markup import escape

    from api.cli.render import money, table

    offer = outcome.proposal
    lines = table("", "description", "qty", "unit", "rate", "total", numbers=("qty", "rate", "total"), title="\nBudget")
    account = None
    for line in offer.lines:
        if line.account != account:
            account = line.account
            lines.add_row(f"[dim]{line.account}[/]", f"[bold]{escape(line.account_name)}[/]")
        rate, total = (money(a.minor, a.currency) for a in (line.rate, line.total))
        lines.add_row("", escape(line.description), f"{line.quantity:g}", line.unit, rate, total)
    for name in ("subtotal", "contingency", "fee", "total_ex_tax", "tax", "total"):
        amount = getattr(offer, name)
        shown = money(amount.minor, amount.currency)
        lines.add_row("", name.replace("_", " "), "", "", "", f"[bold]{shown}[/]" if name == "total" else shown)
    out.print(lines)
    if offer.levers:
        levers = table("to bring it down", "saves", "new total", "", numbers=("saves", "new total"), title="\nLevers")
        for lever in offer.levers:
            saves, new = (money(a.minor, a.currency) for a in (lever.saving, lever.new_total))
            levers.add_row(escape(lever.description), saves, new, "within budget" if lever.fits else "")
        out.print(levers)
    outline = table("step", "from", "to", title="\nSchedule outline")
    for milestone in offer.milestones:
        outline.add_row(
            escape(milestone.name), f"{milestone.starts_on:%a %d %b %Y}", f"{milestone.ends_on:%a %d %b %Y}"
        )
    out.print(outline)
    for title, items in (
        ("Terms", [f"{term.title}: {term.text}" for term in offer.terms]),
        ("Assumptions", offer.assumptions),
        ("Not included", offer.exclusions),
    ):
        if items:
            out.print(f"\n[bold]{title}[/]")
            for item in items:
                out.print(f"  • {escape(item)}")
