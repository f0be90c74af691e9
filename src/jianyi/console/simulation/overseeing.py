"""What the government's office and the congress's supervise between houses: cases on the board, one of them reported; notices about key
suggestions, each with the committee that looks after it; a talk that is arranged; and hard problems of the unit that is shown first."""

from datetime import timedelta
from typing import Any

from jianyi.cadence.queries.slow import slow
from jianyi.cases.models import Handling
from jianyi.kit import clock
from jianyi.parties.models import Organisation
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Helping, Kept, MeasureDraft
from jianyi.procedure.words import Kind
from jianyi.supervision.commands import helps, measures
from jianyi.supervision.fresh import fresh
from jianyi.supervision.lagging import IN_HAND
from jianyi.supervision.models import Measure

from .agenda import worked
from .climbing import ASKED, proof
from .founding import Province, Unit
from .scene import at
from .urging import outside


SKIPPED = "期限已过，代表两次来电询问，影响面大，先行督办"
DONE = "已与代表见面，形成答复稿，附沟通记录。"
WATCHED = "列为重点督办的建议，请按月报告进展。"
MATERIALS = "办理方案\n每月进展\n答复稿"
HARD = "用地和资金渠道没有落实，需要跨部门协调"
AID = "组织设计单位到现场帮助完善方案"
AUDIENCES = ("deputies", "public", "inside")
# How many are listed by the government's office, then by the congress's.
BY_GOVERNMENT, BY_CONGRESS = 3, 2


def overseen(province: Province) -> None:
    """As far as something is late, and as there are key suggestions on their way to a reply."""
    watch = Oversight(province)
    watch.board()
    watch.notices()
    hard_problems(next(iter(province.units.values())))


class Oversight:
    """The two offices, the units of the government, and what lags before everybody's eyes."""

    def __init__(self, province: Province) -> None:
        self.province, self.clerk, self.head = province, province.clerk, province.head
        self.government = outside(province)[0]
        self.units = {unit.id: unit for unit in province.units.values()}
        self.facts = {row.handling: row.fact for row in slow(by=self.clerk) if row.days > 0}

    def board(self) -> None:
        """Of different suggestions."""
        rows = self._tasks(id__in=self.facts, unit__of_government=True)
        late = list({task.root_id: task for task in rows}.values())
        for n, task in enumerate(late[:BY_GOVERNMENT]):
            self._listed(self.government, self.government, task, AUDIENCES[n])
        for task in late[BY_GOVERNMENT : BY_GOVERNMENT + BY_CONGRESS]:
            self._listed(self.clerk, self.head, task, "public")
        for task in late[BY_GOVERNMENT + BY_CONGRESS :][:1]:
            self._summoned(task)

    def _tasks(self, **told: Any) -> list[Handling]:
        """On their way to a reply, with somebody who answers for them; nothing that hides."""
        rows = Handling.objects.filter(
            congress_id=self.clerk.congress, stage__in=IN_HAND, unit_id__in=self.units, root__confidential=False, **told
        )  # fmt: skip
        return list(rows.exclude(head_id=None).select_related("root", "unit").order_by("id"))

    def _drawn(self, by: Actor, task: Handling, rung: str, **more: Any) -> Measure:
        row = fresh("measure", {"rung": rung, "handling": str(task.id)}, by=by)
        facts = self.facts.get(task.id, WATCHED)
        said = MeasureDraft(facts, ASKED, owner=task.head_id or 0, **more)
        made: Measure = measures.draw_up(by=by, on=row, saying=said)
        return made

    def _listed(self, by: Actor, head: Actor, task: Handling, audience: str) -> None:
        """What is shown to the proposers is reported and waits to be taken down."""
        told = {"conditions": ASKED, "skip_reason": SKIPPED, "skip_by": head.person}
        row = measures.put_up(by=head, on=self._drawn(by, task, "listing", visible_to=audience, **told))
        if audience == "deputies":
            office = self.units[task.unit_id].office
            measures.reach(by=office, on=row, saying=Kept(DONE, attachments=(proof(office),)))

    def _summoned(self, task: Handling) -> None:
        today, by = clock.today(), self.government
        told = {
            "interviewer": by.person, "at": at(worked(today, 3), 15), "where": "省政府办公厅三楼会议室", "materials": "办理情况说明",
            "due": worked(today, 15), "skip_reason": SKIPPED, "skip_by": by.person,
        }  # fmt: skip
        measures.summon(by=by, on=self._drawn(by, task, "interview", **told))

    def notices(self) -> None:
        """Each names a committee; all but the first were answered."""
        committees = Organisation.objects.filter(congress_id=self.clerk.congress, kind=Kind.SPECIAL)
        key = zip(self._tasks(root__key=True), committees.order_by("id"), strict=False)
        for n, (task, committee) in enumerate(key):
            due = clock.today() + timedelta(days=20)
            told = {"cause": "key", "supervised_by": committee.id, "materials": MATERIALS, "due": due}
            row = measures.notify(by=self.head, on=self._drawn(self.clerk, task, "notice", **told))
            if n:
                office = self.units[task.unit_id].office
                measures.respond(by=office, on=row, saying=Kept(DONE, attachments=(proof(office),)))


def hard_problems(unit: Unit) -> None:
    """One that runs, and help of which somebody else has to look at the result."""
    tasks = Handling.objects.filter(unit_id=unit.id, stage__in=IN_HAND).exclude(head_id=None).order_by("id")
    today, head = clock.today(), unit.divisions[0].head
    for kind, what, task in zip(("hard", "help"), (HARD, AID), tasks, strict=False):
        until = today + timedelta(days=90)
        said = Helping(kind, what, "试点县区", "年度重点工作计划", head.person, today, until)
        new = fresh("help", {"suggestion": str(task.root_id)}, by=unit.office)
        row = helps.help_(by=unit.office, on=new, saying=said)
        if kind == "help":
            helps.reach(by=head, on=row, saying=Kept(DONE, attachments=(proof(head),)))
