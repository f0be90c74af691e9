"""What the four departments handle together: one group in the middle of its work, one ended, one given up, one that lost a member."""

from collections.abc import Sequence
from datetime import date

from jianyi.cases.commands import suggestions
from jianyi.cases.models import Contact, Handling, Invitation, Paper, Plan, Suggestion, Withdrawal
from jianyi.documents.store import keep
from jianyi.fieldwork.models import Meeting
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Because, Finding, Grouping, Kept, MeetingNamed, Pledging, SharedText
from jianyi.themes import due
from jianyi.themes.commands import problems, themes
from jianyi.themes.fresh import fresh
from jianyi.themes.models import Member, Problem, Theme

from .agenda import worked
from .founding import Province, Unit
from .scene import at


SHARED = (
    "今年春季，我单位由分管领导带队，对这一类建议反映的问题开展了集中调研，并邀请有关代表参加。\n"
    "针对共性问题，已统一制定服务和管护标准，列入年度重点工作，每月调度。"
)
FOUND = (
    "服务设施标识不清 = 统一设计、分批更换",
    "日常管护责任不明 = 签订管护协议，公示责任人",
    "投诉渠道不畅 = 开通统一受理电话",
    "专业人员不足 = 分两期开展培训",
    "改造资金没有着落 = 纳入明年预算申报",
    "台账口径不一致 = 统一报表",
)
PROOF = "虚构数据：这里应为整改前后照片和验收记录。".encode()
NAMES = ("公共服务设施管护", "资源调查和保护", "乡村人居环境", "民生服务便利化")


class Group:
    """One unit's group of this year, made when its research was over."""

    def __init__(self, province: Province, unit: Unit, n: int) -> None:
        self.province, self.unit, self.n = province, unit, n
        self.owner = unit.divisions[0].officer
        self.today = clock.today()

    def made(self, tasks: Sequence[Handling]) -> Theme:
        said = Grouping(
            NAMES[self.n % len(NAMES)], "反映的问题相近，责任处室相同，宜一次调研、集中见面、分别答复。",
            tuple(task.root_id for task in tasks),
        )  # fmt: skip
        new = fresh("theme", {}, by=self.unit.office)
        theme = themes.group(by=self.unit.office, on=new, saying=said)
        return self._linked(theme)

    def _linked(self, theme: Theme) -> Theme:
        """With the research and the meeting of the year."""
        held = Meeting.objects.filter(
            congress_id=theme.congress_id, unit_id=self.unit.id, stage=w.Meeting.SETTLED
        )
        for row in held.filter(kind__in=["research", "face_to_face"]).order_by("id"):
            theme = themes.link(by=self.unit.office, on=theme, saying=MeetingNamed(row.id))
        return theme

    def tasks(self) -> list[Handling]:
        """What is still to be answered first: the newest of it, none in confidence."""
        rows = Handling.objects.filter(
            unit_id=self.unit.id, root__confidential=False, stage__in=[w.Handling.ROUTED, w.Handling.WORKING, w.Handling.DELIVERED],
            root__stage__in=[w.Suggestion.HANDED_OVER, w.Suggestion.ANSWERED],
        )  # fmt: skip
        free = [row for row in rows.exclude(role=w.Role.CO).order_by("-id") if not self._held(row)]
        return sorted({row.root_id: row for row in free}.values(), key=lambda row: (_signed(row), -row.id))[
            :4
        ]

    def _held(self, row: Handling) -> bool:
        return Member.objects.filter(suggestion_id=row.root_id, unit_id=self.unit.id, holds=True).exists()

    def found(
        self, theme: Theme, texts: Sequence[str], until: date, cases: tuple[int, ...] = ()
    ) -> list[Problem]:
        there = theme.version
        said = Finding("\n".join(texts), self.owner.person, until, cases)
        theme = problems.find(by=self.unit.office, on=theme, saying=said)
        assert theme.version > there
        return list(Problem.objects.filter(root_id=theme.id).order_by("-nth")[: len(texts)])[::-1]

    def reported(self, row: Problem) -> Problem:
        own = {"congress": self.owner.congress, "owner": self.owner.person}
        file = keep(PROOF, name="整改记录（模拟）.txt", kind="txt", **own)
        said = Kept("已经整改到位，前后对比见附件。", attachments=(file.id,))
        return problems.reach(by=self.owner, on=row, saying=said)  # type: ignore[no-any-return]

    def struck(self, row: Problem) -> Problem:
        return problems.strike_off(by=self.unit.office, on=self.reported(row))  # type: ignore[no-any-return]

    # What becomes of each

    def at_work(self) -> None:
        """Problems at every stage: struck off, reported, late, to come, promised, cancelled."""
        tasks = self.tasks()
        with clock.at(at(worked(self.today, -12), 9)):
            theme = themes.share(by=self.unit.office, on=self.made(tasks), saying=SharedText(SHARED))
            early = self.found(theme, FOUND[:4], worked(self.today, -2))
            late = self.found(_again(theme), FOUND[4:], worked(self.today, 15))
        with clock.at(at(worked(self.today, -4), 10)):
            self.struck(early[0])
            self.struck(early[1])
            self.reported(early[2])
            problems.drop(by=self.unit.office, on=late[1], saying=Because("与第二项重复。"))
        with clock.at(at(worked(self.today, -1), 15)):
            self._promised(late[0], tasks)
            if len(tasks) > 3:
                row = Member.objects.get(root_id=theme.id, suggestion_id=tasks[3].root_id)
                themes.take_out(
                    by=self.unit.office, on=row, saying=Because("内容更近于另一处室职责，单独办理。")
                )

    def _promised(self, row: Problem, tasks: Sequence[Handling]) -> None:
        open_ = [task for task in tasks if not _signed(task)]
        if open_:
            said = Pledging(
                open_[0].root_id, "将改造资金列入明年预算并组织实施", date(self.today.year + 1, 6, 30)
            )
            problems.pledge(by=self.unit.office, on=row, saying=said)

    def ended(self) -> None:
        """All is struck off, and the group is wound up."""
        with clock.at(at(worked(self.today, -15), 9)):
            theme = self.made(self.tasks())
            rows = self.found(theme, FOUND[:2], worked(self.today, -3))
        with clock.at(at(worked(self.today, -5), 9)):
            for row in rows:
                self.struck(row)
            themes.wind_up(by=self.unit.office, on=_again(theme))

    def given_up(self) -> None:
        with clock.at(at(worked(self.today, -8), 9)):
            theme = self.made(self.tasks())
        with clock.at(at(worked(self.today, -7), 9)):
            themes.give_up(
                by=self.unit.office, on=_again(theme), saying=Because("经比对内容差别较大，各自办理。")
            )

    def left(self) -> None:
        """The deputy withdraws one; the procedure takes it out of the group."""
        tasks = self.tasks()
        with clock.at(at(worked(self.today, -6), 9)):
            self.made(tasks)
        for task in tasks:
            lead = lone_lead(self.province, task.root)
            if lead and not _signed(task):
                said = Because("有关部门已出台新规定，问题已经解决。")
                suggestions.ask_withdrawal(by=lead, on=Withdrawal.of(task.root), saying=said)
                break
        due.tick_all()


