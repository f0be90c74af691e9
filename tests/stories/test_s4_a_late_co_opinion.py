"""S4.3, S4.5, S4.6, S4.7: an opinion that comes late and empty, is asked for again, and is used before the reply leaves."""

from dataclasses import replace

from build import again, at
from dates import due
from driving import client_of
from gathering import Gatherings
from jianyi.cases.commands import between, handlings, papers
from jianyi.cases.issued.files import document
from jianyi.cases.models import Handling, Letter, Paper, Sheet, Waiver
from jianyi.documents.letters.webpage import page
from jianyi.fieldwork.queries import figures
from jianyi.kit import clock
from jianyi.notices.lines import lines
from jianyi.notices.queries import notices
from jianyi.notices.reminding import remind
from jianyi.procedure import words as w
from jianyi.procedure.calendar import calendar
from jianyi.procedure.facts.said import Because, Leave, Rated, Read, Receipt, Waiving
from jianyi.procedure.words import Role
from jianyi.supervision.commands.urgings import find_corrected, sign
from jianyi.supervision.queries import urgings
from jianyi.turn.models import Deadline
from urging import Urgings


def test_s4_1_a_helping_unit_has_the_same_chain_and_the_same_desks(world, refused):
    czt = world.unit("CZT")
    with at("2026-02-26"):
        _, task = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
        task = handlings.acknowledge(by=czt.office, on=task, saying=Receipt())
        short = replace(czt.team, officer=0)
        answer = refused("RESPONSIBILITY_INCOMPLETE", handlings.route, by=czt.office, on=task, saying=short)
        assert "具体经办人" in answer.reasons[0]
        task = handlings.route(by=czt.office, on=task, saying=czt.team)
    with at("2026-03-04"):
        paper = papers.present(by=czt.officer, on=world.written(world.working(task, "CZT"), "CZT"))
        refused("WRONG_ACTOR", papers.pass_, by=czt.office, on=paper, saying=Read())
        papers.pass_(by=czt.head, on=paper, saying=Read())
        assert papers.pass_(by=czt.office, on=paper, saying=Read()).stage is w.Paper.CLEARED
        refused("SIGNER_NOT_ALLOWED", papers.sign, by=czt.office, on=paper, saying=Read())


def test_s4_2_three_units_go_together_and_each_met_the_deputy_once(world):
    """One trip, one person-time of the deputy; it counts once for each of the three units."""
    deputy = world.a_deputy("何望川")
    with at("2026-02-26"):
        tasks = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO), ("YPS", Role.CO), deputy=deputy)
    jtt, others = Gatherings(world, "JTT"), [world.unit(name) for name in ("CZT", "YPS")]
    with at("2026-03-10"):
        for task, name in zip(tasks, ("JTT", "CZT", "YPS"), strict=True):
            world.routed(task, name)
        trip = jtt.called(
            kind="research", title="现场联合调研", starts_at=clock.moment("2026-03-12T09:00"),
            guests=(deputy.person,), units=tuple(unit.id for unit in others), cases=(tasks[0].root_id,),
        )  # fmt: skip
    with at("2026-03-12T18:00"):
        jtt.held(trip, jtt.unit.leader, *(unit.leader for unit in others), deputy)
        for unit in (jtt.unit, *others):
            met = figures.person_times(2026, by=unit.office)
            assert (met.times, met.faces, met.met, met.of) == (1, 1, 1, 1), unit


def told_of_limits(way, by, request):
    """What somebody is told, read where they read it."""
    if way == "interface":
        return " ".join(row["text"] for row in client_of(by).get("/api/v1/notices").json()["rows"])
    if way == "browser":
        house = request.getfixturevalue("house")
        page = house.page(by)
        page.goto(f"{house.url}/notices/")
        return page.inner_text("main")
    return " ".join(line.text for line in lines(notices(by=by).rows, by=by))


def test_s4_3_the_late_unit_is_reminded_three_days_before(world, way, request):
    """3/23: 距期限 3 日; a unit whose opinion is there is told nothing, and nobody is told twice."""
    czt, yps = world.unit("CZT"), world.unit("YPS")
    with at("2026-02-26"):
        _, *helping = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO), ("YPS", Role.CO))
    with at("2026-03-04"):
        _, theirs = (world.working(task, name) for task, name in zip(helping, ("CZT", "YPS"), strict=True))
    with at("2026-03-20"):
        world.sent(theirs, "YPS")
    for hour in ("08", "09"):
        with at(f"2026-03-23T{hour}:00"):
            remind()
    with at("2026-03-23T10:00"):
        said = "的“会办意见”距期限 3 日（2026 年 3 月 26 日），请在期限内完成。"
        assert told_of_limits(way, czt.officer, request).count(said) == 1
        assert said not in told_of_limits(way, yps.officer, request)


