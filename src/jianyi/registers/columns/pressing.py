"""How often somebody was urged over it, and which rung of the ladder it stands on (F23; F20, F21), as far as the reader may know."""

from jianyi.supervision.queries.standing import standing

from .column import Column, Group, Rows, Told


def _pressed(rows: Rows) -> Told:
    found = standing(rows.numbers, by=rows.by)
    return {
        number: {"urged": each.urged or None, "urged_on": each.on, "rung": each.label}
        for number, each in found.items()
    }


PRESSED = Group("pressed", "督办", (
    Column("urged", "催办次数", 9), Column("urged_on", "最近催办", 11), Column("rung", "督办级别", 11),
), _pressed, inside=True)  # fmt: skip
