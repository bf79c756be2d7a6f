"""Every router of REST v1, in the order its description shows them."""

from api.rest import audit, changes, health, sessions, tokens, users

ROOT = (health.router,)
V1 = (sessions.router, users.router, tokens.router, changes.router, audit.router)
