"""A unit's whole road, by pressing the forms that stand in the pages."""

import pytest

from build import again, at
from jianyi.cases.commands import handlings, papers
from jianyi.cases.models import Contact, Delivery, Paper
from jianyi.procedure import words as w
from jianyi.procedure.words import Role


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        (row,) = world.handed_over(points=2)
    return row


def team(unit):
    return {
        "leader": unit.leader.person, "head": unit.head.person, "officer": unit.officer.person, "division": unit.division.id,
    }  # fmt: skip


def written(text="答复正文", reply_class="A"):
    told = {f"p{n}__text": f"{text}{n}。" for n in (1, 2)} | {f"p{n}__adoption": "adopted" for n in (1, 2)}
    return told | {"reply_class": reply_class}


def test_from_receipt_to_delivery(world, task, reader):
    nyt = world.unit("NYT")
    office, officer, head, leader = (reader(p) for p in (nyt.office, nyt.officer, nyt.head, nyt.leader))
    with at("2026-02-27"):
        assert office.get(f"/suggestions/{task.root_id}/").status_code == 200
        assert f"/handlings/{task.id}/receipt/" in office.text
        office.get(f"/handlings/{task.id}/receipt/")
        office.press("acknowledge", count_checked="1")
        assert again(task).stage is w.Handling.RECEIVED, office.text[office.text.find("没有办成") - 50 :][
            :400
        ]
        office.get(f"/handlings/{task.id}/route/")
        refused = office.press("route", **{**team(nyt), "head": ""})
        assert (
            refused.status_code == 409
            and "RESPONSIBILITY_INCOMPLETE" in office.text
            and "责任处领导" in office.text
        )
        assert f'value="{nyt.officer.person}" selected' in office.text
        office.press("route", **team(nyt))
        assert again(task).stage is w.Handling.ROUTED
    with at("2026-03-04"):
        officer.get(f"/handlings/{task.id}/contact/")
        officer.press("record", occurred_at="2026-03-03T10:00", summary="说明了办理思路", mode="phone")
        contact = Contact.objects.get()
        assert contact.deputies == [world.deputy.person] and "待代表确认" in officer.text
        handlings.confirm_contact(by=world.deputy, on=contact)
        officer.get(f"/act/handling/{task.id}/begin/")
        officer.press("go")
        officer.get(f"/suggestions/{task.root_id}/")
        assert "现在要办" in officer.text and "写稿、送审" in officer.text, (
            "what is not ready yet is to be written"
        )
        todo = officer.text[officer.text.index("现在要办") : officer.text.index('id="text"')]
        assert "5 月 26 日（周二）" in todo, "and until when the reply is due"
    paper = Paper.objects.get()
    with at("2026-04-15"):
        assert f"/papers/{paper.id}/" in officer.get(f"/suggestions/{task.root_id}/").content.decode()
        officer.get(f"/papers/{paper.id}/")
        assert officer.press("present", **{**written(), "p2__text": ""}).status_code == 409
        assert "第 2 条建议未答" in officer.text and "答复正文1。" in officer.text
        officer.press("present", **written())
        assert again(paper).stage is w.Paper.AT_DESK
    with at("2026-04-20"):
        head.get(f"/papers/{paper.id}/")
        assert head.press("send_back", reason="").status_code == 409
        head.press("send_back", reason="第 2 条补时限")
        officer.get(f"/papers/{paper.id}/")
        assert "第 2 条补时限" in officer.text
        officer.press("present", **{**written(), "p2__text": "答复正文2，年内完成。"})
        head.get(f"/papers/{paper.id}/")
        assert "<ins>，年内完成</ins>" in head.text
        head.press("pass")
        office.get(f"/papers/{paper.id}/")
        office.press("pass")
        assert again(paper).stage is w.Paper.CLEARED
    with at("2026-04-24"):
        assert "还没有看过这一稿" in leader.get(f"/papers/{paper.id}/").content.decode()
        show = f"/act/consultation/new/show/?suggestion={task.root_id}"
        assert "送代表看稿" in officer.get(f"/suggestions/{task.root_id}/").content.decode()
        officer.client.post(show, {"paper": str(paper.id), "handling": str(task.id)})
        asked = reader(world.deputy)
        assert "年内完成" in asked.get(f"/suggestions/{task.root_id}/").content.decode()
        asked.press(where="/accept_draft/")
    with at("2026-04-28"):
        assert f"/papers/{paper.id}/" in leader.get(f"/suggestions/{task.root_id}/").content.decode()
        leader.get(f"/papers/{paper.id}/")
        leader.press("sign")
        officer.get(f"/papers/{paper.id}/")
        way = f"way-{world.deputy.person}"
        refused = officer.press("send", **{way: "post"})
        assert refused.status_code == 409 and "邮件号" in officer.text
        officer.press("send", **{way: "post", f"mail-{world.deputy.person}": "XA123"})
    assert again(paper).stage is w.Paper.SENT and again(task).stage is w.Handling.DELIVERED
    delivery = Delivery.objects.get()
    assert (delivery.channel, delivery.mail_no) == ("post", "XA123")
    letter = reader(world.deputy).get(f"/papers/{paper.id}/letter/").content.decode()
    for told in (
        'lt-mark">A<',
        "第0001号建议的答复",
        "周知远代表：",
        "一、关于第1条具体建议",
        "采纳。答复正文1。",
        "2026年4月28日",
        "抄送：",
    ):
        assert told in letter, told
    assert again(paper).number in letter


