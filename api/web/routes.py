"""The pages there are. A page registers itself when its module is imported."""

from __future__ import annotations

from importlib import import_module

PAGES = ("api.web.copilot.page", "api.web.approvals.page", "api.web.projects.page", "api.web.studio.page")


def load_pages() -> None:
    for module in PAGES:
        import_module(module)
