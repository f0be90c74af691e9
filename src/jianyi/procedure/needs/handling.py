"""Needs of handlings, contacts, papers and return requests."""

from ..facts.acting import Acting, Clocks
from ..facts.cases import Case, Company, House, Others, Progress, Task
from ..facts.hands import Ahead
from ..facts.papers import Script
from ..facts.parties import InUse
from ..facts.said import FACE_TO_FACE, Met, Read, Reassigning, Receipt, Team
from ..refusals import Code
from ..words import Handling as H, Role, Suggestion
from .need import need


# fmt: off
@need(Code.TOO_EARLY, "尚未交办。")
def the_case_is_handed_over(case: Case, task: Task) -> bool: return case.stage is Suggestion.HANDED_OVER and not task.dropped

@need(Code.CHECKLIST_UNMET, "会办单位不单独答复。")
def it_answers(task: Task) -> bool: return not task.advises and task.round == 1

@need(Code.CHECKLIST_UNMET, "本单位不是会办单位。")
def it_advises(task: Task) -> bool: return task.role is Role.CO

@need(Code.CHECKLIST_UNMET, "不是重新办理。")
def it_answers_again(task: Task) -> bool: return not task.advises and task.round > 1

@need(Code.REASON_REQUIRED, "件数有出入、缺件或者有异议的，请写明说明；没有出入的，请勾选“件数核对无误”。")
def an_objection_is_explained(said: Receipt) -> bool: return said.is_plain or bool(said.note.strip())

@need(Code.RESPONSIBILITY_INCOMPLETE, "责任链不完整，缺：{team.lacking}。")
def the_chain_is_complete(team: Team) -> bool: return not team.lacking

@need(Code.RESPONSIBILITY_INCOMPLETE, "所选人员和牵头处室须属于本单位，责任厅领导须为本单位领导。")
def the_team_is_of_the_house(team: Team, house: House) -> bool:
    ours = team.people <= house.people and team.leader in house.leaders
    return ours and (not team.division or team.division in house.divisions)

@need(Code.RESPONSIBILITY_INCOMPLETE, "配合处室须是本单位的处室或者下属单位，不能是牵头处室；有配合处室的须选定牵头处室。")
def the_assisting_divisions_fit(team: Team, house: House, task: Task) -> bool:
    assisting = set(team.assisting)
    fits = assisting <= house.divisions - {task.unit, team.division}
    return not assisting or (fits and bool(team.division))

@need(Code.SAME_PERSON, "责任厅领导、责任处领导、具体经办人须为三个人。")
def the_chain_is_three_people(team: Team) -> bool: return len(team.people) == 3

@need(Code.NO_CONTACT, "还没有经代表确认的办前沟通：先登记一次沟通，请代表确认。")
def the_deputy_was_contacted(progress: Progress) -> bool: return progress.contacts > 0

@need(Code.CHECKLIST_UNMET, "重新办理要求与代表当面沟通，层级不低于{progress.level}，还没有代表确认或者期满未答的这一层级当面沟通（据填报的层级，须经代表确认）：请由{progress.level}以上当面与代表沟通并登记，再送审。")
def the_deputy_was_met_at_the_level(progress: Progress) -> bool: return progress.level_met

@need(Code.TOO_EARLY, "文稿尚未送达。")
def its_paper_is_delivered(progress: Progress) -> bool: return progress.delivered

@need(Code.TOO_EARLY, "退回尚未同意。")
def its_return_is_granted(progress: Progress) -> bool: return progress.return_granted

@need(Code.TOO_EARLY, "任务仍然有效。")
def the_task_is_void(task: Task, case: Case) -> bool: return task.dropped or case.stage in (Suggestion.WITHDRAWN, Suggestion.MERGED)

@need(Code.TOO_EARLY, "任务仍在办理。")
def the_task_is_over(task: Task) -> bool: return task.is_over

@need(Code.TOO_EARLY, "这件建议还没有交办到本单位，交办后才能申请。")
def the_task_has_come(task: Task) -> bool: return task.stage is not H.NAMED

@need(Code.TOO_LATE, "任务已经改办或者终止。")
def the_task_goes_on(task: Task) -> bool: return not task.is_over

@need(Code.TOO_EARLY, "签收后才能登记沟通；任务已改办或者终止的不再登记。")
def the_task_is_received(task: Task) -> bool: return task.stage in (H.RECEIVED, H.ROUTED, H.WORKING, H.DELIVERED)

# Contacts

@need(Code.CHECKLIST_UNMET, "请写明时间、参加代表和谈话要点；见面的还要写地点。")
def the_contact_is_described(said: Met) -> bool:
    met = said.mode not in FACE_TO_FACE or bool(said.where.strip())
    return bool(said.occurred_at and said.deputies and said.summary.strip()) and met

@need(Code.CHECKLIST_UNMET, "本单位规定见面沟通须附照片：请附上至少一张照片再登记。")
def a_meeting_face_to_face_is_pictured(said: Met, company: Company) -> bool:
    return bool(said.photographs) or said.mode not in FACE_TO_FACE or not company.pictured

