"""The door: the only code that changes a stage. A command is its signature and its own change; all else is here."""

from collections.abc import Callable, Iterable
from copy import copy
from hashlib import sha256
from inspect import signature
from time import sleep
from typing import Any

from django.db import IntegrityError, OperationalError, transaction

from jianyi.journal import refusals
from jianyi.kit import clock
from jianyi.kit.statements import read
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Nothing, Said
from jianyi.procedure.refusals import Changed, Code, Refused

from .case import Body, Turn, no_body, too_busy
from .models import RequestKey, Root, Subject
from .tracks import track_of
from .under import Under


COMMANDS: dict[tuple[type[Subject], Action], "Command"] = {}
OWN_BODIES: dict[tuple[type[Subject], Action], Body] = {}
TRIES = 3
AGAIN = {"40001", "40P01"}
NOT_HAD = "55P03"
TWICE = "同样的内容刚刚已有人登记：请刷新后查看，不要重复办理。"
Also = Callable[[Any], Iterable[int]]


class Command:
    """A step a person takes. Called with who, on what, what is said; answers with the subject as it then stands.

    `seen`: the version of the subject that the person looked at; `key`: the request's own key, so that the same
    request sent twice is one step. Raises Refused.
    """

    def __init__(
        self, model: type[Subject], action: Action, says: type[Said], body: Body, also: Also | None
    ) -> None:
        self.model, self.action, self.says, self.body, self.also = model, action, says, body, also
        self.__doc__ = body.__doc__

    def __call__(
        self, *, by: Actor, on: Any, saying: Said | None = None, seen: int | None = None, key: str = ""
    ) -> Any:
        said = saying if saying is not None else self.says()
        try:
            return _tried(lambda: self._turn(by, on, said, seen, key))
        except Refused as refusal:
            if by.congress:
                self._note(by, on, refusal)
            raise

    def _note(self, by: Actor, on: Subject, refusal: Refused) -> None:
        subject = f"{on._meta.model_name}/{'new' if on._state.adding else on.id}"
        refusals.note(
            congress=by.congress, person=by.person, action=self.action.value, subject=subject,
            code=refusal.code, reasons=list(refusal.reasons),
        )  # fmt: skip

    def _turn(self, by: Actor, on: Any, said: Said, seen: int | None, key: str) -> Any:
        asked = self._digest(on, said)
        with transaction.atomic(durable=True):
            unders, subject = _locked(on, self.also(said) if self.also else ())
            if key and (done := _done_before(by, on, asked, key)):
                return done
            if seen is not None and seen != subject.version:
                raise Changed(
                    Code.CHANGED_MEANWHILE, "内容已有变动：请看过现在的内容再办理，您填写的内容已保留。"
                )
            turn = Turn(by, unders, OWN_BODIES)
            turn.take(self.action, subject, said, self.body)
            turn.take_own_steps()
            turn.finish()
            if key:
                _remember(by, subject, asked, key)
        return subject

    def _digest(self, on: Subject, said: Said) -> str:
        """The same step on the same subject with the same words; what is new has no number yet."""
        number = "new" if on._state.adding else on.id
        told = f"{self.action.value} {on._meta.model_name} {number} {said}"
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def command(model: type[Subject], action: Action, *, also: Also | None = None) -> Callable[[Body], Command]:
    """Decorate the change a person's step makes. `also`: which other roots it locks, told by what is said."""

    def make(body: Body) -> Command:
        says = list(signature(body, eval_str=True).parameters.values())[2].annotation
        kind = says if isinstance(says, type) and issubclass(says, Said) else Nothing
        return COMMANDS.setdefault((model, action), Command(model, action, kind, body, also))

    return make


def bare(model: type[Subject], action: Action, says: type[Said] = Nothing) -> Command:
    """A step that changes nothing but the stage."""
    return COMMANDS.setdefault((model, action), Command(model, action, says, no_body, None))


def own(model: type[Subject], action: Action) -> Callable[[Body], Body]:
    """Decorate the change a step of the procedure makes."""

    def keep(body: Body) -> Body:
        return OWN_BODIES.setdefault((model, action), body)

    return keep


