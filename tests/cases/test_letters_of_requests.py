"""Letters about a case: each step that sends one takes the next number of whoever writes, and freezes what it says."""

from datetime import date

import pytest

from build import again, at
from jianyi.cases.commands import batches, handlings, inside, papers, suggestions
from jianyi.cases.issued.files import document
from jianyi.cases.models import Extension, Letter, Return
from jianyi.cases.queries.letters import letter as find
from jianyi.documents.letters.webpage import page
from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.procedure.facts.said import Again, AskedExtension, Because, Granting, NotTaken, PassedOn
from jianyi.procedure.words import Role


HANDING_OVER = ("notice", "deputy_told", "list")


def after_the_hand_over():
    """What was written once the unit had it, in its order."""
    return Letter.objects.exclude(kind__in=HANDING_OVER).order_by("id")


def told(letter):
    return str(page(document(letter)))


def test_who_is_not_registered_is_told_by_a_numbered_letter(world):
    with at("2026-01-28"):
        rows = [world.submitted(title=f"关于第{n}件事的建议") for n in (1, 2, 3)]
        suggestions.turn_down(by=world.clerk, on=rows[0], saying=NotTaken("属个人问题", ("personal",)))
        suggestions.treat_as_letter(
            by=world.clerk, on=rows[1], saying=PassedOn("系转来群众信件", (), "省信访局")
        )
        suggestions.keep_for_reference(by=world.clerk, on=rows[2], saying=PassedOn("已在办理"))
    letters = list(Letter.objects.order_by("id"))
    assert [letter.number for letter in letters] == [f"澜常代建交〔2026〕{n}号" for n in (1, 2, 3)]
    assert "第七条第一项所列情形：属个人问题。" in told(letters[0]) and "周知远代表：" in told(letters[0])
    assert "已转省信访局按来信处理" in told(letters[1]) and "留作工作参考" in told(letters[2])
    assert again(rows[1]).review["passed_to"] == "省信访局"


def test_a_return_is_asked_for_and_granted_by_letters_that_name_each_other(world):
    with at("2026-02-26"):
        (task,) = world.handed_over()
    with at("2026-02-27"):
        new = world.granted(task, "NYT", "SLT")
    asked, granted = after_the_hand_over()
    assert (asked.number, granted.number) == ("澜NYT建请〔2026〕1号", "澜常代建交〔2026〕2号")
    assert "建议改由SLT办理" in told(asked)
    assert asked.number in told(granted) and "改由SLT" in told(granted) and granted.subject_id == new.id
    assert "答复期限为＿" not in told(granted)


def test_a_refused_return_says_that_the_days_stand(world):
    with at("2026-02-26"):
        (task,) = world.handed_over()
    with at("2026-02-27"):
        request = world.approved(task, "NYT", "SLT")
        handlings.refuse_return(by=world.head, on=request, saying=Because("职责明确属本单位"))
    refused = Letter.objects.get(kind="return_refused")
    assert "不予退回。理由是：职责明确属本单位。" in told(refused) and "2026年2月27日" in told(refused)


@pytest.mark.parametrize("granted", [True, False])
def test_more_time_is_asked_for_and_answered(world, granted):
    with at("2026-02-26"):
        (task,) = world.handed_over()
        task = world.working(task)
    with at("2026-05-08"):
        nyt, until = world.unit("NYT"), clock.moment("2026-06-26T00:00").date()
        said = AskedExtension(
            until,
            ("wide",),
            "涉及十二个县",
            "已走访十二个县",
            "六月形成方案",
            date(2026, 5, 7),
            "phone",
            "理解",
        )
        request = inside.ask_extension(by=nyt.office, on=Extension.of(again(task)), saying=said)
        request = inside.approve_extension(by=nyt.leader, on=request)
        if granted:
            inside.grant_extension(by=world.head, on=request, saying=Granting(until, ""))
        else:
            inside.refuse_extension(by=world.head, on=request, saying=Because("可以按期"))
    asked, answer = after_the_hand_over()
    assert asked.number == "澜NYT建请〔2026〕1号" and "该建议涉及面广，依照代表法第五十一条" in told(asked)
    assert "我单位已于2026年5月7日以电话方式告知代表，代表意见：理解。" in told(asked)
    assert "申请所据情形为涉及面广" in told(answer) and ("已由平台告知代表" in told(answer)) is granted
    assert asked.number in told(answer)
    assert ("延至2026年6月26日" if granted else "不同意延期") in told(answer)


