"""Pairs of characters of the titles: Chinese is written without gaps, so a word in a title is found by the pairs it is
made of. A column cannot be looked up by its middle: this is its index, kept by the steps that change a title."""

from itertools import pairwise

from django.db import models

from jianyi.kit.rows import Row


def pairs_of(text: str) -> set[str]:
    """Every two characters that stand side by side, capitals as small letters; none of a single character."""
    return {a + b for a, b in pairwise(text.casefold())}


class TitlePair(Row):
    """One pair that the title of one suggestion has, once however often it has it."""

    pair = models.CharField(max_length=2)
    root_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["congress_id", "pair", "root_id"], name="a_title_has_a_pair_once")
        ]
        indexes = [models.Index(fields=["congress_id", "root_id"], name="pairs_of_case")]
