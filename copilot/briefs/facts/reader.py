"""Rules mode reads a brief: text in, typed facts out, every one with the words it rests on.

Pure and deterministic: no clock, no network, no model. The steps, each in its own module: a cleaned view of the text
(`view`), the words that are the brief (`zones`), its labelled lines and sentences (`lines`), then one reader a fact.
"""

from __future__ import annotations

from dataclasses import replace

from copilot.briefs.facts.aim.objective import read_objective
from copilot.briefs.facts.budget.budget import money_told, read_budget
from copilot.briefs.facts.budget.per_piece import with_whole_budget
from copilot.briefs.facts.cast import read_cast
from copilot.briefs.facts.client.client import read_client
from copilot.briefs.facts.contact.contact import read_contact
from copilot.briefs.facts.contradictions.contradictions import Told, without_contradictions
from copilot.briefs.facts.contradictions.pieces import without_disputed_pieces
from copilot.briefs.facts.extras import read_extras
from copilot.briefs.facts.languages.heard import read_heard_and_read
from copilot.briefs.facts.languages.spoken import read_languages
from copilot.briefs.facts.letter.nothing import says_nothing
from copilot.briefs.facts.letter.source import BriefSource
from copilot.briefs.facts.letter.standing import newest_words, still_standing
from copilot.briefs.facts.letter.view import legible
from copilot.briefs.facts.letter.zones import Zones, orders_a_machine, zones_of
from copilot.briefs.facts.pieces.deliverables import read_deliverables
from copilot.briefs.facts.pieces.recordings import with_recordings
from copilot.briefs.facts.pieces.threads import thread_pieces
from copilot.briefs.facts.pieces.weighed_pieces import messages_told, weighed_pieces
from copilot.briefs.facts.questions import MAIN_SHAPE, WHICH_PIECES, has_no_master, piece_questions, questions_for
from copilot.briefs.facts.reading import Findings
from copilot.briefs.facts.revisions import read_revisions, rounds_said
from copilot.briefs.facts.schedule.offer_until import read_offer_until
from copilot.briefs.facts.schedule.schedule import read_schedule
from copilot.briefs.facts.supplied import read_supplied
from copilot.briefs.facts.title.title import read_title
from copilot.briefs.facts.updated import updated
from copilot.briefs.facts.usage.usage import read_usage
from copilot.briefs.grammar.language import detect_language
from store.inbox.threads import split_thread
from store.proposals.facts import BriefFacts, BriefReading, BriefWarning, Quote

__all__ = ["BriefSource", "completed", "read_brief"]


def read_brief(source: BriefSource) -> BriefReading:
    """Everything the brief says, with quotes, open questions and warnings.

    Instructions addressed to machines and hidden text are reported, and nothing in them is read.
    """
    if not source.segments:
        source = replace(source, segments=split_thread(legible(source.text)))
    return completed(_reading(source), source)


def completed(reading: BriefReading, source: BriefSource) -> BriefReading:
    """The reading with what follows from all of it: which pieces are recordings, and a budget told by the piece."""
    with_kinds = with_recordings(reading, f"{source.subject or ''}\n\n{source.text}")
    return with_whole_budget(with_kinds, source.text)


def _reading(source: BriefSource) -> BriefReading:
    if standing := still_standing(source):
        return _together(*standing, _reading(standing[1]))
    return _with_second_look(source, _read(source))


def _with_second_look(source: BriefSource, reading: BriefReading) -> BriefReading:
    """The reading with its pieces weighed against all that the newest message and those it quotes tell.

    A piece that the message measures or counts twice is one, and asked about.
    """
    if any(warning.code == "nothing_found" for warning in reading.warnings):
        return reading
    zones = zones_of(source)
    language = detect_language(zones.wanted.text)
    old = reading.facts
    messages = messages_told(source, zones, language)
    pieces, quotes = weighed_pieces(messages, zones, old.deliverables)
    findings = Findings()
    pieces, disputed = without_disputed_pieces(next(m for m in messages if m.zones is zones), pieces, findings)
    if pieces == old.deliverables and not findings.warnings:
        return reading
    facts = old.model_copy(update={"deliverables": pieces})
    said = (*reading.evidence.get("deliverables", ()), *quotes, *disputed)
    stale = {*piece_questions(old), *(q for q in reading.open_questions if q.question == WHICH_PIECES)}
    if not has_no_master(facts):
        stale.add(MAIN_SHAPE)
    questions = (*findings.questions, *(q for q in reading.open_questions if q not in stale), *piece_questions(facts))
    return reading.model_copy(
        update={
            "facts": facts,
            "evidence": {**reading.evidence, "deliverables": tuple(dict.fromkeys(said))},
            "open_questions": questions,
            "warnings": (*reading.warnings, *findings.warnings),
        }
    )


def rules_reading(source: BriefSource) -> BriefReading:
    """What the rules alone read."""
    if standing := still_standing(source):
        return _together(*standing, rules_reading(standing[1]))
    return _read(source)


def _together(newest: BriefSource, older: BriefSource, reading: BriefReading) -> BriefReading:
    """The older message's reading with what the newest says anew."""
    return updated(reading, _read(newest), newest_words(newest), enclosed=older.is_enclosed)


