"""Needs of urging letters, of the ladder, of deputies' requests and of help (源 G4, H7; stories S4.4, S7.5, S10.2, S10.4)."""

from ..facts.acting import Acting, Clocks, Rules
from ..facts.said import (
    Cited,
    Decreed,
    Defence,
    Helping,
    Kept,
    MeasureDraft,
    Prolonging,
    TalkRecord,
    Urged,
    UrgingAnswer,
    Verified,
)
from ..facts.supervision import Climbing, Helped, Pleaded, Pressed
from ..refusals import Code
from ..words import Limit
from .need import need


# fmt: off
@need(Code.CHECKLIST_UNMET, "请从对方现在的滞后事项中选定至少一项：没有滞后事实的不发催办函。")
def something_lags(said: Urged, pressed: Pressed) -> bool: return bool(said.lags) and pressed.offered >= set(said.lags)

@need(Code.CHECKLIST_UNMET, "请写明办理要求，每行一条，至少一条。")
def something_is_asked_for(said: Urged) -> bool: return bool(said.asks)

@need(Code.CHECKLIST_UNMET, "本地没有规定催办回复期限：请选定一个今天以后的书面回复日期。")
def there_is_a_day_to_answer(said: Urged, rules: Rules, clocks: Clocks) -> bool:
    return Limit.URGING_ANSWER in rules.laid_down or (said.answer_by is not None and said.answer_by > clocks.now.date())

@need(Code.CHECKLIST_UNMET, "下列事项已经办结，或者已不由对方承办：{pressed.stale}。请打开草稿，核对后再签发。")
def all_of_it_still_lags(pressed: Pressed) -> bool: return bool(pressed.chosen) and not pressed.stale

@need(Code.CHECKLIST_UNMET, "请写明整改情况和下步安排。")
def the_answer_says_something(said: UrgingAnswer) -> bool: return bool(said.text.strip())

@need(Code.CHECKLIST_UNMET, "请选定完成日期。")
def the_answer_names_a_day(said: UrgingAnswer) -> bool: return said.done_by is not None

@need(Code.TOO_EARLY, "所催的建议仍由对方承办。")
def nothing_is_left_to_urge(pressed: Pressed) -> bool: return pressed.gone

@need(Code.SAME_PERSON, "书面回复须由回复人以外的人核销（代行职务的，授权人和代行人都算）：请其他经办人员办理。")
def somebody_else_judges(pressed: Pressed, acting: Acting) -> bool: return not pressed.answerers & acting.people

@need(Code.CHECKLIST_UNMET, "请选定比现在的回复期限（{pressed.due_told}）更晚的日期。")
def the_answer_may_come_later(said: Prolonging, pressed: Pressed) -> bool:
    return said.until is not None and pressed.due is not None and said.until > pressed.due

@need(Code.TOO_LATE, "回复期限（{pressed.due_told}）已过，不能再宽限：请催对方补报书面回复，或者判为未改正。")
def the_day_to_answer_is_not_over(pressed: Pressed, clocks: Clocks) -> bool: return pressed.due is not None and pressed.due >= clocks.now.date()

@need(Code.TOO_EARLY, "所催的建议没有转给承接单位。")
def another_unit_goes_on_with_it(pressed: Pressed) -> bool: return pressed.heir > 0

# The ladder

@need(Code.LADDER_SKIPPED, "督办不得越级：{climbing.called}以前须先有{climbing.before}，并且到期未改。请先办{climbing.before}；确需越级的，写明越级理由，并选定批准的领导。")
def no_rung_is_skipped(said: MeasureDraft, climbing: Climbing) -> bool:
    return climbing.climbs or (bool(said.skip_reason.strip()) and said.skip_by in climbing.approvers)

@need(Code.LADDER_SKIPPED, "督办不得越级：{climbing.called}以前须先有{climbing.before}，并且到期未改。请先办{climbing.before}；确需越级的，请在草稿中写明理由和批准的领导。")
def no_rung_was_skipped(climbing: Climbing) -> bool: return climbing.climbs or climbing.skips

