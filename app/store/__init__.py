"""Where everything is kept: tables, the journal, the books of calls, leads and reps. Rows never leave this package."""

from app.store.sync_only import load_sqlalchemy

load_sqlalchemy()
