"""Random walks over letters, documents of the ladder, requests and help: whoever may act acts, whoever may not tries all the same.

After every step the list of whose turn it is says what the table says; at the end the product's own check is asked, and every
command of these tracks must have been taken by some walk.
"""

import random
from collections import Counter
from datetime import timedelta

from build import again, at
from jianyi.cases.invariants.turns import told
from jianyi.cases.queries.acts import acts_at
from jianyi.console.checking import violations
from jianyi.jobs import rounds
from jianyi.kit import clock
from jianyi.parties.models import Person
from jianyi.parties.queries import actor
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts import said as f
from jianyi.procedure.facts.said import WAYS
from jianyi.procedure.refusals import Refused
from jianyi.supervision.facts import offered
from jianyi.supervision.fresh import fresh
from jianyi.supervision.lagging import key_of
from jianyi.supervision.models import Help, Measure, Plea, Urging
from jianyi.turn.door import COMMANDS
from jianyi.turn.items import wanted_items
from jianyi.turn.models import WorkItem
from jianyi.turn.under import Under
from urging import Urgings
from walking import rows_of


MODELS = (Urging, Measure, Measure, Plea, Help)
WALKS, MOST, STEPS = 1, 8, 130
RUNGS = ("notice", "circular", "listing", "interview", "accountability")