def tick(root: Root) -> int:
    """Take the procedure's own steps that time has made ready under one root; answers how many there were."""

    def attempt() -> int:
        with transaction.atomic(durable=True):
            unders, _ = _locked(root, ())
            turn = Turn(Actor(0, "程序", root.congress_id), unders, OWN_BODIES)
            turn.take_own_steps()
            if turn.lines:
                turn.finish()
            return len(turn.lines)

    taken: int = _tried(attempt)
    return taken


def follow(root: Root, action: Action, said: Said) -> Any:
    """A step of the procedure on this root that a step on a root of another kind has brought about, in a turn of its own;
    answers with the root as it then stands. Raises Refused."""

    def attempt() -> Any:
        with transaction.atomic(durable=True):
            unders, subject = _locked(root, ())
            turn = Turn(Actor(0, "程序", root.congress_id), unders, OWN_BODIES)
            turn.take_for_the_procedure(action, subject, said)
            turn.take_own_steps()
            turn.finish()
            return subject

    return _tried(attempt)


def _done_before(by: Actor, on: Subject, asked: str, key: str) -> Subject | None:
    row = RequestKey.objects.filter(congress_id=by.congress, person=by.person, key=key).first()
    if row and row.asked != asked:
        raise Changed(Code.KEY_REUSED, "同一请求号已用于另一操作：请刷新页面后再试。")
    return type(on)._default_manager.get(congress_id=by.congress, id=row.subject_id) if row else None


def _remember(by: Actor, subject: Subject, asked: str, key: str) -> None:
    RequestKey.objects.create(
        congress_id=subject.congress_id,
        person=by.person,
        key=key,
        asked=asked,
        subject_id=subject.id,
        at=clock.now(),
    )


def _locked(on: Any, also: Iterable[int]) -> tuple[dict[int, Under], Any]:
    """Lock the roots in ascending order, whatever is touched; then read the subject again, under the lock."""
    kind = track_of(on).root
    if on._state.adding and isinstance(on, kind):
        new = copy(on)
        return {new.id: Under(new), **_lock(kind, on.congress_id, also)}, new
    unders = _lock(kind, on.congress_id, {on.root_number, *also})
    first = unders.pop(on.root_number)
    return {first.root.id: first, **unders}, _subject(on, first)


def _lock(kind: type[Root], congress: int, numbers: Iterable[int]) -> dict[int, Under]:
    wanted = sorted(set(numbers))
    rows = [row for number in wanted for row in read(kind, lock=True, congress_id=congress, id=number)]
    found = {row.id: Under(row) for row in rows}
    if len(found) < len(wanted):
        raise Changed(Code.CHANGED_MEANWHILE, "找不到这件事项：可能已经变动，请返回列表重新打开。")
    return found


def _subject(on: Any, under: Under) -> Any:
    if on.id == under.root.id:
        return under.root
    if on._state.adding:
        return under.add(copy(on))
    return under.get(type(on), on.id)


def _tried(attempt: Callable[[], Any]) -> Any:
    """Serialisation failures, deadlocks and rows that another was quicker to write are tried again, from fresh rows;
    a lock that is not had is said so."""
    for n in range(1, TRIES + 1):
        try:
            return attempt()
        except IntegrityError as error:
            if n == TRIES:
                raise Changed(Code.CHANGED_MEANWHILE, TWICE) from error
        except OperationalError as error:
            if n == TRIES or not _lost_a_race(error):
                raise _told(error) from error
            sleep(0.02 * n)


def _state(error: OperationalError) -> str:
    return str(getattr(error.__cause__, "sqlstate", ""))


def _lost_a_race(error: OperationalError) -> bool:
    return _state(error) in AGAIN


def _told(error: OperationalError) -> Exception:
    """A lock that was not had is a sentence for the user; anything else stays what it is."""
    busy = _lost_a_race(error) or _state(error) == NOT_HAD or "locked" in str(error)
    return too_busy() if busy else error
