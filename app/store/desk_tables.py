"""Tables of the review desk: facts about objections, what playbooks say of them, reviews' history, queues, calibration.

Also the index over free words, which SQLite alone has (FTS5, sqlite.org/fts5.html): it follows ``call_text.words`` by
triggers, so that nobody who writes or deletes a call needs to think of it.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
)

from app.store import lesson_tables, review_tables  # noqa: F401 - metadata is whole only with the tables of all modules
from app.store.columns import Key, Millis
from app.store.columns import metadata as metadata  # noqa: PLC0414
from app.store.tables import FACT_COLUMNS, call, call_text

WORD_INDEX = (
    (
        "CREATE VIRTUAL TABLE call_words USING fts5("
        "words, content='call_text', content_rowid='call', tokenize='ascii', detail='none', columnsize=0)"
    ),
    (
        "CREATE TRIGGER call_words_added AFTER INSERT ON call_text WHEN new.words <> '' BEGIN "
        "INSERT INTO call_words(rowid, words) VALUES (new.call, new.words); END"
    ),
    (
        "CREATE TRIGGER call_words_left AFTER UPDATE OF words ON call_text "
        "WHEN old.words <> '' AND old.words <> new.words BEGIN "
        "INSERT INTO call_words(call_words, rowid, words) VALUES ('delete', old.call, old.words); END"
    ),
    (
        "CREATE TRIGGER call_words_came AFTER UPDATE OF words ON call_text "
        "WHEN new.words <> '' AND old.words <> new.words BEGIN "
        "INSERT INTO call_words(rowid, words) VALUES (new.call, new.words); END"
    ),
    (
        "CREATE TRIGGER call_words_gone AFTER DELETE ON call_text WHEN old.words <> '' BEGIN "
        "INSERT INTO call_words(call_words, rowid, words) VALUES ('delete', old.call, old.words); END"
    ),
)
"""The texts are folded letters and digits with spaces between, so that splitting at what is not ASCII-alphanumeric or
beyond ASCII is exactly splitting at spaces."""
WORD_INDEX_NAME = "call_words"
FACTS_INDEX = f"CREATE INDEX call_desk_facts ON call (started, {', '.join(FACT_COLUMNS)}) WHERE status = 2"
"""All that is filtered by, newest last: searched at half the cost of the table, and without touching it."""

_SEEN = (
    "status, rep, outcome, reason, source, campaign, playbook, lang, mood_start, mood_end, stage, stage_rank, musts_missed, met, "
    "flagged, reviewed, sample, kinds, kinds_open, moods"
)
_NOTE = "INSERT INTO desk_stale (block) SELECT {0}.key / 2048 WHERE NOT EXISTS (SELECT 1 FROM desk_stale WHERE block = {0}.key / 2048); END"
STALE_TRIGGERS = (
    "CREATE TRIGGER desk_call_came AFTER INSERT ON call WHEN new.status = 2 BEGIN " + _NOTE.format("new"),
    f"CREATE TRIGGER desk_call_changed AFTER UPDATE OF {_SEEN} ON call WHEN old.status = 2 OR new.status = 2 BEGIN "
    + _NOTE.format("new"),
    "CREATE TRIGGER desk_call_gone AFTER DELETE ON call WHEN old.status = 2 BEGIN " + _NOTE.format("old"),
)
"""Note the blocks of ``desk_bits`` that are to be written anew."""

event.listen(call, "after_create", DDL(FACTS_INDEX).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]

for _statement in WORD_INDEX:
    event.listen(call_text, "after_create", DDL(_statement).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _at(name: str = "at") -> Column[int]:
    return Column(name, Millis, nullable=False)


def _key() -> Column[int]:
    return Column("key", Key, primary_key=True)


def _of(
    name: str, target: str, *, cascade: bool = False, optional: bool = False, index: bool = False
) -> Column[int]:
    owner = ForeignKey(f"{target}.key", ondelete="CASCADE") if cascade else ForeignKey(f"{target}.key")
    return Column(name, Key, owner, nullable=optional, index=index)


desk_bits = Table(
    "desk_bits",
    metadata,
    Column("facet", SmallInteger, primary_key=True, autoincrement=False),
    Column("value", Key, primary_key=True, autoincrement=False),
    Column("block", Integer, primary_key=True, autoincrement=False, index=True),
    Column("bits", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""Which closed calls have which value, a bit each, in blocks of 2048 keys; kept on SQLite alone (see ``store.desk_bits``)."""

desk_stale = Table("desk_stale", metadata, Column("block", Integer, primary_key=True, autoincrement=False))
"""The blocks in which something changed since their bits were written."""

for _statement in STALE_TRIGGERS:
    event.listen(call, "after_create", DDL(_statement).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]

