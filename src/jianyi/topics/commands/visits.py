"""What the committee does: its plan, what it saw and advised, its report to the meeting that decided."""

from collections.abc import Iterator

from jianyi.cases.models import Handling
from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Nothing
from jianyi.procedure.facts.said.topics import Responding, Supervising, SupervisionReport, Visiting
from jianyi.procedure.words import Limit, Role
from jianyi.turn import clocks
from jianyi.turn.case import Turn
from jianyi.turn.door import command, own

from ..facts import inside
from ..holders import HANDS
from ..models import Advice, KeyTopic, Visit
from ..tracking import tracked
from .showing import show


@command(KeyTopic, A.PLAN)
def plan(turn: Turn, topic: KeyTopic, said: Supervising) -> None:
    """The report is due on the day that the plan says."""
    topic.draw_up(said)
    show(turn.under(topic))
    if said.report_by:
        clocks.run_until(
            turn.under(topic),
            topic.id,
            Limit.SUPERVISION,
            said.report_by,
            "定日",
            "督办方案所定提交报告的日期",
        )


@command(KeyTopic, A.VISIT)
def visit(turn: Turn, topic: KeyTopic, said: Visiting) -> None:
    """Every opinion goes to each unit that replies to a suggestion it is about."""
    row = Visit.objects.create(
        congress_id=topic.congress_id, root_id=topic.id, held_on=said.held_on, where=said.where.strip(), people=said.people.strip(),
        meeting_id=said.meeting or None, written_by=turn.by.name,
    )  # fmt: skip
    under = turn.under(topic)
    told = list(_replying(topic, set(said.cases) or set(inside(under))))
    for nth, text in enumerate(said.rows, 1):
        for case, unit in told:
            under.add(
                Advice.of(
                    topic,
                    visit_id=row.id,
                    suggestion_id=case,
                    unit_id=unit,
                    nth=nth,
                    text=text,
                    due=said.answer_by,
                )
            )


def _replying(topic: KeyTopic, cases: set[int]) -> Iterator[tuple[int, int]]:
    """(suggestion, unit): those that owe a reply; what helps another unit answers to that."""
    rows = Handling.objects.filter(congress_id=topic.congress_id, root_id__in=cases, stage__in=HANDS)
    told = rows.exclude(role=Role.CO).order_by("root_id", "id").values_list("root_id", "unit_id")
    yield from dict.fromkeys(told)


@own(Advice, A.GIVE)
def give(turn: Turn, row: Advice, said: Nothing) -> None:
    if row.due:
        clocks.run_until(turn.under(row), row.id, Limit.ADVICE, row.due, "定日", "视察意见的答复要求")


@command(Advice, A.REPLY)
def answer(turn: Turn, row: Advice, said: Responding) -> None:
    row.answer, row.answered_by, row.answered_on = said.answer.strip(), turn.by.name, clock.today()


@command(KeyTopic, A.HAND_IN)
def hand_in(turn: Turn, topic: KeyTopic, said: SupervisionReport) -> None:
    """With the days of every suggestion as they stand now: what is handed in does not change any more."""
    topic.hand_in(said, turn.by.name, tracked(topic, sorted(inside(turn.under(topic)))))
    show(turn.under(topic))
