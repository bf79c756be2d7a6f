"""The addresses there are, for tests that look at every page."""

from __future__ import annotations

STUDIO = (
    "/copilot",
    "/approvals",
    "/projects",
    "/projects/new",
    "/rate-card",
    "/people",
    "/settings",
    "/settings/studio",
    "/settings/policy",
    "/settings/users",
    "/settings/tokens",
    "/settings/model",
    "/settings/about",
)
OF_A_PROJECT = ("", "/brief", "/budget", "/documents", "/activity", "/edit")
NOWHERE = "/no-such-page"


def of_project(code: str) -> tuple[str, ...]:
    """Return the addresses of a project's pages."""
    return tuple(f"/projects/{code}{page}" for page in OF_A_PROJECT)
