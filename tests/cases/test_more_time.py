"""More time for a reply: once, early enough, under the ceiling, decided by the body that handed over (代 51)."""

from datetime import date

import pytest

from build import again, at
from dates import due
from jianyi.cases.commands import inside
from jianyi.cases.due import tick_all
from jianyi.cases.models import Extension, Handling
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import AskedExtension, Because, Granting
from jianyi.procedure.words import Limit as L, Role
from jianyi.turn.clocks import told
from jianyi.turn.models import Deadline, Notice, WorkItem


WHY = "涉及财政、人社两家资金测算，需汇总各县数据，处理难度大。"


def asking(until="2026-08-10", **more):
    said = {
        "grounds": ("wide", "difficult"),
        "reason": WHY,
        "progress": "已完成三县测算",
        "plan": "七月汇总、八月答复",
        "told_on": date(2026, 3, 1),
        "told_by": "phone",
        "deputies_told": "理解",
    }
    return AskedExtension(date.fromisoformat(until) if until else None, **(said | more))


@pytest.fixture
def wjw(world):
    return world.unit("WJW")


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        return world.routed(world.handed_over(("WJW", Role.SOLE))[0], "WJW")


def asked(world, task, day="2026-05-12", **more):
    with at(day):
        row = inside.ask_extension(by=world.unit("WJW").office, on=Extension.of(task), saying=asking(**more))
        return inside.approve_extension(by=world.unit("WJW").leader, on=row)


def test_what_was_not_handed_over_yet_gets_no_more_time(world, wjw, refused):
    named = Handling.objects.get(root_id=world.proposed(("WJW", Role.SOLE)).id)
    refused("TOO_EARLY", inside.ask_extension, by=wjw.office, on=Extension.of(named), saying=asking())


def test_the_last_day_to_ask_is_ten_days_before_the_reply(task):
    row = Deadline.objects.get(holder_id=task.id, limit=L.EXTENSION)
    assert str(row.due_on) == "2026-05-16", "a Saturday: the platform is open"
    assert "答复期满前 10 个自然日" in told(row).why


def test_granted_the_reply_is_due_later_and_says_so(world, task):
    """S5.3: asked on 12 May, decided by 19 May, granted on 15 May until 10 August."""
    request = asked(world, task)
    assert request.stage is w.Extension.ASKED and due(request, L.DECIDE_EXTENSION) == "2026-05-19"
    with at("2026-05-15"):
        granted = inside.grant_extension(
            by=world.office, on=request, saying=Granting(date(2026, 8, 10), "同意")
        )
    assert (granted.due_before, granted.granted) == (date(2026, 5, 26), date(2026, 8, 10))
    row = Deadline.objects.get(holder_id=task.id, limit=L.REPLY)
    assert str(row.due_on) == "2026-08-10" and row.ended_at is None
    assert "原期限 2026 年 5 月 26 日；经申请同意延至 2026 年 8 月 10 日" in told(row).why
    people = set(Notice.objects.filter(track="extension", action="grant").values_list("person_id", flat=True))
    assert {world.deputy.person, task.officer_id} <= people
    items = WorkItem.objects.filter(root_id=task.root_id, limit="reply")
    assert {str(item.due_at.date()) for item in items} <= {"2026-08-10"}


def test_less_may_be_granted_than_was_asked_for(world, task):
    request = asked(world, task)
    with at("2026-05-15"):
        inside.grant_extension(by=world.office, on=request, saying=Granting(date(2026, 7, 25)))
    row = Deadline.objects.get(holder_id=task.id, limit=L.REPLY)
    assert str(row.due_on) == "2026-07-27", "a Saturday rolls to Monday, as any limit"
    assert "2026 年 7 月 25 日非工作日，顺延至 2026 年 7 月 27 日" in told(row).why


def test_refused_the_day_stays(world, task, refused):
    request = asked(world, task)
    with at("2026-05-15"):
        refused("REASON_REQUIRED", inside.refuse_extension, by=world.office, on=request, saying=Because(" "))
        inside.refuse_extension(by=world.office, on=request, saying=Because("不属于涉及面广的情形"))
    assert due(task, L.REPLY) == "2026-05-26"


def test_it_comes_too_late_after_the_last_day(world, task, wjw, refused):
    with at("2026-05-18"):
        answer = refused(
            "TOO_LATE", inside.ask_extension, by=wjw.office, on=Extension.of(task), saying=asking()
        )
        assert "2026 年 5 月 16 日 24:00" in answer.reasons[0]


def test_a_prepared_request_is_not_approved_after_the_last_day(world, task, wjw, refused):
    with at("2026-05-15"):
        row = inside.ask_extension(by=wjw.office, on=Extension.of(task), saying=asking())
    with at("2026-05-18"):
        refused("TOO_LATE", inside.approve_extension, by=wjw.leader, on=row)


def test_never_beyond_the_ceiling(world, task, wjw, refused):
    with at("2026-05-12"):
        new = Extension.of(task)
        answer = refused(
            "OVER_CEILING", inside.ask_extension, by=wjw.office, on=new, saying=asking("2026-09-30")
        )
        assert "2026 年 8 月 26 日 24:00" in answer.reasons[0]
        inside.ask_extension(by=wjw.office, on=Extension.of(task), saying=asking("2026-08-26"))
    request = inside_approved(wjw)
    with at("2026-05-15"):
        far = Granting(date(2026, 8, 27))
        refused("OVER_CEILING", inside.grant_extension, by=world.office, on=request, saying=far)


