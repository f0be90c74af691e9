"""S8.6: 两会审三协商四把关 computed from records; the second review is lacking, then it is not."""

from datetime import date

from build import again, at
from jianyi.cases.commands import inside, papers
from jianyi.cases.models import Collective
from jianyi.parties import commands as parties
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import CHECKS, Read, UnitRules
from jianyi.procedure.words import Role


def test_s8_6(world, refused):
    wlt = world.unit("WLT")
    with at("2026-02-01"):
        said = UnitRules(checks=tuple(CHECKS), blocks=True)
        parties.set_rules(by=wlt.office, on=wlt.organisation, saying=said)
    with at("2026-02-26"):
        (task,) = world.handed_over(("WLT", Role.SOLE))
    with at("2026-03-03"):
        task = world.working(world.routed(task, "WLT"), "WLT")
    with at("2026-05-18"):
        paper = world.ready(task, "WLT")
        refused("CHECKLIST_UNMET", papers.sign, by=wlt.leader, on=paper, saying=Read())
    with at("2026-05-20"):
        said = world.decision("WLT", date(2026, 5, 20), 5, 5, note="同意这一稿")
        inside.decide(by=wlt.office, on=Collective.about(paper), saying=said)
        assert papers.sign(by=wlt.leader, on=again(paper), saying=Read()).stage is w.Paper.SIGNED
