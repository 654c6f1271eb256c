"""Reviews with their whole history: answers, second readers, plans, openings, views, queues, calibration."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the tables."""

    _widen_reviews()
    _make_answers()
    _make_desk()
    _make_calibration()


def _widen_reviews() -> None:
    op.add_column("review", sa.Column("purpose", sa.SmallInteger(), server_default="0", nullable=False))
    op.add_column("review", sa.Column("session", KEY, nullable=True))
    op.add_column("review", sa.Column("read_at", KEY, nullable=True))
    op.create_index("review_by_session", "review", ["session"])
    op.add_column("review_mark", sa.Column("na_reason", sa.Text(), server_default="", nullable=False))
    op.add_column("review_mark", sa.Column("author", KEY, nullable=True))
    op.add_column("review_mark", sa.Column("computed", sa.SmallInteger(), nullable=True))


def _make_answers() -> None:
    op.create_table(
        "review_fail",
        sa.Column("key", KEY, nullable=False),
        sa.Column("review", KEY, nullable=False),
        sa.Column("rule", sa.String(length=200), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("quote", sa.Text(), server_default="", nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.Column("reader", KEY, nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=True),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("read_at", KEY, nullable=True),
        sa.Column("withdrawn", KEY, nullable=True),
        sa.ForeignKeyConstraint(["reader"], ["rep.key"], name="review_fail_reader_of_rep"),
        sa.ForeignKeyConstraint(
            ["review"], ["review.key"], name="review_fail_review_of_review", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", name="review_fail_key"),
    )
    op.create_index("review_fail_by_review", "review_fail", ["review"])
    op.create_table(
        "review_words",
        sa.Column("review", KEY, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("strength", sa.Text(), server_default="", nullable=False),
        sa.Column("strength_seq", sa.Integer(), nullable=True),
        sa.Column("situation", sa.Text(), server_default="", nullable=False),
        sa.Column("behaviour", sa.Text(), server_default="", nullable=False),
        sa.Column("effect", sa.Text(), server_default="", nullable=False),
        sa.Column("change_seq", sa.Integer(), nullable=True),
        sa.Column("plan", sa.Text(), server_default="", nullable=False),
        sa.Column("tries", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("due", sa.Text(), server_default="", nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["review"], ["review.key"], name="review_words_review_of_review", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("review", "version", name="review_words_key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "review_dispute",
        sa.Column("key", KEY, nullable=False),
        sa.Column("review", KEY, nullable=False),
        sa.Column("criterion", sa.String(length=200), nullable=False),
        sa.Column("mark_version", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("by", KEY, nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.Column("decision", sa.String(length=20), server_default="", nullable=False),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("decided_by", KEY, nullable=True),
        sa.Column("decided_at", KEY, nullable=True),
        sa.Column("reopens", KEY, nullable=True),
        sa.ForeignKeyConstraint(["by"], ["rep.key"], name="review_dispute_by_of_rep"),
        sa.ForeignKeyConstraint(["decided_by"], ["rep.key"], name="review_dispute_decided_by_of_rep"),
        sa.ForeignKeyConstraint(
            ["reopens"], ["review_dispute.key"], name="review_dispute_reopens_of_review_dispute"
        ),
        sa.ForeignKeyConstraint(
            ["review"], ["review.key"], name="review_dispute_review_of_review", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", name="review_dispute_key"),
    )
    op.create_index("review_dispute_by_review", "review_dispute", ["review"])


def _make_desk() -> None:
    op.create_table(
        "call_opening",
        sa.Column("key", KEY, nullable=False),
        sa.Column("call", KEY, nullable=False),
        sa.Column("person", KEY, nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.ForeignKeyConstraint(["call"], ["call.key"], name="call_opening_call_of_call", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person"], ["rep.key"], name="call_opening_person_of_rep"),
        sa.PrimaryKeyConstraint("key", name="call_opening_key"),
    )
    op.create_index("call_opening_by_call", "call_opening", ["call"])
    op.create_table(
        "saved_view",
        sa.Column("key", KEY, nullable=False),
        sa.Column("owner", KEY, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("line", sa.Text(), server_default="", nullable=False),
        sa.Column("sort", sa.Text(), server_default="", nullable=False),
        sa.Column("descending", sa.Boolean(), nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["rep.key"], name="saved_view_owner_of_rep"),
        sa.PrimaryKeyConstraint("key", name="saved_view_key"),
        sa.UniqueConstraint("owner", "name", name="saved_view_one_per_owner_name"),
    )
    op.create_table(
        "review_queue",
        sa.Column("key", KEY, nullable=False),
        sa.Column("owner", KEY, nullable=False),
        sa.Column("seed", KEY, nullable=False),
        sa.Column("share", sa.SmallInteger(), nullable=False),
        sa.Column("line", sa.Text(), server_default="", nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["rep.key"], name="review_queue_owner_of_rep"),
        sa.PrimaryKeyConstraint("key", name="review_queue_key"),
    )
    op.create_table(
        "review_queue_item",
        sa.Column("queue", KEY, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("call", KEY, nullable=False),
        sa.Column("why", sa.String(length=20), nullable=False),
        sa.Column("risks", sa.Text(), server_default="", nullable=False),
        sa.Column("done", KEY, nullable=True),
        sa.ForeignKeyConstraint(
            ["call"], ["call.key"], name="review_queue_item_call_of_call", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["queue"],
            ["review_queue.key"],
            name="review_queue_item_queue_of_review_queue",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("queue", "position", name="review_queue_item_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("review_queue_item_by_call", "review_queue_item", ["call"])


def _make_calibration() -> None:
    op.create_table(
        "calibration",
        sa.Column("key", KEY, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("scorecard", KEY, nullable=False),
        sa.Column("owner", KEY, nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.Column("opened", KEY, nullable=True),
        sa.ForeignKeyConstraint(["owner"], ["rep.key"], name="calibration_owner_of_rep"),
        sa.ForeignKeyConstraint(
            ["scorecard"], ["scorecard_revision.key"], name="calibration_scorecard_of_scorecard_revision"
        ),
        sa.PrimaryKeyConstraint("key", name="calibration_key"),
        sa.UniqueConstraint("id", name="calibration_one_per_id"),
    )
    op.create_table(
        "calibration_call",
        sa.Column("session", KEY, autoincrement=False, nullable=False),
        sa.Column("call", KEY, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["call"], ["call.key"], name="calibration_call_call_of_call", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session"],
            ["calibration.key"],
            name="calibration_call_session_of_calibration",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session", "call", name="calibration_call_key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "calibration_note",
        sa.Column("key", KEY, nullable=False),
        sa.Column("session", KEY, nullable=False),
        sa.Column("criterion", sa.String(length=200), nullable=False),
        sa.Column("anchor", sa.SmallInteger(), nullable=True),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("author", KEY, nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.ForeignKeyConstraint(["author"], ["rep.key"], name="calibration_note_author_of_rep"),
        sa.ForeignKeyConstraint(
            ["session"],
            ["calibration.key"],
            name="calibration_note_session_of_calibration",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("key", name="calibration_note_key"),
    )
    op.create_index("calibration_note_by_session", "calibration_note", ["session"])
