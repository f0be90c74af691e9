"""How many replies left without the deputy having been shown the draft, by an exemption; out of how many."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q

from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Role
from jianyi.procedure.words.duties import WHOLE_UNIT

from ..models import Consultation, Paper
from ..sight import is_office


@dataclass(frozen=True)
class Exempted:
    """Of `of` replies that a unit sent in a year, `n` had an exemption that was approved."""

    unit: int
    name: str
    n: int
    of: int


def exempted(year: int, *, by: Actor) -> list[Exempted]:
    """Every unit that replied for the congress's own bodies, the one with the most exemptions first; their own for the
    office and the leaders of a unit; nothing for anybody else."""
    first, next_ = (clock.midnight(date(each, 1, 1)) for each in (year, year + 1))
    rows = Paper.objects.filter(
        congress_id=by.congress, stage=w.Paper.SENT, sent_at__gte=first, sent_at__lt=next_
    ).exclude(handling__role=Role.CO)
    if not is_office(by):
        rows = rows.filter(handling__unit_id__in=by.where(*WHOLE_UNIT))
    approved = Consultation.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("root_id"), paper_id=OuterRef("id"), stage=w.Consultation.EXEMPTED
    )  # fmt: skip
    found = rows.values_list("handling__unit_id", "handling__unit__name").annotate(
        n=Count("id", filter=Q(Exists(approved))), replies=Count("id")
    )
    return sorted((Exempted(*row) for row in found), key=lambda row: (-row.n, row.name))
