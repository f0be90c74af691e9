"""What lags at the end is urged: from the government's office, from the congress's office, inside a unit; one case is on the board, and a
unit helps two townships. Some letters are answered, one is a draft."""

from datetime import timedelta
from typing import Any

from jianyi.cadence.queries.slow import Slow, slow
from jianyi.cases.models import Handling
from jianyi.kit import clock
from jianyi.parties.models import Person
from jianyi.parties.queries import actor, held_posts
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Because, Helping, Kept, MeasureDraft, Pleading, Urged, UrgingAnswer
from jianyi.procedure.words import Duty
from jianyi.supervision import due
from jianyi.supervision.commands import helps, measures, pleas, urgings
from jianyi.supervision.facts import offered
from jianyi.supervision.fresh import fresh
from jianyi.supervision.lagging import IN_HAND, key_of
from jianyi.supervision.models import Line, Urging
from jianyi.turn.under import Under

from .climbing import Climb, proof
from .founding import Province, Unit


# So long late that a letter of a fortnight ago already had a reason, and by a clock of the task itself.
LONG, HARD = 20, {"contact", "reply", "milestone", "co_opinion"}
# What a deputy sees to be late.
OPENLY = {"contact", "reply"}
ASKED = "抓紧补办，做到事事有人负责\n书面说明滞后的原因、责任人和完成时间"
ANSWER = "已明确责任人，倒排时间抓紧办理，按期完成后即报进展。"


def urged(province: Province) -> None:
    """Where nothing lags, nothing is written."""
    late = list({row.unit: row for row in slow(by=province.clerk)}.values())
    units = {unit.id: unit for unit in province.units.values()}
    rows = [row for row in late if row.unit in units]
    for clerk, row in zip(outside(province), rows, strict=False):
        _urged(clerk, row, units[row.unit])
    for row in rows[2:4]:
        _inside(row, units[row.unit])
    for row in rows[:1]:
        _helped(row, units[row.unit])
    _at_every_stage(province, units)


def _at_every_stage(province: Province, units: dict[int, Unit]) -> None:
    """Requests of deputies; and what has lagged longest where a division is on it: letters and documents of the ladder at each of
    their stages."""
    open_ = (task for unit in units.values() for task in _late(unit, OPENLY, 0))
    if asked := next(open_, None):
        _pleaded(province, units, asked)
    inside = (
        (unit, task)
        for unit in units.values()
        for task in _late(unit, HARD, LONG)
        if task.head_id and task.division_id
    )
    if told := next(inside, None):
        _letters(*told)
        Climb(*told).everything()


def _late(unit: Unit, criteria: set[str], days: int) -> list[Handling]:
    """Tasks of a unit that lag by one of these for more than so many days."""
    found = [
        row for row in slow(by=unit.office, unit=unit.id) if row.days > days and row.criterion in criteria
    ]
    tasks = Handling.objects.filter(id__in={row.handling for row in found}, stage__in=IN_HAND)
    return list(tasks.select_related("root").order_by("id"))


def _pleaded(province: Province, units: dict[int, Unit], task: Handling) -> None:
    """The deputy asks twice: the first time it is explained why not, the second time a letter goes out; another one's request waits."""
    deputy = actor(Person.objects.get(id=task.root.lead_id))
    asked = pleas.ask(
        by=deputy, on=_plea(task.root_id, deputy), saying=Pleading("到期没有进展，也没有单位联系")
    )
    pleas.refuse(by=province.office, on=asked, saying=Because("承办单位已经排定时间，本周内与您联系"))
    pleas.ask(by=deputy, on=_plea(task.root_id, deputy), saying=Pleading("一周过去，仍没有单位联系"))
    government = outside(province)[0]
    if letter := _drafted(government, unit=str(task.unit_id)):
        urgings.sign(by=government, on=letter)
    due.tick_all()
    _waiting(units)


def _waiting(units: dict[int, Unit]) -> None:
    """A request about a suggestion of which no letter from outside speaks."""
    told = set(Line.objects.exclude(root__way="inner").values_list("suggestion_id", flat=True))
    tasks = (task for unit in units.values() for task in _late(unit, OPENLY, 0) if task.root_id not in told)
    if task := next(tasks, None):
        deputy = actor(Person.objects.get(id=task.root.lead_id))
        pleas.ask(by=deputy, on=_plea(task.root_id, deputy), saying=Pleading("到期没有进展"))


def _plea(case: int, deputy: Actor) -> Any:
    return fresh("plea", {"suggestion": str(case)}, by=deputy)


