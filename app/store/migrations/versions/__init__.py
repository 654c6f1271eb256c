"""The migrations, in the order of ``app.store.versions.REVISIONS``."""
