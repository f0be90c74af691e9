"""The oral reply: put on record by the unit, signed by the deputy."""

from jianyi.parties.queries import held_posts
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Countersigned, Nothing, OnPaper, Spoken
from jianyi.procedure.words.duties import LEADERS
from jianyi.turn.case import Turn
from jianyi.turn.door import command

from .. import issued
from ..issued import records
from ..models import Delivery, OralReply, Paper
from .attachments import prove
from .papers import in_person


def _written(turn: Turn, record: OralReply, said: Spoken) -> None:
    posts = held_posts(record.congress_id).filter(person_id=said.replied_by, root_id=record.handling.unit_id)
    post = (
        posts.filter(duty__in=[duty.value for duty in LEADERS])
        .select_related("person")
        .order_by("id")
        .first()
    )
    record.put_down(said, turn.by.name)
    if post:
        record.speaker, record.post = post.person.name, post.title or post.duty.label
    record.number = issued.form_number(record.congress_id, "MF")


@command(OralReply, A.PUT_DOWN)
def put_down(turn: Turn, record: OralReply, said: Spoken) -> None:
    """It counts for nothing until the deputy has signed."""
    _written(turn, record, said)


@command(OralReply, A.RELAY)
def relay(turn: Turn, record: OralReply, said: Spoken) -> None:
    """Of a confidential proposer the congress's office puts it down; the unit learns nothing of the person."""
    _written(turn, record, said)
    record.relayed = True


@command(OralReply, A.COUNTERSIGN)
def countersign(turn: Turn, record: OralReply, said: Countersigned) -> None:
    record.answer_here(said)
    _delivered(turn, record)


@command(OralReply, A.ENTER)
def enter(turn: Turn, record: OralReply, said: OnPaper) -> None:
    """What the deputy has signed on paper; entered by the unit it waits for whoever can vouch for it."""
    record.answer_on_paper(said, turn.by.name)
    prove(turn, record, said.attachments, inside=record.id)
    _delivered(turn, record)


@command(OralReply, A.CONFIRM)
def confirm(turn: Turn, record: OralReply, said: Nothing) -> None:
    record.confirmed_by = turn.by.name
    _delivered(turn, record)


@command(OralReply, A.DISPUTE)
def dispute(turn: Turn, record: OralReply, said: Because) -> None:
    record.reason = said.reason


@command(OralReply, A.RECALL)
def recall(turn: Turn, record: OralReply, said: Because) -> None:
    record.reason = said.reason


def _delivered(turn: Turn, record: OralReply) -> None:
    """Signed, the record is a paper. A letter that is out already was handed over in person; one that is not yet out will say so when it is sent."""
    records.signed(turn, record)
    under = turn.under(record)
    out = [paper.id for paper in under.all(Paper) if paper.handling_id == record.handling_id]
    met = in_person(under, record.handling)
    rows = Delivery.objects.filter(congress_id=record.congress_id, paper_id__in=out, person_id__in=met)
    rows.exclude(channel="post").update(channel="in_person")
