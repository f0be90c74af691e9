"""Random walks over the commands: whoever may act acts, whoever may not tries all the same, time passes.

After every step everything in `invariants` must hold, and the walk's own small memory must agree: what has ended has
ended, what was given stays given. `JIANYI_WALKS=200x500` walks farther.
"""

import os
import random
from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

import invariants
from build import World, at
from jianyi.cases.due import tick_all
from jianyi.cases.models import (
    Claim,
    Contact,
    Handling,
    Invitation,
    Paper,
    Return,
    Sheet,
    Suggestion,
    View,
    Withdrawal,
)
from jianyi.cases.queries.files import acts_at
from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.refusals import Refused
from jianyi.procedure.words import Duty
from jianyi.turn.door import COMMANDS
from jianyi.turn.models import Deadline, Notice, WorkItem
from talking import words


WALKS, STEPS = map(int, os.environ.get("JIANYI_WALKS", "20x50").split("x"))
S = w.Suggestion
# The road, drawn a second time: where a suggestion may go from where.
ROAD = {
    S.DRAFT: {S.SUBMITTED, S.WITHDRAWN},
    S.SUBMITTED: {S.REGISTERED, S.DRAFT, S.RETURNED, S.LETTER, S.REFERENCE, S.WITHDRAWN},
    S.REGISTERED: {S.PROPOSED, S.MERGED, S.WITHDRAWN},
    S.PROPOSED: {S.HANDED_OVER, S.MERGED, S.WITHDRAWN},
    S.HANDED_OVER: {S.ANSWERED, S.RATED, S.TRACKING, S.ESCALATED, S.WITHDRAWN},
    S.ANSWERED: {S.HANDED_OVER, S.RATED, S.TRACKING, S.ESCALATED},
    S.RATED: {S.CLOSED, S.HANDED_OVER},
}  # fmt: skip
SEEN: Counter[str] = Counter()


class Memory:
    """What the walk remembers of a case, to hold against what it finds afterwards."""

    def __init__(self, case):
        self.stage, self.number, self.lines = case.stage, case.number, 0
        self.sent, self.rated = {}, {}

    def look(self, case):
        if case.stage is not self.stage:
            assert case.stage in ROAD.get(self.stage, set()), (self.stage, case.stage)
        assert self.number in (None, case.number), "a number is frozen"
        lines = Line.objects.filter(root_id=case.id).count()
        assert lines >= self.lines, "the record only grows"
        self.stage, self.number, self.lines = case.stage, case.number, lines
        self._replies(case)
        self._sheets(case)

    def _replies(self, case):
        """A letter that went out stays as it was, word for word; and nothing goes a third round."""
        for paper in Paper.objects.filter(root_id=case.id, stage=w.Paper.SENT):
            told = (paper.digest, paper.number, paper.reply_class, str(paper.answers))
            assert self.sent.setdefault(paper.id, told) == told
        assert not Handling.objects.filter(root_id=case.id, round__gt=2).exists()

    def _sheets(self, case):
        for sheet in Sheet.objects.filter(root_id=case.id).exclude(rated_at=None):
            told = (sheet.attitude, sheet.result, sheet.opinion)
            assert self.rated.setdefault(sheet.id, told) == told, "a rating is given once"


def snapshot(cases):
    """What a refusal must leave as it was."""
    kinds = (
        Line,
        Deadline,
        Notice,
        WorkItem,
        Handling,
        Contact,
        Paper,
        Return,
        Withdrawal,
        Sheet,
        View,
        Claim,
    )
    return [kind.objects.count() for kind in kinds], list(
        Suggestion.objects.filter(id__in=cases).values().order_by("id")
    )


SEEDS = st.integers(0, 2**32)
START = [
    lambda world: world.draft(points=2),
    lambda world: world.registered(points=2),
    lambda world: world.handed_over(("NYT", w.Role.LEAD), ("CZT", w.Role.CO), points=2)[0].root,
    lambda world: world.working(world.handed_over(points=2)[0]).root,
    lambda world: world.cleared(world.working(world.handed_over(points=2)[0])).handling.root,
    lambda world: world.answered(points=2).root,
]