@need(Code.CHECKLIST_UNMET, "请写明事由与事实。")
def the_facts_are_told(said: MeasureDraft) -> bool: return bool(said.facts.strip())

@need(Code.CHECKLIST_UNMET, "请写明要求，每行一条，至少一条。")
def demands_are_made(said: MeasureDraft) -> bool: return bool(said.asks)

@need(Code.CHECKLIST_UNMET, "责任人须从这件建议承办单位的责任链和负责人中选定。")
def its_owner_handles_it(said: MeasureDraft, climbing: Climbing) -> bool: return said.owner in climbing.team

@need(Code.CHECKLIST_UNMET, "请选定整改期限，须是今天以后的日期。")
def it_has_a_day(said: MeasureDraft, climbing: Climbing, rules: Rules, clocks: Clocks) -> bool:
    if climbing.rung == LISTING and Limit.LISTING in rules.laid_down:
        return said.due is None
    return said.due is not None and said.due > clocks.now.date()

@need(Code.CHECKLIST_UNMET, "请写明摘牌条件，每行一条，至少一条。")
def a_listing_says_when_it_ends(said: MeasureDraft, climbing: Climbing) -> bool: return climbing.rung != LISTING or bool(said.releases)

@need(Code.CHECKLIST_UNMET, "约谈须写明约谈人（督办方在职人员）、时间（今天以后）和地点。")
def an_interview_is_arranged(said: MeasureDraft, climbing: Climbing, clocks: Clocks) -> bool:
    return climbing.rung != INTERVIEW or (said.interviewer in climbing.hosts and said.at is not None and said.at > clocks.now and bool(said.where.strip()))

@need(Code.CHECKLIST_UNMET, "追责建议须写明所依据的条款、建议的方式、决定机关，以及请本人在哪天前陈述（今天以后）。")
def an_accountability_is_grounded(said: MeasureDraft, climbing: Climbing, clocks: Clocks) -> bool:
    whole = said.article.strip() and said.manner and said.decider.strip() and said.statement_by
    return climbing.rung != ACCOUNTABILITY or bool(whole and said.statement_by and said.statement_by > clocks.now.date())

@need(Code.TOO_LATE, "这件建议已不由对方承办，或者已经答复：请撤去草稿。")
def it_is_still_in_hand(climbing: Climbing) -> bool: return climbing.handled

@need(Code.TOO_EARLY, "这件建议没有转给承接单位。")
def another_unit_has_it_now(climbing: Climbing) -> bool: return climbing.heir > 0

@need(Code.TOO_EARLY, "这件建议仍由对方承办。")
def nobody_is_left_to_answer(climbing: Climbing) -> bool: return climbing.left

@need(Code.CHECKLIST_UNMET, "请选定比现在的期限（{climbing.due_told}）更晚的日期。")
def the_correction_may_come_later(said: Prolonging, climbing: Climbing) -> bool:
    return said.until is not None and climbing.due is not None and said.until > climbing.due

@need(Code.TOO_LATE, "期限（{climbing.due_told}）已过，不能再宽限：请核验整改情况，或者判为到期未改正。")
def its_day_is_still_to_come(climbing: Climbing, clocks: Clocks) -> bool: return climbing.due is not None and climbing.due >= clocks.now.date()

@need(Code.NOT_IN_THIS_PLACE, "这份文书不是督办通知。")
def it_is_a_notice(climbing: Climbing) -> bool: return climbing.rung == NOTICE

@need(Code.CHECKLIST_UNMET, "督办通知须写明起因、督办主体（本单位，或者由人大督办时的专门委员会）和请对方报送的材料。")
def a_notice_says_why_and_who(said: MeasureDraft, climbing: Climbing) -> bool:
    named = not said.supervised_by or said.supervised_by in climbing.bodies
    return climbing.rung != NOTICE or bool(said.cause and named and said.materials.strip())

@need(Code.CHECKLIST_UNMET, "所选起因与现在的事实不符：“重点督办建议”须已列入重点督办，“超过期限”须有期限已过而没有办，“测评不满意”须有代表不满意的测评。请另选起因。")
def its_cause_is_there(said: MeasureDraft, climbing: Climbing) -> bool: return climbing.rung != NOTICE or said.cause in climbing.causes

