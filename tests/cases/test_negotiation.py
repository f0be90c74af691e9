"""What two units do not agree on: each tells its own side; agreed between them, or put up and decided. No clock stops."""

import pytest

from build import again, at
from dates import due
from jianyi.cases.commands import between, handlings, papers
from jianyi.cases.issued import replies
from jianyi.cases.models import Handling, Letter, Negotiation, Paper, Return
from jianyi.cases.queries.files import case
from jianyi.console.checking import violations
from jianyi.journal.models import Line
from jianyi.parties.models import Person
from jianyi.parties.queries import actor
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Arguing, AskedReturn, Raising, Reassigning, Verdict
from jianyi.procedure.places import place
from jianyi.procedure.words import Duty, Kind, Limit as L, Mediation, Role
from jianyi.turn.models import Deadline, Notice
from jianyi.turn.under import Under
from roads import NOT_OURS


SIDE = Arguing("城区岸线管护属于住建部门，我厅只管河道主管段", "由住建厅办理")


@pytest.fixture
def task(world):
    """SLT alone; ZJT has no part in the case yet."""
    with at("2026-02-26"):
        (task,) = world.handed_over(("SLT", Role.SOLE))
        world.unit("ZJT")
    return task


def raising(world, other="ZJT", topic="handling", **told):
    said = {"argument": "按三定规定属于住建部门", "proposal": "改由住建厅办理"} | told
    return Raising(topic, world.unit(other).id if other else 0, **said)


def raised(world, task, day="2026-03-02"):
    with at(day):
        return between.negotiate(by=world.unit("SLT").office, on=Negotiation.of(task), saying=raising(world))


def argued(world, task):
    with at("2026-03-03"):
        return between.argue(by=world.unit("ZJT").office, on=raised(world, task), saying=SIDE)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"other": ""}, "CHECKLIST_UNMET"), ({"other": "SLT"}, "CHECKLIST_UNMET"),
        ({"argument": " "}, "REASON_REQUIRED"), ({"proposal": ""}, "REASON_REQUIRED"),
        ({"topic": "co_opinion"}, "CHECKLIST_UNMET"),
    ],
    ids=str,
)  # fmt: skip
def test_a_talk_names_the_other_unit_and_tells_ones_own_side(world, task, refused, told, code):
    with at("2026-03-02"):
        said = raising(world, **told)
        refused(code, between.negotiate, by=world.unit("SLT").office, on=Negotiation.of(task), saying=said)


def test_each_side_writes_its_own_and_reads_both(world, task, refused):
    row = raised(world, task)
    slt, zjt = world.unit("SLT"), world.unit("ZJT")
    with at("2026-03-03"):
        refused("WRONG_ACTOR", between.argue, by=slt.office, on=row, saying=SIDE)
        refused("WRONG_ACTOR", between.argue, by=world.unit("CZT").office, on=row, saying=SIDE)
        refused("REASON_REQUIRED", between.argue, by=zjt.office, on=row, saying=Arguing(" "))
        row = between.argue(by=zjt.office, on=row, saying=SIDE)
    assert (row.argument, row.answer) == ("按三定规定属于住建部门", SIDE.argument)
    for by in (slt.office, zjt.office, world.clerk):
        assert case(task.root_id, by=by).negotiations == [row]
    assert not case(task.root_id, by=world.deputy).negotiations
    assert case(task.root_id, by=world.unit("CZT").office) is None


def test_a_unit_that_is_only_asked_reads_the_suggestion_and_the_talk(world, task):
    raised(world, task)
    with at("2026-03-03"):
        world.sent(world.working(task, "SLT"), "SLT")
    file = case(task.root_id, by=world.unit("ZJT").office)
    assert file.negotiations and file.case.points
    assert not (file.papers or file.contacts or file.handlings or file.lines or file.may_call)


