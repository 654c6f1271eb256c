"""Follow-ups with the lead's next call, and the numbers that must not be called."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
REFUSED_BEFORE = """
INSERT INTO do_not_call (number, since, call, why)
SELECT lead.phone_e164, MAX(call.started), MAX(call.key), 'do_not_call'
FROM call JOIN word ON word.key = call.outcome JOIN lead ON lead.key = call.lead
WHERE word.text = 'do_not_call' AND lead.phone_e164 <> ''
GROUP BY lead.phone_e164
"""
"""Numbers whose customers had asked not to be called before there was a list of them."""


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "follow_up",
        sa.Column("key", KEY, nullable=False),
        sa.Column("call", KEY, nullable=False),
        sa.Column("lead", KEY, nullable=True),
        sa.Column("rep", KEY, nullable=False),
        sa.Column("due", KEY, nullable=False),
        sa.Column("due_local", sa.Text(), server_default="", nullable=False),
        sa.Column("what", sa.Text(), server_default="", nullable=False),
        sa.Column("who", sa.Text(), server_default="", nullable=False),
        sa.Column("made", KEY, nullable=False),
        sa.Column("done_by", KEY, nullable=True),
        sa.ForeignKeyConstraint(["call"], ["call.key"], name="follow_up_call_of_call", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["done_by"], ["call.key"], name="follow_up_done_by_of_call", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["lead"], ["lead.key"], name="follow_up_lead_of_lead", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["rep"], ["rep.key"], name="follow_up_rep_of_rep"),
        sa.PrimaryKeyConstraint("key", name="follow_up_key"),
        sa.UniqueConstraint("call", name="follow_up_one_per_call"),
    )
    op.create_index("follow_up_by_done_by", "follow_up", ["done_by"])
    op.create_index("follow_up_by_due", "follow_up", ["due"])
    op.create_index("follow_up_by_lead", "follow_up", ["lead"])
    op.create_table(
        "do_not_call",
        sa.Column("key", KEY, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("since", KEY, nullable=False),
        sa.Column("call", KEY, nullable=True),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["call"], ["call.key"], name="do_not_call_call_of_call", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("key", name="do_not_call_key"),
    )
    op.create_index("do_not_call_by_call", "do_not_call", ["call"])
    op.create_index("do_not_call_by_number", "do_not_call", ["number"])
    op.add_column("lead", sa.Column("next_call", KEY, nullable=True))
    op.create_index("lead_by_next_call", "lead", ["next_call"])
    op.execute(REFUSED_BEFORE)
