"""Lines, seals and refusals. No foreign keys: they neither block a deletion nor die with it."""

from django.db import models

from jianyi.kit.rows import Row


class Line(Row):
    """`inside`: the unit whose own business it is; 0 for what every party of the case may read."""

    root_id = models.BigIntegerField()
    seq = models.PositiveIntegerField()
    at = models.CharField(max_length=40)
    stored_at = models.CharField(max_length=40)
    by = models.JSONField()
    action = models.CharField(max_length=32)
    subject = models.CharField(max_length=60)
    stage = models.CharField(max_length=32)
    inside = models.BigIntegerField(default=0)
    said = models.JSONField()
    hash = models.CharField(max_length=64)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "root_id", "seq"], name="one_line_per_seq"),
        ]


class Seal(Row):
    """A block of heads: [[root, seq, hash], …] as they stood, under a key outside the database."""

    seq = models.PositiveIntegerField()
    at = models.CharField(max_length=40)
    heads = models.JSONField()
    mac = models.CharField(max_length=64)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "seq"], name="one_seal_per_seq"),
        ]


class Refusal(Row):
    """What was refused; the same within a minute is one row with a count."""

    person = models.BigIntegerField()
    action = models.CharField(max_length=32)
    subject = models.CharField(max_length=60)
    code = models.CharField(max_length=32)
    reasons = models.JSONField()
    minute = models.CharField(max_length=16)
    count = models.PositiveIntegerField(default=1)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "person", "action", "subject", "code", "minute"],
                name="one_refusal_a_minute",
            ),
        ]
