"""I6, I8, I11: the record is whole, leads to the present state, and every notice speaks of one of its lines."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef

from jianyi.journal.models import Line
from jianyi.procedure.words import Word
from jianyi.turn.models import Notice, Root
from jianyi.turn.tracks import by_name, under as tracks_under


AT_ONCE = 500


def the_record_leads_to_the_present() -> Iterator[str]:
    """The last line of every subject says where it stands, and there is a line for each of its steps; what a step of
    another track has laid out stands at its first stage without one."""
    for root, numbers in _in_parts():
        told: dict[str, tuple[int, str]] = {}
        lines = Line.objects.filter(root_id__in=numbers).order_by("root_id", "seq")
        for subject, stage in lines.values_list("subject", "stage"):
            told[subject] = (told.get(subject, (0, ""))[0] + 1, stage)
        for track in tracks_under(root):
            key = "id" if track.model is root else "root_id"
            rows = track.model._default_manager.filter(**{f"{key}__in": numbers}).values_list(
                "id", "stage", "version"
            )
            yield from _differing(str(track.model._meta.model_name), rows, told)


def _differing(name: str, rows: Any, told: dict[str, tuple[int, str]]) -> Iterator[str]:
    for number, stage, version in rows:
        steps, last = told.get(f"{name}/{number}", (0, ""))
        if not version and not steps and stage is _first_of(type(stage)):
            continue
        if last != stage.value:
            yield f"{name}/{number}：现处“{stage.label}”，记录停在“{last or '没有记录'}”"
        elif steps != version:
            yield f"{name}/{number}：办过 {version} 步，记录有 {steps} 行"


def _in_parts() -> Iterator[tuple[type[Root], list[int]]]:
    """Roots, some hundred at a time."""
    for root in dict.fromkeys(track.root for track in by_name().values()):
        numbers = root._default_manager.order_by("id").values_list("id", flat=True).iterator()
        for part in iter(lambda: list(islice(numbers, AT_ONCE)), []):  # noqa: B023 - used up within the loop
            yield root, part


def every_notice_has_its_step() -> Iterator[str]:
    same = Line.objects.filter(
        congress_id=OuterRef("congress_id"),
        root_id=OuterRef("root_id"),
        seq=OuterRef("seq"),
        action=OuterRef("action"),
    )
    for number in Notice.objects.filter(occasion="").exclude(Exists(same)).values_list("id", flat=True):
        yield f"通知 {number}：没有对应的办理记录"
    event = ("congress_id", "root_id", "seq", "occasion", "person_id", "duty", "organisation_id")
    for row in (
        Notice.objects.values(*event).annotate(n=Count("id")).filter(n__gt=1).order_by("root_id", "seq")
    ):
        yield f"事项 {row['root_id']} 第 {row['seq']} 步：同一人收到 {row['n']} 条通知"


def the_record_has_no_gap() -> Iterator[str]:
    """1, 2, 3 … up to where the root says it is."""
    for root, numbers in _in_parts():
        rows = (
            Line.objects.filter(root_id__in=numbers)
            .values_list("root_id")
            .annotate(Count("id"), Max("seq"))
            .order_by()
        )
        found = {number: (count, last) for number, count, last in rows}
        for number, seq in root._default_manager.filter(id__in=numbers).values_list("id", "seq"):
            if found.get(number, (0, 0)) != (seq, seq):
                yield f"{root._meta.model_name}/{number}：应有 {seq} 行记录，现有 {found.get(number, (0, 0))[0]} 行"


def _first_of(track: type[Word]) -> Word:
    return next(iter(track))
