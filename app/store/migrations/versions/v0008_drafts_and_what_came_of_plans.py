"""Reviews that are not sent yet, what is counted for a plan and what came of it, and a scorecard for each calibrated call."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the tables and columns."""
    op.add_column("review_words", sa.Column("target", sa.Text(), server_default="", nullable=False))
    op.add_column("calibration_call", sa.Column("scorecard", KEY, nullable=True))
    op.add_column("calibration_note", sa.Column("scorecard", KEY, nullable=True))
    _make_drafts()
    _make_plan_steps()


def _make_drafts() -> None:
    op.create_table(
        "review_draft",
        sa.Column("reviewer", KEY, autoincrement=False, nullable=False),
        sa.Column("call", KEY, autoincrement=False, nullable=False),
        sa.Column("data", sa.Text(), server_default="", nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.ForeignKeyConstraint(["reviewer"], ["rep.key"], name="review_draft_reviewer_of_rep"),
        sa.ForeignKeyConstraint(["call"], ["call.key"], name="review_draft_call_of_call", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reviewer", "call", name="review_draft_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("review_draft_by_call", "review_draft", ["call"])


def _make_plan_steps() -> None:
    op.create_table(
        "plan_step",
        sa.Column("key", KEY, nullable=False),
        sa.Column("review", KEY, nullable=False),
        sa.Column("by", KEY, nullable=False),
        sa.Column("how", sa.String(length=20), nullable=False),
        sa.Column("due", sa.Text(), server_default="", nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.ForeignKeyConstraint(["by"], ["rep.key"], name="plan_step_by_of_rep"),
        sa.ForeignKeyConstraint(
            ["review"], ["review.key"], name="plan_step_review_of_review", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", name="plan_step_key"),
    )
    op.create_index("plan_step_by_review", "plan_step", ["review"])
