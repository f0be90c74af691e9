"""Random walks over outcomes and reports of the press: whoever may act acts, whoever may not tries all the same, time passes.

After every step the list of whose turn it is says what the table says, and nobody reads an outcome who may not; at the end the
product's own check is asked, and every command of these tracks must have been taken by some walk.
"""

import random
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

from build import again, at
from crediting import Credits, proof
from jianyi.cases.invariants.turns import told
from jianyi.cases.queries.acts import acts_at
from jianyi.console.checking import violations
from jianyi.kit import clock
from jianyi.outcomes.fresh import fresh
from jianyi.outcomes.models import Link, Outcome, Publicity
from jianyi.outcomes.queries.figures import figures
from jianyi.outcomes.queries.files import file
from jianyi.outcomes.queries.lists import about
from jianyi.procedure import words as w
from jianyi.procedure.facts import said as f
from jianyi.procedure.refusals import Refused
from jianyi.procedure.words import Role
from jianyi.turn.door import COMMANDS
from jianyi.turn.items import wanted_items
from jianyi.turn.models import WorkItem
from jianyi.turn.under import Under
from walking import rows_of


MODELS = (Outcome, Link, Publicity)
# A few more where some command was taken by nobody yet.
WALKS, MOST, STEPS = 4, 12, 200


class Walk:
    """One walker, one unit; `taken`: how often each command went through."""

    def __init__(self, seed, world, taken):
        self.dice, self.world, self.taken = random.Random(seed), world, taken
        self.credits = Credits(world, f"WLT{seed}")
        self.unit = self.credits.unit
        names = ("温知", "阮清", "卫南")
        with at("2026-02-26"):
            self.tasks = [
                world.handed_over(
                    (f"WLT{seed}", Role.SOLE),
                    deputy=world.a_deputy(name),
                    title=f"{name}关于{seed}号古道的建议",
                )[0]
                for name in names
            ]
        self.deputies = [world.a_deputy(name) for name in names]
        house = [self.unit.office, self.unit.leader, self.unit.principal, self.unit.head, self.unit.officer]
        self.people = [*house, *self.deputies, world.clerk, world.unit("NYT").office]
        self.now = clock.moment("2026-05-20")

    def walk(self):
        for _ in range(STEPS):
            self.now += timedelta(hours=self.dice.choice([1, 5, 30]))
            with at(self.now):
                self.step()
        with at(self.now):
            assert {name: found for name, (_, found) in violations().items() if found} == {}

    def step(self):
        """Mostly what has been taken least of what somebody may do; now and then anybody anything."""
        on, by = self.subject(), self.dice.choice(self.people)
        command = self.dice.choice([c for (model, _), c in COMMANDS.items() if model is type(on)])
        may = [act for subject in (on, self.subject(), self.subject()) for act in self.may(subject)]
        if may and self.dice.random() < 0.85:
            by, on, action = min(may, key=lambda act: (self.taken[type(act[1]), act[2]], self.dice.random()))
            command = COMMANDS[type(on), action]
        try:
            done = command(by=by, on=on, saying=self.said(command.says, by))
        except Refused as refusal:
            assert refusal.reasons and all(refusal.reasons)
            return
        self.taken[type(on), command.action] += 1
        self.stays_right(done)

    def may(self, on):
        under = Under(getattr(on, "root", on))
        return [(by, on, act.action) for by in self.people for act in acts_at(on, under, by)]

    def subject(self):
        """Each kind as often as the other; a third of them new, a link only as it is there."""
        model = self.dice.choice(MODELS)
        rows = [row for row in rows_of(model) if self.is_mine(row)]
        if rows and (model is Link or self.dice.random() < 0.67):
            return self.dice.choice(rows)
        if model is Publicity:
            return fresh("publicity", {}, by=self.unit.office)
        return self.credits.new(self.dice.choice([self.unit.officer, self.unit.office]))

    def is_mine(self, row):
        return getattr(row, "root", row).unit_id == self.unit.id

    def said(self, kind, by):
        """Mostly what makes sense; now and then a day to come, an amount below nothing, or nothing linked."""
        on = self.dice.choice([date(2026, 5, 1)] * 6 + [date(2031, 1, 1)])
        amount = f.Amount("储备资源", Decimal(self.dice.choice([3, 3, 3, -1])), "处")
        some = tuple(task.root_id for task in self.dice.sample(self.tasks, self.dice.choice([1, 2, 2, 3])))
        cases = self.dice.choice([some] * 6 + [()])
        credit = {
            "kind": self.dice.choice(["decision", "key_work", "response", "conduct"]), "name": f"成果{self.dice.randint(1, 99)}", "on": on,
            "quantities": (amount,), "cases": cases, "attachments": (proof(by),) * self.dice.choice([1, 1, 0]),
        }  # fmt: skip
        why = self.dice.choice(["有误", "有误", ""])
        words = {
            f.Crediting: lambda: f.Crediting(**credit), f.Correcting: lambda: f.Correcting(**credit, reason=why),
            f.Displaying: lambda: f.Displaying(why), f.Linking: lambda: f.Linking(cases), f.Unlinking: lambda: f.Unlinking(why), f.Because: lambda: f.Because(why),
            f.Reported: lambda: f.Reported(f"报道{self.dice.randint(1, 30)}", "日报", on, "https://example.test/", cases),
        }  # fmt: skip
        return words[kind]() if kind in words else kind()

    def stays_right(self, done):
        root = again(getattr(done, "root", done))
        stored = sorted(map(told, WorkItem.objects.filter(root_id=root.id)))
        assert stored == sorted(map(told, wanted_items(Under(root)))), done
        if isinstance(root, Outcome):
            self.is_read_by_whom_it_concerns(root)

    def is_read_by_whom_it_concerns(self, root):
        """A deputy reads it while it counts and is linked to a suggestion of theirs; the figures count it then, and only then."""
        linked = set(
            Link.objects.filter(root_id=root.id, stage=w.Link.COUNTED).values_list("suggestion_id", flat=True)
        )
        for task, deputy in zip(self.tasks, self.deputies, strict=True):
            shown = root.standing > 0 and task.root_id in linked
            assert (file(root.id, by=deputy) is not None) is shown
            assert (root in about(task.root_id, by=deputy)) is shown
        mine = Outcome.objects.filter(unit_id=self.unit.id, standing__gt=0, year=2026).count()
        assert figures(2026, by=self.unit.office).all == mine


def test_wherever_one_walks_everything_stays_right_and_every_command_is_taken(world, settings, tmp_path):
    settings.JIANYI_FILES = tmp_path
    taken = Counter()
    known = {key for key in COMMANDS if key[0] in MODELS}
    for seed in range(MOST):
        if seed < WALKS or known - set(taken):
            Walk(seed, world, taken).walk()
    assert known <= set(taken), known - set(taken)
