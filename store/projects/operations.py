"""Operations on clients, contacts and projects, and the gates between stages."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from store.changes.draft import Draft
from store.changes.operation import Operation
from store.kernel.actor import Actor
from store.kernel.errors import Invalid
from store.projects.codes import codes_of, require_free, require_nobody_waits
from store.projects.gates import unmet_requirements
from store.projects.sight import client_of_name, contact_of, require_client
from store.projects.tables import STAGES, Client, Contact, GateConfirmation, GateRequirement, Project

Stage = Literal["development", "pre_production", "production", "post_production", "delivery", "closeout"]


class CreateClient(Operation):
    """Add a client: a brand or an agency. With `unless_known`, one of this name that is there by then is meant."""

    kind: Literal["create_client"] = "create_client"
    permission: ClassVar[str] = "contacts.write"
    id: str = Field(max_length=40)
    name: str = Field(min_length=1, max_length=200)
    client_kind: Literal["brand", "agency"] = "brand"
    country: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    email_domain: str | None = Field(default=None, max_length=253)
    unless_known: bool = False

    def plan(self, draft: Draft) -> None:
        known = client_of_name(draft, self.name) if self.unless_known else None
        if known is not None:
            draft.stand_for(self.id, known)
            return
        draft.insert(
            Client(
                id=self.id,
                name=self.name,
                kind=self.client_kind,
                country=self.country,
                email_domain=self.email_domain,
            )
        )


class CreateContact(Operation):
    """Add a person at a client that the proposer may know of. With `unless_known`, one who is there by then is meant.

    Who has the same e-mail address is the same person; without one, who has the same name.
    """

    kind: Literal["create_contact"] = "create_contact"
    permission: ClassVar[str] = "contacts.write"
    id: str = Field(max_length=40)
    client_id: str
    name: str = Field(min_length=1, max_length=200)
    title: str | None = Field(default=None, max_length=120)
    email: str | None = Field(default=None, max_length=254)
    phone: str | None = Field(default=None, max_length=60)
    unless_known: bool = False

    def plan(self, draft: Draft) -> None:
        client = require_client(draft, self.client_id)
        known = contact_of(draft, client.id, name=self.name, email=self.email) if self.unless_known else None
        if known is not None:
            draft.stand_for(self.id, known)
            return
        draft.insert(
            Contact(
                id=self.id,
                client_id=self.client_id,
                name=self.name,
                title=self.title,
                email=self.email,
                phone=self.phone,
            )
        )


class CreateProject(Operation):
    """Open a project for a client, in development.

    Its `code` is given, and nobody else has it or waits for it; or a `series` is, and it gets the next number that is
    free in it when it is greenlit.
    """

    kind: Literal["create_project"] = "create_project"
    permission: ClassVar[str] = "projects.write"
    studio_wide: ClassVar[bool] = True
    id: str = Field(max_length=40)
    code: str | None = Field(default=None, pattern=r"^[A-Z0-9][A-Z0-9-]{1,23}$")
    series: str | None = Field(default=None, pattern=r"^[A-Z0-9][A-Z0-9-]{1,19}$")
    name: str = Field(min_length=1, max_length=200)
    client_id: str
    contact_id: str | None = None
    currency: str = Field(pattern="^[A-Z]{3}$")
    summary: str | None = None
    starts_on: date | None = None
    delivery_on: date | None = None

    def plan(self, draft: Draft) -> None:
        client = draft.get(Client, self.client_id)
        if self.contact_id is not None and draft.get(Contact, self.contact_id).client_id != client.id:
            raise Invalid("That contact belongs to another client.")
        draft.insert(
            Project(
                id=self.id,
                code=self._code(draft),
                name=self.name,
                client_id=self.client_id,
                contact_id=self.contact_id,
                currency=self.currency,
                summary=self.summary,
                starts_on=self.starts_on,
                delivery_on=self.delivery_on,
            )
        )
        draft.touches_project(self.id)

    def _code(self, draft: Draft) -> str:
        if self.code is not None:
            require_free(draft, self.code)
            return self.code
        if self.series is None:
            raise Invalid("A project needs a code, or the series in which it gets the next number.")
        return next(code for code in codes_of(self.series) if not draft.find(Project, code=code))

    def when_filed(self, draft: Draft, actor: Actor, own: str | None) -> None:
        if self.code is not None:
            require_nobody_waits(draft, actor, self.code, own)


class ChangeProject(Operation):
    """Change a project's name, summary or dates."""

    kind: Literal["change_project"] = "change_project"
    permission: ClassVar[str] = "projects.write"
    id: str
    name: str = Field(min_length=1, max_length=200)
    summary: str | None = None
    starts_on: date | None = None
    delivery_on: date | None = None

    def plan(self, draft: Draft) -> None:
        project = draft.get(Project, self.id)
        draft.touches_project(project.id)
        draft.update(
            project, name=self.name, summary=self.summary, starts_on=self.starts_on, delivery_on=self.delivery_on
        )


