"""May this person greenlight this: alone, with a second person, or not at all, and why. A look that decides nothing.

`decisions.py` asks the same again when someone does; so a page that offered too much would be refused, and no page
need guess. What a filed change set is made of never changes, so it is read once for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from store.access.policy import permissions_of
from store.access.tables import User
from store.budget.agreed import Rows, drifts, parts_of_working_budgets
from store.changes.engine import require_rights, stored_operations, unfold
from store.changes.operation import Operation
from store.changes.policy import Rule, Stakes, Verdict, is_unlimited, judge, kinds_of
from store.changes.queries import ChangeHead
from store.changes.tables import Approval, ApprovalPolicy, ChangeSet
from store.kernel.actor import Actor
from store.kernel.errors import DomainError, Forbidden, Invalid, NotFound
from store.kernel.money import Money
from store.operations import parse_operations

_OPEN = ("pending", "stale")
_MOST_REMEMBERED = 5_000
_remembered: dict[tuple[str, str], Contents | None] = {}


@dataclass(frozen=True, slots=True)
class Contents:
    """What a change set is made of, for whoever decides: kinds as filed, and the rest with undos unfolded.

    `working` is what it makes of the parts of working budgets.
    """

    kinds: frozenset[str]
    permissions: frozenset[str]
    studio_wide: bool
    moved: Mapping[str, bool]
    currencies: frozenset[str]
    working: Mapping[str, Rows]

    def amounts(self, head: ChangeHead) -> tuple[Money, ...]:
        """Return what it comes to: the figure it was filed with, and nothing in any other currency it names."""
        if head.amount_minor is None or head.currency is None:
            return ()
        others = [Money.zero(currency) for currency in sorted(self.currencies - {head.currency})]
        return (Money(head.amount_minor, head.currency), *others)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person stands to a change set.

    `may`: they may greenlight it; `alone`: it takes nobody else. `why` says so in a sentence, also why not. `given_by`
    are the ids of those whose greenlight is there already. `may_turn_down`: they may reject or edit it.
    """

    may: bool
    alone: bool
    why: str
    given_by: tuple[str, ...] = ()
    may_turn_down: bool = False
    kinds: frozenset[str] = frozenset()


def policy_rules(session: Session) -> list[Rule]:
    """Return the studio's policy: who may greenlight what, and up to what amount."""
    return [
        Rule(
            row.role,
            row.operation_kind,
            None if row.limit_minor is None or row.currency is None else Money(row.limit_minor, row.currency),
        )
        for row in session.exec(select(ApprovalPolicy)).all()
    ]


def verdict_on(
    session: Session,
    actor: Actor,
    operations: Sequence[Operation],
    amounts: Sequence[Money],
    row_changes: Sequence[dict[str, Any]],
) -> Verdict:
    """Return what the policy says to a person's role greenlighting operations that come to these amounts and rows."""
    kinds, rules = kinds_of(unfold(session, operations)), policy_rules(session)
    working = parts_of_working_budgets(session, row_changes)
    return _verdict(session, actor, Stakes(kinds, amounts), working, rules)


def _verdict(
    session: Session, actor: Actor, stakes: Stakes, working: Mapping[str, Rows], rules: Sequence[Rule]
) -> Verdict:
    """Judge, also by how far working budgets would be from what was agreed; nobody asks for whom no limit binds."""
    if working and not is_unlimited(actor.role, stakes.kinds, rules):
        far = drifts(session, working, is_unlimited=lambda role: is_unlimited(role, stakes.kinds, rules))
        stakes = replace(stakes, drifts=far)
    return judge(actor.role, stakes, rules)


def standing_of(session: Session, actor: Actor, now: datetime, change_set: ChangeSet) -> Standing:
    """Return how a person stands to one change set that they see."""
    head = _head_of(change_set)
    found = standings(session, actor, now, [head])[head.id]
    if not found.may:
        return found
    try:
        require_rights(session, actor, stored_operations(change_set))
    except (Forbidden, Invalid, NotFound) as error:
        return Standing(False, False, error.message, found.given_by, kinds=found.kinds)
    return found


def standings(session: Session, actor: Actor, now: datetime, heads: Sequence[ChangeHead]) -> dict[str, Standing]:
    """Return how a person stands to each of some change sets that they see, by id."""
    waiting = [head for head in heads if head.status in _OPEN]
    contents, rules = _contents(session, waiting), policy_rules(session)
    given = _given(session, [head.id for head in waiting])
    return {
        head.id: _standing(session, actor, now, head, contents.get(head.id), rules, given.get(head.id, ()))
        if head.status in _OPEN
        else Standing(False, False, f"It is {head.status}.")
        for head in heads
    }


