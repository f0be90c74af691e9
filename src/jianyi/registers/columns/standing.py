"""What a suggestion is, who handles it until when, and who of the unit answers for it (F23: blocks S, A, R)."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Count, Min

from jianyi.cases.models import Handling, Invitation, Milestone
from jianyi.cases.models.seats import SEATS
from jianyi.kit import clock
from jianyi.parties.models import Post
from jianyi.parties.queries import held_posts, names, organisation_names
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import KINDS
from jianyi.procedure.lagging import past
from jianyi.procedure.words import Duty, Limit, Role
from jianyi.turn.days import days_of

from .column import HIDDEN, Cell, Column, Group, Rows, Told, day


ABOVE = {Duty.PRINCIPAL: "principal", Duty.OFFICE_LEADER: "office_leader"}


def _mark(is_so: bool) -> str:
    return "是" if is_so else ""


def _identity(rows: Rows) -> Told:
    asked = Invitation.objects.filter(
        congress_id=rows.by.congress, root_id__in=list(rows.cases), stage=w.Invitation.CONFIRMED
    )
    signers = dict(asked.values("root_id").annotate(n=Count("id")).values_list("root_id", "n"))
    return {row.id: _of_case(row, rows, signers.get(row.root_id, 0)) for row in rows.tasks}


def _of_case(row: Handling, rows: Rows, signers: int) -> dict[str, Cell]:
    case, hides = row.root, rows.hides(row)
    return {
        "no": case.no, "title": case.title, "sitting": "闭会期间" if case.between else case.sitting.label,
        "period": "闭会期间" if case.between else "大会期间", "kind": KINDS.get(case.kind, ""), "category": case.category,
        "lead": HIDDEN if hides else case.lead.name, "signers": None if hides else signers,
        "delegation": HIDDEN if hides else case.delegation.name if case.delegation else "", "key": _mark(case.key), "major": _mark(row.major),
        "confidential": _mark(case.confidential),
    }  # fmt: skip


IDENTITY = Group("identity", "建议标识", (
    Column("no", "建议编号", 9), Column("title", "标题", 34), Column("sitting", "届次", 18), Column("period", "提出时段", 10),
    Column("kind", "类别", 8), Column("category", "内容分类", 12), Column("lead", "领衔代表", 10), Column("signers", "附议人数", 9),
    Column("delegation", "代表团", 14), Column("key", "重点督办", 9), Column("major", "重大", 6), Column("confidential", "保密", 6),
), _identity)  # fmt: skip


def _allotted(rows: Rows) -> Told:
    watching = {case.supervising_committee_id for case in rows.cases.values()} - {None}
    committees = organisation_names(rows.by.congress, watching) if watching else {}
    return {row.id: _of_task(row, rows, committees) for row in rows.tasks}


def _of_task(row: Handling, rows: Rows, committees: Mapping[int, str]) -> dict[str, Cell]:
    due = {limit: each.due_on for limit, each in rows.clocks[row.id].items()}
    committee = row.root.supervising_committee_id or 0
    others = [each for each in rows.beside.get(row.root_id, ()) if each.id != row.id]
    return {
        "unit": row.unit.name, "role": row.role.label, "scope": row.scope, "stage": row.stage.label, "round": row.round,
        "handed_over_on": day(row.handed_over_at), "contact_due": due.get(Limit.CONTACT),
        "co_due": due.get(Limit.CO_AGAIN) or due.get(Limit.CO_OPINION),
        "reply_due": due.get(Limit.REHANDLE) or due.get(Limit.REPLY),
        "lead_unit": _units(others, (Role.LEAD, Role.SOLE)), "others": _units(others, (Role.CO, Role.SEPARATE)),
        "committee": committees.get(committee, ""),
    }  # fmt: skip


def _units(tasks: Iterable[Handling], roles: tuple[Role, ...]) -> str:
    named = (row.unit.known_as for row in tasks if row.role in roles and row.stage is not w.Handling.MOVED)
    return "、".join(dict.fromkeys(named))


ALLOTTED = Group("allotted", "承办任务", (
    Column("unit", "承办单位", 18), Column("role", "承办方式", 9), Column("scope", "承办内容", 20), Column("stage", "任务状态", 11), Column("round", "轮次", 6),
    Column("handed_over_on", "交办日", 11), Column("contact_due", "首次沟通期限", 12), Column("co_due", "会办期限", 11), Column("reply_due", "答复期限", 11),
    Column("lead_unit", "主办单位", 14), Column("others", "会办/分别办理单位", 18),
    Column("committee", "上级督办主体", 16),
), _allotted)  # fmt: skip


def _next(rows: Rows) -> Told:
    """The day that comes next, or has passed first: as a list of work shows it. The days of a plan are the unit's own."""
    late = Milestone.objects.filter(
        Milestone.are_late(), congress_id=rows.by.congress, handling_id__in=rows.own
    )
    stones = dict(late.values("handling_id").annotate(day=Min("day")).values_list("handling_id", "day"))
    return {row.id: _running(row, rows, stones.get(row.id)) for row in rows.tasks}


