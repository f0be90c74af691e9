"""Random walks over meetings and schemes: whoever may act acts, whoever may not tries all the same, time passes.

After every step the list of whose turn it is says what the table says; at the end the product's own check is asked, and
every command of these tracks must have been taken by some walk.
"""

import random
from collections import Counter
from datetime import timedelta

from build import again, at
from gathering import Gatherings
from jianyi.cases.invariants.turns import told
from jianyi.cases.queries.acts import acts_at
from jianyi.console.checking import violations
from jianyi.documents.store import keep
from jianyi.fieldwork.fresh import fresh
from jianyi.fieldwork.models import Guest, Meeting, Resolution, WorkScheme
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.parties.models import Post
from jianyi.procedure import words as w
from jianyi.procedure.facts import said as f
from jianyi.procedure.refusals import Refused
from jianyi.procedure.words import Duty
from jianyi.turn.door import COMMANDS
from jianyi.turn.items import wanted_items
from jianyi.turn.models import WorkItem
from jianyi.turn.under import Under
from pictures import png
from walking import rows_of


MODELS = (Meeting, Guest, Resolution, WorkScheme)
PHASES = "摸底 = {year}-03-31 = 沟通\n答复 = {year}-05-31 = 成稿"
WALKS, STEPS = 5, 240


class Walk:
    """One walker, one small world; `taken`: how often each command went through."""

    def __init__(self, seed, world, taken):
        self.dice, self.world, self.taken = random.Random(seed), world, taken
        self.wlt = Gatherings(world, f"WLT{seed}")
        unit = self.wlt.unit
        self.deputies = [self.world.a_deputy(name) for name in ("温知", "阮清")]
        self.house = [unit.office, unit.leader, unit.principal, unit.head, unit.officer]
        with at(world.started):
            self.passing = world.person(f"来去{seed}", (unit.organisation, Duty.LEADER))
        self.people = [*self.house, *self.deputies, self.world.clerk, self.world.unit("NYT").office]
        self.now = clock.moment("2026-03-02")
        own = {"congress": world.congress.id, "owner": unit.office.person}
        self.pictures = (keep(png(), name="现场.png", kind="png", **own).id,)

    def walk(self):
        for _ in range(STEPS):
            self.now += timedelta(hours=self.dice.choice([1, 5, 30, 60]))
            with at(self.now):
                self.step()
                self.one_leaves()
        with at(self.now):
            assert {name: found for name, (_, found) in violations().items() if found} == {}

    def one_leaves(self):
        """Who chaired what was held works here no more when the minutes are to be settled."""
        chaired = Meeting.objects.filter(chair_id=self.passing.person, stage=w.Meeting.HELD)
        post = Post.objects.get(person_id=self.passing.person)
        if chaired.exists() and post.stage is w.Post.HELD:
            parties.end_post(by=self.world.admin, on=post)

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
        self.items_are_right(done)

    def may(self, on):
        under = Under(on.root if hasattr(on, "root_id") else on)
        return [(by, on, act.action) for by in self.people for act in acts_at(on, under, by) if act.ready]

    def subject(self):
        """Each kind as often as the other, however many there are of it; a third of them new."""
        model = self.dice.choice(MODELS)
        rows = [row for row in rows_of(model) if self.is_mine(row)]
        if rows and (model is Guest or self.dice.random() < 0.67):
            return self.dice.choice(rows)
        meetings = [row for row in rows_of(Meeting) if self.is_mine(row)]
        if model is WorkScheme:
            return fresh("workscheme", {"year": self.dice.choice([2025, 2026])}, by=self.wlt.unit.office)
        return (
            Resolution.of(self.dice.choice(meetings)) if model is Resolution and meetings else self.wlt.new()
        )

    def is_mine(self, row):
        return (row.root if hasattr(row, "root_id") else row).unit_id == self.wlt.unit.id

    def said(self, kind, on):
        some = self.dice.sample([*self.house, *self.deputies], 3)
        twice = (some[0].person,) * self.dice.choice([1, 1, 1, 2])
        soon = self.now + timedelta(hours=self.dice.choice([2, 20, 90]))
        words = {
            f.Calling: lambda: self.wlt.calling(
                starts_at=soon,
                guests=(*twice, some[1].person),
                chair=self.dice.choice([self.wlt.unit.leader, self.passing]).person,
            ),
            f.Attending: lambda: f.Attending((*twice, some[2].person)),
            f.Minuting: lambda: f.Minuting("听取意见"),
            f.Attaching: lambda: f.Attaching(self.dice.choice([(), self.pictures])),
            f.Resolving: lambda: f.Resolving("核对", self.wlt.unit.head.person, soon.date()),
            f.Reaching: lambda: f.Reaching("已办"),
            f.Passing: lambda: f.Passing(self.dice.choice(["调岗", ""]), self.dice.choice(self.house).person),
            f.Because: lambda: f.Because(self.dice.choice(["有事", ""])),
            f.Scheming: lambda: f.Scheming("目标", PHASES.format(year=on.year), "保障"),
        }  # fmt: skip
        return words[kind]() if kind in words else kind()

    def items_are_right(self, done):
        root = again(done.root if hasattr(done, "root_id") else done)
        stored = sorted(map(told, WorkItem.objects.filter(root_id=root.id)))
        assert stored == sorted(map(told, wanted_items(Under(root)))), done


def test_wherever_one_walks_everything_stays_right_and_every_command_is_taken(world, settings, tmp_path):
    settings.JIANYI_FILES = tmp_path
    taken = Counter()
    for seed in range(WALKS):
        Walk(seed, world, taken).walk()
    known = {key for key in COMMANDS if key[0] in MODELS}
    assert known <= set(taken), known - set(taken)
