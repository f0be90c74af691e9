"""What becomes of each suggestion: which road it takes, where it stands today, what is unusual about it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle, islice
from random import Random
from typing import Any

from jianyi.procedure.facts.said import Writing
from jianyi.procedure.places import place
from jianyi.procedure.words import Limit as L, Role

from . import texts
from .agenda import worked
from .founding import Province, data
from .timetable import LATE, QUICK, Timetable, start_for, timetable


Named = tuple[str, Role]


@dataclass
class Plan:
    """`stop`: the phase after which nobody goes on; `twists`: what is unusual."""

    writing: Writing
    category: str
    lead: int
    units: tuple[Named, ...]
    times: Timetable
    dice: Random
    stop: str = ""
    twists: frozenset[str] = frozenset()
    invited: tuple[int, ...] = ()
    reply_class: str = "A"
    year: int = 0
    between: bool = True
    first: bool = False

    def has(self, *twists: str) -> bool:
        return bool(self.twists.intersection(twists))


@dataclass(frozen=True)
class Live:
    """Something that waits today. `anchor`: the phase that starts the limit, which ends `offset` worked days from now."""

    stop: str
    anchor: str = "submit"
    limit: L = L.HAND_OVER
    offset: int = 2
    twists: tuple[str, ...] = ()


# What must be there, whatever the size: every stage that can be reached, in every list something late, due and coming.
LIVE = (
    Live("draft", offset=6), Live("invite", "invite", L.INVITATION, 0, ("signed_by_others",)), Live("submit", offset=-2), Live("submit", offset=0),
    Live("register", offset=-1), Live("register", offset=0), Live("propose", offset=0), Live("propose", offset=1),
    Live("propose", offset=-1, twists=("claimed",)), Live("register", offset=1, twists=("claimed", "claim_dropped")),
    Live("hand_over", "hand_over", L.ACKNOWLEDGE, -2), Live("hand_over", "hand_over", L.ACKNOWLEDGE, 0),
    Live("hand_over", "hand_over", L.ACKNOWLEDGE, 2), Live("receive", "hand_over", L.CONTACT, 0),
    Live("receive", "hand_over", L.CONTACT, -2),
    Live("return", "return", L.REASSIGN, 2, ("return_prepared",)), Live("return", "return", L.REASSIGN, 0, ("return_asked",)),
    Live("return", "return", L.REASSIGN, -1, ("return_asked",)), Live("return", "return", L.REASSIGN, 3, ("return_asked",)),
    Live("route", "hand_over", L.CONTACT, -2), Live("route", "hand_over", L.CONTACT, 0), Live("route", "hand_over", L.CONTACT, 5, ("given_back",)),
    Live("contact", "contact", L.CONFIRM_CONTACT, 0), Live("contact", "contact", L.CONFIRM_CONTACT, 3),
    Live("confirm", "hand_over", L.REPLY, 20, ("disputed",)), Live("begin", "hand_over", L.REPLY, -4),
    Live("begin", "hand_over", L.REPLY, 0), Live("write", "hand_over", L.REPLY, 9), Live("present", "hand_over", L.REPLY, -2),
    Live("present", "hand_over", L.REPLY, 0), Live("desk1", "hand_over", L.REPLY, 1), Live("desk2", "hand_over", L.REPLY, 0),
    Live("desk2", "hand_over", L.REPLY, -1), Live("desk2", "hand_over", L.REPLY, 6), Live("sign", "hand_over", L.REPLY, 0),
    Live("send", "hand_over", L.REPLY, 12, ("confidential",)), Live("send", "send", L.RATING, 0, ("oral_asked",)), Live("send", "send", L.RATING, 7, ("oral_scanned", "promised")),
    Live("rate", "rate", L.STUDY, 0, ("dissatisfied",)), Live("rate", "rate", L.STUDY, -1, ("dissatisfied",)),
    Live("rate", "rate", L.STUDY, 3, ("dissatisfied",)), Live("decide", "decide", L.REHANDLE, 5, ("dissatisfied", "again")),
    Live("write2", "decide", L.REHANDLE, 0, ("dissatisfied", "again")), Live("rate", "send", L.RATING, 8),
    Live("begin", "hand_over", L.CO_OPINION, 0, ("co", "co_open")), Live("present", "hand_over", L.CO_OPINION, -4, ("co", "co_open", "without_asked")),
    Live("begin", "hand_over", L.REPLY, 15, ("co", "co_offered")), Live("begin", "hand_over", L.REPLY, 25, ("co", "co_again")),
    Live("begin", "hand_over", L.REPLY, 30, ("withdrawal_asked", "signed_by_others")), Live("send", "hand_over", L.REPLY, 12, ("confidential", "withdrawn_late", "talk_put_up", "major")),
    Live("show", "hand_over", L.REPLY, 8), Live("show", "hand_over", L.REPLY, 11, ("confidential", "draft_to_relay")),
    Live("show", "hand_over", L.REPLY, 13, ("exemption",)), Live("agree", "hand_over", L.REPLY, 6, ("commented",)),
    Live("show", "show", L.DRAFT_VIEW, 0), Live("begin", "hand_over", L.REPLY, 16, ("extension_prepared", "talk_raised")),
    Live("begin", "hand_over", L.REPLY, 18, ("extension_asked", "talk_argued")), Live("begin", "hand_over", L.REPLY, 22, ("extension_granted", "talk_put_up")),
    Live("begin", "hand_over", L.REPLY, 27, ("plan_drafted",)), Live("begin", "hand_over", L.REPLY, 29, ("plan_presented",)),
    Live("begin", "hand_over", L.REPLY, 26, ("key",)), Live("desk2", "hand_over", L.REPLY, 7, ("key",)),
    Live("decide", "decide", L.REHANDLE, 12, ("dissatisfied", "again", "co")), Live("send", "send", L.RATING, 9, ("signed_by_others", "view", "promised")),
)  # fmt: skip
# The four departments that the demo shows first: every desk of theirs has something late, due today and coming.
DESKS = tuple(
    Live(stop, "hand_over", limit, offset)
    for offset in (-2, 0, 4)
    for stop, limit in (
        ("hand_over", L.ACKNOWLEDGE),
        ("present", L.REPLY),
        ("begin", L.REPLY),
        ("desk2", L.REPLY),
    )
)
# The newest of the third department: put into its group, then withdrawn by its deputy (grouping.left).
GROUPED = Live("begin", "hand_over", L.REPLY, 32)
STORY_UNITS = ("NYT", "FGW", "SHT", "WLT")
# And what waits for the deputies whom the demo shows first.
ASKED = (
    Live("send", "send", L.RATING, 0), Live("contact", "contact", L.CONFIRM_CONTACT, 0), Live("send", "send", L.RATING, 5),
    Live("return", "return", L.REASSIGN, 3, ("return_prepared",)),
)  # fmt: skip

# What has happened in the sittings, at least once each; then the common roads by weight.
PAST: tuple[tuple[str, ...], ...] = (
    ("letter",), ("reference",), ("turned_down",), ("withdrawn",), ("merge",), ("dissatisfied", "again", "escalated"),
    ("dissatisfied", "upheld", "commented", "co", "without_refused"), ("dissatisfied", "again", "promised"), ("unrated", "unanswered", "talk_agreed", "oral"), ("unconfirmed", "talk_decided", "oral_open"), ("disputed", "extension_dropped", "talk_dropped", "oral_disputed"), ("return_refused", "exempted"),
    ("return_granted",), ("return_dropped",), ("confidential",), ("delegation",), ("sent_back",), ("entered", "key", "oral_dropped", "dissatisfied", "again", "escalated"), ("separate", "extension_refused", "dissatisfied", "again", "escalated"),
    ("co", "major", "co_open", "without"), ("signed_by_others", "extension_granted"), ("late", "given_back", "oral_open", "dissatisfied", "again", "escalated"), ("withdrawal_refused", "signed_by_others"), ("withdrawal_dropped", "signed_by_others"),
    ("withdrawal_late", "signed_by_others"), ("co", "claimed", "without_late", "dissatisfied", "again", "escalated"), ("signed_by_others", "view", "oral_on_paper"), ("discarded",), ("desk_back", "exemption_refused", "return_lapsed", "oral_open"),
)  # fmt: skip
COMMON: dict[tuple[str, ...], int] = {
    (): 40, ("co",): 18, ("signed_by_others",): 14, ("separate",): 5, ("late",): 3, ("unrated",): 5, ("desk_back",): 5,
    ("claimed",): 5, ("disputed",): 2, ("unconfirmed",): 2, ("return_granted",): 2, ("return_refused",): 1, ("merge",): 1,
    ("dissatisfied", "again"): 2, ("dissatisfied", "upheld"): 1, ("dissatisfied", "again", "escalated"): 1, ("letter",): 2,
    ("turned_down",): 2, ("reference",): 1, ("withdrawn",): 1, ("sent_back",): 2, ("confidential",): 2, ("delegation",): 2,
    ("entered",): 2, ("commented",): 3, ("unanswered",): 3, ("key",): 2, ("oral",): 2,
}  # fmt: skip


@dataclass
class Planner:
    """Draws up every plan beforehand, so that the same seed gives the same year whatever happens in it."""

    province: Province
    seed: int
    today: date
    sittings: dict[int, tuple[date, date]]
    used: set[str] = field(default_factory=set)
    drawn: int = 0

    def plans(self, count: int) -> Iterator[Plan]:
        """About half of what there is waits today; the rest lies in the two sittings and between them."""
        shown: list[tuple[Live, str, int | None]] = [(live, "", None) for live in LIVE]
        shown.append((GROUPED, list(self.province.units)[2], None))
        least = len(shown)
        shown += [(live, unit, None) for live in DESKS for unit in STORY_UNITS]
        shown += [(live, unit, n) for live in ASKED for n, unit in enumerate(STORY_UNITS)]
        waiting = shown[: max(count * 3 // 5, min(count, least))]
        yield from (self._live(*one) for one in waiting)
        left = count - len(waiting)
        stories = [row for row in data("stories")["stories"] if self._known(row["units"])][: left // 4]
        yield from map(self._story, stories)
        years = cycle((max(self.sittings), max(self.sittings), min(self.sittings)))
        fates = islice(self._fates(), left - len(stories))
        yield from (self._past(twists, year) for twists, year in zip(fates, years, strict=False))

    def _fates(self) -> Iterator[tuple[str, ...]]:
        yield from PAST
        dice = Random(f"{self.seed}-fates")  # noqa: S311 - a game
        while True:
            yield dice.choices(list(COMMON), list(COMMON.values()))[0]

    def _known(self, units: list[list[str]]) -> bool:
        return all(key in self.province.units for key, _ in units)

    def _dice(self) -> Random:
        self.drawn += 1
        return Random(f"{self.seed}-{self.drawn}")  # noqa: S311 - a game

    def _live(self, live: Live, unit: str, deputy: int | None) -> Plan:
        """`unit`, `deputy`: whose list it shall lie in, where that matters."""
        dice = self._dice()
        target = worked(self.today, live.offset)
        day = start_for(place(self.province.congress.place), live.limit, target)
        times = timetable(dice, live.anchor, day, QUICK, {})
        plan = self._plan(dice, times, live.twists, unit)
        plan.stop, plan.year, plan.first = live.stop, max(self.sittings), True
        if deputy is not None:
            plan.lead = self.province.deputies[deputy].person
        if live.stop == "invite":
            plan.invited = tuple(one.person for one in self.province.deputies[:5] if one.person != plan.lead)
        return plan

    def _past(self, twists: tuple[str, ...], year: int) -> Plan:
        """Two thirds in the sitting; the others after it, handed over one by one."""
        dice = self._dice()
        opens, hands = self.sittings[year]
        between = dice.random() < 0.25
        gaps = {**(LATE if "late" in twists else {})}
        if between:
            day = worked(hands, dice.randint(30, 110))
            times = timetable(dice, "hand_over", day, gaps, {})
        else:
            times = self._in_sitting(dice, opens, hands, gaps)
        plan = self._plan(dice, times, twists, "")
        plan.year, plan.between = year, between
        return plan

    def _in_sitting(
        self, dice: Random, opens: date, hands: date, gaps: dict[str, tuple[int, int]]
    ) -> Timetable:
        day = worked(opens, dice.randint(0, 3))
        fixed = {
            "draft": day,
            "invite": day,
            "co_sign": day,
            "submit": day,
            "register": worked(day, dice.randint(2, 5)),
        }
        fixed["claim"] = worked(fixed["register"], 2)
        fixed["propose"] = worked(hands, -dice.randint(1, 3))
        return timetable(dice, "hand_over", hands, gaps, fixed)

    def _story(self, row: dict[str, Any]) -> Plan:
        dice, year = self._dice(), max(self.sittings)
        twists: tuple[str, ...] = tuple(row.get("twists", ()))
        times = self._in_sitting(dice, *self.sittings[year], LATE if "late" in twists else {})
        plan = self._plan(dice, times, twists, "")
        plan.writing = texts.story(dice, str(row["title"]))
        self.used.add(plan.writing.title)
        lead = self.province.by_name.get(str(row["lead"]))
        plan.lead = lead.person if lead else plan.lead
        plan.units = tuple((key, Role(role)) for key, role in row["units"])
        plan.invited = self._others(dice, plan.lead, int(row.get("signers", 0)))
        plan.reply_class, plan.year, plan.between, plan.first = str(row.get("class", "A")), year, False, True
        return plan

    def _plan(self, dice: Random, times: Timetable, twists: tuple[str, ...], unit: str) -> Plan:
        matter = texts.matter(dice, self.used)
        lead = self._lead(dice)
        invited = self._others(dice, lead, dice.randint(2, 9)) if "signed_by_others" in twists else ()
        classes = dice.choices("ABC", (70, 20, 10))
        return Plan(
            matter.writing, matter.category, lead, self._units(dice, matter.units, twists, unit), times, dice,
            twists=frozenset(twists), invited=invited, reply_class="B" if "promised" in twists else classes[0],
        )  # fmt: skip

    def _lead(self, dice: Random) -> int:
        """The people of the stories speak more often than others."""
        among = self.province.deputies[:8] if dice.random() < 0.3 else self.province.deputies
        return dice.choice(among).person

    def _others(self, dice: Random, lead: int, count: int) -> tuple[int, ...]:
        others = [one.person for one in self.province.deputies if one.person != lead]
        return tuple(dice.sample(others, min(count, len(others))))

    def _units(
        self, dice: Random, wanted: tuple[str, ...], twists: tuple[str, ...], unit: str
    ) -> tuple[Named, ...]:
        known = list(self.province.units)
        first = unit or next((key for key in wanted if key in known), known[0])
        if not unit and len(known) > 40 and dice.random() < 0.4:
            first = dice.choice(known)
        others = [key for key in (*wanted, *dice.sample(known, 2)) if key in known and key != first]
        if "separate" in twists:
            return (first, Role.SEPARATE), (others[0], Role.SEPARATE)
        if "co" in twists:
            return (first, Role.LEAD), *(
                (key, Role.CO) for key in dict.fromkeys(others[: dice.randint(1, 2)])
            )
        return ((first, Role.SOLE),)
