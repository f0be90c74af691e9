"""The register of contacts (沟通台账): every talk with deputies that was put down, for the unit, for who watches over units, and for
the deputies whose suggestion it was about."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.db.models import Exists, OuterRef, Q, QuerySet

from jianyi.cases.models import Contact, Handling
from jianyi.cases.queries.searching import titled
from jianyi.kit.pages import Way
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import FACE_TO_FACE, MODES, PHASES

from ..asked import Conditions, chosen_of, few, in_year, numbers_of, tasks, words_of, year_of
from ..columns import Hanging
from ..columns.needed import AROUND, shown
from ..register import Cut, Order, Register, labelled, seen_in
from ..sight import knows_teams, reads_talks, ways_to_talks


NOWHERE = "nowhere"
STAGES = {word.value: word.label for word in w.Contact if word is not w.Contact.NEW}
FACES = {"yes": "见面", "no": "不见面"}
OPTIONS = {"phase": PHASES, "mode": MODES, "stage": STAGES, "face": FACES}


@dataclass(frozen=True)
class Talks(Conditions):
    """Which talks are asked for. `words`: in the title of the suggestion, or its number."""

    unit: int = 0
    division: int = 0
    phase: str = ""
    mode: str = ""
    stage: str = ""
    face: str = ""
    year: int = 0
    words: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, Any]) -> Self:
        return cls(
            **numbers_of(asked, ("unit", "division")), **chosen_of(asked, OPTIONS), year=year_of(asked), words=words_of(asked)
        )  # fmt: skip

    def condition(self, by: Actor) -> Q:
        """Beside the manner, which is a way of its own."""
        asked = Q(phase=self.phase) if self.phase else Q()
        asked &= Q(stage=w.Contact(self.stage)) if self.stage else Q()
        return asked & in_year("occurred_at", self.year) if self.year else asked

    @property
    def modes(self) -> list[str]:
        """The manners asked for; nothing where any will do."""
        if not (self.mode or self.face):
            return []
        met = [mode for mode in MODES if not self.face or (mode in FACE_TO_FACE) == (self.face == "yes")]
        return [mode for mode in met if self.mode in ("", mode)] or [NOWHERE]

    def of_task(self, by: Actor) -> Q:
        """The condition on its handling."""
        asked = Q(unit_id=self.unit) if self.unit else Q()
        asked &= Q(division_id=self.division) if self.division and knows_teams(by) else Q()
        return asked & titled(self.words, by=by) if self.words else asked


def _all(asked: Conditions, by: Actor) -> QuerySet[Contact]:
    return Contact.objects.filter(asked.condition(by), congress_id=by.congress).exclude(stage=w.Contact.NEW)


def _within(asked: Any, by: Actor) -> list[Q]:
    """The ways to what is asked, as conditions on contacts: few tasks lead to their talks; who has many meets one of them soon among
    all, newest first."""
    return [_of_tasks(there) for there in _tasks(asked, by)]


def _of_tasks(there: QuerySet[Handling] | None) -> Q:
    if there is None:
        return Q()
    found = few(there, "id")
    if found is not None:
        return Q(handling_id__in=found)
    return Q(Exists(there.filter(congress_id=OuterRef("congress_id"), id=OuterRef("handling_id"))))


def _tasks(asked: Any, by: Actor) -> list[QuerySet[Handling] | None]:
    """Way by way the tasks whose talks are asked for; nothing where those of all are."""
    rows = tasks().filter(congress_id=by.congress)
    wanted = asked.of_task(by)
    return [rows.filter(wanted & way) if wanted or way else None for way in ways_to_talks(by)]


def _rows(order: str, by: Actor) -> QuerySet[Contact]:
    around = [f"handling__{name}" for name in AROUND]
    rows = Contact.objects.filter(congress_id=by.congress).select_related("handling", *around)
    own = [column.attname for column in Contact._meta.concrete_fields if column.attname not in LONG]
    return rows.only(*own, *shown("handling__"))


LONG = frozenset({"summary", "deputy_view", "golden_idea", "addition"})


def _ways(asked: Conditions, order: str, by: Actor) -> list[Way]:
    """Each manner has an index of its own in the order of the list."""
    rows, modes = _all(asked, by), _modes(asked)
    parts = [rows.filter(mode=mode) for mode in modes] or [rows]
    return [Way(part.filter(way)) for way in _within(asked, by) for part in parts] or [Way(rows.none())]


def _every(asked: Conditions, order: str, by: Actor) -> QuerySet[Contact]:
    rows, modes = _all(asked, by), _modes(asked)
    wanted = [Q() if there is None else Q(handling_id__in=there.values("id")) for there in _tasks(asked, by)]
    return seen_in(rows.filter(mode__in=modes) if modes else rows, wanted)


def _modes(asked: Any) -> list[str]:
    found: list[str] = asked.modes
    return found


CONTACTS = Register(
    key="contacts", label="沟通台账", about="与代表沟通的每一次记录一行", usually="全部记录", laid="contacts", measure="次",
    usual=("no", "title", "unit", "division", "phase", "mode", "at", "where", "deputies", "of_unit", "level", "state"),
    read=Talks.read,
    orders={"new": Order("新登记在前", ("id",), down=True), "old": Order("先登记在前", ("id",))},
    cuts={
        "unit": Cut("承办单位", lambda by: "handling__unit_id"),
        "division": Cut("牵头处室", lambda by: "handling__division_id", open_to=knows_teams),
        "phase": Cut("环节", lambda by: "phase", lambda part: PHASES.get(part, "")),
        "mode": Cut("方式", lambda by: "mode", lambda part: MODES.get(part, "")),
        "stage": Cut("记录情况", lambda by: "stage", labelled(w.Contact)),
    },
    rows=_rows, ways=_ways, every=_every, held=Hanging, anchor="contact", open_to=reads_talks,
)  # fmt: skip
