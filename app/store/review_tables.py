"""Tables of what is said about calls: scorecards, reviews, every version of every mark, comments."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
)

from app.store.columns import Key, Millis, flag_column, key_column, metadata, reference, text_column

scorecard_revision = Table(
    "scorecard_revision",
    metadata,
    key_column(),
    Column("revision", LargeBinary(32), nullable=False, unique=True),
    text_column("path"),
    Column("text", LargeBinary, nullable=False),
    Column("kept", Millis, nullable=False),
)

review = Table(
    "review",
    metadata,
    key_column(),
    Column("id", LargeBinary(16), nullable=False, unique=True),
    Column("call", Key, ForeignKey("call.key", ondelete="CASCADE"), nullable=False, index=True),
    reference("reviewer", "rep"),
    reference("scorecard", "scorecard_revision"),
    Column("begun", Millis, nullable=False),
    Column("sent", Millis),
    flag_column("heard"),
    Column("score", Float),
    Column("purpose", SmallInteger, nullable=False, server_default="0"),
    Column("session", Key, index=True),
    Column("read_at", Millis),
)
"""``purpose``: 0 a trainer's, 1 the rep's own, 2 for calibration (``session`` says which); ``read_at``: by the rep."""

review_mark = Table(
    "review_mark",
    metadata,
    key_column(),
    Column("review", Key, ForeignKey("review.key", ondelete="CASCADE"), nullable=False),
    Column("criterion", String(200), nullable=False),
    Column("version", Integer, nullable=False),
    Column("mark", SmallInteger),
    Column("seq", Integer),
    text_column("cause"),
    text_column("words"),
    Column("at", Millis, nullable=False),
    text_column("na_reason"),
    Column("author", Key),
    Column("computed", SmallInteger),
    text_column("origin"),
    UniqueConstraint("review", "criterion", "version"),
)
"""A mark and its later versions; nothing is overwritten. ``mark`` is NULL for not applicable, ``seq`` the moment.

``origin`` names the file that a version was taken from, if it was.
"""

comment = Table(
    "comment",
    metadata,
    key_column(),
    Column("call", Key, ForeignKey("call.key", ondelete="CASCADE"), nullable=False, index=True),
    reference("author", "rep"),
    Column("seq", Integer),
    text_column("words"),
    Column("at", Millis, nullable=False),
)
