"""The search line, which other screens have too."""

from app.ui.search_line import SearchLine as SearchLine  # noqa: PLC0414 - part of this package too
