"""A group: made, joined, left, linked with meetings, given shared paragraphs, ended."""

from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Grouping, MeetingNamed, Nothing, SharedText as Text
from jianyi.turn.case import Turn
from jianyi.turn.door import command, own

from ..models import Linked, Member, SharedText, Theme


@command(Theme, A.GROUP)
def group(turn: Turn, theme: Theme, said: Grouping) -> None:
    """Made, or called otherwise; whoever is named and not in it yet joins it by the procedure."""
    theme.call(said)
    if theme._state.adding:
        theme.save(force_insert=True)
    under = turn.under(theme)
    known = {row.suggestion_id for row in under.all(Member)}
    for number in dict.fromkeys(said.cases):
        if number not in known:
            under.add(Member.of(theme, suggestion_id=number, unit_id=theme.unit_id))


@own(Member, A.JOIN)
def join(turn: Turn, member: Member, said: Nothing) -> None:
    member.come()


join_again = command(Member, A.JOIN)(join)


@command(Member, A.TAKE_OUT)
def take_out(turn: Turn, member: Member, said: Because) -> None:
    member.go(said.reason)


@own(Member, A.LAPSE)
def lapse(turn: Turn, member: Member, said: Nothing) -> None:
    """It was withdrawn, or went to another unit."""
    member.go()


@command(Theme, A.LINK)
def link(turn: Turn, theme: Theme, said: MeetingNamed) -> None:
    Linked.objects.get_or_create(congress_id=theme.congress_id, root_id=theme.id, meeting_id=said.meeting)


@command(Theme, A.UNLINK)
def unlink(turn: Turn, theme: Theme, said: MeetingNamed) -> None:
    Linked.objects.filter(congress_id=theme.congress_id, root_id=theme.id, meeting_id=said.meeting).delete()


@command(Theme, A.SHARE)
def share(turn: Turn, theme: Theme, said: Text) -> None:
    """An edition of its own: a draft that took paragraphs in keeps them as they were, and is told that they changed."""
    theme.edition += 1
    SharedText.objects.create(
        congress_id=theme.congress_id, root_id=theme.id, edition=theme.edition, paragraphs=said.paragraphs,
        written_by=turn.by.name, written_on=clock.today(),
    )  # fmt: skip


@command(Theme, A.WIND_UP)
def wind_up(turn: Turn, theme: Theme, said: Nothing) -> None:
    _end(turn, theme)


@command(Theme, A.GIVE_UP)
def give_up(turn: Turn, theme: Theme, said: Because) -> None:
    _end(turn, theme, said.reason)


def _end(turn: Turn, theme: Theme, reason: str = "") -> None:
    """Its suggestions may be in another group from now on."""
    theme.end(reason)
    for row in turn.under(theme).all(Member):
        if row.holds:
            row.holds = False
            row.save(update_fields=["holds"])