def lone_lead(province: Province, case: Suggestion) -> Actor | None:
    """Its deputy, where nobody else signed it, nobody else handles it, and nothing waits for the deputy's word."""
    joint = Invitation.objects.filter(root_id=case.id, stage=w.Invitation.CONFIRMED).exists()
    alone = Handling.objects.filter(root_id=case.id, dropped=False).count() == 1
    marked = case.key and not case.key_topic_id
    waits = case.stage is w.Suggestion.HANDED_OVER and not marked and not case.by_delegation
    free = alone and waits and not joint and not _waits(case)
    return province.by_person.get(case.lead_id) if free else None


def _waits(case: Suggestion) -> bool:
    """Something of it lies on somebody's table: that stays there, to be seen."""
    if "negotiation" in case.holds:
        return True
    asked = Contact.objects.filter(root_id=case.id, stage=w.Contact.RECORDED).exists()
    planned = Plan.objects.filter(root_id=case.id, stage__in=[w.Plan.DRAFTED, w.Plan.PRESENTED]).exists()
    return asked or planned or Paper.objects.filter(root_id=case.id).exclude(stage=w.Paper.DRAFTING).exists()


def _signed(task: Handling) -> bool:
    rows = Paper.objects.filter(handling_id=task.id)
    return rows.exclude(stage__in=[w.Paper.DRAFTING, w.Paper.AT_DESK, w.Paper.CLEARED]).exists()


def _again(theme: Theme) -> Theme:
    return Theme.objects.get(congress_id=theme.congress_id, id=theme.id)


ENDS = (Group.at_work, Group.ended, Group.left, Group.given_up)


def groups(province: Province) -> None:
    """Of the four departments that the demo shows first, as far as they have two suggestions to put together."""
    for n, unit in enumerate(list(province.units.values())[:4]):
        group = Group(province, unit, n)
        if len(group.tasks()) > 1:
            ENDS[n](group)
