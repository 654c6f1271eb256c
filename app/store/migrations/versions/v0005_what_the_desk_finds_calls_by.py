"""What the review desk finds calls by: columns of calls, facts about objections, and free words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

WORD_INDEX = (
    "CREATE VIRTUAL TABLE call_words USING fts5(words, content='call_text', content_rowid='call', tokenize='ascii', detail='none', columnsize=0)",
    "CREATE TRIGGER call_words_added AFTER INSERT ON call_text WHEN new.words <> '' BEGIN INSERT INTO call_words(rowid, words) VALUES (new.call, new.words); END",
    "CREATE TRIGGER call_words_left AFTER UPDATE OF words ON call_text WHEN old.words <> '' AND old.words <> new.words BEGIN INSERT INTO call_words(call_words, rowid, words) VALUES ('delete', old.call, old.words); END",
    "CREATE TRIGGER call_words_came AFTER UPDATE OF words ON call_text WHEN new.words <> '' AND old.words <> new.words BEGIN INSERT INTO call_words(rowid, words) VALUES (new.call, new.words); END",
    "CREATE TRIGGER call_words_gone AFTER DELETE ON call_text WHEN old.words <> '' BEGIN INSERT INTO call_words(call_words, rowid, words) VALUES ('delete', old.call, old.words); END",
)


def upgrade() -> None:
    """Makes the columns, tables and indexes; what was recorded before is reckoned afterwards."""

    _widen_calls()
    _make_facts()
    if op.get_bind().dialect.name == "sqlite":
        for statement in WORD_INDEX:
            op.execute(statement)


def _widen_calls() -> None:
    op.add_column("call", sa.Column("campaign", KEY, nullable=True))
    op.add_column("call", sa.Column("flagged", sa.SmallInteger(), server_default="0", nullable=False))
    op.add_column("call", sa.Column("reviewed", sa.SmallInteger(), server_default="0", nullable=False))
    op.add_column("call", sa.Column("score", sa.Float(), nullable=True))
    op.add_column("call", sa.Column("moods", sa.SmallInteger(), server_default="0", nullable=False))
    op.add_column("call", sa.Column("mood_start", sa.SmallInteger(), server_default="0", nullable=False))
    op.add_column("call", sa.Column("mood_end", sa.SmallInteger(), server_default="0", nullable=False))
    op.add_column("call", sa.Column("stage", KEY, nullable=True))
    op.add_column("call", sa.Column("stage_rank", sa.SmallInteger(), server_default="0", nullable=False))
    op.add_column("call", sa.Column("musts_asked", sa.SmallInteger(), server_default="0", nullable=False))
    op.add_column("call", sa.Column("musts_missed", sa.SmallInteger(), server_default="0", nullable=False))
    op.add_column("call", sa.Column("kinds", sa.Integer(), server_default="0", nullable=False))
    op.add_column("call", sa.Column("kinds_open", sa.Integer(), server_default="0", nullable=False))
    op.add_column("call", sa.Column("met", sa.SmallInteger(), server_default="0", nullable=False))
    op.add_column("call", sa.Column("met_open", sa.SmallInteger(), server_default="0", nullable=False))
    op.add_column("call", sa.Column("value", sa.Float(), nullable=True))
    op.add_column("call", sa.Column("self_rating", sa.SmallInteger(), server_default="0", nullable=False))
    op.add_column("call", sa.Column("projection", sa.SmallInteger(), server_default="0", nullable=False))
    op.create_index("call_desk_mood", "call", ["mood_end", "started"], sqlite_where=sa.text("status = 2"))
    op.create_index(
        "call_desk_musts", "call", ["musts_missed", "started"], sqlite_where=sa.text("status = 2")
    )
    op.create_index("call_desk_objections", "call", ["met", "started"], sqlite_where=sa.text("status = 2"))
    op.create_index("call_desk_outcome", "call", ["outcome", "started"], sqlite_where=sa.text("status = 2"))
    op.create_index("call_desk_playbook", "call", ["playbook", "started"], sqlite_where=sa.text("status = 2"))
    op.create_index("call_desk_reviewed", "call", ["started"], sqlite_where=sa.text("reviewed = 1"))
    op.create_index("call_desk_score", "call", ["score"], sqlite_where=sa.text("score IS NOT NULL"))
    op.create_index("call_desk_source", "call", ["source", "started"], sqlite_where=sa.text("status = 2"))
    op.create_index("call_desk_stage", "call", ["stage_rank", "started"], sqlite_where=sa.text("status = 2"))
    op.create_index("call_desk_talk", "call", ["talk_ms"], sqlite_where=sa.text("status = 2"))
    op.add_column("call_text", sa.Column("words", sa.Text(), server_default="", nullable=False))
    op.add_column(
        "call_text", sa.Column("sort_name", sa.String(length=60), server_default="", nullable=False)
    )
    op.create_index("call_text_by_sort_name", "call_text", ["sort_name"])


def _make_facts() -> None:
    op.create_table(
        "revision_part",
        sa.Column("revision", KEY, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("part", sa.SmallInteger(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("says", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["revision"],
            ["playbook_revision.key"],
            name="revision_part_revision_of_playbook_revision",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("revision", "position", name="revision_part_key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "call_objection",
        sa.Column("call", KEY, autoincrement=False, nullable=False),
        sa.Column("number", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("objection", KEY, nullable=True),
        sa.Column("kind", KEY, nullable=True),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("how", sa.SmallInteger(), nullable=False),
        sa.Column("result", sa.SmallInteger(), nullable=False),
        sa.Column("response", KEY, nullable=True),
        sa.Column("wording", sa.SmallInteger(), nullable=True),
        sa.Column("stage", KEY, nullable=False),
        sa.Column("mood", sa.SmallInteger(), nullable=False),
        sa.Column("playbook", KEY, nullable=False),
        sa.Column("source", KEY, nullable=False),
        sa.Column("ms", sa.Integer(), nullable=False),
        sa.Column("started", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["call"], ["call.key"], name="call_objection_call_of_call", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("call", "number", name="call_objection_key"),
        sa.UniqueConstraint(
            "objection", "call", "number", name="call_objection_one_per_objection_call_number"
        ),
        sqlite_with_rowid=False,
    )
