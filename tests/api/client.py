"""A client of the REST API that can be anyone: a signed-in person, a program with a token, or nobody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from fastapi.testclient import TestClient

from api.deps import SESSION_COOKIE
from store.access.credentials import create_token
from store.access.queries import secret_hash
from store.access.tables import UserSession
from store.kernel.actor import Actor
from store.kernel.ids import new_id
from tests.studio import StudioForTests

Headers = Mapping[str, str]
NOBODY: Headers = {}


class Rest:
    """REST v1 of a studio. `who` of a call is what `person` or `token` returned; the default is nobody."""

    def __init__(self, http: TestClient, studio: StudioForTests) -> None:
        self.http = http
        self.studio = studio

    def person(self, actor: Actor, *, lifetime: timedelta = timedelta(hours=1)) -> Headers:
        """Give a person an interactive session and return its cookie."""
        secret, now = new_id("secret"), self.studio.clock.now()
        with self.studio.database.write() as session:
            session.add(
                UserSession(
                    id=new_id("ses"),
                    secret_hash=secret_hash(secret),
                    user_id=actor.user_id,
                    channel="test",
                    created_at=now,
                    expires_at=now + lifetime,
                )
            )
        return {"Cookie": f"{SESSION_COOKIE}={secret}"}

    def token(self, actor: Actor, *scopes: str, days: int = 30) -> Headers:
        """Make an API token for a person (of both scopes unless told) and return its header."""
        with self.studio.database.write() as session:
            _, secret = create_token(
                session,
                actor,
                self.studio.clock,
                name="test",
                scopes=list(scopes or ("read", "propose")),
                lifetime=timedelta(days=days),
            )
        return {"Authorization": f"Bearer {secret}"}

    def get(self, path: str, who: Headers = NOBODY, **query: Any) -> Any:
        return self.http.get(f"/v1{path}", headers=dict(who), params=query)

    def post(self, path: str, who: Headers = NOBODY, body: Any = None, **headers: str) -> Any:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.http.post(f"/v1{path}", headers={**who, **named}, json=body)

    def put(self, path: str, who: Headers = NOBODY, body: Any = None) -> Any:
        return self.http.put(f"/v1{path}", headers=dict(who), json=body)

    def delete(self, path: str, who: Headers = NOBODY) -> Any:
        return self.http.delete(f"/v1{path}", headers=dict(who))

    def propose(self, who: Headers, *operations: Mapping[str, object], **headers: str) -> Any:
        return self.post(
            "/changes",
            who,
            {"title": "A change", "operations": [dict(operation) for operation in operations]},
            **headers,
        )


def new_client(name: str = "Lumen") -> dict[str, object]:
    """An operation that anyone with `contacts.write` may propose."""
    return {"kind": "create_client", "id": new_id("cli"), "name": name}
