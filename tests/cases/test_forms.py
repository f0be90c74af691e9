"""The forms that are drawn as things stand: what is on them, and for whom they are."""

import json
from datetime import date

import pytest

from build import World, again, at
from jianyi.cases.commands import inside, papers, plans, suggestions
from jianyi.cases.issued.files import document
from jianyi.cases.models import Collective, Milestone, Paper, Plan, Sheet
from jianyi.cases.queries.files import case as file_of
from jianyi.cases.queries.forms import KINDS, form, forms
from jianyi.cases.queries.letters import letter, letter_of
from jianyi.documents.letters.laid import facts
from jianyi.documents.letters.typesetting import pdf
from jianyi.documents.letters.webpage import page
from jianyi.documents.letters.word import docx
from jianyi.procedure.facts.said import Foreseen, Planning, Rated, Read, Setting
from jianyi.procedure.flow import ROAD, road
from jianyi.procedure.places import every_place
from jianyi.procedure.words import Role
from jianyi.publication.models import Publication
from lettering import as_libreoffice_reads, squeezed


FORESEEN = (
    Foreseen("before", "division", "phone", date(2026, 3, 6)),
    Foreseen("during", "leader", "meeting", date(2026, 4, 8)),
    Foreseen("after", "officer", "phone", date(2026, 5, 20)),
)


def told(kind, row, by):
    """What this reader has on the form; nothing where it is not for them."""
    found = form(kind, row.id, by=by)
    return "".join(json.dumps(facts(found[1]), ensure_ascii=False).split()) if found else ""


def whole(world):
    """A case that was planned, answered, rated and closed; the sheet of its one reply."""
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        task = world.routed(world.handed_over(points=2)[0])
        plan = plans.draw_up(
            by=nyt.officer,
            on=Plan.of(task),
            saying=Planning("三月调研", "专班推进", world.views(2), FORESEEN),
        )
        for text, day in (("征求意见", 20), ("实地调研", 25), ("成稿送审", 30)):
            said = Setting(text, date(2026, 3, day), nyt.head.person)
            plans.set_milestone(by=nyt.officer, on=Milestone.in_plan(plan), saying=said)
        plan = plans.approve(by=nyt.leader, on=plans.present(by=nyt.officer, on=again(plan)))
    with at("2026-03-10"):
        world.sent(world.working(again(task)))
    sheet = Sheet.objects.get()
    return task, again(plan), sheet


@pytest.fixture
def closed(world):
    task, plan, sheet = whole(world)
    with at("2026-03-20"):
        world.rate(sheet)
    with at("2026-03-21"):
        suggestions.close(by=world.clerk, on=again(task.root))
    return task, plan, again(sheet)


def test_the_suggestion_is_on_paper_for_everybody_who_may_see_it(world):
    case = world.registered(points=2, wished_units=(str(world.unit("NYT").id),))
    for by in (world.deputy, world.clerk):
        sheet = told("suggestion", case, by)
        assert "澜江省第十四届人民代表大会第四次会议代表建议、批评和意见专用纸" in sheet
        for part in ("第0001号", "周知远", "云浦代表团", "■建议", "■全文公开", "第2条具体建议", "NYT"):
            assert part in sheet, part
    assert told("suggestion", case, world.a_deputy("何望川")) == ""


def test_a_draft_says_on_every_page_that_it_is_one(world):
    assert "草稿" in told("suggestion", world.draft(), world.deputy)
    assert "草稿" not in told("suggestion", world.submitted(), world.deputy)


def test_who_wants_to_be_unknown_is_on_no_paper_of_the_unit(world):
    with at("2026-02-26"):
        (task,) = world.handed_over(confidential=True, confidential_reason="怕影响亲属")
    unit = told("suggestion", task.root, world.unit("NYT").office)
    assert "（代表要求保密）" in unit and "周知远" not in unit and "云浦代表团" not in unit
    for by in (world.deputy, world.clerk):
        own = told("suggestion", task.root, by)
        assert "周知远" in own and "云浦代表团" in own and "■是" in own


