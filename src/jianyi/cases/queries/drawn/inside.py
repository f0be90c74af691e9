"""What a unit has on paper about its own work: the plan (F09), the road of work (F10), the decision of its leadership (F27)."""

from jianyi.cases.letters import plans
from jianyi.cases.letters.values import Chain, Handling as Part, short
from jianyi.documents.letters.document import Sheet
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.flow import Station, road
from jianyi.procedure.words import Capacity, Duty, Limit
from jianyi.turn.models import Subject

from ...facts import DESK_LABELS
from ...facts.foreseen import Step, steps
from ...issued.about import about
from ...issued.congress import day_of, due
from ...issued.records import decided, made
from ...models import Collective, Contact, Handling, Milestone, Paper, Plan, Sheet as Rating
from ..files import CaseFile
from ..house import Known, introduce


UNAPPROVED = "未批准"


# F09


def plan(file: CaseFile, row: Plan) -> Sheet:
    """As it stands; until the leader in charge has approved it the sheet says so."""
    handling, known = row.handling, introduce(file)
    told = plans.Plan(
        about(file.under), _part(file, handling), _chain(handling, known),
        tuple(_milestone(each, known) for each in file.milestones if _stands(each, row)),
        points=tuple((point, row.view_of.get(no, "")) for no, point in enumerate(file.case.points, 1)),
        contacts=tuple(_foreseen(each) for each in steps(row, file.under.all(Contact))), phase_tasks=row.tasks, safeguards=row.safeguards, needs_collective=handling.major, number=row.number,
        footer=made(handling.unit.name), watermark="" if row.approved_on else UNAPPROVED,
    )  # fmt: skip
    return plans.plan(told)


def _foreseen(each: Step) -> plans.PlannedContact:
    told = f"{short(each.done)}{each.state_told}" if each.done else each.state_told
    return plans.PlannedContact(each.phase, each.level, each.mode, each.planned.day, told)


def _stands(each: Milestone, row: Plan) -> bool:
    return each.plan_id == row.id and each.stage is not w.Milestone.DROPPED


def _milestone(row: Milestone, known: Known) -> plans.Milestone:
    return plans.Milestone(row.text, row.day, known.name(row.responsible_id), row.reached_on, row.evidence)


def _part(file: CaseFile, handling: Handling) -> Part:
    return Part(
        handling.unit.name, handling.role.label, handling.scope, day_of(handling.handed_over_at),
        due(file.under, handling.id, Limit.CONTACT), due(file.under, handling.id, Limit.CO_OPINION),
        due(file.under, handling.id, Limit.REHANDLE) or due(file.under, handling.id),
    )  # fmt: skip


def _chain(handling: Handling, known: Known) -> Chain:
    """Block R, as far as it is settled."""

    def house(number: int | None) -> str:
        found = known.organisations.get(number or 0)
        return found.known_as if found else ""

    return Chain(
        known.name(handling.leader_id), known.name(handling.head_id), known.name(handling.officer_id),
        house(handling.division_id), known.held_by(handling.unit_id, Duty.PRINCIPAL),
        known.held_by(handling.unit_id, Duty.OFFICE_LEADER), tuple(map(house, handling.assisting)),
        known.name(handling.leading_leader_id),
    )  # fmt: skip


# F10

PAPERS = {
    "hand_over": "交办通知、交办清单", "acknowledge": "签收单", "record": "沟通记录", "present": "答复稿", "pass": "审核记录",
    "show": "征求意见稿", "sign": "答复函", "send": "答复函、征询意见表", "rate": "征询意见表", "close": "卷内文件目录",
}  # fmt: skip
OPINION = {"present": "会办意见稿", "sign": "会办意见函", "send": "会办意见函"}
# A co-opinion goes to the lead unit: no deputy is shown it, rates it or is waited for.
OF_REPLIES = (w.Consultation, w.Rating)
# The limits of the other kind of paper: of opinions on the road of a reply, and the other way round.
OTHERS = {False: (Limit.CO_OPINION, Limit.CO_AGAIN), True: (Limit.REPLY, Limit.REHANDLE)}
# What a button says is too little beside others.
NAMES = {A.PASS: "审核", A.RATE: "代表测评", A.RECORD: "办前沟通"}


def flow(file: CaseFile, row: Handling) -> Sheet:
    """The road of this handling by the rules of the place, and where it stands on it."""
    stations = [each for each in road(file.under.place) if not (row.advises and each.track in OF_REPLIES)]
    told = plans.FlowChart(
        row.unit.name, tuple(_step(each, row) for each in stations), _current(file, row, stations),
        made(row.unit.name), file.under.place.law,
    )  # fmt: skip
    return plans.flow_chart(told)


def _step(told: Station, row: Handling) -> plans.Step:
    by = "、".join(capacity.label for capacity in told.by)
    if Capacity.AT_THE_DESK in told.by:
        by = "、".join(DESK_LABELS.get(str(name), str(name)) for name, _ in row.unit.desks)
    papers = {**PAPERS, **(OPINION if row.advises else {})}
    limits = "；".join(text for limit, text in told.limits if limit not in OTHERS[row.advises])
    name, other = NAMES.get(told.action, told.action.label), "；".join(told.otherwise)
    paper = papers.get(told.action.value, "")
    return plans.Step(name, by, limits, paper, f"也可以{other}" if other else "")


def _current(file: CaseFile, row: Handling, stations: list[Station]) -> int:
    """The first step for which one of its subjects stands ready; none when the road is at its end."""
    papers = [p for p in file.under.all(Paper) if p.handling_id == row.id]
    sheets = [s for s in file.under.all(Rating) if s.paper.handling_id == row.id]
    subjects: list[Subject] = [row, *papers, *sheets, file.case]
    stages = {subject.stage for subject in subjects}
    return next((no for no, each in enumerate(stations, 1) if stages.intersection(each.at)), 0)


# F27


def collective(file: CaseFile, row: Collective) -> Sheet:
    """Of one that was recorded before such records were issued (`issued.records`)."""
    people = {each.owner_id or 0: introduce(file).name(each.owner_id) for each in file.charges}
    return decided(row, about(file.under), file.charges, people)
