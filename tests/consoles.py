"""The `jianyi` command in a process of its own, on a data directory of its own."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


ROOT = Path(__file__).parents[1]


@dataclass
class Home:
    """One installation. `call` runs the command in it."""

    path: Path

    def environment(self, **more: str) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("JIANYI_")}
        return {
            **kept,
            "JIANYI_HOME": str(self.path),
            "PYTHONPATH": str(ROOT / "src"),
            "PYTHONUTF8": "1",
            **more,
        }

    def call(self, *words: str, said: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "jianyi.console", *map(str, words)]
        return subprocess.run(
            command,
            cwd=ROOT,
            env=self.environment(**more),
            input=said,
            capture_output=True,
            text=True,
            timeout=600,
        )

    def told(self, *words: str) -> dict:
        """What a command that reports says as JSON."""
        return json.loads(self.call(*words, "--json").stdout)

    @property
    def database(self) -> Path:
        return self.path / "jianyi.sqlite3"

    def copied(self, to: Path) -> "Home":
        shutil.copytree(self.path, to)
        return Home(to)
