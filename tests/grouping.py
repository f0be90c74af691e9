"""Groups of suggestions at any stage, through real commands."""

from datetime import date

from build import again
from jianyi.cases.commands import suggestions
from jianyi.cases.models import Withdrawal
from jianyi.documents.store import keep
from jianyi.procedure.facts.said import Because, Finding, Grouping, Kept, MeetingNamed, Pledging, SharedText
from jianyi.procedure.words import Role
from jianyi.themes.commands import problems, themes
from jianyi.themes.fresh import fresh
from jianyi.themes.models import Member, Problem


SIX = ("乡村旅游厕所", "红色线路讲解", "民宿消防", "古道保护", "景区接驳", "旅游资源普查")


def withdrawn(world, task):
    """By the deputy who proposed it."""
    case = again(task.root)
    lead = next(who for who in world.deputies.values() if who.person == case.lead_id)
    return suggestions.ask_withdrawal(by=lead, on=Withdrawal.of(case), saying=Because("已有新的规定"))


class Groups:
    """What a unit does; each answers with the row as it then stands."""

    def __init__(self, world, unit="WLT"):
        self.world, self.unit = world, world.unit(unit)

    def tasks(self, count=6, **told):
        """Suggestions of as many deputies, in the unit's hands."""
        made = []
        for n in range(count):
            deputy, title = self.world.a_deputy(f"代表{n + 1}"), f"关于{SIX[n % 6]}的建议"
            task = self.world.handed_over((self.unit_key, Role.SOLE), deputy=deputy, title=title, **told)[0]
            made.append(self.world.routed(task, self.unit_key))
        return made

    @property
    def unit_key(self):
        return next(name for name, unit in self.world.units.items() if unit.id == self.unit.id)

    def made(self, tasks, by=None, title="乡村与红色旅游服务"):
        by = by or self.unit.officer
        said = Grouping(title, "同属乡村旅游服务，问题和责任处室相同", tuple(task.root_id for task in tasks))
        return themes.group(by=by, on=fresh("theme", {}, by=by), saying=said)

    def found(self, theme, *texts, by=None, owner=None, due="2026-05-20", cases=(), meeting=0):
        lines = "\n".join(f"{text} = 列入整改计划" for text in texts or ["标识不清"])
        owner = owner or self.unit.officer
        said = Finding(
            lines, owner.person, date.fromisoformat(due), tuple(task.root_id for task in cases), meeting
        )
        problems.find(by=by or self.unit.officer, on=again(theme), saying=said)
        return list(Problem.objects.filter(root_id=theme.id).order_by("nth"))

    def proof(self, by):
        own = {"congress": by.congress, "owner": by.person}
        return keep(b"record", name="整改记录.txt", kind="txt", **own).id

    def reported(self, problem, by=None):
        by = by or self.unit.officer
        return problems.reach(by=by, on=again(problem), saying=Kept("已整改", attachments=(self.proof(by),)))

    def struck(self, problem):
        return problems.strike_off(by=self.unit.office, on=self.reported(problem))

    def pledged(self, problem, task, item="修缮古道三处", due="2026-10-31"):
        said = Pledging(task.root_id, item, date.fromisoformat(due))
        return problems.pledge(by=self.unit.officer, on=again(problem), saying=said)

    def shared(self, theme, text="三月联合调研了三个县。\n已制定统一的服务标准。"):
        return themes.share(by=self.unit.officer, on=again(theme), saying=SharedText(text))

    def linked(self, theme, meeting):
        return themes.link(by=self.unit.office, on=again(theme), saying=MeetingNamed(meeting.id))

    def member(self, theme, task):
        return Member.objects.get(root_id=theme.id, suggestion_id=task.root_id)

    def out(self, theme, task, reason="内容不同"):
        return themes.take_out(by=self.unit.office, on=self.member(theme, task), saying=Because(reason))


def ticked(groups, theme, *tasks):
    """Added to a group that is there."""
    said = Grouping(theme.title, again(theme).basis, tuple(task.root_id for task in tasks))
    return themes.group(by=groups.unit.officer, on=again(theme), saying=said)
