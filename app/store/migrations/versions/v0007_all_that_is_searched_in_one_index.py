"""One narrow index over closed calls that holds all that the review desk filters by, newest last."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

COLUMNS = (
    "started",
    "kinds",
    "moods",
    "kinds_open",
    "flagged",
    "musts_missed",
    "outcome",
    "rep",
    "source",
    "playbook",
    "reason",
    "lang",
    "stage_rank",
    "stage",
    "reviewed",
    "score",
    "talk_ms",
    "sample",
    "campaign",
    "mood_end",
    "met",
)


def upgrade() -> None:
    """Makes the index on SQLite; PostgreSQL reads the table itself faster."""
    if op.get_bind().dialect.name == "sqlite":
        op.create_index("call_desk_facts", "call", list(COLUMNS), sqlite_where=sa.text("status = 2"))