def test_a_proposer_who_also_holds_a_post_in_the_unit_asked_reads_as_a_proposer(world, task):
    raised(world, task)
    world.appoint(world.deputy, world.unit("ZJT").organisation, Duty.UNIT_OFFICE)
    with at("2026-03-03"):
        world.sent(world.working(task, "SLT"), "SLT")
    file = case(task.root_id, by=actor(Person.objects.get(id=world.deputy.person)))
    assert file.papers and file.contacts and file.handlings


def test_no_clock_stops_for_it(world, task):
    before = due(task, L.REPLY), due(task, L.RETURN)
    argued(world, task)
    assert (due(task, L.REPLY), due(task, L.RETURN)) == before
    assert not Deadline.objects.filter(holder_id=task.id, ended_at__isnull=False).exists()


def test_they_may_agree_on_either_side(world, task):
    with at("2026-03-03"):
        row = between.concede(by=world.unit("ZJT").office, on=raised(world, task))
    assert row.stage is w.Negotiation.AGREED
    second = argued(world, again(task))
    with at("2026-03-04"):
        assert between.concede(by=world.unit("SLT").office, on=second).stage is w.Negotiation.AGREED


def test_what_they_cannot_settle_is_put_up_by_either_and_decided_by_the_body(world, task, refused):
    row = argued(world, task)
    with at("2026-03-04"):
        row = between.put_up(by=world.unit("ZJT").office, on=row)
        said = Verdict("raiser", "岸线管护以住建部门为主")
        for by in (world.unit("SLT").office, world.unit("ZJT").leader, world.clerk, world.deputy):
            refused("WRONG_ACTOR", between.mediate, by=by, on=row, saying=said)
        refused("REASON_REQUIRED", between.mediate, by=world.office, on=row, saying=Verdict("raiser"))
        row = between.mediate(by=world.office, on=row, saying=said)
    assert (row.stage, row.decided_by) == (w.Negotiation.DECIDED, "蒋若溪")
    assert again(task).stage is w.Handling.ARRIVED, "nothing moves by the decision itself"


def test_a_silent_unit_stops_nothing_and_may_still_speak(world, task, refused):
    with at("2026-03-04"):
        row = between.put_up(by=world.unit("SLT").office, on=raised(world, task))
        row = between.argue(by=world.unit("ZJT").office, on=row, saying=SIDE)
        assert row.stage is w.Negotiation.PUT_UP
        refused("TOO_LATE", between.argue, by=world.unit("ZJT").office, on=row, saying=SIDE)


def test_the_decision_leads_on_by_a_granted_return(world, task):
    row = argued(world, task)
    slt, zjt = world.unit("SLT"), world.unit("ZJT")
    with at("2026-03-04"):
        row = between.put_up(by=slt.office, on=row)
        between.mediate(by=world.office, on=row, saying=Verdict("raiser", "由住建厅办理"))
        said = AskedReturn(NOT_OURS, "三定方案第二条", zjt.id, "disagreed")
        request = handlings.ask_return(by=slt.office, on=Return.of(again(task)), saying=said)
        request = handlings.approve_return(by=slt.leader, on=request)
        assert SIDE.argument in str(Letter.objects.get(kind="return_asked").data)
        handlings.grant_return(by=world.office, on=request, saying=Reassigning(zjt.id, "按协调决定"))
    new = Handling.objects.get(root_id=task.root_id, unit_id=zjt.id)
    assert new.stage is w.Handling.ARRIVED and case(task.root_id, by=zjt.office).handlings


def test_one_talk_at_a_time_between_two_units(world, task, refused):
    row = raised(world, task)
    with at("2026-03-03"):
        slt = world.unit("SLT").office
        refused("CHECKLIST_UNMET", between.negotiate, by=slt, on=Negotiation.of(task), saying=raising(world))
        between.recall_talk(by=slt, on=row)
        again_ = between.negotiate(by=slt, on=Negotiation.of(task), saying=raising(world))
    assert again_.stage is w.Negotiation.RAISED


def test_it_ends_with_the_task(world, task):
    row = raised(world, task)
    with at("2026-03-04"):
        world.granted(again(task), "SLT", "ZJT")
    assert again(row).stage is w.Negotiation.LAPSED


