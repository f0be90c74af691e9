"""How each suggestion of a topic was handled, day by day, told from what is on record (stories S9.5)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from jianyi.cases.models import Contact, Handling, Paper, Sheet, Suggestion
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import GRADES, MODES
from jianyi.procedure.words import Limit, Role
from jianyi.turn.models import Deadline

from .models import Advice, KeyTopic, Visit


Told = dict[str, object]
Line = tuple[int, date | None, str]
SENT = (w.Paper.SENT, w.Paper.ADOPTED, w.Paper.OFFERED)


def tracked(topic: KeyTopic, cases: Iterable[int]) -> list[Told]:
    """[{"case": number, "no", "title", "days": [{"on": "2026-03-12", "told": "…"}], "advice", "answered": of opinions}],
    in the order of their numbers; of what is confidential no names are told."""
    rows = list(
        Suggestion.objects.filter(congress_id=topic.congress_id, id__in=list(cases)).order_by(
            "between", "number"
        )
    )
    found: dict[int, list[tuple[date, str]]] = defaultdict(list)
    advised = _advised(topic)
    numbers = [row.id for row in rows]
    for case, on, told in (
        *_of_tasks(topic, numbers),
        *_of_topic(topic, numbers),
        *_of_replies(topic, numbers),
    ):
        if on and told:
            found[case].append((on, told))
    return [
        {"case": str(row.id), "no": row.no, "title": row.title, "days": [{"on": str(on), "told": told} for on, told in sorted(found[row.id], key=lambda each: each[0])], **advised.get(row.id, NONE)}
        for row in rows
    ]  # fmt: skip


NONE = {"advice": 0, "answered": 0}


def _advised(topic: KeyTopic) -> dict[int, dict[str, int]]:
    """case → how many opinions there are, and how many were answered."""
    found: dict[int, dict[str, int]] = {}
    for row in Advice.objects.filter(congress_id=topic.congress_id, root_id=topic.id).exclude(
        stage=w.Advice.NEW
    ):
        told = found.setdefault(row.suggestion_id, dict(NONE))
        told["advice"] += 1
        told["answered"] += row.stage is w.Advice.ANSWERED
    return found


def _of_topic(topic: KeyTopic, cases: list[int]) -> Iterator[Line]:
    """Proposed, decided, visited, answered."""
    for case in cases:
        yield case, topic.proposed_on, "提议列为重点督办"
        yield case, topic.decided_on, f"决定列为重点督办，督办领导{topic.leader}"
    days = dict(Visit.of(topic).values_list("id", "held_on"))
    told: dict[tuple[int, int], list[Advice]] = defaultdict(list)
    for row in Advice.objects.filter(congress_id=topic.congress_id, root_id=topic.id).order_by("id"):
        told[row.visit_id, row.suggestion_id].append(row)
    for (visit, case), rows in told.items():
        answered = sum(row.stage is w.Advice.ANSWERED for row in rows)
        yield case, days.get(visit), f"视察，意见 {len(rows)} 条，已答复 {answered} 条"


def _of_tasks(topic: KeyTopic, cases: list[int]) -> Iterator[Line]:
    """Handed over, received, talked about."""
    tasks = Handling.objects.filter(congress_id=topic.congress_id, root_id__in=cases).exclude(
        stage=w.Handling.NAMED
    )
    for row in tasks.select_related("unit").order_by("id"):
        told = f"{row.unit.known_as}（{row.role.label}）"
        yield row.root_id, _day(row.handed_over_at), f"交办{told}"
        yield row.root_id, _day(row.received_at), f"{told}签收"
    met = Contact.objects.filter(congress_id=topic.congress_id, root_id__in=cases, stage=w.Contact.CONFIRMED)
    for case, at, mode in met.values_list("root_id", "occurred_at", "mode"):
        yield case, _day(at), f"与代表沟通（{MODES.get(mode, '沟通')}），代表已确认"


def _of_replies(topic: KeyTopic, cases: list[int]) -> Iterator[Line]:
    """Opinions, replies with their number and class, how they were rated."""
    papers = Paper.objects.filter(congress_id=topic.congress_id, root_id__in=cases, stage__in=SENT)
    due = _reply_days(topic, cases)
    for row in papers.select_related("handling__unit").order_by("id"):
        unit, on = row.handling.unit.known_as, _day(row.sent_at)
        if row.handling.role is Role.CO:
            yield row.root_id, on, f"{unit}送出会办意见"
        else:
            late = (
                ""
                if row.handling_id not in due
                else "，按期"
                if on and on <= due[row.handling_id]
                else "，逾期"
            )
            yield row.root_id, on, f"{unit}答复代表（{row.number}，{row.reply_class} 类{late}）"
    rated = (
        Sheet.objects.filter(congress_id=topic.congress_id, root_id__in=cases)
        .exclude(result="")
        .exclude(stage=w.Rating.ENTERED)
    )
    for sheet in rated.order_by("id"):
        told = GRADES.get(sheet.result, "")
        yield sheet.root_id, _day(sheet.rated_at), f"代表测评：办理结果{told}"


def _reply_days(topic: KeyTopic, cases: list[int]) -> dict[int, date]:
    rows = Deadline.objects.filter(congress_id=topic.congress_id, root_id__in=cases, limit=Limit.REPLY)
    return dict(rows.values_list("holder_id", "due_on"))


def _day(at: datetime | None) -> date | None:
    return at.astimezone(clock.HOME).date() if at else None
