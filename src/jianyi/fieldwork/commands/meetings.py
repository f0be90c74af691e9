"""A meeting: called, held, minuted, settled; who was invited answers; what was decided is done."""

from jianyi.cases.commands.attachments import attach as hang, prove, take_off
from jianyi.kit import clock
from jianyi.parties.standing import standing
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import (
    Attaching,
    Attending,
    Because,
    Calling,
    Minuting,
    Nothing,
    Passing,
    Reaching,
    Resolving,
)
from jianyi.procedure.words import Limit
from jianyi.turn import clocks
from jianyi.turn.case import Turn
from jianyi.turn.door import command, own
from jianyi.turn.models import Series

from ..issued import minutes
from ..models import Attendance, Guest, Joint, Meeting, Resolution, Treated, attended


@command(Meeting, A.CONVENE)
def convene(turn: Turn, meeting: Meeting, said: Calling) -> None:
    """Called, or called anew: who was invited stays so, whoever is new on the list is invited by the procedure."""
    meeting.call(said)
    if meeting._state.adding:
        meeting.save(force_insert=True)
    _ask(turn, meeting, said)
    _name(turn, meeting, said)
    if day := meeting.day:
        clocks.run_until(turn.under(meeting), meeting.id, Limit.MEETING, day, "定日", "本次活动的安排")


def _ask(turn: Turn, meeting: Meeting, said: Calling) -> None:
    """New guests; those who have not answered yet do so for the day as it now stands."""
    under = turn.under(meeting)
    known = {row.person_id: row for row in under.all(Guest)}
    for person in dict.fromkeys(said.guests):
        if person not in known:
            under.add(Guest.of(meeting, person_id=person))
    for guest in known.values():
        if guest.stage is w.Guest.INVITED:
            _await(turn, guest)


def _name(turn: Turn, meeting: Meeting, said: Calling) -> None:
    """Joint units and suggestions are exactly these."""
    for model, column, numbers in ((Joint, "unit_id", said.units), (Treated, "suggestion_id", said.cases)):
        rows = model.objects.filter(congress_id=meeting.congress_id, root_id=meeting.id)
        rows.exclude(**{f"{column}__in": numbers}).delete()
        known = set(rows.values_list(column, flat=True))
        model.objects.bulk_create(
            model(congress_id=meeting.congress_id, root_id=meeting.id, **{column: number})
            for number in dict.fromkeys(numbers)
            if number not in known and number != meeting.unit_id
        )


@own(Guest, A.INVITE)
def invite(turn: Turn, guest: Guest, said: Nothing) -> None:
    """Also who was un-invited: what was answered before counts no more."""
    guest.uninvited = ""
    _await(turn, guest)


invite_again = command(Guest, A.INVITE)(invite)


def _await(turn: Turn, guest: Guest) -> None:
    """The answer is due on the day that was said, else on the day itself."""
    meeting: Meeting = guest.root
    if day := meeting.answer_by or meeting.day:
        clocks.run_until(turn.under(guest), guest.id, Limit.ATTENDANCE, day, "定日", "本次活动的邀请")


@command(Guest, A.UNINVITE)
def uninvite(turn: Turn, guest: Guest, said: Because) -> None:
    """What was answered falls with the invitation."""
    guest.answer, guest.reason, guest.uninvited = "", "", said.reason


@command(Guest, A.ATTEND)
def attend(turn: Turn, guest: Guest, said: Nothing) -> None:
    guest.answer, guest.reason = "yes", ""


@command(Guest, A.EXCUSE)
def excuse(turn: Turn, guest: Guest, said: Because) -> None:
    guest.answer, guest.reason = "no", said.reason


@command(Meeting, A.CALL_OFF)
def call_off(turn: Turn, meeting: Meeting, said: Because) -> None:
    """Its batch may be handed over at another, and what it was to treat treated at another."""
    meeting.called_off, meeting.batch_id, meeting.escalation_id = said.reason, None, None


@command(Meeting, A.HOLD)
def hold(turn: Turn, meeting: Meeting, said: Attending) -> None:
    """Who was there is exactly this; each is put down as they stand on the day."""
    meeting.others, meeting.hours, meeting.held_by = said.others, said.hours, turn.by.name
    meeting.batch_id = said.batch or meeting.batch_id
    day = meeting.day or clock.today()
    meeting.nth = meeting.nth or Series.next(
        meeting.congress_id, f"meetings {meeting.unit_id or 0} {meeting.kind} {day.year}"
    )
    Attendance.at(meeting).delete()
    Attendance.objects.bulk_create(attended(meeting, day, standing(meeting.congress_id, said.present, day)))


@command(Meeting, A.ATTACH)
def attach(turn: Turn, meeting: Meeting, said: Attaching) -> None:
    take_off(turn, meeting, said.taken_off)
    hang(turn, meeting, (*said.photographs, *said.attachments))


@command(Meeting, A.MINUTE)
def minute(turn: Turn, meeting: Meeting, said: Minuting) -> None:
    meeting.minutes, meeting.minuted_by = said.minutes, turn.by.name


@command(Meeting, A.SEND_BACK)
def send_back(turn: Turn, meeting: Meeting, said: Because) -> None:
    meeting.sent_back = said.reason


@command(Meeting, A.SETTLE)
def settle(turn: Turn, meeting: Meeting, said: Nothing) -> None:
    meeting.settled_on, meeting.sent_back = clock.today(), ""
    minutes.settled(turn, meeting)


@command(Meeting, A.HAND_ON)
def name_another_chair(turn: Turn, meeting: Meeting, said: Passing) -> None:
    """Who has left settles no minutes."""
    meeting.chair_id = said.to


@command(Resolution, A.RESOLVE)
def resolve(turn: Turn, resolution: Resolution, said: Resolving) -> None:
    resolution.resolve(said)


@own(Resolution, A.TAKE_EFFECT)
def take_effect(turn: Turn, resolution: Resolution, said: Nothing) -> None:
    """Its clock runs until the day that was decided; the needs have seen to it that there is one."""
    if resolution.due:
        clocks.run_until(
            turn.under(resolution), resolution.id, Limit.RESOLUTION, resolution.due, "定日", "会议议定"
        )


@command(Resolution, A.REACH)
def reach(turn: Turn, resolution: Resolution, said: Reaching) -> None:
    resolution.reach(said)
    prove(turn, resolution, said.files)


@command(Resolution, A.HAND_ON)
def hand_on(turn: Turn, resolution: Resolution, said: Passing) -> None:
    resolution.pass_on(said)


@command(Resolution, A.DROP)
def drop(turn: Turn, resolution: Resolution, said: Because) -> None:
    resolution.reason = said.reason
