"""What was urged and supervised lies in the file of the case, for those who may read it (F29; F20, F21)."""

from datetime import date

from build import again, at
from jianyi.cases.queries.drawn.archive import contents
from jianyi.cases.queries.files import case
from jianyi.documents.letters.webpage import page
from jianyi.procedure.facts.said import Because
from jianyi.supervision.commands import urgings
from jianyi.supervision.queries.filed import papers


def told(task, by):
    return [filed.title for _, _, filed in papers(case(task.root_id, by=by)).rows]


def test_letters_and_documents_stand_in_it_with_what_came_of_them(world, us, task):
    jtt, clerk = world.unit("JTT"), us.government()
    with at("2026-06-01"):
        letter = us.issued(clerk, unit=jtt.id)
        row = us.answered(letter, jtt.office, done_by="2026-06-20")
        us.issued(jtt.office, division=jtt.division.id)
        us.listing(clerk, task, clerk, skip_reason="影响重大", skip_by=clerk.person)
        open_ = papers(case(task.root_id, by=clerk)).missing
        assert open_ == (f"催办函（{letter.number}）的核销结论", "挂牌督办（GP-2026-1）的结果")
        urgings.find_corrected(by=us.government("另一位"), on=row, saying=Because("已补办"))
    with at("2026-06-02"):
        assert told(task, clerk) == ["催办函", f"对{letter.number}的书面回复", "挂牌督办单"]
        assert told(task, jtt.office) == ["催办函", f"对{letter.number}的书面回复", "催办函", "挂牌督办单"]
        assert told(task, world.deputy) == []
        (first, *_) = papers(case(task.root_id, by=clerk)).rows
        assert first[2].note == "已改正（2026-06-01）" and first[2].digest
        drawn = str(page(contents(case(task.root_id, by=world.office), task.root)))
        assert letter.number in drawn and "挂牌督办单" in drawn and "澜JTT内督" not in drawn


def test_what_concerns_a_person_is_in_the_file_of_those_who_lead_alone(world, us, task):
    jtt = world.unit("JTT")
    more = {
        "article": "办理办法（虚构）第三十条", "manner": "criticism", "decider": "党组", "statement_by": date(2026, 6, 10),
        "due": date(2026, 6, 30), "skip_reason": "影响重大", "skip_by": jtt.leader.person,
    }  # fmt: skip
    with at("2026-06-01"):
        from jianyi.supervision.commands import measures

        row = measures.draw_up(
            by=jtt.office, on=us.measure(jtt.office, "accountability", task), saying=us.said(task, **more)
        )
        measures.call_to_account(by=jtt.leader, on=again(row))
        assert told(task, jtt.leader) == ["责任追究建议"]
        assert [told(task, who) for who in (jtt.officer, world.office, world.deputy)] == [[], [], []]
