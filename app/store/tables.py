"""The tables of calls, leads and playbooks; ``desk_tables`` gathers them with those of lessons, reviews and the desk.

Integer keys inside, a 16-byte UUIDv7 for calls and leads outside, times in milliseconds UTC.

Calls are kept narrow, with their texts apart; recurring words (playbooks, outcomes, lines) are kept once, in ``word``.
A test holds these tables and the migrations together.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
)

from app.call.ports import CallStatus
from app.store.columns import (
    Key,
    Millis,
    flag_column,
    key_column,
    metadata,
    reference,
    small_column,
    text_column,
)

STATUS_NUMBERS: dict[CallStatus, int] = {CallStatus.LIVE: 0, CallStatus.WRAP_UP: 1, CallStatus.CLOSED: 2}
STATUS_OF_NUMBER: dict[int, CallStatus] = {number: status for status, number in STATUS_NUMBERS.items()}

word = Table("word", metadata, key_column(), Column("text", String(200), nullable=False, unique=True))
"""Codes and names that recur in many calls: playbooks, languages, outcomes, reasons, lines."""

rep = Table(
    "rep",
    metadata,
    key_column(),
    Column("login", Text, nullable=False, unique=True),
    text_column("name"),
    text_column("company"),
    text_column("phone"),
    text_column("email"),
    text_column("lang"),
    text_column("help"),
)

lead_source = Table(
    "lead_source",
    metadata,
    key_column(),
    Column("digest", LargeBinary(32), nullable=False, unique=True),
    text_column("source"),
    text_column("medium"),
    text_column("campaign"),
    text_column("ad"),
    text_column("page"),
    text_column("promise"),
)
"""Where leads come from; ``digest`` is the SHA-256 of the six texts."""

lead = Table(
    "lead",
    metadata,
    key_column(),
    Column("id", LargeBinary(16), nullable=False, unique=True),
    Column("created", Millis, nullable=False),
    Column("touched", Millis, nullable=False, index=True),
    reference("origin", "lead_source"),
    text_column("first_name"),
    text_column("last_name"),
    text_column("salutation"),
    text_column("company"),
    text_column("role"),
    text_column("phone"),
    Column("phone_e164", Text, nullable=False, server_default="", index=True),
    text_column("email"),
    text_column("note"),
    text_column("extra"),
    text_column("folded"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("last_call", Millis),
    text_column("last_outcome"),
    flag_column("sample"),
    Column("next_call", Millis, index=True),
)
"""People to call. ``folded`` is what searches look through; ``extra`` is a JSON object."""

playbook_text = Table(
    "playbook_text",
    metadata,
    key_column(),
    Column("digest", LargeBinary(32), nullable=False, unique=True),
    Column("text", LargeBinary, nullable=False),
)
"""The bytes of one file, by their SHA-256: files that several playbooks use are kept once."""

playbook_revision = Table(
    "playbook_revision",
    metadata,
    key_column(),
    Column("revision", LargeBinary(32), nullable=False, unique=True),
    text_column("path"),
    Column("kept", Millis, nullable=False),
)

playbook_revision_file = Table(
    "playbook_revision_file",
    metadata,
    Column("revision", Key, ForeignKey("playbook_revision.key", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    text_column("path"),
    reference("text", "playbook_text"),
    sqlite_with_rowid=False,
)

playbook_good = Table(
    "playbook_good",
    metadata,
    Column("path", Text, primary_key=True),
    reference("revision", "playbook_revision"),
    Column("kept", Millis, nullable=False),
)
"""The last revision of each playbook file that could be used for calls."""

call = Table(
    "call",
    metadata,
    key_column(),
    Column("id", LargeBinary(16), nullable=False, unique=True),
    reference("rep", "rep"),
    Column("lead", Key, ForeignKey("lead.key", ondelete="SET NULL"), index=True),
    reference("playbook", "word"),
    reference("revision", "playbook_revision"),
    reference("lang", "word"),
    Column("started", Millis, nullable=False, index=True),
    Column("status", SmallInteger, nullable=False),
    Column("talk_ms", Integer, nullable=False),
    Column("last_ms", Integer, nullable=False),
    Column("last_seq", Integer, nullable=False),
    reference("last_line", "word"),
    reference("outcome", "word", optional=True),
    reference("reason", "word", optional=True),
    reference("source", "word"),
    flag_column("sample"),
    Column("campaign", Key),
    small_column("flagged"),
    small_column("reviewed"),
    Column("score", Float),
    small_column("moods"),
    small_column("mood_start"),
    small_column("mood_end"),
    Column("stage", Key),
    small_column("stage_rank"),
    small_column("musts_asked"),
    small_column("musts_missed"),
    Column("kinds", Integer, nullable=False, server_default="0"),
    Column("kinds_open", Integer, nullable=False, server_default="0"),
    small_column("met"),
    small_column("met_open"),
    Column("value", Float),
    small_column("self_rating"),
    small_column("projection"),
)
"""One narrow row a call: what its events add up to, written in the same transaction as the events.

