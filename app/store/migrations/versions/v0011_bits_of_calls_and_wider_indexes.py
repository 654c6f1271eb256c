"""A bit for each call and value, and indexes that hold all that is filtered by in every order of the desk."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

FACTS = (
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
    "mood_start",
    "met",
)
ORDERS = {
    "call_desk_talk": ("talk_ms", "started"),
    "call_desk_rep": ("rep", "started"),
    "call_desk_outcome": ("outcome", "started"),
    "call_desk_source": ("source", "started"),
    "call_desk_playbook": ("playbook", "started"),
    "call_desk_mood": ("mood_end", "started"),
    "call_desk_stage": ("stage_rank", "started"),
    "call_desk_musts": ("musts_missed", "started"),
    "call_desk_objections": ("met", "started"),
}
SEEN = (
    "status, rep, outcome, reason, source, campaign, playbook, lang, mood_start, mood_end, stage, stage_rank, musts_missed, met, "
    "flagged, reviewed, sample, kinds, kinds_open, moods"
)
NOTE = "INSERT INTO desk_stale (block) SELECT {0}.key / 2048 WHERE NOT EXISTS (SELECT 1 FROM desk_stale WHERE block = {0}.key / 2048); END"
TRIGGERS = (
    "CREATE TRIGGER desk_call_came AFTER INSERT ON call WHEN new.status = 2 BEGIN " + NOTE.format("new"),
    f"CREATE TRIGGER desk_call_changed AFTER UPDATE OF {SEEN} ON call WHEN old.status = 2 OR new.status = 2 BEGIN "
    + NOTE.format("new"),
    "CREATE TRIGGER desk_call_gone AFTER DELETE ON call WHEN old.status = 2 BEGIN " + NOTE.format("old"),
)


def upgrade() -> None:
    """Makes both; the bits of calls that are there are written afterwards."""
    _make_bits()
    _widen_indexes()


def _make_bits() -> None:
    op.create_table(
        "desk_bits",
        sa.Column("facet", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("value", KEY, autoincrement=False, nullable=False),
        sa.Column("block", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("bits", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("facet", "value", "block", name="desk_bits_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("desk_bits_by_block", "desk_bits", ["block"])
    op.create_table(
        "desk_stale",
        sa.Column("block", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("block", name="desk_stale_key"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("INSERT INTO desk_stale (block) SELECT DISTINCT key / 2048 FROM call WHERE status = 2")
        for statement in TRIGGERS:
            op.execute(statement)


def _widen_indexes() -> None:
    for name, first in ORDERS.items():
        if name != "call_desk_rep":
            op.drop_index(name, "call")
        rest = [column for column in FACTS if column not in first]
        op.create_index(name, "call", [*first, *rest], sqlite_where=sa.text("status = 2"))
    op.drop_index("call_desk_score", "call")
    rest = [column for column in FACTS if column != "score"]
    scored = sa.text("score IS NOT NULL")
    op.create_index("call_desk_score", "call", ["score", "started", *rest], sqlite_where=scored)
    if op.get_bind().dialect.name == "sqlite":
        op.drop_index("call_desk_facts", "call")
        op.create_index("call_desk_facts", "call", ["started", *FACTS], sqlite_where=sa.text("status = 2"))
