"""Needs of groups of suggestions and of their problems (源 N6, W6; stories S8.1, S8.4, S8.5)."""

from ..facts.acting import Acting, Clocks
from ..facts.cases import Owned
from ..facts.said import Finding, Grouping, Kept, MeetingNamed, Passing, Pledging, SharedText
from ..facts.themes import Belonging, Grouped, Shared, Troubled
from ..refusals import Code
from .need import need


# fmt: off
@need(Code.CHECKLIST_UNMET, "请写明类办组的名称。")
def the_group_has_a_name(said: Grouping) -> bool: return bool(said.title.strip())

@need(Code.CHECKLIST_UNMET, "请写明归为一类的理由。")
def the_group_has_a_reason(said: Grouping) -> bool: return bool(said.basis.strip())

@need(Code.CHECKLIST_UNMET, "集中办理至少要有两件建议：请再选一件。")
def there_are_several(said: Grouping) -> bool: return len(set(said.cases)) > 1

@need(Code.CHECKLIST_UNMET, "所选建议中有的不由本单位办理、已经办结，或者已在另一个类办组内：请核对后重新选定。")
def each_is_free_to_join(said: Grouping, grouped: Grouped) -> bool: return grouped.free | grouped.inside >= set(said.cases)

@need(Code.CHECKLIST_UNMET, "所选建议中有已经移出本组的：请在类办组页面对那一件点“重新加入”。")
def none_was_taken_out_before(said: Grouping, grouped: Grouped) -> bool: return not grouped.out & set(said.cases)

@need(Code.CHECKLIST_UNMET, "这件建议已不由本单位办理，或者已在另一个类办组内，不能再加入。")
def it_is_free_to_join(belonging: Belonging) -> bool: return belonging.handled and not belonging.elsewhere

@need(Code.TOO_LATE, "类办组已经结束或者撤销，组内的件不再增减。")
def the_group_is_open(belonging: Belonging) -> bool: return not belonging.closed

@need(Code.CHECKLIST_UNMET, "这件建议的答复还有 {belonging.owed} 项由问题转来的承诺：请等答复签发，再移出。")
def nothing_is_owed_by_its_reply(belonging: Belonging) -> bool: return belonging.owed == 0

@need(Code.TOO_EARLY, "这件建议仍由本单位办理。")
def it_is_no_longer_handled_here(belonging: Belonging) -> bool: return not belonging.handled

@need(Code.CHECKLIST_UNMET, "请从本单位的会议和活动中选一次。")
def the_meeting_is_of_the_house(said: MeetingNamed, grouped: Grouped) -> bool: return said.meeting in grouped.gatherings

@need(Code.CHECKLIST_UNMET, "请写共享段落：各件答复都要说的背景、调研情况和共同措施。")
def there_is_something_to_share(said: SharedText) -> bool: return bool(said.paragraphs)

@need(Code.CHECKLIST_UNMET, "还有 {grouped.left} 项问题没有销号，也没有转为承诺：请先办结这些问题。")
def every_problem_is_settled(grouped: Grouped) -> bool: return grouped.left == 0

# Problems

@need(Code.CHECKLIST_UNMET, "请写明发现的问题：每行一项，写成“问题 = 措施”。")
def something_was_found(said: Finding) -> bool: return bool(said.rows)

@need(Code.CHECKLIST_UNMET, "{said.unwhole}没有写全：每行写“问题 = 措施”，两样都要写。")
def every_problem_has_its_measures(said: Finding) -> bool: return not said.unwhole

@need(Code.CHECKLIST_UNMET, "{said.too_long}的问题太长：每项最多 300 字，请精简，细节写进调研报告。")
def every_problem_is_short(said: Finding) -> bool: return not said.too_long

@need(Code.CHECKLIST_UNMET, "责任人须是本单位在职人员：请选定。")
def its_owner_is_of_the_house(said: Finding, grouped: Grouped) -> bool: return said.owner in grouped.staff

@need(Code.CHECKLIST_UNMET, "销号时限（{said.due_told}）须是今天或者以后的日期：请选定一天。")
def it_has_a_day_to_come(said: Finding, clocks: Clocks) -> bool: return said.due is not None and said.due >= clocks.now.date()

@need(Code.CHECKLIST_UNMET, "问题只能涉及本组内的建议：请核对所选的件。")
def it_concerns_members(said: Finding, grouped: Grouped) -> bool: return grouped.inside >= set(said.cases) and bool(grouped.inside)

@need(Code.CHECKLIST_UNMET, "所选的活动不是本单位的会议和活动：请重新选定，或者不选。")
def it_was_found_at_a_meeting_of_the_house(said: Finding, grouped: Grouped) -> bool: return not said.meeting or said.meeting in grouped.gatherings

@need(Code.NO_EVIDENCE, "请写明解决情况并附佐证材料（整改记录、照片、批复等）：没有佐证的不能销号。")
def there_is_proof_that_it_is_solved(said: Kept) -> bool: return bool(said.evidence.strip() and said.files)

@need(Code.SAME_PERSON, "核销、退回和取消须由责任人和报告解决的人以外的人办理（代行职务的，授权人和代行人都算）：请办公室其他人员办理。")
def somebody_else_strikes_it_off(troubled: Troubled, acting: Acting) -> bool:
    return not (troubled.reporters | {troubled.owner}) & acting.people

@need(Code.CHECKLIST_UNMET, "这项问题还没有责任人。")
def somebody_answers_for_it(troubled: Troubled) -> bool: return troubled.owner > 0

@need(Code.CHECKLIST_UNMET, "转为承诺还缺：{said.lacking}。请补齐。")
def the_pledge_is_whole(said: Pledging) -> bool: return not said.lacking

@need(Code.CHECKLIST_UNMET, "承诺的完成日期须在今天以后：请改填；已经解决的，请报解决并附佐证。")
def the_pledge_lies_ahead(said: Pledging, clocks: Clocks) -> bool: return said.due is None or said.due > clocks.now.date()

@need(Code.CHECKLIST_UNMET, "请从这项问题涉及的、答复还没有签发的建议中选一件。")
def its_reply_can_still_promise(said: Pledging, troubled: Troubled) -> bool: return said.case in troubled.unsigned

@need(Code.CHECKLIST_UNMET, "请从本单位在职人员中另选一人接手。")
def the_next_owner_works_here(said: Passing, grouped: Grouped, owned: Owned) -> bool: return said.to in grouped.staff - {owned.owner}

@need(Code.TOO_EARLY, "写有这项承诺的建议仍在组内。")
def its_reply_will_not_come(troubled: Troubled) -> bool: return troubled.orphaned

# Of a reply whose suggestion is in a group

@need(Code.POINT_UNANSWERED, "第 {shared.bare_told} 条只有共享段落，没有本件自己的答复：类办的建议须逐件答复，请针对这件建议补写。")
def every_point_has_words_of_its_own(shared: Shared) -> bool: return not shared.bare

@need(Code.CHECKLIST_UNMET, "由问题清单转来的承诺还没有写入本件答复：{shared.unpledged_told}。请照原文写入承诺事项。")
def what_was_pledged_is_promised(shared: Shared) -> bool: return not shared.unpledged

@need(Code.CHECKLIST_UNMET, "本组的共享段落在带入本稿以后有修改：请核对是否改用现在的文字。")
def the_shared_paragraphs_are_as_they_stand(shared: Shared) -> bool: return not shared.stale
# fmt: on
