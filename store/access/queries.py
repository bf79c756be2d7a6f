"""Reading access: who is behind a session or token, and the studio's own row."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlmodel import Session, col, select

from store.access.policy import permissions_of, require
from store.access.tables import ApiToken, Credential, Membership, Studio, User, UserSession
from store.changes.integrity import require_storable
from store.kernel.actor import Actor, ActorKind
from store.kernel.errors import DomainError, NotFound


def secret_hash(secret: str) -> str:
    """Hash a session or token secret. These are 256 random bits, so a plain fast hash is enough to keep them."""
    return hashlib.sha256(secret.encode()).hexdigest()


def actor_for(
    session: Session,
    user: User,
    *,
    kind: ActorKind,
    session_id: str | None = None,
    scopes: frozenset[str] | None = None,
) -> Actor:
    """Build the actor of an active user. Raises `DomainError` (`unauthenticated`) for one who was deactivated."""
    if not user.is_active:
        raise DomainError("unauthenticated", "This account is no longer active. Ask an administrator of the studio.")
    project_ids: frozenset[str] | None = None
    if not user.sees_all_projects:
        project_ids = frozenset(
            session.exec(select(Membership.project_id).where(col(Membership.user_id) == user.id)).all()
        )
    return Actor(
        kind=kind,
        user_id=user.id,
        role=user.role,
        permissions=permissions_of(user.role, scopes),
        project_ids=project_ids,
        session_id=session_id,
    )


def actor_of_session(session: Session, secret: str, now: datetime) -> Actor:
    """Return the person behind a session secret. Raises `DomainError` (`unauthenticated`)."""
    row = session.exec(select(UserSession).where(col(UserSession.secret_hash) == secret_hash(secret))).one_or_none()
    if row is None or row.ended_at is not None or row.expires_at <= now:
        raise DomainError("unauthenticated", "Your session has ended. Sign in again.")
    user = session.get_one(User, row.user_id)
    return actor_for(session, user, kind="person", session_id=row.id)


def actor_of_token(session: Session, secret: str, now: datetime) -> Actor:
    """Return the program behind an API token. Raises `DomainError` (`unauthenticated`)."""
    row = session.exec(select(ApiToken).where(col(ApiToken.secret_hash) == secret_hash(secret))).one_or_none()
    if row is None or row.revoked_at is not None or row.expires_at <= now:
        raise DomainError("unauthenticated", "This API token is unknown, revoked or expired. Create a new one.")
    user = session.get_one(User, row.user_id)
    return actor_for(session, user, kind="token", scopes=frozenset(row.scopes))


def session_is_live(session: Session, session_id: str, user_id: str, now: datetime) -> bool:
    row = session.get(UserSession, session_id)
    user = session.get(User, user_id)
    return (
        row is not None
        and row.user_id == user_id
        and row.ended_at is None
        and row.expires_at > now
        and user is not None
        and user.is_active
    )


def user_by_email(session: Session, email: str) -> User | None:
    """Return the user with this address, in whatever case it was typed. Raises `Invalid` for text that is none."""
    require_storable(email)
    return session.exec(select(User).where(col(User.email) == email.strip().lower())).one_or_none()


def has_users(session: Session) -> bool:
    return session.exec(select(User.id).limit(1)).first() is not None


def get_studio(session: Session) -> Studio:
    """Return the studio's own row. Raises `NotFound` before the home was set up."""
    studio = session.get(Studio, "studio")
    if studio is None:
        raise NotFound("The studio's set-up")
    return studio


def list_users(session: Session, actor: Actor) -> list[User]:
    """Return every user, by name. Raises `Forbidden` without `users.read`."""
    require(actor, "users.read")
    return list(session.exec(select(User).order_by(col(User.name))).all())


def project_ids_of_users(session: Session, actor: Actor) -> dict[str, list[str]]:
    """Return the projects that each user is a member of. Raises `Forbidden` without `users.read`."""
    require(actor, "users.read")
    query = select(Membership).order_by(col(Membership.user_id), col(Membership.project_id))
    found: dict[str, list[str]] = {}
    for membership in session.exec(query):
        found.setdefault(membership.user_id, []).append(membership.project_id)
    return found


def users_with_password(session: Session, actor: Actor) -> frozenset[str]:
    """Return the ids of the users for whom a password is set. Raises `Forbidden` without `users.read`."""
    require(actor, "users.read")
    return frozenset(session.exec(select(Credential.user_id)).all())


def list_tokens(session: Session, actor: Actor) -> list[ApiToken]:
    """Return the actor's own tokens, newest first."""
    return list(
        session.exec(
            select(ApiToken).where(col(ApiToken.user_id) == actor.user_id).order_by(col(ApiToken.created_at).desc())
        ).all()
    )
