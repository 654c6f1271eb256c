"""Calls with their events, leads with their sources, reps and pinned playbooks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "word",
        sa.Column("key", KEY, nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("key", name="word_key"),
        sa.UniqueConstraint("text", name="word_one_per_text"),
    )
    op.create_table(
        "rep",
        sa.Column("key", KEY, nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("company", sa.Text(), server_default="", nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("email", sa.Text(), server_default="", nullable=False),
        sa.Column("lang", sa.Text(), server_default="", nullable=False),
        sa.Column("help", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("key", name="rep_key"),
        sa.UniqueConstraint("login", name="rep_one_per_login"),
    )
    op.create_table(
        "lead_source",
        sa.Column("key", KEY, nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("medium", sa.Text(), server_default="", nullable=False),
        sa.Column("campaign", sa.Text(), server_default="", nullable=False),
        sa.Column("ad", sa.Text(), server_default="", nullable=False),
        sa.Column("page", sa.Text(), server_default="", nullable=False),
        sa.Column("promise", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("key", name="lead_source_key"),
        sa.UniqueConstraint("digest", name="lead_source_one_per_digest"),
    )
    op.create_table(
        "lead",
        sa.Column("key", KEY, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("created", KEY, nullable=False),
        sa.Column("touched", KEY, nullable=False),
        sa.Column("origin", KEY, nullable=False),
        sa.Column("first_name", sa.Text(), server_default="", nullable=False),
        sa.Column("last_name", sa.Text(), server_default="", nullable=False),
        sa.Column("salutation", sa.Text(), server_default="", nullable=False),
        sa.Column("company", sa.Text(), server_default="", nullable=False),
        sa.Column("role", sa.Text(), server_default="", nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("phone_e164", sa.Text(), server_default="", nullable=False),
        sa.Column("email", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("extra", sa.Text(), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_call", KEY, nullable=True),
        sa.Column("last_outcome", sa.Text(), server_default="", nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["origin"], ["lead_source.key"], name="lead_origin_of_lead_source"),
        sa.PrimaryKeyConstraint("key", name="lead_key"),
        sa.UniqueConstraint("id", name="lead_one_per_id"),
    )
    op.create_index("lead_by_phone_e164", "lead", ["phone_e164"])
    op.create_index("lead_by_touched", "lead", ["touched"])
    op.create_table(
        "playbook_text",
        sa.Column("key", KEY, nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="playbook_text_key"),
        sa.UniqueConstraint("digest", name="playbook_text_one_per_digest"),
    )
    op.create_table(
        "playbook_revision",
        sa.Column("key", KEY, nullable=False),
        sa.Column("revision", sa.LargeBinary(length=32), nullable=False),
        sa.Column("path", sa.Text(), server_default="", nullable=False),
        sa.Column("kept", KEY, nullable=False),
        sa.PrimaryKeyConstraint("key", name="playbook_revision_key"),
        sa.UniqueConstraint("revision", name="playbook_revision_one_per_revision"),
    )
    op.create_table(
        "playbook_revision_file",
        sa.Column("revision", KEY, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("path", sa.Text(), server_default="", nullable=False),
        sa.Column("text", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["revision"],
            ["playbook_revision.key"],
            name="playbook_revision_file_revision_of_playbook_revision",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["text"], ["playbook_text.key"], name="playbook_revision_file_text_of_playbook_text"
        ),
        sa.PrimaryKeyConstraint("revision", "position", name="playbook_revision_file_key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "playbook_good",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("revision", KEY, nullable=False),
        sa.Column("kept", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["revision"], ["playbook_revision.key"], name="playbook_good_revision_of_playbook_revision"
        ),
        sa.PrimaryKeyConstraint("path", name="playbook_good_key"),
    )
    op.create_table(
        "call",
        sa.Column("key", KEY, nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("rep", KEY, nullable=False),
        sa.Column("lead", KEY, nullable=True),
        sa.Column("playbook", KEY, nullable=False),
        sa.Column("revision", KEY, nullable=False),
        sa.Column("lang", KEY, nullable=False),
        sa.Column("started", KEY, nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("talk_ms", sa.Integer(), nullable=False),
        sa.Column("last_ms", sa.Integer(), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("last_line", KEY, nullable=False),
        sa.Column("outcome", KEY, nullable=True),
        sa.Column("reason", KEY, nullable=True),
        sa.Column("source", KEY, nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["lang"], ["word.key"], name="call_lang_of_word"),
        sa.ForeignKeyConstraint(["last_line"], ["word.key"], name="call_last_line_of_word"),
        sa.ForeignKeyConstraint(["lead"], ["lead.key"], name="call_lead_of_lead", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["outcome"], ["word.key"], name="call_outcome_of_word"),
        sa.ForeignKeyConstraint(["playbook"], ["word.key"], name="call_playbook_of_word"),
        sa.ForeignKeyConstraint(["reason"], ["word.key"], name="call_reason_of_word"),
        sa.ForeignKeyConstraint(["rep"], ["rep.key"], name="call_rep_of_rep"),
        sa.ForeignKeyConstraint(
            ["revision"], ["playbook_revision.key"], name="call_revision_of_playbook_revision"
        ),
        sa.ForeignKeyConstraint(["source"], ["word.key"], name="call_source_of_word"),
        sa.PrimaryKeyConstraint("key", name="call_key"),
        sa.UniqueConstraint("id", name="call_one_per_id"),
    )
    op.create_index("call_by_lead", "call", ["lead"])
    op.create_index("call_by_started", "call", ["started"])
    op.create_index(
        "call_unfinished",
        "call",
        ["started"],
        sqlite_where=sa.text("status < 2"),
    )
    op.create_table(
        "call_text",
        sa.Column("call", KEY, autoincrement=False, nullable=False),
        sa.Column("lead_id", sa.Text(), server_default="", nullable=False),
        sa.Column("lead_name", sa.Text(), server_default="", nullable=False),
        sa.Column("company", sa.Text(), server_default="", nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["call"], ["call.key"], name="call_text_call_of_call", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("call", name="call_text_key"),
    )
    op.create_table(
        "call_event",
        sa.Column("call", KEY, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.SmallInteger(), nullable=False),
        sa.Column("cause", sa.Integer(), nullable=False),
        sa.Column("ms", sa.Integer(), nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.Column("data", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["call"], ["call.key"], name="call_event_call_of_call", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("call", "seq", name="call_event_key"),
        sqlite_with_rowid=False,
    )
