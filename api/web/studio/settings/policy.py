"""Who may greenlight what alone, and what a project needs to leave a stage. Both are data, changed by change sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import htpy as h
from nicegui import events, ui

from api.web.components.badges import role_words
from api.web.components.buttons import act_button
from api.web.components.dialog import Dialog
from api.web.components.fields import Amount, Check, Choice, Field, Given
from api.web.components.filing import file_and_review
from api.web.components.forms import Form
from api.web.components.icons import icon
from api.web.frame.live import Region
from api.web.frame.visit import Visit
from api.web.studio.settings.frame import only_for, part
from api.web.studio.settings.gates import draw_gates
from api.web.studio.settings.words import kind_words
from store.access.queries import get_studio
from store.access.tables import ROLES
from store.changes.operations import RemoveApprovalPolicy, SetApprovalPolicy
from store.changes.policy import ANY
from store.changes.queries import approval_policies
from store.kernel.actor import Actor
from store.kernel.errors import Invalid
from store.kernel.ids import new_id
from store.kernel.money import Money, exponent
from store.operations import BY_KIND

if TYPE_CHECKING:
    from sqlmodel import Session

WRITES = "policy.write"
_ON_EDIT = "(event) => { const button = event.target.closest('[data-edit]'); if (button) emit(button.dataset.edit); }"


@dataclass(frozen=True, slots=True)
class PolicyRule:
    """A role may greenlight a kind of change, alone up to `limit`; None is any amount."""

    id: str
    role: str
    kind: str
    limit: Money | None


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules, by role in the order of the roles, `any other` last; and the currency that new limits are in."""

    rules: tuple[PolicyRule, ...]
    currency: str


def read_policy(session: Session, actor: Actor) -> Policy:
    """Return the approval policy. Raises `Forbidden` without `policy.read`."""
    rules = [
        PolicyRule(row.id, row.role, row.operation_kind, _limit(row.limit_minor, row.currency))
        for row in approval_policies(session, actor)
    ]
    order = {role: at for at, role in enumerate(ROLES)}
    rules.sort(key=lambda rule: (order.get(rule.role, len(order)), rule.kind == ANY, rule.kind))
    return Policy(tuple(rules), get_studio(session).home_currency)


def limit_words(limit: Money | None) -> str:
    """Say what a limit means: `alone up to EUR 50,000, above it with a second person`."""
    if limit is None:
        return "alone, whatever the amount"
    if limit.minor == 0:
        return "alone where no money is at stake, else with a second person"
    digits = exponent(limit.currency) if limit.minor % 10 ** exponent(limit.currency) else 0
    return f"alone up to {limit.currency} {limit.amount:,.{digits}f}, above it with a second person"


async def draw_policy(visit: Visit) -> None:
    await PolicyPart(visit).draw()
    await draw_gates(visit, may_change=visit.person.may(WRITES))