def _letters(unit: Unit, task: Handling) -> None:
    """Inside the unit; two of them went out a fortnight ago and were never answered."""
    office, about = unit.office, {"division": str(task.division_id)}
    head = actor(Person.objects.get(id=task.head_id))
    with clock.at(clock.now() - timedelta(days=14)):
        old = [
            urgings.sign(by=office, on=letter)
            for letter in (_drafted(office, **about) for _ in range(2))
            if letter
        ]
    due.tick_all()
    for letter in old[:1]:
        now = Urging.objects.get(id=letter.id)
        urgings.find_uncorrected(by=office, on=now, saying=Because("到期没有回复，也没有进展"))
    if dropped := _drafted(office, **about):
        urgings.drop(by=office, on=dropped, saying=Because("处室已当面说明"))
    sent = [
        urgings.sign(by=office, on=letter)
        for letter in (_drafted(office, **about) for _ in range(3))
        if letter
    ]
    for letter, end in zip(sent, (urgings.revoke, urgings.find_corrected), strict=False):
        end(by=office, on=letter, saying=Because("已与代表沟通，催办时还没有登记"))
    for letter in sent[2:]:
        until = clock.today() + timedelta(days=7)
        urgings.respond(by=head, on=letter, saying=UrgingAnswer(ANSWER, until))


def outside(province: Province) -> list[Actor]:
    """The government's office, then the congress's."""
    posts = held_posts(province.congress.id).filter(duty=Duty.GOVERNMENT_CLERK).order_by("id")[:1]
    return [*(actor(Person.objects.get(id=post.person_id)) for post in posts), province.office]


def _drafted(by: Actor, **about: str) -> Urging | None:
    letter = fresh("urging", about, by=by)
    if not isinstance(letter, Urging):
        return None
    keys = tuple(key_of(lag) for lag in offered(letter, Under(letter)))
    made: Urging = urgings.urge(by=by, on=letter, saying=Urged(keys, ASKED))
    return made


def _urged(by: Actor, row: Slow, unit: Unit) -> None:
    letter = _drafted(by, unit=str(row.unit))
    if letter is None:
        return
    sent = urgings.sign(by=by, on=letter)
    urgings.acknowledge(by=unit.office, on=sent)


def _inside(row: Slow, unit: Unit) -> None:
    """One letter that is answered, one that is still a draft, and the suggestion on the board."""
    division = next((each for each in unit.divisions if each.id == row.division), None)
    letter = _drafted(unit.office, division=str(row.division)) if division else None
    if letter is None or division is None:
        return
    sent = urgings.sign(by=unit.office, on=letter)
    until = clock.today() + timedelta(days=7)
    urgings.respond(by=division.head, on=sent, saying=UrgingAnswer(ANSWER, until))
    _drafted(unit.office, division=str(row.division))
    _listed(row, unit)


def _listed(row: Slow, unit: Unit) -> None:
    task = Handling.objects.get(id=row.handling)
    board = fresh("measure", {"rung": "listing", "handling": str(task.id), "way": "inner"}, by=unit.office)
    if board is None or task.head_id is None or row.days <= 0 or task.stage not in IN_HAND:
        return
    leader = unit.leaders[0]
    said = MeasureDraft(
        row.fact, "形成答复稿\n与代表沟通", owner=task.head_id, skip_reason="代表多次反映，影响面大，先行挂牌", skip_by=leader.person,
        conditions="与代表沟通并经代表确认\n答复稿送审",
    )  # fmt: skip
    measures.put_up(by=leader, on=measures.draw_up(by=unit.office, on=board, saying=said))


def _helped(row: Slow, unit: Unit) -> None:
    if fresh("help", {"suggestion": str(row.case)}, by=unit.office) is None:
        return
    today = clock.today()
    said = Helping(
        "help", "组织技术力量帮助两镇完善方案、培训人员", "试点两镇", "年度重点工作计划", unit.divisions[0].head.person, today,
        today + timedelta(days=120),
    )  # fmt: skip
    rows = [
        helps.help_(
            by=unit.office, on=fresh("help", {"suggestion": str(row.case)}, by=unit.office), saying=said
        )
        for _ in range(4)
    ]
    helps.drop(by=unit.office, on=rows[1], saying=Because("改由另一项目支持"))
    leads = unit.divisions[0].head
    for one in rows[2:]:
        kept = Kept("两镇方案已评审，培训四十二人次", attachments=(proof(leads),))
        done = helps.reach(by=leads, on=one, saying=kept)
    helps.verify(by=unit.office, on=done)
