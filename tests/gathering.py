"""Meetings at any stage, through real commands."""

from datetime import date

from build import again
from jianyi.fieldwork.commands import meetings as commands
from jianyi.fieldwork.fresh import fresh
from jianyi.fieldwork.models import Guest, Resolution
from jianyi.kit import clock
from jianyi.procedure.facts.said import Attending, Because, Calling, Minuting, Resolving


class Gatherings:
    """What a unit does; each answers with the row as it then stands."""

    def __init__(self, world, unit="WLT"):
        self.world, self.unit = world, world.unit(unit)

    def calling(self, **told):
        plain = {
            "kind": "face_to_face", "title": "乡村与红色旅游服务集中见面会", "starts_at": clock.moment("2026-04-16T14:30"),
            "where": "厅三楼会议室", "chair": self.unit.leader.person, "agenda": "逐件听取意见",
        }  # fmt: skip
        return Calling(**(plain | told))

    def new(self, by=None):
        return fresh("meeting", {}, by=by or self.unit.office)

    def called(self, by=None, **told):
        by = by or self.unit.office
        return commands.convene(by=by, on=self.new(by), saying=self.calling(**told))

    def held(self, meeting, *present, by=None, **told):
        said = Attending(tuple(one.person for one in present), **told)
        return commands.hold(by=by or self.unit.office, on=again(meeting), saying=said)

    def presented(self, meeting, text="听取意见并逐条说明。"):
        return commands.minute(by=self.unit.office, on=again(meeting), saying=Minuting(text))

    def settled(self, meeting):
        return commands.settle(by=self.unit.leader, on=self.presented(meeting))

    def guest(self, meeting, who):
        return Guest.objects.get(root_id=meeting.id, person_id=who.person)

    def excused(self, meeting, who, reason="在外地调研"):
        return commands.excuse(by=who, on=self.guest(meeting, who), saying=Because(reason))

    def decided(self, meeting, owner, text="五月底前完成线路标识", due="2026-05-29"):
        said = Resolving(text, owner.person, date.fromisoformat(due) if due else None)
        return commands.resolve(by=self.unit.office, on=Resolution.of(again(meeting)), saying=said)
