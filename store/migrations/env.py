"""Alembic's entry: runs the migrations on the connection that `store.kernel.migrate` hands over."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import JSON, DateTime, String

from store.tables import metadata


def render_plain_types(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """Write migrations in SQLAlchemy's own types, so that an old one never changes with our column classes."""
    if kind != "type":
        return False
    plain = getattr(item, "impl_instance", item)
    if isinstance(plain, JSON):
        return "JSON"
    if isinstance(plain, DateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(plain, String) and plain.length:
        return f"sa.String({plain.length})"
    return "sa.Text()" if isinstance(plain, String) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    compare_type=False,
    render_item=render_plain_types,
)
with context.begin_transaction():
    context.run_migrations()
