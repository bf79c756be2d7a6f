"""Tables of access. Credentials (password hashes, session and token hashes) are out of the agent's reach."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, String, Text
from sqlmodel import Field, SQLModel

from store.kernel.columns import Json, UTCDateTime, VersionedRow

ROLES = (
    "admin",
    "producer",
    "line_producer",
    "production_manager",
    "coordinator",
    "accountant",
    "first_ad",
    "location_manager",
    "casting",
    "travel_coordinator",
    "editor",
    "crew",
    "client",
)


class Studio(VersionedRow, table=True):
    """The house itself: one row. Its name, home and identity, read by pricing, reading and every page.

    What a proposal's cover shows is optional. The logo is a file kept by its content (`store.access.logo`).
    """

    __tablename__ = "studio"
    __table_args__ = (
        CheckConstraint("id = 'studio'", name="one_studio"),
        CheckConstraint("accent_colour LIKE '#______'", name="studio_accent_is_a_colour"),
        CheckConstraint("(logo_sha256 IS NULL) = (logo_media_type IS NULL)", name="studio_logo_has_a_kind"),
    )

    name: str
    home_currency: str = Field(max_length=3)
    home_country: str = Field(max_length=2)
    home_city: str
    time_zone: str
    email_domains: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    is_demo: bool = False
    legal_name: str | None = Field(default=None, max_length=200)
    address: str | None = Field(default=None, sa_column=Column(Text))
    email: str | None = Field(default=None, max_length=254)
    phone: str | None = Field(default=None, max_length=60)
    website: str | None = Field(default=None, max_length=200)
    tax_number: str | None = Field(default=None, max_length=60)
    accent_colour: str | None = Field(default=None, max_length=7)
    logo_sha256: str | None = Field(default=None, max_length=64)
    logo_media_type: str | None = Field(default=None, max_length=40)


class User(VersionedRow, table=True):
    __tablename__ = "users"
    __table_args__ = (
        CheckConstraint("role IN ({})".format(", ".join(f"'{role}'" for role in ROLES)), name="user_role_known"),
        CheckConstraint("email = lower(email)", name="user_email_lower"),
    )

    email: str = Field(unique=True, max_length=254)
    name: str
    role: str = Field(max_length=24)
    sees_all_projects: bool = False
    is_active: bool = True


class Credential(SQLModel, table=True):
    """A user's password, as an argon2 hash; no row means that the user cannot sign in with one."""

    __tablename__ = "credentials"

    user_id: str = Field(sa_column=Column(String(40), ForeignKey("users.id"), primary_key=True))
    password_hash: str = Field(max_length=255)
    changed_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


class Membership(VersionedRow, table=True):
    """A user may see and work on this project."""

    __tablename__ = "memberships"
    __table_args__ = (Index("ux_membership", "user_id", "project_id", unique=True),)

    user_id: str = Field(sa_column=Column(String(40), ForeignKey("users.id"), nullable=False))
    project_id: str = Field(sa_column=Column(String(40), ForeignKey("projects.id"), nullable=False, index=True))


class UserSession(SQLModel, table=True):
    """A person's interactive session; only the hash of its secret is kept."""

    __tablename__ = "sessions"

    id: str = Field(primary_key=True, max_length=40)
    secret_hash: str = Field(unique=True, max_length=64)
    user_id: str = Field(foreign_key="users.id", index=True, max_length=40)
    channel: str = Field(max_length=16)
    created_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    expires_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    ended_at: datetime | None = Field(default=None, sa_column=Column(UTCDateTime))


class ApiToken(SQLModel, table=True):
    """A program's key: it reads and proposes within its scopes and can never greenlight."""

    __tablename__ = "api_tokens"

    id: str = Field(primary_key=True, max_length=40)
    secret_hash: str = Field(unique=True, max_length=64)
    user_id: str = Field(foreign_key="users.id", index=True, max_length=40)
    name: str
    scopes: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    created_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    expires_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    revoked_at: datetime | None = Field(default=None, sa_column=Column(UTCDateTime))
