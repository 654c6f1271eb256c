"""The tables. Integer keys inside, a 16-byte UUIDv7 for calls and leads outside, times in milliseconds UTC.

Calls are kept narrow, with their texts apart; recurring words (playbooks, outcomes, lines) are kept once, in ``word``.
A test holds these tables and the migrations together.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from app.call.ports import CallStatus

metadata = MetaData(
    naming_convention={
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
        "uq": "%(table_name)s_one_per_%(column_0_N_name)s",
        "fk": "%(table_name)s_%(column_0_name)s_of_%(referred_table_name)s",
        "pk": "%(table_name)s_key",
    }
)

Key = BigInteger().with_variant(Integer(), "sqlite")
Millis = BigInteger().with_variant(Integer(), "sqlite")

STATUS_NUMBERS: dict[CallStatus, int] = {CallStatus.LIVE: 0, CallStatus.WRAP_UP: 1, CallStatus.CLOSED: 2}
STATUS_OF_NUMBER: dict[int, CallStatus] = {number: status for status, number in STATUS_NUMBERS.items()}


def _key() -> Column[int]:
    return Column("key", Key, primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _small(name: str) -> Column[int]:
    return Column(name, SmallInteger, nullable=False, server_default="0")


def _of(name: str, target: str, *, optional: bool = False, cascade: bool = False) -> Column[int]:
    owner = ForeignKey(f"{target}.key", ondelete="CASCADE") if cascade else ForeignKey(f"{target}.key")
    return Column(name, Key, owner, nullable=optional)


word = Table("word", metadata, _key(), Column("text", String(200), nullable=False, unique=True))
"""Codes and names that recur in many calls: playbooks, languages, outcomes, reasons, lines."""

rep = Table(
    "rep",
    metadata,
    _key(),
    Column("login", Text, nullable=False, unique=True),
    _text("name"),
    _text("company"),
    _text("phone"),
    _text("email"),
    _text("lang"),
    _text("help"),
)

lead_source = Table(
    "lead_source",
    metadata,
    _key(),
    Column("digest", LargeBinary(32), nullable=False, unique=True),
    _text("source"),
    _text("medium"),
    _text("campaign"),
    _text("ad"),
    _text("page"),
    _text("promise"),
)
"""Where leads come from; ``digest`` is the SHA-256 of the six texts."""

lead = Table(
    "lead",
    metadata,
    _key(),
    Column("id", LargeBinary(16), nullable=False, unique=True),
    Column("created", Millis, nullable=False),
    Column("touched", Millis, nullable=False, index=True),
    _of("origin", "lead_source"),
    _text("first_name"),
    _text("last_name"),
    _text("salutation"),
    _text("company"),
    _text("role"),
    _text("phone"),
    Column("phone_e164", Text, nullable=False, server_default="", index=True),
    _text("email"),
    _text("note"),
    _text("extra"),
    _text("folded"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("last_call", Millis),
    _text("last_outcome"),
    _flag("sample"),
    Column("next_call", Millis, index=True),
)
"""People to call. ``folded`` is what searches look through; ``extra`` is a JSON object."""

playbook_text = Table(
    "playbook_text",
    metadata,
    _key(),
    Column("digest", LargeBinary(32), nullable=False, unique=True),
    Column("text", LargeBinary, nullable=False),
)
"""The bytes of one file, by their SHA-256: files that several playbooks use are kept once."""

playbook_revision = Table(
    "playbook_revision",
    metadata,
    _key(),
    Column("revision", LargeBinary(32), nullable=False, unique=True),
    _text("path"),
    Column("kept", Millis, nullable=False),
)

playbook_revision_file = Table(
    "playbook_revision_file",
    metadata,
    Column("revision", Key, ForeignKey("playbook_revision.key", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("path"),
    _of("text", "playbook_text"),
    sqlite_with_rowid=False,
)

playbook_good = Table(
    "playbook_good",
    metadata,
    Column("path", Text, primary_key=True),
    _of("revision", "playbook_revision"),
    Column("kept", Millis, nullable=False),
)
"""The last revision of each playbook file that could be used for calls."""

call = Table(
    "call",
    metadata,
    _key(),
    Column("id", LargeBinary(16), nullable=False, unique=True),
    _of("rep", "rep"),
    Column("lead", Key, ForeignKey("lead.key", ondelete="SET NULL"), index=True),
    _of("playbook", "word"),
    _of("revision", "playbook_revision"),
    _of("lang", "word"),
    Column("started", Millis, nullable=False, index=True),
    Column("status", SmallInteger, nullable=False),
    Column("talk_ms", Integer, nullable=False),
    Column("last_ms", Integer, nullable=False),
    Column("last_seq", Integer, nullable=False),
    _of("last_line", "word"),
    _of("outcome", "word", optional=True),
    _of("reason", "word", optional=True),
    _of("source", "word"),
    _flag("sample"),
    Column("campaign", Key),
    _small("flagged"),
    _small("reviewed"),
    Column("score", Float),
    _small("moods"),
    _small("mood_start"),
    _small("mood_end"),
    Column("stage", Key),
    _small("stage_rank"),
    _small("musts_asked"),
    _small("musts_missed"),
    Column("kinds", Integer, nullable=False, server_default="0"),
    Column("kinds_open", Integer, nullable=False, server_default="0"),
    _small("met"),
    _small("met_open"),
    Column("value", Float),
    _small("self_rating"),
    _small("projection"),
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
    _text("lead_id"),
    _text("lead_name"),
    _text("company"),
    _text("phone"),
    _text("folded"),
    _text("words"),
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
    _key(),
    Column("call", Key, ForeignKey("call.key", ondelete="CASCADE"), nullable=False, unique=True),
    Column("lead", Key, ForeignKey("lead.key", ondelete="CASCADE"), index=True),
    _of("rep", "rep"),
    Column("due", Millis, nullable=False, index=True),
    _text("due_local"),
    _text("what"),
    _text("who"),
    Column("made", Millis, nullable=False),
    Column("done_by", Key, ForeignKey("call.key", ondelete="SET NULL"), index=True),
)
"""What was promised for later. ``due_local`` is the ISO date or time as agreed; ``done_by`` the call that met it."""

do_not_call = Table(
    "do_not_call",
    metadata,
    _key(),
    Column("number", Text, nullable=False, index=True),
    Column("since", Millis, nullable=False),
    Column("call", Key, ForeignKey("call.key", ondelete="SET NULL"), index=True),
    _text("why"),
)
"""Numbers that must not be called, in E.164 where they are valid."""

scorecard_revision = Table(
    "scorecard_revision",
    metadata,
    _key(),
    Column("revision", LargeBinary(32), nullable=False, unique=True),
    _text("path"),
    Column("text", LargeBinary, nullable=False),
    Column("kept", Millis, nullable=False),
)

review = Table(
    "review",
    metadata,
    _key(),
    Column("id", LargeBinary(16), nullable=False, unique=True),
    Column("call", Key, ForeignKey("call.key", ondelete="CASCADE"), nullable=False, index=True),
    _of("reviewer", "rep"),
    _of("scorecard", "scorecard_revision"),
    Column("begun", Millis, nullable=False),
    Column("sent", Millis),
    _flag("heard"),
    Column("score", Float),
    Column("purpose", SmallInteger, nullable=False, server_default="0"),
    Column("session", Key, index=True),
    Column("read_at", Millis),
)
"""``purpose``: 0 a trainer's, 1 the rep's own, 2 for calibration (``session`` says which); ``read_at``: by the rep."""

review_mark = Table(
    "review_mark",
    metadata,
    _key(),
    Column("review", Key, ForeignKey("review.key", ondelete="CASCADE"), nullable=False),
    Column("criterion", String(200), nullable=False),
    Column("version", Integer, nullable=False),
    Column("mark", SmallInteger),
    Column("seq", Integer),
    _text("cause"),
    _text("words"),
    Column("at", Millis, nullable=False),
    _text("na_reason"),
    Column("author", Key),
    Column("computed", SmallInteger),
    _text("origin"),
    UniqueConstraint("review", "criterion", "version"),
)
"""A mark and its later versions; nothing is overwritten. ``mark`` is NULL for not applicable, ``seq`` the moment.

