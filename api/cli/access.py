"""`greenlight users` and `greenlight tokens`: who may sign in, and what programs may use."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from api.cli.desk import Json, ask_line, ask_secret, console, desk, emit, note, signed_in

users = typer.Typer(help="See and add the studio's users.", no_args_is_help=True)
tokens = typer.Typer(
    help="Make and revoke API tokens. They read and propose; they never greenlight.", no_args_is_help=True
)


@users.command("create-admin")
def create_admin(
    name: Annotated[str, typer.Option(prompt=False)] = "", email: Annotated[str, typer.Option(prompt=False)] = ""
) -> None:
    """Create the first administrator of a studio that has no users yet."""
    from store.access.credentials import create_first_admin
    from store.access.queries import has_users
    from store.kernel.errors import Forbidden

    with desk() as at:
        with at.database.read() as session:
            if has_users(session):
                raise Forbidden("This studio has users already. Sign in as an administrator to add more.")
        name, email = name or ask_line("Name: "), email or ask_line("E-mail: ")
        password = _new_password()
        with at.database.write() as session:
            user = create_first_admin(session, at.clock, name=name, email=email, password=password)
    note(f"{user.name} may now sign in as {user.email}.")


@users.command("add")
def add(
    email: str,
    name: Annotated[str, typer.Option(help="The person's full name.")],
    role: Annotated[str, typer.Option(help="producer, line_producer, accountant, editor, client, …")],
    all_projects: Annotated[
        bool, typer.Option(help="May see every project, not only those it is a member of.")
    ] = False,
    json_output: Json = False,
) -> None:
    """Add a user (a change set that you greenlight at once) and set a first password."""
    from store.access.credentials import set_password
    from store.access.operations import AddUser
    from store.changes.decisions import greenlight
    from store.changes.engine import Origin, Request, file_change_set
    from store.kernel.ids import new_id

    operation = AddUser(id=new_id("usr"), email=email, name=name, role=role, sees_all_projects=all_projects)
    with desk() as at, signed_in(at) as person:
        request = Request(title=f"Add {name} as {role}", operations=[operation], origin=Origin("cli"))
        with at.database.write() as session:
            filed = file_change_set(session, person, at.clock, request)
            decision = greenlight(session, person, at.clock, change_set_id=filed.id, digest=filed.digest)
        if decision.outcome == "applied":
            password = _new_password(f"First password of {name}: ")
            with at.database.write() as session:
                set_password(session, person, at.clock, user_id=operation.id, password=password)
    if json_output:
        emit({"user": operation.id, "change_set": filed.id, "outcome": decision.outcome})
    else:
        note(f"{filed.id}: {decision.outcome}. {decision.reason}".strip())


@users.command("set-password")
def set_user_password(email: str) -> None:
    """Set a user's password: your own, or anyone's as an administrator."""
    from store.access.credentials import set_password
    from store.access.queries import user_by_email
    from store.kernel.errors import NotFound

    with desk() as at, signed_in(at) as person:
        with at.database.read() as session:
            user = user_by_email(session, email)
        if user is None:
            raise NotFound(f"User {email}")
        password = _new_password()
        with at.database.write() as session:
            set_password(session, person, at.clock, user_id=user.id, password=password)
    note(f"The password of {email} is set; its other sessions have ended and its API tokens are revoked.")


@users.command("list")
def list_users(json_output: Json = False) -> None:
    """List the studio's users and their roles."""
    from api.cli.render import table
    from store.access.queries import list_users as query

    with desk() as at, at.database.read() as session:
        found = query(session, at.actor)
    if json_output:
        emit([{"id": u.id, "email": u.email, "name": u.name, "role": u.role, "active": u.is_active} for u in found])
        return
    shown = table("name", "role", "e-mail", "projects", "")
    for user in found:
        sees = "all" if user.sees_all_projects else "own"
        shown.add_row(user.name, user.role.replace("_", " "), user.email, sees, "" if user.is_active else "inactive")
    console().print(shown if found else "Nobody yet. Run `greenlight users create-admin`.")


@tokens.command("create")
def create(
    name: str,
    scope: Annotated[list[str], typer.Option(help="read, propose, or single permissions; may be repeated.")],
    days: Annotated[int, typer.Option(min=1, max=365, help="How long it lives.")] = 90,
    json_output: Json = False,
) -> None:
    """Make an API token for yourself. Its secret is shown this once."""
    from store.access.credentials import create_token

    with desk() as at, signed_in(at) as person, at.database.write() as session:
        token, secret = create_token(session, person, at.clock, name=name, scopes=scope, lifetime=timedelta(days=days))
    if json_output:
        emit({"id": token.id, "secret": secret, "expires_at": token.expires_at.isoformat()})
    else:
        note(f"{token.id} until {token.expires_at:%d %b %Y}. Keep this secret; it is not shown again:")
        console().print(secret, soft_wrap=True)


@tokens.command("list")
def list_own(json_output: Json = False) -> None:
    """List your API tokens."""
    from api.cli.render import table
    from store.access.queries import list_tokens

    with desk() as at, signed_in(at) as person, at.database.read() as session:
        found = list_tokens(session, person)
    if json_output:
        emit([{"id": t.id, "name": t.name, "scopes": t.scopes, "revoked": t.revoked_at is not None} for t in found])
        return
    shown = table("id", "name", "scopes", "until", "")
    for token in found:
        state = "revoked" if token.revoked_at else ""
        shown.add_row(token.id, token.name, ", ".join(token.scopes), f"{token.expires_at:%d %b %Y}", state)
    console().print(shown if found else "You have no tokens.")


@tokens.command("revoke")
def revoke(token_id: str) -> None:
    """Revoke an API token at once."""
    from store.access.credentials import revoke_token

    with desk() as at, signed_in(at) as person, at.database.write() as session:
        revoke_token(session, person, at.clock, token_id=token_id)
    note(f"{token_id} is revoked.")


def _new_password(question: str = "New password: ") -> str:
    from store.kernel.errors import Invalid

    password = ask_secret(question)
    if ask_secret("Once more: ") != password:
        raise Invalid("The two passwords differ. Nothing was set; try again.")
    return password
