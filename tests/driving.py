"""The same stories through other doors: every command of a case is sent over the interface instead of called.

`Command.__call__` is replaced while a story plays. What the story gets back is what a command would give it: the
subject as it stands, or the refusal with the same code and the same sentences.
"""

from threading import current_thread, local
from typing import Any

from django.test import Client

from jianyi.cases.commands import batches
from jianyi.cases.models import Batch, Suggestion
from jianyi.circulars.models import Circular
from jianyi.fieldwork.models import Meeting
from jianyi.outcomes.models import Outcome, Publicity
from jianyi.parties.models import Person
from jianyi.procedure.refusals import Code, Refused
from jianyi.supervision.models import Help, Measure, Urging
from jianyi.themes.models import Theme
from jianyi.topics.models import KeyTopic
from jianyi.turn.door import Command
from jianyi.turn.speech import adapter
from jianyi.turn.tracks import track_of
from jianyi.web.middleware import stamp


ABOUT = {
    "suggestion": {"lead": "lead_id"}, "invitation": {"suggestion": "root_id", "person": "person_id"},
    "claim": {"suggestion": "root_id", "unit": "unit_id"}, "contact": {"handling": "handling_id"},
    "return": {"handling": "handling_id"},
    "extension": {"handling": "handling_id"}, "consultation": {"paper": "paper_id"}, "collective": {"paper": "paper_id"}, "withdrawal": {"suggestion": "root_id"}, "view": {"paper": "paper_id"},
    "plan": {"handling": "handling_id"}, "milestone": {"plan": "plan_id"}, "negotiation": {"handling": "handling_id"}, "oralreply": {"handling": "handling_id"},
    "waiver": {"handling": "handling_id", "helping": "helping_id"}, "batch": {}, "meeting": {}, "theme": {}, "resolution": {"meeting": "root_id"},
    "outcome": {}, "publicity": {}, "keytopic": {}, "circular": {}, "urging": {"way": "way", "unit": "unit_id", "division": "division_id"},
    "measure": {"rung": "rung", "handling": "handling_id", "way": "way"}, "plea": {"suggestion": "root_id"}, "help": {"suggestion": "suggestion_id"},
}  # fmt: skip


class Driver:
    """Takes over the commands of the cases; those about the parties go their usual way."""

    def __init__(self, monkeypatch: Any) -> None:
        self.straight, self.inside, self.steps = Command.__call__, local(), 0
        self.home = current_thread()
        monkeypatch.setattr(Command, "__call__", self._call())
        straight_batch = batches.hand_over

        def hand_over(*, by: Any, on: Any, seen: int | None = None, key: str = "") -> Any:
            return (
                straight_batch(by=by, on=on, seen=seen, key=key)
                if self.is_inside
                else self.take(batches.freeze, by, on, None, seen, key)
            )

        monkeypatch.setattr(batches, "hand_over", hand_over)

    @property
    def is_inside(self) -> bool:
        return getattr(self.inside, "on", False) or current_thread() is not self.home

    def _call(self) -> Any:
        driver = self

        def call(
            command: Command, *, by: Any, on: Any, saying: Any = None, seen: Any = None, key: str = ""
        ) -> Any:
            if driver.is_inside or track_of(on).root not in (
                Suggestion,
                Batch,
                Meeting,
                Theme,
                KeyTopic,
                Outcome,
                Publicity,
                Circular,
                Urging,
                Measure,
                Help,
            ):
                return driver.straight(command, by=by, on=on, saying=saying, seen=seen, key=key)
            return driver.take(command, by, on, saying, seen, key)

        return call

    def take(self, command: Command, by: Any, on: Any, saying: Any, seen: Any, key: str) -> Any:
        self.inside.on = True
        self.steps += 1
        try:
            return self.send(command, by, on, saying if saying is not None else command.says(), seen, key)
        finally:
            self.inside.on = False

    def send(self, command: Command, by: Any, on: Any, said: Any, seen: Any, key: str) -> Any:
        raise NotImplementedError


class OverTheInterface(Driver):
    """REST, with the session of whoever acts."""

    def send(self, command: Command, by: Any, on: Any, said: Any, seen: Any, key: str) -> Any:
        track = track_of(on).name
        body = {"saying": adapter(type(said)).dump_python(said, mode="json"), "about": about(on), "key": key}
        if seen is not None:
            body["seen"] = seen
        number = "new" if on._state.adding else on.id
        answer = client_of(by).post(
            f"/api/v1/{track}/{number}/{command.action.value}", body, content_type="application/json"
        )
        told = answer.json()
        if answer.status_code != 200:
            assert answer.status_code in (403, 404, 409), (answer.status_code, told)
            raise Refused(Code(told["code"]), *told["reasons"])
        return type(on)._default_manager.get(id=int(told["id"]))


def about(on: Any) -> dict[str, str]:
    if not on._state.adding:
        return {}
    told = {name: getattr(on, column) for name, column in ABOUT[track_of(on).name].items()}
    named = {name: str(value) for name, value in told.items() if value is not None}
    return named | ({"delegation": "1"} if getattr(on, "by_delegation", False) else {})


def client_of(by: Any) -> Client:
    """Signed in as this person."""
    person = Person.objects.get(id=by.person)
    client = Client(HTTP_HOST="localhost")
    session = client.session
    session["person"], session["since"] = person.id, stamp(person)
    session.save()
    client.cookies["sessionid"] = session.session_key or ""
    return client
