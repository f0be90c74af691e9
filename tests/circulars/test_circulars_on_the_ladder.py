"""A circular that was issued and names a case is the second rung of the ladder; one that was withdrawn is none."""

from datetime import date

from build import at
from circulating import of_unit
from jianyi.procedure.words import Role
from jianyi.registers.queries.work import PRESSED
from jianyi.supervision.commands import measures
from jianyi.supervision.queries.standing import standing
from urging import Urgings


def supervised(by):
    """What the register of supervision lists."""
    return {line.row.id for line in PRESSED.page(PRESSED.read({}), PRESSED.chosen((), by), by=by).rows}


def test_what_an_issued_circular_names_may_be_put_on_the_board(world, refused):
    jtt, us = world.unit("JTT"), Urgings(world)
    with at("2026-02-26"):
        task = world.routed(world.handed_over(("JTT", Role.SOLE))[0], "JTT")
    on, said = us.measure(jtt.office, "listing", task), us.said(task, due=None, conditions="成稿")
    with at("2026-04-01"):
        refused("LADDER_SKIPPED", measures.draw_up, by=jtt.office, on=on, saying=said)
        told = of_unit(jtt)
        circular = told.issued("0001 = 首次沟通逾期 = 立即联系代表 = JTT一处 = 2026-04-10")
        assert standing([task.id], by=jtt.office)[task.id].rung == 2
        assert standing([task.id], by=world.office) == {}
        assert supervised(jtt.office) == {task.id} and supervised(world.office) == set()
        told.withdrawn(circular, jtt.leader)
        assert supervised(jtt.office) == set()
        circular = told.issued("0001 = 首次沟通逾期 = 立即联系代表 = JTT一处 = 2026-04-10")
    with at("2026-04-02"):
        board = us.listing(jtt.office, task, jtt.leader)
        assert board.previous.startswith(circular.number) and board.issued_on == date(2026, 4, 2)
        told.withdrawn(circular, jtt.leader)
        assert [row.level for row in standing([task.id], by=jtt.office)[task.id].documents] == [3]