class Walk(RuleBasedStateMachine):
    world: World
    people: list

    @initialize(seed=SEEDS)
    def begin(self, seed):
        """Some walks set out from a draft, others from far down the road."""
        self.now, self.cases, self.thrown = clock.moment("2026-02-26"), {}, 0
        with at(self.now):
            self.remember(self.dice(seed).choice(START)(self.world))

    @rule(seed=SEEDS)
    def walk(self, seed):
        """Mostly somebody does what waits for them."""
        chance = self.dice(seed)
        chance.choices(WAYS, weights=[12, 4, 2, 1, 2, 1])[0](self, chance)

    def dice(self, seed):
        """Chance that hypothesis holds in its hand, and that falls anew each time."""
        self.thrown += 1
        return random.Random(f"{seed} {self.thrown}")

    def remember(self, case):
        self.cases[case.id] = Memory(case)
        self.hold()

    # What people do

    def write(self, chance):
        if len(self.cases) < 3:
            told = {"confidential": chance.random() < 0.4, "confidential_reason": "涉及本单位"}
            with at(self.now):
                self.remember(self.world.draft(deputy=chance.choice(self.deputies), points=2, **told))

    def one_step(self, chance):
        under = self.case_under(chance)
        with at(self.now):
            open_ = [
                (by, act)
                for by in self.people
                for s in invariants.subjects(under)
                for act in acts_at(s, under, by)
            ]
            duties = [(by, act) for by, act in open_ if act.ready and not act.row.at_will]
        some = duties if duties and chance.random() < 0.85 else open_
        if not some:
            return self.make(chance)
        by, act = chance.choice(some)
        return self.take(COMMANDS[type(act.subject), act.action], by, act.subject, chance)

    def make(self, chance):
        """An invitation, a claim, a contact, a request: made by whoever would make it."""
        under = self.case_under(chance)
        case, tasks = under.root, under.all(Handling)
        lead = next(by for by in self.deputies if by.person == case.lead_id)
        unit = chance.choice(self.units)
        new = [
            (Invitation.of(case, person_id=chance.choice(self.deputies).person), A.INVITE, lead),
            (Claim.of(case, unit_id=unit.id), A.CLAIM, unit.office),
            *([(Withdrawal.of(case), A.ASK, lead)] if chance.random() < 0.2 else []),
        ]
        for task in tasks:
            house = next(unit for unit in self.units if unit.id == task.unit_id)
            by, action = (self.world.clerk, A.RELAY) if case.confidential else (house.officer, A.RECORD)
            new += [(Contact.of(task), action, by)] * 4 + [(Return.of(task), A.ASK, house.office)]
        new += [
            (View.of(case, paper_id=p.id, person_id=by.person), A.GIVE, by)
            for p in under.all(Paper)
            for by in self.deputies
        ]
        subject, action, by = chance.choice(new)
        self.take(COMMANDS[type(subject), action], by, subject, chance)

    def somebody_tries(self, chance):
        """Anybody, anything, on any subject: nearly always refused, and then nothing has happened."""
        under = self.case_under(chance)
        subject = chance.choice(invariants.subjects(under))
        some = [command for (model, _), command in COMMANDS.items() if model is type(subject)]
        self.take(chance.choice(some), chance.choice(self.people), subject, chance)

    def an_old_page_is_sent(self, chance):
        under = self.case_under(chance)
        subject = chance.choice(invariants.subjects(under))
        some = [command for (model, _), command in COMMANDS.items() if model is type(subject)]
        self.take(chance.choice(some), chance.choice(self.people), subject, chance, seen=subject.version + 1)

    def time_passes(self, chance):
        self.now += timedelta(days=chance.choice([0, 1, 3, 8, 20]), hours=chance.randint(0, 12))
        with at(self.now):
            tick_all()
            assert tick_all() == 0, "a second tick finds nothing"
        self.hold()

    # Holding it against what must be

    def case_under(self, chance):
        return invariants.fresh(Suggestion.objects.get(id=chance.choice(sorted(self.cases))))

    def take(self, command, by, subject, chance, seen=None):
        before = snapshot(self.cases)
        said = words(command.says, subject, self, chance)
        try:
            with at(self.now):
                command(by=by, on=subject, saying=said, seen=seen)
            SEEN[command.action.value] += 1
            assert seen is None, "an old page went through"
        except Refused as refusal:
            assert refusal.code and refusal.reasons
            assert all(reason.endswith("。") for reason in refusal.reasons), refusal.reasons
            assert snapshot(self.cases) == before, "a refusal left something behind"
            SEEN["(refused)"] += 1
        self.hold(*([] if command.action is A.MERGE else [subject.root_number]))

    def hold(self, *numbers):
        """Of the cases that were touched, or of all of them."""
        with at(self.now):
            for number in numbers or self.cases:
                case = Suggestion.objects.get(id=number)
                invariants.check(case)
                self.cases[number].look(case)
        numbers = sorted(Suggestion.objects.exclude(number=None).values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1)), "numbers run without a gap"

    @property
    def deputies(self):
        return [self.world.a_deputy(name) for name in ("周知远", "何望川", "陆怀谷")]

    @property
    def units(self):
        return [self.world.unit(name) for name in ("NYT", "SLT", "CZT")]


WAYS = [Walk.one_step, Walk.make, Walk.somebody_tries, Walk.an_old_page_is_sent, Walk.time_passes, Walk.write]


@pytest.mark.django_db
def test_whatever_people_do_everything_holds():
    random.seed(2026)
    world = Walk.world = World()
    houses = [world.unit(name) for name in ("NYT", "SLT", "CZT")]
    deputies = [world.a_deputy(name) for name in ("周知远", "何望川", "陆怀谷")]
    inside = [
        by for unit in houses for by in (unit.office, unit.leader, unit.head, unit.officer, unit.principal)
    ]
    stand_in = world.stands_in(houses[0].leader, "代行人", "2028-01-01")
    delegation = world.person("团里的人", (world.delegation, Duty.DELEGATION_CLERK))
    Walk.people = [*deputies, *inside, world.clerk, world.office, world.head, stand_in, delegation]
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=WALKS, stateful_step_count=STEPS, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(HealthCheck), print_blob=False,
        ),
    )  # fmt: skip
    print(f"\n{sum(SEEN.values())} steps: {dict(SEEN.most_common())}")
    far = {"register", "hand_over", "begin", "sign", "send", "rate"}
    assert len(SEEN) >= 25 and far <= set(SEEN), "the walks come far enough to mean something"