@need(Code.CHECKLIST_UNMET, "单位内部的挂牌只在本单位公示，请选“督办单位和承办单位”。")
def what_is_inside_stays_inside(said: MeasureDraft, climbing: Climbing) -> bool:
    return climbing.rung != LISTING or not climbing.inner or said.visible_to == "inside"

@need(Code.NO_EVIDENCE, "请写明办理情况，并附督办通知要求报送的材料。")
def there_is_what_was_asked_for(said: Kept) -> bool: return bool(said.evidence.strip() and said.files)

@need(Code.NOT_IN_THIS_PLACE, "这份文书不是挂牌督办单。")
def it_is_a_listing(climbing: Climbing) -> bool: return climbing.rung == LISTING

@need(Code.NOT_IN_THIS_PLACE, "这份文书不是约谈通知。")
def it_is_an_interview(climbing: Climbing) -> bool: return climbing.rung == INTERVIEW

@need(Code.NOT_IN_THIS_PLACE, "这份文书不是责任追究建议。")
def it_is_an_accountability(climbing: Climbing) -> bool: return climbing.rung == ACCOUNTABILITY

@need(Code.NOT_IN_THIS_PLACE, "只有通报可以凭文号登记：其他各级请拟写文书。")
def it_is_a_circular(climbing: Climbing) -> bool: return climbing.rung == CIRCULAR

@need(Code.NOT_IN_THIS_PLACE, "通报由月度通报发出，这里只登记文号：请点“登记通报”。")
def it_is_no_circular(climbing: Climbing) -> bool: return climbing.rung != CIRCULAR

@need(Code.CHECKLIST_UNMET, "请写明通报的文号、日期（今天或者以前）和所列事实。")
def the_circular_is_named(said: Cited, clocks: Clocks) -> bool:
    return bool(said.number.strip() and said.facts.strip() and said.day and said.day <= clocks.now.date())

@need(Code.CHECKLIST_UNMET, "通报文号须写成“机关代字〔年份〕顺序号”，如“澜政办督〔2026〕3号”，年份与通报日期一致：请照原件填写。")
def its_number_is_one(said: Cited) -> bool: return said.is_numbered

@need(Code.CHECKLIST_UNMET, "通报日期早于这件建议交给对方承办的日期（{climbing.since_told}），不会是为这件建议发的：请核对日期，或者另选对应的建议。")
def it_was_in_hand_by_then(said: Cited, climbing: Climbing) -> bool:
    return said.day is None or (climbing.since is not None and said.day >= climbing.since)

@need(Code.TOO_LATE, "这件建议已不由对方承办，或者已经答复：不再登记通报。")
def the_unit_still_has_it(climbing: Climbing) -> bool: return climbing.handled

@need(Code.CHECKLIST_UNMET, "这份通报已经为这件建议登记过：请到“督办文书”清单查看，不必再登记。")
def it_is_cited_once(said: Cited, climbing: Climbing) -> bool: return said.told not in climbing.cited

@need(Code.CHECKLIST_UNMET, "通报要求的整改期限不能早于通报日期：请照原件填写；通报没有写期限的，不填。")
def it_asks_for_a_later_day(said: Cited) -> bool: return said.due is None or said.day is None or said.due >= said.day

@need(Code.CHECKLIST_UNMET, "责任人须从这件建议承办单位的责任链和负责人中选定。")
def whoever_is_cited_handles_it(said: Cited, climbing: Climbing) -> bool: return said.owner in climbing.team

@need(Code.NO_EVIDENCE, "请写明整改情况，逐条对照摘牌条件，并附佐证材料：没有佐证的不能摘牌。")
def there_is_proof_that_it_is_corrected(said: Kept) -> bool: return bool(said.evidence.strip() and said.files)

@need(Code.SAME_PERSON, "摘牌须由责任人和报告整改的人以外的人核验（代行职务的，授权人和代行人都算）：请其他人员办理。")
def somebody_else_takes_it_down(climbing: Climbing, acting: Acting) -> bool:
    return not (climbing.reporters | {climbing.owner}) & acting.people