def test_a_new_round_is_ordered_by_a_letter_with_its_day(world):
    sheet = world.rated("dissatisfied")
    world.handled_again(sheet)
    letter = Letter.objects.get(kind="rehandle")
    assert "办理结果表示不满意" in told(letter) and "＿" not in told(letter)


@pytest.mark.parametrize(
    ("level", "says"),
    [
        ("", "请于"),
        ("officer", "请由经办人以上人员当面与代表沟通，于"),
        ("division", "请由处级以上负责人当面与代表沟通，于"),
        ("leader", "请由分管领导以上负责人当面与代表沟通，于"),
        ("principal", "请由主要负责人当面与代表沟通，于"),
    ],
)
def test_the_order_names_the_level_that_was_asked_for_and_none_where_none_was(world, level, says):
    sheet = world.rated("dissatisfied")
    papers.handle_again(by=world.office, on=sheet, saying=Again("须明确由谁执行", level))
    text = told(Letter.objects.get(kind="rehandle"))
    assert says in text and ("负责人" in text) == (level in ("division", "leader", "principal"))


def test_each_letter_is_read_by_those_it_is_between(world):
    with at("2026-02-26"):
        (task,) = world.handed_over()
    with at("2026-02-27"):
        world.granted(task, "NYT", "SLT")
    asked, granted = after_the_hand_over()

    def reads(actor):
        return [letter.id for letter in (asked, granted) if find(letter.id, by=actor)]

    assert reads(world.unit("NYT").office) == [asked.id, granted.id] == reads(world.clerk)
    assert reads(world.unit("SLT").office) == [granted.id]
    assert reads(world.deputy) == [granted.id], "a copy goes to the proposers"
    assert reads(world.unit("JTT").office) == []


def test_a_unit_that_gave_it_back_reads_to_whom_it_went_and_no_later_change(world):
    with at("2026-02-26"):
        (task,) = world.handed_over()
    with at("2026-02-27"):
        first = world.granted(task, "NYT", "SLT")
        world.granted(first, "SLT", "JTT")
    to_slt, to_jtt = Letter.objects.filter(kind="reassigned").order_by("id")
    assert to_slt.subject_id == first.id == Return.objects.get(handling_id=task.id).moved_to_id
    assert (to_slt.number != to_jtt.number) and "改由JTT" in told(to_jtt) and "改由SLT" in told(to_slt)

    def reads(name):
        return [letter.id for letter in (to_slt, to_jtt) if find(letter.id, by=world.unit(name).office)]

    assert reads("NYT") == [to_slt.id]
    assert reads("SLT") == [to_slt.id, to_jtt.id]
    assert reads("JTT") == [to_jtt.id]


def test_the_proposers_alone_read_why_it_is_not_a_suggestion(world):
    with at("2026-01-28"):
        case = world.submitted()
        suggestions.turn_down(by=world.clerk, on=case, saying=NotTaken("属个人问题", ("personal",)))
    letter = Letter.objects.get()
    assert find(letter.id, by=world.deputy) and find(letter.id, by=world.clerk)
    assert not find(letter.id, by=world.unit("NYT").office) and not find(
        letter.id, by=world.a_deputy("何望川")
    )


def test_the_batch_takes_the_next_number_of_the_same_series_once(world):
    with at("2026-01-28"):
        for reason in ("属个人问题", "系转来群众信件"):
            suggestions.treat_as_letter(by=world.clerk, on=world.submitted(), saying=PassedOn(reason))
    with at("2026-02-26"):
        batch = world.batch(world.proposed(("NYT", Role.SOLE)))
        batch = batches.hand_over(by=world.head, on=batch)
    assert batch.number == "澜常代建交〔2026〕3号"
    lines = Line.objects.filter(subject=f"batch/{batch.id}", said__has_key="number")
    assert [line.said["number"] for line in lines] == [batch.number]
