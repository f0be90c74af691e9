"""S5.1, S5.3–S5.5: nine confirm within three hours, one declines, one says nothing; the reply goes to each, the lead rates."""

from dataclasses import replace
from datetime import date

from build import again, at
from dates import due
from jianyi.cases.commands import handlings, inside, papers, suggestions
from jianyi.cases.due import tick_all
from jianyi.cases.issued.files import document
from jianyi.cases.models import Contact, Delivery, Extension, Invitation, Letter, Sheet, View
from jianyi.cases.queries.meetings import tallies
from jianyi.documents.letters.webpage import page
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import (
    AskedExtension,
    Because,
    CoSigning,
    Delivery as Sending,
    Granting,
    Met,
    Naming,
    Opinion,
    Rated,
    Reviewed,
    Units,
)
from jianyi.procedure.words import Role
from jianyi.turn.clocks import told
from jianyi.turn.models import Deadline, Notice


NAMES = [f"附议{n}" for n in "一二三四五六七八九"]


def test_s5(world, refused):
    for name in (*NAMES, "谢绝", "未应"):
        world.a_deputy(name)
    with at("2026-01-27T14:00"):
        draft = world.draft(title="关于健全县域普惠托育服务体系的建议")
        rows = world.invited(draft, *NAMES, "谢绝", "未应")
    with at("2026-01-27T15:00"):
        for row, name in zip(rows, NAMES, strict=False):
            world.co_signed(row, name)
        suggestions.decline(by=world.a_deputy("谢绝"), on=rows[9])
    with at("2026-01-27T17:01"):
        tick_all()
        stages = [i.stage for i in Invitation.objects.filter(root_id=draft.id)]
    count = {stage: stages.count(stage) for stage in set(stages)}
    assert count == {w.Invitation.CONFIRMED: 9, w.Invitation.DECLINED: 1, w.Invitation.LAPSED: 1}
    with at("2026-01-27T17:05"):
        refused(
            "TOO_LATE", suggestions.co_sign, by=world.a_deputy("未应"), on=rows[10], saying=CoSigning(True)
        )
        case = suggestions.submit(by=world.deputy, on=draft)
    from jianyi.cases.queries.files import case as open_

    assert open_(case.id, by=world.deputy).salutation == "周知远等 10 名代表"
    with at("2026-01-28"):
        suggestions.register(by=world.clerk, on=case, saying=Reviewed())
        named = (Naming(world.unit("WJW").id, Role.LEAD), Naming(world.unit("CZT").id, Role.CO))
        suggestions.propose(by=world.clerk, on=case, saying=Units(named))
    with at("2026-02-26"):
        suggestions.hand_over(by=world.head, on=case)
    tasks = {h.unit_id: h for h in case.handlings.all()}
    lead, helping = tasks[world.unit("WJW").id], tasks[world.unit("CZT").id]
    with at("2026-03-10"):
        lead, helping = world.working(lead, "WJW"), world.working(helping, "CZT")
        papers.adopt(by=world.unit("WJW").officer, on=world.sent(helping, "CZT"))
    more_time(world, refused, lead)
    with at("2026-08-07"):
        paper = world.signed(lead, "WJW", "B")
        posted = ((world.a_deputy(NAMES[0]).person, "挂号 0001"),)
        papers.send(by=world.unit("WJW").officer, on=paper, saying=Sending(posted))
    ways = list(Delivery.objects.filter(paper_id=paper.id).values_list("channel", flat=True))
    assert len(ways) == 10 and ways.count("platform") == 9 and ways.count("post") == 1
    sheet = Sheet.objects.get(root_id=case.id)
    assert due(sheet, w.Limit.RATING) == "2026-08-28"
    signer = world.a_deputy(NAMES[2])
    with at("2026-08-26"):
        refused("WRONG_ACTOR", papers.rate, by=signer, on=sheet, saying=Rated("satisfied", "satisfied"))
        view = View.of(case, paper_id=paper.id, person_id=signer.person)
        papers.give_view(by=signer, on=view, saying=Opinion("第 2 条时限可以再提前"))
        papers.rate(by=world.deputy, on=sheet, saying=Rated("satisfied", "basically_satisfied"))
    assert again(case).stage is w.Suggestion.TRACKING


