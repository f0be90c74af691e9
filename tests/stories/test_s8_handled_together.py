"""S8.1 (without likeness), S8.2, S8.4, S8.5, S8.7: six suggestions grouped, one list of problems, six replies."""

from dataclasses import replace
from datetime import date

import pytest

from build import again, at
from driving import client_of
from gathering import Gatherings
from grouping import Groups, ticked
from jianyi.cases.commands import papers
from jianyi.cases.models import Paper, Sheet
from jianyi.cases.queries.files import case
from jianyi.jobs import rounds
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Answer, Promise, Rated, Read
from jianyi.themes.commands import problems
from jianyi.themes.models import Concern, Problem
from jianyi.themes.queries import board
from jianyi.themes.queries.about import together
from jianyi.themes.queries.themes import file
from jianyi.turn.models import Deadline


NINE = (
    "厕所管护无人", "讲解词不统一", "民宿消防器材不足", "古道修缮", "接驳班次少", "资源普查", "标识不清", "停车位不足", "投诉渠道不畅",
)  # fmt: skip


@pytest.fixture
def wlt(world):
    return Groups(world)


@pytest.fixture
def tasks(wlt):
    with at("2026-02-26"):
        return wlt.tasks(6)


def test_s8_1_six_are_grouped_by_hand_and_who_left_or_came_is_on_record(world, wlt, tasks):
    with at("2026-03-03"):
        theme = wlt.made(tasks[:5])
        wlt.out(theme, tasks[0], "内容更近于公共卫生")
        theme = ticked(wlt, theme, tasks[5])
    shown = file(theme.id, by=wlt.unit.office)
    assert [(each.row.stage, each.row.reason) for each in shown.members][0] == (
        w.Member.OUT,
        "内容更近于公共卫生",
    )
    assert len(shown.inside) == 5
    assert [each.theme.title for each in together(case(tasks[5].root_id, by=world.a_deputy("代表6")))] == [
        "乡村与红色旅游服务"
    ]


def test_s8_2_what_a_trip_found_hangs_on_the_six_and_their_pages_say_so(world, wlt, tasks):
    field = Gatherings(world)
    leads = [world.a_deputy(f"代表{n}") for n in range(1, 7)]
    with at("2026-03-10"):
        theme = wlt.made(tasks)
        trip = field.called(
            kind="research", title="三县联合调研", starts_at=clock.moment("2026-03-24T09:00"), guests=tuple(who.person for who in leads),
            cases=tuple(task.root_id for task in tasks),
        )  # fmt: skip
    with at("2026-03-27T18:00"):
        trip = field.held(trip, wlt.unit.leader, *leads[:3])
        wlt.linked(theme, trip)
        rows = wlt.found(theme, *NINE, meeting=trip.id)
    assert len(rows) == 9 and Concern.objects.count() == 54
    for who, task in zip(leads, tasks, strict=True):
        (told,) = together(case(task.root_id, by=who))
        assert len(told.problems) == 9 and not told.opens
        assert [(each.meeting.title, each.came, each.deputies) for each in told.gatherings] == [
            ("三县联合调研", 4, 3)
        ]


def test_s8_4_nine_put_up_seven_struck_off_two_promised(wlt, tasks, refused):
    with at("2026-04-16"):
        theme = wlt.made(tasks)
        rows = wlt.found(theme, *NINE)
    assert {Deadline.objects.get(holder_id=row.id).due_on for row in rows} == {date(2026, 5, 20)}
    with at("2026-05-12"):
        for nth, row in enumerate(rows):
            if row.text == "古道修缮":
                wlt.pledged(row, tasks[3])
            elif row.text == "资源普查":
                wlt.pledged(row, tasks[5], "完成乡村旅游资源普查")
            else:
                row = wlt.reported(row)
                if not nth:
                    refused("SAME_PERSON", problems.strike_off, by=wlt.unit.officer, on=row)
                problems.strike_off(by=wlt.unit.office, on=row)
    assert board.by_unit(by=wlt.unit.office)[0][2] == board.Figures(9, 7, 2, 0)
    assert file(theme.id, by=wlt.unit.office).counts == (9, 7, 2)


