"""Pages of problems with the file's structure (CC001-CC019, CC040-CC049)."""

from __future__ import annotations

from app.playbook.explain.page import Page

PAGES: tuple[Page, ...] = ()
