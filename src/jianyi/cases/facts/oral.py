"""What the procedure asks about an oral reply."""

from jianyi.procedure import words as w
from jianyi.procedure.facts import oral as f
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import LEADERS
from jianyi.turn.under import Under

from ..holders import proposers
from ..models import Handling, OralReply, Paper, Suggestion
from .between import SIGNED
from .houses import house_by_duty


def face(record: OralReply, under: Under) -> f.Face:
    root: Suggestion = under.root  # type: ignore[assignment]
    handling = record.handling
    others = [row for row in under.all(OralReply) if row.handling_id == handling.id and row.id != record.id]
    return f.Face(
        signed=any(p.stage in SIGNED for p in under.all(Paper) if p.handling_id == handling.id),
        another=any(row.stands for row in others),
        speakers=frozenset(speakers(handling, under)),
        rank="本单位主要负责人" if _principal_only(root, under) else "本单位负责人",
        lead=root.lead_id,
        proposers=frozenset(proposers(under)),
        points=len(root.points),
        since=handling.handed_over_at,
        closed=root.stage is w.Suggestion.CLOSED,
    )


def speakers(handling: Handling, under: Under) -> dict[int, str]:
    """Who of the unit may reply in person today, by name; of a key suggestion the principal alone (QD21 28)."""
    root: Suggestion = under.root  # type: ignore[assignment]
    duties = (Duty.PRINCIPAL,) if _principal_only(root, under) else LEADERS
    found = house_by_duty(handling, under)
    return {person: name for duty in duties for person, name, _ in found.get(duty, ())}


def _principal_only(root: Suggestion, under: Under) -> bool:
    return root.key or under.place.says(w.OralBy.PRINCIPAL)
