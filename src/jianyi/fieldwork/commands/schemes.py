"""The yearly work scheme of a unit."""

from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Nothing, Scheming
from jianyi.turn.case import Turn
from jianyi.turn.door import bare, command

from ..issued import schemes as issued
from ..models import SchemeText, WorkScheme


@command(WorkScheme, A.PLAN)
def draw_up(turn: Turn, scheme: WorkScheme, said: Scheming) -> None:
    """Every text is an edition of its own; what was approved before stays to be read."""
    scheme.edition += 1
    if scheme._state.adding:
        scheme.save(force_insert=True)
    SchemeText.objects.create(
        congress_id=scheme.congress_id, root_id=scheme.id, edition=scheme.edition, goals=said.goals, phases=said.phases,
        safeguards=said.safeguards, written_by=turn.by.name, written_on=clock.today(),
    )  # fmt: skip


present = bare(WorkScheme, A.PRESENT)


@command(WorkScheme, A.APPROVE)
def approve(turn: Turn, scheme: WorkScheme, said: Nothing) -> None:
    scheme.sent_back = ""
    text = SchemeText.objects.get(congress_id=scheme.congress_id, root_id=scheme.id, edition=scheme.edition)
    text.approved_by, text.approved_on = turn.by.name, clock.today()
    text.save(update_fields=["approved_by", "approved_on"])
    issued.approved(turn, scheme, text)


@command(WorkScheme, A.SEND_BACK)
def send_back(turn: Turn, scheme: WorkScheme, said: Because) -> None:
    scheme.sent_back = said.reason


end = bare(WorkScheme, A.END)
