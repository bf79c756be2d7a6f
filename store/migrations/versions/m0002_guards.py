"""Guards in the engine itself: honest change sets, append-only logs, and full-text search over documents.

Both engines get the same rules in their own words. They hold for every handle, the application's included.
"""

from collections.abc import Iterable

from alembic import op

revision = "0002"
down_revision = "0001"

_DECISION = ("decided_by", "decided_at", "decision_note", "applied_versions")
_LISTS = ("operations", "row_changes", "effects", "evidence", "project_ids", "reveals")

# What a change set was proposed with never changes; only its status and decision do.
_FIXED = (
    "id code revision operations row_changes effects digest title rationale evidence origin_channel origin_message_id "
    "origin_run_id proposed_by proposed_kind on_behalf_of project_ids reveals tainted amount_minor currency "
    "created_at expires_at idempotency_key supersedes"
).split()

_STEPS = {
    "pending": ("applied", "rejected", "stale", "expired", "superseded"),
    "stale": ("superseded", "rejected"),
    "applied": ("reverted",),
}
_APPEND_ONLY = ("audit_entries", "approvals", "messages", "runs")


def _step_allowed(old: str, new: str) -> str:
    steps = [f"({old} = '{a}' AND {new} IN ({', '.join(repr(b) for b in after)}))" for a, after in _STEPS.items()]
    return " OR ".join([f"{old} = {new}", *steps])


def _changed(columns: Iterable[str], operator: str) -> str:
    return " OR ".join(f"NEW.{column} {operator} OLD.{column}" for column in columns)


def _not_fresh(is_no_list: str) -> str:
    """True of a new change set that is not pending and undecided, or whose lists are not lists."""
    decided = [f"NEW.{column} IS NOT NULL" for column in _DECISION]
    misshapen = [is_no_list.format(f"NEW.{column}") for column in _LISTS]
    return " OR ".join(["NEW.status <> 'pending'", *decided, *misshapen])


def _sqlite() -> None:
    # Triggers may call few functions here: the handles switch off trust in the schema, and json_type with it.
    op.execute(
        f"""CREATE TRIGGER change_set_begins_pending BEFORE INSERT ON change_sets
        WHEN {_not_fresh("substr({}, 1, 1) <> '['")}
        BEGIN SELECT RAISE(ABORT, 'a change set begins pending'); END"""
    )
    op.execute(
        f"""CREATE TRIGGER change_set_is_fixed BEFORE UPDATE ON change_sets WHEN {_changed(_FIXED, "IS NOT")}
        BEGIN SELECT RAISE(ABORT, 'what a change set proposes is fixed'); END"""
    )
    op.execute(
        f"""CREATE TRIGGER change_set_decision_is_fixed BEFORE UPDATE ON change_sets
        WHEN OLD.decided_at IS NOT NULL AND ({_changed(_DECISION, "IS NOT")})
        BEGIN SELECT RAISE(ABORT, 'what was decided is fixed'); END"""
    )
    op.execute(
        f"""CREATE TRIGGER change_set_steps BEFORE UPDATE ON change_sets
        WHEN NOT ({_step_allowed("OLD.status", "NEW.status")})
        BEGIN SELECT RAISE(ABORT, 'a change set cannot take this step'); END"""
    )
    op.execute(
        """CREATE TRIGGER change_set_is_kept BEFORE DELETE ON change_sets
        BEGIN SELECT RAISE(ABORT, 'change sets are kept'); END"""
    )
    for table in _APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"""CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}
                BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
            )
    op.execute(
        """CREATE VIRTUAL TABLE document_search USING fts5(
        text, content='document_pages', content_rowid='id', tokenize='unicode61 remove_diacritics 2')"""
    )
    op.execute(
        """CREATE TRIGGER document_pages_indexed AFTER INSERT ON document_pages
        BEGIN INSERT INTO document_search(rowid, text) VALUES (NEW.id, NEW.text); END"""
    )
    op.execute(
        """CREATE TRIGGER document_pages_unindexed AFTER DELETE ON document_pages
        BEGIN INSERT INTO document_search(document_search, rowid, text) VALUES ('delete', OLD.id, OLD.text); END"""
    )


def _postgresql() -> None:
    op.execute(
        f"""CREATE FUNCTION change_set_guard() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'change sets are kept'; END IF;
          IF TG_OP = 'INSERT' THEN
            IF {_not_fresh("jsonb_typeof({}) <> 'array'")} THEN RAISE EXCEPTION 'a change set begins pending'; END IF;
            RETURN NEW;
          END IF;
          IF {_changed(_FIXED, "IS DISTINCT FROM")} THEN
            RAISE EXCEPTION 'what a change set proposes is fixed';
          END IF;
          IF OLD.decided_at IS NOT NULL AND ({_changed(_DECISION, "IS DISTINCT FROM")}) THEN
            RAISE EXCEPTION 'what was decided is fixed';
          END IF;
          IF NOT ({_step_allowed("OLD.status", "NEW.status")}) THEN
            RAISE EXCEPTION 'a change set cannot take this step';
          END IF;
          RETURN NEW;
        END $$"""
    )
    op.execute(
        """CREATE TRIGGER change_set_guard BEFORE INSERT OR UPDATE OR DELETE ON change_sets
        FOR EACH ROW EXECUTE FUNCTION change_set_guard()"""
    )
    op.execute(
        """CREATE FUNCTION append_only_guard() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"""
    )
    op.execute(
        """CREATE TRIGGER change_sets_kept BEFORE TRUNCATE ON change_sets
        FOR EACH STATEMENT EXECUTE FUNCTION append_only_guard()"""
    )
    for table in _APPEND_ONLY:
        op.execute(
            f"""CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION append_only_guard()"""
        )
    op.execute(
        """CREATE INDEX ix_document_pages_search ON document_pages
        USING gin (to_tsvector('simple', text))"""
    )


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgresql()


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE document_search")
        names = ["document_pages_indexed", "document_pages_unindexed"]
        names += ["change_set_begins_pending", "change_set_is_fixed", "change_set_steps", "change_set_is_kept"]
        names += ["change_set_decision_is_fixed"]
        names += [f"{table}_no_{verb}" for table in _APPEND_ONLY for verb in ("update", "delete")]
        for name in names:
            op.execute(f"DROP TRIGGER {name}")
        return
    op.execute("DROP INDEX ix_document_pages_search")
    op.execute("DROP TRIGGER change_set_guard ON change_sets")
    op.execute("DROP TRIGGER change_sets_kept ON change_sets")
    for table in _APPEND_ONLY:
        op.execute(f"DROP TRIGGER {table}_append_only ON {table}")
    op.execute("DROP FUNCTION change_set_guard()")
    op.execute("DROP FUNCTION append_only_guard()")
