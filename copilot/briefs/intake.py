"""Job 1 from end to end: a file is kept, read, priced, and filed as one pending change set.

The original is kept first and stays, whatever comes after. The change set is filed last, through the agent's
restricted handle, in one transaction: nothing is ever half-written, and nothing is changed until a person greenlights.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from copilot.briefs.our_project import about_project, project_named
from copilot.briefs.proposing import BriefRecord, evidence_of, known_client, operations_for
from copilot.briefs.reading import BriefReader, ReaderContext, rules_reader, source_of, with_what_was_not_read
from store.access.policy import require
from store.access.queries import get_studio
from store.access.tables import Studio
from store.budget.queries import default_rate_card, list_rate_cards, past_lines
from store.changes.engine import Origin, Request, file_change_set
from store.changes.queries import change_set_by_key
from store.changes.tables import ChangeSet
from store.documents.queries import get_document, sent_briefs
from store.documents.reading import ReadText, read_document
from store.documents.storage import FileStore, PageText, add_document, add_text
from store.kernel.actor import Actor
from store.kernel.clock import Clock, today
from store.kernel.database import Database
from store.kernel.errors import Invalid
from store.kernel.settings import Settings
from store.proposals.compose import ProposalDraft, compose
from store.proposals.facts import BriefFacts, BriefReading
from store.proposals.pricing import choose_card
from store.proposals.rules import PricingRules, StudioRules, default_pricing_rules, parse_pricing_rules
from store.proposals.twins import brief_key

Progress = Callable[[str], None]
_ABOUT_THE_SENDING = ("no_date", "no_sender")  # of a mail's head, which explains nothing that is missing
NEEDED = ("briefs.write", "proposals.write", "budget.write", "projects.write", "contacts.write")


@dataclass(frozen=True, slots=True)
class BriefFile:
    """A brief as it reaches us: bytes, a name, and who sent it where that is known."""

    content: bytes
    filename: str
    received_from: str | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """The studio's door for briefs, with everything that handling one takes."""

    database: Database
    settings: Settings
    clock: Clock
    reader: BriefReader = rules_reader

    def take(
        self, actor: Actor, file: BriefFile, *, origin: Origin, progress: Progress = lambda step: None
    ) -> ChangeSet:
        """Keep a brief and handle it at once; see `keep` and `process`."""
        progress("Keeping the original")
        document_id = self.keep(actor, file)
        return self.process(actor, document_id, origin=origin, progress=progress)

    def keep(self, actor: Actor, file: BriefFile) -> str:
        """Keep the original and return its document's id. Raises `Forbidden` when the actor may not propose from it.

        The same file of the same person is the same document while the proposal made of it waits: nothing twice.
        """
        for permission in NEEDED:
            require(actor, permission)
        digest = FileStore(self.settings.files).put(file.content)
        waiting = self._waiting(actor, digest)
        if waiting is not None:
            return waiting
        with self.database.write() as session:
            document = add_document(
                session,
                at=self.clock.now(),
                added_by=actor.user_id,
                kind="brief",
                filename=file.filename,
                media_type="application/octet-stream",
                sha256=digest,
                size_bytes=len(file.content),
                received_from=file.received_from,
            )
        return document.id

    def _waiting(self, actor: Actor, digest: str) -> str | None:
        with self.database.agent_read() as session:
            for document in sent_briefs(session, actor, digest):
                filed = change_set_by_key(session, actor, brief_key(document.id))
                if filed is not None and filed.status == "pending":
                    return document.id
        return None

    def process(
        self, actor: Actor, document_id: str, *, origin: Origin, progress: Progress = lambda step: None
    ) -> ChangeSet:
        """Read, price and file a kept brief; doing it again returns what the first time filed.

        Raises `Invalid` when the file cannot be read or says nothing (codes of `read_document`, and
        `nothing_found`): the original stays kept, and the message says what to do next.
        """
        key = brief_key(document_id)
        with self.database.agent_read() as session:
            document = get_document(session, actor, document_id)
            earlier = change_set_by_key(session, actor, key)
        if earlier is not None:
            progress("This brief was sent before; its proposal is as it was")
            return earlier
        content = FileStore(self.settings.files).get(document.sha256)
        progress(f"Reading {document.filename}")
        read = read_document(content, document.filename)
        self._keep_text(document_id, read)
        progress("Finding the facts")
        reading, received_on = self._understand(document_id, read)
        with self.database.agent_read() as session:
            named = project_named(session, actor, read.text, document_id)
        reading = reading if named is None else about_project(reading, named)
        progress("Pricing by the rate card")
        draft = self._price(actor, reading.facts, received_on)
        progress("Filing the proposal for a greenlight")
        record = BriefRecord(
            document_id, received_on, reading, named.summary.project.id if named and named.revises else None
        )
        with self.database.agent() as session:
            request = Request(
                title=f"Proposal: {draft.title}",
                operations=operations_for(session, actor, record, draft),
                origin=origin,
                rationale=rationale(document.filename, reading, draft),
                evidence=evidence_of(document_id, reading),
                tainted=True,
                idempotency_key=key,
            )
            return file_change_set(session, actor.as_agent(), self.clock, request)

    def _keep_text(self, document_id: str, read: ReadText) -> None:
        if read.pages:
            pages = [PageText(page.number, page.start, read.text[page.start : page.end]) for page in read.pages]
        else:
            pages = [PageText(1, 0, read.text)]
        with self.database.write() as session:
            add_text(session, document_id, pages)

    def _understand(self, document_id: str, read: ReadText) -> tuple[BriefReading, date]:
        with self.database.read() as session:
            studio = get_studio(session)
            context = ReaderContext.of(studio, today(self.clock, studio.time_zone))
        source = source_of(read, document_id, context)
        reading = self.reader(source)
        if reading.facts == BriefFacts():
            not_read = "".join(f" {one.message}" for one in read.warnings if one.code not in _ABOUT_THE_SENDING)
            raise Invalid(
                f"Nothing in this file reads like a brief: no client, piece, date or budget was found.{not_read} The "
                f"original is kept as {document_id}. Send the brief itself, or say in a sentence what is to be made, "
                "by when and for how much.",
                "nothing_found",
            )
        return with_what_was_not_read(reading, read), source.received_on

    def _price(self, actor: Actor, facts: BriefFacts, received_on: date) -> ProposalDraft:
        with self.database.agent_read() as session:
            studio = get_studio(session)
            currencies = {row.currency for row in list_rate_cards(session, actor)}
            cards = {code: card for code in currencies if (card := default_rate_card(session, code)) is not None}
            client = known_client(session, facts.client)
            similar = past_lines(session, actor, client.id) if client else []
        return compose(
            facts,
            choose_card(facts, cards, studio.home_currency),
            pricing_rules(self.settings, studio),
            today(self.clock, studio.time_zone),
            received_on=received_on,
            similar=similar,
        )