def more_time(world, refused, task):
    """S5.3 and S5.4: asked for on 12 May, granted on 15 May until 10 August; and all that is refused."""
    wjw = world.unit("WJW")
    with at("2026-05-12"):
        far = replace(MORE, until=date(2026, 9, 30))
        refused("OVER_CEILING", inside.ask_extension, by=wjw.office, on=Extension.of(task), saying=far)
        request = inside.ask_extension(by=wjw.office, on=Extension.of(task), saying=MORE)
        refused("WRONG_ACTOR", inside.approve_extension, by=wjw.officer, on=request)
        request = inside.approve_extension(by=wjw.leader, on=request)
        refused("PAUSE_NOT_ALLOWED", inside.pause, by=wjw.office, on=task, saying=Because("等测算"))
    assert due(request, w.Limit.DECIDE_EXTENSION) == "2026-05-19"
    with at("2026-05-15"):
        inside.grant_extension(by=world.office, on=request, saying=Granting(date(2026, 8, 10), "同意"))
    letter = Letter.objects.get(subject_id=request.id, kind="more_time")
    assert letter.number.startswith("澜常代建交〔2026〕") and "2026年8月10日" in str(page(document(letter)))
    assert Letter.objects.get(subject_id=request.id, kind="more_time_asked").number == "澜WJW建请〔2026〕1号"
    clock = Deadline.objects.get(holder_id=task.id, limit=w.Limit.REPLY)
    assert str(clock.due_on) == "2026-08-10" and "原期限 2026 年 5 月 26 日" in told(clock).why
    assert (
        Notice.objects.filter(track="extension", action="grant", person_id__in=proposers_of(task)).count()
        == 10
    )
    with at("2026-05-18"):
        other = world.routed(late_one(world), "FGW")
        refused(
            "TOO_LATE", inside.ask_extension, by=world.unit("FGW").office, on=Extension.of(other), saying=MORE
        )
    with at("2026-08-03"):
        again_ = Extension.of(task)
        later = replace(MORE, until=date(2026, 8, 20))
        refused("ALREADY_EXTENDED", inside.ask_extension, by=wjw.office, on=again_, saying=later)


def late_one(world):
    """S5.4: 0017, handed over with the rest."""
    with at("2026-02-26"):
        return world.handed_over(("FGW", Role.SOLE))[0]


def proposers_of(task):
    rows = Invitation.objects.filter(root_id=task.root_id, stage=w.Invitation.CONFIRMED)
    return [task.root.lead_id, *rows.values_list("person_id", flat=True)]


MORE = AskedExtension(
    date(2026, 8, 10), ("wide",), "涉两厅资金测算，范围广。", "已完成初测", "七月汇总", date(2026, 5, 12), "phone", "电话 3 名，领衔同意"
)  # fmt: skip


def test_s5_1_a_changed_title_asks_everybody_again(world):
    with at("2026-01-27T14:00"):
        draft = world.draft()
        (row,) = world.invited(draft, "附议一")
        world.co_signed(row, "附议一")
        from jianyi.procedure.facts.said import Writing

        suggestions.write(by=world.deputy, on=draft, saying=Writing("关于另一题目的建议", "情况", ("一条",)))
    assert again(row).stage is w.Invitation.INVITED


def test_s5_2_seven_person_times_six_face_to_face_six_of_ten(world):
    wjw = world.unit("WJW")
    with at("2026-01-27T14:00"):
        draft = world.draft()
        rows = world.invited(draft, *NAMES)
        for row, name in zip(rows, NAMES, strict=True):
            world.co_signed(row, name)
        case = suggestions.submit(by=world.deputy, on=draft)
        suggestions.register(by=world.clerk, on=case, saying=Reviewed())
        suggestions.propose(by=world.clerk, on=case, saying=Units((Naming(wjw.id, Role.SOLE),)))
    with at("2026-02-26"):
        suggestions.hand_over(by=world.head, on=case)
        task = world.routed(case.handlings.get(), "WJW")
    six = (world.deputy, *map(world.a_deputy, NAMES[:5]))
    for day, phase, mode, deputies in (
        ("03-10", "before", "phone", six[:1]),
        ("05-08", "during", "symposium", six),
    ):
        with at(f"2026-{day}"):
            said = Met(
                phase,
                mode,
                clock.now(),
                "省卫生健康委",
                tuple(who.person for who in deputies),
                (),
                "颜若",
                "说明思路",
            )
            row = handlings.record_contact(by=wjw.officer, on=Contact.of(task), saying=said)
            handlings.confirm_contact(by=world.deputy, on=row)
    told = tallies(wjw.office, [again(task)])[task.id]
    assert (told.times, told.faces, told.met, told.of, told.rate) == (7, 6, 6, 10, "60.00%")