class SetProjectStage(Operation):
    """Move a project to a stage. Forward it goes one stage at a time, through the gate of the one it leaves.

    Raises `Invalid` (`gate_closed`) naming what the gate still asks for.
    """

    kind: Literal["set_project_stage"] = "set_project_stage"
    permission: ClassVar[str] = "projects.write"
    id: str
    stage: Stage

    def plan(self, draft: Draft) -> None:
        project = draft.get(Project, self.id)
        draft.touches_project(project.id)
        here, there = STAGES.index(project.stage), STAGES.index(self.stage)
        if there > here + 1:
            raise Invalid(
                f"{project.code} is in {project.stage.replace('_', ' ')}; the next stage is "
                f"{STAGES[here + 1].replace('_', ' ')}. Stages are entered one at a time."
            )
        if there > here:
            unmet = unmet_requirements(draft, project)
            if unmet:
                raise Invalid(
                    f"{project.code} cannot leave {project.stage.replace('_', '-')} yet. Missing: {', '.join(unmet)}.",
                    "gate_closed",
                )
        draft.update(project, stage=self.stage)


class SetProjectStatus(Operation):
    """Close a project, mark it lost, or take it up again."""

    kind: Literal["set_project_status"] = "set_project_status"
    permission: ClassVar[str] = "projects.write"
    id: str
    status: Literal["active", "closed", "lost"]

    def plan(self, draft: Draft) -> None:
        project = draft.get(Project, self.id)
        draft.touches_project(project.id)
        draft.update(project, status=self.status)


class ConfirmGate(Operation):
    """Put on record that something a gate asks a person for is so (crew confirmed, location confirmed, wrap)."""

    kind: Literal["confirm_gate"] = "confirm_gate"
    permission: ClassVar[str] = "projects.write"
    id: str = Field(max_length=40)
    project_id: str
    key: str = Field(min_length=1, max_length=48)
    note: str | None = None

    def plan(self, draft: Draft) -> None:
        draft.get(Project, self.project_id)
        draft.touches_project(self.project_id)
        if draft.find(GateConfirmation, project_id=self.project_id, key=self.key):
            raise Invalid(f"'{self.key}' is confirmed already.")
        draft.insert(GateConfirmation(id=self.id, project_id=self.project_id, key=self.key, note=self.note))


class SetGateRequirement(Operation):
    """Make a stage's gate ask for something, or (with `required` false) no longer."""

    kind: Literal["set_gate_requirement"] = "set_gate_requirement"
    permission: ClassVar[str] = "policy.write"
    studio_wide: ClassVar[bool] = True
    id: str = Field(max_length=40)
    stage: Stage
    check: str = Field(pattern=r"^(accepted_proposal|signed_agreement|locked_budget|document:\w+|confirmed:\w+)$")
    label: str = Field(min_length=1, max_length=120)
    required: bool = True

    def plan(self, draft: Draft) -> None:
        existing = draft.find(GateRequirement, stage=self.stage, check_name=self.check)
        if existing and not self.required:
            draft.delete(existing[0])
        elif existing:
            draft.update(existing[0], label=self.label)
        elif self.required:
            draft.insert(GateRequirement(id=self.id, stage=self.stage, check_name=self.check, label=self.label))


OPERATIONS = (
    CreateClient,
    CreateContact,
    CreateProject,
    ChangeProject,
    SetProjectStage,
    SetProjectStatus,
    ConfirmGate,
    SetGateRequirement,
)