def _running(row: Handling, rows: Rows, stone: date | None) -> dict[str, Cell]:
    found = [rows.clocks[row.id].get(limit) for limit in w.WATCHED]
    open_ = sorted((each for each in found if each and each.ended_at is None), key=lambda each: each.due_at)
    told: dict[str, Cell] = {"next": open_[0].limit.label, "due": open_[0].due_on} if open_ else {}
    late = [(each.due_on, each.limit.label) for each in open_ if each.due_at <= clock.now()]
    late += [(stone, Limit.MILESTONE.label)] if stone else []
    if late:
        beyond = past(min(late)[0], clock.last_day(clock.now()), days_of(row.congress_id))
        told |= {
            "late": "、".join(label for _, label in late), "late_days": beyond.days, "late_working_days": beyond.working_days,
        }  # fmt: skip
    return told


NEXT = Group("next", "期限", (
    Column("next", "最近期限事项", 12), Column("due", "最近期限", 11), Column("late", "逾期事项", 14), Column("late_days", "超自然日", 9),
    Column("late_working_days", "超工作日", 9),
), _next)  # fmt: skip


def _answering(rows: Rows) -> Told:
    congress, read = rows.by.congress, [row for row in rows.tasks if row.id in rows.read]
    people = names(congress, {getattr(row, seat) for row in read for seat in SEATS} - {None})
    houses = organisation_names(congress, {number for row in read for number in _divisions(row)})
    above = _above(rows, {row.unit_id for row in read})
    return {row.id: _chain(row, people, houses) | above.get(row.unit_id, {}) for row in read}


def _divisions(row: Handling) -> list[int]:
    return [*([row.division_id] if row.division_id else []), *row.assisting]


def _chain(row: Handling, people: Mapping[int, str], houses: Mapping[int, str]) -> dict[str, Cell]:
    return {
        "leader": people.get(row.leader_id or 0, ""), "head": people.get(row.head_id or 0, ""), "officer": people.get(row.officer_id or 0, ""),
        "division": houses.get(row.division_id or 0, ""), "leading_leader": people.get(row.leading_leader_id or 0, ""),
        "assisting": "、".join(houses.get(number, "") for number in row.assisting),
    }  # fmt: skip


def _above(rows: Rows, units: set[int]) -> dict[int, dict[str, Cell]]:
    """unit → who answers for all of it, and who draws it together: by their posts of today."""
    posts = held_posts(rows.by.congress).filter(root_id__in=units, duty__in=list(ABOVE))
    found: dict[int, dict[str, Cell]] = {}
    post: Post
    for post in posts.select_related("person").order_by("-id"):
        found.setdefault(post.root_id, {})[ABOVE[post.duty]] = post.person.name
    return found


ANSWERING = Group("answering", "责任链", (
    Column("principal", "主要负责人", 11), Column("office_leader", "分管办公室领导", 14), Column("leader", "责任厅领导", 11),
    Column("head", "责任处领导", 11), Column("officer", "具体经办人", 11), Column("division", "牵头处室", 14), Column("assisting", "配合处室", 16),
    Column("leading_leader", "领衔领导", 10),
), _answering, inside=True)  # fmt: skip
