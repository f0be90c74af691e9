"""The same data, the same bytes: a reprint is the paper that was sent, and its hash proves it."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from jianyi.documents.letters.document import Picture, Sheet
from jianyi.documents.letters.laid import digest, sm3
from jianyi.documents.letters.typesetting import pdf
from jianyi.documents.letters.word import docx
from lettering import letter, long_table, paragraphs


TESTS = Path(__file__).parents[2]
SAYING = """
import django; django.setup()
from lettering import letter
from jianyi.documents.letters.typesetting import pdf
from jianyi.documents.letters.word import docx
from jianyi.documents.letters.laid import digest
print(pdf(letter()).digest, docx(letter()).digest, digest(letter()))
"""


def said_by_another_process(tmp_path, **more):
    env = {
        **os.environ, "PYTHONPATH": f"{TESTS.parent / 'src'}{os.pathsep}{TESTS}", "JIANYI_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "jianyi.site.settings", **more,
    }  # fmt: skip
    run = subprocess.run([sys.executable, "-c", SAYING], env=env, capture_output=True, text=True, check=True)
    return run.stdout.split()


def test_other_processes_other_days_other_zones_give_the_same_bytes(tmp_path):
    here = [pdf(letter()).digest, docx(letter()).digest, digest(letter())]
    assert said_by_another_process(tmp_path, PYTHONHASHSEED="7", TZ="America/New_York") == here


def test_forms_too():
    sheet = Sheet("交办清单", (long_table(40, 6),), landscape=True)
    assert pdf(sheet).content == pdf(sheet).content and docx(sheet).content == docx(sheet).content


def test_what_is_drawn_in_between_leaves_no_trace():
    first = pdf(letter()).digest
    pdf(letter(body=paragraphs(30)))
    assert pdf(letter()).digest == first


def test_the_digest_is_that_of_the_bytes():
    drawn = pdf(letter())
    assert drawn.digest == sm3(drawn.content) and len(drawn.digest) == 64


@pytest.mark.parametrize(
    "changed",
    [
        {"mark": "B"},
        {"template_version": "2026.2"},
        {"copies": ()},
        {"letterhead_image": Picture(b"x", "png", 2, 1)},
    ],
)
def test_whatever_changes_changes_the_digest_of_the_data(changed):
    assert digest(replace(letter(), **changed)) != digest(letter())
