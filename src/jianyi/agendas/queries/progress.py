"""The parts of a progress meeting: what the last one decided, what lags, what is about to be due, key suggestions, promises, disagreements,
and how often its leader has met this year (forms.md F28; 源 W1)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from jianyi.cadence.queries.slow import Slow, coming, slow
from jianyi.cases.models import Handling, Negotiation, Promise, Return
from jianyi.cases.models.handlings import OVER
from jianyi.cases.queries.promises import listed
from jianyi.cases.sight import may_see_handling
from jianyi.fieldwork.models import Meeting, Resolution
from jianyi.fieldwork.queries.figures import Share, leaders
from jianyi.fieldwork.queries.meetings import BINDING, HAPPENED, MeetingFile, file as meeting_file
from jianyi.kit import clock
from jianyi.parties.queries import names
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import TOPICS
from jianyi.procedure.lagging import WHATS

from ..parts import MOST, Cells, Part, part


TALKING = (w.Negotiation.RAISED, w.Negotiation.ARGUED, w.Negotiation.PUT_UP)
ASKED = (w.Return.PREPARED, w.Return.ASKED)


def parts(file: MeetingFile, soon: int) -> Iterable[Part]:
    unit, by = file.meeting.unit_id or 0, at_home(file)
    until = clock.today() + timedelta(days=soon)
    lagging, near = slow(by=by, unit=unit), coming(by=by, until=until, unit=unit)
    yield _carried(file)
    yield part("slow", "滞后的事项", "逐项研究滞后的 {n} 项", SLOW, [_slow(row) for row in lagging])
    yield part(
        "soon",
        f"{soon} 日内到期的事项",
        f"提示 {soon} 日内到期的 {{n}} 项",
        SOON,
        [_near(row) for row in near],
    )
    yield _key(unit, by)
    yield _promises(by)
    yield _apart(unit, by)
    yield from _leader(file, by)


def at_home(file: MeetingFile) -> Actor:
    """The reader as far as they work in the unit that meets: what they know from another house is none of its business."""
    unit, by = file.meeting.unit_id, file.by
    own = frozenset(
        post for post in by.posts if unit in (post.organisation, by.unit_of.get(post.organisation))
    )
    return replace(by, posts=own) if own else by


SLOW, SOON = "编号 标题 事项 责任处室 责任人 超期（工作日） 情况", "编号 标题 事项 责任处室 责任人 期限"


def _slow(row: Slow) -> Cells:
    return (
        row.no,
        row.title,
        row.label,
        row.division_name,
        row.responsible_name,
        str(row.working_days),
        row.fact,
    )


def _near(row: Slow) -> Cells:
    return row.no, row.title, WHATS[row.criterion], row.division_name, row.responsible_name, _day(row.due)


def _day(day: date | None) -> str:
    return f"{day.month} 月 {day.day} 日" if day else ""


def _carried(file: MeetingFile) -> Part:
    """What the progress meeting of the same house before this one decided, and how it stands: for those who held that one too."""
    before = _before(file.meeting)
    seen = meeting_file(before.id, by=file.by) if before else None
    last = before if seen and seen.is_host else None
    rows = Resolution.objects.filter(
        congress_id=file.by.congress, root_id=last.id if last else 0, stage__in=BINDING
    )
    found = list(rows.order_by("id"))
    known = names(file.by.congress, {row.owner_id for row in found})
    today = clock.today()
    cells: list[Cells] = [
        (row.text, known.get(row.owner_id, ""), _day(row.due), "逾期" if _is_late(row, today) else row.stage.label) for row in found
    ]  # fmt: skip
    done = sum(row.stage is w.Resolution.REACHED for row in found)
    note = f"已落实 {done}/{len(found)}" if found else ""
    line = f"听取上次会议议定事项的落实情况（{note}）"
    return part("carried", "上次会议议定事项", line, "议定事项 责任人 期限 状态", cells, note)


def _is_late(row: Resolution, today: date) -> bool:
    return row.stage is w.Resolution.IN_FORCE and row.due is not None and row.due < today


def _before(meeting: Meeting) -> Meeting | None:
    rows = Meeting.objects.filter(
        congress_id=meeting.congress_id, unit_id=meeting.unit_id, kind=meeting.kind, stage__in=HAPPENED
    )
    if meeting.starts_at:
        rows = rows.filter(starts_at__lt=meeting.starts_at)
    return rows.exclude(id=meeting.id).order_by("-starts_at", "-id").first()


def _key(unit: int, by: Actor) -> Part:
    rows = Handling.objects.filter(may_see_handling(by), root__key=True).exclude(
        stage__in=[w.Handling.NAMED, w.Handling.DELIVERED, *OVER]
    )
    rows = rows.filter(unit_id=unit) if unit else rows
    tasks = rows.select_related("root", "unit", "leading_leader").order_by(
        "root__between", "root__number", "id"
    )
    cells: list[Cells] = [
        (
            task.root.no, task.root.title, f"{task.unit.known_as}（{task.role.label}）", task.root.supervising_leader,
            task.leading_leader.name if task.leading_leader else "未定", task.stage.label,
        )
        for task in tasks[: 5 * MOST]
    ]  # fmt: skip
    return part(
        "key",
        "重点督办的建议",
        "听取重点督办 {n} 件的办理进展",
        "编号 标题 单位 督办领导 领衔领导 进展",
        cells,
    )


def _promises(by: Actor) -> Part:
    """Late ones, and those due within thirty days: of the house, or of all."""
    rows: list[Promise] = [
        row for which in ("late", "soon") for row in listed(by=by, part=which, size=MOST).rows
    ]
    cells: list[Cells] = [
        (row.root.no, row.item, row.unit.known_as, _day(row.due), "逾期" if row.is_late else row.stage.label) for row in rows
    ]  # fmt: skip
    return part(
        "promises", "到期的承诺", "研究逾期和三十日内到期的承诺 {n} 项", "建议 承诺 单位 期限 状态", cells
    )


def _apart(unit: int, by: Actor) -> Part:
    """Where units do not agree, or one says that it is not its business."""
    tasks = Handling.objects.filter(may_see_handling(by)).exclude(stage=w.Handling.NAMED)
    tasks = tasks.filter(unit_id=unit) if unit else tasks
    numbers = tasks.values("id")
    returns = Return.objects.filter(congress_id=by.congress, handling_id__in=numbers, stage__in=ASKED)
    talks = Negotiation.objects.filter(congress_id=by.congress, handling_id__in=numbers, stage__in=TALKING)
    cells: list[Cells] = [
        (row.root.no, row.root.title, f"申请退回，建议改由{row.proposed.known_as if row.proposed else '其他单位'}办理", row.stage.label)
        for row in returns.select_related("root", "proposed").order_by("id")[:MOST]
    ]  # fmt: skip
    cells += [
        (row.root.no, row.root.title, f"与{row.other.known_as if row.other else ''}协商：{TOPICS.get(row.topic, '')}", row.stage.label)
        for row in talks.select_related("root", "other").order_by("id")[:MOST]
    ]  # fmt: skip
    return part("apart", "有分歧的事项", "研究有分歧的 {n} 项", "编号 标题 分歧 进展", cells)


def _leader(file: MeetingFile, by: Actor) -> Iterable[Part]:
    """Of a unit's own meeting: how often each of its leaders has attended, out of what is asked for."""
    if not file.meeting.unit_id:
        return
    year = (file.meeting.day or clock.today()).year
    cells: list[Cells] = [
        (row.name, *(f"{share.n}/{share.of}" if share.of else str(share.n) for share in row.shares), _lacks(row.shares))
        for row in leaders(year, by=by)
    ]  # fmt: skip
    yield part("leaders", f"{year} 年领导参加会议的次数", "", "领导 交办会 调度会 还缺", cells)


def _lacks(shares: Iterable[Share]) -> str:
    told = [f"{share.label} {share.lacking} 次" for share in shares if share.lacking]
    return "、".join(told) or "已满"
