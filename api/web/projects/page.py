"""The pages of projects, in the order in which addresses are looked at: `/projects/new` before `/projects/CODE`."""

from __future__ import annotations

from api.web.projects import activity, board, brief, budget, comparing, documents, new_project, overview, proposal

__all__ = ["activity", "board", "brief", "budget", "comparing", "documents", "new_project", "overview", "proposal"]
