"""What lags at the end is urged: from the government's office, from the congress's office, inside a unit; one case is on the board, and a
unit helps two townships. Some letters are answered, one is a draft."""

from datetime import timedelta

from jianyi.cadence.queries.slow import Slow, slow
from jianyi.cases.models import Handling
from jianyi.kit import clock
from jianyi.parties.models import Person
from jianyi.parties.queries import actor, held_posts
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Helping, MeasureDraft, Urged, UrgingAnswer
from jianyi.procedure.words import Duty
from jianyi.supervision.commands import helps, measures, urgings
from jianyi.supervision.facts import offered
from jianyi.supervision.fresh import fresh
from jianyi.supervision.lagging import key_of
from jianyi.supervision.models import Urging
from jianyi.turn.under import Under

from .founding import Province, Unit


ASKED = "抓紧补办，做到事事有人负责\n书面说明滞后的原因、责任人和完成时间"
ANSWER = "已明确责任人，倒排时间抓紧办理，按期完成后即报进展。"


def urged(province: Province) -> None:
    """Where nothing lags, nothing is written."""
    late = list({row.unit: row for row in slow(by=province.clerk)}.values())
    units = {unit.id: unit for unit in province.units.values()}
    rows = [row for row in late if row.unit in units]
    for clerk, row in zip(_outside(province), rows, strict=False):
        _urged(clerk, row, units[row.unit])
    for row in rows[2:4]:
        _inside(row, units[row.unit])
    for row in rows[:1]:
        _helped(row, units[row.unit])


def _outside(province: Province) -> list[Actor]:
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
    if board is None or task.head_id is None or row.days <= 0:
        return
    leader = unit.leaders[0]
    said = MeasureDraft(
        row.fact, "形成答复稿\n与代表沟通", owner=task.head_id, skip_reason="代表多次反映，影响面大，先行挂牌", skip_by=leader.person,
        conditions="与代表沟通并经代表确认\n答复稿送审",
    )  # fmt: skip
    measures.put_up(by=leader, on=measures.draw_up(by=unit.office, on=board, saying=said))


def _helped(row: Slow, unit: Unit) -> None:
    new = fresh("help", {"suggestion": str(row.case)}, by=unit.office)
    if new is None:
        return
    today = clock.today()
    said = Helping(
        "help", "组织技术力量帮助两镇完善方案、培训人员", "试点两镇", "年度重点工作计划", unit.divisions[0].head.person, today,
        today + timedelta(days=120),
    )  # fmt: skip
    helps.help_(by=unit.office, on=new, saying=said)