# A co-opinion on which two units do not agree


@pytest.fixture
def pair(world):
    with at("2026-02-26"):
        return world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))


def disagreed(world, pair, decision="养护资金按六成安排"):
    """The co-unit does not accept what the lead unit makes of its opinion."""
    czt, jtt = world.unit("CZT"), world.unit("JTT")
    with at("2026-03-23"):
        said = raising(world, "JTT", "co_opinion", argument="资金只能按四成安排", proposal="照会办意见答复")
        row = between.negotiate(by=czt.office, on=Negotiation.of(again(pair[1])), saying=said)
        row = between.argue(by=jtt.officer, on=row, saying=Arguing("按四成不足以实施", "按八成安排"))
        row = between.put_up(by=czt.office, on=row)
        return between.mediate(by=world.office, on=row, saying=Verdict("otherwise", decision))


def test_the_decision_on_an_opinion_shows_with_the_reply(world, pair):
    lead, helping = pair
    with at("2026-03-20"):
        world.working(lead, "JTT")
        papers.adopt(by=world.unit("JTT").officer, on=world.advised(helping, "CZT"))
    paper = world.written(again(lead), "JTT")
    row = disagreed_before_adoption(world, pair, paper)
    assert "经协调决定：养护资金按六成安排" in replies.co_summary(paper, Under(again(paper.root)))
    assert row.stage is w.Negotiation.DECIDED


def disagreed_before_adoption(world, pair, paper):
    """The lead unit raises it, its own paper being still at work."""
    with at("2026-03-23"):
        said = raising(world, "CZT", "co_opinion")
        row = between.negotiate(by=world.unit("JTT").officer, on=Negotiation.of(again(pair[0])), saying=said)
        row = between.put_up(by=world.unit("JTT").officer, on=row)
        return between.mediate(by=world.office, on=row, saying=Verdict("otherwise", "养护资金按六成安排"))


def test_the_co_unit_may_raise_it_too(world, pair):
    with at("2026-03-20"):
        world.working(pair[0], "JTT")
        world.working(pair[1], "CZT")
    assert disagreed(world, pair).stage is w.Negotiation.DECIDED
    paper = Paper.objects.get(handling_id=pair[0].id)
    assert "按六成安排" in replies.co_summary(paper, Under(again(paper.root)))


def test_a_third_co_unit_reads_nothing_of_it(world):
    with at("2026-02-26"):
        lead, czt, yps = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO), ("YPS", Role.CO))
        world.working(lead, "JTT")
        world.working(czt, "CZT")
    disagreed(world, (lead, czt))
    assert not case(yps.root_id, by=world.unit("YPS").office).negotiations


# Who decides, where the place says so


def test_in_chongqing_the_government_s_office_decides_between_its_units(world, task, refused, lays_down):
    assert place("chongqing").says(Mediation.GOVERNMENT)
    lays_down(Mediation.GOVERNMENT)
    government = world.organisation("省政府办公厅", Kind.GOVERNMENT_OFFICE)
    clerk = world.person("督查", (government, Duty.GOVERNMENT_CLERK))
    row = argued(world, task)
    said = Verdict("other", "由水利厅办理")
    with at("2026-03-04"):
        row = between.put_up(by=world.unit("SLT").office, on=row)
        refused("WRONG_ACTOR", between.mediate, by=world.office, on=row, saying=said)
        assert case(task.root_id, by=clerk).negotiations
        assert between.mediate(by=clerk, on=row, saying=said).decided_by == "督查"


# Who leads


def on_roles(world, pair, day="2026-03-02", swaps=True, topic="roles"):
    """The co-unit holds that it should lead, and the body that handed over decides so."""
    czt, jtt = world.unit("CZT"), world.unit("JTT")
    with at(day):
        said = raising(world, "JTT", topic, argument="资金由我厅安排", proposal="由我厅主办")
        row = between.negotiate(by=czt.office, on=Negotiation.of(again(pair[1])), saying=said)
        row = between.argue(by=jtt.office, on=row, saying=Arguing("养护由我厅负责"))
        row = between.put_up(by=czt.office, on=row)
        return between.mediate(by=world.office, on=row, saying=Verdict("raiser", "由财政厅主办", swaps))