def answered(world, wlt, task, shared, text="针对本件：已落实到点位", mark="A", promises=()):
    """The reply as its officer writes it."""
    paper = Paper.objects.get(handling_id=task.id)
    said = replace(
        world.text(again(task), mark), answers=(Answer(1, text, "adopted", shared=shared),), promises=promises
    )
    return papers.write(by=wlt.unit.officer, on=paper, saying=said)


def working(world, task, n):
    return world.working(again(task), "WLT", world.a_deputy(f"代表{n}"))


SHARED = "三月联合调研了三个县。\n已制定统一的服务标准。"


def test_s8_5_six_replies_share_two_paragraphs_and_each_has_its_own(world, wlt, tasks, refused):
    with at("2026-03-03"):
        theme = wlt.made(tasks)
        tasks = [working(world, task, n) for n, task in enumerate(tasks[:4], 1)]
    with at("2026-05-12"):
        theme = wlt.shared(theme, SHARED)
        first = world.promised()[0]
        for text in ("", SHARED, "已制定统一的服务标准。"):
            paper = answered(world, wlt, tasks[3], SHARED, text, "B", (first,))
            refused("POINT_UNANSWERED", papers.present, by=wlt.unit.officer, on=again(paper))
        row = wlt.pledged(wlt.found(theme, "古道修缮")[0], tasks[3])
        both = (first, Promise(1, row.pledged_item, row.pledged_due))
        paper = answered(world, wlt, tasks[3], SHARED, "古道保护由文物所负责", "B", both)
        assert paper.answers[0]["shared"] == SHARED
        paper = papers.present(by=wlt.unit.officer, on=again(paper))
        assert paper.stage is w.Paper.AT_DESK
        papers.pass_(by=wlt.unit.head, on=paper, saying=Read())
        paper = papers.pass_(by=wlt.unit.office, on=again(paper), saying=Read())
        paper = papers.sign(by=wlt.unit.leader, on=world.agreed(paper, "WLT"), saying=Read())
        papers.send(by=wlt.unit.officer, on=paper)
    assert Paper.objects.filter(stage=w.Paper.DRAFTING).count() == 3, (
        "the other members still owe a reply each"
    )


def test_s8_5_no_reply_answers_the_group(wlt, tasks):
    """There is no such step: the interface knows none, whatever it is called, and no paper belongs to a group."""
    with at("2026-05-12"):
        theme = wlt.made(tasks)
        client = client_of(wlt.unit.officer)
        for action in ("send", "present", "answer", "conclude", "finish"):
            answer = client.post(
                f"/api/v1/theme/{theme.id}/{action}", {"saying": {}}, content_type="application/json"
            )
            assert answer.status_code == 404, action
        for about in ({"theme": str(theme.id)}, {"suggestion": str(tasks[0].root_id)}):
            answer = client.post(
                "/api/v1/paper/new/present", {"saying": {}, "about": about}, content_type="application/json"
            )
            assert answer.status_code == 404


def test_s8_7_five_rate_in_time_and_the_sixth_is_not_counted(world, wlt, tasks):
    with at("2026-03-03"):
        wlt.made(tasks)
        tasks = [working(world, task, n) for n, task in enumerate(tasks, 1)]
    with at("2026-05-22"):
        for task, mark in zip(tasks, "AAABAB", strict=True):
            world.sent(task, "WLT", mark)
    sheets = [Sheet.objects.get(root_id=task.root_id) for task in tasks]
    assert {Deadline.objects.get(holder_id=row.id, limit=w.Limit.RATING).due_on for row in sheets} == {
        date(2026, 6, 12)
    }
    with at("2026-06-10"):
        for n, (row, result) in enumerate(
            zip(sheets[:5], ["satisfied"] * 4 + ["basically_satisfied"], strict=True), 1
        ):
            papers.rate(by=world.a_deputy(f"代表{n}"), on=row, saying=Rated("satisfied", result))
    for day in ("2026-06-13", "2026-06-22", "2026-06-23"):
        with at(day):
            rounds.tick()
            assert (again(sheets[5]).stage is w.Rating.LAPSED) is (day == "2026-06-23"), day
    assert Problem.objects.count() == 0
