"""Random walks over key topics: whoever may act acts, whoever may not tries all the same, suggestions are withdrawn, time passes.

After every step the list of whose turn it is says what the table says; when the clock has ticked every mark is as the topics say; at the
end the product's own check is asked, and every command of these tracks must have been taken by some walk.
"""

import random
from collections import Counter
from datetime import timedelta

from build import again, at
from grouping import withdrawn
from jianyi.cases.invariants.turns import told
from jianyi.cases.models import Suggestion
from jianyi.cases.queries.acts import acts_at
from jianyi.console.checking import violations
from jianyi.jobs import rounds
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts import said as f
from jianyi.procedure.facts.said import topics as k
from jianyi.procedure.needs.unit import ANSWERABLE
from jianyi.procedure.refusals import Refused
from jianyi.procedure.words import Role
from jianyi.topics.fresh import fresh
from jianyi.topics.models import STANDING, Advice, Covered, KeyTopic, Sounding
from jianyi.turn.door import COMMANDS
from jianyi.turn.items import wanted_items
from jianyi.turn.models import WorkItem
from jianyi.turn.under import Under
from supervising import Topics
from walking import rows_of


MODELS = (KeyTopic, Covered, Sounding, Advice)
WALKS, MOST, STEPS = 3, 12, 160


class Walk:
    """One walker, one committee with a few suggestions; `taken`: how often each command went through."""

    def __init__(self, seed, world, taken):
        self.dice, self.world, self.taken = random.Random(seed), world, taken
        self.now, self.key = clock.moment("2026-03-02"), Topics(world, f"财经委{seed}")
        with at("2026-02-26"):
            self.tasks = [
                world.routed(world.handed_over(("FGW", Role.SOLE), deputy=world.a_deputy(f"代表{n}"), title=f"关于{n}的建议")[0], "FGW")
                for n in range(5)
            ]  # fmt: skip
        fgw = world.unit("FGW")
        self.people = [
            self.key.member,
            world.clerk,
            world.office,
            fgw.office,
            fgw.officer,
            fgw.principal,
            world.a_deputy("代表1"),
        ]

    def walk(self):
        for nth in range(STEPS):
            self.now += timedelta(hours=self.dice.choice([1, 5, 30]))
            with at(self.now):
                self.step()
                if nth % (STEPS // 4) == STEPS // 8:
                    self.tick(leaves=nth > STEPS // 2)
        with at(self.now):
            self.tick(leaves=False)
            assert {name: found for name, (_, found) in violations().items() if found} == {}

    def tick(self, leaves):
        """The clock ticks, after a suggestion was withdrawn or not: then every open suggestion is marked as its topic says."""
        open_ = [task for task in self.tasks if again(task).root.stage is w.Suggestion.HANDED_OVER]
        if open_ and leaves:
            withdrawn(self.world, self.dice.choice(open_))
        rounds.tick()
        rows = Covered.objects.filter(stage=w.Covered.IN, root__stage__in=STANDING)
        wanted = dict(rows.values_list("suggestion_id", "root_id"))
        for case in Suggestion.objects.filter(
            stage__in=ANSWERABLE, id__in=[task.root_id for task in self.tasks]
        ):
            assert (case.key_topic_id, case.key) == (wanted.get(case.id), case.id in wanted)

    def step(self):
        """Mostly what has been taken least of what somebody may do; now and then anybody anything."""
        on, by = self.subject(), self.dice.choice(self.people)
        command = self.dice.choice([c for (model, _), c in COMMANDS.items() if model is type(on)])
        may = [act for subject in (on, self.subject(), self.subject()) for act in self.may(subject)]
        if may and self.dice.random() < 0.85:
            by, on, action = min(may, key=lambda act: (self.taken[type(act[1]), act[2]], self.dice.random()))
            command = COMMANDS[type(on), action]
        try:
            done = command(by=by, on=on, saying=self.said(command.says))
        except Refused as refusal:
            assert refusal.reasons and all(refusal.reasons)
            return
        self.taken[type(on), command.action] += 1
        root = again(done.root if hasattr(done, "root_id") else done)
        stored = sorted(map(told, WorkItem.objects.filter(root_id=root.id)))
        assert stored == sorted(map(told, wanted_items(Under(root)))), done

    def may(self, on):
        under = Under(on.root if hasattr(on, "root_id") else on)
        return [
            (by, on, act.action)
            for by in self.people
            for act in acts_at(on, under, by)
            if act.ready or self.dice.random() < 0.1
        ]

    def subject(self):
        """Each kind as often as the other; now and then a new topic."""
        model = self.dice.choice(MODELS)
        rows = [row for row in rows_of(model).reverse() if self.is_mine(row)][:6]
        if rows and (model is not KeyTopic or self.dice.random() < 0.75):
            return self.dice.choice(rows)
        return fresh("keytopic", {}, by=self.key.member)

    def is_mine(self, row):
        return (row.root if hasattr(row, "root_id") else row).nominated_by_id == self.key.committee.id

    def said(self, kind):
        some = tuple(task.root_id for task in self.dice.sample(self.tasks, self.dice.choice([1, 2])))
        today = self.now.astimezone(clock.HOME).date()
        soon = today + timedelta(days=self.dice.choice([-1, 1, 20, 20]))
        phases = f"视察 = {today} = 视察"
        committee = self.dice.choice([self.key.committee.id] * 5 + [0])
        words = {
            k.Nominating: lambda: k.Nominating(self.dice.choice(["议题", "议题", ""]), ("major",), "理由", self.dice.choice([some, some, (7,)])),
            k.Consulting: lambda: k.Consulting("", soon),
            k.Sounded: lambda: k.Sounded(self.dice.choice(["agree", "disagree", ""]), self.dice.choice(["难", ""])),
            k.Decided: lambda: k.Decided(today, committee, "裴长松"),
            k.NotListed: lambda: k.NotListed(self.dice.choice(["不列", "不列", ""]), today),
            k.Announcing: lambda: k.Announcing(self.dice.choice(["常委会副主任", ""])),
            k.Including: lambda: k.Including("补充", some, today),
            k.Supervising: lambda: k.Supervising("视察", phases, soon),
            k.Visiting: lambda: k.Visiting(today, "港区", "5 人", "加快", (), soon),
            k.Responding: lambda: k.Responding(self.dice.choice(["已办", ""])),
            k.SupervisionReport: lambda: k.SupervisionReport(self.dice.choice(["督办有力", ""])),
            f.Because: lambda: f.Because(self.dice.choice(["理由", "理由", ""])),
        }  # fmt: skip
        return words[kind]() if kind in words else kind()


def test_wherever_one_walks_topics_stay_right_and_every_command_is_taken(world):
    taken = Counter()
    wanted = {key for key in COMMANDS if key[0] in MODELS}
    for seed in range(MOST):
        if seed < WALKS or wanted - set(taken):
            Walk(seed, world, taken).walk()
    assert not wanted - set(taken), wanted - set(taken)
