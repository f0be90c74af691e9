"""Everything under one root, read at most once: models, deadlines, participations."""

from collections.abc import Callable
from typing import Any, TypeVar

from jianyi.kit import clock
from jianyi.kit.rows import Row
from jianyi.kit.statements import read
from jianyi.procedure.facts.acting import Acting, Actor, Clocks, Rules
from jianyi.procedure.facts.said import Said
from jianyi.procedure.places import Place, place

from .models import Deadline, Participation, Root, Subject, WorkItem
from .tracks import track_of


S = TypeVar("S", bound=Subject)
R = TypeVar("R", bound=Row)


class Under:
    """What one case consists of, as one turn or one page sees it; each model is asked for once."""

    def __init__(self, root: Root) -> None:
        self.root = root
        self._rows: dict[type[Subject], dict[int, Any]] = {type(root): {root.id: root}}
        self._others: dict[Any, Any] = {}
        root.come_home(self)

    @property
    def place(self) -> Place:
        return place(self.root.place)

    def all(self, model: type[S]) -> list[S]:
        """Every row of a model under the root, oldest first."""
        if model not in self._rows:
            self._rows[model] = {row.id: row for row in self._read(model)}
            for row in self._rows[model].values():
                row.come_home(self)
        return list(self._rows[model].values())

    def _read(self, model: type[S]) -> list[S]:
        if model._meta.model_name not in self.root.holds:
            return []
        return self._ask(model)

    def _ask(self, model: type[R]) -> list[R]:
        return read(model, congress_id=self.root.congress_id, root_id=self.root.id)

    def get(self, model: type[S], number: int) -> S:
        """One row under the root; raises KeyError when it hangs elsewhere."""
        self.all(model)
        found: S = self._rows[model][number]
        return found

    def add(self, subject: S) -> S:
        """A new subject joins the case."""
        self.all(type(subject))
        self._rows[type(subject)][subject.id] = subject
        if subject._meta.model_name not in self.root.holds:
            self.root.holds = [*self.root.holds, subject._meta.model_name]
        return subject.come_home(self)

    def once(self, key: Any, ask: Callable[[], Any]) -> Any:
        """Anything else that is read for the case, asked for once."""
        if key not in self._others:
            self._others[key] = ask()
        return self._others[key]

    @property
    def deadlines(self) -> list[Deadline]:
        found: list[Deadline] = self.once(Deadline, lambda: self._ask(Deadline))
        return found

    @property
    def participations(self) -> list[Participation]:
        found: list[Participation] = self.once(Participation, lambda: self._ask(Participation))
        return found

    @property
    def items(self) -> list[WorkItem]:
        """The work items as they are stored."""
        return self._ask(WorkItem)

    def look_up(self, subject: Subject, by: Actor, said: Said, capacities: Any) -> Callable[[type], Any]:
        """Facts by type, each asked for only when a need reads it."""
        known: dict[type, Any] = {
            Acting: Acting(by.people, capacities, by.device, by.ticket.link if by.ticket else "")
        }
        known |= {kind: said for kind in type(said).__mro__ if issubclass(kind, Said)}

        def look(kind: type) -> Any:
            if kind not in known:
                known[kind] = self._find(kind, subject)
            return known[kind]

        return look

    def _find(self, kind: type, subject: Subject) -> Any:
        if kind is Clocks:
            return self.clocks(subject)
        if kind is Rules:
            return rules(self.place)
        return kind() if issubclass(kind, Said) else track_of(subject).facts[kind](subject, self)

    def clocks(self, subject: Subject) -> Clocks:
        """The subject's clocks, and those of its root."""
        holders = (self.root.id, subject.clock_holder, subject.id)
        due = {
            row.limit: row.due_at.astimezone(clock.HOME) for row in self.deadlines if row.holder_id in holders
        }
        return Clocks(clock.now(), due)


def rules(where: Place) -> Rules:
    return Rules(
        {key: number.at for key, number in where.numbers.items()},
        frozenset(kind for kind, _ in where.limits),
        frozenset(where.rating_asks),
        frozenset(where.rating_axes),
    )
