"""Tables of what calls teach: objections met, reminders followed, wordings under test, proposals for playbooks."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, SmallInteger, String, Table, UniqueConstraint

from app.store.columns import Key, Millis, flag_column, key_column, metadata, reference, text_column

objection_count = Table(
    "objection_count",
    metadata,
    *(
        Column(name, Key, ForeignKey("word.key"), primary_key=True, autoincrement=False)
        for name in ("playbook", "stage", "source", "mood", "objection")
    ),
    Column("sample", Boolean, primary_key=True),
    Column("times", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How often each objection was met in closed calls, by where and with whom; keeps no trace of who it was."""

nudge_count = Table(
    "nudge_count",
    metadata,
    Column("nudge", String(40), primary_key=True),
    Column("sample", Boolean, primary_key=True),
    Column("shown", Integer, nullable=False),
    Column("followed", Integer, nullable=False),
    sqlite_with_rowid=False,
)

wording_trial = Table(
    "wording_trial",
    metadata,
    Column("call", Key, ForeignKey("call.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("name", Key, ForeignKey("word.key"), primary_key=True, autoincrement=False),
    reference("playbook", "word"),
    reference("lang", "word"),
    Column("wording", SmallInteger, nullable=False),
    flag_column("did_well"),
    Column("at", Millis, nullable=False, index=True),
    flag_column("sample"),
    sqlite_with_rowid=False,
)
"""Which wording under test a closed call had, and whether it did well."""

proposal = Table(
    "proposal",
    metadata,
    key_column(),
    Column("kind", String(20), nullable=False),
    reference("playbook", "word"),
    reference("lang", "word"),
    Column("target", String(400), nullable=False),
    Column("folded", String(200), nullable=False),
    text_column("words"),
    text_column("family"),
    flag_column("sample"),
    Column("first_seen", Millis, nullable=False, server_default="0"),
    Column("last_seen", Millis, nullable=False, server_default="0", index=True),
    Column("times", Integer, nullable=False, server_default="0"),
    Column("status", String(20), nullable=False, server_default="new"),
    Column("decided_at", Millis),
    text_column("decided_by"),
    Column("credited", Key, ForeignKey("rep.key"), index=True),
    UniqueConstraint("kind", "playbook", "lang", "target", "folded", "sample"),
)
"""What calls propose for playbooks, equal ones in one row; figures are those of its moments."""

proposal_moment = Table(
    "proposal_moment",
    metadata,
    Column("call", Key, ForeignKey("call.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("proposal", Key, ForeignKey("proposal.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("ms", Integer, nullable=False),
    Column("at", Millis, nullable=False),
    text_column("stage"),
    text_column("line"),
    text_column("mood"),
    text_column("followed"),
    text_column("words"),
    sqlite_with_rowid=False,
)

late_lesson = Table(
    "late_lesson",
    metadata,
    Column("call", Key, ForeignKey("call.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
)
"""Closed calls that have not been asked yet what they teach, because that was not kept when they were closed."""
