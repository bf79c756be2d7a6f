"""Signing in, users and API tokens."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field, SecretStr

from api.rest.schemas.common import In, Out, Text

Email = Annotated[Text, Field(min_length=3, max_length=254, examples=["ada@studio.example"])]


class SignIn(In):
    email: Email
    password: SecretStr = Field(min_length=1, max_length=1_000, examples=["a long passphrase"])


class UserOut(Out):
    id: str = Field(examples=["usr_1HV3K9Z2Q8R5T7WX4"])
    email: str
    name: str
    role: str = Field(examples=["producer"])
    sees_all_projects: bool
    is_active: bool


class Me(Out):
    """Who is asking, by which kind of credential, and what they may see and do.

    `project_ids` null means every project; `permissions` are those of the role, cut down to a token's scopes.
    """

    kind: str = Field(examples=["person"])
    user: UserOut
    permissions: list[str]
    project_ids: list[str] | None


class PasswordIn(In):
    password: SecretStr = Field(min_length=1, max_length=1_000, description="At least 10 characters.")


class TokenIn(In):
    """Scopes are `read`, `propose`, or single permissions such as `budget.read`."""

    name: Text = Field(min_length=1, max_length=120, examples=["nightly export"])
    scopes: list[Annotated[str, Field(max_length=60)]] = Field(min_length=1, max_length=60, examples=[["read"]])
    days: int = Field(default=90, ge=1, le=365, description="How long it lives.")


class TokenOut(Out):
    id: str
    name: str
    scopes: list[str]
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None


class NewToken(TokenOut):
    """`secret` is shown this once; only its hash is kept."""

    secret: str = Field(examples=["glt_…"])