class Walk:
    """One walker, one small house; `taken`: how often each command went through."""

    def __init__(self, seed, world, taken):
        self.dice, self.world, self.taken = random.Random(seed), world, taken
        self.now = clock.moment("2026-06-01")
        self.us, self.clerk = Urgings(world), world.clerk
        with at("2026-02-26"):
            name = f"JTT{seed}"
            self.tasks = [world.working(world.handed_over((name, w.Role.SOLE))[0], name) for _ in range(2)]
            lead, helping = world.handed_over((f"NYT{seed}", w.Role.LEAD), (name, w.Role.CO))
            world.working(lead, f"NYT{seed}"), self.tasks.append(world.working(helping, name))
        self.unit, self.lead = world.unit(name), world.unit(f"NYT{seed}")
        unit, government = self.unit, self.us.government(f"政府办{seed}")
        world.appoint(unit.office, self.lead.organisation, w.Duty.UNIT_OFFICE)
        unit.office = actor(Person.objects.get(id=unit.office.person))
        self.house = [unit.office, unit.leader, unit.principal, unit.head, unit.officer]
        self.people = [*self.house, world.office, world.head, world.deputy, government, self.lead.office]
        self.writers = {
            "inner": unit.office,
            "co": self.lead.office,
            "government": government,
            "congress": world.office,
        }

    def walk(self):
        for nth in range(STEPS):
            self.now += timedelta(hours=self.dice.choice([1, 5, 30, 60]))
            with at(self.now):
                self.step()
                if nth % 20 == 0:
                    rounds.tick()
        with at(self.now):
            assert {name: found for name, (_, found) in violations().items() if found} == {}

    def step(self):
        """Mostly what has been taken least of what somebody may do; now and then anybody anything."""
        on, by = self.subject(), self.dice.choice(self.people)
        command = self.dice.choice([c for (model, _), c in COMMANDS.items() if model is type(on)])
        may = [act for subject in (on, self.subject(), self.subject()) for act in self.may(subject)]
        if may and self.dice.random() < 0.9:
            by, on, action = min(
                may, key=lambda act: (self.taken[self.told(act[1]), act[2]], self.dice.random())
            )
            command = COMMANDS[type(on), action]
        try:
            done = command(by=by, on=on, saying=self.said(command.says, on, by))
        except Refused as refusal:
            assert refusal.reasons and all(refusal.reasons)
            return
        self.taken[type(on), command.action] += 1
        self.taken[self.told(on), command.action] += isinstance(on, Urging)
        root = again(done.root if hasattr(done, "root_id") else done)
        stored = sorted(map(told, WorkItem.objects.filter(root_id=root.id)))
        assert stored == sorted(map(told, wanted_items(Under(root)))), done

    def told(self, on):
        """Letters count for each way alone."""
        return on.way if isinstance(on, Urging) else type(on)

    def may(self, on):
        under = Under(again(on.root) if hasattr(on, "root_id") else on)
        subject = under.add(on) if on._state.adding and hasattr(on, "root_id") else on
        return [
            (by, on, act.action) for by in self.people for act in acts_at(subject, under, by) if act.ready
        ]

    def subject(self):
        """Each kind as often as the other; now and then a new one."""
        model, task = self.dice.choice(MODELS), self.dice.choice(self.tasks)
        rows = [row for row in rows_of(model) if self.is_open(row)]
        if rows and self.dice.random() < 0.7:
            return self.dice.choice(rows)
        rung = self.dice.choice(RUNGS)
        making = {
            Urging: self.letter,
            Measure: lambda: fresh("measure", {"rung": rung, "handling": str(task.id)}, by=self.unit.office),
            Plea: lambda: fresh("plea", {"suggestion": str(task.root_id)}, by=self.world.deputy),
            Help: lambda: fresh("help", {"suggestion": str(task.root_id)}, by=self.unit.office),
        }
        return making[model]()

    def letter(self):
        """In each of the four ways."""
        way = self.dice.choice(sorted(self.writers))
        about = {"way": way, "unit": str(self.unit.id), "division": str(self.unit.division.id)}
        return fresh("urging", about, by=self.writers[way])

    def is_open(self, row):
        """Of this house, and not at its end."""
        unit = getattr(row, "unit_id", 0)
        ours = unit == self.unit.id or getattr(row, "root_id", 0) in {task.root_id for task in self.tasks}
        return ours and bool(self.may(row))

    def said(self, kind, on, by):
        soon = (self.now + timedelta(days=self.dice.choice([2, 10, 30]))).date()
        today, unit = self.now.date(), self.unit
        proof = (self.us.proof(by),)
        lags = tuple(key_of(lag) for lag in offered(on, Under(on))) if isinstance(on, Urging) else ()
        due = None if isinstance(on, Measure) and on.rung == "listing" else soon
        words = {
            f.Urged: lambda: f.Urged(lags, self.dice.choice(["抓紧办理", "抓紧办理", ""])),
            f.UrgingAnswer: lambda: f.UrgingAnswer("已补办", soon),
            f.MeasureDraft: lambda: f.MeasureDraft(
                "没有进展", "成稿", due, unit.head.person, self.dice.choice(["影响重大", ""]), unit.leader.person, "成稿", unit.leader.person,
                self.now + timedelta(hours=2), "三楼", "情况说明", "办理办法第三十条", "criticism", "党组", soon, "overdue",
            ),
            f.Cited: lambda: f.Cited(f"澜建通〔{today.year}〕{self.dice.randint(1, 99)}号", today, "列名", self.dice.choice([None, soon]), unit.head.person),
            f.TalkRecord: lambda: f.TalkRecord("整改", "成稿"), f.Defence: lambda: f.Defence("没有意见"),
            f.Decreed: lambda: f.Decreed("责令检查", today), f.Verified: lambda: f.Verified("属实"),
            f.Kept: lambda: f.Kept("已办", attachments=self.dice.choice([proof, proof, ()])),
            f.Helping: lambda: f.Helping("help", "帮扶", "两镇", "规划", unit.head.person, today, soon),
            f.Pleading: lambda: f.Pleading(self.dice.choice(["没有联系", ""])),
            f.Prolonging: lambda: f.Prolonging("情况复杂", (self.now + timedelta(days=45)).date()),
            f.Because: lambda: f.Because(self.dice.choice(["到期未改", "到期未改", ""])),
        }  # fmt: skip
        return words[kind]() if kind in words else kind()


def test_wherever_one_walks_the_ladder_stays_right_and_every_command_is_taken(world, settings, tmp_path):
    settings.JIANYI_FILES = tmp_path
    taken = Counter()
    known = {key for key in COMMANDS if key[0] in MODELS}
    signed = [(way, A.SIGN) for way in WAYS]
    for seed in range(MOST):
        if seed < WALKS or known - set(taken) or not all(taken[each] for each in signed):
            Walk(seed, world, taken).walk()
    assert known <= set(taken), known - set(taken)
    assert all(taken[each] for each in signed), taken