def _read(source: BriefSource) -> BriefReading:
    """The reading of one message; one that only changes another need not order anything to say something."""
    zones = zones_of(source)
    language = detect_language(zones.wanted.text)
    findings = Findings()
    findings.warnings.extend(_hidden_and_injected(source, zones))
    facts, evidence = _facts(source, zones, language, findings)
    if not source.is_update and says_nothing(facts, zones):
        facts, evidence = BriefFacts(), {}
        findings.warnings.append(
            BriefWarning(
                code="nothing_found",
                message="No brief could be found in this text: it orders no pieces, days, money or rights.",
            )
        )
    questions = (*findings.questions, *questions_for(facts, zones))
    return BriefReading(
        facts=facts,
        evidence=evidence,
        open_questions=tuple(dict.fromkeys(questions)),
        warnings=tuple(findings.warnings),
        language=language,
    )


def _facts(
    source: BriefSource, zones: Zones, language: str, findings: Findings
) -> tuple[BriefFacts, dict[str, tuple[Quote, ...]]]:
    told = read_deliverables(zones.wanted, zones.units, language, zones.voiced.text)
    pieces, piece_quotes = thread_pieces(source, told, language)
    contact = read_contact(source, zones)
    client = read_client(source, zones, contact.value)
    title = read_title(source, zones, client.value)
    whose = [name for name in (client.value, contact.value.name if contact.value else None) if name]
    schedule = read_schedule(zones, language, findings, whose)
    told_money = money_told(zones, language, source.home_currency)
    budget = read_budget(told_money, language, source.home_currency)
    usage = read_usage(zones, language)
    languages = read_languages(zones)
    objective = read_objective(zones)
    said_of_rounds = rounds_said(zones, language)
    rounds = read_revisions(zones, said_of_rounds)
    money = budget.value
    extras = read_extras(zones)
    cast = read_cast(zones, language)
    supplied = read_supplied(zones, language)
    spoken, subtitled = read_heard_and_read(zones, languages.value)
    offer_until = read_offer_until(zones, language, source, findings)
    facts = BriefFacts(
        client=client.value,
        title=title.value,
        contact=contact.value,
        objective=objective.value,
        deliverables=pieces,
        shoot_days=schedule.shoot_days.value,
        shoot_dates=schedule.shoot_dates.value,
        shoot_window=schedule.shoot_window.value,
        locations=schedule.locations.value,
        delivery_on=schedule.delivery_on.value,
        budget_min=money.low if money else None,
        budget_max=money.high if money else None,
        tax_included=money.tax_included if money else None,
        revision_rounds=rounds.value,
        usage=usage.value,
        languages=languages.value,
        extras=extras.value,
        cast=cast.value,
        supplied=supplied.value,
        spoken_languages=spoken.value,
        subtitled_languages=subtitled.value,
        offer_until=offer_until.value,
    )
    quotes = {
        "client": client.quotes,
        "title": title.quotes,
        "contact": contact.quotes,
        "objective": objective.quotes,
        "deliverables": piece_quotes,
        "shoot_days": schedule.shoot_days.quotes,
        "shoot_dates": schedule.shoot_dates.quotes,
        "shoot_window": schedule.shoot_window.quotes,
        "locations": schedule.locations.quotes,
        "delivery_on": schedule.delivery_on.quotes,
        "budget_min": budget.quotes,
        "budget_max": budget.quotes,
        "tax_included": money.tax_quotes if money else (),
        "revision_rounds": rounds.quotes,
        "usage": usage.quotes,
        "languages": languages.quotes,
        "extras": extras.quotes,
        "cast": cast.quotes,
        "supplied": supplied.quotes,
        "spoken_languages": spoken.quotes,
        "subtitled_languages": subtitled.quotes,
        "offer_until": offer_until.quotes,
    }
    told_all = Told(told_money, schedule.told, said_of_rounds)
    facts, settled = without_contradictions(source, zones, language, told_all, facts, findings)
    quotes |= settled
    stated = {name: q for name, q in quotes.items() if getattr(facts, name) not in (None, ()) and q}
    return facts, stated


_UNSEEN_ORDER = "Text that nobody would see gives instructions to a machine; they were not followed."


def _ordering(zones: Zones) -> list[tuple[int, int]]:
    """The comments that give orders to a machine."""
    return [(a, b) for a, b in zones.commented if orders_a_machine(zones.plain.text[a:b])]


def _hidden_and_injected(source: BriefSource, zones: Zones) -> list[BriefWarning]:
    warnings = [
        BriefWarning(
            code="injected_instruction",
            message="The text gives instructions to a machine; they were not followed.",
            quotes=(zones.shown.quote(a, b),),
        )
        for a, b in (*zones.injected, *_ordering(zones))
    ]
    if not warnings and any(orders_a_machine(hidden.text) for hidden in source.hidden):
        warnings.append(BriefWarning(code="injected_instruction", message=_UNSEEN_ORDER))
    warnings += [
        BriefWarning(
            code="hidden_text",
            message=f"Text nobody would see ({hidden.reason}) was left out: “{hidden.text.strip()[:200]}”.",
        )
        for hidden in source.hidden
        if hidden.text.strip()
    ]
    warnings += [
        BriefWarning(
            code="hidden_text",
            message="A comment that no reader of the page sees was left out.",
            quotes=(zones.shown.quote(a, b),),
        )
        for a, b in zones.commented
    ]
    if not any(h.reason in ("zero_width", "bidi") for h in source.hidden):
        for a, b in zones.woven:
            quote = Quote(source=source.source_id, quote=source.text[a:b], start=a, end=b)
            warnings.append(
                BriefWarning(
                    code="hidden_text",
                    message="Words are interlaced with invisible characters; they were left out.",
                    quotes=(quote,),
                )
            )
    return warnings
