"""The operation on documents: filing one with a project. The file itself never changes."""

from __future__ import annotations

from typing import ClassVar, Literal

from store.changes.draft import Draft
from store.changes.operation import Operation
from store.documents.tables import Document
from store.projects.tables import Project

MONEY_KINDS = frozenset({"brief", "proposal", "budget", "agreement", "invoice"})

DocumentKind = Literal[
    "brief", "proposal", "budget", "agreement", "invoice", "call_sheet", "script", "reference", "final", "other"
]


class FileDocument(Operation):
    """File a document with a project, as a kind of document."""

    kind: Literal["file_document"] = "file_document"
    permission: ClassVar[str] = "documents.write"
    id: str
    project_id: str
    document_kind: DocumentKind

    def plan(self, draft: Draft) -> None:
        document = draft.get(Document, self.id)
        if document.kind in MONEY_KINDS:
            draft.reveal("money_documents.read")
        draft.get(Project, self.project_id)
        draft.touches_project(self.project_id)
        if document.project_id is not None:
            draft.touches_project(document.project_id)
        draft.update(document, project_id=self.project_id, kind=self.document_kind)


OPERATIONS = (FileDocument,)
