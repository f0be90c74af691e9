"""What the press wrote of suggestions: put on record, put right, removed."""

from jianyi.cases.commands.attachments import prove
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Reported
from jianyi.procedure.refusals import Code, NotReady
from jianyi.turn.case import Turn
from jianyi.turn.door import command

from ..models import Featured, Publicity
from .linking import handled


KNOWN = "同一家媒体同一天的同名报道已经登记：请在那一条上补充涉及的建议，不要重复登记。"


@command(Publicity, A.FEATURE)
def feature(turn: Turn, publicity: Publicity, said: Reported) -> None:
    """Put on record, or put right: what it is about is exactly these suggestions. Raises NotReady."""
    publicity.describe(said)
    _is_new(publicity)
    handled(publicity.congress_id, publicity.unit_id, said.cases)
    publicity.noted_on = publicity.noted_on or clock.today()
    if publicity._state.adding:
        publicity.save(force_insert=True)
    rows = Featured.objects.filter(congress_id=publicity.congress_id, root_id=publicity.id)
    rows.exclude(suggestion_id__in=said.cases).delete()
    known = set(rows.values_list("suggestion_id", flat=True))
    Featured.objects.bulk_create(
        Featured(congress_id=publicity.congress_id, root_id=publicity.id, suggestion_id=number)
        for number in dict.fromkeys(said.cases)
        if number not in known
    )
    prove(turn, publicity, said.attachments)


def _is_new(publicity: Publicity) -> None:
    same = Publicity.objects.filter(
        congress_id=publicity.congress_id, stage=w.Publicity.NOTED, on=publicity.on, medium=publicity.medium,
        title=publicity.title, unit_id=publicity.unit_id,
    )  # fmt: skip
    if same.exclude(id=publicity.id).exists():
        raise NotReady(Code.CHECKLIST_UNMET, KNOWN)


@command(Publicity, A.REMOVE)
def remove(turn: Turn, publicity: Publicity, said: Because) -> None:
    publicity.removed = said.reason.strip()
