"""The yearly work scheme of a unit as a numbered paper (F09): one for each edition that a leader approves."""

from collections.abc import Iterator
from datetime import date, timedelta

from jianyi.cases import issued
from jianyi.cases.letters import plans
from jianyi.cases.letters.values import Chain, Issue
from jianyi.cases.models import Handling
from jianyi.cases.models.handlings import OVER
from jianyi.kit import clock
from jianyi.parties.queries import held_posts, names, organisation_names
from jianyi.procedure.facts.said import CHECKS
from jianyi.procedure.phases import phases
from jianyi.procedure.words import ANSWERING, Duty
from jianyi.turn.case import Turn
from jianyi.turn.models import Deadline

from ..models import SchemeText, WorkScheme


SERIES = "建发"
# What each duty means for the work of the year (F09 组织机制), and who holds it.
MECHANISM = (
    ("牵头（主要负责人）", Duty.PRINCIPAL), ("抓总（分管办公室领导）", Duty.OFFICE_LEADER), ("领衔（单位领导）", Duty.LEADER),
    ("统筹（办公室）", Duty.UNIT_OFFICE),
)  # fmt: skip


def approved(turn: Turn, scheme: WorkScheme, text: SchemeText) -> None:
    """A later edition is a paper of its own; on the check page the earlier one is said to be replaced."""
    unit = scheme.unit
    number = issued.numbered(unit, SERIES)
    issue = Issue(
        unit.name, number, clock.today(), turn.by.name, style="official", check=issued.check(number, unit.id)
    )
    issue = issued.headed(issue, unit)
    tasks = _tasks(scheme)
    told = plans.Scheme(
        issue, scheme.year, len(tasks), text.goals, tuple(_mechanism(scheme)), tuple(_phases(scheme.year, text.phases)),
        tuple(_allocated(scheme.congress_id, tasks)), quality=_quality(unit.rule.get("checks", ())), safeguards=text.safeguards,
    )  # fmt: skip
    issued.issue(turn, scheme, "scheme", plans.scheme(told), issue, unit.id)


def _mechanism(scheme: WorkScheme) -> Iterator[tuple[str, str]]:
    rows = held_posts(scheme.congress_id).filter(root_id=scheme.unit_id).select_related("person")
    held = [(row.duty, row.person.name) for row in rows.order_by("id")]
    for label, duty in MECHANISM:
        who = dict.fromkeys(name for found, name in held if found is duty)
        if who:
            yield label, "、".join(who)


def _phases(year: int, text: str) -> Iterator[plans.Phase]:
    """Each begins on the day after the one before it has ended."""
    since = date(year, 1, 1)
    for phase in phases(text):
        yield plans.Phase(phase.name, since, phase.until, phase.tasks)
        since = phase.until + timedelta(days=1)


def _quality(checks: tuple[str, ...]) -> tuple[str, ...]:
    """What the unit's own rules check before a reply is signed."""
    return tuple(label for name, label in CHECKS.items() if name in checks)


def _tasks(scheme: WorkScheme) -> list[Handling]:
    """What the unit was handed in the year and still has, by number."""
    since, until = (clock.midnight(date(each, 1, 1)) for each in (scheme.year, scheme.year + 1))
    rows = Handling.objects.filter(
        congress_id=scheme.congress_id, unit_id=scheme.unit_id, handed_over_at__gte=since, handed_over_at__lt=until
    ).exclude(stage__in=OVER)  # fmt: skip
    return list(rows.select_related("root").order_by("root__between", "root__number", "id"))


def _allocated(congress: int, tasks: list[Handling]) -> Iterator[plans.Allocated]:
    people = {number for row in tasks for number in (row.leader_id, row.head_id, row.officer_id) if number}
    known = names(congress, people)
    divisions = organisation_names(congress, {row.division_id for row in tasks if row.division_id})
    running = Deadline.objects.filter(
        congress_id=congress, holder_id__in=[row.id for row in tasks], limit__in=ANSWERING
    )
    due = dict(running.order_by("id").values_list("holder_id", "due_on"))
    for row in tasks:
        yield plans.Allocated(
            row.root.no, row.role.label,
            Chain(
                known.get(row.leader_id or 0, ""), known.get(row.head_id or 0, ""), known.get(row.officer_id or 0, ""),
                divisions.get(row.division_id or 0, ""),
            ),
            due.get(row.id),
        )  # fmt: skip
