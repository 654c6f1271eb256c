"""Makes ``fixtures/callcue-0001.db``: a database as the first version of the tables left it, with one call refused.

Run ``python -m tests.store.older`` only when the first migration's own file was lost: it must never change otherwise.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command

from app.store.database import Database, begun, url_of
from app.store.migrate import config

FILE = Path(__file__).parent / "fixtures" / "callcue-0001.db"

_ROWS = """
INSERT INTO word (key, text) VALUES (1, 'inbound-lead'), (2, 'cs'), (3, 'do_not_call'), (4, 'wrap_up'), (5, 'web');
INSERT INTO rep (key, login, name) VALUES (1, 'petra', 'Petra Malá');
INSERT INTO lead_source (key, digest, source) VALUES (1, x'00', 'web');
INSERT INTO lead (key, id, created, touched, origin, first_name, phone, phone_e164, folded, sample)
VALUES (1, x'019ab0000000700080000000000000aa', 1763974800000, 1763974800000, 1, 'Žaneta', '601 123 456',
        '+420601123456', 'zaneta 601 123 456', 0);
INSERT INTO playbook_revision (key, revision, path, kept)
VALUES (1, x'1111111111111111111111111111111111111111111111111111111111111111', 'cs/inbound-lead.yaml', 1763974800000);
INSERT INTO playbook_text (key, digest, text) VALUES (1, x'22', CAST('callcue: 1' AS BLOB));
INSERT INTO playbook_revision_file (revision, position, path, text) VALUES (1, 0, 'cs/inbound-lead.yaml', 1);
INSERT INTO call (key, id, rep, lead, playbook, revision, lang, started, status, talk_ms, last_ms, last_seq, last_line,
                  outcome, source, sample)
VALUES (1, x'019ab0000000700080000000000000bb', 1, 1, 1, 1, 2, 1763974800000, 2, 61000, 65000, 3, 4, 3, 5, 0);
INSERT INTO call_text (call, lead_name, phone, folded) VALUES (1, 'Žaneta', '601 123 456', 'zaneta inbound-lead petra');
INSERT INTO call_event (call, seq, kind, cause, ms, at, data) VALUES
  (1, 1, 1, 1, 0, 1763974800000, '{"playbook":"inbound-lead","lang":"cs","playbook_revision":"1111111111111111111111111111111111111111111111111111111111111111","lead":{"first_name":"Žaneta","phone":"601 123 456"},"rep":{"rep_id":"petra"},"terms":{},"help":"full"}'),
  (1, 2, 24, 2, 61000, 1763974861000, NULL),
  (1, 3, 25, 3, 65000, 1763974865000, '{"outcome":"do_not_call"}');
"""


def main() -> None:
    """Writes the file anew."""
    FILE.unlink(missing_ok=True)
    FILE.parent.mkdir(exist_ok=True)
    database = Database(url_of(str(FILE), FILE.parent))
    with database.connect() as db, begun(db):
        command.upgrade(config(db), "0001")
    database.close()
    with closing(sqlite3.connect(FILE)) as rows:
        rows.executescript(_ROWS)
        rows.execute("PRAGMA journal_mode=DELETE")


if __name__ == "__main__":
    main()
