"""What all tables have in common: names of constraints, kinds of keys and times, and columns that recur."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, MetaData, SmallInteger, Text

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


def key_column() -> Column[int]:
    """The integer key of a table's rows."""
    return Column("key", Key, primary_key=True)


def text_column(name: str) -> Column[str]:
    """Words that may be empty and are never missing."""
    return Column(name, Text, nullable=False, server_default="")


def flag_column(name: str) -> Column[bool]:
    """Yes or no."""
    return Column(name, Boolean, nullable=False)


def small_column(name: str) -> Column[int]:
    """A small number, 0 until something is known."""
    return Column(name, SmallInteger, nullable=False, server_default="0")


def reference(name: str, target: str, *, optional: bool = False, cascade: bool = False) -> Column[int]:
    """The key of a row of the table ``target``; ``cascade``: goes when that row goes."""
    owner = ForeignKey(f"{target}.key", ondelete="CASCADE") if cascade else ForeignKey(f"{target}.key")
    return Column(name, Key, owner, nullable=optional)
