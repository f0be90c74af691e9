"""Circulars of the last day: one of the congress's office that is read and followed, one that was withdrawn, and of units one each at
the stages before."""

from datetime import timedelta
from typing import Any

from jianyi.circulars.commands import circulars
from jianyi.circulars.fresh import fresh
from jianyi.circulars.models import Addressee, Circular, Push
from jianyi.circulars.pushing import called, named
from jianyi.kit import clock
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Because, Drawing, Phrasing, Reaching

from .founding import Province, Unit


AHEAD = timedelta(days=12)


def circulars_of(province: Province) -> None:
    """Facts as of the end of yesterday."""
    if not (wrong := _issued(province.clerk, province.head)):
        return
    circulars.withdraw(by=province.head, on=wrong, saying=Because("会办件口径有误，另行通报。"))
    right = _issued(province.clerk, province.head)
    for unit in _readers(province, right)[:5]:
        circulars.read(by=unit.office, on=Addressee.objects.get(root_id=right.id, house_id=unit.id))
    push = Push.objects.filter(root_id=right.id).order_by("nth").first()
    owner = next(unit for unit in province.units.values() if push and unit.id == push.house_id)
    circulars.reach(by=owner.office, on=push, saying=Reaching("已与代表沟通，补办有关手续。"))
    _of_units(province)


def _of_units(province: Province) -> None:
    """One drafted, one before its leader, one that only has to be issued."""
    made = (row for unit in province.units.values() if (row := _written(unit.office)))
    units = {unit.id: unit for unit in province.units.values()}
    for n, row in zip(range(3), made, strict=False):
        if n:
            row = circulars.present(by=units[row.house_id].office, on=row)
        if n == 2:
            circulars.approve(by=units[row.house_id].leaders[0], on=row)


def _readers(province: Province, row: Circular) -> list[Unit]:
    to = set(Addressee.objects.filter(root_id=row.id).values_list("house_id", flat=True))
    return [unit for unit in province.units.values() if unit.id in to]


def _issued(by: Actor, approver: Actor) -> Any:
    """Nothing where nothing was handed over yet."""
    if not (row := _written(by)):
        return None
    row = circulars.present(by=by, on=row)
    row = circulars.approve(by=approver, on=row)
    return circulars.sign(by=by, on=row)


def _written(by: Actor) -> Circular | None:
    """Nothing of a unit that has given nothing to a division yet."""
    said = Drawing(clock.today() - timedelta(days=1))
    row: Circular = circulars.draw(by=by, on=fresh("circular", {}, by=by), saying=said)
    houses = [each for each in row.facts["rows"] if each["house"]]
    if not houses or not row.facts["cases"]:
        circulars.withdraw(by=by, on=row, saying=Because("本月没有分到处室的任务。"))
        return None
    phrased: Circular = circulars.write(by=by, on=row, saying=_phrasing(row, houses))
    return phrased


def _phrasing(row: Circular, houses: list[dict[str, Any]]) -> Phrasing:
    """What is late is pushed forward; where nothing is, the first two tasks."""
    late = [
        (called(row, int(each["case"])), each["name"], f"{each['limit']}超期 {each['days']} 天")
        for each in row.facts["late"]
        if int(each["house"])
    ]
    other = [(no, houses[0]["name"], "进展不快") for no in named(row.facts)]
    due = clock.today() + AHEAD
    lines = [
        f"{no} = {problem} = 尽快办理并报结果 = {house}负责人 = {due}"
        for no, house, problem in (late or other)[:3]
    ]
    return Phrasing(
        "各单位签收及时，见面沟通逐件落实。", "对照推进清单逐项销号，到期的答复不再拖延。", "\n".join(lines)
    )
