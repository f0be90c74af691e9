"""Who may see a circular: those who issue it at any time; whom it goes to, and who watches over them, once it is issued."""

from django.db.models import Exists, OuterRef, Q

from jianyi.cases.sight import is_office
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import WHOLE_UNIT

from .models import Addressee, Circular


def may_see(by: Actor) -> Q:
    """The condition on circulars."""
    return Q(congress_id=by.congress) & (_issues(by) | (_went_out() & _reads(by)))


def _issues(by: Actor) -> Q:
    own = Q(scope="unit", house_id__in=by.where(*WHOLE_UNIT))
    own |= Q(scope="government") if by.holds(Duty.GOVERNMENT_CLERK) else Q(pk__in=[])
    return own | (Q(scope="congress") if is_office(by) else Q(pk__in=[]))


def _went_out() -> Q:
    """Issued; one that was withdrawn afterwards stays on record for those who had it."""
    return Q(stage=w.Circular.ISSUED) | (Q(stage=w.Circular.WITHDRAWN) & ~Q(number=""))


def _reads(by: Actor) -> Q:
    if is_office(by):
        return Q(id__gt=0)
    to = Addressee.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), house_id__in=sorted(by.houses)
    )
    read = Q(Exists(to)) if by.houses else Q(pk__in=[])
    if by.holds(Duty.GOVERNMENT_CLERK):
        read |= Q(scope="unit", house__of_government=True)
    return read


def issues(by: Actor, circular: Circular) -> bool:
    """Of those who issue it: they are shown who has read it, and what each house answers."""
    if circular.scope == "unit":
        return circular.house_id in by.where(*WHOLE_UNIT)
    return by.holds(Duty.GOVERNMENT_CLERK) if circular.scope == "government" else is_office(by)
