"""What a reader keeps of a register: which rows, which columns, in what order."""

from django.db import models

from jianyi.kit.rows import Row


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
