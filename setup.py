"""Puts the playbooks that ship into the wheel, beside the program; all else is in pyproject.toml."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithPlaybooks(build_py):
    """In the source tree, and so where it is installed editable, they lie in ``playbooks``; in a wheel in ``app/shipped``."""

    def run(self) -> None:
        """Builds the packages and copies the playbooks."""
        super().run()
        if getattr(self, "editable_mode", False):
            return
        target = Path(self.build_lib) / "app" / "shipped"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(Path(__file__).parent / "playbooks", target)


setup(cmdclass={"build_py": BuildWithPlaybooks})