def require_together(session: Session, actor: Actor, now: datetime, heads: Sequence[ChangeHead]) -> None:
    """Raise `Invalid` (`not_together`) unless a person may greenlight these change sets in one go.

    They are of one kind, none rests on text from outside, and each takes this person alone.
    """
    found = standings(session, actor, now, heads)
    for head in heads:
        if head.tainted:
            raise Invalid(f"{head.code} rests on text from outside. Read it, and greenlight it alone.", "not_together")
        if not found[head.id].alone:
            raise Invalid(f"{head.code} cannot go with others. {found[head.id].why}", "not_together")
    if len({found[head.id].kinds for head in heads}) > 1:
        raise Invalid("These are of different kinds. Greenlight together only what is alike.", "not_together")


def _standing(
    session: Session,
    actor: Actor,
    now: datetime,
    head: ChangeHead,
    contents: Contents | None,
    rules: list[Rule],
    given: tuple[str, ...],
) -> Standing:
    if contents is None:
        return Standing(False, False, "No operation of today can read it; reject it.", given, may_turn_down=True)
    kinds = contents.kinds
    person = actor.kind == "person" and actor.session_id is not None
    covered = contents.permissions <= actor.permissions and not (contents.studio_wide and actor.project_ids is not None)
    turn_down = person and contents.permissions <= actor.permissions

    def no(why: str) -> Standing:
        return Standing(False, False, why, given, turn_down, kinds)

    if head.status == "stale":
        return no("The data changed after it was proposed, so it can no longer be greenlit as it is.")
    if head.expires_at <= now:
        return no("It expired; propose it again.")
    if not person:
        return no("Only a person who has signed in greenlights.")
    who = actor.role.replace("_", " ")
    if not covered:
        return no(f"Your role ({who}) does not cover all that it changes. Ask someone whose role does.")
    verdict = _verdict(session, actor, Stakes(contents.moved, contents.amounts(head)), contents.working, rules)
    if not verdict.allowed:
        return no(f"{verdict.reason[:1].upper()}{verdict.reason[1:]}. Ask someone who may.")
    if verdict.persons == 1:
        return Standing(True, True, "You may greenlight this alone.", given, turn_down, kinds)
    reason = f"{verdict.reason[:1].upper()}{verdict.reason[1:]}"
    if actor.user_id in given:
        return no(f"You have greenlit it. {reason}, so a second person must greenlight it too.")
    second = "yours is the second greenlight" if given else "a second person must greenlight it too"
    return Standing(True, False, f"{reason}: {second}.", given, turn_down, kinds)


def _contents(session: Session, heads: Sequence[ChangeHead]) -> dict[str, Contents | None]:
    """Return what each is made of; None for what no operation of today can read."""
    unknown = [head.id for head in heads if (head.id, head.digest) not in _remembered]
    if unknown:
        if len(_remembered) > _MOST_REMEMBERED:
            _remembered.clear()
        made_of = (col(ChangeSet.operations), col(ChangeSet.row_changes))
        query = select_columns(col(ChangeSet.id), col(ChangeSet.digest), *made_of)
        for row_id, digest, *parts in session.execute(query.where(col(ChangeSet.id).in_(unknown))):
            _remembered[row_id, digest] = _read(session, *parts)
    return {head.id: _remembered.get((head.id, head.digest)) for head in heads}


def _read(session: Session, stored: object, row_changes: list[dict[str, Any]]) -> Contents | None:
    if not isinstance(stored, list) or not all(isinstance(item, dict) for item in stored):
        return None
    try:
        operations = parse_operations(stored)
        unfolded = unfold(session, operations)
        return Contents(
            kinds=frozenset(str(item["kind"]) for item in stored),
            permissions=frozenset(operation.permission for operation in [*operations, *unfolded]),
            studio_wide=any(operation.studio_wide for operation in unfolded),
            moved=kinds_of(unfolded),
            currencies=frozenset(str(getattr(one, "currency", "") or "") for one in unfolded if one.moves_money) - {""},
            working=parts_of_working_budgets(session, row_changes),
        )
    except (DomainError, LookupError, TypeError, AttributeError):  # the last three: rows that were not filed by us
        return None


def _given(session: Session, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return whose greenlights stand, by change set: of those whose role still includes reading it."""
    query = (
        select_columns(col(Approval.change_set_id), col(Approval.user_id), col(User.role))
        .join(User, col(User.id) == col(Approval.user_id))
        .where(col(Approval.change_set_id).in_(list(ids)), col(User.is_active))
        .order_by(col(Approval.approved_at))
    )
    found: dict[str, tuple[str, ...]] = {}
    for change_set_id, user_id, role in session.execute(query):
        if "changes.read" in permissions_of(role):
            found[change_set_id] = (*found.get(change_set_id, ()), user_id)
    return found


def _head_of(change_set: ChangeSet) -> ChangeHead:
    return ChangeHead(**{name: getattr(change_set, name) for name in ChangeHead.__slots__})
