"""Random walks over circulars: whoever may act acts, whoever may not tries all the same, suggestions move on, time passes.

After every step the list of whose turn it is says what the table says; at the end the product's own check is asked, and
every command of these tracks must have been taken by some walk.
"""

import random
from collections import Counter
from datetime import timedelta

from build import again, at
from circulating import of_government, of_unit, phrasing
from jianyi.cases.invariants.turns import told
from jianyi.cases.queries.acts import acts_at
from jianyi.circulars.fresh import fresh
from jianyi.circulars.models import Addressee, Circular, Push
from jianyi.circulars.queries.files import file
from jianyi.console.checking import violations
from jianyi.documents.store import keep
from jianyi.jobs import rounds
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts import said as f
from jianyi.procedure.refusals import Refused
from jianyi.procedure.words import Role
from jianyi.turn.door import COMMANDS
from jianyi.turn.items import wanted_items
from jianyi.turn.models import WorkItem
from jianyi.turn.under import Under


MODELS = (Circular, Addressee, Push)
OVER = ("withdrawn", "lapsed")
# A few more where some command was taken by nobody yet.
WALKS, MOST, STEPS = 1, 8, 180


class Walk:
    """One walker, two offices that issue circulars, and two units; `taken`: how often each command went through."""

    def __init__(self, seed, world, government, taken):
        self.dice, self.world, self.taken, self.tried = random.Random(seed), world, taken, Counter()
        self.now = clock.moment("2026-03-02") + timedelta(days=40 * seed)
        with at(self.now):
            self.tasks = [
                world.handed_over((name, Role.SOLE), title=f"第{seed}{name}件")[0]
                for name in ("JTT", "CZT", "JTT")
            ]
            world.routed(self.tasks[0], "JTT")
        jtt, czt = world.unit("JTT"), world.unit("CZT")
        self.writers = [government.by, of_unit(jtt).by]
        self.people = [
            *self.writers,
            government.approver,
            jtt.leader,
            jtt.head,
            czt.office,
            czt.officer,
            world.clerk,
            world.deputy,
        ]
        self.scan = keep(
            b"scan", name="佐证.txt", kind="txt", congress=world.congress.id, owner=jtt.office.person
        ).id

    def walk(self):
        for nth in range(STEPS):
            self.now += timedelta(hours=self.dice.choice([1, 5, 30]))
            with at(self.now):
                self.step()
                if nth == STEPS // 2:
                    rounds.tick()
        with at(self.now):
            assert {name: found for name, (_, found) in violations().items() if found} == {}

    def step(self):
        """Mostly what has been taken least of what somebody may do; now and then anybody anything."""
        on, by = self.subject(), self.dice.choice(self.people)
        command = self.dice.choice([c for (model, _), c in COMMANDS.items() if model is type(on)])
        may = [act for subject in (on, self.subject()) for act in self.may(subject)]
        if may and self.dice.random() < 0.85:
            by, on, action = min(may, key=lambda act: (self.tried[type(act[1]), act[2]], self.dice.random()))
            command = COMMANDS[type(on), action]
            self.tried[type(on), action] += 1
        before = again(on).facts if isinstance(on, Circular) and not on._state.adding else None
        try:
            done = command(by=by, on=on, saying=self.said(command.says))
        except Refused as refusal:
            assert refusal.reasons and all(refusal.reasons)
            return
        self.taken[type(on), command.action] += 1
        root = again(done.root if hasattr(done, "root_id") else done)
        assert before is None or command.says is f.Drawing or root.facts == before
        stored = sorted(map(told, WorkItem.objects.filter(root_id=root.id)))
        assert stored == sorted(map(told, wanted_items(Under(root)))), done
        if root.stage is not w.Circular.ISSUED and not root.number:
            assert file(root.id, by=self.world.unit("CZT").office) is None

    def may(self, on):
        under = Under(on.root if hasattr(on, "root_id") else on)
        found = [(by, on, act.action) for by in self.people for act in acts_at(on, under, by)]
        # Who may both write and approve mostly leaves the writing to others, and most circulars live to be issued.
        rare = {(self.people[2], A.DRAW), (self.people[2], A.WRITE)} | {
            (by, A.WITHDRAW) for by in self.people
        }
        return [act for act in found if (act[0], act[2]) not in rare or self.dice.random() < 0.06]

    def subject(self):
        """Each kind as often as the other; now and then a new circular of one of the two."""
        model = self.dice.choice(MODELS)
        rows = list(model.objects.exclude(stage__in=OVER).order_by("-id")[:4]) or list(
            model.objects.order_by("-id")[:2]
        )
        if rows and (model is not Circular or self.dice.random() < 0.92):
            return self.dice.choice(rows)
        return fresh("circular", {}, by=self.dice.choice(self.writers))

    def said(self, kind):
        day = (self.now - timedelta(days=self.dice.choice([0, 1, 20, -1]))).date()
        no = f"{again(self.dice.choice(self.tasks).root).number:04d}"
        who = self.dice.choice(["JTT一处 JTT 冉路", "CZT JTT一处", "某处"])
        due = self.dice.choice(["2027-04-10", "2027-04-10", "某日"])
        words = {
            f.Drawing: lambda: f.Drawing(day, self.dice.choice([0, 0, 0, 7])),
            f.Phrasing: lambda: self.dice.choice([phrasing(f"{no} = 没有沟通 = 沟通 = {who} = {due}"), phrasing(requirements="")]),
            f.Reaching: lambda: f.Reaching(self.dice.choice(["已经沟通", "已经沟通", ""]), attachments=self.dice.choice([(), (), (self.scan,)])),
            f.Because: lambda: f.Because(self.dice.choice(["口径有误", "口径有误", ""])),
        }  # fmt: skip
        return words[kind]() if kind in words else kind()


def test_wherever_one_walks_circulars_stay_right_and_every_command_is_taken(world, settings, tmp_path):
    settings.JIANYI_FILES = tmp_path
    taken, government = Counter(), of_government(world)
    known = {key for key in COMMANDS if key[0] in MODELS}
    for seed in range(MOST):
        if seed < WALKS or known - set(taken):
            Walk(seed, world, government, taken).walk()
    assert known <= set(taken), known - set(taken)
