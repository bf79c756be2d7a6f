"""A project's documents: what there is, a search in their text, adding one, and reading one a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from nicegui import events, ui

from api.rest.edge import LARGEST_FILE
from api.web.components.buttons import act_button
from api.web.components.filing import file_and_review
from api.web.frame.live import Region
from api.web.frame.notices import said, tell
from api.web.frame.page import page
from api.web.frame.visit import Visit
from api.web.projects import document_view
from api.web.projects.document_reading import Documents, read_document_page, read_documents
from api.web.projects.head import Head, project_page
from api.web.projects.uploads import KEPT, keep_file
from store.documents.operations import FileDocument
from store.documents.storage import shown_name
from store.kernel.errors import DomainError

_LONGEST = 200
_NOT_TAKEN = (
    "This file was not taken: it is larger than 25 MB, or of a kind that is not kept here. Add a PDF, a Word or text "
    "file, a table, a picture, sound or film, or put it into a ZIP."
)


@page("/projects/{code}/documents", title="Documents", place="projects")
async def documents(visit: Visit, code: str) -> None:
    """The documents of a project; `?find=` searches their text, `?kind=` is what one means to add."""
    query = visit.request.query_params
    words, kind = query.get("find", "")[:_LONGEST], query.get("kind", "")
    async with project_page(visit, code, "documents") as head:
        found = await visit.read(lambda session, actor: read_documents(session, actor, head.id))
        if visit.person.may("documents.write"):
            Adding(visit, head, kind if kind in found.kinds else "other").draw(found.kinds)

        def draw(shown: Documents) -> None:
            ui.html(str(document_view.listing(shown, words, visit.person.time_zone)))

        await Region(visit, lambda session, actor: read_documents(session, actor, head.id, words), draw).show()


@page("/documents/{document_id}", title="Document", place="projects")
async def document(visit: Visit, document_id: str) -> None:
    """A document's text at `?page=`, or where `?at=` (and `?to=`) stand in it."""
    query = visit.request.query_params
    number, start, end = (_number(query.get(name)) for name in ("page", "at", "to"))
    cited = (start, end if end is not None else start + 1) if start is not None else None
    found = await visit.read(
        lambda session, actor: read_document_page(session, actor, document_id, page=number, cited=cited)
    )
    ui.page_title(f"{found.row.filename} · Greenlight")
    with ui.element("div").classes("page"):
        ui.html(str(document_view.whole(found, visit.person.time_zone)))


@dataclass
class Adding:
    """Adding a document: the file is kept at once, and what files it with the project is shown for a decision."""

    visit: Visit
    head: Head
    kind: str

    def draw(self, kinds: tuple[str, ...]) -> None:
        self._upload = (
            ui.upload(
                on_upload=self._came,
                on_rejected=lambda: said(_NOT_TAKEN, tone="bad"),
                max_file_size=LARGEST_FILE,
                auto_upload=True,
            )
            .props('accept="{}"'.format(",".join(f".{ending}" for ending in sorted(KEPT))))
            .classes("hidden-upload")
        )
        with ui.element("div").classes("filters"):
            choice = ui.element("select").props('aria-label="Kind of document"')
            with choice:
                for kind in kinds:
                    if kind == "brief":
                        continue  # a brief is handed to the copilot, which reads it
                    option = ui.element("option")
                    option.props.update({"value": kind, "innerText": kind.replace("_", " ").capitalize()})
                    option.props["selected"] = kind == self.kind
            choice.on("change", self._chose, js_handler="(event) => emit(event.target.value)")
            act_button("Add a document", self._pick, symbol="attach")

    async def _chose(self, event: events.GenericEventArguments) -> None:
        self.kind = str(event.args or "other")

    async def _pick(self) -> None:
        self._upload.run_method("pickFiles")

    async def _came(self, event: events.UploadEventArguments) -> None:
        name, content, kind = event.file.name, await event.file.read(), self.kind
        try:
            document_id = await self.visit.call(lambda actor: keep_file(self.visit.studio, actor, name, content, kind))
            operation = FileDocument.model_validate(
                {"id": document_id, "project_id": self.head.id, "document_kind": kind}
            )
            await file_and_review(self.visit, f"{self.head.code}: file {shown_name(name)}", [operation])
        except DomainError as error:
            tell(self.visit, error)
        finally:
            self._upload.reset()


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None
