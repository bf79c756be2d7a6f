"""Every router of REST v1, in the order its description shows them."""

from api.rest import (
    audit,
    briefs,
    budgets,
    changes,
    conversations,
    documents,
    editions,
    health,
    people,
    projects,
    proposals,
    sessions,
    studio,
    tokens,
    users,
)

ROOT = (health.router,)
V1 = (
    sessions.router,
    users.router,
    tokens.router,
    studio.router,
    changes.router,
    briefs.router,
    briefs.of_changes,
    projects.router,
    proposals.router,
    editions.router,
    budgets.router,
    people.router,
    documents.router,
    conversations.router,
    audit.router,
)
