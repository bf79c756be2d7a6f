"""Every table of the datastore, imported in one place so that the metadata is whole."""

from sqlmodel import SQLModel

from store.access import tables as access
from store.budget import tables as budget
from store.changes import tables as changes
from store.crew import tables as crew
from store.documents import tables as documents
from store.inbox import tables as inbox
from store.kernel.columns import VersionedRow
from store.projects import tables as projects
from store.proposals import tables as proposals

metadata = SQLModel.metadata

# The tables a change set may write: those of versioned rows.
VERSIONED: dict[str, type[VersionedRow]] = {
    str(table.__tablename__): table
    for module in (access, budget, changes, crew, documents, inbox, projects, proposals)
    for table in vars(module).values()
    if isinstance(table, type) and issubclass(table, VersionedRow) and table is not VersionedRow
}
