"""Random walks over groups: whoever may act acts, whoever may not tries all the same, suggestions go, time passes.

After every step the list of whose turn it is says what the table says; at the end the product's own check is asked, and
every command of these tracks must have been taken by some walk.
"""

import random
from collections import Counter
from datetime import timedelta

from build import again, at
from gathering import Gatherings
from grouping import Groups, withdrawn
from jianyi.cases.invariants.turns import told
from jianyi.cases.queries.acts import acts_at
from jianyi.console.checking import violations
from jianyi.jobs import rounds
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts import said as f
from jianyi.procedure.refusals import Refused
from jianyi.themes.fresh import fresh
from jianyi.themes.models import Member, Problem, Theme
from jianyi.turn.door import COMMANDS
from jianyi.turn.items import wanted_items
from jianyi.turn.models import WorkItem
from jianyi.turn.under import Under
from walking import rows_of


MODELS = (Theme, Member, Problem)
# A few more where some command was taken by nobody yet.
WALKS, MOST, STEPS = 3, 12, 220


class Walk:
    """One walker, one small house; `taken`: how often each command went through."""

    def __init__(self, seed, world, taken):
        self.dice, self.world, self.taken = random.Random(seed), world, taken
        self.now = clock.moment("2026-03-02")
        with at("2026-02-26"):
            self.groups = Groups(world, f"WLT{seed}")
            self.tasks = self.groups.tasks(6)
            self.meeting = Gatherings(world, f"WLT{seed}").called(starts_at=clock.moment("2026-03-20T09:00"))
        unit = self.groups.unit
        self.house = [unit.office, unit.leader, unit.principal, unit.head, unit.officer]
        self.people = [*self.house, world.a_deputy("代表1"), world.clerk, world.unit("NYT").office]

    def walk(self):
        for nth in range(STEPS):
            self.now += timedelta(hours=self.dice.choice([1, 5, 30]))
            with at(self.now):
                self.step()
                if nth in (STEPS // 3, 2 * STEPS // 3):
                    self.leave()
        with at(self.now):
            assert {name: found for name, (_, found) in violations().items() if found} == {}

    def leave(self):
        """A suggestion is withdrawn, and the clock ticks."""
        open_ = [task for task in self.tasks if again(task).root.stage is w.Suggestion.HANDED_OVER]
        if open_:
            withdrawn(self.world, self.dice.choice(open_))
        rounds.tick()
        assert not Member.objects.filter(stage=w.Member.IN, root__stage=w.Theme.OPEN).exclude(holds=True)

    def step(self):
        """Mostly what has been taken least of what somebody may do; now and then anybody anything."""
        on, by = self.subject(), self.dice.choice(self.people)
        command = self.dice.choice([c for (model, _), c in COMMANDS.items() if model is type(on)])
        may = [act for subject in (on, self.subject(), self.subject()) for act in self.may(subject)]
        if may and self.dice.random() < 0.85:
            by, on, action = min(may, key=lambda act: (self.taken[type(act[1]), act[2]], self.dice.random()))
            command = COMMANDS[type(on), action]
        try:
            done = command(by=by, on=on, saying=self.said(command.says, on))
        except Refused as refusal:
            assert refusal.reasons and all(refusal.reasons)
            return
        self.taken[type(on), command.action] += 1
        root = again(done.root if hasattr(done, "root_id") else done)
        stored = sorted(map(told, WorkItem.objects.filter(root_id=root.id)))
        assert stored == sorted(map(told, wanted_items(Under(root)))), done

    def may(self, on):
        under = Under(on.root if hasattr(on, "root_id") else on)
        return [(by, on, act.action) for by in self.people for act in acts_at(on, under, by)]

    def subject(self):
        """Each kind as often as the other, however many there are of it; now and then a new group."""
        model = self.dice.choice(MODELS)
        rows = [row for row in rows_of(model) if self.is_mine(row)]
        if rows and (model is not Theme or self.dice.random() < 0.75):
            return self.dice.choice(rows)
        return fresh("theme", {}, by=self.groups.unit.officer)

    def is_mine(self, row):
        return (row.root if hasattr(row, "root_id") else row).unit_id == self.groups.unit.id

    def said(self, kind, on):
        some = tuple(task.root_id for task in self.dice.sample(self.tasks, 2))
        soon = (self.now + timedelta(days=self.dice.choice([-1, 3, 30, 30, 30]))).date()
        owner = self.dice.choice(self.house).person
        proof = (self.groups.proof(self.dice.choice(self.house)),)
        words = {
            f.Grouping: lambda: f.Grouping("乡村旅游", "同类", self.dice.choice([some, some, ()])),
            f.Finding: lambda: f.Finding(self.dice.choice(["标识不清 = 更换", "标识不清 = 更换", "缺措施"]), owner, soon),
            f.Kept: lambda: f.Kept("已整改", attachments=self.dice.choice([proof, proof, ()])),
            f.Pledging: lambda: f.Pledging(self.dice.choice(self.tasks).root_id, "修缮古道", soon),
            f.MeetingNamed: lambda: f.MeetingNamed(self.dice.choice([self.meeting.id, 7])),
            f.SharedText: lambda: f.SharedText(self.dice.choice(["三月调研了三个县。", ""])),
            f.Passing: lambda: f.Passing(self.dice.choice(["调岗", ""]), owner),
            f.Because: lambda: f.Because(self.dice.choice(["内容不同", "内容不同", ""])),
        }  # fmt: skip
        return words[kind]() if kind in words else kind()


def test_wherever_one_walks_groups_stay_right_and_every_command_is_taken(world, settings, tmp_path):
    settings.JIANYI_FILES = tmp_path
    taken = Counter()
    known = {key for key in COMMANDS if key[0] in MODELS}
    for seed in range(MOST):
        if seed < WALKS or known - set(taken):
            Walk(seed, world, taken).walk()
    assert known <= set(taken), known - set(taken)