def test_less_than_the_whole_is_made_public_only_with_its_reason_beside_it(world, task, reader):
    nyt = world.unit("NYT")
    with at("2026-04-15"):
        world.working(task)
        paper = Paper.objects.get()
        officer, head = reader(nyt.officer), reader(nyt.head)
        officer.get(f"/papers/{paper.id}/")
        refused = officer.press("present", **written(), publication="summary")
        assert refused.status_code == 409 and "请写明理由" in officer.text
        assert 'value="summary" checked' in officer.text, "what was chosen stays chosen"
        officer.press("present", **written(), publication="summary", publication_reason="涉及企业商业秘密")
        head.get(f"/papers/{paper.id}/")
        assert "摘要公开：涉及企业商业秘密" in head.text


def test_the_second_reply_is_compared_with_the_first(world, reader):
    nyt, first = world.unit("NYT"), world.rated("dissatisfied")
    second = world.working(world.handled_again(first))
    paper = world.written(second, reply_class="C")
    page = reader(nyt.officer)
    papers.present(by=nyt.officer, on=paper)
    page.get(f"/papers/{paper.id}/")
    assert f"上一轮答复 {first.paper.number}" in page.text and "<del>A</del><ins>C</ins>" in page.text
    page.get(f"/papers/{paper.id}/?from=1&to=1")
    assert "<del>A</del>" not in page.text, "any two can be chosen"


def test_a_wrong_actor_is_told_whose_turn_it_is(world, task, reader):
    nyt = world.unit("NYT")
    officer = reader(nyt.principal)
    with at("2026-02-27"):
        page = officer.get(f"/handlings/{task.id}/receipt/").content.decode()
        assert "“签收”应由承办单位办公室办理" in page and 'value="acknowledge"' not in page
        answer = officer.client.post(
            f"/handlings/{task.id}/receipt/", {"materials": "complete", "objection": "none"}
        )
    assert answer.status_code == 409 and "应由承办单位办公室办理" in answer.content.decode()
    assert reader(world.unit("JTT").office).get(f"/handlings/{task.id}/receipt/").status_code == 404


def test_a_stale_form_keeps_the_text(world, task, reader):
    nyt = world.unit("NYT")
    with at("2026-03-04"):
        world.working(task)
    paper = Paper.objects.get()
    one, two = reader(nyt.officer), reader(nyt.officer)
    one.get(f"/papers/{paper.id}/")
    two.get(f"/papers/{paper.id}/")
    one.press("write", **written("先写的"))
    answer = two.press("write", **written("后写的"))
    assert answer.status_code == 409 and "后写的1。" in two.text and "内容已有变动" in two.text
    assert again(paper).answers[0]["text"] == "先写的1。"
    assert two.press("write", **written("后写的")).status_code == 200
    assert again(paper).edition == 2


def test_the_same_press_twice_is_one_step(world, task, reader):
    nyt = world.unit("NYT")
    with at("2026-03-04"):
        world.working(task)
    paper = Paper.objects.get()
    officer = reader(nyt.officer)
    officer.get(f"/papers/{paper.id}/")
    page = officer.answer
    officer.press("present", **written())
    officer.answer, officer.address = page, f"/papers/{paper.id}/"
    assert officer.press("present", **written()).status_code == 200
    assert (again(paper).stage, again(paper).edition) == (w.Paper.AT_DESK, 1)