def inside_approved(unit):
    with at("2026-05-13"):
        return inside.approve_extension(by=unit.leader, on=Extension.objects.get())


def test_only_once(world, task, wjw, refused):
    request = asked(world, task)
    with at("2026-05-15"):
        second = Extension.of(task)
        refused("CHECKLIST_UNMET", inside.ask_extension, by=wjw.office, on=second, saying=asking())
        inside.grant_extension(by=world.office, on=request, saying=Granting(date(2026, 8, 10)))
    with at("2026-08-03"):
        again_ = Extension.of(task)
        refused(
            "ALREADY_EXTENDED", inside.ask_extension, by=wjw.office, on=again_, saying=asking("2026-08-20")
        )


def test_who_decides_is_not_who_asks(world, task, wjw, refused):
    with at("2026-05-12"):
        new = Extension.of(task)
        refused("WRONG_ACTOR", inside.ask_extension, by=wjw.officer, on=new, saying=asking())
        row = inside.ask_extension(by=wjw.office, on=new, saying=asking())
        refused("WRONG_ACTOR", inside.approve_extension, by=wjw.officer, on=row)
        row = inside.approve_extension(by=wjw.leader, on=row)
        for by in (wjw.officer, wjw.leader, world.deputy, world.clerk):
            refused("WRONG_ACTOR", inside.grant_extension, by=by, on=row, saying=Granting(date(2026, 8, 10)))


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"reason": " "}, "REASON_REQUIRED"), ({"progress": ""}, "CHECKLIST_UNMET"), ({"plan": ""}, "CHECKLIST_UNMET"),
        ({"grounds": ()}, "REASON_REQUIRED"), ({"told_on": None}, "CHECKLIST_UNMET"), ({"told_by": ""}, "CHECKLIST_UNMET"),
        ({"told_on": date(2026, 5, 13)}, "CHECKLIST_UNMET"), ({"deputies_told": ""}, "CHECKLIST_UNMET"), ({"until": ""}, "CHECKLIST_UNMET"),
        ({"until": "2026-05-26"}, "CHECKLIST_UNMET"), ({"until": "2026-03-01"}, "CHECKLIST_UNMET"),
    ],
    ids=str,
)  # fmt: skip
def test_a_request_is_whole(task, wjw, refused, told, code):
    with at("2026-05-12"):
        refused(code, inside.ask_extension, by=wjw.office, on=Extension.of(task), saying=asking(**told))


def test_an_opinion_has_no_more_time(world, wjw, refused):
    with at("2026-02-26"):
        _, helping = world.handed_over(("JTT", Role.LEAD), ("WJW", Role.CO))
    with at("2026-03-10"):
        refused(
            "CHECKLIST_UNMET", inside.ask_extension, by=wjw.office, on=Extension.of(helping), saying=asking()
        )


def test_a_request_ends_with_its_task(world, task, wjw):
    asked(world, task, "2026-03-02")
    with at("2026-03-03"):
        world.granted(again(task), "WJW", "ZJT")
    assert Extension.objects.get().stage is w.Extension.DROPPED
    assert not Deadline.objects.filter(limit=L.DECIDE_EXTENSION, ended_at=None).exists()


def test_after_the_reply_the_right_to_ask_is_gone(world, task, wjw, refused):
    with at("2026-04-20"):
        world.sent(world.working(again(task), "WJW"), "WJW")
        done = Handling.objects.get(id=task.id)
        refused("TOO_LATE", inside.ask_extension, by=wjw.office, on=Extension.of(done), saying=asking())
    with at("2026-06-01"):
        tick_all()
    assert not Deadline.objects.filter(holder_id=task.id, ended_at=None).exists()


def test_time_is_never_paused(task, wjw, refused):
    with at("2026-03-10"):
        refused("PAUSE_NOT_ALLOWED", inside.pause, by=wjw.office, on=task, saying=Because("等资料"))


def test_the_unit_alone_knows_of_a_request_its_leader_has_not_approved(world, task, wjw):
    from jianyi.cases.queries.files import case

    with at("2026-05-12"):
        inside.ask_extension(by=wjw.office, on=Extension.of(task), saying=asking())
        assert case(task.root_id, by=wjw.office).extensions
        assert not case(task.root_id, by=world.clerk).extensions
        assert not case(task.root_id, by=world.deputy).extensions


def test_the_ground_is_one_that_the_law_knows(task, wjw, refused):
    with at("2026-05-12"):
        no = refused(
            "REASON_REQUIRED",
            inside.ask_extension,
            by=wjw.office,
            on=Extension.of(task),
            saying=asking(grounds=()),
        )
        row = inside.ask_extension(
            by=wjw.office, on=Extension.of(task), saying=asking(grounds=("difficult",))
        )
    assert "涉及面广，或者处理难度大" in no.reasons[0]
    assert row.ground == "处理难度大"
