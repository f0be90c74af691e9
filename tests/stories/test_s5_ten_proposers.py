"""S5.1, S5.5: nine confirm within three hours, one declines, one says nothing; the reply goes to each, the lead rates."""

from build import again, at
from dates import due
from jianyi.cases.commands import papers, suggestions
from jianyi.cases.due import tick_all
from jianyi.cases.models import Delivery, Invitation, Sheet, View
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import CoSigning, Delivery as Sending, Opinion, Rated
from jianyi.procedure.words import Role


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
        from jianyi.procedure.facts.said import Naming, Reviewed, Units

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
    with at("2026-05-22"):
        paper = world.signed(lead, "WJW", "B")
        posted = ((world.a_deputy(NAMES[0]).person, "挂号 0001"),)
        papers.send(by=world.unit("WJW").officer, on=paper, saying=Sending(posted))
    ways = list(Delivery.objects.filter(paper_id=paper.id).values_list("channel", flat=True))
    assert len(ways) == 10 and ways.count("platform") == 9 and ways.count("post") == 1
    sheet = Sheet.objects.get(root_id=case.id)
    assert due(sheet, w.Limit.RATING) == "2026-06-12"
    signer = world.a_deputy(NAMES[2])
    with at("2026-06-01"):
        refused("WRONG_ACTOR", papers.rate, by=signer, on=sheet, saying=Rated("satisfied", "satisfied"))
        view = View.of(case, paper_id=paper.id, person_id=signer.person)
        papers.give_view(by=signer, on=view, saying=Opinion("第 2 条时限可以再提前"))
        papers.rate(by=world.deputy, on=sheet, saying=Rated("satisfied", "basically_satisfied"))
    assert again(case).stage is w.Suggestion.TRACKING


def test_s5_1_a_changed_title_asks_everybody_again(world):
    with at("2026-01-27T14:00"):
        draft = world.draft()
        (row,) = world.invited(draft, "附议一")
        world.co_signed(row, "附议一")
        from jianyi.procedure.facts.said import Writing

        suggestions.write(by=world.deputy, on=draft, saying=Writing("关于另一题目的建议", "情况", ("一条",)))
    assert again(row).stage is w.Invitation.INVITED
