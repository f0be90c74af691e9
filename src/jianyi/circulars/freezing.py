"""The facts of a circular as plain values: totals with numerator and denominator, a row for each house, ranks, what is late."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from jianyi.kit import clock
from jianyi.parties.models import Organisation
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.places import place
from jianyi.supervision.queries.standing import standing

from .models import Circular, Push
from .pushing import cases
from .rhythm import lagging, month
from .standing import Standing, standings


LEAST = "ranked_at_least"
# A task that nobody inside the unit has been given yet.
NOBODYS = 0


@dataclass
class HouseRow:
    """A unit, or a division of the unit. `used`: days from hand-over to reply on average, of those replied; `kept`/`due`: in time, of all
    clocks that ran out or were met; `urged`: letters that urged it; `rank`: 0 where it is not ranked; `ended`: it is no more, and reads
    nothing."""

    house: int
    name: str
    short: str
    tasks: int = 0
    received: int = 0
    contacted: int = 0
    met: int = 0
    co_given: int = 0
    co_owed: int = 0
    replied: int = 0
    to_reply: int = 0
    late: int = 0
    used: str = ""
    kept: int = 0
    due: int = 0
    rank: int = 0
    urged: int = 0
    ended: bool = False


def frozen(circular: Circular, as_of: datetime, *, by: Actor) -> dict[str, Any]:
    """Everything the circular says that nobody writes. Numbers of rows are kept as texts: a page in a browser reads them too."""
    rows = standings(circular, as_of)
    urged = _urged([row.task.id for row in rows], clock.last_day(as_of), by)
    least = _least(circular)
    late = [late for row in rows for late in _named(row, circular.scope)]
    return {
        "tasks": len(rows), "totals": _totals(rows), "rows": [asdict(row) for row in _ranked(_houses(rows, circular.scope, urged), least)],
        "least": least, "late": late + lagging(circular, rows, as_of, by), "cases": cases(rows),
        "before": _before(circular), "month": month(circular, clock.last_day(as_of)),
    }  # fmt: skip


def _least(circular: Circular) -> int:
    """How many clocks a house must have had to be ranked: what the place lays down for units; a unit ranks its divisions as they are."""
    return (place(circular.place).number(LEAST) or 0) if circular.scope != "unit" else 0


def _totals(rows: list[Standing]) -> list[list[Any]]:
    """[what, numerator, denominator]"""
    answering = [row for row in rows if row.answers]
    owed = [row for row in rows if not row.answers and row.opinion[1]]
    return [
        ["签收", sum(row.received for row in rows), len(rows)],
        ["首次沟通（主办、单办、分别办理）", sum(row.contacted for row in answering), len(answering)],
        ["首次沟通按期", *_sum(row.contact for row in answering)],
        ["会办意见送出（到期应出或已出）", sum(row.opinion[1] and not _is_late_opinion(row) for row in owed), len(owed)],
        ["会办意见按期", *_sum(row.opinion for row in rows)],
        ["答复（主办、单办、分别办理）", sum(row.replied for row in answering), len(answering)],
        ["答复按期", *_sum(row.reply for row in answering)],
    ]  # fmt: skip


def _is_late_opinion(row: Standing) -> bool:
    return any(late.limit == w.Limit.CO_OPINION.label for late in row.late)


def _sum(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    found = list(pairs)
    return sum(n for n, _ in found), sum(of for _, of in found)


def _urged(tasks: list[int], until: date, by: Actor) -> dict[int, int]:
    """handling → how many letters urged it until the end of a day."""
    found = standing(tasks, by=by)
    return {
        number: sum(row.level == 1 and row.day <= until for row in each.documents)
        for number, each in found.items()
    }


def _houses(rows: list[Standing], scope: str, urged: dict[int, int]) -> list[HouseRow]:
    found: dict[int, list[Standing]] = {}
    for row in rows:
        found.setdefault(_house(row, scope), []).append(row)
    told = [_row(number, own, scope) for number, own in found.items()]
    for line in told:
        line.urged = sum(urged.get(each.task.id, 0) for each in found[line.house])
    return told


def _house(row: Standing, scope: str) -> int:
    return (row.task.division_id or NOBODYS) if scope == "unit" else row.task.unit_id


def _row(number: int, own: list[Standing], scope: str) -> HouseRow:
    house: Organisation | None = own[0].task.division if scope == "unit" else own[0].task.unit
    answering, helping = (
        [row for row in own if row.answers],
        [row for row in own if not row.answers and row.opinion[1]],
    )
    days = [row.used for row in answering if row.replied]
    return HouseRow(
        number, house.name if house else "尚未分办", house.known_as if house else "", len(own), sum(row.received for row in own),
        sum(row.contacted for row in own), sum(row.met for row in own), sum(not _is_late_opinion(row) for row in helping), len(helping),
        sum(row.replied for row in answering), len(answering), sum(bool(row.late) for row in own),
        f"{sum(days) / len(days):.1f}" if days else "", sum(row.kept for row in own), sum(row.due for row in own),
        ended=house is not None and house.stage is w.Organisation.ABOLISHED,
    )  # fmt: skip


def _ranked(rows: list[HouseRow], least: int) -> list[HouseRow]:
    """By the share of clocks that were met in time; equal shares share a rank and the next is left out: 1, 1, 3."""
    fit = [row for row in rows if row.house != NOBODYS and row.due >= max(least, 1)]
    for row in fit:
        row.rank = 1 + sum(_share(other) > _share(row) for other in fit)
    return sorted(rows, key=lambda row: (not row.rank, row.rank, row.house == NOBODYS, row.name))


def _share(row: HouseRow) -> Fraction:
    return Fraction(row.kept, row.due)


def _named(row: Standing, scope: str) -> list[dict[str, Any]]:
    """What is late, by number: not everybody who reads a circular may read the suggestion."""
    house = row.task.division if scope == "unit" else row.task.unit
    return [
        {
            "handling": str(row.task.id), "case": str(row.task.root_id), "no": row.task.root.no, "house": str(_house(row, scope)),
            "name": house.known_as if house else "尚未分办", "limit": late.limit, "due": late.due.isoformat(), "days": late.days,
            "working_days": late.working_days,
        }
        for late in row.late
    ]  # fmt: skip


def _before(circular: Circular) -> dict[str, Any]:
    """What became of the push list of the circular before this one of the same house."""
    last = (
        Circular.objects.filter(
            congress_id=circular.congress_id, house_id=circular.house_id, stage=w.Circular.ISSUED
        )
        .exclude(id=circular.id)
        .order_by("-id")
        .first()
    )
    rows = Push.objects.filter(congress_id=last.congress_id, root_id=last.id).order_by("nth") if last else []
    items = [
        {
            "no": row.no, "problem": row.problem, "next": row.next, "who": row.who, "due": row.due.isoformat(), "done": row.stage is w.Push.DONE,
            "late": row.is_late, "evidence": row.evidence,
        }
        for row in rows
    ]  # fmt: skip
    return (
        {"circular": str(last.id), "number": last.number, "title": last.title, "pushed": items}
        if last
        else {}
    )
