"""What the procedure asks about the plan of a handling."""

from jianyi.parties.models import Organisation
from jianyi.parties.queries import held_posts
from jianyi.procedure import words as w
from jianyi.procedure.facts import cases as f
from jianyi.procedure.facts.said import PHASES
from jianyi.turn.under import Under

from ..models import Charge, Contact, Handling, Milestone, Plan
from ..models.plans import LIVE
from ..sight import posts_inside


def planned(plan: Plan, under: Under) -> f.Planned:
    others = [row for row in under.all(Plan) if row.handling_id == plan.handling_id and row.id != plan.id]
    mine = [row for row in under.all(Milestone) if row.plan_id == plan.id and row.stage in LIVE]
    return f.Planned(
        another=bool(others), open=plan.stage is w.Plan.DRAFTED, milestones=len(mine), least=_least(plan, under),
        points=len(plan.handling.root.points), unviewed=_unviewed(plan), unforeseen=_unforeseen(plan, under),
        foreseen=frozenset((row.phase, row.day) for row in plan.foreseen if row.day),
    )  # fmt: skip


def _least(plan: Plan, under: Under) -> int:
    """What the place lays down, and no less than the unit's own rule."""
    own: int = plan.handling.unit.rule.get("milestones", 0)
    return max(under.place.number("plan_milestones") or 1, own)


def _unviewed(plan: Plan) -> str:
    """A reply answers every point; a co-opinion is about its own part, so one view will do."""
    told = plan.view_of
    if plan.handling.advises and told:
        return ""
    return "、".join(str(n) for n in range(1, len(plan.handling.root.points) + 1) if n not in told)


def _unforeseen(plan: Plan, under: Under) -> str:
    """A co-unit answers to the lead, and who is not known to the unit is spoken to by the congress's office: neither need
    plan whom it meets."""
    if plan.handling.advises or plan.handling.root.confidential:
        return ""
    contacts = [row for row in under.all(Contact) if row.handling_id == plan.handling_id]
    held = {row.phase for row in contacts if row.stage is not w.Contact.DISPUTED}
    planned = {row.phase for row in plan.foreseen}
    return "、".join(label for phase, label in PHASES.items() if phase not in held | planned)


def planned_of(milestone: Milestone, under: Under) -> f.Planned:
    return planned(milestone.plan, under)


def crew_of(handling: Handling) -> dict[int, str]:
    """Who may read what the unit writes about the handling, with where they sit."""
    houses = {handling.unit_id, handling.division_id or 0, *handling.assisting, *_bodies(handling)}
    rows = held_posts(handling.congress_id).filter(posts_inside(handling), root_id__in=houses)
    return {
        row.person_id: f"{row.person.name}（{row.root.known_as}）"
        for row in rows.select_related("person", "root").order_by("root_id", "id")
    }


def _bodies(handling: Handling) -> list[int]:
    """The divisions and subordinate bodies of the unit; asked first, so that only their posts are read, not everybody's."""
    rows = Organisation.objects.filter(congress_id=handling.congress_id, parent_id=handling.unit_id)
    return list(rows.values_list("id", flat=True))


def crew(milestone: Milestone | Charge, under: Under) -> f.Crew:
    return under.once(  # type: ignore[no-any-return]
        ("crew", milestone.handling_id), lambda: f.Crew(frozenset(crew_of(milestone.handling)))
    )
