"""Passwords, sessions and tokens: the one part of the data that no change set may touch.

Secrets are shown once, when they are made; the database keeps hashes. Everything done here is in the audit log.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlmodel import Session, col, select

from store.access.policy import ALL_PERMISSIONS
from store.access.queries import actor_for, has_users, secret_hash, user_by_email
from store.access.tables import ApiToken, Credential, User, UserSession
from store.changes import audit
from store.changes.integrity import require_storable
from store.kernel.actor import Actor
from store.kernel.clock import Clock
from store.kernel.errors import DomainError, Forbidden, Invalid, NotFound
from store.kernel.ids import new_id

SESSION_LIFETIME = timedelta(hours=12)
TOKEN_LIFETIME = timedelta(days=365)
SHORTEST_PASSWORD = 10

_hasher = PasswordHash((Argon2Hasher(),))
# Verified when there is no such user, so that the answer takes as long and tells nothing.
_DECOY = _hasher.hash(secrets.token_urlsafe(16))


def create_first_admin(session: Session, clock: Clock, *, name: str, email: str, password: str) -> User:
    """Make the first user of a studio that has none. Raises `Forbidden` when there is one already."""
    if has_users(session):
        raise Forbidden("This studio has users already. Sign in as an administrator to add more.")
    require_storable([name, email])
    if "@" not in email:
        raise Invalid(f"'{email}' is not an e-mail address.")
    user = User(id=new_id("usr"), email=email.strip().lower(), name=name.strip(), role="admin", sees_all_projects=True)
    session.add(user)
    session.flush()
    _store_password(session, clock, user.id, password)
    audit.record(session, at=clock.now(), actor=actor_for(session, user, kind="person"), action="first_admin_created")
    return user


def set_password(session: Session, actor: Actor, clock: Clock, *, user_id: str, password: str) -> None:
    """Set a user's password: one's own, or anyone's with `users.write`.

    Ends that user's other sessions and revokes their API tokens: who sets a new password may have lost the old one to
    somebody, and a token made with it would outlive it by a year.
    """
    if actor.kind != "person" or (actor.user_id != user_id and not actor.may("users.write")):
        raise Forbidden("Only the user or an administrator who has signed in may set this password.")
    if session.get(User, user_id) is None:
        raise NotFound(f"User {user_id}")
    _store_password(session, clock, user_id, password)
    for row in session.exec(select(UserSession).where(col(UserSession.user_id) == user_id)).all():
        if row.id != actor.session_id and row.ended_at is None:
            row.ended_at = clock.now()
            session.add(row)
    audit.record(session, at=clock.now(), actor=actor, action="password_set", detail={"user_id": user_id})
    for token in session.exec(select(ApiToken).where(col(ApiToken.user_id) == user_id).order_by(col(ApiToken.id))):
        _revoke(session, actor, clock, token)


def sign_in(session: Session, clock: Clock, *, email: str, password: str, channel: str) -> tuple[Actor, str]:
    """Return the person and a new session's secret. Raises `DomainError` (`unauthenticated`) on any mismatch alike.

    A door open to strangers calls `verify_password` in a reading transaction and then `open_session`: checking a
    password is slow on purpose, and a guess must not hold the lock that writers wait for.
    """
    return open_session(session, clock, verify_password(session, email=email, password=password), channel=channel)


def verify_password(session: Session, *, email: str, password: str) -> str:
    """Return the id of the user who signs in so. Raises `DomainError` (`unauthenticated`) on any mismatch alike."""
    user = user_by_email(session, email)
    credential = session.get(Credential, user.id) if user else None
    matches = _hasher.verify(password, credential.password_hash if credential else _DECOY)
    if user is None or credential is None or not matches or not user.is_active:
        raise DomainError("unauthenticated", "E-mail and password do not match. Check both and try again.")
    return user.id


def open_session(session: Session, clock: Clock, user_id: str, *, channel: str) -> tuple[Actor, str]:
    """Begin the session of a user whose password was verified; return the person and the session's secret."""
    user = session.get_one(User, user_id)
    secret = secrets.token_urlsafe(32)
    row = UserSession(
        id=new_id("ses"),
        secret_hash=secret_hash(secret),
        user_id=user.id,
        channel=channel,
        created_at=clock.now(),
        expires_at=clock.now() + SESSION_LIFETIME,
    )
    session.add(row)
    session.flush()
    actor = actor_for(session, user, kind="person", session_id=row.id)
    audit.record(session, at=clock.now(), actor=actor, action="signed_in", detail={"channel": channel})
    return actor, secret


def sign_out(session: Session, actor: Actor, clock: Clock) -> None:
    """End the actor's session."""
    row = session.get(UserSession, actor.session_id) if actor.session_id else None
    if row is not None and row.ended_at is None:
        row.ended_at = clock.now()
        session.add(row)
        audit.record(session, at=clock.now(), actor=actor, action="signed_out")


def create_token(
    session: Session, actor: Actor, clock: Clock, *, name: str, scopes: list[str], lifetime: timedelta = TOKEN_LIFETIME
) -> tuple[ApiToken, str]:
    """Make an API token for oneself and return it with its secret, which is shown this once."""
    if actor.kind != "person" or actor.session_id is None:
        raise Forbidden("Only a person who has signed in may create an API token.")
    unknown = set(scopes) - ALL_PERMISSIONS - {"read", "propose"}
    if unknown or not scopes:
        raise Invalid(
            f"Scopes are 'read', 'propose' or single permissions; unknown: {', '.join(sorted(unknown)) or '-'}."
        )
    if not timedelta(0) < lifetime <= TOKEN_LIFETIME:
        raise Invalid("A token lives at most 365 days.")
    require_storable(name)
    secret = f"glt_{secrets.token_urlsafe(32)}"
    row = ApiToken(
        id=new_id("tok"),
        secret_hash=secret_hash(secret),
        user_id=actor.user_id,
        name=name.strip() or "unnamed",
        scopes=sorted(set(scopes)),
        created_at=clock.now(),
        expires_at=clock.now() + lifetime,
    )
    session.add(row)
    audit.record(session, at=clock.now(), actor=actor, action="token_created", detail={"token_id": row.id})
    return row, secret


def revoke_token(session: Session, actor: Actor, clock: Clock, *, token_id: str) -> None:
    """Revoke one's own token, or anyone's with `users.write`. Raises `NotFound`."""
    row = session.get(ApiToken, token_id)
    if row is None or (row.user_id != actor.user_id and not actor.may("users.write")):
        raise NotFound(f"Token {token_id}")
    if actor.kind != "person":
        raise Forbidden("Only a person who has signed in may revoke an API token.")
    _revoke(session, actor, clock, row)


def _revoke(session: Session, actor: Actor, clock: Clock, token: ApiToken) -> None:
    if token.revoked_at is None:
        token.revoked_at = clock.now()
        session.add(token)
        audit.record(session, at=clock.now(), actor=actor, action="token_revoked", detail={"token_id": token.id})


def _store_password(session: Session, clock: Clock, user_id: str, password: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise Invalid(f"A password has at least {SHORTEST_PASSWORD} characters.", "weak_password")
    credential = session.get(Credential, user_id)
    hashed = _hasher.hash(password)
    if credential is None:
        session.add(Credential(user_id=user_id, password_hash=hashed, changed_at=clock.now()))
    else:
        credential.password_hash, credential.changed_at = hashed, clock.now()
        session.add(credential)
    session.flush()
