"""The list of key suggestions as it is published: 标题、编号、领衔、选举单位、主办、会办、督办领导、专委 (domain.md §3.5; stories S9.1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jianyi.cases.issued.congress import body as sender
from jianyi.cases.issued.records import made
from jianyi.cases.models import Handling, Suggestion
from jianyi.cases.sight import may_see as may_see_case
from jianyi.documents.letters.document import Column, Sheet, Table
from jianyi.documents.letters.wording import long_day
from jianyi.parties.queries import organisation_names
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..holders import HANDS
from ..models import STANDING, Covered, KeyTopic
from ..sight import may_see


TITLE = "重点督办建议清单"
HEADER = (
    "序号",
    "议题",
    "编号",
    "标题",
    "领衔代表",
    "选举单位",
    "主办单位",
    "会办单位",
    "领办领导",
    "督办领导",
    "督办专委",
)
COLUMNS = tuple(
    Column(title, weight) for title, weight in zip(HEADER, (0.5, 1.6, 0.7, 2.6, 0.9, 1.2, 1.3, 1.3, 0.9, 0.9, 1.2), strict=True)
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One suggestion in the list."""

    topic: KeyTopic
    case: Suggestion
    deputy: str
    delegation: str
    leads: str
    helps: str
    committee: str

    @property
    def cells(self) -> tuple[str, ...]:
        """Without its place in the list."""
        return (
            self.topic.title, self.case.no, self.case.title, self.deputy, self.delegation, self.leads, self.helps, self.topic.led_by, self.topic.leader,
            self.committee,
        )  # fmt: skip


MOST = 500


def published(*, by: Actor, year: int = 0) -> list[Row]:
    """What was decided, by day and topic, the first MOST: of what the reader may see, and never what is confidential. `year`: in which it was decided, 0 for all."""
    topics = KeyTopic.objects.filter(may_see(by), stage__in=STANDING).order_by("decided_on", "id")
    if year:
        topics = topics.filter(decided_on__gte=date(year, 1, 1), decided_on__lt=date(year + 1, 1, 1))
    known = {row.id: row for row in topics[:MOST]}
    rows = Covered.objects.filter(congress_id=by.congress, root_id__in=list(known), stage=w.Covered.IN)
    of = dict(rows.values_list("suggestion_id", "root_id"))
    seen = Suggestion.objects.filter(may_see_case(by), id__in=list(of), confidential=False)
    cases = list(seen.select_related("lead", "delegation").order_by("between", "number", "id")[:MOST])
    return list(_rows(by, cases, known, of))


def _rows(
    by: Actor, cases: list[Suggestion], known: dict[int, KeyTopic], of: dict[int, int]
) -> Iterator[Row]:
    units = _units(by, cases)
    committees = organisation_names(
        by.congress, {row.committee_id for row in known.values() if row.committee_id}
    )
    order = {number: n for n, number in enumerate(known)}
    for case in sorted(cases, key=lambda case: order[of[case.id]]):
        topic = known[of[case.id]]
        parts = units.get(case.id, [])
        yield Row(
            topic, case, case.lead.name, case.delegation.name if case.delegation else "",
            "、".join(h.unit.known_as for h in parts if not h.advises), "、".join(h.unit.known_as for h in parts if h.advises),
            committees.get(topic.committee_id or 0, ""),
        )  # fmt: skip


def _units(by: Actor, cases: list[Suggestion]) -> dict[int, list[Handling]]:
    rows = Handling.objects.filter(
        congress_id=by.congress, root_id__in=[case.id for case in cases], stage__in=HANDS
    )
    found: dict[int, list[Handling]] = {}
    for row in rows.select_related("unit").order_by("id"):
        found.setdefault(row.root_id, []).append(row)
    return found


def sheet(rows: list[Row], *, by: Actor) -> Sheet:
    """The list on A4 across."""
    issuer = sender(by.congress)
    cells = tuple((str(n), *row.cells) for n, row in enumerate(rows, 1))
    return Sheet(
        TITLE, (Table(COLUMNS, cells),), lead=told(rows), landscape=True, footer=made(issuer.name if issuer else ""),
        note="说明：要求身份保密的建议不列入本表；承办单位按交办情况列出。",
    )  # fmt: skip


def told(rows: list[Row]) -> str:
    """「共 2 个议题、3 件建议；决定日期 2026年3月12日。」"""
    topics = {row.topic.id for row in rows}
    days = sorted({row.topic.decided_on for row in rows if row.topic.decided_on})
    decided = f"；决定日期 {'、'.join(map(long_day, days))}" if days else ""
    return f"共 {len(topics)} 个议题、{len(rows)} 件建议{decided}。"
