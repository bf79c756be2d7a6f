"""The studio, clients, contacts and projects."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.rest.schemas.common import Out
from store.projects.queries import ProjectSummary


class StudioOut(Out):
    """The house itself. Its logo is at `/v1/studio/logo` where `logo_sha256` names one."""

    name: str
    home_currency: str
    home_country: str
    home_city: str
    time_zone: str
    email_domains: list[str]
    is_demo: bool
    legal_name: str | None
    address: str | None
    email: str | None
    phone: str | None
    website: str | None
    tax_number: str | None
    accent_colour: str | None = Field(examples=["#B4532A"])
    logo_sha256: str | None
    logo_media_type: str | None = Field(examples=["image/svg+xml"])


class ClientOut(Out):
    id: str
    version: int
    name: str
    kind: str = Field(examples=["brand"])
    country: str | None
    email_domain: str | None
    notes: str | None


class ContactOut(Out):
    id: str
    version: int
    client_id: str
    name: str
    title: str | None
    email: str | None
    phone: str | None


class ProjectOut(Out):
    """A project, as lists show it."""

    id: str
    version: int
    code: str = Field(examples=["LUM-1"])
    name: str
    client_id: str
    client: str
    contact_id: str | None
    stage: str = Field(examples=["development"])
    status: str = Field(examples=["active"])
    currency: str
    summary: str | None
    starts_on: date | None
    delivery_on: date | None

    @classmethod
    def of(cls, summary: ProjectSummary) -> ProjectOut:
        return cls(**summary.project.model_dump(), client=summary.client)


class ProjectDetail(ProjectOut):
    """A project with what the gate of its stage still asks for; nothing open means that it may move on."""

    gate_open_items: list[str] = Field(examples=[["a signed agreement"]])
