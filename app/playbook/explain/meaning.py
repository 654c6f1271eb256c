"""Pages of problems with what a playbook means (CC020-CC039)."""

from __future__ import annotations

from app.playbook.explain.page import Page

PAGES: tuple[Page, ...] = ()