class PolicyPart:
    """The table of rules and the dialogs that change it."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.may_change = visit, visit.person.may(WRITES)

    async def draw(self) -> None:
        lead = "What each role may greenlight. A role without a rule for a change cannot greenlight it at all."
        with part("Who may greenlight", lead):
            self.dialogs = ui.element("div").classes("dialogs")
            self.region = await Region(self.visit, read_policy, self._draw_rules).show()
            if self.may_change:
                with ui.element("div").classes("row-of"):
                    act_button("Add a rule", self._add, symbol="plus")
            else:
                only_for("an administrator", "change this")

    def _draw_rules(self, policy: Policy) -> None:
        table = ui.html(str(_table(policy.rules, self.may_change)))
        if self.may_change:
            table.on("click", partial(self._edit, policy), js_handler=_ON_EDIT)

    async def _add(self) -> None:
        assert self.region.shown is not None
        self._open(self.region.shown, None)

    async def _edit(self, policy: Policy, event: events.GenericEventArguments) -> None:
        rule = next((one for one in policy.rules if one.id == str(event.args)), None)
        if rule is not None:
            self._open(policy, rule)

    def _open(self, policy: Policy, rule: PolicyRule | None) -> None:
        heading = f"What a {role_words(rule.role)} may greenlight" if rule else "Add a rule"

        async def file(given: Given) -> None:
            await self._file(policy, rule, given)

        self.dialogs.clear()
        with self.dialogs, Dialog(heading).filled() as dialog:
            Form(self.visit, _fields(policy, rule), file, submit="File for approval", name=heading).draw(dialog.close)
            if rule is not None:
                with ui.element("div").classes("dialog-foot"):
                    ui.label("Without the rule, this role cannot greenlight such changes.").classes("small muted")
                    act_button("Remove the rule", partial(self._remove, rule), kind="danger", working="Filing…")
        dialog.open()

    async def _file(self, policy: Policy, rule: PolicyRule | None, given: Given) -> None:
        limit = given.values["limit"]
        unlimited = given.checked("unlimited")
        if unlimited == isinstance(limit, int):
            raise Invalid("Give an amount, or tick that any amount will do; one of the two.")
        role = rule.role if rule else given.text("role")
        operation = SetApprovalPolicy(
            id=rule.id if rule else new_id("pol"),
            role=role,
            operation_kind=rule.kind if rule else given.text("kind"),
            limit_minor=limit if isinstance(limit, int) else None,
            currency=None if unlimited else _currency(policy, rule),
        )
        await file_and_review(self.visit, f"What a {role_words(role)} may greenlight", [operation])

    async def _remove(self, rule: PolicyRule) -> None:
        title = f"A {role_words(rule.role)} no longer greenlights: {kind_words(rule.kind).lower()}"
        await file_and_review(self.visit, title, [RemoveApprovalPolicy(id=rule.id)])


def _limit(minor: int | None, currency: str | None) -> Money | None:
    return None if minor is None or currency is None else Money(minor, currency)


def _currency(policy: Policy, rule: PolicyRule | None) -> str:
    return rule.limit.currency if rule and rule.limit else policy.currency


def _fields(policy: Policy, rule: PolicyRule | None) -> list[Field]:
    currency = _currency(policy, rule)
    kinds = sorted(((kind, kind_words(kind)) for kind in BY_KIND), key=lambda pair: pair[1])
    chosen: list[Field] = [
        Choice("role", "Role", required=True, options=[(role, role_words(role)) for role in ROLES]),
        Choice("kind", "Kind of change", required=True, options=[(ANY, kind_words(ANY)), *kinds], value=ANY),
    ]
    limit = rule.limit if rule else None
    return [
        *([] if rule else chosen),
        Amount(
            "limit",
            f"Alone up to, {currency}",
            currency=currency,
            minor=limit.minor if limit else None,
            hint="Above it a second person must greenlight as well. 0: alone only where no money is at stake.",
        ),
        Check("unlimited", "Alone, whatever the amount", value=rule is not None and rule.limit is None),
    ]


def _table(rules: Sequence[PolicyRule], may_change: bool) -> h.Element:
    roles = [rule.role for rule in rules]
    return h.div(".table-scroll")[
        h.table(".table.policy")[
            h.thead[
                h.tr[
                    h.th(scope="col")["Role"],
                    h.th(scope="col")["May greenlight"],
                    h.th(scope="col")["How"],
                    h.th(scope="col")[h.span(".visually-hidden")["Change"]] if may_change else None,
                ]
            ],
            h.tbody[(_row(rule, may_change, rule.kind == ANY and roles.count(rule.role) == 1) for rule in rules)],
        ]
    ]


def _row(rule: PolicyRule, may_change: bool, alone: bool) -> h.Element:
    return h.tr(id=rule.id)[
        h.td(".strong")[role_words(rule.role)],
        h.td(".kind")["Any change" if alone else kind_words(rule.kind)],
        h.td[limit_words(rule.limit)],
        h.td(".row-act")[
            h.button(".icon-button", type="button", data_edit=rule.id, aria_label=f"Change: {role_words(rule.role)}")[
                icon("edit", size=16)
            ]
        ]
        if may_change
        else None,
    ]
