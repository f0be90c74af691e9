"""Steps: what may be done at a subject now and why not, and doing it. One route for every command of a case."""

from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Body, Router

from jianyi.cases import mentioned
from jianyi.cases.commands import batches
from jianyi.cases.issued.links import address_of
from jianyi.cases.models import Sheet, Suggestion
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Entered, Said
from jianyi.topics import due
from jianyi.turn.door import COMMANDS, Command
from jianyi.turn.speech import Unclear, read
from jianyi.turn.tracks import by_name, track_of

from .doors import who
from .inputs import Asked, NumberOrNew, Step, Word
from .offers import Offer, Offers, offer, offers
from .refusing import ANSWERS, READS
from .shapes import Taken
from .subjects import ROOTS, Found, find


router = Router(tags=["steps"])
NOTHING = Step()


@router.get("/{track}/{number}/actions", response={200: Offers, **READS})
def actions(request: HttpRequest, track: Word, number: NumberOrNew, about: Asked) -> Offers:
    """What I may do here now: each ready, or with what is missing."""
    found = find(track, number, about.told, by=who(request))
    return Offers(subject=taken(found.subject), rows=offers(found, by=who(request)))


@router.get("/{track}/{number}/actions/{action}", response={200: Offer, **READS})
def action(request: HttpRequest, track: Word, number: NumberOrNew, action: Word, about: Asked) -> Offer:
    """One action: may I, and if not, the code and the sentences it would be refused with."""
    command = command_of(track, action)
    return offer(find(track, number, about.told, by=who(request)), command, by=who(request))


@router.post("/{track}/{number}/{action}", response={200: Taken, **ANSWERS})
def take(
    request: HttpRequest,
    track: Word,
    number: NumberOrNew,
    action: Word,
    step: Annotated[Step, Body()] = NOTHING,
) -> Taken:
    """Take a step. `number` is `new` for what does not exist yet; `about` then says what it is about."""
    by, command = who(request), command_of(track, action)
    found = find(track, number, step.about.told, by=by)
    return taken(call(command, found, understood(command, step.saying, by), step, by))


def command_of(track: str, action: str) -> Command:
    """The command of a case's track, or 404."""
    known = by_name().get(track)
    verb = next((verb for verb in Action if verb.value == action), None)
    command = COMMANDS.get((known.model, verb)) if known and verb and known.root in ROOTS else None
    if command is None:
        raise Http404("没有这一步。")
    return command


def understood(command: Command, saying: dict[str, Any], by: Actor) -> Said:
    """What is said, read and looked up. Raises Unclear."""
    said = read(command.says, saying)
    if problems := mentioned.unknown(said, by=by):
        raise Unclear(problems)
    return said


def call(command: Command, found: Found, said: Said, step: Step, by: Actor) -> Any:
    """A batch is handed over as a whole; a paper that is typed in is written before it is entered."""
    if command is batches.freeze:
        return batches.hand_over(by=by, on=found.subject, seen=step.seen, key=step.key or "")
    if isinstance(said, Entered) and found.is_new:
        found.subject.write(said)
    done = command(by=by, on=found.subject, saying=said, seen=step.seen, key=step.key or "")
    due.followed(done)
    return done


def _link(subject: Any) -> str:
    """Of a sheet for which a link has just been made."""
    token = subject.link_token if isinstance(subject, Sheet) else ""
    return address_of(subject.id, token) if token else ""


def taken(subject: Any) -> Taken:
    case = subject.root_number if track_of(subject).root is Suggestion else 0
    return Taken(
        id=str(subject.id), track=track_of(subject).name, stage=subject.stage.value, stage_label=subject.stage.label,
        version=subject.version, suggestion=str(case or ""), link=_link(subject),
    )  # fmt: skip
