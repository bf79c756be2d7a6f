"""A list that is asked for one project's rows: the project is given by its code or its id, everywhere alike."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query

from api.deps import CurrentActor, Reading
from store.projects.queries import project_id_of


def asked_project(
    actor: CurrentActor,
    session: Reading,
    project: Annotated[
        str | None, Query(max_length=60, description="A project's code or id: only what is its.")
    ] = None,
) -> str | None:
    """Return the id of the project asked about. Raises `NotFound`, also for one that the actor may not know of."""
    return None if project is None else project_id_of(session, actor, project)


OfProject = Annotated[str | None, Depends(asked_project, scope="function")]
