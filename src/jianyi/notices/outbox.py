"""How the channels fare, as the administrators of a congress see it."""

from dataclasses import dataclass
from datetime import datetime

from jianyi.kit import clock
from jianyi.parties.models import Person
from jianyi.parties.queries import names
from jianyi.procedure import words
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import CHANNELS as LABELS

from .channels import CHANNELS
from .models import NO_ADDRESS, REFUSED, SENT, STATES, WAITING, Channel, Sending


SHOWN, LOOKED_AT = 20, 200
COUNTED = 1_000


@dataclass(frozen=True)
class Fares:
    """One channel. Counts stop at COUNTED; `since`: of the oldest that waits."""

    name: str
    label: str
    is_wanted: bool
    lacking: str
    waiting: int
    since: datetime | None
    refused: int
    no_address: int
    sent_at: datetime | None
    failure: str
    failed_at: datetime | None
    rests_until: datetime | None
    alarmed_at: datetime | None

    @property
    def state_label(self) -> str:
        if not self.is_wanted:
            return "没有启用"
        return "缺设置" if self.lacking else "暂时不通" if self.failure else "正常"

    @property
    def is_well(self) -> bool:
        return self.is_wanted and not self.lacking and not self.failure


@dataclass(frozen=True)
class Stuck:
    """What did not go: to whom, why, how many, when the latest is tried again."""

    channel: str
    person: str
    state: str
    failure: str
    count: int
    tries: int
    made_at: datetime
    due_at: datetime | None


def fares(*, by: Actor) -> list[Fares]:
    return [_fares(name, by.congress) for name in CHANNELS]


def _fares(name: str, congress: int) -> Fares:
    channel = CHANNELS[name]
    rows = Sending.objects.filter(congress_id=congress, channel=name)
    house = Channel.objects.filter(congress_id=0, name=name).first() or Channel()
    own = Channel.objects.filter(congress_id=congress, name=name).first() or Channel()
    counts = {state: rows.filter(state=state)[:COUNTED].count() for state in (WAITING, REFUSED, NO_ADDRESS)}
    oldest = rows.filter(state=WAITING).order_by("due_at", "id").values_list("made_at", flat=True).first()
    last = rows.filter(state=SENT).order_by("-id").values_list("sent_at", flat=True).first()
    rests = house.rests_until if house.rests_until and house.rests_until > clock.now() else None
    return Fares(
        name, LABELS[name], channel.is_wanted(), channel.lacking() if channel.is_wanted() else "", counts[WAITING],
        oldest, counts[REFUSED], counts[NO_ADDRESS], last, house.failure, house.failed_at, rests, own.alarmed_at,
    )  # fmt: skip


def stuck(*, by: Actor) -> list[Stuck]:
    """The latest that were refused, have no address or were tried in vain; those of one person for one reason are one."""
    rows: list[Sending] = []
    for state in (REFUSED, NO_ADDRESS, WAITING):
        found = Sending.objects.filter(congress_id=by.congress, state=state, channel__in=list(CHANNELS))
        found = found.exclude(failure="") if state == WAITING else found
        rows += found.order_by("-id")[:LOOKED_AT]
    alike: dict[tuple[str, int, str, str], list[Sending]] = {}
    for row in sorted(rows, key=lambda row: -row.id):
        alike.setdefault((row.channel, row.person_id, row.state, row.failure), []).append(row)
    known = names(by.congress, {row.person_id for row in rows})
    return [_stuck(few, known) for few in list(alike.values())[:SHOWN]]


def _stuck(rows: list[Sending], known: dict[int, str]) -> Stuck:
    row = rows[0]
    again = row.due_at if row.state == WAITING else None
    return Stuck(
        LABELS[row.channel], known.get(row.person_id, ""), STATES[row.state], row.failure, len(rows), row.tries,
        row.made_at, again,
    )  # fmt: skip


def without_address(*, by: Actor) -> int:
    """How many who may sign in have laid down no address."""
    people = Person.objects.filter(congress_id=by.congress, stage=words.Person.ACTIVE, email="")
    return people.count()
