"""Every write about the parties."""

from datetime import timedelta

from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.calendar import ONE
from jianyi.procedure.dividing import lines
from jianyi.procedure.facts.said import (
    Account,
    Arranging,
    Convening,
    Founding,
    Key,
    Lasting,
    Letterhead,
    Manner,
    Named,
    Nothing,
    Password,
    Phone,
    UnitRules,
    Until,
)
from jianyi.turn import days
from jianyi.turn.case import Turn
from jianyi.turn.door import bare, command

from .facts import divisions_of
from .models import Arrangement, Congress, Organisation, Person, Post, Proxy, Seat, Sitting, Term


LINK_LASTS = timedelta(hours=72)


@command(Congress, A.FOUND)
def found_congress(turn: Turn, congress: Congress, said: Founding) -> None:
    _describe(congress, said)


@command(Congress, A.CHANGE)
def change_congress(turn: Turn, congress: Congress, said: Founding) -> None:
    _describe(congress, said)


def _describe(congress: Congress, said: Founding) -> None:
    congress.name, congress.level, congress.area, congress.place = (
        said.name,
        said.level,
        said.area,
        said.place,
    )


@command(Term, A.OPEN)
def open_term(turn: Turn, term: Term, said: Lasting) -> None:
    """The change of term: the one before ends the day before, with its sittings; its mandates end by turns of their own,
    since each hangs on its own person (`expired_mandates`)."""
    _lasts(term, said)
    for other in turn.under(term).all(Term):
        if said.since and other.nth < term.nth and (other.until is None or other.until >= said.since):
            other.until = said.since - ONE
            other.save()


@command(Term, A.CHANGE)
def change_term(turn: Turn, term: Term, said: Lasting) -> None:
    _lasts(term, said)


def _lasts(term: Term, said: Lasting) -> None:
    term.nth, term.since, term.until = said.nth, said.since, said.until


@command(Arrangement, A.ANNOUNCE)
def announce(turn: Turn, arrangement: Arrangement, said: Arranging) -> None:
    """From now on days are counted by it; what it moves, the clock takes up case by case."""
    arrangement.arrange(said, turn.by.name, clock.today())
    days.forget(arrangement.congress_id)


@command(Sitting, A.OPEN)
def open_sitting(turn: Turn, sitting: Sitting, said: Convening) -> None:
    """The first sitting of all brings its term with it."""
    _convene(sitting, said)
    under = turn.under(sitting)
    if not under.all(Term):
        under.add(Term(congress_id=sitting.congress_id, root_id=sitting.root_id, nth=said.term)).save()


@command(Sitting, A.CHANGE)
def change_sitting(turn: Turn, sitting: Sitting, said: Convening) -> None:
    """Also when the session ends: from then on suggestions are made between sittings."""
    _convene(sitting, said)


def _convene(sitting: Sitting, said: Convening) -> None:
    sitting.label, sitting.term, sitting.nth = said.label, said.term, said.nth
    sitting.claims_until, sitting.in_session = said.claims_until, said.in_session


end_sitting = bare(Sitting, A.END)


@command(Organisation, A.FOUND)
def found_organisation(turn: Turn, organisation: Organisation, said: Named) -> None:
    organisation.rename(said.name, said.short)


@command(Organisation, A.CHANGE)
def change_organisation(turn: Turn, organisation: Organisation, said: Named) -> None:
    """Its tasks go on under the new name; what was printed before keeps the old one."""
    organisation.rename(said.name, said.short)


@command(Organisation, A.SET_RULES)
def set_rules(turn: Turn, unit: Organisation, said: UnitRules) -> None:
    """Names become numbers, so that a division keeps its work when it is renamed."""
    numbers = {name: number for number, name in divisions_of(unit).items()}
    unit.rule = unit.rule | {
        "coordinator": said.coordinator, "checks": list(said.checks), "blocks": said.blocks,
        "special": [[list(w), *(numbers[n] for n in names)] for w, names in lines(said.special)],
        "contents": [[list(w), *(numbers[n] for n in names)] for w, names in lines(said.contents)],
        "meets": said.meets, "photographs": said.photographs, "remarks_block": said.remarks_block, "milestones": said.milestones, "yearly": said.yearly,
        "evidence": said.evidence, "rhythm": said.rhythm.kept(clock.today()),
    }  # fmt: skip


@command(Organisation, A.SET_LETTERHEAD)
def set_letterhead(turn: Turn, unit: Organisation, said: Letterhead) -> None:
    """For letters from now on; what was signed keeps the one it had."""
    unit.rule = unit.rule | {"letterhead": {"text": said.text.strip(), "picture": said.picture}}


end_organisation = bare(Organisation, A.END)
appoint = bare(Post, A.APPOINT)


@command(Post, A.END)
def end_post(turn: Turn, post: Post, said: Nothing) -> None:
    """From today on the post is no longer held; what it allowed ends with the next request."""
    post.until = clock.today()


@command(Person, A.ADD)
def add_person(turn: Turn, person: Person, said: Account) -> None:
    """The instance carries the sign-in name, so that the rules can see whether it is free."""
    person.phone = said.phone


@command(Person, A.CHANGE)
def change_person(turn: Turn, person: Person, said: Phone) -> None:
    person.phone = said.phone


@command(Person, A.RESET)
def reset(turn: Turn, person: Person, said: Key) -> None:
    """A new one-time link; the old password no longer opens anything."""
    person.token, person.token_until, person.password = said.digest, clock.now() + LINK_LASTS, ""


@command(Person, A.ACTIVATE)
def activate(turn: Turn, person: Person, said: Password) -> None:
    person.password, person.token, person.token_until = said.hashed, "", None


@command(Person, A.CHANGE_PASSWORD)
def change_password(turn: Turn, person: Person, said: Password) -> None:
    """Sessions opened with the old one end with their next request."""
    person.password = said.hashed


@command(Person, A.ISSUE_KEY)
def issue_key(turn: Turn, person: Person, said: Key) -> None:
    """A token for the interface; the one before it is void."""
    person.key = said.digest


@command(Person, A.SET_MANNER)
def set_manner(turn: Turn, person: Person, said: Manner) -> None:
    """How one wants to be told outside the platform."""
    person.email = said.email.strip()
    person.manner = {
        "pace": said.pace, "digest_at": said.digest_at, "quiet_from": said.quiet_from, "quiet_until": said.quiet_until,
    }  # fmt: skip


@command(Person, A.DISABLE)
def disable(turn: Turn, person: Person, said: Nothing) -> None:
    person.password = person.token = person.key = ""


elect = bare(Seat, A.ELECT)
end_seat = bare(Seat, A.END)


@command(Proxy, A.AUTHORISE)
def authorise(turn: Turn, proxy: Proxy, said: Until) -> None:
    """Hand one's own post on for a time."""
    proxy.until, proxy.reason = said.until, said.reason


take_back = bare(Proxy, A.TAKE_BACK)