def test_the_rating_sheet_goes_between_the_rater_and_the_congress_alone(world):
    _, _, sheet = whole(world)
    assert sheet.number == "ZX-2026-0001"
    for by in (world.deputy, world.clerk):
        blank = told("rating", sheet, by)
        for part in (
            "ZX-2026-0001",
            "澜NYT建函〔2026〕1号",
            "周知远代表：",
            "□不满意",
            "■已收到",
            "不经承办单位转交",
        ):
            assert part in blank, part
    for who in ("office", "officer", "leader", "principal"):
        assert told("rating", sheet, getattr(world.unit("NYT"), who)) == "", who
    with at("2026-03-20"):
        rated = world.rate(sheet, "dissatisfied")
    filled = told("rating", rated, world.clerk)
    assert "■不满意" in filled and "■满意" in filled and rated.opinion in filled and "2026年3月20日" in filled


def test_a_plan_has_a_number_from_its_first_approval_and_stays_inside(world):
    task, plan, _ = whole(world)
    assert plan.number == "JH-2026-0001"
    sheet = told("plan", plan, world.unit("NYT").office)
    for part in ("JH-2026-0001", "征求意见", "2026-03-20", "NYT处长", "NYT副厅长", "NYT经办", "三月调研"):
        assert part in sheet, part
    assert "未批准" not in sheet
    for by in (world.deputy, world.clerk, world.unit("JTT").office):
        assert told("plan", plan, by) == ""


def test_a_plan_that_nobody_has_approved_says_so(world):
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        task = world.routed(world.handed_over()[0])
        plan = plans.draw_up(by=nyt.officer, on=Plan.of(task), saying=Planning("三月调研", "专班推进"))
    assert "未批准" in told("plan", plan, nyt.officer) and plan.number == ""


@pytest.mark.parametrize("place", every_place(), ids=lambda place: place.key)
def test_the_road_of_work_is_the_table_of_the_place(place):
    stations = road(place)
    assert [(each.track, each.action) for each in stations] == list(ROAD)
    limits = [text for each in stations for _, text in each.limits]
    assert [text for text in limits if text.startswith("答复 3 个月")] and "申请延期" not in "".join(limits)


def test_the_road_shows_where_the_task_stands(world):
    with at("2026-02-26"):
        (task,) = world.handed_over()

    def current(row):
        found = form("flow", row.id, by=world.unit("NYT").office)[1].blocks[1]
        return found.nodes[found.current - 1].title if found.current else ""

    assert current(task) == "签收"
    with at("2026-02-27"):
        task = world.routed(task)
        assert current(task) == "开始办理"
        task = world.working(task)
        assert current(task) == "送审"
        world.ready(task)
        assert current(task) == "签发"
        papers.sign(by=world.unit("NYT").leader, on=again(Paper.objects.get()), saying=Read())
        papers.send(by=world.unit("NYT").officer, on=Paper.objects.get())
        assert current(again(task)) == "代表测评"
    assert form("flow", task.id, by=world.deputy) is None is form("flow", task.id, by=world.clerk)


def test_a_co_opinion_has_no_road_to_the_deputy(world):
    with at("2026-02-26"):
        _, co = world.handed_over(("NYT", Role.LEAD), ("JTT", Role.CO))
    sheet = told("flow", co, world.unit("JTT").office)
    assert "会办意见函" in sheet and "会办意见1个月" in sheet
    assert "征询意见表" not in sheet and "送代表看稿" not in sheet and "答复3个月" not in sheet


def test_what_the_leadership_decided_is_on_paper_inside_the_unit(world):
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        paper = world.written(world.working(world.handed_over()[0]))
        said = world.decision(
            "NYT",
            date(2026, 2, 26),
            outcome="with_changes",
            note="补充分年清单",
            digest=paper.digest,
            hour="9:00",
            observers="办公室主任",
        )
        row = inside.decide(by=nyt.office, on=Collective.about(again(paper)), saying=said)
    kept = letter_of(file_of(row.root_id, by=nyt.leader), row.id)
    sheet = "".join(json.dumps(facts(document(kept)), ensure_ascii=False).split())
    assert (
        "应到9人，实到8人" in sheet
        and "■修改后同意" in sheet
        and f"校验码{paper.digest[:8].upper()}" in sheet
    )
    for by in (world.clerk, world.deputy, world.unit("JTT").office):
        assert letter(kept.id, by=by) is None and told("collective", row, by) == "", by.name


