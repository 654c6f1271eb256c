"""Pages of problems with advice: warnings and information (CC100-CC199)."""

from __future__ import annotations

from app.playbook.explain.page import Page

PAGES: tuple[Page, ...] = ()
