"""The file that a version of a mark was taken from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Adds the column; all marks so far were given in the window."""
    op.add_column("review_mark", sa.Column("origin", sa.Text(), server_default="", nullable=False))