def test_the_file_of_a_closed_case_lists_what_its_reader_may_see_in_the_order_of_the_work(world, closed):
    task, plan, sheet = closed
    unit = told("archive", task.root, world.unit("NYT").office)
    words = [
        "关于支持丘陵山区小型农机",
        "交办通知",
        "签收单",
        "办理计划",
        "办前沟通记录",
        "答复函",
        "征询意见表",
    ]
    places = [unit.rindex(word) for word in words]
    assert places == sorted(places) and plan.number in unit and sheet.number in unit
    office = told("archive", task.root, world.clerk)
    assert "交办情况告知函" in office and plan.number not in office and "交办情况告知函" not in unit
    assert (
        told("archive", task.root, world.deputy) == told("archive", task.root, world.unit("JTT").office) == ""
    )


def test_there_is_no_list_of_a_case_that_is_still_open(world):
    task, _, _ = whole(world)
    assert told("archive", task.root, world.clerk) == ""
    assert "archive" not in {each.kind for each in forms(file_of(task.root_id, by=world.clerk))}


def test_every_form_is_offered_to_exactly_those_who_may_draw_it(world, closed):
    task, _, _ = closed
    for by in (world.deputy, world.clerk, world.head, world.unit("NYT").office, world.unit("NYT").officer):
        file = file_of(task.root_id, by=by)
        offered = {(each.kind, each.number) for each in forms(file)}
        rows = [(kind, row.id) for kind, of in KINDS.items() for row in of.model.objects.all()]
        assert offered == {(kind, number) for kind, number in rows if form(kind, number, by=by)}, by.name


@pytest.fixture
def all_forms(world, closed):
    """Every form that a plain case has, as its reader gets it; what else there is has a test of its own."""
    task, plan, sheet = closed
    published = Publication.objects.get(root_id=task.root_id)
    rows = {"plan": plan, "rating": sheet, "receipt": task, "flow": task, "publication": published}
    found = {
        kind: form(kind, rows.get(kind, task.root).id, by=reader_of(world, kind))[1]
        for kind in KINDS.keys() - {"collective", "oral_reply"}
    }
    assert all(found.values())
    return found


def test_all_forms_of_a_case_come_out_as_page_and_pdf_with_nothing_left_unsaid(all_forms):
    for kind, drawn in all_forms.items():
        for gap in ("None", "date(", "()", "。。", "：：", "{", "}"):
            assert gap not in page(drawn) and gap not in squeezed(pdf(drawn).content), (kind, gap)


def test_libreoffice_opens_all_forms_of_a_case(all_forms, tmp_path):
    made = as_libreoffice_reads(tmp_path, **{kind: docx(each).content for kind, each in all_forms.items()})
    for kind, content in made.items():
        assert "".join(all_forms[kind].title.split())[:8] in squeezed(content), kind


def reader_of(world, kind):
    return world.clerk if kind == "rating" else world.unit("NYT").office


def test_the_rating_sheet_asks_what_its_place_asks_and_prints_the_answers(world):
    _, _, sheet = whole(world)
    blank = told("rating", sheet, world.clerk)
    assert "□办前、办中、办后均有" in blank and "□认可" in blank and "□同意公开" in blank
    assert "综合附议意见" not in blank, "nobody has co-signed"
    with at("2026-03-20"):
        said = Rated("satisfied", "satisfied", "", "part", "disagree", "agree")
        rated = papers.rate(by=world.deputy, on=sheet, saying=said)
    filled = told("rating", rated, world.clerk)
    assert "■部分环节有" in filled and "■不认可" in filled and "■同意公开" in filled
    assert told("rating", rated, world.unit("NYT").office) == ""


def test_what_a_place_does_not_ask_is_neither_printed_nor_taken(db, refused):
    elsewhere = World(place="chongqing")
    with at("2026-03-01"):
        sheet = elsewhere.answered()
        blank = told("rating", sheet, elsewhere.clerk)
        more = Rated("satisfied", "satisfied", "", "all")
        no = refused("NOT_IN_THIS_PLACE", papers.rate, by=elsewhere.deputy, on=sheet, saying=more)
        papers.rate(by=elsewhere.deputy, on=sheet, saying=Rated("satisfied", "satisfied"))
    assert "只填表上列出的项目" in no.reasons[0]
    for part in ("沟通情况", "类别是否属实", "公开答复", "综合附议意见"):
        assert part not in blank, part
