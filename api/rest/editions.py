"""A proposal as a document, its pages for a screen, its versions side by side, and its next version."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from api.deps import CurrentActor, OpenStudio, Proposing, Reading, Studio
from api.rest.change_views import whole
from api.rest.changes import CHANNEL, IdempotencyKey
from api.rest.documents import disposition
from api.rest.responses import SIGNED_IN, problems
from api.rest.schemas.changes import ChangeOut
from api.rest.schemas.common import RowId
from api.rest.schemas.versions import ComparisonOut, PagesOut
from store.access.queries import get_studio
from store.changes.engine import Origin, Request, file_change_set
from store.documents.storage import FileStore
from store.kernel.actor import Actor
from store.kernel.clock import today
from store.kernel.errors import NotFound
from store.proposals.edition import Edition, EditionKind, build_edition, filename, render_pages, render_pdf
from store.proposals.versions import compare_versions, revise

router = APIRouter(prefix="/proposals", tags=["proposals"], responses=SIGNED_IN)

Kind = Annotated[
    EditionKind,
    Query(description="`client` is what one sends; `internal` adds evidence, sources and levers, for the house alone."),
]
# A page is private and may change with every change of a draft.
_FOR_A_MINUTE = "private, max-age=60"


def _binary(media_type: str) -> dict[int | str, dict[str, Any]]:
    return {
        200: {"content": {media_type: {"schema": {"type": "string", "format": "binary"}}}},
        **problems(404, 409, 503),
    }


@router.get("/{proposal_id}/pdf", response_class=Response, responses=_binary("application/pdf"))
def get_proposal_pdf(proposal_id: RowId, actor: CurrentActor, studio: Studio, edition: Kind = "client") -> Response:
    """The proposal as a PDF. A client opens what it was sent, and nothing else."""
    built = _edition(studio, actor, proposal_id, edition)
    headers = {"Content-Disposition": disposition(filename(built))}
    return Response(render_pdf(built), media_type="application/pdf", headers=headers)


@router.get("/{proposal_id}/pages", responses=problems(404, 409, 503))
def get_proposal_pages(proposal_id: RowId, actor: CurrentActor, studio: Studio, edition: Kind = "client") -> PagesOut:
    """How many pages an edition has; each is at `/v1/proposals/{id}/pages/{n}.png`."""
    built = _edition(studio, actor, proposal_id, edition)
    return PagesOut(edition=edition, filename=filename(built), count=len(render_pages(built)))


@router.get("/{proposal_id}/pages/{number}.png", response_class=Response, responses=_binary("image/png"))
def get_proposal_page(
    proposal_id: RowId,
    number: Annotated[int, Path(ge=1, le=10_000, description="From 1.")],
    actor: CurrentActor,
    studio: Studio,
    edition: Kind = "client",
) -> Response:
    """A page of an edition as a picture, for reading it on a screen."""
    pages = render_pages(_edition(studio, actor, proposal_id, edition))
    if number > len(pages):
        raise NotFound(f"Page {number}")
    return Response(pages[number - 1], media_type="image/png", headers={"Cache-Control": _FOR_A_MINUTE})


@router.get("/{before_id}/compare/{after_id}", responses=problems(404))
def get_proposal_comparison(before_id: RowId, after_id: RowId, actor: CurrentActor, session: Reading) -> ComparisonOut:
    """What one version of an offer changes in another of the same project."""
    return ComparisonOut.of(compare_versions(session, actor, before_id, after_id))


@router.post("/{proposal_id}/revision", status_code=201, responses=problems(404, 409))
def post_proposal_revision(
    proposal_id: RowId,
    actor: CurrentActor,
    session: Proposing,
    studio: Studio,
    idempotency_key: IdempotencyKey = None,
) -> ChangeOut:
    """Propose the next version of an offer: a draft with the same lines, to be changed before it is sent."""
    on = today(studio.clock, get_studio(session).time_zone)
    revision = revise(session, actor, proposal_id, today=on)
    request = Request(revision.title, revision.operations, Origin(CHANNEL), idempotency_key=idempotency_key)
    return whole(session, file_change_set(session, actor, studio.clock, request))


def _edition(studio: OpenStudio, actor: Actor, proposal_id: str, kind: EditionKind) -> Edition:
    """Read an edition and let go of the database before it is set."""
    with studio.database.read() as session:
        on = today(studio.clock, get_studio(session).time_zone)
        return build_edition(session, actor, proposal_id, kind=kind, files=FileStore(studio.settings.files), today=on)