def test_s4(world, refused):
    jtt = world.unit("JTT")
    with at("2026-02-26"):
        lead, czt, yps = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO), ("YPS", Role.CO))
    assert {due(task, w.Limit.CO_OPINION) for task in (czt, yps)} == {"2026-03-26"}
    with at("2026-03-04"):
        lead, czt, yps = (
            world.working(task, name) for task, name in ((lead, "JTT"), (czt, "CZT"), (yps, "YPS"))
        )
    with at("2026-03-20"):
        papers.adopt(by=jtt.officer, on=world.sent(yps, "YPS"))
    with at("2026-04-01"):
        opinion = world.sent(czt, "CZT")
    clock = Deadline.objects.get(holder_id=czt.id, limit=w.Limit.CO_OPINION)
    sent = again(opinion).sent_at.date()
    assert (sent - clock.due_on).days == 6 and calendar().worked_days_between(clock.due_on, sent) == 4
    with at("2026-04-02"):
        refused("REASON_REQUIRED", papers.ask_again, by=jtt.officer, on=opinion, saying=Because(""))
        papers.ask_again(by=jtt.officer, on=opinion, saying=Because("没有措施和时限"))
        paper = world.written(lead, "JTT")
        answer = refused("CO_OPINION_MISSING", papers.present, by=jtt.officer, on=paper)
        assert "CZT" in answer.reasons[0]
    assert due(czt, w.Limit.CO_AGAIN) == "2026-04-10"
    with at("2026-04-09"):
        world.sent(again(czt), "CZT")
    with at("2026-04-10"):
        papers.adopt(by=jtt.officer, on=again(opinion))
    with at("2026-04-22"):
        paper = world.sent(again(lead), "JTT")
    assert Paper.objects.filter(root_id=lead.root_id).exclude(id=paper.id).filter(reply_class="").count() == 2
    sheet = Sheet.objects.get(root_id=lead.root_id)
    assert due(sheet, w.Limit.RATING) == "2026-05-15"
    with at("2026-04-30"):
        papers.rate(by=world.deputy, on=sheet, saying=Rated("satisfied", "satisfied"))
    assert again(lead.root).stage is w.Suggestion.RATED
    reply = Letter.objects.get(subject_id=paper.id)
    assert (reply.number, document(reply).mark) == ("澜JTT建函〔2026〕1号", "A")
    told = str(page(document(reply)))
    assert "会办意见采纳情况：CZT、YPS提出的会办意见已经采用。" in told
    letters = Letter.objects.filter(kind="opinion").order_by("day")
    assert [(row.number, document(row).mark) for row in letters] == [
        ("澜YPS会函〔2026〕1号", ""), ("澜CZT会函〔2026〕1号", ""), ("澜CZT会函〔2026〕2号", ""),
    ]  # fmt: skip


def test_s4_4_the_government_urges_and_the_answer_is_due_on_the_third_day(world, refused):
    """Signed on 30 March, due on 2 April; until it is signed the unit knows of nothing."""
    us, czt = Urgings(world), world.unit("CZT")
    clerk = us.government()
    with at("2026-02-26"):
        world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
    with at("2026-03-30"):
        draft = us.drafted(clerk, "立即提出会办意见\n写明测算结果和完成时间", way="government", unit=czt.id)
        assert urgings.file(draft.id, by=czt.office) is None
        letter = sign(by=clerk, on=draft)
        assert (letter.number, letter.due.isoformat(), len(letter.demands)) == (
            "澜政办督〔2026〕1号", "2026-04-02", 2,
        )  # fmt: skip
        lines = {row.criterion: (row.days, row.working_days) for row in letter.lines.all()}
        assert lines["co_opinion"] == (4, 2)
        us.received(letter, czt.office)
    with at("2026-04-01"):
        us.answered(letter, czt.office, "意见已于今日送主办单位", "2026-04-01")
    with at("2026-04-03"):
        row = find_corrected(by=clerk, on=again(letter))
    assert row.stage is w.Urging.CORRECTED and not row.is_late


def test_s4_variant_the_reply_leaves_without_an_opinion(world, refused):
    """CZT never answers: asked with what was tried, decided by the body that handed over, told in the reply."""
    jtt = world.unit("JTT")
    with at("2026-02-26"):
        lead, czt = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
    with at("2026-03-04"):
        lead, czt = world.working(lead, "JTT"), world.routed(czt, "CZT")
    why = Waiving("3月30日、4月1日两次催要，对方称仍在测算", "省级财政测算尚未完成")
    with at("2026-03-26"):
        refused("TOO_EARLY", between.ask_waiver, by=jtt.officer, on=Waiver.between(lead, czt), saying=why)
    with at("2026-04-02"):
        paper = world.written(lead, "JTT")
        refused("CO_OPINION_MISSING", papers.present, by=jtt.officer, on=paper)
        waiver = between.ask_waiver(by=jtt.officer, on=Waiver.between(lead, czt), saying=why)
        refused("WRONG_ACTOR", between.grant_waiver, by=world.unit("CZT").office, on=waiver)
    with at("2026-04-03"):
        between.grant_waiver(by=world.office, on=waiver, saying=Leave("同意先行答复，请在答复中说明"))
        papers.present(by=jtt.officer, on=again(paper))
        papers.pass_(by=jtt.head, on=again(paper), saying=Read())
        papers.pass_(by=jtt.office, on=again(paper), saying=Read())
        papers.sign(by=jtt.leader, on=world.agreed(paper, "JTT"), saying=Read())
        papers.send(by=jtt.officer, on=again(paper))
    assert Handling.objects.get(id=czt.id).stage is w.Handling.WAIVED
    assert again(lead.root).stage is w.Suggestion.ANSWERED
