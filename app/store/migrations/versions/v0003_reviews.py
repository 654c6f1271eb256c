"""Reviews with their scorecards, marks and comments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "scorecard_revision",
        sa.Column("key", KEY, nullable=False),
        sa.Column("revision", sa.LargeBinary(length=32), nullable=False),
        sa.Column("path", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("kept", KEY, nullable=False),
        sa.PrimaryKeyConstraint("key", name="scorecard_revision_key"),
        sa.UniqueConstraint("revision", name="scorecard_revision_one_per_revision"),
    )
    op.create_table(
        "review",
        sa.Column("key", KEY, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("call", KEY, nullable=False),
        sa.Column("reviewer", KEY, nullable=False),
        sa.Column("scorecard", KEY, nullable=False),
        sa.Column("begun", KEY, nullable=False),
        sa.Column("sent", KEY, nullable=True),
        sa.Column("heard", sa.Boolean(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["call"], ["call.key"], name="review_call_of_call", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["reviewer"], ["rep.key"], name="review_reviewer_of_rep"),
        sa.ForeignKeyConstraint(
            ["scorecard"], ["scorecard_revision.key"], name="review_scorecard_of_scorecard_revision"
        ),
        sa.PrimaryKeyConstraint("key", name="review_key"),
        sa.UniqueConstraint("id", name="review_one_per_id"),
    )
    op.create_index("review_by_call", "review", ["call"])
    op.create_table(
        "review_mark",
        sa.Column("key", KEY, nullable=False),
        sa.Column("review", KEY, nullable=False),
        sa.Column("criterion", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("mark", sa.SmallInteger(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("cause", sa.Text(), server_default="", nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["review"], ["review.key"], name="review_mark_review_of_review", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", name="review_mark_key"),
        sa.UniqueConstraint(
            "review", "criterion", "version", name="review_mark_one_per_review_criterion_version"
        ),
    )
    op.create_table(
        "comment",
        sa.Column("key", KEY, nullable=False),
        sa.Column("call", KEY, nullable=False),
        sa.Column("author", KEY, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.ForeignKeyConstraint(["author"], ["rep.key"], name="comment_author_of_rep"),
        sa.ForeignKeyConstraint(["call"], ["call.key"], name="comment_call_of_call", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name="comment_key"),
    )
    op.create_index("comment_by_call", "comment", ["call"])