def pricing_rules(settings: Settings, studio: Studio) -> PricingRules:
    """Return the studio's rule book: `pricing.toml` in its home when it has edited one, else the shipped defaults.

    Where the studio is at home it says itself; the book's near places count only when they are near that city.
    """
    own = settings.home / "pricing.toml"
    rules = parse_pricing_rules(own.read_text(encoding="utf-8")) if own.exists() else default_pricing_rules()
    if studio.home_city in rules.studio.home and studio.home_country == rules.studio.country:
        return rules
    home = StudioRules(country=studio.home_country, home=(studio.home_city, *rules.studio.home[1:]))
    return rules.model_copy(update={"studio": home})


def rationale(filename: str, reading: BriefReading, draft: ProposalDraft) -> str:
    """Say in a few sentences what was read and what it comes to; every figure is computed or quoted elsewhere."""
    facts, priced = reading.facts, draft.priced
    sentences = [f"Read from {filename}: {sum(len(q) for q in reading.evidence.values())} quotes support the facts."]
    sentences.append(f"{len(priced.lines)} lines by the rate card come to {priced.total} including tax.")
    if facts.budget_max is not None and priced.over_budget and priced.comparison is not None:
        sentences.append("That is over the budget the client states; the levers show what would bring it down.")
    if reading.open_questions:
        open_ones = len(reading.open_questions)
        sentences.append(f"{open_ones} question{' is' if open_ones == 1 else 's are'} open for the client.")
    if reading.warnings:
        sentences.append("Look at: " + "; ".join(warning.message for warning in reading.warnings[:5]))
    return " ".join(sentences)
