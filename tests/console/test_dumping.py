"""The rows as they are carried where the database is no file: out, and in again the same."""

import pytest
from django.apps import apps

from jianyi.console.dumping import dump, load, models


def everything():
    return {model: sorted(model.objects.values_list(), key=lambda row: row[0]) for model in models()}


# The dump opens a transaction of its own, at one instant of the database.
@pytest.mark.django_db(transaction=True)
def test_every_row_comes_back_as_it_was(world, tmp_path):
    world.rated("dissatisfied")
    file, before = tmp_path / "rows.jsonl", everything()
    dump(file)
    for model in models():
        model.objects.all().delete()
    load(file)
    assert everything() == before
    assert sum(map(len, before.values())) > 100


def test_sessions_are_not_carried():
    assert apps.get_model("sessions", "Session") not in models()
