"""``python -m app`` is ``callcue``."""

from app.scripts.main import main

raise SystemExit(main())
