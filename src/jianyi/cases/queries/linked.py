"""What the holder of a link may read: which suggestion, which reply, what is asked; and no more of the case."""

from dataclasses import dataclass

from jianyi.kit import clock
from jianyi.parties.signing import digest
from jianyi.procedure.facts.acting import Actor, Ticket
from jianyi.procedure.words import Rating
from jianyi.turn.under import Under

from ..models import RatingLink, Sheet, Suggestion


@dataclass(frozen=True)
class Linked:
    """A sheet as a link opens it. `by`: who rates by it, and can do nothing else."""

    sheet: Sheet
    link: RatingLink
    under: Under
    by: Actor

    @property
    def ended(self) -> str:
        """Why nothing can be rated by this link any more; nothing while it is good."""
        if self.link.used_at:
            return "这个链接已经用过：测评已提交，一个链接只能用一次。"
        if self.sheet.stage is not Rating.AWAITED:
            return "这份测评已经收到或者已经截止，链接不能再用。"
        if not self._is_last:
            return "这个链接已作废：议案建议处已另发新的链接，请用新的。"
        return "这个链接已过有效期。" if clock.now() >= self.link.until else ""

    @property
    def is_elsewhere(self) -> bool:
        """It was opened on another device."""
        return self.link.device not in ("", self.by.device)

    @property
    def is_open(self) -> bool:
        return bool(self.link.device) and self.link.device == self.by.device

    @property
    def _is_last(self) -> bool:
        rows = RatingLink.objects.filter(congress_id=self.link.congress_id, sheet_id=self.sheet.id)
        return rows.order_by("-made_at", "-id").values_list("id", flat=True).first() == self.link.id


def linked(number: int, token: str, *, device: str) -> Linked | None:
    """By a link that was made; nothing for a token that was never given out."""
    known = digest(token)
    link = RatingLink.objects.filter(sheet_id=number, digest=known).first()
    row = Sheet.objects.filter(id=number, congress_id=link.congress_id).first() if link else None
    if link is None or row is None:
        return None
    under = Under(Suggestion.objects.get(congress_id=row.congress_id, id=row.root_id))
    sheet = under.get(Sheet, number)
    by = Actor(
        sheet.rater_id, sheet.rater.name, sheet.congress_id, device=device, ticket=Ticket(sheet.id, known)
    )
    return Linked(sheet, link, under, by)
