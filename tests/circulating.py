"""Circulars at any stage, through real commands."""

from datetime import date

from build import again, at
from jianyi.circulars.commands import circulars
from jianyi.circulars.fresh import fresh
from jianyi.circulars.models import Addressee, Push
from jianyi.procedure.facts.said import Because, Drawing, Phrasing, Reaching
from jianyi.procedure.words import Duty, Kind


def phrasing(*lines, praise="农业农村厅沟通到位。", requirements="四月底前完成全部答复初稿。"):
    return Phrasing(praise, requirements, "\n".join(lines))


class Circulars:
    """What an office does with its circular; each answers with the row as it then stands."""

    def __init__(self, by, approver):
        self.by, self.approver = by, approver

    def drawn(self, day="2026-03-31", on=None, **told):
        new = on or fresh("circular", {}, by=self.by)
        return circulars.draw(by=self.by, on=new, saying=Drawing(date.fromisoformat(day), **told))

    def written(self, row, *lines, **told):
        return circulars.write(by=self.by, on=again(row), saying=phrasing(*lines, **told))

    def presented(self, *lines, **told):
        row = self.written(self.drawn(**told), *lines)
        return circulars.present(by=self.by, on=again(row))

    def approved(self, *lines, **told):
        return circulars.approve(by=self.approver, on=again(self.presented(*lines, **told)))

    def issued(self, *lines, **told):
        return circulars.sign(by=self.by, on=again(self.approved(*lines, **told)))

    def withdrawn(self, row, by=None):
        return circulars.withdraw(by=by or self.by, on=again(row), saying=Because("数据口径有误"))


def of_unit(unit):
    """Its office draws it, one of its leaders approves it."""
    return Circulars(unit.office, unit.leader)


def of_government(world):
    with at(world.started):
        office = world.organisation("省政府办公厅督查室", Kind.GOVERNMENT_OFFICE)
        first, second = (
            world.person(name, (office, Duty.GOVERNMENT_CLERK)) for name in ("尤敬之", "尤敬之的同事")
        )
    return Circulars(first, second)


def to(row, unit):
    return Addressee.objects.get(root_id=row.id, house_id=unit)


def pushed(row, nth=1):
    return Push.objects.get(root_id=row.id, nth=nth)


def read(row, unit, by):
    return circulars.read(by=by, on=to(row, unit))


def reached(row, by, nth=1, evidence="已送会办意见"):
    return circulars.reach(by=by, on=again(pushed(row, nth)), saying=Reaching(evidence))
