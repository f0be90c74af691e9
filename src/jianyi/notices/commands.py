"""What administrators do about the channels."""

from jianyi.kit import clock
from jianyi.parties.models import Congress, Person
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Resend
from jianyi.turn.case import Turn
from jianyi.turn.door import command

from .models import NO_ADDRESS, REFUSED, WAITING, Channel, Sending


@command(Congress, A.SEND_AGAIN)
def send_again(turn: Turn, congress: Congress, said: Resend) -> None:
    """What waits is due at once; what was refused, or had no address where there is one by now, waits again. Nothing that was
    accepted is sent twice."""
    rows = Sending.objects.filter(congress_id=congress.id, channel=said.channel)
    now = clock.now()
    known = Person.objects.filter(congress_id=congress.id).exclude(email="").values("id")
    rows.filter(state=WAITING, leased_until=None).update(due_at=now)
    rows.filter(state=REFUSED).update(state=WAITING, due_at=now, failure="")
    rows.filter(state=NO_ADDRESS, person_id__in=known).update(state=WAITING, due_at=now)
    Channel.objects.filter(congress_id=0, name=said.channel).update(rests_until=None)
