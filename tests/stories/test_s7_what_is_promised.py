"""S7, what of it can be played: a reply that is followed until it is done is not presented without a promise."""

from dataclasses import replace
from datetime import date

from build import again, at
from jianyi.cases.commands import papers
from jianyi.cases.models import Paper
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Promise


THREE = (
    Promise(1, "完成生态缓冲带规划编制", date(2026, 9, 30)),
    Promise(2, "建成缓冲带32公里", date(2027, 6, 30)),
    Promise(3, "建立管护经费机制", date(2026, 12, 31)),
)


def test_s7_1_a_reply_of_class_b_without_a_promise_is_not_presented(world, refused):
    sht = world.unit("SHT")
    with at("2026-02-26"):
        task = world.working(world.handed_over(("SHT", w.Role.SOLE), points=3)[0], "SHT")
    paper = Paper.objects.get(handling_id=task.id)
    with at("2026-05-12"):
        said = world.text(again(task), "B")
        papers.write(by=sht.officer, on=paper, saying=replace(said, promises=()))
        answer = refused("CHECKLIST_UNMET", papers.present, by=sht.officer, on=paper)
        assert "B 类" in answer.reasons[0] and "0 条承诺" in answer.reasons[0]
        papers.write(by=sht.officer, on=paper, saying=replace(said, promises=THREE))
        papers.present(by=sht.officer, on=paper)
    assert [row["due"] for row in again(paper).promises] == ["2026-09-30", "2027-06-30", "2026-12-31"]
