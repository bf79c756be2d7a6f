"""The schema, step by step. `HEAD` is the last step: a SQLite home that is there needs no Alembic to open."""

HEAD = "0003"