@need(Code.CHECKLIST_UNMET, "请写明核验情况。")
def the_outcome_is_told(said: Verified) -> bool: return bool(said.outcome.strip())

@need(Code.SAME_PERSON, "约谈人和被约谈的责任人不能是同一人：请另选约谈人。")
def nobody_talks_to_themselves(said: MeasureDraft, climbing: Climbing) -> bool: return climbing.rung != INTERVIEW or said.interviewer != said.owner

@need(Code.SAME_PERSON, "责任人不能决定或者撤销针对本人的文书（代行职务的，授权人和代行人都算）：请其他负责人办理。")
def it_is_about_somebody_else(climbing: Climbing, acting: Acting) -> bool: return climbing.owner not in acting.people

@need(Code.TOO_EARLY, "还没有到约谈的日期（{climbing.begins}）：约谈以后再登记记录。")
def the_interview_is_due(climbing: Climbing, clocks: Clocks) -> bool: return climbing.begins is None or climbing.begins <= clocks.now.date()

@need(Code.CHECKLIST_UNMET, "请写明被约谈人的表态和整改承诺（每行一条，至少一条）。")
def the_talk_is_recorded(said: TalkRecord) -> bool: return bool(said.statement.strip() and said.promised)

@need(Code.CHECKLIST_UNMET, "请写明您的陈述；没有意见的，写“没有意见”。")
def the_person_speaks(said: Defence) -> bool: return bool(said.text.strip())

@need(Code.CHECKLIST_UNMET, "请写明决定内容和决定日期（今天或者以前）。")
def the_decree_is_told(said: Decreed, clocks: Clocks) -> bool:
    return bool(said.decision.strip() and said.decided_on and said.decided_on <= clocks.now.date())

# What deputies ask for

@need(Code.TOO_EARLY, "这件建议没有逾期的事项，承办单位也已经与您联系：请等一等，或者直接与承办单位联系。")
def it_is_late_or_nobody_has_spoken(pleaded: Pleaded) -> bool: return pleaded.running and pleaded.lags

@need(Code.TOO_LATE, "您已经请求催办，议案建议处正在研究：有结果会告知您。")
def no_request_waits(pleaded: Pleaded) -> bool: return not pleaded.waits

@need(Code.TOO_EARLY, "还没有发出催办函。")
def a_letter_went_out(pleaded: Pleaded) -> bool: return pleaded.urged

@need(Code.TOO_EARLY, "还有单位没有答复。")
def nobody_owes_an_answer(pleaded: Pleaded) -> bool: return not pleaded.running

# Help

@need(Code.CHECKLIST_UNMET, "请写明攻坚或者帮扶的内容；帮扶的，还要写明帮扶地和所依托的规划、项目。")
def the_help_is_described(said: Helping) -> bool:
    return bool(said.what.strip()) and (said.kind == "hard" or bool(said.place.strip() and said.programme.strip()))

@need(Code.CHECKLIST_UNMET, "牵头人须是本单位在职人员：请选定。")
def who_leads_works_here(said: Helping, helped: Helped) -> bool: return said.leads in helped.staff

@need(Code.CHECKLIST_UNMET, "请选定开始日期和完成期限：完成期限须在今天以后，不早于开始日期。")
def it_has_its_days(said: Helping, clocks: Clocks) -> bool:
    return said.since is not None and said.until is not None and said.since <= said.until and said.until > clocks.now.date()

@need(Code.NO_EVIDENCE, "请写明结果并附佐证材料。")
def there_is_proof_of_the_result(said: Kept) -> bool: return bool(said.evidence.strip() and said.files)

@need(Code.SAME_PERSON, "核验须由牵头人和报告完成的人以外的人办理（代行职务的，授权人和代行人都算）。")
def somebody_else_looks(helped: Helped, acting: Acting) -> bool: return not (helped.reporters | {helped.leads}) & acting.people
# fmt: on

NOTICE, CIRCULAR, LISTING, INTERVIEW, ACCOUNTABILITY = 0, 2, 3, 4, 5
