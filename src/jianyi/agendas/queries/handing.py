"""The parts of a hand-over meeting: what is handed over, who gets how much, what was promised last year and how far it is kept (S1.6)."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from jianyi.cases.models import Handling
from jianyi.cases.models.handlings import OVER
from jianyi.cases.queries import handover
from jianyi.cases.queries.promises import kept
from jianyi.cases.sight import may_see_handling
from jianyi.fieldwork.queries.meetings import MeetingFile
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..parts import Cells, Part, part
from .progress import at_home


HEAD = "编号 标题 承办单位"


def parts(file: MeetingFile) -> Iterable[Part]:
    """Of the batch where the congress hands over; else of what the unit was handed over in the year."""
    day = file.meeting.day or clock.today()
    if file.batch is not None:
        yield from _of_batch(file)
    elif file.meeting.unit_id:
        yield from _of_unit(file.meeting.unit_id, day.year, by=file.by)
    yield _promised(day.year - 1, by=at_home(file))


def _of_batch(file: MeetingFile) -> Iterable[Part]:
    batch = file.batch
    found = handover.full_list(batch, by=file.by) if batch else None
    if batch is None or found is None:
        return
    of: dict[str, list[str]] = {}
    titles = {line.no: line.title for line in found.lines}
    for line in found.lines:
        of.setdefault(line.no, []).append(f"{line.unit}（{line.role.label}）")
    items: list[Cells] = [(no, titles[no], "、".join(units)) for no, units in of.items()]
    yield part("items", "交办的建议", "通报本次交办的 {n} 件建议", HEAD, items, found.totals.told)
    tasks: list[Cells] = [
        (told.unit, str(told.totals.tasks), str(told.totals.leads), str(told.totals.co), str(told.totals.separate))
        for _, told in handover.per_unit(batch, by=file.by)
    ]  # fmt: skip
    line = f"向 {{n}} 个单位交办 {found.totals.tasks} 条任务"
    yield part("tasks", "各单位的任务", line, "单位 任务 主办（含单办） 会办 分别办理", tasks)


def _of_unit(unit: int, year: int, *, by: Actor) -> Iterable[Part]:
    rows = Handling.objects.filter(
        may_see_handling(by), unit_id=unit, round=1,
        handed_over_at__gte=clock.midnight(date(year, 1, 1)), handed_over_at__lt=clock.midnight(date(year + 1, 1, 1)),
    ).exclude(stage__in=[w.Handling.NAMED, *OVER])  # fmt: skip
    tasks = list(rows.select_related("root", "division").order_by("root__between", "root__number", "id"))
    items: list[Cells] = [(task.root.no, task.root.title, _house(task)) for task in tasks]
    yield part("items", "本单位承办的建议", "通报本年承办的 {n} 件建议", "编号 标题 承办处室", items)
    counted = Counter(_house(task) for task in tasks)
    divisions: list[Cells] = [(name, str(n)) for name, n in counted.most_common()]
    yield part("tasks", "各处室的任务", f"向 {{n}} 个处室明确 {len(tasks)} 件任务", "处室 件数", divisions)


def _house(task: Handling) -> str:
    return (
        f"{task.division.known_as}（{task.role.label}）" if task.division else f"待分办（{task.role.label}）"
    )


def _promised(year: int, *, by: Actor) -> Part:
    """Of the promises whose day was in the year before: how many were kept; numerator and denominator."""
    told = kept(year, by=by)
    row: Cells = (str(told.due.number), str(told.done.number), str(told.late.number), str(told.unkept.number))
    rows = [row] if told.due.number else []
    line = f"通报 {year} 年到期承诺的兑现情况（已落实 {told.done.number}/{told.due.number}）"
    return part("promised", f"{year} 年到期的承诺", line, "到期 已落实 逾期未落实 不能落实", rows)
