"""I1: no suggestion is lost and no number given twice. I2: somebody is answerable for everything that is open."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, QuerySet

from jianyi.parties.facts import posts_at_work
from jianyi.parties.models import Organisation
from jianyi.procedure import words as w
from jianyi.procedure.words import Duty, Role
from jianyi.turn.models import Series

from ..models import Handling, Suggestion
from ..models.handlings import OVER
from ..models.seats import GIVEN


UNNUMBERED = (
    w.Suggestion.DRAFT, w.Suggestion.AT_DELEGATION, w.Suggestion.SUBMITTED, w.Suggestion.RETURNED, w.Suggestion.LETTER,
    w.Suggestion.REFERENCE, w.Suggestion.WITHDRAWN,
)  # fmt: skip


def every_number_is_given_once() -> Iterator[str]:
    """1, 2, 3 … within each sitting, none missing, none twice; what was merged says into what."""
    numbered = Suggestion.objects.exclude(number=None)
    groups = numbered.values("congress_id", "sitting_id", "between")
    for row in groups.annotate(
        n=Count("id"), each=Count("number", distinct=True), last=Max("number")
    ).order_by("sitting_id"):
        name = f"suggestions {row['sitting_id']} {'between' if row['between'] else 'in'}"
        given = (
            Series.objects.filter(congress_id=row["congress_id"], name=name)
            .values_list("last", flat=True)
            .first()
        )
        if not row["n"] == row["each"] == row["last"] == given:
            yield f"会次 {row['sitting_id']}：登记 {row['n']} 件，最大编号 {row['last']}，已发到 {given}"
    for number in (
        Suggestion.objects.filter(number=None).exclude(stage__in=UNNUMBERED).values_list("id", flat=True)
    ):
        yield f"建议 {number}：已登记却没有编号"
    yield from _merged()


def _merged() -> Iterator[str]:
    there = Suggestion.objects.filter(congress_id=OuterRef("congress_id"), id=OuterRef("merged_into_id"))
    merged = Suggestion.objects.filter(stage=w.Suggestion.MERGED)
    for number in merged.exclude(Exists(there.exclude(id=OuterRef("id")))).values_list("id", flat=True):
        yield f"建议 {number}：已并入，却没有并入的件"
    for number in (
        Suggestion.objects.exclude(stage=w.Suggestion.MERGED)
        .exclude(merged_into_id=None)
        .values_list("id", flat=True)
    ):
        yield f"建议 {number}：记有并入的件，却没有并入"


def every_open_case_is_owned() -> Iterator[str]:
    """One unit leads, or several handle their parts; each has an office, and its case officer still works there."""
    live = Handling.objects.filter(root__stage=w.Suggestion.HANDED_OVER, dropped=False).exclude(
        stage__in=OVER
    )
    answering = _answering(live.exclude(role=Role.CO))
    for number in Suggestion.objects.filter(stage=w.Suggestion.HANDED_OVER).values_list("id", flat=True):
        roles = sorted(role.value for role, _ in answering.get(number, {}).values())
        if roles not in (["sole"], ["lead"]) and (len(roles) < 2 or set(roles) != {"separate"}):
            yield f"建议 {number}：承办单位不成立（{'、'.join(roles) or '没有'}）"
    for congress in Organisation.objects.values_list("congress_id", flat=True).distinct().order_by():
        yield from _held(congress)


def _answering(tasks: QuerySet[Handling]) -> dict[int, dict[int, tuple[Any, int]]]:
    """suggestion → unit → role and round. Whoever leads a later round may be another unit than led before: the later one counts."""
    found: dict[int, dict[int, tuple[Any, int]]] = defaultdict(dict)
    rows: Any = tasks.order_by("round").values_list("root_id", "unit_id", "role", "round")
    for root, unit, role, nth in rows:
        before = found[root]
        if role is not Role.SEPARATE:
            before = {
                house: told for house, told in before.items() if told[0] is Role.SEPARATE or told[1] == nth
            }
        found[root] = before | {unit: (role, nth)}
    return found


def _held(congress: int) -> Iterator[str]:
    working = posts_at_work(congress)
    posts: Any = working.values_list("root_id", "root__parent_id", "person_id", "duty")
    offices = {where for where, _, _, duty in posts if duty is Duty.UNIT_OFFICE}
    within = {(unit, person) for where, parent, person, _ in posts for unit in (where, parent)}
    open_ = Handling.objects.filter(congress_id=congress, root__stage=w.Suggestion.HANDED_OVER).exclude(
        stage__in=OVER
    )
    for row in open_.exclude(stage__in=(w.Handling.DELIVERED, w.Handling.WAIVED)).annotate(
        unit_stage=F("unit__stage")
    ):
        yield from _answerable(row, offices, within)


def _answerable(row: Any, offices: set[int], within: set[tuple[int | None, int]]) -> Iterator[str]:
    if row.unit_stage != w.Organisation.ACTIVE or row.unit_id not in offices:
        yield f"承办任务 {row.id}：承办单位已撤销，或者办公室无人"
    if row.stage in GIVEN and (row.unit_id, row.officer_id) not in within:
        yield f"承办任务 {row.id}：经办人已不在该单位任职"
