"""Who acts, and the clocks: brought by the turn to every track."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

from ..calendar import in_words
from ..words import ANSWERING, Capacity, Duty, Limit


@dataclass(frozen=True, slots=True)
class Someone:
    """A capacity held by one person; with a `house` for as long as that person holds a post in it."""

    person: int
    house: int = 0


@dataclass(frozen=True, slots=True)
class Post:
    """A capacity held by whoever holds this post. Posts of the congress's own bodies are held in the congress."""

    duty: Duty
    organisation: int


Holder = Someone | Post


@dataclass(frozen=True, slots=True)
class Ticket:
    """Whoever comes by a link acts on one subject alone; `link`: the digest of its token."""

    subject: int
    link: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with the posts held today; `stands_for`: whose posts are held by time-boxed authorisation, and `lent`:
    which posts are held by nothing else; `unit_of`: for a post in a division or subordinate body, the unit it belongs to;
    `device`: a digest of what the browser brought; `ticket`: what alone may be acted on, for who has not signed in."""

    person: int
    name: str
    congress: int
    posts: frozenset[Post] = frozenset()
    stands_for: frozenset[int] = frozenset()
    unit_of: Mapping[int, int] = field(default_factory=dict, hash=False)
    lent: frozenset[Post] = frozenset()
    device: str = ""
    ticket: Ticket | None = None

    @property
    def unlent(self) -> "Actor":
        """The same person with nothing but what is their own."""
        posts = self.posts - self.lent
        houses = {post.organisation for post in posts}
        unit_of = {house: unit for house, unit in self.unit_of.items() if house in houses}
        return replace(self, posts=posts, lent=frozenset(), stands_for=frozenset(), unit_of=unit_of)

    @property
    def people(self) -> frozenset[int]:
        """Who acts, and for whom."""
        return frozenset({self.person, *self.stands_for}) - {0}

    @property
    def houses(self) -> frozenset[int]:
        """Where a post is held: organisations, and the units that divisions belong to."""
        return frozenset({*(post.organisation for post in self.posts), *self.unit_of.values()})

    def is_one_of(self, holder: Holder) -> bool:
        if isinstance(holder, Post):
            return holder in self.posts
        return holder.person == self.person and self.is_at_home(holder)

    def is_at_home(self, holder: Someone) -> bool:
        return not holder.house or holder.house in self.houses

    def where(self, *duties: Duty) -> list[int]:
        """The organisations in which one of these duties is held."""
        return sorted({post.organisation for post in self.posts if post.duty in duties})

    def holds(self, *duties: Duty) -> bool:
        return any(post.duty in duties for post in self.posts)


@dataclass(frozen=True, slots=True)
class Acting:
    """`people`: who acts, and for whom; delegator and delegate both count. `device`, `link`: where a link brought them."""

    people: frozenset[int] = frozenset()
    capacities: frozenset[Capacity] = frozenset()
    device: str = ""
    link: str = ""


class Lasts(dict[str, str]):
    """A sentence may speak of a limit that does not run here."""

    def __missing__(self, limit: str) -> str:
        return "未起算"


@dataclass(frozen=True, slots=True)
class Clocks:
    """The subject's clocks and its root's; each instant is the first that is late."""

    now: datetime
    due: Mapping[Limit, datetime] = field(default_factory=dict)

    def ran_out(self, limit: Limit) -> bool:
        return limit in self.due and self.now >= self.due[limit]

    @property
    def answer(self) -> datetime | None:
        """By when the task must be answered: the latest of the limits its answer stands under."""
        return max((at for limit, at in self.due.items() if limit in ANSWERING), default=None)

    @property
    def answer_told(self) -> str:
        return _last(self.answer) if self.answer else "未起算"

    @property
    def last(self) -> dict[str, str]:
        """For sentences: the last moment of each limit, 24:00 written as such."""
        return Lasts({limit.value: _last(at) for limit, at in self.due.items()})


@dataclass(frozen=True, slots=True)
class Rules:
    """What the place lays down beside its rows: bounds, which limits exist at all, what its rating sheet asks."""

    bounds: Mapping[str, int] = field(default_factory=dict)
    laid_down: frozenset[Limit] = frozenset()
    rating_asks: frozenset[str] = frozenset()
    rating_axes: frozenset[str] = frozenset()

    def least(self, key: str) -> int:
        return self.bounds.get(key, 1)

    def allows(self, key: str, count: int) -> bool:
        """Not more than the place lays down; where it lays down nothing, any number."""
        return key not in self.bounds or count <= self.bounds[key]


def _last(at: datetime) -> str:
    if at.time() == time(0):
        return f"{in_words((at - timedelta(days=1)).date())} 24:00"
    return f"{in_words(at.date())} {at:%H:%M}"
