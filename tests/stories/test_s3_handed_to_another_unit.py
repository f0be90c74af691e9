"""S3: a unit says it is not theirs; its leader approves; the office gives it to another, with clocks of its own."""

from build import again, at
from dates import due
from jianyi.cases.commands import handlings, papers
from jianyi.cases.models import Handling, Letter, Return, Sheet
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import AskedReturn, Because, Rated, Reassigning
from jianyi.procedure.words import Role


WHY = "河道亲水岸线的日常管护属城市市政设施管理职责，不在水利部门职责范围之内。"


def asked(world, to):
    return AskedReturn(WHY, "省住房和城乡建设厅职责规定第三条", world.unit(to).id, "agreed")


def test_s3(world, refused):
    slt, zjt = world.unit("SLT"), world.unit("ZJT")
    with at("2026-02-26"):
        (task,) = world.handed_over(("SLT", Role.SOLE))
        other, _ = world.handed_over(
            ("SLT", Role.SEPARATE), ("NYT", Role.SEPARATE), title="关于灌排设施管护的建议"
        )
    with at("2026-02-27"):
        handlings.acknowledge(by=slt.office, on=task)
    with at("2026-03-05"):
        request = handlings.ask_return(by=slt.office, on=Return.of(task), saying=asked(world, "ZJT"))
        refused("WRONG_ACTOR", handlings.approve_return, by=slt.office, on=request)
        request = handlings.approve_return(by=slt.leader, on=request)
        assert Letter.objects.get(subject_id=request.id).number == "澜SLT建请〔2026〕1号"
    assert due(request, w.Limit.REASSIGN) == "2026-03-12"
    with at("2026-03-06"):
        refused("WRONG_ACTOR", handlings.forward, by=slt.office, on=task, saying=Reassigning(zjt.id))
    with at("2026-03-09"):
        refused(
            "TOO_LATE", handlings.ask_return, by=slt.office, on=Return.of(other), saying=asked(world, "ZJT")
        )
    with at("2026-03-10"):
        refused("WRONG_ACTOR", handlings.grant_return, by=world.clerk, on=request, saying=Reassigning(zjt.id))
        handlings.grant_return(by=world.office, on=request, saying=Reassigning(zjt.id, "属住建职责"))
    moved = again(task)
    new = Handling.objects.get(root_id=task.root_id, unit_id=zjt.id)
    assert moved.stage is w.Handling.MOVED and new.stage is w.Handling.ARRIVED
    assert due(new, w.Limit.ACKNOWLEDGE) == "2026-03-13" and due(new, w.Limit.RETURN) == "2026-03-19"
    assert due(new, w.Limit.CONTACT) == "2026-03-31" and due(new, w.Limit.REPLY) == "2026-06-10"
    assert due(task.root_id, w.Limit.CEILING) == "2026-08-26"
    with at("2026-03-11"):
        new = world.routed(new, "ZJT")
    with at("2026-03-18"):
        new = world.working(new, "ZJT")
    with at("2026-03-20"):
        refused(
            "TOO_LATE", handlings.ask_return, by=zjt.office, on=Return.of(new), saying=asked(world, "SLT")
        )
    with at("2026-06-05"):
        world.sent(new, "ZJT")
    sheet = Sheet.objects.get(root_id=task.root_id)
    assert due(sheet, w.Limit.RATING) == "2026-06-29"
    with at("2026-06-08"):
        papers.rate(by=world.deputy, on=sheet, saying=Rated("satisfied", "satisfied"))
    tasks = Handling.objects.filter(root_id=task.root_id)
    assert tasks.count() == 2 and tasks.exclude(stage=w.Handling.MOVED).count() == 1


def test_s3_variant_when_it_is_refused_the_first_dates_stand(world):
    slt = world.unit("SLT")
    with at("2026-02-26"):
        (task,) = world.handed_over(("SLT", Role.SOLE))
    with at("2026-03-05"):
        world.unit("ZJT")
        request = handlings.ask_return(by=slt.office, on=Return.of(task), saying=asked(world, "ZJT"))
        request = handlings.approve_return(by=slt.leader, on=request)
    with at("2026-03-10"):
        handlings.refuse_return(
            by=world.office, on=request, saying=Because("与水行政管理直接相关，请继续办理")
        )
    assert again(task).stage is w.Handling.ARRIVED and due(task, w.Limit.REPLY) == "2026-05-26"
    assert Handling.objects.filter(root_id=task.root_id).count() == 1
