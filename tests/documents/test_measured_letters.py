"""The measured share of real letters recognised; skips where the letters are not at hand."""

import importlib.util
import os
from pathlib import Path

import pytest


ROOT = Path(__file__).resolve().parents[2]
LETTERS = Path(os.environ.get("JIANYI_LETTERS") or ROOT.parent / "shared" / "data" / "letters")


@pytest.fixture
def importing():
    spec = importlib.util.spec_from_file_location("importing", ROOT / "benchmarks" / "importing.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not LETTERS.is_dir(), reason="the real letters are not at hand")
def test_at_least_95_of_100_real_letters_are_right(importing):
    records = importing.truth([LETTERS.parent])
    files = [file for file in sorted(LETTERS.iterdir()) if file.stem in records]
    wrong = [file.name for file in files if not all(importing.judged(file, records[file.stem])[0].values())]
    assert len(wrong) <= 0.05 * len(files), wrong


def test_without_letters_the_measurement_says_so_and_succeeds(importing, tmp_path, capsys):
    assert importing.main([str(tmp_path / "absent")]) == 0
    assert "absent" in capsys.readouterr().out
