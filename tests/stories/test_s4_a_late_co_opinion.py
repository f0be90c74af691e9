"""S4.3, S4.5, S4.6, S4.7: an opinion that comes late and empty, is asked for again, and is used before the reply leaves."""

from build import again, at
from dates import due
from jianyi.cases.commands import papers
from jianyi.cases.issued.files import document
from jianyi.cases.models import Letter, Paper, Sheet
from jianyi.documents.letters.webpage import page
from jianyi.procedure import words as w
from jianyi.procedure.calendar import calendar
from jianyi.procedure.facts.said import Because, Rated
from jianyi.procedure.words import Role
from jianyi.turn.models import Deadline


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
