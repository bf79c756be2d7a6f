"""Operations on who may be here: users, memberships, and the studio's own row. Passwords are not among them."""

from __future__ import annotations

from typing import ClassVar, Literal
from zoneinfo import available_timezones

from pydantic import Field

from store.access.policy import ROLE_PERMISSIONS
from store.access.tables import Membership, Studio, User
from store.changes.draft import Draft
from store.changes.operation import Operation
from store.kernel.errors import Invalid
from store.projects.tables import Project

LogoType = Literal["image/png", "image/jpeg", "image/svg+xml"]
_IDENTITY = ("legal_name", "address", "email", "phone", "website", "tax_number", "accent_colour")


def _check_role(role: str) -> None:
    if role not in ROLE_PERMISSIONS:
        raise Invalid(f"There is no role '{role}'. Roles: {', '.join(ROLE_PERMISSIONS)}.")


class AddUser(Operation):
    """Add someone who may sign in once a password is set for them."""

    kind: Literal["add_user"] = "add_user"
    permission: ClassVar[str] = "users.write"
    studio_wide: ClassVar[bool] = True
    id: str = Field(max_length=40)
    email: str = Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)
    name: str = Field(min_length=1, max_length=200)
    role: str
    sees_all_projects: bool = False

    def plan(self, draft: Draft) -> None:
        _check_role(self.role)
        email = self.email.lower()
        if draft.find(User, email=email):
            raise Invalid(f"There is a user with the address {email} already.")
        draft.insert(
            User(id=self.id, email=email, name=self.name, role=self.role, sees_all_projects=self.sees_all_projects)
        )


class ChangeUser(Operation):
    """Change a user's role, sight of projects, or whether the account is active."""

    kind: Literal["change_user"] = "change_user"
    permission: ClassVar[str] = "users.write"
    studio_wide: ClassVar[bool] = True
    id: str
    role: str
    sees_all_projects: bool
    is_active: bool

    def plan(self, draft: Draft) -> None:
        _check_role(self.role)
        user = draft.get(User, self.id)
        others = [u for u in draft.find(User, role="admin", is_active=True) if u.id != user.id]
        if user.role == "admin" and not others and (self.role != "admin" or not self.is_active):
            raise Invalid("The studio needs one active administrator. Make someone else one first.")
        draft.update(user, role=self.role, sees_all_projects=self.sees_all_projects, is_active=self.is_active)


class AddMembership(Operation):
    """Let a user see and work on a project."""

    kind: Literal["add_membership"] = "add_membership"
    permission: ClassVar[str] = "users.write"
    id: str = Field(max_length=40)
    user_id: str
    project_id: str

    def plan(self, draft: Draft) -> None:
        draft.get(User, self.user_id)
        draft.get(Project, self.project_id)
        draft.touches_project(self.project_id)
        if not draft.find(Membership, user_id=self.user_id, project_id=self.project_id):
            draft.insert(Membership(id=self.id, user_id=self.user_id, project_id=self.project_id))


class RemoveMembership(Operation):
    """Take a user off a project."""

    kind: Literal["remove_membership"] = "remove_membership"
    permission: ClassVar[str] = "users.write"
    user_id: str
    project_id: str

    def plan(self, draft: Draft) -> None:
        draft.touches_project(self.project_id)
        for membership in draft.find(Membership, user_id=self.user_id, project_id=self.project_id):
            draft.delete(membership)


class ChangeStudio(Operation):
    """Change the studio's name, home and identity.

    What a proposal's cover shows (from `legal_name` on) stays as it is where it is left out, and goes where empty.
    """

    kind: Literal["change_studio"] = "change_studio"
    permission: ClassVar[str] = "studio.write"
    studio_wide: ClassVar[bool] = True
    name: str = Field(min_length=1, max_length=200)
    home_currency: str = Field(pattern="^[A-Z]{3}$")
    home_country: str = Field(pattern="^[A-Z]{2}$")
    home_city: str
    time_zone: str
    email_domains: tuple[str, ...] = ()
    legal_name: str | None = Field(default=None, max_length=200)
    address: str | None = Field(default=None, max_length=600, description="As on a letter; one line each.")
    email: str | None = Field(default=None, pattern=r"^([^@\s]+@[^@\s]+)?$", max_length=254)
    phone: str | None = Field(default=None, max_length=60)
    website: str | None = Field(default=None, max_length=200)
    tax_number: str | None = Field(default=None, max_length=60)
    accent_colour: str | None = Field(default=None, pattern="^(#[0-9A-Fa-f]{6})?$", examples=["#B4532A"])

    def plan(self, draft: Draft) -> None:
        if self.time_zone not in available_timezones():
            raise Invalid(f"'{self.time_zone}' is not a time zone. Write it as Europe/Berlin.")
        draft.update(
            draft.get(Studio, "studio"),
            name=self.name,
            home_currency=self.home_currency,
            home_country=self.home_country,
            home_city=self.home_city,
            time_zone=self.time_zone,
            email_domains=list(self.email_domains),
            **self._identity(),
        )

    def _identity(self) -> dict[str, str | None]:
        given = {name: getattr(self, name) for name in _IDENTITY}
        return {name: value or None for name, value in given.items() if value is not None}


class SetStudioLogo(Operation):
    """Show a logo that `store.access.logo.keep_logo` has checked and kept; without one, show none."""

    kind: Literal["set_studio_logo"] = "set_studio_logo"
    permission: ClassVar[str] = "studio.write"
    studio_wide: ClassVar[bool] = True
    sha256: str | None = Field(default=None, pattern="^[0-9a-f]{64}$")
    media_type: LogoType | None = None

    def plan(self, draft: Draft) -> None:
        if (self.sha256 is None) != (self.media_type is None):
            raise Invalid("A logo has both a file and its type; leave both out to show none.")
        draft.update(draft.get(Studio, "studio"), logo_sha256=self.sha256, logo_media_type=self.media_type)


OPERATIONS = (AddUser, ChangeUser, AddMembership, RemoveMembership, ChangeStudio, SetStudioLogo)
