"""What import-linter is told is what docs/architecture.md says; and the bare procedure needs nothing but Python."""

import subprocess
import sys
from pathlib import Path
from tomllib import loads


ROOT = Path(__file__).parents[2]
CONFIG = loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]


def contract(name):
    return next(each for each in CONFIG["contracts"] if each["name"] == name)


def test_every_area_stands_in_the_layers():
    named = {area.strip() for layer in contract("Only downward")["layers"] for area in layer.split("|")}
    areas = {path.name for path in (ROOT / "src/jianyi").iterdir() if (path / "__init__.py").exists()}
    assert named == areas and contract("Only downward")["exhaustive"]


def test_every_area_stands_on_the_page_about_the_house():
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    areas = {path.name for path in (ROOT / "src/jianyi").iterdir() if (path / "__init__.py").exists()}
    assert not {area for area in areas if f"{area}/" not in page}


def test_the_procedure_runs_where_nothing_is_installed():
    said = "import sys; sys.path.insert(0, 'src'); import jianyi.procedure.steps, jianyi.procedure.permit, jianyi.procedure.places"
    run = subprocess.run(
        [sys.executable, "-S", "-c", said], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
