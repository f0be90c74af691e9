"""A row for each job of the clock: of the whole installation, of no congress."""

from django.db import models

from jianyi.kit.rows import Row


class Beat(Row):
    """When a job last began, ended, failed and with what words; `watermark`: up to where it has come; `holder`: the process
    that runs it now, until `leased_until` at the latest. Rows have no congress (0)."""

    name = models.CharField(max_length=40)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=300, blank=True)
    done = models.PositiveIntegerField(default=0)
    watermark = models.CharField(max_length=40, blank=True)
    holder = models.CharField(max_length=80, blank=True)
    leased_until = models.DateTimeField(null=True)

    class Meta(Row.Meta):
        constraints = [*Row.Meta.constraints, models.UniqueConstraint(fields=["name"], name="one_beat_a_job")]