``origin`` names the file that a version was taken from, if it was.
"""

comment = Table(
    "comment",
    metadata,
    _key(),
    Column("call", Key, ForeignKey("call.key", ondelete="CASCADE"), nullable=False, index=True),
    _of("author", "rep"),
    Column("seq", Integer),
    _text("words"),
    Column("at", Millis, nullable=False),
)

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
    _of("playbook", "word"),
    _of("lang", "word"),
    Column("wording", SmallInteger, nullable=False),
    _flag("did_well"),
    Column("at", Millis, nullable=False, index=True),
    _flag("sample"),
    sqlite_with_rowid=False,
)
"""Which wording under test a closed call had, and whether it did well."""

proposal = Table(
    "proposal",
    metadata,
    _key(),
    Column("kind", String(20), nullable=False),
    _of("playbook", "word"),
    _of("lang", "word"),
    Column("target", String(400), nullable=False),
    Column("folded", String(200), nullable=False),
    _text("words"),
    _text("family"),
    _flag("sample"),
    Column("first_seen", Millis, nullable=False, server_default="0"),
    Column("last_seen", Millis, nullable=False, server_default="0", index=True),
    Column("times", Integer, nullable=False, server_default="0"),
    Column("status", String(20), nullable=False, server_default="new"),
    Column("decided_at", Millis),
    _text("decided_by"),
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
    _text("stage"),
    _text("line"),
    _text("mood"),
    _text("followed"),
    _text("words"),
    sqlite_with_rowid=False,
)

late_lesson = Table(
    "late_lesson",
    metadata,
    Column("call", Key, ForeignKey("call.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
)
"""Closed calls that have not been asked yet what they teach, because that was not kept when they were closed."""
