"""Whether a call's newest review was heard or made from the record only, so that the desk never mixes their scores."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_RECORD_ONLY = (
    "UPDATE call SET reviewed = 2 WHERE reviewed = 1 AND (SELECT r.heard FROM review r "
    "WHERE r.call = call.key AND r.purpose = 0 AND r.sent IS NOT NULL ORDER BY r.sent DESC, r.key DESC LIMIT 1) = {no}"
)


def upgrade() -> None:
    """Writes it for the calls that are reviewed; the index of reviewed calls holds both kinds."""
    no = "0" if op.get_bind().dialect.name == "sqlite" else "FALSE"
    op.execute(_RECORD_ONLY.format(no=no))
    op.drop_index("call_desk_reviewed", "call")
    op.create_index("call_desk_reviewed", "call", ["started"], sqlite_where=sa.text("reviewed > 0"))
