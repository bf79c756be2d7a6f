"""The API's description, with every error as what it is: a problem."""

from __future__ import annotations

import re
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from api.rest.problem import PROBLEM_TYPE

DESCRIPTION = """
The production copilot of a studio. **Nothing changes until a person greenlights it.**

Every change is a list of typed operations that is proposed as a *change set* (`POST /v1/changes`, `POST /v1/briefs`,
a conversation) and greenlit by a person who has signed in and has seen its exact before and after. API tokens read and
propose; they never greenlight.

Money is `{"minor": 1250000, "currency": "EUR"}`, in minor units. Lists are pages: pass `next_cursor` back as `cursor`.
Errors are RFC 9457 problems (`application/problem+json`) with a stable `code`.
"""

_SENTENCE_END = re.compile(r"\.(?:\s+|$)")

TAGS = [
    {"name": "access", "description": "Signing in, users, API tokens."},
    {"name": "studio", "description": "The studio itself, and its policy."},
    {"name": "changes", "description": "Proposing, deciding and undoing: the one way to write."},
    {"name": "briefs", "description": "A brief becomes a priced proposal."},
    {"name": "projects", "description": "Clients, contacts, projects and the gates between their stages."},
    {"name": "proposals", "description": "Offers, their lines, milestones and agreements."},
    {"name": "budget", "description": "Budgets and rate cards."},
    {"name": "crew", "description": "People and what they are paid."},
    {"name": "documents", "description": "Files as they came, their text, and search."},
    {"name": "conversations", "description": "Talking with the copilot."},
    {"name": "audit", "description": "What was done, by whom, in a chain that shows tampering."},
    {"name": "health", "description": "For supervisors and load balancers."},
]


def describe(app: FastAPI) -> None:
    """Make `/openapi.json` of this app say what its errors look like."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = get_openapi(
                title=app.title,
                version=app.version,
                description=DESCRIPTION,
                routes=app.routes,
                tags=TAGS,
            )
            for path in schema["paths"].values():
                for operation in path.values():
                    _summarise(operation)
                    _problems_as_such(operation)
            for name in ("HTTPValidationError", "ValidationError"):
                schema["components"]["schemas"].pop(name, None)
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def operation_id(route: APIRoute) -> str:
    return route.name


def _summarise(operation: dict[str, Any]) -> None:
    """Head an operation with the first sentence of its docstring instead of its function's name."""
    first, *rest = _SENTENCE_END.split(operation.get("description", ""), maxsplit=1)
    if first:
        operation["summary"], operation["description"] = first, "".join(rest)


def _problems_as_such(operation: dict[str, Any]) -> None:
    for status, response in operation["responses"].items():
        if status.isdigit() and int(status) < 400:
            continue
        content = response.get("content", {})
        described = content.pop("application/json", None)
        content.pop("text/event-stream", None)
        if described is not None:
            response["content"] = {PROBLEM_TYPE: described}
