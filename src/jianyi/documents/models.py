"""Stored files: content-addressed, so the same bytes are kept once."""

from django.db import models

from jianyi.kit.rows import Row


class File(Row):
    """`digest`: SM3 of the content, also its place in the store; `size` in bytes."""

    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    kind = models.CharField(max_length=80)
    owner_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta(Row.Meta):
        indexes = [models.Index(fields=["congress_id", "digest"], name="files_by_digest")]