@need(Code.CHECKLIST_UNMET, "沟通时间须在交办之后、现在之前。")
def the_contact_lies_in_the_past(said: Met, clocks: Clocks, company: Company) -> bool:
    since = company.handed_over_at
    return said.occurred_at is not None and said.occurred_at <= clocks.now and (since is None or said.occurred_at >= since)

@need(Code.CHECKLIST_UNMET, "参加代表中须有本件的提出代表。")
def a_proposer_took_part(said: Met, company: Company) -> bool: return bool(company.deputies.intersection(said.deputies))

@need(Code.CHECKLIST_UNMET, "请写明本单位谁参加了沟通：从本单位人员中选定；没有账号的，在“其他参加人”写明姓名和职务。")
def somebody_of_the_unit_took_part(said: Met) -> bool: return said.names_somebody

@need(Code.CHECKLIST_UNMET, "所选参加人中有人交办以来不在本单位任职：请只选本单位人员，其他人写在“其他参加人”。")
def those_present_are_of_the_unit(said: Met, company: Company) -> bool: return company.staff.issuperset(said.present)

@need(Code.CHECKLIST_UNMET, "层级由所选参加人的职务算出，请不要另填层级；参加人都没有账号的，把他们的姓名和职务写在“其他参加人”，不选人员，再填报层级。")
def no_level_is_stated_without_need(said: Met) -> bool: return not said.states_a_level_without_need

@need(Code.WRONG_ACTOR, "本件提出人要求保密：请把要沟通的内容交议案建议处，由其代为转达并登记。")
def the_proposer_is_known(case: Case) -> bool: return not case.confidential

@need(Code.WRONG_ACTOR, "本件不是保密件，由经办人直接与代表沟通。")
def the_proposer_is_hidden(case: Case) -> bool: return case.confidential

# Papers

@need(Code.POINT_UNANSWERED, "第 {script.unanswered_told} 条建议未答：请逐条写明答复和采纳情况。")
def every_point_is_answered(script: Script) -> bool: return not script.unanswered

@need(Code.CHECKLIST_UNMET, "请选定答复类别。")
def a_class_is_given(script: Script) -> bool: return script.class_given or not script.reply

@need(Code.REASON_REQUIRED, "答复以全文公开为原则：拟摘要公开或者不公开的，请写明理由后再送审。")
def less_than_the_whole_is_explained(script: Script) -> bool: return not script.kept_back or not script.reply

@need(Code.CHECKLIST_UNMET, "有的会办单位写明会办意见不写入答复，答复稿里却有与其相同的文字（{script.quoted_told}）：请改成本单位的表述，或者请对方重提可以写入的意见。")
def no_opinion_is_quoted_that_must_not_be(script: Script) -> bool: return not script.quoted

@need(Code.CO_OPINION_MISSING, "会办意见未采用：{script.awaited_told}。请催要，或者采用已送来的意见；期满仍未送来的，可以申请免等，由交办机构决定。")
def every_co_opinion_is_adopted(script: Script) -> bool: return not script.awaited

@need(Code.TOO_EARLY, "尚待审核：{script.desks_left_told}。")
def every_desk_has_passed(script: Script) -> bool: return not script.desks_left

@need(Code.SAME_PERSON, "起草、审核、签发须为不同的人（代行职务的，授权人和代行人都算）；请由没有经手这份文稿的人办理。")
def another_hand(script: Script, acting: Acting) -> bool: return not script.hands.intersection(acting.people)

@need(Code.SAME_PERSON, "“{ahead.stuck}”这一环节除已经手的人外没有别人能办：起草、审核、签发须为不同的人，请办公室先补充任职人员或者换人经办。")
def every_desk_can_be_manned(ahead: Ahead) -> bool: return not ahead.stuck

@need(Code.CHANGED_MEANWHILE, "稿件在您阅看后又有改动：请看过新稿再通过。")
def this_text_was_read(script: Script, said: Read) -> bool: return not said.digest or said.digest == script.digest

@need(Code.CHECKLIST_UNMET, "这是会办意见，送主办单位，不直接答复代表。")
def it_is_a_reply(script: Script) -> bool: return script.reply

@need(Code.CHECKLIST_UNMET, "这是答复，不是会办意见。")
def it_is_a_co_opinion(script: Script) -> bool: return not script.reply

# Return requests

@need(Code.CHECKLIST_UNMET, "已有一份退回申请正在办理。")
def no_return_is_open(progress: Progress) -> bool: return not progress.return_open

@need(Code.TOO_LATE, "重新办理的任务不能退回：请按办理要求办理。")
def it_is_the_first_round(task: Task) -> bool: return task.round == 1

@need(Code.CHECKLIST_UNMET, "所选单位已在办理这件建议，请另选单位。")
def the_other_unit_is_free(said: Reassigning, others: Others) -> bool: return said.unit not in others.units

@need(Code.CHECKLIST_UNMET, "所选单位已经撤销，或者不是承办单位：请改选在用的承办单位。")
def the_other_unit_is_in_use(said: Reassigning, in_use: InUse) -> bool: return said.unit in in_use.units

@need(Code.TOO_EARLY, "任务仍在办理，答复也没有签发。")
def the_task_is_signed_or_over(task: Task, progress: Progress) -> bool: return task.is_over or progress.signed
# fmt: on
