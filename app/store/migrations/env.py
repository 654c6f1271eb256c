"""Runs migrations on the connection that ``app.store.migrate`` hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from app.store.desk_tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
