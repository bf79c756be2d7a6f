"""The settings, each section at an address of its own."""

from __future__ import annotations

from api.web.frame.page import page
from api.web.frame.visit import Visit
from api.web.studio.settings.about import draw_about
from api.web.studio.settings.account import draw_account
from api.web.studio.settings.frame import settings_frame
from api.web.studio.settings.house import WRITES, draw_house
from api.web.studio.settings.letterhead import draw_letterhead
from api.web.studio.settings.model import draw_model
from api.web.studio.settings.policy import draw_policy
from api.web.studio.settings.tokens import draw_tokens
from api.web.studio.settings.user import draw_user
from api.web.studio.settings.users import draw_users
from store.access.policy import require


@page("/settings", title="Account", place="settings")
async def account(visit: Visit) -> None:
    """One's own account."""
    with settings_frame(visit, "account"):
        await draw_account(visit)


@page("/settings/studio", title="Studio", place="settings")
async def studio(visit: Visit) -> None:
    """The studio's name and home, and what proposals say of it."""
    with settings_frame(visit, "studio"):
        await draw_house(visit)
        if visit.person.may(WRITES):
            await draw_letterhead(visit)


@page("/settings/policy", title="Approval policy", place="settings")
async def policy(visit: Visit) -> None:
    """Who may greenlight what, and the gates."""
    await _require(visit, "policy.read")
    with settings_frame(visit, "policy"):
        await draw_policy(visit)


@page("/settings/users", title="Users", place="settings")
async def users(visit: Visit) -> None:
    """Everybody who may sign in."""
    await _require(visit, "users.read")
    with settings_frame(visit, "users"):
        await draw_users(visit)


@page("/settings/users/{user_id}", title="User", place="settings")
async def user(visit: Visit, user_id: str) -> None:
    """One of them."""
    await _require(visit, "users.read")
    with settings_frame(visit, "users"):
        await draw_user(visit, user_id)


@page("/settings/tokens", title="API tokens", place="settings")
async def tokens(visit: Visit) -> None:
    """One's own API tokens."""
    with settings_frame(visit, "tokens"):
        await draw_tokens(visit)


@page("/settings/model", title="Model", place="settings")
async def model(visit: Visit) -> None:
    """Which model answers."""
    with settings_frame(visit, "model"):
        await draw_model(visit)


@page("/settings/about", title="About", place="settings")
async def about(visit: Visit) -> None:
    """What runs here."""
    with settings_frame(visit, "about"):
        await draw_about(visit)


async def _require(visit: Visit, permission: str) -> None:
    await visit.read(lambda _, actor: require(actor, permission))
