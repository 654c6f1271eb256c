"""Drafts also of a rep's own rating and of blind marks: several drafts of one call, told apart by what they are about."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the table anew, as its key is another; what is in it are drafts of reviews."""
    before = op.get_bind().execute(sa.text("SELECT reviewer, call, data, at FROM review_draft"))
    kept = [dict(one) for one in before.mappings()]
    op.drop_table("review_draft")
    made = op.create_table(
        "review_draft",
        sa.Column("reviewer", KEY, autoincrement=False, nullable=False),
        sa.Column("call", KEY, autoincrement=False, nullable=False),
        sa.Column("about", sa.String(length=36), server_default="", nullable=False),
        sa.Column("data", sa.Text(), server_default="", nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.ForeignKeyConstraint(["reviewer"], ["rep.key"], name="review_draft_reviewer_of_rep"),
        sa.ForeignKeyConstraint(["call"], ["call.key"], name="review_draft_call_of_call", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reviewer", "call", "about", name="review_draft_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("review_draft_by_call", "review_draft", ["call"])
    if kept:
        op.bulk_insert(made, kept)
