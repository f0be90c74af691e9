"""Roads to the public: a reply that is sent, its publication prepared, checked, published."""

from build import at
from jianyi.procedure.facts import said as s
from jianyi.publication.commands import publishing
from jianyi.publication.models import Publication


PHONE = "13800001234"
SITUATION = f"村民张小明反映，手机{PHONE}，家住云坪镇青岭村三组12号。"


def delivered(world, day="2026-04-28", **told):
    """The reply to suggestion 0001, sent on this day; its publication."""
    with at("2026-02-26"):
        (task,) = world.handed_over(**told)
        task = world.working(task)
    with at(day):
        world.sent(task)
    return Publication.objects.get(handling_id=task.id)


def settled(row, **told):
    """Everything that is marked is taken out."""
    marks = tuple(s.Marked(no, "redact") for no in range(1, len(row.marks) + 1))
    return s.Clearing(marks=marks, **told)


def checked(unit, row, **told):
    row = publishing.write(by=unit.officer, on=row, saying=settled(row, **told))
    row = publishing.present(by=unit.officer, on=row)
    return publishing.check(by=unit.office, on=row)


def published(world, unit, row, day="2026-05-26", **told):
    with at(day):
        return publishing.publish(by=world.clerk, on=checked(unit, row, **told))