def test_a_desk_may_change_the_text(world, task, reader):
    nyt = world.unit("NYT")
    with at("2026-03-04"):
        paper = world.written(world.working(task))
        officer, office = reader(nyt.officer), reader(nyt.office)
        officer.get(f"/papers/{paper.id}/")
        officer.press("present", **written())
        reader_head = reader(nyt.head)
        reader_head.get(f"/papers/{paper.id}/")
        reader_head.press("pass")
        office.get(f"/papers/{paper.id}/?edit=1")
        office.press("write", **written("办公室改过的"))
        assert "办公室改过的1。" in office.text and again(paper).desks_left == ["office"]
        office.press("pass")
    assert again(paper).stage is w.Paper.CLEARED


def test_bulk_receipt_goes_on_past_a_failure(world, reader):
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        rows = [world.handed_over(title=f"关于第{n}件事的建议")[0] for n in range(3)]
        handlings.acknowledge(by=nyt.office, on=rows[1])
        office = reader(nyt.office)
        office.get("/unit/")
        nobody = office.press(where="/unit/receipt/")
        assert "没有勾选任何一件：请先勾选要签收的建议。" in nobody.content.decode()
        answer = office.press(where="/unit/receipt/", picked=[str(row.id) for row in rows])
    page = answer.content.decode()
    assert answer.status_code == 200 and "已签收 2 件，没有办成 1 件" in page and "不能签收" in page
    assert {again(row).stage for row in rows} == {w.Handling.RECEIVED}
    with at("2026-02-27"):
        office.get("/unit/")
        office.press(where="/unit/route/", picked=[str(row.id) for row in rows], **team(nyt))
    assert {again(row).stage for row in rows} == {w.Handling.ROUTED}
    assert reader(nyt.officer).get("/unit/").content.decode().count("关于第") == 3
    sheet = office.get("/unit/register.xlsx?stage=routed")
    assert sheet.status_code == 200 and sheet.content[:2] == b"PK"


def test_handing_back(world, task, reader):
    nyt, other = world.unit("NYT"), world.unit("JTT")
    office, leader = reader(nyt.office), reader(nyt.leader)
    with at("2026-02-27"):
        handlings.acknowledge(by=nyt.office, on=task)
        office.get(f"/handlings/{task.id}/return/")
        short = {"reason": "不归我们管", "basis": "三定规定第二条", "proposed_name": "JTT"}
        assert office.press("ask", **short).status_code == 409
        assert "不少于 30 字" in office.text and "三定规定第二条" in office.text
        assert office.press("ask", **{**short, "proposed_name": "没有这个单位"}).status_code == 409
        office.press("ask", **{**short, "reason": "所提事项" * 10})
        leader.get(f"/handlings/{task.id}/return/")
        assert "所提事项" in leader.text and other.organisation.name in leader.text
        leader.press(where="/approve/")
    assert world_return().stage is w.Return.ASKED
    with at("2026-03-20"):
        (second,) = world.handed_over()
    with at("2026-04-20"):
        assert "申请退回期限已过" in office.get(f"/handlings/{second.id}/return/").content.decode()


def world_return():
    from jianyi.cases.models import Return

    return Return.objects.get()


def test_claims(world, reader):
    office = reader(world.unit("NYT").office)
    with at("2026-02-10"):
        case = world.registered()
        office.get("/claims/")
        assert case.title in office.text
        office.press(where="/act/claim/new/claim/", leads="1", reason="属于本单位职责")
        assert "愿牵头" in office.text
        office.press(where="/unclaim/")
        assert "还没有认领" in office.text
    with at("2026-02-20"):
        assert "认领已于" in office.get("/claims/").content.decode()


def test_a_co_opinion_is_used(world, reader):
    with at("2026-02-26"):
        lead, co = world.handed_over(("NYT", Role.LEAD), ("JTT", Role.CO))
        world.working(lead, "NYT")
        co = world.working(co, "JTT")
        paper = Paper.objects.get(handling_id=lead.id)
        officer = reader(world.unit("NYT").officer)
        assert "还没有送来" in officer.get(f"/papers/{paper.id}/").content.decode()
        opinion = world.sent(co, "JTT")
        page = officer.get(f"/papers/{paper.id}/").content.decode()
        assert "第1条答复" in page and f"/act/paper/{opinion.id}/adopt/" in page
        officer.get(f"/act/paper/{opinion.id}/adopt/")
        officer.press("go")
    assert again(opinion).stage is w.Paper.ADOPTED
    letter = officer.get(f"/papers/{opinion.id}/letter/").content.decode()
    assert "lt-mark" not in letter and "第0001号建议的会办意见" in letter and "NYT：" in letter