From ``campaign`` on they are written when the outcome is; ``moods``, ``kinds`` and ``kinds_open`` are sets of bits,
``projection`` tells by which reckoning. ``reviewed`` (0: not, else what the newest
review rests on, see ``bases``) and ``score`` come from reviews.
"""
Index(
    "call_unfinished",
    call.c.started,
    sqlite_where=call.c.status < STATUS_NUMBERS[CallStatus.CLOSED],
)
"""Partial on SQLite alone: to name PostgreSQL's clause here would import its dialect at every start (60 ms)."""
Index(None, call.c.rep, call.c.started)

FACT_COLUMNS = (
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
"""All that the review desk filters by but the time: every index that it walks through holds them, so that what does not
fit is passed over without a look at the table, which takes fifteen times as long."""

_CLOSED_ONLY = call.c.status == STATUS_NUMBERS[CallStatus.CLOSED]

for _name, _first in {
    "call_desk_talk": "talk_ms",
    "call_desk_rep": "rep",
    "call_desk_outcome": "outcome",
    "call_desk_source": "source",
    "call_desk_playbook": "playbook",
    "call_desk_mood": "mood_end",
    "call_desk_stage": "stage_rank",
    "call_desk_musts": "musts_missed",
    "call_desk_objections": "met",
    "call_desk_score": "score",
}.items():
    _wanted = (_first, "started", *(one for one in FACT_COLUMNS if one != _first))
    _only = call.c.score.is_not(None) if _first == "score" else _CLOSED_ONLY
    Index(_name, *(call.c[one] for one in _wanted), sqlite_where=_only)
Index("call_desk_reviewed", call.c.started, sqlite_where=call.c.reviewed > 0)
"""What the review desk sorts by; only closed calls are in, so that a call under way touches none of them."""

call_text = Table(
    "call_text",
    metadata,
    Column("call", Key, ForeignKey("call.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    text_column("lead_id"),
    text_column("lead_name"),
    text_column("company"),
    text_column("phone"),
    text_column("folded"),
    text_column("words"),
    Column("sort_name", String(60), nullable=False, server_default="", index=True),
)
"""``folded`` is what lists search; ``words`` (folded, a space before each, only of closed calls) what the desk does."""

call_event = Table(
    "call_event",
    metadata,
    Column("call", Key, ForeignKey("call.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("kind", SmallInteger, nullable=False),
    Column("cause", Integer, nullable=False),
    Column("ms", Integer, nullable=False),
    Column("at", Millis, nullable=False),
    Column("data", Text),
    sqlite_with_rowid=False,
)
"""Everything that happened. ``kind`` is a number of ``kinds``; ``data`` a JSON object, NULL when empty."""

follow_up = Table(
    "follow_up",
    metadata,
    key_column(),
    Column("call", Key, ForeignKey("call.key", ondelete="CASCADE"), nullable=False, unique=True),
    Column("lead", Key, ForeignKey("lead.key", ondelete="CASCADE"), index=True),
    reference("rep", "rep"),
    Column("due", Millis, nullable=False, index=True),
    text_column("due_local"),
    text_column("what"),
    text_column("who"),
    Column("made", Millis, nullable=False),
    Column("done_by", Key, ForeignKey("call.key", ondelete="SET NULL"), index=True),
)
"""What was promised for later. ``due_local`` is the ISO date or time as agreed; ``done_by`` the call that met it."""

do_not_call = Table(
    "do_not_call",
    metadata,
    key_column(),
    Column("number", Text, nullable=False, index=True),
    Column("since", Millis, nullable=False),
    Column("call", Key, ForeignKey("call.key", ondelete="SET NULL"), index=True),
    text_column("why"),
)
"""Numbers that must not be called, in E.164 where they are valid."""
