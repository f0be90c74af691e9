"""An outcome is written down by one, checked by another, counts, is corrected, linked to more, withdrawn (源 W10, H8)."""

from datetime import date
from decimal import Decimal

import pytest

from build import again, at
from crediting import proof
from jianyi.outcomes.commands import outcomes as commands
from jianyi.outcomes.models import Edition, Link, Outcome, Quantity
from jianyi.outcomes.queries.files import file
from jianyi.outcomes.queries.lists import about, work
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Amount, Because, Document, Linking, Unlinking
from jianyi.procedure.words import Role
from jianyi.turn.models import Notice, WorkItem


def told(who, action):
    return Notice.objects.filter(person_id=who.person, action=action).count()


def test_it_counts_when_somebody_else_has_checked_it_and_the_deputies_are_told(
    world, credits, tasks, refused
):
    with at("2026-06-01"):
        row = credits.drafted(*tasks)
        assert (
            row.stage is w.Outcome.DRAFTED
            and not row.standing
            and not about(tasks[0].root_id, by=credits.unit.office)
        )
        assert [(each.id, item.action) for each, item in work(by=credits.unit.office)] == [
            (row.id, "certify")
        ]
        assert not told(world.a_deputy("温知"), "count_in")
        row = credits.certified(row)
    assert row.stage is w.Outcome.REGISTERED and (row.standing, row.year, row.kind) == (1, 2026, "key_work")
    assert all(link.stage is w.Link.COUNTED for link in Link.objects.all())
    assert [told(world.a_deputy(name), "count_in") for name in ("温知", "阮清", "卫南", "裘禾")] == [
        1,
        1,
        1,
        0,
    ]
    assert about(tasks[0].root_id, by=world.a_deputy("温知")) == [row]
    assert not WorkItem.objects.filter(root_id=row.id).exists()


def test_whoever_wrote_it_does_not_check_it_and_a_leader_may(credits, tasks, refused):
    with at("2026-06-01"):
        row = credits.drafted(*tasks, by=credits.unit.office)
        refused("SAME_PERSON", commands.certify, by=credits.unit.office, on=row)
        assert credits.certified(row, by=credits.unit.leader).standing == 1


def test_whoever_is_of_no_office_does_not_check(world, credits, tasks, refused):
    with at("2026-06-01"):
        row = credits.drafted(*tasks)
        for by in (credits.unit.officer, credits.unit.head, world.clerk, world.unit("NYT").office):
            refused("WRONG_ACTOR", commands.certify, by=by, on=row)


def test_nothing_is_registered_without_what_shows_it(credits, tasks, refused):
    with at("2026-06-01"):
        row = credits.drafted(*tasks, attachments=())
        refused("NO_EVIDENCE", commands.certify, by=credits.unit.office, on=row)
        row = commands.credit(by=credits.unit.officer, on=again(row), saying=credits.crediting(*tasks))
        assert credits.certified(row).standing == 2


