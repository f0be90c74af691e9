"""Pages of notices of supervision, of the board, of what passes to another unit and of meetings for a topic."""

from datetime import date

from build import again, at
from driving import client_of
from jianyi.cases.models import Handling
from jianyi.procedure import words as w
from jianyi.procedure.words import Role
from jianyi.supervision.commands import measures
from jianyi.supervision.models import Measure
from supervising import Topics
from urging import Urgings


def told(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status, (path, answer.status_code)
    return answer.content.decode()


def working(world):
    with at("2026-02-26"):
        return world.working(world.handed_over(("JTT", Role.SOLE))[0], "JTT")


def test_a_notice_is_begun_on_the_page_of_the_suggestion_and_issued(world):
    task, us = working(world), Urgings(world)
    with at("2026-06-01"):
        clerk = us.government()
        client, there = client_of(clerk), f"/measures/new/?rung=notice&handling={task.id}"
        assert "拟督办通知（JTT）" in told(client, f"/suggestions/{task.root_id}/")
        assert "拟督办通知" not in told(client_of(world.deputy), f"/suggestions/{task.root_id}/")
        form = told(client, there)
        assert "督办起因" in form and "报告期限" in form and "越级" not in form
        said = {
            "facts": "没有进展", "demands": "报告进展", "owner": task.head_id, "due": "2026-06-15", "cause": "key", "materials": "进展报告",
            "rung": "notice", "handling": task.id,
        }  # fmt: skip
        bad = client.post("/measures/new/", said)
        assert bad.status_code == 409 and "与现在的事实不符" in bad.content.decode()
        client.post("/measures/new/", said | {"cause": "overdue"})
        row = Measure.objects.get()
        client.post(f"/act/measure/{row.id}/notify/", {"next": f"/measures/{row.id}/"})
        assert again(row).stage is w.Measure.NOTIFIED
        page = told(client_of(world.unit("JTT").office), f"/measures/{row.id}/")
        assert "报告办理情况" in page and "督办主体" in page and "超过期限" in page and "宽限期限" not in page
        assert "宽限期限" in told(client, f"/measures/{row.id}/")


def test_the_board_is_put_up_for_whom_it_may_be_shown_to(world):
    task, us = working(world), Urgings(world)
    with at("2026-06-01"):
        clerk = us.government()
        us.listing(clerk, task, clerk, visible_to="deputies", skip_reason="影响重大", skip_by=clerk.person)
        client = client_of(clerk)
        assert "GP-2026-1" in told(client, "/supervision/board/")
        deputies = told(client, "/supervision/board/?for=deputies")
        assert "GP-2026-1" in deputies and 'href="/supervision/board.pdf?for=deputies"' in deputies
        assert "GP-2026-1" not in told(client, "/supervision/board/?for=public")
        for suffix in ("pdf", "docx", "xlsx"):
            assert client.get(f"/supervision/board.{suffix}?for=deputies").status_code == 200
        assert told(client_of(world.deputy), "/supervision/board/", 404)
        page = told(client_of(world.deputy), f"/suggestions/{task.root_id}/")
        assert "GP-2026-1" in page and "代表见面；成稿" in page


def test_the_office_names_the_unit_that_goes_on_and_the_administrator_reads_what_is_open(world):
    task, heir = working(world), world.unit("NYT")
    with at("2026-02-27"):
        admin = world.person("系统管理", (world.committee, w.Duty.ADMINISTRATOR))
    with at("2026-06-01"):
        page = told(client_of(admin), f"/organisations/{world.unit('JTT').id}/")
        assert "在办建议 1 件" in page
        client = client_of(world.office)
        assert "由承接单位接续办理" in told(client, f"/suggestions/{task.root_id}/")
        form = told(client, f"/act/handling/{task.id}/inherit/")
        assert "接续办理的单位" in form and "NYT" in form
        client.post(f"/act/handling/{task.id}/inherit/", {"unit": heir.id, "reason": "职能划转"})
        assert Handling.objects.get(id=task.id).unit_id == heir.id
        assert "在办建议" not in told(client_of(admin), f"/organisations/{world.unit('JTT').id}/")


def test_a_committee_calls_a_visit_from_its_topic(world):
    key = Topics(world)
    with at("2026-02-26"):
        task = world.routed(world.handed_over(("FGW", Role.SOLE))[0], "FGW")
    with at("2026-03-12"):
        topic = key.listed(task)
        client = client_of(key.member)
        page = told(client, f"/topics/{topic.id}/")
        assert "召集活动" in page and "召集活动" not in told(client_of(world.office), f"/topics/{topic.id}/")
        form = told(client, f"/meetings/new/?topic={topic.id}&kind=visit&cases={task.root.no}")
        assert task.root.no in form and "顾停云" in form
        said = {
            "kind": "visit", "title": "港区视察", "starts_at": "2026-04-17T09:00", "where": "港区", "chair": key.member.person,
            "agenda": "查看", "cases": task.root.no,
        }  # fmt: skip
        done = client.post(f"/meetings/new/?topic={topic.id}", said)
        assert done.status_code == 302, done.content.decode()
        assert "港区视察" in told(client, f"/topics/{topic.id}/") and "港区视察" in told(client, "/meetings/")
        assert told(client_of(key.member), f"/meetings/new/?topic={topic.id + 1}", 404)


def test_above_the_last_rung_nothing_is_offered(world):
    """A card without anything in it is no card."""
    task, us = working(world), Urgings(world)
    with at("2026-06-01"):
        clerk = us.government()
        skips = {"skip_reason": "影响重大", "skip_by": clerk.person}
        board = us.listing(clerk, task, clerk, **skips)
        grounds = {
            "article": "办理办法（虚构）第三十条", "manner": "criticism", "decider": "省政府",
            "statement_by": date(2026, 6, 10), "due": date(2026, 6, 30),
        }  # fmt: skip
        said = us.said(task, **skips, **grounds)
        row = measures.draw_up(by=clerk, on=us.measure(clerk, "accountability", task), saying=said)
        row = measures.call_to_account(by=clerk, on=row)
        client = client_of(clerk)
        assert "上一级督办" in told(client, f"/measures/{board.id}/")
        assert "上一级督办" not in told(client, f"/measures/{row.id}/")
