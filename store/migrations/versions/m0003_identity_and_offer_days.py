"""The studio's identity as a proposal's cover shows it, and the days on which an offer was sent and decided.

The checks are written into the columns: SQLite adds a constraint to a table only by copying it, and `proposals` is
referred to by others.
"""

from alembic import op

revision = "0003"
down_revision = "0002"

# In the order in which they come; they go the other way round, a check before the column it names.
_STUDIO = {
    "legal_name": "VARCHAR(200)",
    "address": "TEXT",
    "email": "VARCHAR(254)",
    "phone": "VARCHAR(60)",
    "website": "VARCHAR(200)",
    "tax_number": "VARCHAR(60)",
    "accent_colour": "VARCHAR(7) CONSTRAINT studio_accent_is_a_colour CHECK (accent_colour LIKE '#______')",
    "logo_sha256": "VARCHAR(64)",
    "logo_media_type": "VARCHAR(40) CONSTRAINT studio_logo_has_a_kind "
    "CHECK ((logo_sha256 IS NULL) = (logo_media_type IS NULL))",
}
_PROPOSALS = {
    "sent_on": "DATE",
    "decided_on": "DATE CONSTRAINT proposal_decided_after_sent CHECK (decided_on >= sent_on)",
}


def upgrade() -> None:
    for table, columns in (("studio", _STUDIO), ("proposals", _PROPOSALS)):
        for name, kind in columns.items():
            op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {kind}")


def downgrade() -> None:
    for table, columns in (("proposals", _PROPOSALS), ("studio", _STUDIO)):
        for name in reversed(columns):
            op.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
