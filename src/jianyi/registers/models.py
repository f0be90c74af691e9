"""What a reader keeps of a register: which rows, which columns, in what order; and what a house notes on a row."""

from typing import Self

from django.db import models

from jianyi.cases.models import Handling
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.procedure import words
from jianyi.turn.models import Root


# Whose a note is.
HOUSES = {"unit": "本单位", "congress": "人大机关", "government": "政府办公厅（室）"}


class Note(Root):
    """A root of its own: it is no part of the case, and nobody who works on the case waits for it. `house`: one of HOUSES; `unit_id`:
    which unit wrote it, 0 of other houses: what one noted does not pass with the task to another."""

    stage = WordField(words.Note)
    handling = Within(Handling)
    handling_id: int
    house = models.CharField(max_length=12)
    unit_id = models.BigIntegerField(default=0)
    text = models.CharField(max_length=200, blank=True)

    class Meta(Root.Meta):
        constraints = [
            *Root.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "handling_id", "house", "unit_id"], name="one_note_of_a_house"
            ),
        ]

    @classmethod
    def of(cls, handling: Handling, house: str) -> Self:
        unit = handling.unit_id if house == "unit" else 0
        return cls(
            congress_id=handling.congress_id, place=handling.root.place, handling=handling, house=house, unit_id=unit,
        )  # fmt: skip

    @property
    def inside(self) -> int:
        return self.unit_id or self.congress_id

    @property
    def title(self) -> str:
        return f"第{self.handling.root.no}号建议的台账备注"


class Layout(Row):
    """A preference of its owner, no fact of any case. `register`: of which table; `conditions`: as they stand in an address;
    `house_id`: where the owner works, whose people may use it too when it is `shared`."""

    owner_id = models.BigIntegerField()
    house_id = models.BigIntegerField(default=0)
    shared = models.BooleanField(default=False)
    register = models.CharField(max_length=12)
    name = models.CharField(max_length=30)
    conditions = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    order = models.CharField(max_length=12, blank=True)
    parts = models.CharField(max_length=12, blank=True)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "owner_id", "register", "name"], name="one_layout_of_a_name"
            ),
        ]
        indexes = [models.Index(fields=["congress_id", "house_id", "register"], name="layouts_of_house")]
