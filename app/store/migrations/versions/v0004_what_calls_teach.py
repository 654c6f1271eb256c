"""What closed calls teach: objections and reminders counted, wordings under test, proposals for playbooks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the tables; calls closed before teach nothing."""
    _make_counts()
    _make_trials()
    _make_proposals()
    op.create_index("call_by_rep_started", "call", ["rep", "started"])


def _make_counts() -> None:
    words = ("playbook", "stage", "source", "mood", "objection")
    op.create_table(
        "objection_count",
        *(sa.Column(name, KEY, autoincrement=False, nullable=False) for name in words),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        *(
            sa.ForeignKeyConstraint([name], ["word.key"], name=f"objection_count_{name}_of_word")
            for name in words
        ),
        sa.PrimaryKeyConstraint(*words, "sample", name="objection_count_key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "nudge_count",
        sa.Column("nudge", sa.String(length=40), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("followed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("nudge", "sample", name="nudge_count_key"),
        sqlite_with_rowid=False,
    )


def _make_trials() -> None:
    op.create_table(
        "wording_trial",
        sa.Column("call", KEY, autoincrement=False, nullable=False),
        sa.Column("name", KEY, autoincrement=False, nullable=False),
        sa.Column("playbook", KEY, nullable=False),
        sa.Column("lang", KEY, nullable=False),
        sa.Column("wording", sa.SmallInteger(), nullable=False),
        sa.Column("did_well", sa.Boolean(), nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["call"], ["call.key"], name="wording_trial_call_of_call", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["name"], ["word.key"], name="wording_trial_name_of_word"),
        sa.ForeignKeyConstraint(["playbook"], ["word.key"], name="wording_trial_playbook_of_word"),
        sa.ForeignKeyConstraint(["lang"], ["word.key"], name="wording_trial_lang_of_word"),
        sa.PrimaryKeyConstraint("call", "name", name="wording_trial_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("wording_trial_by_at", "wording_trial", ["at"])


def _make_proposals() -> None:
    op.create_table(
        "proposal",
        sa.Column("key", KEY, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("playbook", KEY, nullable=False),
        sa.Column("lang", KEY, nullable=False),
        sa.Column("target", sa.String(length=400), nullable=False),
        sa.Column("folded", sa.String(length=200), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("family", sa.Text(), server_default="", nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("first_seen", KEY, server_default="0", nullable=False),
        sa.Column("last_seen", KEY, server_default="0", nullable=False),
        sa.Column("times", sa.Integer(), server_default="0", nullable=False),
        sa.Column("status", sa.String(length=20), server_default="new", nullable=False),
        sa.Column("decided_at", KEY, nullable=True),
        sa.Column("decided_by", sa.Text(), server_default="", nullable=False),
        sa.Column("credited", KEY, nullable=True),
        sa.ForeignKeyConstraint(["playbook"], ["word.key"], name="proposal_playbook_of_word"),
        sa.ForeignKeyConstraint(["lang"], ["word.key"], name="proposal_lang_of_word"),
        sa.ForeignKeyConstraint(["credited"], ["rep.key"], name="proposal_credited_of_rep"),
        sa.PrimaryKeyConstraint("key", name="proposal_key"),
        sa.UniqueConstraint(
            "kind",
            "playbook",
            "lang",
            "target",
            "folded",
            "sample",
            name="proposal_one_per_kind_playbook_lang_target_folded_sample",
        ),
    )
    op.create_index("proposal_by_last_seen", "proposal", ["last_seen"])
    op.create_index("proposal_by_credited", "proposal", ["credited"])
    op.create_table(
        "proposal_moment",
        sa.Column("call", KEY, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("proposal", KEY, nullable=False),
        sa.Column("ms", sa.Integer(), nullable=False),
        sa.Column("at", KEY, nullable=False),
        *(
            sa.Column(name, sa.Text(), server_default="", nullable=False)
            for name in ("stage", "line", "mood", "followed", "words")
        ),
        sa.ForeignKeyConstraint(
            ["call"], ["call.key"], name="proposal_moment_call_of_call", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["proposal"], ["proposal.key"], name="proposal_moment_proposal_of_proposal", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("call", "seq", name="proposal_moment_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("proposal_moment_by_proposal", "proposal_moment", ["proposal"])