revision_part = Table(
    "revision_part",
    metadata,
    Column(
        "revision",
        Key,
        ForeignKey("playbook_revision.key", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("part", SmallInteger, nullable=False),
    _text("name"),
    _text("says"),
    sqlite_with_rowid=False,
)
"""What a pinned playbook says of its calls: ``part`` 0 it was read, 1 a stage, 2 a ``must`` line, 3 an objection's kind."""

call_objection = Table(
    "call_objection",
    metadata,
    Column("call", Key, ForeignKey("call.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("number", SmallInteger, primary_key=True, autoincrement=False),
    Column("objection", Key),
    Column("kind", Key),
    _text("words"),
    Column("how", SmallInteger, nullable=False),
    Column("result", SmallInteger, nullable=False),
    Column("response", Key),
    Column("wording", SmallInteger),
    Column("stage", Key, nullable=False),
    Column("mood", SmallInteger, nullable=False),
    Column("playbook", Key, nullable=False),
    Column("source", Key, nullable=False),
    Column("ms", Integer, nullable=False),
    Column("started", Millis, nullable=False),
    UniqueConstraint("objection", "call", "number"),
    sqlite_with_rowid=False,
)
"""One row for each raising of an objection in a closed call; numbers of words but for results, moods and ways.

``objection`` is NULL for an unlisted one, whose text is in ``words``; ``result`` 0 is still on the table.
"""

review_fail = Table(
    "review_fail",
    metadata,
    _key(),
    _of("review", "review", cascade=True, index=True),
    Column("rule", String(200), nullable=False),
    Column("seq", Integer),
    _text("quote"),
    _at(),
    _of("reader", "rep", optional=True),
    Column("confirmed", Boolean),
    _text("answer"),
    Column("read_at", Millis),
    Column("withdrawn", Millis),
)
"""Broken rules with the quoted moment; ``reader`` is the second one, ``confirmed`` what they found."""

review_words = Table(
    "review_words",
    metadata,
    Column(
        "review", Key, ForeignKey("review.key", ondelete="CASCADE"), primary_key=True, autoincrement=False
    ),
    Column("version", Integer, primary_key=True, autoincrement=False),
    _text("strength"),
    Column("strength_seq", Integer),
    _text("situation"),
    _text("behaviour"),
    _text("effect"),
    Column("change_seq", Integer),
    _text("plan"),
    Column("tries", SmallInteger, nullable=False, server_default="0"),
    _text("due"),
    _at(),
    _text("target"),
    sqlite_with_rowid=False,
)
"""One strength, one change and one plan a review, each version kept. ``due`` is an ISO date.

``target`` is what is counted to see whether the plan helped, as ``coaching.Target`` is written; empty for words only.
"""

plan_step = Table(
    "plan_step",
    metadata,
    _key(),
    _of("review", "review", cascade=True, index=True),
    _of("by", "rep"),
    Column("how", String(20), nullable=False),
    _text("due"),
    _at(),
)
"""What became of the plan of a review: reached, dropped, or given another date. Only added to; the newest counts."""

review_draft = Table(
    "review_draft",
    metadata,
    Column("reviewer", Key, ForeignKey("rep.key"), primary_key=True, autoincrement=False),
    Column(
        "call",
        Key,
        ForeignKey("call.key", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        index=True,
    ),
    Column("about", String(36), primary_key=True, server_default=""),
    _text("data"),
    _at(),
    sqlite_with_rowid=False,
)
"""A review that is not sent yet, as JSON; sending it takes it away.

``about`` is empty for a trainer's own review; else the id of the review that a rep rates against, or of a calibration.
"""

review_dispute = Table(
    "review_dispute",
    metadata,
    _key(),
    _of("review", "review", cascade=True, index=True),
    Column("criterion", String(200), nullable=False),
    Column("mark_version", Integer, nullable=False),
    _text("words"),
    Column("seq", Integer),
    _of("by", "rep"),
    _at(),
    Column("decision", String(20), nullable=False, server_default=""),
    _text("answer"),
    _of("decided_by", "rep", optional=True),
    Column("decided_at", Millis),
    Column("reopens", Key, ForeignKey("review_dispute.key")),
)
"""The rep's answer to a mark, and what came of it; a reopened one points to the one before."""

call_opening = Table(
    "call_opening",
    metadata,
    _key(),
    _of("call", "call", cascade=True, index=True),
    _of("person", "rep"),
    _at(),
)
"""Who looked at a call."""

saved_view = Table(
    "saved_view",
    metadata,
    _key(),
    _of("owner", "rep"),
    Column("name", String(200), nullable=False),
    _text("line"),
    _text("sort"),
    Column("descending", Boolean, nullable=False),
    _at(),
    UniqueConstraint("owner", "name"),
)

review_queue = Table(
    "review_queue",
    metadata,
    _key(),
    _of("owner", "rep"),
    Column("seed", Key, nullable=False),
    Column("share", SmallInteger, nullable=False),
    _text("line"),
    _at(),
)
"""A drawn sample: seed, random share in per cent, and the search line that it was drawn from."""

review_queue_item = Table(
    "review_queue_item",
    metadata,
    Column(
        "queue",
        Key,
        ForeignKey("review_queue.key", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _of("call", "call", cascade=True, index=True),
    Column("why", String(20), nullable=False),
    _text("risks"),
    Column("done", Millis),
    sqlite_with_rowid=False,
)

calibration = Table(
    "calibration",
    metadata,
    _key(),
    Column("id", LargeBinary(16), nullable=False, unique=True),
    _text("title"),
    _of("scorecard", "scorecard_revision"),
    _of("owner", "rep"),
    _at(),
    Column("opened", Millis),
)
"""Several trainers mark the same calls blind; ``opened`` is when they may see each other's marks."""

calibration_call = Table(
    "calibration_call",
    metadata,
    Column(
        "session",
        Key,
        ForeignKey("calibration.key", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("call", Key, ForeignKey("call.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("position", Integer, nullable=False),
    Column("scorecard", Key),
    sqlite_with_rowid=False,
)
"""``scorecard`` is the card that fits the call; NULL in sessions from before, which had one card for all."""

calibration_note = Table(
    "calibration_note",
    metadata,
    _key(),
    _of("session", "calibration", cascade=True, index=True),
    Column("criterion", String(200), nullable=False),
    Column("anchor", SmallInteger),
    _text("words"),
    _of("author", "rep"),
    _at(),
    Column("scorecard", Key),
)
"""What was agreed about an anchor that split the trainers; ``scorecard`` tells criteria of the same name apart."""
