"""The list of an archived file (forms.md F29): its number and term as the place lays down, every paper, and what is missing."""

from datetime import date

import pytest

from build import World, again, at
from gathering import Gatherings
from jianyi.cases.commands import between, inside, papers, suggestions
from jianyi.cases.letters.filing import NO_NUMBER, NO_TERM
from jianyi.cases.models import Collective, Extension, Sheet, Waiver
from jianyi.cases.queries.forms import form
from jianyi.documents.letters.document import Grid, Table
from jianyi.procedure.facts.said import AskedExtension, Granting, Leave, Rated, Read, Waiving
from jianyi.procedure.words import Role


def heads(sheet):
    grid = next(block for block in sheet.blocks if isinstance(block, Grid))
    return {pair.label: pair.text for pair in grid.pairs}


def titles(sheet):
    table = next(block for block in sheet.blocks if isinstance(block, Table))
    return [row[3] for row in table.rows]


def listed(task, by):
    return form("archive", task.root_id, by=by)[1]


def closed(world, task):
    """Rated and filed."""
    with at("2026-05-20"):
        for sheet in Sheet.objects.filter(root_id=task.root_id):
            papers.rate(by=world.deputy, on=sheet, saying=Rated("satisfied", "satisfied"))
    with at("2026-05-21"):
        suggestions.close(by=world.clerk, on=again(task.root))
    return again(task)


@pytest.fixture
def answered(world):
    with at("2026-02-26"):
        (task,) = world.handed_over(points=2)
    with at("2026-03-20"):
        world.sent(world.working(task))
    return again(task)


@pytest.mark.parametrize(("key", "number", "term"), [(False, "D30", "30年"), (True, "Y", "永久")])
def test_number_and_term_follow_the_rule_of_the_place(world, key, number, term):
    with at("2026-02-26"):
        (task,) = world.handed_over()
        task = world.routed(task)
        if key:
            world.key(task.root)
            inside.lead(by=world.unit("NYT").leader, on=again(task))
        task = world.working(again(task))
    with at("2026-03-20"):
        nyt, paper = world.unit("NYT"), world.cleared(task)
        if key:
            said = world.decision("NYT", date(2026, 3, 20), digest=paper.digest)
            inside.decide(by=nyt.office, on=Collective.about(again(paper)), saying=said)
        paper = world.agreed(again(paper))
        paper = papers.sign(by=nyt.principal if key else nyt.leader, on=paper, saying=Read())
        papers.send(by=nyt.officer, on=paper)
    told = heads(listed(closed(world, task), world.unit("NYT").office))
    assert told["档号"] == f"澜NYT-2026-{number}-0001" and told["保管期限"] == term
    office = listed(again(task), world.clerk)
    assert heads(office)["档号"] == f"澜常代-2026-{number}-0001" and "第二十六条" in office.note
    assert office.signatures[0].text == world.clerk.name
    assert heads(office)["办结日期"] == "2026年5月21日"


def test_where_nothing_is_laid_down_the_list_says_so(db):
    world = World(place="chongqing")
    with at("2026-02-26"):
        (task,) = world.handed_over()
    with at("2026-03-20"):
        world.sent(world.working(task))
    told = heads(listed(closed(world, task), world.clerk))
    assert (told["档号"], told["保管期限"]) == (NO_NUMBER, NO_TERM)


def test_a_whole_file_lacks_nothing_and_holds_reviews_talks_and_meetings(world, answered):
    with at("2026-04-16T18:00"):
        house = Gatherings(world, "NYT")
        row = house.called(cases=(answered.root_id,))
        settled = house.settled(house.held(row, house.unit.leader))
    sheet = listed(closed(world, answered), world.unit("NYT").office)
    told = "、".join(titles(sheet))
    order = (
        "交办通知",
        "签收单",
        "沟通记录",
        "会议纪要",
        "答复稿审核记录",
        "答复稿征求代表意见记录（代表同意）",
        "答复函",
        "征询意见表",
    )
    places = [told.index(word) for word in order]
    assert places == sorted(places) and settled.id
    count = len(titles(sheet))
    assert heads(sheet)["齐全情况"] == f"应归{count}件，已归{count}件，缺0件"
    office = listed(again(answered), world.clerk)
    assert "审查登记记录" in titles(office) and "答复稿审核记录" not in titles(office)


def test_what_was_begun_and_never_became_a_paper_is_told_as_missing(world, answered):
    with at("2026-04-16T18:00"):
        house = Gatherings(world, "NYT")
        house.held(house.called(cases=(answered.root_id,)), house.unit.leader)
        world.replied_orally(answered)
    sheet = listed(closed(world, answered), world.unit("NYT").office)
    count = len(titles(sheet))
    told = heads(sheet)["齐全情况"]
    assert told.startswith(f"应归{count + 2}件，已归{count}件，缺2件：")
    assert "NYT当面答复记录（代表未签署）" in told and "会议纪要（乡村与红色旅游服务集中见面会）" in told
    # Who holds the meeting keeps its minutes: the congress's office lacks the oral reply alone.
    assert heads(listed(again(answered), world.clerk))["齐全情况"].endswith(
        "缺1件：NYT当面答复记录（代表未签署）"
    )


def test_an_opinion_that_was_waived_is_not_missing_and_its_decision_is_in_the_file(world):
    jtt = world.unit("JTT")
    with at("2026-02-26"):
        lead, helping = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
        world.working(lead, "JTT")
    with at("2026-03-30"):
        ask = Waiver.between(again(lead), again(helping))
        ask = between.ask_waiver(by=jtt.officer, on=ask, saying=Waiving("电话催要", "测算未完成"))
        between.grant_waiver(by=world.office, on=ask, saying=Leave("同意先行答复"))
        world.sent(again(lead), "JTT")
    told = listed(closed(world, lead), world.clerk)
    assert "免等会办意见申请和决定（同意免等会办意见）" in titles(told)
    assert heads(told)["齐全情况"].endswith("缺1件：CZT签收单")


def test_more_time_asked_for_and_granted_is_in_the_file(world):
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        task = world.working(world.handed_over()[0])
    with at("2026-05-12"):
        said = AskedExtension(
            date(2026, 6, 10), grounds=("wide",), reason="测算未完成", progress="已测算三县", plan="六月答复",
            told_on=date(2026, 5, 11), told_by="phone", deputies_told="理解",
        )  # fmt: skip
        row = inside.ask_extension(by=nyt.office, on=Extension.of(task), saying=said)
        row = inside.approve_extension(by=nyt.leader, on=row)
        inside.grant_extension(by=world.office, on=row, saying=Granting(date(2026, 6, 10), "同意"))
        world.sent(again(task))
    for by in (nyt.office, world.clerk):
        told = (
            titles(listed(closed(world, task), by)) if by is nyt.office else titles(listed(again(task), by))
        )
        assert told.index("延期申请") < told.index("延期批复") < told.index("答复函")