def test_what_was_brought_by_another_proves_nothing(credits, tasks, refused):
    with at("2026-06-01"):
        said = credits.crediting(*tasks, attachments=(proof(credits.unit.head),))
        refused("NO_EVIDENCE", commands.credit, by=credits.unit.officer, on=credits.new(), saying=said)
    assert not Outcome.objects.exists()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"name": " "}, "成果名称"),
        ({"kind": ""}, "类别"),
        ({"on": None}, "成果日期"),
        ({"on": date(2027, 1, 1)}, "不能晚于今天"),
        ({"documents": (Document("方案", "", date(2026, 6, 2)),)}, "不能晚于今天"),
        ({"documents": (Document(" ", "澜文旅发〔2026〕3号"),)}, "没有名称"),
        ({"documents": (Document("方案", "澜文旅发〔2026〕3号"), Document("另一份", "澜文旅发〔2026〕3号"))}, "写了两次"),
        ({"documents": (Document("方案"), Document("方案"))}, "写了两次"),
        ({"systemic": True}, "制度成果须写明"),
        ({"quantities": (Amount("储备资源", Decimal(-3), "处"),)}, "大于 0"),
        ({"quantities": (Amount("储备资源", Decimal(0), "处"),)}, "大于 0"),
        ({"quantities": (Amount("储备资源", Decimal(10) ** 11, "处"),)}, "一千亿"),
        ({"quantities": (Amount("储备资源", Decimal("0.00001"), "处"),)}, "4 位小数"),
        ({"quantities": (Amount("储备资源", Decimal(3), " "),)}, "计量单位"),
        ({"quantities": (Amount("", Decimal(3), "处"),)}, "须写明是什么数量"),
        ({"quantities": (Amount("储备资源", Decimal(3), "处"), Amount("储备资源", Decimal(4), "处"))}, "写了两次"),
        ({"cases": ()}, "至少关联一件"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_nothing_is_kept(credits, tasks, refused, told, sentence):
    with at("2026-06-01"):
        said = credits.crediting(*tasks, **told)
        answer = refused(
            "CHECKLIST_UNMET", commands.credit, by=credits.unit.officer, on=credits.new(), saying=said
        )
    assert sentence in answer.reasons[0] and not Outcome.objects.exists() and not Link.objects.exists()


def test_the_same_document_is_not_registered_twice_under_one_kind(credits, tasks, refused):
    paper = (Document("旅游资源普查方案", "澜文旅发〔2026〕3号"),)
    with at("2026-06-01"):
        first = credits.registered(tasks[0], documents=paper)
        said = credits.crediting(tasks[1], documents=paper)
        answer = refused(
            "CHECKLIST_UNMET", commands.credit, by=credits.unit.officer, on=credits.new(), saying=said
        )
        assert "增加关联" in answer.reasons[0]
        credits.drafted(tasks[1], documents=paper, kind="decision")
        commands.revoke(by=credits.unit.office, on=again(first), saying=Because("重复登记"))
        credits.drafted(tasks[1], documents=paper)


def test_rare_characters_stay_as_they_are(credits, tasks):
    with at("2026-06-01"):
        row = credits.registered(
            tasks[0], name="𠮷家村镕𬺈古道修缮", quantities=(Amount("古道", Decimal("32.4"), "公里"),)
        )
    assert Edition.objects.get().name == row.name == "𠮷家村镕𬺈古道修缮"
    assert Quantity.objects.get().told == "古道 32.4 公里"


# What it may be linked to


def test_only_what_the_unit_handles_can_be_linked(world, credits, tasks, handled, refused):
    (other,) = handled(1, "NYT")
    with at("2026-02-10"):
        open_ = world.registered(title="尚未交办的建议")
    with at("2026-06-01"):
        for number in (other.root_id, open_.id, 7):
            said = credits.crediting(cases=(tasks[0].root_id, number))
            answer = refused(
                "CHECKLIST_UNMET", commands.credit, by=credits.unit.officer, on=credits.new(), saying=said
            )
            assert "有 1 件不能关联" in answer.reasons[0]


def test_what_was_withdrawn_cannot_be_linked(world, credits, refused):
    with at("2026-02-26"):
        (task,) = world.handed_over(("WLT", Role.SOLE))
    with at("2026-03-02"):
        world.withdrawing(task.root)
        assert again(task.root).stage is w.Suggestion.WITHDRAWN
    with at("2026-06-01"):
        said = credits.crediting(task)
        refused("CHECKLIST_UNMET", commands.credit, by=credits.unit.officer, on=credits.new(), saying=said)


def test_more_is_linked_later_none_twice_and_each_deputy_is_told_once(world, credits, tasks):
    with at("2026-06-01"):
        row = credits.registered(tasks[0])
    with at("2026-06-02"):
        row = credits.linked(row, *tasks)
        credits.linked(row, *tasks)
    assert Link.objects.count() == 3 and again(row).standing == 1
    assert [told(world.a_deputy(name), "count_in") for name in ("温知", "阮清", "卫南")] == [1, 1, 1]


def test_a_link_is_taken_off_with_a_reason_and_stays_on_record(world, credits, tasks, refused):
    with at("2026-06-01"):
        row = credits.registered(*tasks)
        first, second, third = (Link.objects.get(suggestion_id=task.root_id) for task in tasks)
        refused("REASON_REQUIRED", commands.unlink, by=credits.unit.office, on=first, saying=Unlinking(" "))
        refused("WRONG_ACTOR", commands.unlink, by=world.clerk, on=first, saying=Unlinking("不属于"))
        for link in (first, second):
            commands.unlink(by=credits.unit.office, on=again(link), saying=Unlinking("与这件无关"))
        answer = refused(
            "CHECKLIST_UNMET", commands.unlink, by=credits.unit.office, on=third, saying=Unlinking("误登")
        )
        assert "最后一个关联" in answer.reasons[0]
    first = again(first)
    assert (first.stage, first.reason, first.ended_by) == (
        w.Link.UNLINKED,
        "与这件无关",
        credits.unit.office.name,
    )
    assert (
        told(world.a_deputy("温知"), "unlink") == 1 and about(tasks[0].root_id, by=credits.unit.office) == []
    )
    with at("2026-06-03"):
        credits.linked(row, tasks[0])
    assert about(tasks[0].root_id, by=credits.unit.office) == [again(row)]


# Corrected, sent back, withdrawn


def test_until_a_correction_is_checked_the_earlier_text_counts_and_it_stays_on_record(
    world, credits, tasks, refused
):
    deputy = world.a_deputy("温知")
    with at("2026-06-01"):
        row = credits.registered(*tasks)
    with at("2026-06-08"):
        refused(
            "REASON_REQUIRED", commands.correct, by=credits.unit.officer, on=row,
            saying=credits.crediting(*tasks, kind_of=commands.correct.says, name="改后"),
        )  # fmt: skip
        row = credits.corrected(
            row, *tasks, name="储备资源调查（复核）", quantities=(Amount("储备资源", Decimal(1128), "处"),)
        )
        assert (row.stage, row.standing, row.name) == (w.Outcome.DRAFTED, 1, "高等级旅游区储备资源调查")
        assert file(row.id, by=deputy).text.name == "高等级旅游区储备资源调查"
        assert file(row.id, by=deputy).stage is w.Outcome.REGISTERED, (
            "what is not checked is the unit's own business"
        )
        assert file(row.id, by=credits.unit.office).text.name == "储备资源调查（复核）"
        row = credits.certified(row)
    assert (row.standing, row.name) == (2, "储备资源调查（复核）")
    seen = file(row.id, by=world.clerk)
    assert [(e.name, [q.told for q in seen.quantities(e.edition)]) for e in seen.editions] == [
        ("储备资源调查（复核）", ["储备资源 1128 处"]), ("高等级旅游区储备资源调查", ["储备资源 1130 处"]),
    ]  # fmt: skip
    assert [e.name for e in file(row.id, by=deputy).editions] == ["储备资源调查（复核）"]


def test_the_unit_sends_a_draft_back_and_it_is_written_again(credits, tasks, refused):
    with at("2026-06-01"):
        row = credits.drafted(*tasks)
        refused("REASON_REQUIRED", commands.send_back, by=credits.unit.office, on=row, saying=Because(""))
        row = credits.returned(row)
        assert row.stage is w.Outcome.RETURNED and row.sent_back == "请补充佐证"
        assert [item.action for _, item in work(by=credits.unit.officer)] == ["credit"]
        row = commands.credit(by=credits.unit.officer, on=again(row), saying=credits.crediting(*tasks))
        row = credits.certified(row)
    assert row.standing == 2 and not row.sent_back


def test_the_congress_office_sends_back_what_does_not_hold_and_it_counts_no_more(world, credits, tasks):
    with at("2026-06-01"):
        row = credits.registered(*tasks)
        assert told(credits.unit.officer, "certify") == 1
    with at("2026-06-05"):
        row = credits.returned(row, by=world.clerk, reason="数量与附件不符")
    assert (row.stage, row.standing, row.certified) == (w.Outcome.RETURNED, 0, 1)
    assert (
        about(tasks[0].root_id, by=world.a_deputy("温知")) == []
        and file(row.id, by=world.a_deputy("温知")) is None
    )
    assert file(row.id, by=world.clerk).text.edition == 1


def test_withdrawn_it_counts_no_more_and_everybody_who_was_told_is_told_why(world, credits, tasks, refused):
    with at("2026-06-01"):
        row = credits.registered(*tasks)
        refused("WRONG_ACTOR", commands.revoke, by=credits.unit.officer, on=row, saying=Because("误登"))
        row = commands.revoke(by=credits.unit.office, on=row, saying=Because("文件已经废止"))
        assert row.stage is w.Outcome.WITHDRAWN and (row.standing, row.withdrawn) == (0, "文件已经废止")
        assert {link.stage for link in Link.objects.all()} == {w.Link.LAPSED}
        assert (
            told(world.a_deputy("温知"), "lapse") == 1
            and not WorkItem.objects.filter(root_id=row.id).exists()
        )
        refused(
            "TOO_LATE", commands.link, by=credits.unit.officer, on=row, saying=Linking((tasks[0].root_id,))
        )
    assert file(row.id, by=world.clerk) and file(row.id, by=world.a_deputy("温知")) is None


def test_a_draft_is_the_unit_s_own(world, credits, tasks):
    with at("2026-06-01"):
        row = credits.drafted(*tasks)
        unit = credits.unit
        assert all(file(row.id, by=by) for by in (unit.officer, unit.office, unit.leader, unit.principal))
        others = (world.clerk, world.a_deputy("温知"), world.unit("NYT").office, unit.head)
        assert not any(file(row.id, by=by) for by in others)


def test_it_is_known_where_its_suggestion_is_and_nowhere_else(world, credits, tasks):
    with at("2026-06-01"):
        row = credits.registered(tasks[0])
        assert all(
            file(row.id, by=by) for by in (world.clerk, world.head, credits.unit.head, world.a_deputy("温知"))
        )
        assert not any(file(row.id, by=by) for by in (world.a_deputy("阮清"), world.unit("NYT").office))


def test_a_reader_is_shown_only_the_suggestions_that_he_may_see(world, credits, tasks):
    with at("2026-06-01"):
        row = credits.registered(*tasks)
        own = file(row.id, by=world.a_deputy("温知"))
    assert list(own.cases) == [tasks[0].root_id] and [link.suggestion_id for link in own.links] == [
        tasks[0].root_id
    ]
    assert own.attachments == [] and len(file(row.id, by=world.clerk).attachments) == 1


def test_the_government_office_reads_what_counts_of_its_units_and_nothing_else(world, credits, tasks):
    office = world.organisation("省政府办公厅", w.Kind.GOVERNMENT_OFFICE)
    clerk = world.person("督查", (office, w.Duty.GOVERNMENT_CLERK))
    with at("2026-06-01"):
        row = credits.registered(*tasks)
        assert file(row.id, by=clerk).text.edition == 1
        credits.returned(row, by=world.clerk)
        assert file(row.id, by=clerk) is None
