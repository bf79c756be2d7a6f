"""The datastore's tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None

JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "approval_policies",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(24), nullable=False),
        sa.Column("operation_kind", sa.String(48), nullable=False),
        sa.Column("limit_minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(3), nullable=True),
        sa.CheckConstraint("(limit_minor IS NULL) = (currency IS NULL)", name="policy_limit_has_currency"),
        sa.CheckConstraint("limit_minor IS NULL OR limit_minor >= 0", name="policy_limit_not_negative"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ux_policy_role_kind", "approval_policies", ["role", "operation_kind"], unique=True)
    op.create_table(
        "audit_entries",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_kind", sa.String(8), nullable=False),
        sa.Column("user_id", sa.String(40), nullable=False),
        sa.Column("session_id", sa.String(40), nullable=True),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("change_set_id", sa.String(40), nullable=True),
        sa.Column("project_ids", JSON, nullable=False),
        sa.Column("detail", JSON, nullable=False),
        sa.Column("previous_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index(op.f("ix_audit_entries_change_set_id"), "audit_entries", ["change_set_id"], unique=False)
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.CheckConstraint("id = 1", name="one_audit_head"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "change_sets",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("operations", JSON, nullable=False),
        sa.Column("row_changes", JSON, nullable=False),
        sa.Column("effects", JSON, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("rationale", sa.Text(), nullable=False),
        sa.Column("evidence", JSON, nullable=False),
        sa.Column("origin_channel", sa.String(16), nullable=False),
        sa.Column("origin_message_id", sa.String(40), nullable=True),
        sa.Column("origin_run_id", sa.String(40), nullable=True),
        sa.Column("proposed_by", sa.String(40), nullable=False),
        sa.Column("proposed_kind", sa.String(8), nullable=False),
        sa.Column("on_behalf_of", sa.String(40), nullable=False),
        sa.Column("project_ids", JSON, nullable=False),
        sa.Column("reveals", JSON, nullable=False),
        sa.Column("tainted", sa.Boolean(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(3), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("idempotency_key", sa.String(128), nullable=True),
        sa.Column("supersedes", sa.String(40), nullable=True),
        sa.Column("decided_by", sa.String(40), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision_note", sa.Text(), nullable=True),
        sa.Column("applied_versions", JSON, nullable=True),
        sa.CheckConstraint(
            "status IN ('pending', 'applied', 'rejected', 'stale', 'expired', 'superseded', 'reverted')",
            name="change_set_status_known",
        ),
        sa.CheckConstraint(
            "status IN ('pending', 'stale', 'expired', 'superseded') OR (decided_by IS NOT NULL AND decided_at IS NOT NULL)",
            name="change_set_decided_by_someone",
        ),
        sa.CheckConstraint("revision >= 1", name="change_set_revision_positive"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_change_set_status_created", "change_sets", ["status", "created_at"], unique=False)
    op.create_index("ix_change_set_created", "change_sets", ["created_at", "id"], unique=False)
    op.create_index("ux_change_set_code_revision", "change_sets", ["code", "revision"], unique=True)
    op.create_index("ux_change_set_idempotency", "change_sets", ["on_behalf_of", "idempotency_key"], unique=True)
    op.create_table(
        "clients",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("country", sa.String(2), nullable=True),
        sa.Column("email_domain", sa.String(253), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.CheckConstraint("length(name) > 0", name="client_named"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_clients_name"), "clients", ["name"], unique=False)
    op.create_table(
        "gate_requirements",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("check_name", sa.String(48), nullable=False),
        sa.Column("label", sa.String(120), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ux_gate", "gate_requirements", ["stage", "check_name"], unique=True)
    op.create_table(
        "rate_cards",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "studio",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("home_currency", sa.String(3), nullable=False),
        sa.Column("home_country", sa.String(2), nullable=False),
        sa.Column("home_city", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("email_domains", JSON, nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint("id = 'studio'", name="one_studio"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "users",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(24), nullable=False),
        sa.Column("sees_all_projects", sa.Boolean(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "role IN ('admin', 'producer', 'line_producer', 'production_manager', 'coordinator', 'accountant', 'first_ad', 'location_manager', 'casting', 'travel_coordinator', 'editor', 'crew', 'client')",
            name="user_role_known",
        ),
        sa.CheckConstraint("email = lower(email)", name="user_email_lower"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("email"),
    )
    op.create_table(
        "api_tokens",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("user_id", sa.String(40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("scopes", JSON, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("secret_hash"),
    )
    op.create_index(op.f("ix_api_tokens_user_id"), "api_tokens", ["user_id"], unique=False)
    op.create_table(
        "approvals",
        sa.Column("change_set_id", sa.String(40), nullable=False),
        sa.Column("user_id", sa.String(40), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("session_id", sa.String(40), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_set_id"],
            ["change_sets.id"],
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
        ),
        sa.PrimaryKeyConstraint("change_set_id", "user_id"),
    )
    op.create_table(
        "contacts",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.String(40), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("title", sa.String(120), nullable=True),
        sa.Column("email", sa.String(254), nullable=True),
        sa.Column("phone", sa.String(60), nullable=True),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_contacts_client_id"), "contacts", ["client_id"], unique=False)
    op.create_index(op.f("ix_contacts_email"), "contacts", ["email"], unique=False)
    op.create_table(
        "credentials",
        sa.Column("user_id", sa.String(40), nullable=False),
        sa.Column("password_hash", sa.String(255), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
        ),
        sa.PrimaryKeyConstraint("user_id"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("change_set_id", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("payload", JSON, nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.CheckConstraint("status IN ('waiting', 'delivered', 'failed')", name="outbox_status_known"),
        sa.ForeignKeyConstraint(
            ["change_set_id"],
            ["change_sets.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_outbox_waiting", "outbox", ["status", "not_before"], unique=False)
    op.create_table(
        "people",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("job_title", sa.String(120), nullable=False),
        sa.Column("department", sa.String(60), nullable=False),
        sa.Column("email", sa.String(254), nullable=True),
        sa.Column("phone", sa.String(60), nullable=True),
        sa.Column("home_city", sa.String(120), nullable=True),
        sa.Column("user_id", sa.String(40), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.CheckConstraint("length(name) > 0", name="person_named"),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_people_department"), "people", ["department"], unique=False)
    op.create_index(op.f("ix_people_name"), "people", ["name"], unique=False)
    op.create_index(op.f("ix_people_user_id"), "people", ["user_id"], unique=False)
    op.create_table(
        "rate_items",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("rate_card_id", sa.String(40), nullable=False),
        sa.Column("code", sa.String(24), nullable=False),
        sa.Column("account", sa.String(24), nullable=False),
        sa.Column("department", sa.String(60), nullable=False),
        sa.Column("description", sa.String(200), nullable=False),
        sa.Column("unit", sa.String(8), nullable=False),
        sa.Column("rate_minor", sa.BigInteger(), nullable=False),
        sa.Column("cost_minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.CheckConstraint(
            "unit IN ('Hour', 'Day', 'Week', 'Month', 'Flat', 'Allow', '%')", name="rate_item_unit_known"
        ),
        sa.CheckConstraint("rate_minor >= 0", name="rate_item_rate_not_negative"),
        sa.ForeignKeyConstraint(
            ["rate_card_id"],
            ["rate_cards.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ux_rate_item_code", "rate_items", ["rate_card_id", "code"], unique=True)
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("user_id", sa.String(40), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("secret_hash"),
    )
    op.create_index(op.f("ix_sessions_user_id"), "sessions", ["user_id"], unique=False)
    op.create_table(
        "person_rates",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(40), nullable=False),
        sa.Column("unit", sa.String(8), nullable=False),
        sa.Column("rate_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.CheckConstraint("unit IN ('Hour', 'Day', 'Week', 'Month', 'Flat')", name="person_rate_unit_known"),
        sa.CheckConstraint("rate_minor >= 0", name="person_rate_not_negative"),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ux_person_rate", "person_rates", ["person_id", "unit", "effective_on"], unique=True)
    op.create_table(
        "projects",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(24), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("client_id", sa.String(40), nullable=False),
        sa.Column("contact_id", sa.String(40), nullable=True),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("delivery_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "stage IN ('development', 'pre_production', 'production', 'post_production', 'delivery', 'closeout')",
            name="project_stage_known",
        ),
        sa.CheckConstraint("status IN ('active', 'closed', 'lost')", name="project_status_known"),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
    )
    op.create_index("ix_project_status_stage", "projects", ["status", "stage"], unique=False)
    op.create_index(op.f("ix_projects_client_id"), "projects", ["client_id"], unique=False)
    op.create_index(op.f("ix_projects_contact_id"), "projects", ["contact_id"], unique=False)
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("user_id", sa.String(40), nullable=False),
        sa.Column("project_id", sa.String(40), nullable=True),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projects.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_conversations_project_id"), "conversations", ["project_id"], unique=False)
    op.create_index(op.f("ix_conversations_user_id"), "conversations", ["user_id"], unique=False)
    op.create_table(
        "documents",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.String(40), nullable=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("filename", sa.String(300), nullable=False),
        sa.Column("media_type", sa.String(120), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("received_from", sa.String(300), nullable=True),
        sa.Column("added_by", sa.String(40), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind IN ('brief', 'proposal', 'budget', 'agreement', 'invoice', 'call_sheet', 'script', 'reference', 'final', 'other')",
            name="document_kind_known",
        ),
        sa.CheckConstraint("size_bytes >= 0", name="document_size_not_negative"),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projects.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_documents_project_id"), "documents", ["project_id"], unique=False)
    op.create_index(op.f("ix_documents_sha256"), "documents", ["sha256"], unique=False)
    op.create_table(
        "gate_confirmations",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.String(40), nullable=False),
        sa.Column("key", sa.String(48), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projects.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ux_gate_confirmation", "gate_confirmations", ["project_id", "key"], unique=True)
    op.create_table(
        "memberships",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.String(40), nullable=False),
        sa.Column("project_id", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projects.id"],
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_memberships_project_id"), "memberships", ["project_id"], unique=False)
    op.create_index("ux_membership", "memberships", ["user_id", "project_id"], unique=True)
    op.create_table(
        "briefs",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.String(40), nullable=False),
        sa.Column("document_id", sa.String(40), nullable=True),
        sa.Column("contact_id", sa.String(40), nullable=True),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("language", sa.String(8), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("reading", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
        ),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projects.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_briefs_contact_id"), "briefs", ["contact_id"], unique=False)
    op.create_index(op.f("ix_briefs_document_id"), "briefs", ["document_id"], unique=False)
    op.create_index(op.f("ix_briefs_project_id"), "briefs", ["project_id"], unique=False)
    op.create_table(
        "document_pages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ux_document_page", "document_pages", ["document_id", "page"], unique=True)
    op.create_table(
        "messages",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("conversation_id", sa.String(40), nullable=False),
        sa.Column("run_id", sa.String(40), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(8), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("tool_calls", JSON, nullable=False),
        sa.Column("tool_call_id", sa.String(80), nullable=True),
        sa.Column("tool_name", sa.String(80), nullable=True),
        sa.Column("tainted", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("role IN ('human', 'ai', 'tool')", name="message_role_known"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ux_message_position", "messages", ["conversation_id", "position"], unique=True)
    op.create_table(
        "runs",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("conversation_id", sa.String(40), nullable=False),
        sa.Column("user_id", sa.String(40), nullable=False),
        sa.Column("model", sa.String(120), nullable=False),
        sa.Column("prompt_hash", sa.String(64), nullable=False),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("error_code", sa.String(48), nullable=True),
        sa.Column("model_calls", sa.Integer(), nullable=False),
        sa.Column("tool_calls", sa.Integer(), nullable=False),
        sa.Column("input_tokens", sa.Integer(), nullable=True),
        sa.Column("output_tokens", sa.Integer(), nullable=True),
        sa.Column("tainted", sa.Boolean(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("status IN ('done', 'failed', 'stopped')", name="run_status_known"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_runs_conversation_id"), "runs", ["conversation_id"], unique=False)
    op.create_table(
        "proposals",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.String(40), nullable=False),
        sa.Column("brief_id", sa.String(40), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("subtotal_minor", sa.BigInteger(), nullable=False),
        sa.Column("contingency_minor", sa.BigInteger(), nullable=False),
        sa.Column("fee_minor", sa.BigInteger(), nullable=False),
        sa.Column("tax_minor", sa.BigInteger(), nullable=False),
        sa.Column("total_minor", sa.BigInteger(), nullable=False),
        sa.Column("delivery_on", sa.Date(), nullable=True),
        sa.Column("terms", JSON, nullable=False),
        sa.Column("assumptions", JSON, nullable=False),
        sa.Column("exclusions", JSON, nullable=False),
        sa.Column("open_questions", JSON, nullable=False),
        sa.Column("warnings", JSON, nullable=False),
        sa.Column("levers", JSON, nullable=False),
        sa.CheckConstraint("status IN ('draft', 'sent', 'accepted', 'declined')", name="proposal_status_known"),
        sa.CheckConstraint(
            "total_minor = subtotal_minor + contingency_minor + fee_minor + tax_minor", name="proposal_total_adds_up"
        ),
        sa.ForeignKeyConstraint(
            ["brief_id"],
            ["briefs.id"],
        ),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projects.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_proposals_brief_id"), "proposals", ["brief_id"], unique=False)
    op.create_index(op.f("ix_proposals_status"), "proposals", ["status"], unique=False)
    op.create_index("ux_proposal_project_revision", "proposals", ["project_id", "revision"], unique=True)
    op.create_table(
        "agreements",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.String(40), nullable=False),
        sa.Column("proposal_id", sa.String(40), nullable=False),
        sa.Column("document_id", sa.String(40), nullable=True),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("revision_rounds", sa.Integer(), nullable=True),
        sa.Column("deposit_percent", sa.String(40), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.CheckConstraint("status <> 'signed' OR signed_on IS NOT NULL", name="agreement_signed_on_a_day"),
        sa.CheckConstraint("status IN ('draft', 'sent', 'signed')", name="agreement_status_known"),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
        ),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projects.id"],
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["proposals.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_agreements_document_id"), "agreements", ["document_id"], unique=False)
    op.create_index(op.f("ix_agreements_project_id"), "agreements", ["project_id"], unique=False)
    op.create_index(op.f("ix_agreements_proposal_id"), "agreements", ["proposal_id"], unique=False)
    op.create_table(
        "budgets",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.String(40), nullable=False),
        sa.Column("proposal_id", sa.String(40), nullable=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("contingency_percent", sa.String(40), nullable=False),
        sa.Column("fee_percent", sa.String(40), nullable=False),
        sa.Column("tax_percent", sa.String(40), nullable=False),
        sa.CheckConstraint("status IN ('draft', 'locked')", name="budget_status_known"),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projects.id"],
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["proposals.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_budgets_project_id"), "budgets", ["project_id"], unique=False)
    op.create_index(op.f("ix_budgets_proposal_id"), "budgets", ["proposal_id"], unique=False)
    op.create_table(
        "proposal_milestones",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.String(40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("rule", sa.String(200), nullable=False),
        sa.CheckConstraint("ends_on >= starts_on", name="milestone_ends_after_start"),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["proposals.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_proposal_milestones_proposal_id"), "proposal_milestones", ["proposal_id"], unique=False)
    op.create_table(
        "budget_accounts",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("budget_id", sa.String(40), nullable=False),
        sa.Column("code", sa.String(24), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(12), nullable=False),
        sa.ForeignKeyConstraint(
            ["budget_id"],
            ["budgets.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ux_budget_account", "budget_accounts", ["budget_id", "code"], unique=True)
    op.create_table(
        "budget_lines",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("budget_id", sa.String(40), nullable=False),
        sa.Column("account_id", sa.String(40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("description", sa.String(300), nullable=False),
        sa.Column("quantity", sa.String(40), nullable=False),
        sa.Column("multiplier", sa.String(40), nullable=False),
        sa.Column("unit", sa.String(8), nullable=False),
        sa.Column("rate_minor", sa.BigInteger(), nullable=False),
        sa.Column("total_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("rate_item_id", sa.String(40), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "unit IN ('Hour', 'Day', 'Week', 'Month', 'Flat', 'Allow', '%')", name="budget_line_unit_known"
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["budget_accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["budget_id"],
            ["budgets.id"],
        ),
        sa.ForeignKeyConstraint(
            ["rate_item_id"],
            ["rate_items.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_budget_line_position", "budget_lines", ["budget_id", "position"], unique=False)
    op.create_index(op.f("ix_budget_lines_account_id"), "budget_lines", ["account_id"], unique=False)
    op.create_index(op.f("ix_budget_lines_rate_item_id"), "budget_lines", ["rate_item_id"], unique=False)
    op.create_table(
        "fringes",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("budget_id", sa.String(40), nullable=False),
        sa.Column("account_id", sa.String(40), nullable=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("percent", sa.String(40), nullable=True),
        sa.Column("amount_minor", sa.BigInteger(), nullable=True),
        sa.Column("cutoff_minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.CheckConstraint("(percent IS NULL) <> (amount_minor IS NULL)", name="fringe_percent_or_flat"),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["budget_accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["budget_id"],
            ["budgets.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_fringes_account_id"), "fringes", ["account_id"], unique=False)
    op.create_index(op.f("ix_fringes_budget_id"), "fringes", ["budget_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_fringes_budget_id"), table_name="fringes")
    op.drop_index(op.f("ix_fringes_account_id"), table_name="fringes")
    op.drop_table("fringes")
    op.drop_index(op.f("ix_budget_lines_rate_item_id"), table_name="budget_lines")
    op.drop_index(op.f("ix_budget_lines_account_id"), table_name="budget_lines")
    op.drop_index("ix_budget_line_position", table_name="budget_lines")
    op.drop_table("budget_lines")
    op.drop_index("ux_budget_account", table_name="budget_accounts")
    op.drop_table("budget_accounts")
    op.drop_index(op.f("ix_proposal_milestones_proposal_id"), table_name="proposal_milestones")
    op.drop_table("proposal_milestones")
    op.drop_index(op.f("ix_budgets_proposal_id"), table_name="budgets")
    op.drop_index(op.f("ix_budgets_project_id"), table_name="budgets")
    op.drop_table("budgets")
    op.drop_index(op.f("ix_agreements_proposal_id"), table_name="agreements")
    op.drop_index(op.f("ix_agreements_project_id"), table_name="agreements")
    op.drop_index(op.f("ix_agreements_document_id"), table_name="agreements")
    op.drop_table("agreements")
    op.drop_index("ux_proposal_project_revision", table_name="proposals")
    op.drop_index(op.f("ix_proposals_status"), table_name="proposals")
    op.drop_index(op.f("ix_proposals_brief_id"), table_name="proposals")
    op.drop_table("proposals")
    op.drop_index(op.f("ix_runs_conversation_id"), table_name="runs")
    op.drop_table("runs")
    op.drop_index("ux_message_position", table_name="messages")
    op.drop_table("messages")
    op.drop_index("ux_document_page", table_name="document_pages")
    op.drop_table("document_pages")
    op.drop_index(op.f("ix_briefs_project_id"), table_name="briefs")
    op.drop_index(op.f("ix_briefs_document_id"), table_name="briefs")
    op.drop_index(op.f("ix_briefs_contact_id"), table_name="briefs")
    op.drop_table("briefs")
    op.drop_index("ux_membership", table_name="memberships")
    op.drop_index(op.f("ix_memberships_project_id"), table_name="memberships")
    op.drop_table("memberships")
    op.drop_index("ux_gate_confirmation", table_name="gate_confirmations")
    op.drop_table("gate_confirmations")
    op.drop_index(op.f("ix_documents_sha256"), table_name="documents")
    op.drop_index(op.f("ix_documents_project_id"), table_name="documents")
    op.drop_table("documents")
    op.drop_index(op.f("ix_conversations_user_id"), table_name="conversations")
    op.drop_index(op.f("ix_conversations_project_id"), table_name="conversations")
    op.drop_table("conversations")
    op.drop_index(op.f("ix_projects_contact_id"), table_name="projects")
    op.drop_index(op.f("ix_projects_client_id"), table_name="projects")
    op.drop_index("ix_project_status_stage", table_name="projects")
    op.drop_table("projects")
    op.drop_index("ux_person_rate", table_name="person_rates")
    op.drop_table("person_rates")
    op.drop_index(op.f("ix_sessions_user_id"), table_name="sessions")
    op.drop_table("sessions")
    op.drop_index("ux_rate_item_code", table_name="rate_items")
    op.drop_table("rate_items")
    op.drop_index(op.f("ix_people_user_id"), table_name="people")
    op.drop_index(op.f("ix_people_name"), table_name="people")
    op.drop_index(op.f("ix_people_department"), table_name="people")
    op.drop_table("people")
    op.drop_index("ix_outbox_waiting", table_name="outbox")
    op.drop_table("outbox")
    op.drop_table("credentials")
    op.drop_index(op.f("ix_contacts_email"), table_name="contacts")
    op.drop_index(op.f("ix_contacts_client_id"), table_name="contacts")
    op.drop_table("contacts")
    op.drop_table("approvals")
    op.drop_index(op.f("ix_api_tokens_user_id"), table_name="api_tokens")
    op.drop_table("api_tokens")
    op.drop_table("users")
    op.drop_table("studio")
    op.drop_table("rate_cards")
    op.drop_index("ux_gate", table_name="gate_requirements")
    op.drop_table("gate_requirements")
    op.drop_index(op.f("ix_clients_name"), table_name="clients")
    op.drop_table("clients")
    op.drop_index("ux_change_set_idempotency", table_name="change_sets")
    op.drop_index("ux_change_set_code_revision", table_name="change_sets")
    op.drop_index("ix_change_set_created", table_name="change_sets")
    op.drop_index("ix_change_set_status_created", table_name="change_sets")
    op.drop_table("change_sets")
    op.drop_table("audit_head")
    op.drop_index(op.f("ix_audit_entries_change_set_id"), table_name="audit_entries")
    op.drop_table("audit_entries")
    op.drop_index("ux_policy_role_kind", table_name="approval_policies")
    op.drop_table("approval_policies")
