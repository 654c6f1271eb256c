"""The house's walls: import contracts, and words that must not be in the tree."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_imports_keep_to_the_contracts() -> None:
    """Runs import-linter in a process of its own, as a developer would."""
    program = [
        sys.executable,
        "-c",
        "import sys; from importlinter.cli import lint_imports_command as main; sys.exit(main())",
    ]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "path", sorted((ROOT / "app").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    first = path.read_text(encoding="utf-8").lstrip()
    assert first.startswith('"""'), f"{path} has no sentence that says what it is for"


def test_pins_name_no_addresses() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    lines = [line for line in pins.splitlines() if line and not line.startswith("#")]
    assert lines
    assert all("==" in line and "/" not in line and "@" not in line for line in lines)