def test_a_decision_on_who_leads_swaps_the_roles_and_both_are_told(world, pair):
    lead, helping = pair
    reply = due(lead, L.REPLY)
    row = on_roles(world, pair)
    assert (again(lead).role, again(helping).role) == (Role.CO, Role.LEAD) and row.swapped
    told = Notice.objects.filter(action="mediate").values_list("organisation_id", flat=True)
    assert {lead.unit_id, helping.unit_id} <= set(told)
    assert due(helping, L.REPLY) == reply, "the reply stays due when it was"
    assert due(lead, L.CO_OPINION) == "2026-04-02", "an opinion from the day of the decision"
    running = Deadline.objects.filter(root_id=lead.root_id, ended_at=None)
    assert not running.filter(holder_id=lead.id, limit__in=[L.REPLY, L.EXTENSION]).exists()
    assert not running.filter(holder_id=helping.id, limit=L.CO_OPINION).exists()
    line = Line.objects.get(root_id=lead.root_id, action="mediate")
    assert line.said["leads"] == str(helping.unit_id) and line.said["helps"] == str(lead.unit_id)
    assert {name: found for name, (_, found) in violations().items() if found} == {}


def test_who_leads_now_answers_with_the_opinion_of_who_led(world, pair):
    lead, helping = pair
    on_roles(world, pair)
    with at("2026-03-20"):
        world.working(again(helping), "CZT")
        papers.adopt(by=world.unit("CZT").officer, on=world.advised(again(lead), "JTT"))
    with at("2026-04-20"):
        paper = world.sent(again(helping), "CZT")
    assert paper.is_reply and again(helping).stage is w.Handling.DELIVERED
    assert again(lead.root).stage is w.Suggestion.ANSWERED


def test_where_nothing_is_swapped_the_decision_moves_nobody(world, pair):
    row = on_roles(world, pair, swaps=False)
    assert not row.swapped and (again(pair[0]).role, again(pair[1]).role) == (Role.LEAD, Role.CO)


def test_roles_are_not_swapped_once_somebody_writes_nor_on_another_matter(world, pair, refused):
    czt = world.unit("CZT")
    with at("2026-03-02"):
        said = raising(world, "JTT", "content", argument="资金由我厅安排", proposal="由我厅主办")
        row = between.negotiate(by=czt.office, on=Negotiation.of(again(pair[1])), saying=said)
        row = between.put_up(by=czt.office, on=row)
        decided = Verdict("raiser", "由财政厅主办", swaps=True)
        answer = refused("CHECKLIST_UNMET", between.mediate, by=world.office, on=row, saying=decided)
        assert "申请退回" in answer.reasons[0]
        between.recall_talk(by=czt.office, on=row)
        said = raising(world, "JTT", "roles", argument="资金由我厅安排", proposal="由我厅主办")
        row = between.negotiate(by=czt.office, on=Negotiation.of(again(pair[1])), saying=said)
        row = between.put_up(by=czt.office, on=row)
        world.working(again(pair[0]), "JTT")
        refused("CHECKLIST_UNMET", between.mediate, by=world.office, on=row, saying=decided)
        between.mediate(by=world.office, on=row, saying=Verdict("other", "由交通厅继续主办"))
    assert (again(pair[0]).role, again(pair[1]).role) == (Role.LEAD, Role.CO)


def test_with_a_unit_that_has_no_part_there_is_nothing_to_swap(world, task, refused):
    slt = world.unit("SLT")
    with at("2026-03-02"):
        row = between.negotiate(by=slt.office, on=Negotiation.of(task), saying=raising(world, topic="roles"))
        row = between.put_up(by=slt.office, on=row)
        said = Verdict("raiser", "由住建厅主办", swaps=True)
        refused("CHECKLIST_UNMET", between.mediate, by=world.office, on=row, saying=said)
