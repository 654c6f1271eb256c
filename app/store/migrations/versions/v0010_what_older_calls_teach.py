"""Which closed calls have not been asked yet what they teach: those closed before that was kept at all."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_FIRST_TRACE = """
SELECT min(began) FROM (
    SELECT min(c.started) AS began FROM wording_trial t JOIN call c ON c.key = t.call
    UNION ALL
    SELECT min(c.started) FROM proposal_moment m JOIN call c ON c.key = m.call
) traces
"""
_COUNTED = (
    "SELECT EXISTS (SELECT 1 FROM objection_count WHERE times > 0) OR EXISTS (SELECT 1 FROM nudge_count)"
)
_ALL = "INSERT INTO late_lesson (call) SELECT key FROM call WHERE outcome IS NOT NULL"


def upgrade() -> None:
    """Lists the calls; they are read again later, in the background.

    A database that has taught already does not say since when: its calls from before the first trace of a lesson are
    listed. Calls closed between the update that began to teach and that trace stay untaught rather than count twice.
    """
    op.create_table(
        "late_lesson",
        sa.Column("call", KEY, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["call"], ["call.key"], name="late_lesson_call_of_call", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("call", name="late_lesson_key"),
    )
    db = op.get_bind()
    first = db.execute(sa.text(_FIRST_TRACE)).scalar()
    if first is not None:
        db.execute(sa.text(f"{_ALL} AND started < :first"), {"first": first})
    elif not db.execute(sa.text(_COUNTED)).scalar():
        db.execute(sa.text(_ALL))
