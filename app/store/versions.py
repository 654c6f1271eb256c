"""The versions of the tables that this program knows, oldest first; each has its migration."""

from __future__ import annotations

REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
)
"""Names of the migrations in ``migrations/versions``, in order."""

CURRENT = REVISIONS[-1]
"""The version that this program reads and writes."""
